import { expect } from "vitest";

/** Takes results in, each of which is its own index, as something would that has work of its own to wait for; `seen` are those taken. */
export function checkingConsumer() {
  const seen: number[] = [];
  const consume = async (result: number, index: number): Promise<void> => {
    expect(result).toBe(index);
    await Promise.resolve();
    seen.push(result);
  };
  return { seen, consume };
}

/** The indices from `from` up to, not including, `to`. */
export const tiles = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, k) => from + k);
