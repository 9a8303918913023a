import { describe, expect, it } from "vitest";
import { Hand } from "../../src/state/hand.ts";

/** A hand whose rest comes when `rest` is called. */
function handAtRest(): { readonly hand: Hand; readonly rest: () => void; readonly rests: () => number } {
  let due: () => void = () => undefined;
  let count = 0;
  const hand = new Hand(() => count++, (callback) => {
    due = callback;
    return () => { due = () => undefined; };
  });
  return { hand, rest: () => due(), rests: () => count };
}

describe("a hand", () => {
  it("goes on until it rests, where no pointer is down", () => {
    const { hand, rest, rests } = handAtRest();
    expect(hand.goesOn).toBe(false);
    hand.move();
    expect([hand.isMoving, hand.goesOn]).toEqual([true, true]);
    rest();
    expect([hand.isMoving, hand.goesOn, rests()]).toEqual([false, false, 1]);
  });

  it("goes on through a rest while it is down, and begins anew when it is put down again", () => {
    const { hand, rest } = handAtRest();
    hand.hold(true);
    expect(hand.goesOn, "nothing was changed yet").toBe(false);
    hand.move();
    rest();
    expect([hand.isMoving, hand.goesOn]).toEqual([false, true]);
    hand.hold(false);
    expect(hand.goesOn).toBe(false);
    hand.hold(true);
    expect(hand.goesOn).toBe(false);
  });

  it("that is not down cannot be lifted: what it does is one run", () => {
    const { hand } = handAtRest();
    hand.move();
    hand.hold(false);
    expect(hand.goesOn).toBe(true);
  });

  it("begins anew with each press, however soon it comes", () => {
    const { hand } = handAtRest();
    hand.move();
    hand.hold(true);
    hand.hold(false);
    expect([hand.isMoving, hand.goesOn]).toEqual([true, false]);
  });
});
