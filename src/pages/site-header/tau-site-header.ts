import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { LocalizedElement } from "../../components/internal/localized-element.ts";
import { sharedStyles } from "../../components/internal/styles.ts";
import type { Theme } from "../../design/tokens.ts";
import { setPageLanguage } from "../../i18n/language.ts";
import { applyTheme, followSystemTheme, storePreference } from "../preferences.ts";
import { SITE_PAGE_INFO, SITE_PAGES, type SitePage } from "../site-pages.ts";

/** The bar on every page: the name, the pages, the page's own buttons (its slot), language and theme. Names the browser's tab. Fires `theme-change` after a change. */
@customElement("tau-site-header")
export class SiteHeader extends LocalizedElement {
  static override styles = [sharedStyles, css`
    header {
      display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center;
      padding: 10px max(20px, (100% - 147.5rem) / 2); background: var(--tau-panel); border-bottom: 1px solid var(--tau-line);
    }
    .brand { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: baseline; }
    .brand b { font-size: 1.0625rem; letter-spacing: -0.01em; }
    .brand span { font-size: 0.875rem; }
    nav { display: flex; flex-wrap: wrap; gap: 4px; margin-right: auto; }
    nav a {
      display: flex; align-items: center; min-height: 32px; padding: 4px 10px; border-radius: 6px; color: var(--tau-text); font-size: 0.875rem; text-decoration: none;
    }
    nav a:hover { background: var(--tau-surface); text-decoration: underline; }
    nav a[aria-current="page"] { color: var(--tau-accent); font-weight: 600; text-decoration: underline; text-underline-offset: 6px; text-decoration-thickness: 2px; }
    .bar { display: flex; flex-wrap: wrap; gap: 8px; }
    .bar button { font-size: 0.8125rem; }
    @media (max-width: 1399px) { .brand span { display: none; } }
    @media (max-width: 1279px) {
      header { gap: 8px 12px; }
      .bar { gap: 6px; }
      .bar button { padding-inline: 8px; }
    }
    @media (max-width: 599px) {
      header { padding-inline: 14px; gap: 6px 16px; }
      nav { gap: 0; margin-inline: -8px auto; }
      nav a { padding-inline: 8px; }
    }
  `];

  @property() page: SitePage = "explore";
  @property({ attribute: false }) theme: Theme = "light";

  #unfollow: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unfollow = followSystemTheme((theme) => this.setTheme(theme));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
  }

  override render(): TemplateResult {
    return html`
      <header>
        <div class="brand"><b>Tauscape</b><span class="muted">${msg("Where more compute raises growth")}</span></div>
        <nav aria-label=${msg("Pages")}>
          ${SITE_PAGES.map((page) => html`<a href=${SITE_PAGE_INFO[page].address} aria-current=${page === this.page ? "page" : nothing}>${this.text(SITE_PAGE_INFO[page].label)}</a>`)}
        </nav>
        <div class="bar">
          <slot></slot>
          <button @click=${this.switchLanguage} lang=${this.language === "zh" ? "en" : "zh-Hans"}>${this.language === "zh" ? "English" : "中文"}</button>
          <button @click=${this.switchTheme}>${this.theme === "light" ? msg("Dark") : msg("Light")}</button>
        </div>
      </header>`;
  }

  protected override firstUpdated(): void {
    // The development server has no service worker.
    if (import.meta.env.PROD) void import("../updates/index.ts").then(({ startUpdates }) => startUpdates());
  }

  /** The tab's title and the page's description follow the language. */
  protected override updated(): void {
    const { title, description } = SITE_PAGE_INFO[this.page];
    document.title = this.text(title);
    document.querySelector('meta[name="description"]')?.setAttribute("content", this.text(description));
  }

  private async switchLanguage(): Promise<void> {
    const language = this.language === "zh" ? "en" : "zh";
    storePreference("language", language);
    await setPageLanguage(language);
  }

  private switchTheme(): void {
    const theme = this.theme === "light" ? "dark" : "light";
    storePreference("theme", theme);
    applyTheme(theme);
    this.setTheme(theme);
  }

  private setTheme(theme: Theme): void {
    this.theme = theme;
    this.dispatchEvent(new CustomEvent<Theme>("theme-change", { detail: this.theme }));
  }
}
