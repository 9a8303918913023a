import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { ISOLATION_HEADERS } from "./src/site/page-policy.ts";
import { findBrowser } from "./test/support/find-browser.ts";

/** Two cores shared with a browser: a test is slow long before it hangs. */
const PATIENCE_MS = 60_000;

const browser = findBrowser();

/** Rooms whose tests leave nothing behind in their process: neither a change to what is global nor a worker, a lock or a folder. */
const PURE_ROOMS = ["benchmark", "components", "design", "i18n", "model", "scene", "site", "state", "surface", "sweep", "takeaway"];
const NOT_IN_NODE = ["test/**/*.{browser,page}.test.ts"];
const IN_NODE = {
  testTimeout: PATIENCE_MS,
  hookTimeout: PATIENCE_MS,
  // Half of the tests wait for a process or a worker of their own.
  maxWorkers: 2,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          include: [`test/{${PURE_ROOMS.join()}}/**/*.test.ts`],
          exclude: NOT_IN_NODE,
          ...IN_NODE,
          // A process and its modules for many files: starting one for each took a third of the time.
          isolate: false,
        },
      },
      {
        test: {
          name: "node-apart",
          include: ["test/**/*.test.ts"],
          exclude: [`test/{${PURE_ROOMS.join()}}/**`, ...NOT_IN_NODE],
          ...IN_NODE,
        },
      },
      {
        server: { headers: ISOLATION_HEADERS },
        worker: { format: "es" },
        // Found beforehand: a package found during a test would reload the page under it.
        optimizeDeps: { entries: ["src/**/*.ts", "!src/cli/**", "test/**/*.browser.test.ts"] },
        test: {
          name: "browser",
          include: ["test/**/*.browser.test.ts"],
          globalSetup: "test/support/browser-setup.ts",
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: browser.launchOptions }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        test: {
          name: "page",
          include: ["test/**/*.page.test.ts"],
          globalSetup: "test/support/page-setup.ts",
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          // A page waits half of its time; none of these tests asks how long anything took.
          maxWorkers: 2,
          // Every test opens a profile of its own; loading playwright and axe anew for each file takes longer than some files' tests.
          isolate: false,
          expect: { poll: { timeout: 15_000 } },
          sequence: { groupOrder: 2 },
        },
      },
      {
        // No tests: `npm run screenshots`.
        test: {
          name: "screenshots",
          include: ["test/screenshots/*.page.ts"],
          globalSetup: "test/support/page-setup.ts",
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          fileParallelism: false,
        },
      },
      {
        // No tests: `npm run bench:slider`.
        test: {
          name: "slider",
          include: ["bench/slider/*.page.ts"],
          globalSetup: "test/support/page-setup.ts",
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          fileParallelism: false,
        },
      },
    ],
  },
});
