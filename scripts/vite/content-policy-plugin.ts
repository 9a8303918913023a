import type { Plugin } from "vite";
import { CONTENT_POLICY } from "../../src/site/page-policy.ts";

/** Puts the policy into every page that is built, for hosts that send no headers. The development server needs inline scripts and has none. */
export function contentPolicyPlugin(): Plugin {
  return {
    name: "tauscape:content-policy",
    apply: "build",
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_POLICY }, injectTo: "head-prepend" },
    ],
  };
}
