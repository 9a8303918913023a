import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { History } from "../../src/state/history.ts";

interface Sample { readonly rule: string; readonly parameters: { readonly alpha: number; readonly beta: number } }
const sample = (alpha: number, beta = 0, rule = "report"): Sample => ({ rule, parameters: { alpha, beta } });

describe("History", () => {
  it("goes back and forth through any changes to the very states", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 50 }), (values) => {
      const history = new History<Sample>();
      const states = [sample(-1)];
      for (const value of values) {
        const next = sample(value);
        history.record(states[states.length - 1], next, false);
        if (next.parameters.alpha !== states[states.length - 1].parameters.alpha) states.push(next);
      }
      let present = states[states.length - 1];
      for (let k = states.length - 2; k >= 0; k--) {
        present = history.undo(present) ?? present;
        expect(present).toBe(states[k]);
      }
      expect(history.undo(present)).toBeNull();
      for (const state of states.slice(1)) {
        present = history.redo(present) ?? present;
        expect(present).toBe(state);
      }
      expect(history.redo(present)).toBeNull();
    }));
  });

  it("takes a drag as one step, but not two things that change one after the other, nor what comes after a rest", () => {
    const history = new History<Sample>();
    history.record(sample(0), sample(1), false);
    history.record(sample(1), sample(2), true);
    expect(history.undo(sample(2))).toEqual(sample(0));
    expect(history.canUndo).toBe(false);
    history.record(sample(0), sample(1), false);
    history.record(sample(1), sample(1, 1), true);
    history.record(sample(1, 1), sample(1, 2), false);
    expect(history.undo(sample(1, 2))).toEqual(sample(1, 1));
    expect(history.undo(sample(1, 1))).toEqual(sample(1));
    expect(history.undo(sample(1))).toEqual(sample(0));
  });

  it("forgets what could be redone at the next change, and the oldest of very many steps", () => {
    const history = new History<Sample>();
    for (let k = 0; k < 300; k++) history.record(sample(k), sample(k + 1), false);
    expect(history.undo(sample(300))).toEqual(sample(299));
    history.record(sample(299), sample(299, 1), true);
    expect(history.canRedo).toBe(false);
    let present: Sample | null = sample(299, 1);
    let last = present;
    while (present !== null) {
      last = present;
      present = history.undo(present);
    }
    expect(last).toEqual(sample(100));
  });
});
