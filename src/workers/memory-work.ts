import type { KernelHost } from "../engines/kernel-host.ts";
import type { MemoryWork } from "./protocol.ts";

/** Does plain memory work over `bytes` bytes of the kernels' memory; returns the seconds of each run. */
export function runMemoryWork(host: KernelHost, work: MemoryWork, bytes: number, repeats: number): number[] {
  const mark = host.mark();
  try {
    const memory = host.allocate("u8", bytes);
    const half = Math.floor(bytes / 2);
    const [source, target] = [host.part(memory, 0, half), host.part(memory, half, half)];
    return Array.from({ length: repeats }, (_, k) => {
      const started = performance.now();
      if (work === "fill") host.fill(memory, k + 1);
      else host.copy(target, source);
      return (performance.now() - started) / 1000;
    });
  } finally {
    host.release(mark);
  }
}
