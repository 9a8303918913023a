import { version } from "../../../package.json";
import type { BenchEnvironment } from "../../benchmark/run-bench.ts";
import { browserPlatform, browserRuntime, type Brand } from "../../state/benchmark/browser-name.ts";

declare global {
  interface ImportMetaEnv {
    /** Of the build; `null` where it was not built from a checkout. */
    readonly TAUSCAPE_COMMIT: string | null;
  }
  /** What Chromium adds: see "User-Agent Client Hints" and "Device Memory". */
  interface Navigator {
    readonly userAgentData?: { readonly brands: readonly Brand[]; readonly platform: string };
    /** GiB, rounded to a power of two. */
    readonly deviceMemory?: number;
  }
}

/** Threads that workers can use: one where a browser has no workers. */
export function availableThreads(): number {
  return typeof Worker === "undefined" ? 1 : Math.max(1, navigator.hardwareConcurrency);
}

/** What a browser tells about itself, its machine, and the build of this page. */
export function describeEnvironment(): BenchEnvironment {
  const { userAgentData, userAgent, deviceMemory, hardwareConcurrency } = navigator;
  const hints = { brands: userAgentData?.brands ?? [], platform: userAgentData?.platform ?? "", userAgent };
  return {
    version, commit: import.meta.env.TAUSCAPE_COMMIT, created: new Date().toISOString(), isolated: crossOriginIsolated,
    machine: {
      platform: browserPlatform(hints), architecture: null, processor: null, threads: Math.max(1, hardwareConcurrency),
      memoryBytes: deviceMemory === undefined ? null : deviceMemory * 2 ** 30,
    },
    runtime: browserRuntime(hints),
  };
}
