import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { version } from "../../../package.json";
import { Copying } from "../../components/internal/copy-text.ts";
import { ExplorerElement } from "../../components/internal/explorer-element.ts";
import { whenIdle } from "../../components/internal/page-time.ts";
import { pageLink } from "../../components/internal/page-link.ts";
import { sharedStyles } from "../../components/internal/styles.ts";
import type { CompareElement } from "../../components/compare/tau-compare.ts";
import "../../components/controls/tau-controls.ts";
import type { RegionViewElement } from "../../components/region-view/tau-region-view.ts";
import "../../components/region-view/tau-region-view.ts";
import type { ScenariosElement } from "../../components/scenarios/tau-scenarios.ts";
import { shortcutFor, type PageShortcut } from "../../components/shortcuts/shortcuts.ts";
import type { ShortcutsElement } from "../../components/shortcuts/tau-shortcuts.ts";
import type { TakeAwayElement } from "../../components/take-away/tau-take-away.ts";
import "../../components/verdict/tau-verdict.ts";
import type { Theme } from "../../design/tokens.ts";
import { CLASS_INFEASIBLE } from "../../model/index.ts";
import { withComparison, withoutComparison } from "../../state/compare/compare-state.ts";
import type { Problem } from "../../sweep/problems.ts";
import { describeProblem } from "../../sweep/problems.ts";
import "../site-header/tau-site-header.ts";
import { lede, ledeStyles } from "./lede.ts";
import { loadLaterElements } from "./later-elements.ts";
import { pageStyles } from "./page-styles.ts";
import { PointerHold } from "./pointer-hold.ts";
import { ReadingOrder } from "./reading-order.ts";
import { sheetStyles } from "./sheet-styles.ts";
import { Sheets, type Sheet } from "./sheets.ts";
import { type SheetBarElement } from "./tau-sheet-bar.ts";
import "./tau-sheet-bar.ts";

/** What comes after the first picture waits for it no longer. */
const LATEST_LATER_MS = 200;

/** The build of this page, for what is taken away. */
const TOOL = { version, commit: import.meta.env.TAUSCAPE_COMMIT };

/** The explorer: what can be set to the left, the region in the middle, what it means to the right. */
@customElement("tau-explore-page")
export class ExplorePage extends ExplorerElement {
  static override styles = [sharedStyles, pageStyles, ledeStyles, sheetStyles];

  /** What was wrong with the link that was opened last. */
  @property({ attribute: false }) linkProblems: readonly Problem[] = [];
  /** That link came while something was shown already. */
  @property({ attribute: false }) isLaterLink = false;
  @property({ attribute: false }) theme: Theme = "light";
  /** Why no engine could be started. */
  @property({ attribute: false }) engineError: Error | undefined;
  @query("tau-shortcuts") private readonly shortcuts?: ShortcutsElement;
  @query("tau-take-away") private readonly takeAway?: TakeAwayElement;
  @query("tau-region-view") private readonly regionView?: RegionViewElement;
  @query("tau-compare") private readonly compareView?: CompareElement;
  /** What comes after the first picture is here; the sheet that is printed in the page's stead is among it. */
  @property({ type: Boolean, reflect: true }) prints = false;
  #isLaterAsked = false;
  @query("tau-sheet-bar") private readonly sheetBar?: SheetBarElement;
  /** Before the sheets, which look where it has put the controls. */
  private readonly order = new ReadingOrder(this);
  private readonly sheets = new Sheets(this, (sheet) => this.sheetBar?.focusOn(sheet));
  private readonly copying = new Copying(this);
  protected readonly pointer = new PointerHold(this, (isDown) => this.explorer?.hold(isDown));
  /** A part that is loaded when it is asked for did not come. */
  @state() private isPartMissing = false;
  /** The region in words. */
  @state() private account = "";

