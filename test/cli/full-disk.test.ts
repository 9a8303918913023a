import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const LAUNCHER = fileURLToPath(new URL("../../bin/tauscape.js", import.meta.url));
/** Two tiles. */
const SPEC = {
  schema: "tauscape/sweep@1", precision: "f32", fields: ["class"],
  axes: [{ name: "tau", values: [0.1, 0.3] }, { name: "alpha", min: 0, max: 1, count: 2 ** 20 }],
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tauscape-full-"));
  writeFileSync(join(folder, "spec.json"), JSON.stringify(SPEC));
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** @param mostKibibytes that a file may have */
function sweep(out: string, mostKibibytes: number | "unlimited", ...args: readonly string[]) {
  const line = `ulimit -f ${mostKibibytes}; exec "$@"`;
  const { status, stderr } = spawnSync("bash", ["-c", line, "bash", process.execPath, LAUNCHER, "sweep", "spec.json", "--out", out, "--lang", "en", ...args], { cwd: folder, encoding: "utf8" });
  return { status, stderr };
}

describe.skipIf(process.platform === "win32")("the built command, where the system lets no file grow further", () => {
  // Room for one of the two tiles, and for a part of the other.
  it.each([["npz", 10_000], ["csv", 40_000]])("stops with the reason, keeps what was done of %s, and ends with the same bytes once there is room", (format, kibibytes) => {
    expect(sweep(`whole.${format}`, "unlimited", "--quiet").status).toBe(0);
    const whole = readFileSync(join(folder, `whole.${format}`));
    expect(whole.length).toBeGreaterThan(1024 * kibibytes);
    const { status, stderr } = sweep(`grid.${format}`, kibibytes);
    expect(stderr).toContain(`grid.${format} could not be written: the file would be larger than the system allows. What was done is kept: mend that, then run the same command with --resume.`);
    expect(status).toBe(1);
    expect(readdirSync(folder).filter((name) => name.startsWith(`grid.${format}`)).sort()).toEqual([`grid.${format}.journal`, `grid.${format}.partial`]);
    const resumed = sweep(`grid.${format}`, "unlimited", "--resume");
    expect(resumed.status).toBe(0);
    const [, done = "0"] = /: ([\d,]+) of [\d,]+ points were done/.exec(resumed.stderr) ?? [];
    expect(Number(done.replaceAll(",", ""))).toBeGreaterThanOrEqual(2 ** 20);
    expect(readFileSync(join(folder, `grid.${format}`)).equals(whole)).toBe(true);
    for (const name of [`grid.${format}`, `whole.${format}`]) rmSync(join(folder, name));
  });
});
