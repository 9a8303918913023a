import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { flagSentences } from "../../state/flag-sentences.ts";
import { verdictAt } from "../../state/verdict.ts";
import { equationLink } from "../internal/equation-link.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { WhenQuiet } from "../internal/when-quiet.ts";
import { verdictTone } from "./verdict-tone.ts";

/** What the present point means, in words first, then the inequality that decides it. */
@customElement("tau-verdict")
export class VerdictElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    .verdict { padding: 12px 16px; border-radius: 8px; border-left: 4px solid var(--tau-boundary); background: var(--tau-surface); min-height: 8.5em; }
    :host([isBrief]) .verdict { min-height: 0; padding: 10px 14px; }
    .verdict.raises { border-color: var(--tau-raises); background: var(--tau-raises-tint); color: var(--tau-text); }
    .verdict.lowers { border-color: var(--tau-lowers); background: var(--tau-lowers-tint); color: var(--tau-text); }
    .verdict strong { display: block; text-wrap: balance; font-size: 1.125rem; line-height: 1.3; margin-bottom: 4px; }
    .verdict p { font-size: 0.9375rem; }
    /* The two sides come after the first picture, and find their place held. */
    tau-sides:not(:defined) { display: block; min-height: 15rem; }
    .says { font-size: 0.875rem; margin-top: 10px; }
    .flags { margin-top: 12px; padding: 10px 12px; border: 1px dashed var(--tau-muted); border-radius: 8px; font-size: 0.8125rem; }
    .flags p + p { margin-top: 6px; }
  `];

  /** The verdict in words alone. */
  @property({ type: Boolean }) isBrief = false;
  @state() private announced = "";
  private readonly quiet = new WhenQuiet(this);

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { point, state: { parameters } } = this.explorer;
    const { headline, sentence } = verdictAt(parameters, point, this.language);
    return html`
      <div class="verdict ${verdictTone(point.class)}">
        <strong>${headline}</strong>
        <p>${sentence}</p>
      </div>
      <p class="visually-hidden" role="status">${this.announced}</p>
      ${this.isBrief ? nothing : this.renderReasons()}`;
  }

  private renderReasons(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { point, state } = this.explorer;
    const flags = flagSentences(state.parameters, point);
    return html`
      <tau-sides .explorer=${this.explorer}></tau-sides>
      ${flags.length === 0 ? nothing : html`<div class="flags">
        ${flags.map(({ sentence, equation }) => html`<p>${this.text(sentence)} (${equationLink(equation)})</p>`)}
      </div>`}
      ${state.prices === "equilibrium" ? html`<p class="says muted">${msg("In equilibrium ω is an outcome of τ and the technology, so it is no axis and cannot be set. The axes are α, β and τ, and the boundary is the plane τ = 1−α under every rule.")}</p>` : nothing}
    `;
  }

  protected override updated(): void {
    if (this.explorer === undefined) return;
    const { headline, sentence } = verdictAt(this.explorer.state.parameters, this.explorer.point, this.language);
    const verdict = `${headline} ${sentence}`;
    this.quiet.after(verdict, () => { this.announced = verdict; });
  }
}
