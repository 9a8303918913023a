import { css } from "lit";

/** One column on phones, two on tablets, three from 1100 px; `ReadingOrder` puts the elements into the order that is seen, at the same widths. */
export const pageStyles = css`
  :host { min-height: 100vh; background: var(--tau-surface); }
  tau-site-header button { font-size: 0.8125rem; }
  @media (max-width: 1279px) { tau-site-header button { padding-inline: 8px; } }
  tau-site-header button[aria-pressed="true"] { border-color: var(--tau-accent); color: var(--tau-accent); font-weight: 600; }
  .skip { position: fixed; z-index: 4; inset: 8px auto auto 8px; }
  .skip:focus-within { display: flex; gap: 8px; }
  .skip:not(:focus-within) { width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .messages:empty { display: none; }
  .messages p { margin: 12px 20px 0; padding: 10px 14px; border: 1px solid var(--tau-error); border-radius: 8px; font-size: 0.875rem; }
  .messages .closable { display: flex; gap: 12px; justify-content: space-between; align-items: start; }
  .turns[hidden] { display: none; }
  main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; padding: 20px; max-width: 150rem; margin: 0 auto; }
  .scene tau-region-view { height: clamp(460px, 78vh, 620px); min-height: min-content; }
  .scene tau-region-view[missing] { height: auto; min-height: 0; }
  .meaning, .turns, .values, .controls { background: var(--tau-panel); border: 1px solid var(--tau-line); border-radius: 12px; padding: 16px; }
  /* What comes after the first picture: room for it, so that little moves. */
  tau-turns:not(:defined), tau-values:not(:defined) { display: block; min-height: 240px; }
  tau-axes:not(:defined), tau-scene-options:not(:defined), tau-sweep-facts:not(:defined) { display: block; min-height: 40px; }
  .right { display: contents; }
  .figure { min-width: 0; }
  footer { padding: 0 20px 24px; max-width: 150rem; margin: 0 auto; }
  @media (max-width: 599px) {
    main { padding: 14px; gap: 14px; }
  }
  @media (min-width: 760px) and (max-width: 1099px) {
    main { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
    .lede, .scene, .figure { grid-column: 1 / -1; }
    .meaning { grid-area: 3 / 1; }
    .turns { grid-area: 4 / 1; }
    .values { grid-area: 5 / 1; }
    .facts { grid-area: 6 / 1; }
    .controls { grid-area: 3 / 2 / span 4; }
    main { grid-template-rows: auto auto auto auto auto 1fr; align-items: start; }
  }
  @media (min-width: 1100px) {
    main {
      grid-template-columns: 18.75rem minmax(0, 1fr) 20.5rem; grid-template-rows: auto auto auto 1fr; gap: 12px 16px; padding: 16px;
      grid-template-areas: "controls lede right" "controls scene right" "controls facts right" "controls figure right"; align-items: start;
    }
    .lede { grid-area: lede; }
    .scene { grid-area: scene; }
    .facts { grid-area: facts; }
    .figure { grid-area: figure; }
    .right { grid-area: right; display: block; border: 1px solid var(--tau-line); border-radius: 12px; background: var(--tau-panel); }
    .right section { border: 0; background: none; }
    .controls { grid-area: controls; }
    /* The panels scroll by themselves, so that the scene stays in sight of whatever is set or read. */
    .controls, .right { position: sticky; top: 16px; max-height: calc(100vh - 88px); overflow-y: auto; scrollbar-width: thin; }
    .scene tau-region-view { height: clamp(480px, min(100vh - 172px, 110vw - 660px), 80rem); }
  }
  @media (min-width: 1100px) and (max-width: 1799px) {
    /* Two scenes need the width: what the point means goes below them. */
    main.comparing {
      grid-template-columns: 18.75rem minmax(0, 1fr); grid-template-rows: auto auto auto auto 1fr;
      grid-template-areas: "controls lede" "controls scene" "controls right" "controls facts" "controls figure";
    }
    main.comparing .right { position: static; max-height: none; display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); align-items: start; }
  }
  @media (min-width: 1500px) {
    main { grid-template-columns: 20rem minmax(0, 1fr) 22.5rem; gap: 16px 20px; }
  }
  @media (min-width: 1800px) {
    main { grid-template-columns: 22.5rem minmax(0, 1fr) 26.25rem; gap: 16px 28px; }
  }
  @media print {
    :host { min-height: 0; background: none; }
    :host([prints]) :is(.skip, tau-site-header, .messages, main, footer) { display: none; }
  }
`;
