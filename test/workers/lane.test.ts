import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { orLost, WorkerLostError } from "../../src/workers/lane.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const ANSWERS = 20;

/** A worker's death, and what brings it about. */
function mortalLane(): { readonly lost: Promise<never>; readonly die: () => void } {
  let die = () => undefined as void;
  const lost = new Promise<never>((_, reject) => { die = () => reject(new WorkerLostError("test")); });
  lost.catch(() => undefined);
  return { lost, die };
}

it("an answer is forgotten when it has been read, however long its worker lives", async () => {
  const lane = mortalLane();
  const answers: WeakRef<ArrayBuffer>[] = [];
  const read = async () => {
    const answer = await orLost(lane, Promise.resolve(new ArrayBuffer(2 ** 20)));
    answers.push(new WeakRef(answer));
  };
  for (let i = 0; i < ANSWERS; i++) await read();
  // What a WeakRef was made of, or gave, stays until the task has ended.
  await new Promise((resolve) => { setTimeout(resolve); });
  collectGarbage();
  expect(answers.filter((answer) => answer.deref() !== undefined)).toEqual([]);
  lane.die();
});

it("whoever waits for an answer is told of the worker's death, and whoever asks after it", async () => {
  const lane = mortalLane();
  const waiting = [1, 2].map(() => orLost(lane, new Promise<never>(() => undefined)));
  const told = Promise.allSettled(waiting);
  expect(await orLost(lane, Promise.resolve(3))).toBe(3);
  lane.die();
  expect((await told).map((result) => result.status === "rejected" && result.reason instanceof WorkerLostError)).toEqual([true, true]);
  await expect(orLost(lane, new Promise<never>(() => undefined))).rejects.toThrow(WorkerLostError);
});

it("a worker that refuses is heard, before its death and after it without a word", async () => {
  const lane = mortalLane();
  await expect(orLost(lane, Promise.reject(new RangeError("too much")))).rejects.toThrow("too much");
  const refuse: (() => void)[] = [];
  const waiting = orLost(lane, new Promise<never>((_, reject) => { refuse.push(() => reject(new RangeError("too late"))); }));
  lane.die();
  await expect(waiting).rejects.toThrow(WorkerLostError);
  for (const late of refuse) late();
});
