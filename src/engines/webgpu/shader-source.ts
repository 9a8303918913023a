import * as layout from "../../../assembly/layout.ts";
import type { PriceMode } from "../../model/index.ts";
import computeEquilibrium from "../../shaders/compute-equilibrium.wgsl?raw";
import computeGiven from "../../shaders/compute-given.wgsl?raw";
import locateCell from "../../shaders/locate-cell.wgsl?raw";
import sweepCells from "../../shaders/sweep-cells.wgsl?raw";
import { SHADER_PROGRAM_LAYOUT } from "./shader-program.ts";

/** Invocations of a workgroup: the most that every WebGPU device takes. */
const WORKGROUP_INVOCATIONS = 256;

/** Cells of a workgroup where there are enough of them: four an invocation. */
export const WORKGROUP_CELLS = WORKGROUP_INVOCATIONS * 4;

/** A code that the shader leaves to the host. No class and no status has this byte. */
export const UNDECIDED = 0x40;

/** Bits of the one NaN that sweeps in float32 hold. */
export const NAN_BITS = 0x7fc00000;

/*
 * How sure float32 can be. Write e = 2⁻²³. A table entry, rounded once to nearest, is off by at most e/2, relatively. WGSL
 * (sections 15.7.2 to 15.7.5) grants sums, differences and products either of the two neighbouring float32 numbers, hence an
 * error below e, and quotients 2.5 units in the last place, hence 2.5e. A product carries what its factors carry and e; a sum
 * what the worst of its terms carries and e, *relative to the sum of the terms' magnitudes*. A fused multiply-add drops a
 * rounding, and reordering adds none to the count of a term, so that no assumption about contraction is needed. Second-order
 * terms stay below e/10⁴. With G, M and N for sums of magnitudes, which the shader computes beside the values:
 *
 *     given        w 2e · w    p 3.5e · p    q 2e · q    t = p−q 4.5e · (p+q)    g 9.5e · G,  G = (q+τ·(p+q)+d)·h
 *                  α/r+D/w 6e · itself    s 17.5e · M,  M = (G+δ)·(α/r+D/w)    gap 12e · N,  N = ρ+|σ−1|·G
 *     equilibrium  α+τ 1.5e · (α+τ)    y 3.5e · y    g 7.5e · G,  G = (m·y+d)·h
 *                  s 11e · M,  M = m·h+(δ+d·h)·(1/y)    gap 10e · N,  N as above
 *
 * The float64 values that the decision is about differ from exact arithmetic by 2⁻²⁹ as much, and the class's own margin of
 * 2⁻⁴⁶ is smaller still. So |p−q| > 8e·(p+q) makes the class certain (4.5e would do), and a distance of more than 32e·M or
 * 32e·N from 0, or of 32e·(M+1) from 1, makes a status bit certain (18.5e would do); the rest covers the rounding of the test.
 * Nothing over- or underflows on the way: shader-tables.ts sees to it.
 *
 * Term by term the same counts bound the values: s, the worst, is off by at most 129e = 1.6e-5 of the largest of its terms
 * (q, τ·p, τ·q and d, times h; and δ; each times α/r and D/w); no other quantity by more than 5e-6.
 */
const CLASS_BOUND = 2 ** -20;
const STATUS_BOUND = 2 ** -18;

const COMPUTE: Readonly<Record<PriceMode, string>> = { given: computeGiven, equilibrium: computeEquilibrium };

/** The shader's text for a price mode; its entry point is `sweep_cells`. */
export function shaderSource(prices: PriceMode): string {
  return [declareConstants(), locateCell, COMPUTE[prices], sweepCells].join("\n");
}

function declareConstants(): string {
  const shared = Object.entries(layout).filter(([name, value]) => /^(SLOT|FIELD|CODE|BIT)_/.test(name) && typeof value === "number");
  const whole = { ...Object.fromEntries(shared), ...SHADER_PROGRAM_LAYOUT, WORKGROUP_INVOCATIONS, UNDECIDED, NAN_BITS };
  const bytes = (name: string, value: number) => (name.startsWith("CODE_") ? value & 0xff : value);
  return [
    ...Object.entries(whole).map(([name, value]) => `const ${name} = ${bytes(name, value)}u;`),
    ...Object.entries({ CLASS_BOUND, STATUS_BOUND }).map(([name, value]) => `const ${name} = f32(${value});`),
  ].join("\n");
}
