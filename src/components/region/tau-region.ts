import { msg } from "@lit/localize";
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { Theme } from "../../design/tokens.ts";
import { showLanguage, type PageLanguage } from "../../i18n/language.ts";
import { evaluatePoint } from "../../model/index.ts";
import { Explorer } from "../../state/explorer.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";
import { decodeLink, encodeLink, type LinkView } from "../../state/link.ts";
import { describeProblem, type Problem } from "../../sweep/problems.ts";
import { Follow } from "../internal/follow.ts";
import { LocalizedElement } from "../internal/localized-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import "../region-view/tau-region-view.ts";
import "../verdict/tau-verdict.ts";
import type { RegionChange, Setting, TauRegion } from "./region-api.ts";
import { joinLink, keepPicks, LINK_SETTINGS } from "./region-link.ts";
import { regionStyles } from "./region-styles.ts";
import { acquireClient, releaseClient } from "./shared-client.ts";

const SETTINGS: readonly string[] = ["link", ...LINK_SETTINGS];

/** The region with its legend and its verdict, for any page. Described in region-api.ts. */
@customElement("tau-region")
export class TauRegionElement extends LocalizedElement implements TauRegion {
  static override styles = [sharedStyles, regionStyles];
  static override properties: PropertyDeclarations = Object.fromEntries([...SETTINGS, "theme"].map((name) => [name, {}]));

  declare link: string | null | undefined;
  declare prices: string | null | undefined;
  declare rule: string | null | undefined;
  declare resolution: Setting;
  declare colour: string | null | undefined;
  declare alpha: Setting;
  declare beta: Setting;
  declare tau: Setting;
  declare wr: Setting;
  declare r: Setting;
  declare sigma: Setting;
  declare delta: Setting;
  declare rho: Setting;
  declare eta: Setting;
  declare A: Setting;
  declare theme: string | null | undefined;

  readonly #explorer = new Explorer();
  protected readonly follow = new Follow(this, () => this.#explorer);
  readonly #dark = matchMedia("(prefers-color-scheme: dark)");
  #view: LinkView = {};
  /** What the settings say, without what the reader did since; `null` before they could be read. */
  #asked: ExplorerState | null = null;
  #problems: readonly Problem[] = [];
  #engineError: Error | null = null;
  /** What was asked of all elements last: two that want different languages must not answer each other for ever. */
  #askedLanguage: PageLanguage | null = null;
  /** The state that was told last. */
  #told: ExplorerState | null = null;

  get shown(): RegionChange | null {
    return this.#told === null ? null : this.#describe(this.#told);
  }

  override render(): TemplateResult {
    const explorer = this.#explorer;
    return html`<div part="content" lang=${this.language === "zh" ? "zh-Hans" : "en"}>
      ${this.#problems.length === 0 && this.#engineError === null ? nothing : html`<p part="problems" role="alert">
        ${this.#problems.map((problem) => describeProblem(problem, this.language)).join(" ")}
        ${this.#engineError === null ? nothing : html`${msg("No engine could be started, so there is no sweep and no surface; the verdict and the values still work.")} ${this.#engineError.message}`}</p>`}
      <tau-region-view part="scene" exportparts="tools, keys" .explorer=${explorer} .theme=${this.#shownTheme()}></tau-region-view>
      <tau-verdict part="verdict" isBrief .explorer=${explorer}></tau-verdict>
    </div>`;
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "lang"];
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === "lang") this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#dark.addEventListener("change", this.#onSystemTheme);
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dark.removeEventListener("change", this.#onSystemTheme);
    releaseClient();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated || SETTINGS.some((name) => changed.has(name))) this.#read(changed.has("link"));
    this.dataset["theme"] = this.#shownTheme();
    const language = this.#shownLanguage();
    if (language === this.#askedLanguage) return;
    this.#askedLanguage = language;
    void showLanguage(language);
  }

  protected override updated(): void {
    const { state } = this.#explorer;
    if (state === this.#told) return;
    this.#told = state;
    this.dispatchEvent(new CustomEvent<RegionChange>("tau-change", { detail: this.#describe(state), bubbles: true, composed: true }));
  }

  /** Takes the settings, all or none. A new link is a whole state; a single setting leaves the reader what it says nothing new of. */
  #read(isLinkNew: boolean): void {
    const settings = Object.fromEntries(LINK_SETTINGS.map((name): [string, unknown] => [name, Reflect.get(this, name)]));
    const decoded = decodeLink(joinLink(this.link ?? "", settings));
    this.#problems = decoded.ok ? [] : decoded.problems;
    if (!decoded.ok) return;
    this.#view = decoded.view;
    const before = this.#asked;
    this.#asked = decoded.state;
    this.#explorer.update((shown) => (before === null || isLinkNew ? decoded.state : keepPicks(shown, before, decoded.state)));
  }

  async #start(): Promise<void> {
    try {
      const client = await acquireClient();
      this.#engineError = null;
      if (this.isConnected) this.#explorer.setClient(client);
    } catch (error) {
      this.#engineError = error instanceof Error ? error : new Error(String(error));
      this.#explorer.setClientError(this.#engineError);
    }
  }

  #describe(state: ExplorerState): RegionChange {
    const { prices, rule, parameters } = state;
    return { link: encodeLink(state), prices, rule, parameters, sign: evaluatePoint(parameters, rule, prices).class };
  }

  #shownTheme(): Theme {
    const asked = this.theme ?? this.#view.theme;
    if (asked === "light" || asked === "dark") return asked;
    return this.#dark.matches ? "dark" : "light";
  }

  #shownLanguage(): PageLanguage {
    const around = () => this.closest<HTMLElement>("[lang]")?.lang ?? "";
    const asked = this.lang === "" ? this.#view.language ?? around() : this.lang;
    return asked.startsWith("zh") ? "zh" : "en";
  }

  readonly #onSystemTheme = (): void => this.requestUpdate();
}
