import { msg, str } from "@lit/localize";
import { css, html, type TemplateResult } from "lit";
import { pageLanguage } from "../../i18n/language.ts";
import { LIST_COMMA, PARAMETERS } from "../../model/index.ts";
import { drawnAxes, isUsualSpace } from "../../state/axes.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";

/** The question above the scene: its answer in a line or two, so that the scene has the room, and the rest for whoever asks. */
export const ledeStyles = css`
  h1 { font-size: 1.375rem; line-height: 1.25; margin: 0 0 4px; letter-spacing: -0.01em; text-wrap: balance; }
  h1:lang(zh) { word-break: keep-all; }
  .lede div, .lede p { max-width: 78ch; font-size: 0.875rem; }
  .lede details { display: inline; }
  .lede summary { display: inline; white-space: nowrap; }
  .lede summary::before { content: "▸ " / ""; font-size: 0.75em; }
  .lede [open] summary::before { content: "▾ " / ""; }
  .lede p { margin-top: 6px; }
  @media (max-width: 1499px) { h1 { font-size: 1.0625rem; } }
`;

export function lede(state: ExplorerState): TemplateResult {
  const { short, whole } = texts(state);
  return html`<section class="lede" aria-labelledby="question">
    <h1 id="question">${msg("Where does investing more in compute raise growth?")}</h1>
    <div>${short} <details><summary>${msg("What is drawn")}</summary>
      <p>${whole} <span class="muted">${msg("Model: Tsinghua and Inspur, report on China's computing power, 2023.")}</span></p></details></div>
  </section>`;
}

function texts(state: ExplorerState): Readonly<Record<"short" | "whole", string>> {
  if (!isUsualSpace(state)) {
    return {
      short: msg("In the shaded region a larger share τ of investment in compute raises steady-state growth; outside it, growth falls."),
      whole: msg(str`Each point of the box is an economy with its own ${drawnAxes(state).map((name) => PARAMETERS[name].symbol).join(LIST_COMMA[pageLanguage()])}; everything else is as you set it.`),
    };
  }
  return state.prices === "equilibrium" ? {
    short: msg("Below the plane τ = 1−α, in the shaded region, a larger share τ of investment in compute raises steady-state growth; above it, growth falls."),
    whole: msg("Each point of the box is an economy: two elasticities of its technology and the share τ of investment that goes to compute. Prices clear the market, and above the plane too much already goes to compute."),
  } : {
    short: msg("Above the surface, in the shaded region, a larger share τ of investment in compute raises steady-state growth; below it, growth falls."),
    whole: msg("Each point of the box is an economy: two elasticities of its technology and the rental price ω of compute relative to other capital."),
  };
}
