import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { FIELDS, type QuantityName } from "../../model/index.ts";
import { quantityRange, withIsosurface, withoutIsosurface } from "../../state/isosurfaces.ts";
import { colourFields } from "../../state/explorer-state.ts";
import { formatQuantity, quantityInput } from "../../state/format.ts";
import { MOST_ISOSURFACES, type Isosurface } from "../../state/scene-options.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { readNumber } from "../internal/read-number.ts";
import { sharedStyles } from "../internal/styles.ts";

/** The list of isosurfaces, and a row to add one. A level that no point of the box has is refused beside its field. */
@customElement("tau-isosurfaces")
export class IsosurfacesElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    ul { list-style: none; margin: 0; padding: 0; }
    li { display: flex; gap: 12px; align-items: center; justify-content: space-between; padding: 4px 0; }
    form { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: end; padding: 8px 0; }
    label { display: grid; gap: 2px; font-size: 0.75rem; color: var(--tau-muted); }
    select, input { color: var(--tau-text); font-size: 0.875rem; max-width: 16rem; }
    input { width: 7rem; min-height: 32px; padding: 4px 8px; border: 1px solid var(--tau-line); border-radius: 6px; background: var(--tau-surface); }
    input[aria-invalid="true"] { border-color: var(--tau-error); }
  `];

  @state() private problem: string | null = null;
  @state() private quantity: QuantityName = "growth";

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    const { prices, scene: { isosurfaces } } = explorer.state;
    const options = colourFields(prices);
    const chosen = options.includes(this.quantity) ? this.quantity : "growth";
    const { symbol, unit } = quantityInput(chosen);
    return html`
      <ul>${isosurfaces.map((one) => this.renderOne(one))}</ul>
      ${isosurfaces.length >= MOST_ISOSURFACES ? html`<p class="small muted">${msg(str`At most ${MOST_ISOSURFACES} at once.`)}</p>` : html`
      <form novalidate @submit=${this.onAdd}>
        <label>${msg("Quantity")}<select name="quantity" @change=${(event: Event) => {
          this.quantity = (event.target as HTMLSelectElement).value as QuantityName;
          this.problem = null;
        }}>${options.map((name) => html`<option value=${name} .selected=${name === chosen}>${this.text(FIELDS[name].label)}</option>`)}</select></label>
        <label>${unit === "" ? msg(str`Level of ${symbol}`) : msg(str`Level of ${symbol} in ${unit}`)}
          <input name="level" type="text" inputmode="decimal" autocomplete="off" aria-invalid=${this.problem === null ? "false" : "true"} aria-describedby="problem" /></label>
        <button type="submit">${msg("Add the surface")}</button>
      </form>`}
      <p id="problem" class="error" role="alert">${this.problem ?? nothing}</p>`;
  }

  private renderOne(one: Isosurface): TemplateResult {
    const name = `${FIELDS[one.quantity].symbol} = ${formatQuantity(one.quantity, one.level, this.language)}`;
    const drawn = this.explorer?.surface.result?.isosurfaces.find(({ quantity, level }) => quantity === one.quantity && level === one.level);
    return html`<li><span>${name} ${drawn?.result.mesh.sheet.length === 0 ? html`<span class="muted">${msg("(nowhere in the box now)")}</span>` : nothing}</span>
      <button aria-label=${msg(str`Remove ${name}`)} @click=${() => this.explorer?.update((shown) => withoutIsosurface(shown, one))}>${msg("Remove")}</button></li>`;
  }

  private readonly onAdd = (event: Event): void => {
    event.preventDefault();
    const { explorer } = this;
    const form = event.target as HTMLFormElement;
    const field = form.elements.namedItem("level");
    const select = form.elements.namedItem("quantity");
    if (explorer === undefined || !(field instanceof HTMLInputElement) || !(select instanceof HTMLSelectElement)) return;
    const quantity = select.value as QuantityName;
    const level = readNumber(field.value) / quantityInput(quantity).factor;
    const range = quantityRange(explorer.state, quantity);
    if (!Number.isFinite(level) || range === null || level < range[0] || level > range[1]) {
      const [low, high] = (range ?? [NaN, NaN]).map((value) => formatQuantity(quantity, value, this.language));
      this.problem = msg(str`Found “${field.value}”; in this box the quantity runs from about ${low} to ${high}.`);
      return;
    }
    this.problem = null;
    explorer.update((shown) => withIsosurface(shown, { quantity, level }));
    field.value = "";
  };
}
