import { css } from "lit";

/** Radio buttons in one row, of which the chosen one is filled: a fieldset with `.options`, labels and inputs. */
export const segmentedStyles = css`
  .options { display: flex; flex-wrap: wrap; border: 1px solid var(--tau-line); border-radius: 8px; overflow: hidden; }
  .options label {
    position: relative; flex: 1; padding: 6px 8px; text-align: center; font-size: 0.875rem; cursor: pointer; min-height: 34px; background: var(--tau-panel);
  }
  .options label + label { border-left: 1px solid var(--tau-line); }
  .options label:hover { background: var(--tau-surface); }
  .options input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
  .options label:has(input:checked) { background: var(--tau-accent); color: var(--tau-accent-text); font-weight: 600; }
  .options label:has(input:focus-visible) { outline: 2px solid var(--tau-focus); outline-offset: -3px; box-shadow: inset 0 0 0 2px var(--tau-panel); }
  @media (forced-colors: active) {
    .options label:has(input:checked) { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  }
`;
