/** @typedef {{ title: string, script: string, report?: string }} Step One npm script; with `report`, Vitest's JSON tells its tests. */

/** Where the steps leave their reports and `npm test` its count. */
export const RESULTS_FOLDER = "build/test-results";
export const COUNT_FILE = `${RESULTS_FOLDER}/count.txt`;

/** @type {Step[]} */
export const STEPS = [
  { title: "Types", script: "typecheck" },
  { title: "Lint", script: "lint" },
  { title: "Import rule", script: "lint:imports" },
  { title: "Dead code", script: "lint:dead" },
  { title: "Build", script: "build" },
  { title: "Node tests", script: "test:node", report: "node.json" },
  { title: "Browser tests", script: "test:browser", report: "browser.json" },
  { title: "Page size", script: "size" },
];
