/** Who takes part: how each peer is built and started. A peer whose tool is not here is listed with the reason. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const HERE = import.meta.dirname;
export const BUILD = join(HERE, "..", "..", "build", "peers");
export const GRID_FILE = join(BUILD, "grid.f64");
export const SURFACE_FILE = join(BUILD, "surface.f64");
export const SURFACE_SIZE = 128;

const COMPILERS = ["gcc", "clang"];
const BUILDS = [
  { id: "strict", strict: true, flags: ["-O3", "-march=native", "-ffp-contract=off"] },
  { id: "fast", strict: false, flags: ["-O3", "-march=native", "-ffast-math"] },
];
const PYTHON_PEERS = [{ id: "numpy", name: "NumPy" }, { id: "numexpr", name: "numexpr" }, { id: "numba", name: "Numba" }];

/** Ids that --only may name. */
export const PEER_IDS = [...COMPILERS.flatMap((compiler) => BUILDS.map(({ id }) => `${compiler}-${id}`)), ...PYTHON_PEERS.map(({ id }) => id), "js", "isosurface"];

/** @typedef {import("./peer.js").PeerEntry} PeerEntry */
/** @typedef {{ name: string, reason: string }} Missing */

/** @param {import("./options.js").Options} options @returns {{ tauscape: PeerEntry, peers: PeerEntry[], missing: Missing[] }} */
export function makeRoster({ size, only, python }) {
  const isWanted = (/** @type {{ id: string }} */ { id }) => only === null || only.includes(id);
  /** @type {Missing[]} */
  const missing = [];
  const compiled = COMPILERS.flatMap((compiler) => BUILDS.map((build) => ({ ...build, compiler, id: `${compiler}-${build.id}` })))
    .filter(isWanted)
    .flatMap((build) => compile(build, missing));
  const others = [
    ...PYTHON_PEERS.map(({ id, name }) => ({
      id, name, strict: true, command: [python, join(HERE, "peers.py"), id, GRID_FILE], env: { PYTHONDONTWRITEBYTECODE: "1" },
    })),
    { id: "js", name: "plain JS", strict: true, command: [process.execPath, join(HERE, "plain.js"), GRID_FILE] },
    { id: "isosurface", name: "isosurface (npm)", strict: true, command: [process.execPath, join(HERE, "marching-cubes.js"), SURFACE_FILE] },
  ].filter(isWanted);
  const command = [process.execPath, join(BUILD, "tauscape.js"), String(size), String(SURFACE_SIZE)];
  return { tauscape: { id: "tauscape", name: "Tauscape", strict: true, command }, peers: [...compiled, ...others], missing };
}

/**
 * @param {{ id: string, compiler: string, strict: boolean, flags: string[] }} build @param {Missing[]} missing where a failure is told
 * @returns {PeerEntry[]}
 */
function compile({ id, compiler, strict, flags }, missing) {
  const output = join(BUILD, id);
  const { error, status, stderr } = spawnSync(compiler, [...flags, "-o", output, join(HERE, "fill.c"), "-lpthread"], { encoding: "utf8" });
  const name = `C, ${compiler} ${flags.join(" ")}`;
  if (status === 0) return [{ id, name, strict, command: [output, GRID_FILE] }];
  missing.push({ name, reason: error === undefined ? stderr.trim().split("\n")[0] : `${compiler} does not start: ${error.message}` });
  return [];
}
