/**
 * Colour vision deficiencies, complete: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", IEEE TVCG 15(6), 2009, table 1 (severity 1.0); on linear sRGB. The last row is no deficiency.
 */
export const VISIONS = {
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
  full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
} as const;
export type Vision = keyof typeof VISIONS;

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

function times([x, y, z]: Matrix, [a, b, c]: Triple): Triple {
  const row = (line: Triple) => line[0] * a + line[1] * b + line[2] * c;
  return [row(x), row(y), row(z)];
}

/** `#rrggbb` as linear sRGB, 0 to 1. */
function linear(colour: string): Triple {
  const channel = (start: number): number => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const TO_CONES: Matrix = [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]];
const TO_LAB: Matrix = [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]];

/** OKLab (B. Ottosson, 2020) of a colour as a vision sees it. */
function seen(colour: string, vision: Vision): Triple {
  const [r, g, b] = times(VISIONS[vision], linear(colour)).map((value) => Math.min(1, Math.max(0, value)));
  const [l, m, s] = times(TO_CONES, [r, g, b]).map(Math.cbrt);
  return times(TO_LAB, [l, m, s]);
}

/** Distance of two colours in OKLab, where black and white are 1 apart and 0.02 is just noticeable. */
export function seenDistance(one: string, other: string, vision: Vision): number {
  const [a, b] = [seen(one, vision), seen(other, vision)];
  return Math.hypot(...a.map((value, k) => value - b[k]));
}
