import { css } from "lit";

/** Signs by tint and by glyph, infeasible by a hatch; the present point by a frame, the focus by a wider one. */
export const gridStyles = css`
  .choices, .steppers { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: end; margin-top: 10px; font-size: 0.875rem; }
  .choices label { display: grid; gap: 2px; font-size: 0.75rem; color: var(--tau-muted); min-width: 0; }
  .choices select { max-width: min(17rem, 80vw); text-overflow: ellipsis; font-size: 0.875rem; color: var(--tau-text); }
  .stepper { display: flex; gap: 6px; align-items: center; }
  .stepper button { min-width: 32px; }
  .stepper > span { min-width: 5.5em; }
  /* Positioned, so that it also clips the words that are hidden from eyes. */
  .scroll { position: relative; overflow-x: auto; margin-top: 12px; padding: 3px; container-type: inline-size; }
  table { border-collapse: separate; border-spacing: 2px; font-size: 0.8125rem; font-variant-numeric: tabular-nums; width: 100%; }
  caption { text-align: left; color: var(--tau-muted); padding-bottom: 6px; }
  /* The table may be wider than its frame; its caption is read without moving it. */
  caption span { position: sticky; left: 0; display: inline-block; max-width: calc(100cqi - 8px); }
  th { font-weight: 400; color: var(--tau-muted); padding: 4px 4px; text-align: right; white-space: nowrap; }
  th.corner { text-align: left; }
  tbody th { position: sticky; left: 0; background: var(--tau-surface); }
  td { min-width: 3.5em; height: 28px; padding: 2px 4px; text-align: right; white-space: nowrap; border-radius: 3px; background: var(--tau-panel); cursor: pointer; }
  td.is-raising { background: var(--tau-raises-tint); }
  td.is-lowering { background: var(--tau-lowers-tint); }
  td.is-infeasible { background: repeating-linear-gradient(45deg, transparent 0 4px, var(--tau-hatch) 4px 5px); color: var(--tau-muted); text-align: center; cursor: default; }
  td.is-present { box-shadow: 0 0 0 2px var(--tau-text); font-weight: 600; }
  td:focus-visible { outline: 3px solid var(--tau-focus); outline-offset: 1px; }
  .glyph { font-size: 0.75em; margin-right: 4px; }
  .is-raising .glyph { color: var(--tau-raises); }
  .is-lowering .glyph { color: var(--tau-lowers); }
  .key { font-size: 0.8125rem; margin-top: 8px; max-width: 90ch; }
  @media (forced-colors: active) {
    td { border: 1px solid CanvasText; }
    td.is-present { outline: 3px solid Highlight; }
  }
`;
