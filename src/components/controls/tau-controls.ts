import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { PARAMETERS, type ParameterGroup } from "../../model/index.ts";
import { DEFAULT_STATE } from "../../state/explorer-state.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import "../choices/tau-choices.ts";
import "../choices/tau-presets.ts";
import "../parameter/tau-parameter.ts";
import "../triangle/tau-triangle.ts";

const GROUPS: readonly ParameterGroup[] = ["technology", "investment", "prices", "household", "capital"];

/** What can be set: the model's choices, then every parameter, grouped as an economist thinks of them. */
@customElement("tau-controls")
export class ControlsElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    section { padding: 16px 0; border-top: 1px solid var(--tau-line); }
    section h2 { margin-bottom: 8px; }
    tau-presets, tau-choices { padding-bottom: 16px; }
    tau-parameter + tau-parameter { margin-top: 12px; }
    tau-triangle { margin-bottom: 12px; }
    .reset { display: flex; gap: 8px; align-items: center; justify-content: space-between; padding-top: 16px; border-top: 1px solid var(--tau-line); }
    .reset button { white-space: nowrap; }
  `];

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    return html`
      <tau-presets .explorer=${explorer}></tau-presets>
      <tau-choices .explorer=${explorer}></tau-choices>
      ${GROUPS.map((group) => html`
        <section aria-label=${this.groupTitle(group)}>
          <h2>${this.groupTitle(group)}</h2>
          ${group === "technology" ? html`<tau-triangle .explorer=${explorer}></tau-triangle>` : nothing}
          ${Object.values(PARAMETERS).filter((info) => info.group === group)
            .map(({ name }) => html`<tau-parameter .explorer=${explorer} .name=${name} data-parameter=${name}></tau-parameter>`)}
        </section>`)}
      <div class="reset">
        <p class="small muted">${msg("The starting values are illustrative.")}</p>
        <button @click=${() => explorer.update(() => ({ ...DEFAULT_STATE }))}>${msg("Start again")}</button>
      </div>
    `;
  }

  private groupTitle(group: ParameterGroup): string {
    const titles: Record<ParameterGroup, string> = {
      technology: msg("Technology"), investment: msg("Investment"), prices: msg("Prices"), household: msg("Household"), capital: msg("Capital"),
    };
    return titles[group];
  }
}
