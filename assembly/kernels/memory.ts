/** Writes a byte `n` times. Views of shared memory do this several times slower. */
export function fillBytes(ptr: usize, value: i32, n: usize): void {
  memory.fill(ptr, <u8>value, n);
}

/** Copies `n` bytes. */
export function copyBytes(target: usize, source: usize, n: usize): void {
  memory.copy(target, source, n);
}
