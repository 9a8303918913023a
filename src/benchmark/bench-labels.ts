import type { BilingualText } from "../model/index.ts";
import { BENCH_JOBS, type BenchJob, type BenchJobId, type BenchSettings, type RooflineWork } from "./bench-result.ts";
import type { DifferenceKey, Unpaired, Verdict } from "./compare-bench.ts";

export function jobOf(id: BenchJobId): BenchJob {
  const job = BENCH_JOBS.find((one) => one.id === id);
  if (job === undefined) throw new RangeError(`There is no job "${id}".`);
  return job;
}

/** Points as a power of the points an axis: 64⁴, or 64³ of a surface. */
export function describeSize(job: BenchJobId, size: number): string {
  return `${size}${job === "surface" ? "³" : "⁴"}`;
}

/** The words of a benchmark's tables. */
export const BENCH_LABELS = {
  title: { en: "Tauscape benchmark", zh: "Tauscape 基准测试" },
  comparisonTitle: { en: "Tauscape benchmarks compared", zh: "Tauscape 基准测试对比" },
  environment: { en: "Where and when", zh: "测试环境" },
  measurements: { en: "Measurements", zh: "测量结果" },
  rooflines: { en: "Plain memory work", zh: "内存读写" },
  parity: { en: "Comparison with the model", zh: "与模型对照" },
  engines: { en: "Engines", zh: "引擎" },
  remarks: { en: "Remarks", zh: "说明" },
  differences: { en: "What else differs", zh: "其他差异" },
  pairs: { en: "Times, B against A", zh: "用时：B 相对 A" },
  unpaired: { en: "Without a partner", zh: "无法配对" },

  job: { en: "Job", zh: "任务" },
  size: { en: "Points", zh: "点数" },
  engine: { en: "Engine", zh: "引擎" },
  threads: { en: "Threads", zh: "线程" },
  precision: { en: "Precision", zh: "精度" },
  cold: { en: "Cold", zh: "首次" },
  median: { en: "Median", zh: "中位数" },
  interquartileMean: { en: "Middle mean", zh: "四分位均值" },
  p95: { en: "p95", zh: "p95" },
  spread: { en: "Spread", zh: "离散度" },
  rate: { en: "Points/s", zh: "点/秒" },
  ofRoofline: { en: "Of plain fill", zh: "占内存填充" },
  validity: { en: "Result", zh: "结果" },
  valid: { en: "valid", zh: "有效" },
  invalid: { en: "INVALID", zh: "无效" },

  work: { en: "Work", zh: "操作" },
  bytes: { en: "Bytes", zh: "字节" },
  bandwidth: { en: "Bandwidth", zh: "带宽" },

  cells: { en: "Cells", zh: "格点" },
  differentBytes: { en: "Bytes that differ", zh: "不同的字节" },
  classDifferences: { en: "Classes that differ", zh: "不同的类别" },
  farthest: { en: "Farthest (ULP)", zh: "最大差距（ULP）" },
  specs: { en: "Random specs", zh: "随机扫描说明" },
  vectors: { en: "Vectors", zh: "参考向量" },

  machine: { en: "Machine", zh: "机器" },
  processorThreads: { en: "threads", zh: "线程" },
  runtime: { en: "Runtime", zh: "运行环境" },
  version: { en: "Version", zh: "版本" },
  commit: { en: "Commit", zh: "提交" },
  created: { en: "Begun", zh: "开始时间" },
  timer: { en: "Timer resolution", zh: "计时器分辨率" },
  isolated: { en: "Shared memory", zh: "共享内存" },
  yes: { en: "yes", zh: "是" },
  no: { en: "no", zh: "否" },
  settings: { en: "Settings", zh: "设置" },
  state: { en: "State", zh: "状态" },
  complete: { en: "complete", zh: "完整" },
  stopped: { en: "stopped early", zh: "提前停止" },

  difference: { en: "What", zh: "项目" },
  ratio: { en: "B / A", zh: "B / A" },
  interval: { en: "95 % of it", zh: "95% 区间" },
  verdict: { en: "Verdict", zh: "结论" },
  reason: { en: "Why", zh: "原因" },
  noPairs: { en: "No measurement of one has a partner in the other.", zh: "两份结果没有可配对的测量。" },
} as const satisfies Readonly<Record<string, BilingualText>>;

/** How often and on how many threads, in words. */
export function describeSettings({ sizes, repeats, warmUps, threads }: BenchSettings): BilingualText {
  const points = sizes.map((size) => describeSize("fill", size));
  const times = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
  return {
    en: `up to ${points.at(-1) ?? "–"} points, ${times(repeats, "repeat")} after ${times(warmUps, "warm-up")}, ${times(threads, "thread")}`,
    zh: `最多 ${points.at(-1) ?? "–"} 点，预热 ${warmUps} 次后重复 ${repeats} 次，${threads} 个线程`,
  };
}

export const WORK_LABELS: Readonly<Record<RooflineWork, BilingualText>> = {
  fill: { en: "fill", zh: "填充" }, copy: { en: "copy", zh: "复制" },
};

export const VERDICT_LABELS: Readonly<Record<Verdict, BilingualText>> = {
  faster: { en: "faster", zh: "更快" }, slower: { en: "slower", zh: "更慢" }, unclear: { en: "no clear difference", zh: "无明显差异" },
};

export const UNPAIRED_LABELS: Readonly<Record<Unpaired["reason"], BilingualText>> = {
  "only-a": { en: "only in A", zh: "仅 A 有" }, "only-b": { en: "only in B", zh: "仅 B 有" }, invalid: { en: "invalid in one of them", zh: "其中之一无效" },
};

export const DIFFERENCE_LABELS: Readonly<Record<DifferenceKey, BilingualText>> = {
  version: BENCH_LABELS.version, commit: BENCH_LABELS.commit,
  platform: { en: "Platform", zh: "平台" }, architecture: { en: "Architecture", zh: "架构" }, processor: { en: "Processor", zh: "处理器" },
  machineThreads: { en: "Threads of the machine", zh: "机器线程数" }, memoryBytes: { en: "Memory in bytes", zh: "内存字节数" },
  runtime: BENCH_LABELS.runtime, isolated: BENCH_LABELS.isolated, state: BENCH_LABELS.state,
};
