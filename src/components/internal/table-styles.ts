import { css } from "lit";

/** Wide tables of the model's and the evidence's pages: each scrolls in its own frame. */
export const tableStyles = css`
  .frame { overflow-x: auto; border: 1px solid var(--tau-line); border-radius: 8px; background: var(--tau-panel); }
  table { border-collapse: collapse; width: 100%; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
  caption { text-align: left; padding: 10px 12px; font-weight: 600; }
  th, td { padding: 7px 12px; text-align: left; vertical-align: baseline; }
  thead th { color: var(--tau-muted); font-weight: 600; white-space: nowrap; }
  tbody :is(th, td) { border-top: 1px solid var(--tau-line); font-weight: 400; }
  td:nth-child(2) { min-width: 9em; }
  tbody tr { scroll-margin-top: 16px; }
  tr.current > :first-child { box-shadow: inset 4px 0 var(--tau-accent); }
  .right { text-align: right; }
  code { font-family: var(--tau-font-mono); font-size: 0.8125rem; }
`;