  override render(): TemplateResult {
    const { explorer } = this;
    // What the document says until the elements are here.
    if (explorer === undefined) return html`<slot></slot>`;
    const { state } = explorer;
    // In one column it is no part of the page to the eye, and holds the controls.
    const isGroup = this.order.layout !== "phone" || this.sheets.open === "right";
    return html`
      <nav class="skip" aria-label=${msg("Skip")}>
        <button @click=${() => this.skipTo(".scene")}>${msg("Go to the picture")}</button>
        <button @click=${() => this.skipTo(".controls")}>${msg("Go to the controls")}</button>
      </nav>
      <tau-site-header page="explore" .theme=${this.theme} @theme-change=${(event: CustomEvent<Theme>) => { this.theme = event.detail; }}>
        <button ?disabled=${!explorer.canUndo} @click=${() => explorer.undo()}>${msg("Undo")}</button>
        <button ?disabled=${!explorer.canRedo} @click=${() => explorer.redo()}>${msg("Redo")}</button>
        <button aria-pressed=${state.compare === null ? "false" : "true"} @click=${() => explorer.update(state.compare === null ? withComparison : withoutComparison)}>${msg("Compare")}</button>
        <button aria-haspopup="dialog" @click=${() => this.withScenarios((scenarios) => scenarios.show())}>${msg("Scenarios")}</button>
        <button aria-haspopup="dialog" @click=${this.openTakeAway}>${msg("Take away")}</button>
        <button @click=${this.copyLink}>${this.copying.outcome === "copied" ? msg("Link copied") : msg("Copy link")}</button>
      </tau-site-header>
      ${this.renderMessages()}
      <main class=${state.compare === null ? "" : "comparing"} data-sheet=${this.sheets.open ?? nothing}>
        <section class="controls" tabindex="-1" aria-label=${msg("What you set")}>
          <tau-controls .explorer=${explorer}></tau-controls>
        </section>
        ${lede(state)}
        <section class="scene" tabindex="-1" aria-label=${msg("The region in three dimensions")}>
          ${state.compare === null
            ? html`<tau-region-view .explorer=${explorer} .theme=${this.theme} .account=${this.account} ?compact=${this.sheets.open !== null}></tau-region-view>`
            : html`<tau-compare .explorer=${explorer} .theme=${this.theme}></tau-compare>`}
          <tau-region-account .explorer=${explorer} @account-change=${(event: CustomEvent<string>) => { this.account = event.detail; }}></tau-region-account>
        </section>
        <div class="right" role=${isGroup ? "group" : nothing} tabindex=${isGroup ? 0 : nothing} aria-label=${isGroup ? msg("What it means") : nothing}>
          <section class="meaning" aria-label=${msg("What it means here")}>
            ${state.compare === null ? nothing : html`<p class="small muted">${msg(str`What it means in ${state.compare.edited}, which the controls change`)}</p>`}
            <tau-verdict .explorer=${explorer}></tau-verdict>
          </section>
          <section class="turns" ?hidden=${explorer.point.class === CLASS_INFEASIBLE} aria-label=${msg("What would turn the sign")}>
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
      </main>
      <footer class="small muted">
        <button @click=${this.showShortcuts}>${msg("Keys")}</button>
        ${msg("Starting values are illustrative. Signs are certified: a point is called positive or negative only where that is sure in exact arithmetic.")}
      </footer>
      <tau-sheet-bar .open=${this.sheets.open} .sign=${explorer.point.class} @sheet-change=${(event: CustomEvent<Sheet | null>) => this.sheets.show(event.detail)}></tau-sheet-bar>
      <tau-shortcuts></tau-shortcuts>
      <tau-take-away .explorer=${explorer} .theme=${this.theme} .tool=${TOOL} .findSeen=${this.findSeen}></tau-take-away>
      <tau-print-sheet .explorer=${explorer} .tool=${TOOL} .findSeen=${this.findSeen}></tau-print-sheet>
      <tau-file-drop @file-drop=${({ detail }: CustomEvent<File>) => this.withScenarios((scenarios) => scenarios.open(detail))}></tau-file-drop>
      <tau-scenarios .explorer=${explorer}></tau-scenarios>
    `;
  }

