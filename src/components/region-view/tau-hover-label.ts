import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { CLASS_INFO, evaluatePoint, FIELDS, PARAMETERS } from "../../model/index.ts";
import { drawnAxes } from "../../state/axes.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";
import { formatNumber, formatQuantity } from "../../state/format.ts";
import { LocalizedElement } from "../internal/localized-element.ts";
import { sharedStyles } from "../internal/styles.ts";

/** Between the pointer and the label, CSS px. */
const GAP = 14;

export interface HoveredEconomy {
  /** Of the scenario, where two are compared. */
  readonly name: string | null;
  readonly economy: ExplorerState;
}

/** What is under the pointer, beside it, on the side where there is room. For the eye alone: the same values stand in the panels once a point is picked. */
@customElement("tau-hover-label")
export class HoverLabelElement extends LocalizedElement {
  static override styles = [sharedStyles, css`
    :host { position: absolute; inset: 0; pointer-events: none; overflow: hidden; }
    .label {
      position: absolute; left: 0; top: 0; max-width: 240px; padding: 6px 10px; border: 1px solid var(--tau-line); border-radius: 8px;
      background: var(--tau-panel); font-size: 0.75rem; font-variant-numeric: tabular-nums; box-shadow: 0 2px 8px rgb(0 0 0 / 12%);
    }
  `];

  @property({ attribute: false }) economies: readonly HoveredEconomy[] = [];
  /** The pointer, CSS px from the top left corner. */
  @property({ attribute: false }) at: readonly [number, number] | null = null;

  override render(): TemplateResult | typeof nothing {
    if (this.economies.length === 0) return nothing;
    const [{ economy }] = this.economies;
    const { parameters } = economy;
    return html`<div class="label" aria-hidden="true"><div>${drawnAxes(economy).map((name) => `${PARAMETERS[name].symbol} ${formatNumber(parameters[name], 3)}`).join(" · ")}</div>
      ${this.economies.map((one) => this.renderOne(one))}</div>`;
  }

  private renderOne({ name, economy: { parameters, rule, prices, colour } }: HoveredEconomy): TemplateResult {
    const { fields, class: sign } = evaluatePoint(parameters, rule, prices);
    const { meaning } = CLASS_INFO[sign];
    const value = `${this.text(FIELDS[colour].label)} ${formatQuantity(colour, fields[colour] ?? NaN, this.language)}`;
    return name === null ? html`<div>${value}</div><div class="muted">${this.text(meaning)}</div>` : html`<div><b>${name}</b> ${this.text(meaning)}</div><div class="muted">${value}</div>`;
  }

  protected override updated(): void {
    const label = this.renderRoot.querySelector<HTMLElement>(".label");
    if (label === null || this.at === null) return;
    const place = (pointer: number, size: number, room: number) => Math.max(0, Math.round(pointer + GAP + size > room ? pointer - GAP - size : pointer + GAP));
    const [x, y] = this.at;
    label.style.transform = `translate(${place(x, label.offsetWidth, this.clientWidth)}px, ${place(y, label.offsetHeight, this.clientHeight)}px)`;
  }
}
