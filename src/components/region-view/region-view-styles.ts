import { css } from "lit";

export const regionViewStyles = css`
  :host { display: flex; flex-direction: column; min-height: 0; }
  :host(:fullscreen) { height: 100vh !important; padding: 16px; background: var(--tau-surface); }
  .stage { position: relative; flex: 1; min-height: 320px; overflow: hidden; border-radius: 8px; }
  canvas { position: absolute; inset: 0; width: 100%; height: 100%; display: block; touch-action: pan-y; cursor: grab; }
  canvas:active { cursor: grabbing; }
  .overlay { position: absolute; inset: 0; pointer-events: none; overflow: hidden; }
  .focus { position: absolute; inset: 0; pointer-events: none; border-radius: 8px; }
  canvas:focus-visible + .overlay + .focus { box-shadow: inset 0 0 0 2px var(--tau-focus); }
  canvas:focus-visible { outline: none; }
  .tools { display: flex; flex-wrap: wrap; gap: 6px; justify-content: space-between; align-items: center; margin-bottom: 8px; }
  .tools div { display: flex; gap: 4px; flex-wrap: wrap; }
  .tools button { min-width: 32px; padding-inline: 8px; font-size: 0.8125rem; }
  @media (min-width: 1100px) and (max-width: 1499px) { .tools button { padding-inline: 6px; } }
  :host([compact]) :is(.tools, tau-scene-legend, #keys) { display: none; }
  :host([compact]) .stage { min-height: 0; }
  .failed { padding: 16px; border: 1px dashed var(--tau-muted); border-radius: 8px; }
`;