  protected override updated(): void {
    const { surface, clientError, state } = this.explorer ?? {};
    if (state?.compare != null) void import("../../components/compare/tau-compare.ts");
    if (this.#isLaterAsked || (surface?.result == null && surface?.error == null && clientError == null)) return;
    this.#isLaterAsked = true;
    void whenIdle(LATEST_LATER_MS).then(loadLaterElements).then(() => { this.prints = true; });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("keydown", this.onKey);
    addEventListener("vite:preloadError", this.onPartMissing);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("keydown", this.onKey);
    removeEventListener("vite:preloadError", this.onPartMissing);
  }

  private readonly onPartMissing = (): void => {
    this.isPartMissing = true;
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTypedInto(event.composedPath()[0])) return;
    const shortcut = shortcutFor(event, "page");
    if (shortcut === null) return;
    event.preventDefault();
    const actions: Readonly<Record<PageShortcut, () => void>> = {
      undo: () => this.explorer?.undo(), redo: () => this.explorer?.redo(), help: () => { void this.showShortcuts(); },
    };
    actions[shortcut]();
  };

  /** Keys need not pass all that stands before. */
  private skipTo(part: ".scene" | ".controls"): void {
    this.renderRoot.querySelector<HTMLElement>(part)?.focus();
  }

  /** The dialog's element is loaded when it is first asked for. */
  private async withScenarios(use: (scenarios: ScenariosElement) => void | Promise<void>): Promise<void> {
    await import("../../components/scenarios/tau-scenarios.ts");
    const element = this.renderRoot.querySelector("tau-scenarios") as ScenariosElement;
    await element.updateComplete;
    await use(element);
  }

  private async showShortcuts(): Promise<void> {
    await import("../../components/shortcuts/tau-shortcuts.ts");
    this.shortcuts?.show();
  }

  private readonly findSeen = () => ({ scene: this.regionView?.scene, comparison: this.compareView?.seen });

  /** Brings the dialog when it is first asked for. */
  private async openTakeAway(): Promise<void> {
    await import("../../components/take-away/tau-take-away.ts");
    await this.takeAway?.updateComplete;
    this.takeAway?.show();
  }

  private renderMessages(): TemplateResult {
    return html`<div class="messages" role="alert">
      ${this.linkProblems.length === 0 ? nothing : html`<p class="closable"><span><b>${this.isLaterLink ? msg("The link could not be read, so what was shown stays.") : msg("The link could not be read, so the starting point is shown.")}</b>
        ${this.linkProblems.map((problem) => describeProblem(problem, this.language)).join(" ")}</span>
        <button @click=${() => { this.linkProblems = []; }}>${msg("Close")}</button></p>`}
      ${this.engineError === undefined ? nothing : html`<p><b>${msg("No engine could be started, so there is no sweep and no surface; the verdict and the values still work.")}</b>
        ${this.engineError.message}</p>`}
      ${!this.isPartMissing ? nothing : html`<p><b>${msg("A part of the page could not be loaded.")}</b> ${msg("Look whether there is a network, and load the page anew; Copy link keeps what is set.")}
        <button @click=${() => { this.isPartMissing = false; }}>${msg("Close")}</button></p>`}
      ${this.copying.outcome === "refused" ? html`<p>${msg("The browser does not allow copying here. The address of this page now holds the whole link: copy it from there.")}</p>` : nothing}
    </div>`;
  }

  private async copyLink(): Promise<void> {
    if (this.explorer === undefined) return;
    const address = pageLink(this.explorer.state, { language: this.language, theme: this.theme });
    history.replaceState(null, "", address);
    await this.copying.copy(address);
  }
}

/** Fields have an undo of their own, and take what is typed. */
function isTypedInto(target: EventTarget | undefined): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
    || (target instanceof HTMLInputElement && target.type !== "range" && target.type !== "checkbox" && target.type !== "radio");
}
