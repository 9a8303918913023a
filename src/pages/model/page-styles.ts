import { css } from "lit";

/** Text in one column that can be read; the contents beside it where there is room, above it where there is not. */
export const pageStyles = css`
  main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 24px; padding: 20px; max-width: 1500px; margin: 0 auto; }
  h1 { margin: 0 0 6px; font-size: 1.375rem; font-weight: 650; letter-spacing: -0.01em; }
  section > h2 { font-size: 1.125rem; color: var(--tau-text); letter-spacing: 0; display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: baseline; }
  section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; scroll-margin-top: 16px; }
  .text { display: grid; grid-template-columns: minmax(0, 1fr); gap: 40px; }
  .prose, section > p { max-width: 46em; }
  .lede { grid-column: 1 / -1; }
  .lede p { max-width: 46em; }
  .lede p + p { margin-top: 8px; }
  td.prose { min-width: 18em; }
  nav { font-size: 0.875rem; }
  nav ol { list-style: none; margin: 0; padding: 0; }
  nav li a { display: block; padding: 4px 0; color: var(--tau-text); text-decoration: none; }
  nav li a:hover { text-decoration: underline; }
  nav li a[aria-current] { color: var(--tau-accent); font-weight: 600; }
  nav .numbers { display: flex; flex-wrap: wrap; gap: 0 2px; margin-bottom: 6px; }
  nav .numbers a { min-width: 28px; min-height: 24px; padding: 2px 4px; color: var(--tau-accent); font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
  .symbols { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20em, 100%), 1fr)); gap: 4px 24px; font-size: 0.875rem; }
  .symbols div { display: grid; grid-template-columns: 2.5em minmax(0, 1fr); }
  ol.plain, ul.plain { margin: 0; padding: 0; list-style: none; display: grid; gap: 14px; }
  ol.plain > li, ul.plain > li { max-width: 52em; scroll-margin-top: 16px; }
  ol.plain > li.current { box-shadow: -8px 0 var(--tau-surface), -12px 0 var(--tau-accent); }
  ul.dots { margin: 0; padding-left: 1.2em; display: grid; gap: 6px; max-width: 52em; }
  .classes { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 6px 16px; max-width: 52em; }
  .classes dt { font-weight: 600; font-variant-numeric: tabular-nums; }
  @media (max-width: 599px) {
    main { padding-inline: 14px; }
    h1 { font-size: 1.1875rem; }
    .classes { grid-template-columns: minmax(0, 1fr); gap: 2px; }
    .classes dd { margin-bottom: 8px; }
  }
  @media (min-width: 1100px) {
    main { grid-template-columns: 230px minmax(0, 1fr); column-gap: 40px; }
    nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 4px 0 20px; }
  }
  @media print {
    nav { display: none; }
    tau-equation { break-inside: avoid; }
  }
`;
