/** What every page is sent with, wherever it is hosted: by the server as headers, by the build as a meta element, by the service worker as headers again. */

/** With these a page may share memory between its workers. */
export const ISOLATION_HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
} as const;

/** Nothing comes from elsewhere; WebAssembly is compiled, no text is ever evaluated; pictures may be made in the page. */
const DIRECTIVES = {
  "default-src": "'self'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "img-src": "'self' data: blob:",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
} as const;

/** The Content-Security-Policy; all of it holds in a meta element too. */
export const CONTENT_POLICY = Object.entries(DIRECTIVES).map(([name, sources]) => `${name} ${sources}`).join("; ");
