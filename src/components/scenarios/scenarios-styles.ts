import { css } from "lit";

/** A dialog with a field to save under, the list, and the buttons for files. */
export const scenariosStyles = css`
  dialog { width: min(44rem, calc(100vw - 24px)); max-height: calc(100vh - 32px); overflow-y: auto; }
  .head { margin-bottom: 6px; }
  button { font-size: 0.8125rem; }
  form { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 14px 0 6px; font-size: 0.875rem; }
  form label { flex-basis: 100%; font-weight: 600; font-size: 0.8125rem; }
  form input { flex: 1; min-width: 0; min-height: 34px; padding: 4px 10px; border: 1px solid var(--tau-muted); border-radius: 6px; background: var(--tau-surface); }
  .rename { margin: 0; flex: 1; }
  [role="status"] { min-height: 2em; overflow-wrap: anywhere; }
  ul { list-style: none; margin: 0; padding: 0; }
  li { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: center; padding: 8px 0; border-top: 1px solid var(--tau-line); }
  .name { flex: 1 1 12rem; min-width: 0; text-align: left; border-color: transparent; background: none; color: var(--tau-accent); font-size: 0.9375rem; overflow-wrap: anywhere; }
  .name[disabled] { color: var(--tau-muted); }
  .actions { display: flex; flex-wrap: wrap; gap: 4px; }
  .empty { padding: 12px 0; border-top: 1px solid var(--tau-line); font-size: 0.875rem; }
  .files { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding-top: 14px; border-top: 1px solid var(--tau-line); }
  .file { position: relative; }
  .file input { position: absolute; inset: 0; opacity: 0; cursor: pointer; width: 100%; }
  .file span { display: inline-flex; align-items: center; min-height: 32px; padding: 4px 10px; border: 1px solid var(--tau-line); border-radius: 6px; font-size: 0.8125rem; }
  .file:hover span { border-color: var(--tau-muted); }
  .file input:focus-visible + span { outline: 2px solid var(--tau-focus); outline-offset: 2px; }
`;
