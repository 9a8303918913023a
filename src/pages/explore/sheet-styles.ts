import { css } from "lit";

/**
 * Below 1100 px one panel at a time can stand beside the scene: under it on phones, to its side from 600 px. The bar that brings them is at the foot,
 * in a thumb's reach.
 */
export const sheetStyles = css`
  tau-sheet-bar { display: none; }
  [tabindex="-1"]:focus { outline: none; }
  [tabindex="-1"]:focus-visible { outline: 2px solid var(--tau-focus); outline-offset: -2px; }
  @media (max-width: 1099px) {
    :host { --bar: calc(3.75rem + env(safe-area-inset-bottom)); --panel: min(22.5rem, 50vw); }
    main { --foot: calc(var(--bar) + 2.25rem); }
    tau-sheet-bar { display: block; position: fixed; z-index: 3; inset: auto 0 0; }
    footer { padding-bottom: calc(var(--bar) + 24px); }
    [data-sheet] > .scene {
      position: fixed; z-index: 2; inset: 0 0 auto; height: 42dvh; overflow-y: auto; padding: 8px 14px; background: var(--tau-surface);
    }
    [data-sheet] > .scene tau-region-view { height: 100%; }
    [data-sheet="controls"] .controls, [data-sheet="right"] > .right {
      display: block; position: fixed; z-index: 2; inset: 42dvh 0 var(--foot); overflow-y: auto; overscroll-behavior: contain; margin: 0;
      border: 0; border-top: 1px solid var(--tau-line); border-radius: 12px 12px 0 0; background: var(--tau-panel);
    }
    [data-sheet="right"] > .right section { border: 0; }
    /* In one column the controls stand between the verdict and the values; here they have a sheet of their own. */
    [data-sheet="right"] > .right > .controls { display: none; }
  }
  @media (min-width: 600px) and (max-width: 1099px) {
    [data-sheet] > .scene { height: auto; bottom: var(--foot); }
    [data-sheet="controls"] > .scene { left: var(--panel); }
    [data-sheet="right"] > .scene { right: var(--panel); }
    [data-sheet="controls"] .controls { inset: 0 auto var(--foot) 0; width: var(--panel); border-top: 0; border-right: 1px solid var(--tau-line); border-radius: 0; }
    [data-sheet="right"] > .right { inset: 0 0 var(--foot) auto; width: var(--panel); border-top: 0; border-left: 1px solid var(--tau-line); border-radius: 0; }
  }
  @media print { tau-sheet-bar { display: none; } }
`;
