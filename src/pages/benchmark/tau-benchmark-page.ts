import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import "../../components/bench-results/tau-bench-results.ts";
import "../../components/bench-settings/tau-bench-settings.ts";
import { BenchElement } from "../../components/internal/bench-element.ts";
import { sharedStyles } from "../../components/internal/styles.ts";
import type { Theme } from "../../design/tokens.ts";
import "../site-header/tau-site-header.ts";

/** The benchmark: what is measured to the left, what was found to the right. */
@customElement("tau-benchmark-page")
export class BenchmarkPage extends BenchElement {
  static override styles = [sharedStyles, css`
    main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 24px; padding: 20px; max-width: 2400px; margin: 0 auto; }
    h1 { margin: 0 0 6px; font-size: 1.375rem; font-weight: 650; letter-spacing: -0.01em; }
    .lede { max-width: 62em; }
    .lede p { font-size: 0.9375rem; }
    @media (max-width: 599px) {
      main { padding-inline: 14px; }
      h1 { font-size: 1.1875rem; }
    }
    @media (min-width: 900px) {
      main { grid-template-columns: 320px minmax(0, 1fr); column-gap: 40px; }
      .lede { grid-column: 1 / -1; }
    }
  `];

  @property({ attribute: false }) theme: Theme = "light";

  override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (session === undefined) return nothing;
    return html`
      <tau-site-header page="benchmark" .theme=${this.theme} @theme-change=${(event: CustomEvent<Theme>) => { this.theme = event.detail; }}></tau-site-header>
      <main>
        <section class="lede" aria-labelledby="question">
          <h1 id="question">${msg("How fast does this machine sweep the model?")}</h1>
          <p>${msg("Growth and its slope in τ over a grid of α, β, τ and ω, by every engine that works here. Each measurement is held to the counts and checksums of the others: one that computed something else is called invalid.")}</p>
        </section>
        <section aria-label=${msg("What is measured")}><tau-bench-settings .session=${session}></tau-bench-settings></section>
        <section aria-label=${msg("What was found")}><tau-bench-results .session=${session}></tau-bench-results></section>
      </main>`;
  }
}
