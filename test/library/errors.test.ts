import { expect, it } from "vitest";
import * as exporters from "../../src/library/exporters.ts";
import * as library from "../../src/library/index.ts";
import * as model from "../../src/library/model.ts";
import * as node from "../../src/library/node.ts";

const TAU = { axes: [{ name: "tau", values: [0.5] }] } as const;
const FAILED = { spec: { ...TAU }, range: { from: 0, to: 1 }, method: "cells", engine: "js", failures: 3 } as unknown as library.FailedTile;

it("errors that a caller may meet are named by their class, and have a kind", () => {
  const errors: readonly (Error & { readonly kind: string })[] = [
    new library.SpecError([]), new library.EngineUnavailableError("webgpu", ["js"], "there is no GPU"), new library.ThreadCountError(9, 4),
    new library.TileFailedError(FAILED, new Error("lost")), new node.ResultError({ en: "It exists.", zh: "已存在。" }, true),
    new exporters.CheckpointError("The checkpoint at cell 0 cannot be read"), new node.LockedError("grid.npz.lock", { en: "process 7 on node-17", zh: "node-17 上的进程 7" }),
  ];
  const classes = [library, model, exporters, node].flatMap((room) => Object.entries(room as Readonly<Record<string, unknown>>)).filter(([, value]) => (
    typeof value === "function" && value.prototype instanceof Error
  )).map(([name]) => name);
  expect(errors.map(({ name }) => name).sort()).toEqual(classes.sort());
  for (const error of errors) {
    expect(String(error)).toMatch(new RegExp(`^${error.constructor.name}: `));
    expect(error.kind).not.toBe("");
  }
});
