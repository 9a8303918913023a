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
  :host([compact]) :is(tau-scene-tools, tau-scene-legend, #keys), :host(:not([parts="all"])) :is(tau-scene-tools, #keys), :host([parts="scene"]) tau-scene-legend { display: none; }
  :host([compact]) .stage { min-height: 0; }
  .failed { padding: 16px; border: 1px dashed var(--tau-muted); border-radius: 8px; }
`;
