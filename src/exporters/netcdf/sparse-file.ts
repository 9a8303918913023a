const PAGE_BYTES = 4096;

/** A file in memory of which only the pages that were written exist: its length may be petabytes. Unwritten bytes read as 0. */
export class SparseFile {
  size = 0;
  /** Where each write since the last {@link forgetWrites} began, and what it began with. */
  readonly writes: { readonly position: number; readonly head: Uint8Array }[] = [];
  private readonly pages = new Map<number, Uint8Array>();

  forgetWrites(): void {
    this.writes.length = 0;
  }

  write(bytes: Uint8Array, position: number): void {
    this.writes.push({ position, head: bytes.slice(0, 8) });
    for (const { page, at, from, to } of spans(position, bytes.length)) this.page(page).set(bytes.subarray(from, to), at);
    this.size = Math.max(this.size, position + bytes.length);
  }

  /** Reads as much as there is; returns how many bytes that was. */
  read(target: Uint8Array, position: number): number {
    const length = Math.max(0, Math.min(target.length, this.size - position));
    for (const { page, at, from, to } of spans(position, length)) {
      const found = this.pages.get(page);
      if (found === undefined) target.fill(0, from, to);
      else target.set(found.subarray(at, at + to - from), from);
    }
    return length;
  }

  private page(index: number): Uint8Array {
    const page = this.pages.get(index) ?? new Uint8Array(PAGE_BYTES);
    this.pages.set(index, page);
    return page;
  }
}

interface PageSpan {
  readonly page: number;
  /** Offset in the page. */
  readonly at: number;
  /** Range of the bytes that are written or read. */
  readonly from: number;
  readonly to: number;
}

function* spans(position: number, length: number): Generator<PageSpan, void> {
  for (let from = 0; from < length;) {
    const page = Math.floor((position + from) / PAGE_BYTES);
    const at = (position + from) % PAGE_BYTES;
    const to = Math.min(length, from + PAGE_BYTES - at);
    yield { page, at, from, to };
    from = to;
  }
}
