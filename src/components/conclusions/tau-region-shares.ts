import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { describeAdmissible, isAdmissible } from "../../model/index.ts";
import type { RegionShares } from "../../state/conclusions/names.ts";
import { formatNumber } from "../../state/format.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { readNumber } from "../internal/read-number.ts";
import { sharedStyles } from "../internal/styles.ts";

/** Hundredths of τ that a slider can stand at. */
const STEPS = 100;
const NAMES = ["A", "B"] as const;

/** The compute shares of the two regions, each by slider and by number. What is refused stays in its field with the reason beside it. */
@customElement("tau-region-shares")
export class RegionSharesElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    .regions { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 8px 24px; }
    .region { display: grid; grid-template-columns: minmax(4rem, 1fr) 5rem; gap: 2px 8px; align-items: center; font-size: 0.875rem; }
    label { grid-column: 1 / -1; }
    input[type="range"] { width: 100%; height: 24px; margin: 0; accent-color: var(--tau-accent); }
    input[type="text"] { width: 100%; min-height: 30px; padding: 2px 8px; border: 1px solid var(--tau-line); border-radius: 6px; background: var(--tau-surface); text-align: right; }
    input[aria-invalid="true"] { border-color: var(--tau-error); }
  `];

  @state() private refused: { readonly region: 0 | 1; readonly text: string } | null = null;

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { regions } = this.explorer.state;
    return html`<div class="regions" role="group" aria-label=${msg("Compute shares of two regions")}>${([0, 1] as const).map((region) => this.renderRegion(region, regions[region]))}</div>
      <p id="problem" class="error" role="alert">${this.refused === null ? nothing
        : msg(str`Found “${this.refused.text}”; allowed: ${this.text(describeAdmissible("tau"))}. The last value stays.`)}</p>`;
  }

  private renderRegion(region: 0 | 1, share: number): TemplateResult {
    const name = msg(str`τ of region ${NAMES[region]}`);
    const isRefused = this.refused?.region === region;
    return html`<div class="region">
      <label for="field-${region}">${name}</label>
      <input type="range" min="1" max=${STEPS - 1} step="1" .value=${live(String(Math.round(share * STEPS)))} aria-label=${name} aria-valuetext="τ = ${formatNumber(share)}"
        @input=${(event: Event) => this.set(region, Number((event.target as HTMLInputElement).value) / STEPS)} />
      <input id="field-${region}" type="text" inputmode="decimal" autocomplete="off" .value=${isRefused ? this.refused?.text ?? "" : String(share)}
        aria-invalid=${isRefused ? "true" : "false"} aria-describedby="problem" @change=${(event: Event) => this.onField(region, (event.target as HTMLInputElement).value.trim())} />
    </div>`;
  }

  private onField(region: 0 | 1, text: string): void {
    const share = readNumber(text);
    if (isAdmissible("tau", share)) this.set(region, share);
    else this.refused = { region, text };
  }

  private set(region: 0 | 1, share: number): void {
    this.refused = null;
    this.explorer?.update((shown) => {
      const regions: RegionShares = region === 0 ? [share, shown.regions[1]] : [shown.regions[0], share];
      return { ...shown, regions };
    });
  }
}
