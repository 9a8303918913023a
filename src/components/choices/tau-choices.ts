import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { PRICE_MODE_INFO, PRICE_MODES, RULE_INFO, RULES, type BilingualText } from "../../model/index.ts";
import { withPrices } from "../../state/explorer-state.ts";
import { equationLink } from "../internal/equation-link.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { segmentedStyles } from "../internal/segmented-styles.ts";
import { sharedStyles } from "../internal/styles.ts";

interface Option<T extends string> {
  readonly id: T;
  readonly label: BilingualText;
  readonly meaning: BilingualText;
  readonly equation: string;
  readonly added: boolean;
}

/** The two choices that say which model is meant: where prices come from, and who weighs what. */
@customElement("tau-choices")
export class ChoicesElement extends ExplorerElement {
  static override styles = [sharedStyles, segmentedStyles, css`
    fieldset + fieldset { margin-top: 16px; }
    legend { display: flex; gap: 8px; align-items: baseline; font-size: 0.8125rem; font-weight: 600; color: var(--tau-muted); margin-bottom: 6px; }
    p { margin-top: 6px; font-size: 0.8125rem; color: var(--tau-muted); min-height: 2.6em; }
  `];

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    return html`
      ${this.renderChoice(msg("Rental prices"), "prices", PRICE_MODES.map((id) => ({ id, ...PRICE_MODE_INFO[id] })), explorer.state.prices,
        (prices) => explorer.update((state) => withPrices(state, prices)))}
      ${this.renderChoice(msg("Who weighs returns"), "rule", RULES.map((id) => ({ id, ...RULE_INFO[id] })), explorer.state.rule,
        (rule) => explorer.update((state) => ({ ...state, rule })))}
    `;
  }

  private renderChoice<T extends string>(
    title: string, name: string, options: readonly Option<T>[], chosen: T, choose: (id: T) => void,
  ): TemplateResult {
    const present = options.find(({ id }) => id === chosen);
    return html`
      <fieldset>
        <legend>${title}${present?.added === true ? html`<span class="added">${msg("beyond the report")}</span>` : nothing}</legend>
        <div class="options">
          ${options.map(({ id, label }) => html`
            <label><input type="radio" name=${name} .checked=${id === chosen} @change=${() => choose(id)} />${this.text(label)}</label>`)}
        </div>
        <p>${present === undefined ? nothing : html`${this.text(present.meaning)} (${equationLink(present.equation)})`}</p>
      </fieldset>`;
  }
}
