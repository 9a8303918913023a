import { css, unsafeCSS, type CSSResult } from "lit";
import { cssProperties, type Theme } from "../../design/tokens.ts";

/** The tokens as rules of the host, so that a page's own rules for the element go before them. */
function tokens(theme: Theme): CSSResult {
  return unsafeCSS(Object.entries(cssProperties(theme)).map(([name, value]) => `${name}: ${value};`).join(" "));
}

export const regionStyles = css`
  :host { ${tokens("light")} color-scheme: light; }
  :host([data-theme="dark"]) { ${tokens("dark")} color-scheme: dark; }
  :host { display: flex; flex-direction: column; gap: 12px; height: 560px; line-height: 1.45; background: var(--tau-surface); }
  [part="content"] { display: contents; }
  [part="content"]:lang(zh) { line-height: 1.65; }
  tau-region-view { flex: 1; }
  tau-region-view::part(tools), tau-region-view::part(keys) { display: none; }
  [part="problems"] { padding: 10px 14px; border: 1px solid var(--tau-error); border-radius: 8px; font-size: 0.875rem; }
`;
