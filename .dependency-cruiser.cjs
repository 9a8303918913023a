/**
 * Who may import whom: the table of docs/architecture.md, one row a room. A room may always import itself, and nothing that
 * its row does not name. `npm run lint:imports` checks it; test/architecture plants forbidden imports and sees them found.
 */
const FOUNDATION = ["src/model", "src/sweep"];

const ROOMS = {
  "src/model": [],
  "src/sweep": ["src/model", "src/engines/engine.ts", "src/engines/kernel-host.ts"],
  "src/engines": [...FOUNDATION, "assembly/kernels/scalar", "assembly/layout.ts", "src/shaders"],
  "src/shaders": [],
  "src/workers": [...FOUNDATION, "src/engines", "src/surface", "src/exporters", "src/results", "dist/kernels", "package.json"],
  "src/surface": [...FOUNDATION, "src/engines/kernel-host.ts", "assembly/surface-layout.ts"],
  "src/exporters": [...FOUNDATION, "package.json"],
  "src/results": [...FOUNDATION, "src/engines/engine.ts", "src/exporters"],
  "src/design": [],
  "src/scene": ["src/model", "src/sweep/next-task.ts", "src/surface", "src/design", "src/shaders"],
  "src/i18n": [],
  "src/state": [...FOUNDATION, "src/exporters/exporter.ts", "src/exporters/format-table.ts", "src/results", "src/workers/sweep-client.ts", "src/workers/export-protocol.ts", "src/workers/tile-failed.ts", "src/benchmark"],
  "src/takeaway": [...FOUNDATION, "src/state"],
  "src/components": [...FOUNDATION, "src/takeaway", "src/workers", "src/surface", "src/exporters", "src/results", "src/scene", "src/state", "src/i18n", "src/design", "src/benchmark"],
  "src/pages": [...FOUNDATION, "src/components", "src/state", "src/i18n", "src/workers", "src/design", "src/benchmark", "package.json"],
  "src/benchmark": [...FOUNDATION, "src/engines", "src/surface", "src/workers"],
  "src/site": [],
  "src/library": [...FOUNDATION, "src/engines", "src/workers", "src/exporters", "src/results", "package.json"],
  "src/cli": [...FOUNDATION, "src/site", "src/engines", "src/workers", "src/surface", "src/exporters", "src/results", "src/state", "src/i18n", "src/benchmark", "package.json"],
  assembly: [],
};

/** Rooms that are handed an engine, or a pool of workers, and know its types alone. */
const TYPES_ONLY = [
  { from: "src/sweep", to: "src/engines" },
  { from: "src/surface", to: "src/engines" },
  { from: "src/state", to: "src/workers" },
];

/** Packages that only some rooms may use. */
const PACKAGES = [
  { name: "three", packages: ["three"], rooms: ["src/scene"] },
  { name: "lit", packages: ["lit", "@lit/localize"], rooms: ["src/components", "src/pages", "src/i18n"] },
  { name: "comlink", packages: ["comlink"], rooms: ["src/workers"] },
];

const escaped = (path) => path.replaceAll(/[.+]/g, "\\$&");
const inside = (path) => (/\.\w+$/.test(path) ? `^${escaped(path)}$` : `^${escaped(path)}/`);

const roomRules = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `room-${room.replace("src/", "")}`,
  comment: `${room} may import ${allowed.length === 0 ? "no other room" : allowed.join(", ")}.`,
  severity: "error",
  from: { path: inside(room) },
  to: { path: "^(?!node_modules/)", pathNot: [room, ...allowed].map(inside), dependencyTypesNot: ["core", "npm", "npm-dev"] },
}));

const typeRules = TYPES_ONLY.map(({ from, to }) => ({
  name: `types-only-${from.replace("src/", "")}`,
  comment: `${from} may know the types of ${to}, not its code.`,
  severity: "error",
  from: { path: inside(from) },
  to: { path: inside(to), dependencyTypesNot: ["type-only"] },
}));

const packageRules = PACKAGES.map(({ name, packages, rooms }) => ({
  name: `package-${name}`,
  comment: `Of the rooms only ${rooms.join(", ")} may use ${packages.join(", ")}.`,
  severity: "error",
  from: { path: "^src/", pathNot: rooms.map(inside) },
  to: { path: packages.map((one) => `^node_modules/${escaped(one)}/`) },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    ...typeRules,
    ...packageRules,
    {
      name: "room-unknown",
      comment: "A new folder in src needs a row in the table.",
      severity: "error",
      from: { path: "^src/", pathNot: Object.keys(ROOMS).map(inside) },
      to: {},
    },
    {
      name: "command-without-page",
      comment: "The command must not load the page, not even through another room.",
      severity: "error",
      from: { path: "^src/cli/" },
      to: { path: "^src/(components|scene|pages)/", reachable: true },
    },
    {
      name: "no-cycle",
      comment: "Dependencies go one way.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "product-without-tests",
      comment: "Nothing in the product imports a test or a benchmark of peers.",
      severity: "error",
      from: { pathNot: "^(test|bench)/|^vitest\\.config\\.ts$" },
      to: { path: "^(test|bench)/" },
    },
    {
      name: "only-dependencies",
      comment: "The product may only use packages that are installed with it.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], pathNot: "^node_modules/assemblyscript/std/portable/" },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere would escape every rule above.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default", "node"],
      mainFields: ["module", "main", "types"],
      extensions: [".ts", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
    },
  },
};
