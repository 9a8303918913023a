import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Theme } from "../../design/tokens.ts";
import type { BilingualText } from "../../model/index.ts";
import { fileName, type Tool } from "../../takeaway/index.ts";
import { copyText } from "../internal/copy-text.ts";
import { dialogStyles, isDialogSeen, showDialog } from "../internal/dialog.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { pageLink } from "../internal/page-link.ts";
import { saveBlob } from "../internal/save-text.ts";
import { sharedStyles } from "../internal/styles.ts";
import { pngBlob, type Seen, type TakeAwayContext } from "./scene-files.ts";
import { problemText } from "./take-away-problem.ts";
import { TAKE_AWAY, type TakeAwayItem, type TakeAwaySection } from "./take-away-table.ts";

const SCALES = [1, 2, 3, 4] as const;
const PICTURE = "picture";
const PRINT = "print";

/** What became of the last try in a section; said beside its buttons. */
interface Outcome {
  readonly section: string;
  readonly text: BilingualText;
  readonly isError: boolean;
}

/** Everything that can be taken away from the page, over it. */
@customElement("tau-take-away")
export class TakeAwayElement extends ExplorerElement {
  static override styles = [sharedStyles, dialogStyles, css`
    dialog { width: min(44rem, calc(100vw - 24px)); max-height: calc(100dvh - 24px); }
    section { padding-top: 14px; margin-top: 14px; border-top: 1px solid var(--tau-line); }
    section p { margin-top: 2px; }
    .whose { margin-top: 14px; padding: 8px 12px; border-left: 4px solid var(--tau-accent); background: var(--tau-surface); font-size: 0.875rem; }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-top: 8px; }
    .buttons label { display: flex; gap: 8px; align-items: center; font-size: 0.875rem; }
    .head button, .buttons button, select { font-size: 0.875rem; }
    pre { margin: 8px 0 0; padding: 8px 10px; border: 1px solid var(--tau-line); border-radius: 6px; font: 0.75rem/1.5 var(--tau-font-mono); white-space: pre-wrap; overflow-wrap: anywhere; }
    [role="status"]:not(:empty) { margin-top: 8px; font-size: 0.8125rem; }
    @media (max-width: 599px) { dialog { padding: 14px; } }
  `];

