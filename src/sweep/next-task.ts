/** Resolves in a task of its own, so that what waits comes in between: input, frames, messages. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve); });
}
