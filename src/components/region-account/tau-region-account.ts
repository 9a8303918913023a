import { msg, str } from "@lit/localize";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { nearestBoundary, type BilingualText } from "../../model/index.ts";
import { placeSentence } from "../../state/region-account/region-account.ts";
import { RegionReader } from "../../state/region-account/region-reader.ts";
import type { Explorer } from "../../state/explorer.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { WhenQuiet } from "../internal/when-quiet.ts";

/**
 * The region in words, for whoever cannot or need not see the picture. Tells a screen reader when the region has changed, and fires `account-change`
 * with the whole text, for the picture's description.
 */
@customElement("tau-region-account")
export class RegionAccountElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    details { font-size: 0.875rem; margin-top: 12px; padding-top: 10px; border-top: 1px solid var(--tau-line); }
    ul { margin: 8px 0 0; padding-left: 1.2em; max-width: 90ch; }
    li + li { margin-top: 4px; }
    p { margin-top: 8px; color: var(--tau-muted); }
    .outdated { color: var(--tau-text); }
  `];

  @state() private announced = "";
  /** Where the present point stands, as of the last quiet moment. */
  @state() private place: BilingualText | null = null;
  #reader: RegionReader | undefined;
  #followed: Explorer | undefined;
  #unsubscribe: (() => void) | undefined;
  /** The region that was told last, whatever the language. */
  #told: string | null = null;
  private readonly quiet = new WhenQuiet(this);

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { compare } = this.explorer.state;
    return html`
      <details>
        <summary>${compare === null ? msg("The region in words") : msg(str`The region of ${compare.edited} in words`)}</summary>
        ${this.sentences().length === 0 ? html`<p>${msg("It is written once the sweep is complete.")}</p>`
          : html`${this.#reader?.outdated == null ? nothing : html`<p class="outdated">${this.text(this.#reader.outdated)}</p>`}<ul>${this.sentences().map((text) => html`<li>${this.text(text)}</li>`)}</ul>`}
      </details>
      <p class="visually-hidden" role="status">${this.announced}</p>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#followed = undefined;
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.read();
  }

  protected override updated(): void {
    if (this.explorer === undefined) return;
    const { parameters, rule, prices } = this.explorer.state;
    const key = JSON.stringify([this.language, parameters, rule, prices, this.#reader?.account, this.#reader?.outdated]);
    this.quiet.after(key, () => this.tell());
  }

  private read(): void {
    if (this.explorer === this.#followed) return;
    this.#unsubscribe?.();
    this.#followed = this.explorer;
    this.#reader = this.explorer === undefined ? undefined : new RegionReader(this.explorer);
    this.#unsubscribe = this.#reader?.subscribe(() => this.requestUpdate());
  }

  private sentences(): readonly BilingualText[] {
    const account = this.#reader?.account;
    if (account == null) return [];
    return [...account.region, ...(this.place === null ? [] : [this.place]), ...account.limits];
  }

  /** The point's own verdict is told beside it; here the region is, and only when it is another one than before. */
  private tell(): void {
    const { explorer } = this;
    if (this.#reader?.outdated != null) {
      this.describe([this.#reader.outdated, ...this.sentences()]);
      return;
    }
    // What is told as one belongs to one state: the place waits for the region.
    if (explorer === undefined || this.#reader?.isCurrent !== true) return;
    const { parameters, rule, prices } = explorer.state;
    this.place = placeSentence(explorer.state, explorer.point, nearestBoundary(parameters, rule, prices));
    const region = this.#reader.account?.region;
    if (region === undefined) return;
    const told = JSON.stringify(region);
    if (this.#told !== null && this.#told !== told) this.announced = region.map((text) => this.text(text)).join(" ");
    this.#told = told;
    this.describe(this.sentences());
  }

  private describe(sentences: readonly BilingualText[]): void {
    this.dispatchEvent(new CustomEvent<string>("account-change", { detail: sentences.map((text) => this.text(text)).join(" ") }));
  }
}
