import { css } from "lit";

export const valuesStyles = css`
  .head { display: flex; justify-content: space-between; align-items: center; gap: 8px; margin-bottom: 4px; }
  .head button, .pin button, .more button { min-height: 28px; padding: 2px 8px; font-size: 0.75rem; }
  .pin { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; padding: 4px 0 8px; font-size: 0.75rem; }
  ul { list-style: none; margin: 0; padding: 0; }
  li { border-top: 1px solid var(--tau-line); }
  summary { display: grid; grid-template-columns: minmax(5.2em, max-content) minmax(7em, 1fr) fit-content(9.5em); gap: 2px 8px; align-items: baseline; padding: 7px 0; color: var(--tau-text); font-size: 0.875rem; list-style: none; }
  summary::-webkit-details-marker { display: none; }
  summary:hover .label { text-decoration: underline; }
  .symbol { white-space: nowrap; font-size: 0.95em; }
  .value { text-align: right; overflow-wrap: anywhere; }
  .pinned { grid-column: 2 / -1; display: flex; flex-wrap: wrap; gap: 2px 12px; justify-content: space-between; font-size: 0.75rem; color: var(--tau-muted); font-variant-numeric: tabular-nums; }
  .more { padding: 0 0 10px; display: grid; gap: 6px; justify-items: start; font-size: 0.8125rem; color: var(--tau-muted); }
  .more button { color: var(--tau-text); }
  .more tau-arithmetic { width: 100%; min-width: 0; }
`;
