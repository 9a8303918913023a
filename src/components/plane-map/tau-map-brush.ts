import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { isAdmissible, PARAMETERS, type ParameterName } from "../../model/index.ts";
import { drawnAxes } from "../../state/axes.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";
import { brushBox, brushOver, mapAxes, withMap, type BrushSide } from "../../state/map-choice.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { readNumber } from "../internal/read-number.ts";
import { sharedStyles } from "../internal/styles.ts";

type End = "from" | "to";

/** What is selected on the map, in numbers: from and to along each axis, and what the scene shows of it. */
@customElement("tau-map-brush")
export class MapBrushElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    fieldset { display: grid; grid-template-columns: repeat(auto-fit, minmax(6rem, 1fr)); gap: 8px 12px; align-items: end; margin: 4px 0; font-size: 0.8125rem; }
    label { display: grid; gap: 2px; color: var(--tau-muted); }
    input { width: 100%; min-width: 0; min-height: 32px; padding: 2px 8px; border: 1px solid var(--tau-line); border-radius: 6px; background: var(--tau-surface); color: var(--tau-text); text-align: right; font-variant-numeric: tabular-nums; }
    button { grid-column: 1 / -1; justify-self: start; }
    input[aria-invalid="true"] { border-color: var(--tau-error); }
  `];

  @state() private refused: { readonly field: string; readonly text: string; readonly reason: string } | null = null;
  #seen: ExplorerState | undefined;

  override willUpdate(): void {
    if (this.explorer?.state !== this.#seen) this.refused = null;
    this.#seen = this.explorer?.state;
  }

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    const { state } = explorer;
    const axes = mapAxes(state);
    const brush = brushOver(state.map.brush, axes);
    return html`
      <fieldset><legend class="visually-hidden">${msg("Selection on the map")}</legend>
        ${axes.map((name, side) => (["from", "to"] as const).map((end) => this.renderField(name, end, brush?.[side] ?? null)))}
        <button ?disabled=${state.map.brush === null} @click=${() => explorer.update((shown) => withMap(shown, { brush: null }))}>${msg("End the selection")}</button>
      </fieldset>
      <p id="problem" class="error" role="alert">${this.refused?.reason ?? nothing}</p>
      ${state.map.brush === null ? nothing : html`<p class="small muted">${this.sceneText(state)}</p>`}`;
  }

  private renderField(name: ParameterName, end: End, side: BrushSide | null): TemplateResult {
    const { symbol } = PARAMETERS[name];
    const field = `${name}.${end}`;
    const isRefused = this.refused?.field === field;
    const { min, max } = this.explorer?.state.ranges[name] ?? { min: NaN, max: NaN };
    return html`<label>${end === "from" ? msg(str`${symbol} from`) : msg(str`${symbol} to`)}
      <input type="text" inputmode="decimal" autocomplete="off" spellcheck="false" placeholder=${String(end === "from" ? min : max)} aria-describedby="problem"
        aria-invalid=${isRefused ? "true" : "false"} .value=${isRefused ? this.refused?.text ?? "" : side === null ? "" : String(side[end])}
        @change=${(event: Event) => this.onField(name, end, (event.target as HTMLInputElement).value.trim())} /></label>`;
  }

  /** A number makes a selection, which reaches to the ends of the axes where it is not limited yet; an empty field is that end. */
  private onField(name: ParameterName, end: End, text: string): void {
    const { explorer } = this;
    if (explorer === undefined) return;
    const { state } = explorer;
    const axes = mapAxes(state);
    const present = brushOver(state.map.brush, axes);
    const [across, up] = axes.map((axis, k): BrushSide => {
      const { min, max } = state.ranges[axis];
      const side = present?.[k] ?? { name: axis, from: min, to: max };
      if (axis !== name) return side;
      return { ...side, [end]: text === "" ? (end === "from" ? min : max) : readNumber(text) };
    });
    const changed = across.name === name ? across : up;
    if (isAdmissible(name, changed[end]) && changed.from < changed.to) {
      explorer.update((shown) => withMap(shown, { brush: [across, up] }));
      return;
    }
    const { symbol } = PARAMETERS[name];
    const other = String(changed[end === "from" ? "to" : "from"]);
    this.refused = {
      field: `${name}.${end}`, text,
      reason: end === "from" ? msg(str`Found “${text}”; allowed: a value of ${symbol} below ${other}. The last selection stays.`) : msg(str`Found “${text}”; allowed: a value of ${symbol} above ${other}. The last selection stays.`),
    };
  }

  private sceneText(state: ExplorerState): string {
    if (brushBox(state) !== null) return msg("The scene outlines the selection over the axes that it shares with the map.");
    const isShared = state.map.brush?.some(({ name }) => drawnAxes(state).includes(name)) ?? false;
    return isShared
      ? msg("The scene does not show the selection: the present point, or the scene's range, lies outside it.")
      : msg("The scene does not show the selection: it draws neither of its parameters.");
  }
}
