import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { PARAMETERS, type ParameterName } from "../../model/index.ts";
import { axesOf, axisNames, feasibleSpan, fourthAxis, played, withAxes, withAxis, USUAL_AXES } from "../../state/axes.ts";
import { withParameter } from "../../state/explorer-state.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import "../parameter/tau-parameter.ts";
import "../parameter/tau-range.ts";

/** Seconds in which the fourth axis is played from end to end. */
const PERIOD = 12;
/** A page that was asleep goes on from where it stood. */
const LONGEST_STEP = 0.1;
const POSITIONS = [0, 1, 2, 3] as const;

/** Which parameters span the scene, over what ranges, and the one that plays. */
@customElement("tau-axes")
export class AxesElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    .fourth { display: flex; gap: 12px; align-items: end; padding: 12px 0; border-top: 1px solid var(--tau-line); }
    .fourth tau-parameter { flex: 1; min-width: 0; }
    .fourth button { min-width: 5.5em; margin-bottom: 2px; }
    h2 { padding-top: 12px; border-top: 1px solid var(--tau-line); }
    h2 + .fourth { border-top: 0; padding-top: 6px; }
    details { font-size: 0.875rem; padding-bottom: 12px; }
    .axis { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 4px 12px; align-items: center; padding: 8px 0; border-bottom: 1px solid var(--tau-line); }
    .axis label { display: contents; }
    .axis select { width: 100%; min-width: 0; }
    .axis tau-range { grid-column: 2; }
    .again { margin-top: 10px; }
  `];

  @state() private isPlaying = false;
  #frame = 0;
  #before = 0;
  #hasPlayed = false;

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    const { state: shown } = explorer;
    const fourth = fourthAxis(shown);
    const cannotPlay = feasibleSpan(fourth, shown.ranges[fourth], shown.parameters) === null;
    return html`
      <h2>${msg(str`Fourth axis: ${PARAMETERS[fourth].symbol}`)}</h2>
      <div class="fourth">
        <tau-parameter compact .explorer=${explorer} .name=${fourth}></tau-parameter>
        <button ?disabled=${cannotPlay} aria-pressed=${this.isPlaying ? "true" : "false"} @click=${this.toggle}>
          ${this.isPlaying ? msg("Pause") : msg("Play")}</button>
      </div>
      <details>
        <summary>${msg("Choose the axes and their ranges")}</summary>
        ${POSITIONS.map((position) => this.renderAxis(position))}
        ${shown.axes === null ? nothing : html`<button class="again" @click=${() => explorer.update((state) => withAxes(state, USUAL_AXES[state.prices]))}>${msg("Usual axes")}</button>`}
      </details>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  private renderAxis(position: (typeof POSITIONS)[number]): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    const chosen = axesOf(explorer.state)[position];
    const labels = [msg("To the right"), msg("Into depth"), msg("Upwards"), msg("Fourth")];
    return html`<div class="axis">
      <label><span>${labels[position]}</span>
        <select @change=${(event: Event) => {
          const name = (event.target as HTMLSelectElement).value as ParameterName;
          explorer.update((state) => withAxis(state, position, name));
        }}>${axisNames(explorer.state.prices).map((name) => html`
          <option value=${name} .selected=${name === chosen}>${PARAMETERS[name].symbol} · ${this.text(PARAMETERS[name].label)}</option>`)}</select></label>
      <tau-range .explorer=${explorer} .name=${chosen}></tau-range>
    </div>`;
  }

  private readonly toggle = (): void => {
    if (this.isPlaying) {
      this.pause();
      return;
    }
    this.isPlaying = true;
    this.#hasPlayed = false;
    this.#before = performance.now();
    this.#frame = requestAnimationFrame(this.step);
  };

  private pause(): void {
    cancelAnimationFrame(this.#frame);
    this.isPlaying = false;
  }

  private readonly step = (now: number): void => {
    const { explorer } = this;
    if (explorer === undefined || !this.isPlaying) return;
    const seconds = Math.min(LONGEST_STEP, Math.max(0, now - this.#before) / 1000);
    this.#before = now;
    const name = fourthAxis(explorer.state);
    const value = played(name, explorer.state.ranges[name], explorer.state.parameters, seconds, PERIOD);
    if (value === null) {
      this.pause();
      return;
    }
    // All that is played from one press to the next is one step of the history.
    explorer.update((state) => withParameter(state, name, value), this.#hasPlayed);
    this.#hasPlayed = true;
    this.#frame = requestAnimationFrame(this.step);
  };
}
