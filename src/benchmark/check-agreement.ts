import type { BilingualText } from "../model/index.ts";
import type { Measurement } from "./bench-result.ts";
import type { RunOutcome } from "./run-job.ts";

export interface Measured {
  readonly measurement: Measurement;
  readonly outcome: RunOutcome;
}

/** One thing that runs must agree on: a word for it, the same word where they did. */
interface Check {
  readonly what: BilingualText;
  /** Runs that share a group must agree; `null` leaves a run out. */
  readonly groupOf: (measurement: Measurement) => string | null;
  readonly wordOf: (outcome: RunOutcome) => string | null;
}

/** WebGPU's float32 values are its own; its classes are everyone's. */
const exact = (measurement: Measurement, group: string): string | null => (measurement.engine === "webgpu" ? null : group);

const CHECKS: readonly Check[] = [
  {
    what: { en: "the counts of cells by class", zh: "各类格点的计数" },
    groupOf: ({ size }) => String(size),
    wordOf: ({ counts }) => (counts === null ? null : Object.values(counts).join("/")),
  },
  {
    what: { en: "the least and greatest values", zh: "最小值与最大值" },
    groupOf: (measurement) => exact(measurement, String(measurement.size)),
    wordOf: ({ extremes }) => extremes,
  },
  {
    what: { en: "the checksums", zh: "校验和" },
    groupOf: (measurement) => exact(measurement, `${measurement.size} ${measurement.job}`),
    wordOf: ({ checksum }) => checksum,
  },
];

/**
 * Marks as invalid what computed something else than the rest. What more than half agree on is taken to be right; where nothing
 * is, no one is.
 */
export function checkAgreement(all: readonly Measured[]): Measurement[] {
  const notes = new Map<Measurement, BilingualText>();
  for (const { what, groupOf, wordOf } of CHECKS) {
    const groups = new Map<string, { measurement: Measurement; word: string }[]>();
    for (const { measurement, outcome } of all) {
      const group = groupOf(measurement);
      const word = wordOf(outcome);
      if (group === null || word === null) continue;
      groups.set(group, [...(groups.get(group) ?? []), { measurement, word }]);
    }
    for (const runs of groups.values()) {
      const agreed = majority(runs.map(({ word }) => word));
      for (const { measurement, word } of runs) {
        if (word !== agreed && !notes.has(measurement)) notes.set(measurement, describe(what, word, agreed));
      }
    }
  }
  return all.map(({ measurement }) => {
    const note = measurement.note ?? notes.get(measurement);
    return note === undefined ? measurement : { ...measurement, validity: "invalid", note };
  });
}

/** The word that more than half say, or `null`. */
function majority(words: readonly string[]): string | null {
  return words.find((word) => words.filter((other) => other === word).length * 2 > words.length) ?? null;
}

function describe(what: BilingualText, found: string, agreed: string | null): BilingualText {
  return agreed === null
    ? { en: `${what.en} differ between the engines: here ${found}`, zh: `各引擎的${what.zh}不一致：此处为 ${found}` }
    : { en: `${what.en} differ from the other runs: found ${found}, the others ${agreed}`, zh: `${what.zh}与其他运行不一致：得到 ${found}，其他为 ${agreed}` };
}
