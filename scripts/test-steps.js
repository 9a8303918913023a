/** @typedef {{ title: string, script: string, report?: string }} Step One npm script; with `report`, Vitest's JSON tells its tests. */

/** Where the steps leave their reports and `npm test` its count. */
export const RESULTS_FOLDER = "build/test-results";
export const COUNT_FILE = `${RESULTS_FOLDER}/count.txt`;

/**
 * The steps in order, as stages that follow each other; the lanes of a stage run side by side, the steps of a lane one after the other. What uses
 * one core shares a stage; what fills the machine has its own.
 * @type {Step[][][]}
 */
export const STAGES = [
  [
    [{ title: "Lint", script: "lint" }],
    [
      { title: "Build", script: "build" },
      { title: "Page size", script: "size" },
      { title: "Types", script: "typecheck" },
      { title: "Import rule", script: "lint:imports" },
      { title: "Dead code", script: "lint:dead" },
    ],
  ],
  [[{ title: "Node tests", script: "test:node", report: "node.json" }]],
  [[{ title: "Browser tests", script: "test:browser", report: "browser.json" }]],
];
