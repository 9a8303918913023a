import { css } from "lit";

/** What the parts of the export panel share. */
export const exportStyles = css`
  h2 { margin-bottom: 6px; }
  .field { display: grid; gap: 4px; font-size: 0.75rem; color: var(--tau-muted); min-width: 0; }
  .field input, .field select { font-size: 0.875rem; color: var(--tau-text); }
  input[type="text"] {
    min-height: 32px; width: 100%; padding: 4px 8px; border: 1px solid var(--tau-line); border-radius: 6px; background: var(--tau-panel); font-variant-numeric: tabular-nums;
  }
  input[aria-invalid="true"] { border-color: var(--tau-error); }
  input[type="checkbox"], input[type="radio"] { width: 18px; height: 18px; margin: 3px; accent-color: var(--tau-accent); flex: none; }
  .buttons { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  .buttons button { font-size: 0.875rem; }
  button.first:not([aria-disabled="true"]) { background: var(--tau-accent); border-color: var(--tau-accent); color: var(--tau-accent-text); font-weight: 600; }
  button[aria-disabled="true"] { background: none; border-color: var(--tau-line); color: var(--tau-muted); font-weight: 400; cursor: default; }
  progress { width: 100%; height: 8px; accent-color: var(--tau-accent); }
  .note { font-size: 0.8125rem; max-width: 80ch; overflow-wrap: anywhere; }
  code { font: 0.75rem/1.5 var(--tau-font-mono); overflow-wrap: anywhere; }
  @media (forced-colors: active) { button.first:not([aria-disabled="true"]) { border: 2px solid ButtonText; } }
`;
