import { css } from "lit";

/** What all elements share: type, controls, focus. Colours and fonts are the tokens of src/design. */
export const sharedStyles = css`
  :host { display: block; color: var(--tau-text); }
  :host([hidden]) { display: none; }
  * { box-sizing: border-box; }
  h2, h3, p, dl, dd, dt, figure, fieldset, legend { margin: 0; padding: 0; }
  fieldset { border: 0; min-width: 0; }
  h2 { font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.02em; color: var(--tau-muted); }
  h3 { font-size: 0.875rem; font-weight: 600; }
  p { text-wrap: pretty; }
  .variable { font-family: var(--tau-font-variable); font-style: italic; font-size: 1.1em; }
  .number { font-variant-numeric: tabular-nums; }
  .muted { color: var(--tau-muted); }
  .small { font-size: 0.8125rem; }
  .error { color: var(--tau-error); font-size: 0.8125rem; }
  .raises { color: var(--tau-raises); }
  .lowers { color: var(--tau-lowers); }
  a { color: var(--tau-accent); }
  button, select, input { font: inherit; color: inherit; }
  button, select {
    min-height: 32px; padding: 4px 10px; border: 1px solid var(--tau-line); border-radius: 6px; background: var(--tau-panel); cursor: pointer;
  }
  button:hover, select:hover { border-color: var(--tau-muted); }
  button[disabled] { color: var(--tau-muted); cursor: default; }
  :focus-visible { outline: 2px solid var(--tau-focus); outline-offset: 2px; }
  summary { cursor: pointer; color: var(--tau-accent); padding-block: 3px; }
  .added {
    display: inline-block; padding: 0 6px; border: 1px solid var(--tau-line); border-radius: 999px; font-size: 0.75rem; color: var(--tau-muted);
    white-space: nowrap; font-weight: 400;
  }
  .visually-hidden {
    position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
`;
