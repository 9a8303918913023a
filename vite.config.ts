import { defineConfig } from "vite";
import { contentPolicyPlugin } from "./scripts/vite/content-policy-plugin.ts";
import { serviceWorkerPlugin } from "./scripts/vite/service-worker-plugin.ts";
import { readCommit } from "./src/cli/read-commit.ts";
import { ISOLATION_HEADERS } from "./src/site/page-policy.ts";

/** Packages repeat their licence in every file; the pages carry each once, in licenses.md. */
const WITHOUT_COMMENTS = { comments: { legal: false } } as const;

/** The pages: each HTML file to dist/page, runnable under any path, with no inline script. */
export default defineConfig(async () => ({
  base: "./",
  plugins: [contentPolicyPlugin(), serviceWorkerPlugin("src/site/service-worker.ts")],
  server: { headers: ISOLATION_HEADERS },
  preview: { headers: ISOLATION_HEADERS },
  worker: {
    format: "es" as const,
    rolldownOptions: {
      output: WITHOUT_COMMENTS,
      checks: { bundlerTimings: false },
    },
  },
  define: { "import.meta.env.TAUSCAPE_COMMIT": JSON.stringify(await readCommit(import.meta.dirname)) },
  build: {
    outDir: "dist/page",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    assetsInlineLimit: 0,
    // three in one piece; `npm run size` limits what matters, the bytes on the wire.
    chunkSizeWarningLimit: 800,
    // What reaches what: `npm run size` asks it which bytes come before the first picture.
    manifest: true,
    license: { fileName: "licenses.md" },
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Names of what only one page loads; `model` alone is the room that all pages share.
      input: { index: "index.html", "model-page": "model.html", "evidence-page": "evidence.html", benchmark: "benchmark.html", embed: "embed.html" },
      checks: { bundlerTimings: false },
      output: {
        ...WITHOUT_COMMENTS,
        codeSplitting: {
          groups: [
            // Exporters come when a file is asked for, not with the first picture.
            { name: "three", test: /node_modules[\\/]three[\\/](?!examples[\\/]jsm[\\/](?:exporters|utils))/ },
            { name: "lit", test: /node_modules[\\/](?:lit|lit-html|lit-element|@lit)[\\/]/ },
          ],
        },
      },
    },
  },
}));
