import { css } from "lit";

export const compareStyles = css`
  .frame:fullscreen { display: flex; flex-direction: column; padding: 16px; overflow-y: auto; background: var(--tau-surface); }
  .frame:fullscreen .scenes { flex: 1; grid-auto-rows: 1fr; }
  .frame:fullscreen section { display: flex; flex-direction: column; }
  .frame:fullscreen tau-region-view { flex: 1; }
  .scenes { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; }
  h2 { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; margin-bottom: 8px; letter-spacing: 0; font-variant-numeric: tabular-nums; }
  .letter { display: inline-grid; place-items: center; width: 24px; height: 24px; border-radius: 6px; border: 1px solid var(--tau-muted); color: var(--tau-text); }
  .edited .letter { background: var(--tau-accent); border-color: var(--tau-accent); color: var(--tau-accent-text); }
  tau-region-view { height: clamp(400px, 62vh, 600px); min-height: min-content; }
  tau-region-view[missing], .difference tau-region-view[missing] { height: auto; }
  .difference tau-region-view { height: clamp(420px, 70vh, 860px); }
  .key { display: flex; flex-wrap: wrap; gap: 6px 20px; margin: 8px 0 0; padding: 0; list-style: none; font-size: 0.8125rem; }
  .key li { display: flex; gap: 8px; align-items: center; }
  .swatch { flex: none; width: 16px; height: 12px; border-radius: 2px; border: 1px solid var(--tau-line); }
  .gained { background: var(--tau-raises); }
  .lost { background: var(--tau-lowers); }
  .solid { background: linear-gradient(to right, var(--tau-raises) 50%, var(--tau-lowers) 50%); }
  .veil { background: linear-gradient(to right, var(--tau-raises) 50%, var(--tau-lowers) 50%); opacity: 0.45; }
  .both { background: var(--tau-raises-tint); }
  .neither { background: var(--tau-lowers-tint); }
  .line, .dashed { height: 0; border: 0; border-top: 2px solid var(--tau-muted); border-radius: 0; }
  .dashed { border-top-style: dashed; }
  .hint { margin-top: 6px; }
  .apart { padding: 20px; border: 1px dashed var(--tau-muted); border-radius: 8px; font-size: 0.875rem; }
  /* As high as the scene is wide: more would be empty. */
  @media (max-width: 599px) { tau-region-view, .difference tau-region-view { height: max(340px, 100vw); } }
  @media (min-width: 700px) { .beside { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
  @media (forced-colors: active) { .swatch { forced-color-adjust: none; } }
`;
