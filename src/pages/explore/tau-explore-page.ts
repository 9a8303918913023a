import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { COPY_SHOWN_MS, copyText, type CopyOutcome } from "../../components/internal/copy-text.ts";
import { ExplorerElement } from "../../components/internal/explorer-element.ts";
import { sharedStyles } from "../../components/internal/styles.ts";
import "../../components/axes/tau-axes.ts";
import "../../components/controls/tau-controls.ts";
import "../../components/drawer/tau-drawer.ts";
import "../../components/region-view/tau-region-view.ts";
import "../../components/scene-options/tau-scene-options.ts";
import { shortcutFor, type PageShortcut } from "../../components/shortcuts/shortcuts.ts";
import { type ShortcutsElement } from "../../components/shortcuts/tau-shortcuts.ts";
import "../../components/shortcuts/tau-shortcuts.ts";
import "../../components/sweep-facts/tau-sweep-facts.ts";
import "../../components/turns/tau-turns.ts";
import "../../components/values/tau-values.ts";
import "../../components/verdict/tau-verdict.ts";
import type { Theme } from "../../design/tokens.ts";
import { PARAMETERS } from "../../model/index.ts";
import { drawnAxes, isUsualSpace } from "../../state/axes.ts";
import { encodeLink } from "../../state/link.ts";
import type { Problem } from "../../sweep/problems.ts";
import { describeProblem } from "../../sweep/problems.ts";
import "../site-header/tau-site-header.ts";
import { pageStyles } from "./page-styles.ts";
import { sheetStyles } from "./sheet-styles.ts";
import { Sheets, type Sheet } from "./sheets.ts";
import { type SheetBarElement } from "./tau-sheet-bar.ts";
import "./tau-sheet-bar.ts";

/** The explorer: what can be set to the left, the region in the middle, what it means to the right. */
@customElement("tau-explore-page")
export class ExplorePage extends ExplorerElement {
  static override styles = [sharedStyles, pageStyles, sheetStyles];

