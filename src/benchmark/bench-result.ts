import type { EngineId } from "../engines/engine.ts";
import type { BilingualText, FieldName } from "../model/index.ts";
import type { Precision } from "../sweep/spec.ts";

/** The schema of a benchmark's result (CONTRACT.md, `bench`). All times in it are seconds, all sizes of memory bytes. */
export const BENCH_SCHEMA = "tauscape/bench@1";

export const BENCH_JOB_IDS = ["fill", "transfer", "summary-cells", "summary-rows", "checksum", "surface"] as const;
export type BenchJobId = (typeof BENCH_JOB_IDS)[number];

export interface BenchJob {
  readonly id: BenchJobId;
  readonly label: BilingualText;
  /** What is timed, in one sentence. */
  readonly meaning: BilingualText;
}

/** What is measured, in the order in which it runs. */
export const BENCH_JOBS: readonly BenchJob[] = [
  {
    id: "fill",
    label: { en: "Fill memory", zh: "写入内存" },
    meaning: {
      en: "growth and growthSlope of every cell written to memory, tile over tile; no one reads them",
      zh: "将每个格点的 growth 与 growthSlope 逐块写入同一段内存，无人读取",
    },
  },
  {
    id: "transfer",
    label: { en: "Deliver cells", zh: "交付格点" },
    meaning: {
      en: "growth and growthSlope of every cell delivered to the caller",
      zh: "将每个格点的 growth 与 growthSlope 交给调用者",
    },
  },
  {
    id: "summary-cells",
    label: { en: "Summary by cells", zh: "逐点汇总" },
    meaning: {
      en: "counts, least, greatest and mean of growth and growthSlope, by visiting every cell",
      zh: "访问每个格点，得出 growth 与 growthSlope 的计数、最小值、最大值与均值",
    },
  },
  {
    id: "summary-rows",
    label: { en: "Summary by rows", zh: "沿行汇总" },
    meaning: {
      en: "the same summary without a grid: rows followed, extremes and means taken from the ends and means of the axes",
      zh: "不经网格得到同样的汇总：沿行推算计数，由各轴的端点与均值得出最值与均值",
    },
  },
  {
    id: "checksum",
    label: { en: "Checksums", zh: "校验和" },
    meaning: {
      en: "every cell visited, with the checksums of growth and growthSlope",
      zh: "访问每个格点，并计算 growth 与 growthSlope 的校验和",
    },
  },
  {
    id: "surface",
    label: { en: "Boundary surface", zh: "边界曲面" },
    meaning: {
      en: "the surface margin = 0 over α, β and w/r, coloured by growth, from a grid of size³ points",
      zh: "在 α、β、w/r 上提取 margin = 0 的曲面，以 growth 着色，网格为 size³ 个点",
    },
  },
];

/** What `n` measured times say together; seconds, but for `repeats` and `spread`. */
export interface Statistics {
  readonly repeats: number;
  readonly median: number;
  /** Mean of the middle half of the times. */
  readonly interquartileMean: number;
  /** 95th percentile. */
  readonly p95: number;
  readonly min: number;
  readonly max: number;
  /** Interquartile range over median; 0 where the median is 0. */
  readonly spread: number;
}

/** Cells by their class. */
export interface ClassCounts {
  readonly positive: number;
  readonly negative: number;
  readonly boundary: number;
  readonly infeasible: number;
}

export const VALIDITIES = ["valid", "invalid"] as const;
export type Validity = (typeof VALIDITIES)[number];

/** One engine at one job and size. */
export interface Measurement {
  readonly engine: EngineId;
  readonly threads: number;
  readonly job: BenchJobId;
  /** Points an axis. */
  readonly size: number;
  /** Points in all: size⁴, of a surface size³. */
  readonly points: number;
  /** Of the cells: f64, but f32 on webgpu. */
  readonly precision: Precision;
  /** Seconds of this engine's first run of this job at this size. */
  readonly cold: number;
  /** Seconds of each further run, in the order in which they ran; warm-ups are not among them. */
  readonly warm: readonly number[];
  /** Of `warm`. */
  readonly statistics: Statistics;
  /** A word for what was computed: the fields' checksums, joined, or that of the surface; `null` where the job makes none. */
  readonly checksum: string | null;
  readonly counts: ClassCounts | null;
  /** `invalid` where it computed something else than the other engines. */
  readonly validity: Validity;
  /** Why it is invalid; `null` where it is valid. */
  readonly note: BilingualText | null;
}

export const ROOFLINE_WORKS = ["fill", "copy"] as const;
export type RooflineWork = (typeof ROOFLINE_WORKS)[number];

/** How fast this machine writes or copies plain memory on as many threads: what no sweep that keeps its cells can beat. */
export interface Roofline {
  readonly threads: number;
  readonly work: RooflineWork;
  /** Bytes that all threads together go through in each run: fill writes them, copy reads one half and writes the other. */
  readonly bytes: number;
  /** Seconds of each run. */
  readonly warm: readonly number[];
  readonly statistics: Statistics;
}

export interface BenchMachine {
  readonly platform: string;
  readonly architecture: string | null;
  readonly processor: string | null;
  /** Threads that the machine has, not those that were used. */
  readonly threads: number;
  readonly memoryBytes: number | null;
}

/** The browser, or Node. */
export interface BenchRuntime {
  readonly name: string;
  readonly version: string;
}

export interface BenchEngine {
  readonly id: EngineId;
  readonly available: boolean;
  /** Why it does not work here, or, where it does, what it could not finish; `null` where all went well. */
  readonly reason: string | null;
}

export interface BenchSettings {
  /** Points an axis, ascending. */
  readonly sizes: readonly number[];
  readonly repeats: number;
  readonly warmUps: number;
  /** Threads of each client. */
  readonly threads: number;
}

/** How far one engine is from the reference. */
export interface EngineParity {
  readonly id: EngineId;
  /** Cells compared, over all specs and vectors. */
  readonly cells: number;
  /** Bytes that differ, over all fields. */
  readonly differentBytes: number;
  /** Greatest distance by field, in units in the last place of the sweep's precision; NaN against a number counts as 2⁶⁴. */
  readonly maxUlp: Readonly<Partial<Record<FieldName, number>>>;
  /** Cells whose class differs. */
  readonly classDifferences: number;
}

export interface ParityResult {
  readonly specs: number;
  readonly vectors: number;
  readonly engines: readonly EngineParity[];
}

export const BENCH_STATES = ["complete", "stopped"] as const;
export type BenchState = (typeof BENCH_STATES)[number];

/** A benchmark of one machine: everything that was measured, and where. Plain JSON. */
export interface BenchResult {
  readonly schema: typeof BENCH_SCHEMA;
  /** Of Tauscape. */
  readonly version: string;
  readonly commit: string | null;
  /** When it began: ISO 8601, UTC. */
  readonly created: string;
  readonly machine: BenchMachine;
  readonly runtime: BenchRuntime;
  readonly timer: { readonly resolutionSeconds: number };
  /** Whether workers could share memory (in a browser: whether the page is cross-origin isolated). */
  readonly isolated: boolean;
  readonly engines: readonly BenchEngine[];
  readonly settings: BenchSettings;
  readonly rooflines: readonly Roofline[];
  readonly measurements: readonly Measurement[];
  readonly parity: ParityResult | null;
  readonly state: BenchState;
  /** Why it stopped early, as the error said it; `null` where it is complete. */
  readonly stopReason: string | null;
}