  @property() theme: Theme = "light";
  @property({ attribute: false }) tool: Tool = { version: "", commit: null };
  /** What is drawn now. */
  @property({ attribute: false }) findSeen: () => Seen = () => ({ scene: undefined, comparison: undefined });
  @state() private scale: (typeof SCALES)[number] = 2;
  @state() private outcome: Outcome | null = null;
  /** The section in which something is being made. */
  @state() private busy: string | null = null;
  @query("dialog") private readonly dialog!: HTMLDialogElement;

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    return html`<dialog aria-labelledby="title" @close=${() => { this.outcome = null; }}>
      <div class="head"><h2 id="title">${msg("Take away")}</h2><button @click=${() => this.dialog.close()}>${msg("Close")}</button></div>
      ${this.renderPicture()}
      ${this.renderWhose()}
      ${TAKE_AWAY.map((section) => this.renderSection(section))}
      <section aria-labelledby=${PRINT}><h3 id=${PRINT}>${msg("Print")}</h3>
        <p class="small muted">${msg("One page: the picture, the verdict, the parameters, what is assumed, and the link.")}</p>
        <div class="buttons"><button @click=${this.print}>${msg("Print")}</button></div>
      </section>
    </dialog>`;
  }

  protected override shouldUpdate(): boolean {
    return isDialogSeen(this);
  }

  show(): void {
    showDialog(this);
  }

  private renderPicture(): TemplateResult {
    return html`<section aria-labelledby=${PICTURE}><h3 id=${PICTURE}>${msg("Picture")}</h3>
      <p class="small muted">${this.explorer?.state.compare == null ? msg("The scene as it is seen now, with labels, legend, verdict, parameters and link.")
        : this.explorer.state.compare.mode === "beside" ? msg("A and B side by side as they are seen now, with what differs, its counts, parameters and link.")
          : msg("The difference as it is seen now, with its counts, what differs, parameters and link.")}</p>
      <div class="buttons">
        <label>${msg("Size")}<select @change=${this.onScale}>${SCALES.map((scale) =>
          html`<option value=${scale} .selected=${scale === this.scale}>${scale}×</option>`)}</select></label>
        <button ?disabled=${this.busy !== null} @click=${this.savePicture}>PNG</button>
      </div>
      ${this.renderOutcome(PICTURE)}
    </section>`;
  }

  /** All but picture, paper and link is of one scenario. */
  private renderWhose(): TemplateResult | typeof nothing {
    const { compare } = this.explorer?.state ?? {};
    return compare == null ? nothing : html`<p class="whose">${compare.edited === "A"
      ? msg("What follows is of A, which the controls change; switch to B to take the same of it. Link and print hold both.")
      : msg("What follows is of B, which the controls change; switch to A to take the same of it. Link and print hold both.")}</p>`;
  }

  private renderSection({ id, title, meaning, items }: TakeAwaySection): TemplateResult {
    const { context } = this;
    return html`<section aria-labelledby=${id}><h3 id=${id}>${this.text(title)}</h3>
      <p class="small muted">${this.text(meaning)}</p>
      ${items.map((item) => ("copy" in item && item.isShown ? html`<pre>${item.copy(context.taken)}</pre>` : nothing))}
      <div class="buttons">${items.filter(({ isThere }) => isThere?.(context.taken.state) ?? true).map((item) => html`
        <button ?disabled=${this.busy !== null} @click=${() => this.take(id, item)}>${this.text(item.label)}</button>`)}</div>
      ${this.renderOutcome(id)}
    </section>`;
  }

  private renderOutcome(section: string): TemplateResult {
    const { outcome } = this;
    const text = this.busy === section ? msg("Being made…") : outcome?.section === section ? this.text(outcome.text) : "";
    return html`<div role="status" class=${outcome?.section === section && outcome.isError ? "error" : "muted"}>${text}</div>`;
  }

  private get context(): TakeAwayContext {
    const { explorer, language, tool, theme } = this;
    if (explorer === undefined) throw new Error("The dialog has no explorer.");
    return { explorer, theme, seen: this.findSeen(), taken: { state: explorer.state, link: pageLink(explorer.state), language, tool } };
  }

  private onScale(event: Event): void {
    const chosen = Number((event.target as HTMLSelectElement).value);
    this.scale = SCALES.find((scale) => scale === chosen) ?? this.scale;
  }

  private savePicture(): Promise<void> {
    const { context, scale } = this;
    const { compare } = context.taken.state;
    const detail = compare === null ? "" : compare.mode === "beside" ? "-a-and-b" : "-difference";
    return this.save(PICTURE, async () => ({ name: fileName(context.taken.state, "png", `${detail}@${scale}x`), blob: await pngBlob(context, scale) }));
  }

  private async take(section: string, item: TakeAwayItem): Promise<void> {
    const { context } = this;
    if ("save" in item) return this.save(section, () => item.save(context));
    const text = item.copy(context.taken);
    this.outcome = await copyText(text) === "copied" ? { section, isError: false, text: { en: "Copied.", zh: "已复制。" } } : {
      section, isError: true,
      text: { en: `The browser does not allow copying here. This is the text: ${text}`, zh: `浏览器不允许在此复制。文本如下：${text}` },
    };
  }

  private async save(section: string, make: () => Promise<{ readonly name: string; readonly blob: Blob }>): Promise<void> {
    this.busy = section;
    try {
      const { name, blob } = await make();
      saveBlob(name, blob);
      this.outcome = { section, isError: false, text: { en: `Saved as ${name}.`, zh: `已保存为 ${name}。` } };
    } catch (error) {
      this.outcome = { section, isError: true, text: problemText(error) };
    } finally {
      this.busy = null;
    }
  }

  private print(): void {
    this.dialog.close();
    window.print();
  }
}