  /** What was wrong with the link that opened the page. */
  @property({ attribute: false }) linkProblems: readonly Problem[] = [];
  @property({ attribute: false }) theme: Theme = "light";
  /** Why no engine could be started. */
  @property({ attribute: false }) engineError: Error | undefined;
  @query("tau-shortcuts") private readonly shortcuts?: ShortcutsElement;
  @query("tau-sheet-bar") private readonly sheetBar?: SheetBarElement;
  private readonly sheets = new Sheets(this, (sheet) => this.sheetBar?.focusOn(sheet));
  @state() private copied: CopyOutcome | null = null;
  /** The region in words. */
  @state() private account = "";

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    const { state } = explorer;
    return html`
      <tau-site-header page="explore" .theme=${this.theme} @theme-change=${(event: CustomEvent<Theme>) => { this.theme = event.detail; }}>
        <button ?disabled=${!explorer.canUndo} @click=${() => explorer.undo()}>${msg("Undo")}</button>
        <button ?disabled=${!explorer.canRedo} @click=${() => explorer.redo()}>${msg("Redo")}</button>
        <button @click=${this.copyLink}>${this.copied === "copied" ? msg("Link copied") : msg("Copy link")}</button>
      </tau-site-header>
      ${this.renderMessages()}
      <main data-sheet=${this.sheets.open ?? nothing}>
        <section class="lede" aria-labelledby="question">
          <h1 id="question">${msg("Where does investing more in compute raise growth?")}</h1>
          <p>${!isUsualSpace(state)
            ? msg(str`Each point of the box is an economy with its own ${drawnAxes(state).map((name) => PARAMETERS[name].symbol).join(", ")}; everything else is as you set it. In the shaded region a larger share τ of investment in compute raises steady-state growth; outside it, growth falls.`)
            : state.prices === "equilibrium" ? msg("Each point of the box is an economy: two elasticities of its technology and the share τ of investment that goes to compute. Prices clear the market. Below the plane τ = 1−α, in the shaded region, a larger share raises steady-state growth; above it too much already goes to compute.")
            : msg("Each point of the box is an economy: two elasticities of its technology and the rental price ω of compute relative to other capital. Above the surface, in the shaded region, a larger share τ of investment in compute raises steady-state growth; below it, growth falls.")}
            <span class="muted">${msg("Model: Tsinghua and Inspur, report on China's computing power, 2023.")}</span></p>
        </section>
        <section class="scene" aria-label=${msg("The region in three dimensions")}>
          <tau-region-view .explorer=${explorer} .theme=${this.theme} .account=${this.account} ?compact=${this.sheets.open !== null}></tau-region-view>
          <tau-region-account .explorer=${explorer} @account-change=${(event: CustomEvent<string>) => { this.account = event.detail; }}></tau-region-account>
        </section>
        <div class="right" role="group" tabindex="-1" aria-label=${msg("What it means")}>
          <section class="meaning" aria-label=${msg("What it means here")}>
            <tau-verdict .explorer=${explorer}></tau-verdict>
          </section>
          <section class="turns" aria-label=${msg("What would turn the sign")}>
            <tau-turns .explorer=${explorer}></tau-turns>
          </section>
          <section class="values" aria-label=${msg("Values at this point")}>
            <tau-values .explorer=${explorer}></tau-values>
          </section>
        </div>
        <section class="facts" aria-label=${msg("The sweep")}>
          <tau-axes .explorer=${explorer}></tau-axes>
          <tau-scene-options .explorer=${explorer}></tau-scene-options>
          <tau-sweep-facts .explorer=${explorer}></tau-sweep-facts>
        </section>
        <section class="figure" aria-label=${msg("Figures and tables")}>
          <tau-drawer .explorer=${explorer}></tau-drawer>
        </section>
        <section class="controls" tabindex="-1" aria-label=${msg("What you set")}>
          <tau-controls .explorer=${explorer}></tau-controls>
        </section>
      </main>
      <footer class="small muted">
        <button @click=${this.showShortcuts}>${msg("Keys")}</button>
        ${msg("Starting values are illustrative. Signs are certified: a point is called positive or negative only where that is sure in exact arithmetic.")}
      </footer>
      <tau-sheet-bar .open=${this.sheets.open} .sign=${explorer.point.class} @sheet-change=${(event: CustomEvent<Sheet | null>) => this.sheets.show(event.detail)}></tau-sheet-bar>
      <tau-shortcuts></tau-shortcuts>
    `;
  }

  protected override firstUpdated(): void {
    // Words follow the picture, and must not delay it.
    void import("../../components/region-account/tau-region-account.ts");
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("keydown", this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("keydown", this.onKey);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTypedInto(event.composedPath()[0])) return;
    const shortcut = shortcutFor(event, "page");
    if (shortcut === null) return;
    event.preventDefault();
    const actions: Readonly<Record<PageShortcut, () => void>> = {
      undo: () => this.explorer?.undo(), redo: () => this.explorer?.redo(), help: () => this.showShortcuts(),
    };
    actions[shortcut]();
  };

  private showShortcuts(): void {
    this.shortcuts?.show();
  }

  private renderMessages(): TemplateResult {
    return html`<div class="messages" role="alert">
      ${this.linkProblems.length === 0 ? nothing : html`<p><b>${msg("The link could not be read, so the starting point is shown.")}</b>
        ${this.linkProblems.map((problem) => describeProblem(problem, this.language)).join(" ")}
        <button @click=${() => { this.linkProblems = []; }}>${msg("Close")}</button></p>`}
      ${this.engineError === undefined ? nothing : html`<p><b>${msg("No engine could be started, so there is no sweep and no surface; the verdict and the values still work.")}</b>
        ${this.engineError.message}</p>`}
      ${this.copied === "refused" ? html`<p>${msg("The browser does not allow copying here. The address of this page now holds the whole link: copy it from there.")}</p>` : nothing}
    </div>`;
  }

  private async copyLink(): Promise<void> {
    if (this.explorer === undefined) return;
    const address = new URL(location.href);
    address.hash = encodeLink(this.explorer.state, { language: this.language, theme: this.theme });
    history.replaceState(null, "", address);
    this.copied = await copyText(address.href);
    setTimeout(() => { this.copied = null; }, COPY_SHOWN_MS);
  }
}

/** Fields have an undo of their own, and take what is typed. */
function isTypedInto(target: EventTarget | undefined): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
    || (target instanceof HTMLInputElement && target.type !== "range" && target.type !== "checkbox" && target.type !== "radio");
}
