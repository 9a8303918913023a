import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { PRESETS, presetOf, withPreset } from "../../state/presets.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";

/** Points worth seeing, each with a sentence that says why. */
@customElement("tau-presets")
export class PresetsElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    label { display: block; font-size: 0.8125rem; font-weight: 600; color: var(--tau-muted); margin-bottom: 6px; }
    select { width: 100%; font-size: 0.875rem; }
    p { margin-top: 6px; font-size: 0.8125rem; color: var(--tau-muted); }
  `];

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    const present = presetOf(explorer.state);
    return html`
      <label for="preset">${msg("Points worth seeing")}</label>
      <select id="preset" aria-describedby="sentence" @change=${this.choose}>
        <option value="" ?disabled=${present !== null} .selected=${present === null}>${msg("Your own point")}</option>
        ${PRESETS.map(({ id, label }) => html`<option value=${id} .selected=${id === present?.id}>${this.text(label)}</option>`)}
      </select>
      <p id="sentence">${present === null ? nothing : this.text(present.sentence)}</p>`;
  }

  private choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const preset = PRESETS.find(({ id }) => id === value);
    if (preset !== undefined) this.explorer?.update((state) => withPreset(state, preset));
  }
}
