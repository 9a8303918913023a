import { expect, it } from "vitest";
import { startEncoders } from "../../src/library/exporters.ts";
import { exportSweep, MemorySink, startWorkers, summarize, sweep } from "../../src/library/index.ts";
import { nearestName } from "../../src/library/nearest-name.ts";
import { writeSweep } from "../../src/library/node.ts";

const TAU = { axes: [{ name: "tau", values: [0.5] }] } as const;
const of = (options: object) => options;

it("an option that there is not is refused by every function, with those that there are and the nearest", async () => {
  expect(() => sweep(TAU, of({ thread: 2 }))).toThrow(new TypeError('sweep: found the option "thread" (did you mean threads?); allowed: engine, threads, workers, signal, onProgress, range, checksum.'));
  await expect(summarize(TAU, of({ Method: "rows", colour: 1 }))).rejects.toThrow(/summarize: found the options "Method" \(did you mean method\?\), "colour"; allowed: .*method\.$/);
  await expect(exportSweep(TAU, { sink: new MemorySink(), ...of({ range: { from: 0, to: 1 } }) })).rejects.toThrow(/exportSweep: found the option "range"; allowed: .*fileName\.$/);
  await expect(writeSweep(TAU, "grid.npz", of({ resumes: true }))).rejects.toThrow(/writeSweep: found the option "resumes" \(did you mean resume\?\); allowed: .*onNote\.$/);
  await expect(startWorkers(of({ treads: 1 }))).rejects.toThrow('startWorkers: found the option "treads" (did you mean threads?); allowed: engine, threads.');
  await expect(exportSweep(TAU, undefined as unknown as object)).rejects.toThrow(/exportSweep: found undefined for its options; allowed: an object with engine, /);
});

it("encoders are started for a number of threads alone", async () => {
  for (const [found, text] of [[{ threads: 2 }, '{"threads":2}'], [0, "0"], [1.5, "1.5"], [NaN, "NaN"], ["2", '"2"'], [4n, "4n"], [[4n], "object"]] as const) {
    await expect(startEncoders(found as unknown as number)).rejects.toThrow(`startEncoders: found ${text}; allowed: a whole number of threads from 1.`);
  }
  (await startEncoders(1)).dispose();
});

it("the nearest name is told where few letters are wrong", () => {
  const names = ["engine", "threads", "onProgress"];
  expect(["thraeds", "onprogess", "engines", "method", "x"].map((found) => nearestName(found, names))).toEqual(["threads", "onProgress", "engine", null, null]);
});
