/** Settles as `work` does, unless the signal aborts first: then it rejects with the signal's reason. */
export async function untilAborted(signal: AbortSignal | undefined, work: Promise<unknown>): Promise<void> {
  let refuse = () => undefined as void;
  const aborted = new Promise<never>((_, reject) => {
    refuse = () => reject(signal?.reason instanceof Error ? signal.reason : new DOMException("The sweep was cancelled.", "AbortError"));
  });
  if (signal?.aborted === true) refuse();
  signal?.addEventListener("abort", refuse, { once: true });
  try {
    await Promise.race([work, aborted]);
  } finally {
    signal?.removeEventListener("abort", refuse);
  }
}
