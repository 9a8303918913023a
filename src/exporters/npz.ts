import * as v from "valibot";
import { axisCount, cellCount, type SweepSpec } from "../sweep/spec.ts";
import type { FilledTile } from "../sweep/tile.ts";
import { axisBlocks } from "./axis-blocks.ts";
import { CheckpointError } from "./checkpoint-error.ts";
import { readState, refuseOtherLayout, uint32 } from "./checkpoint-state.ts";
import { combineCrc32, crc32 } from "./crc32.ts";
import { describeSweep } from "./describe-sweep.ts";
import type { ByteSink, Checkpoint, ExportFormat, ExportSource, ExportTarget, ExportWriter } from "./exporter.ts";
import { fieldBytes, fieldType } from "./field-type.ts";
import { npyHeader, NUMPY_TYPES, unicodeScalar } from "./npy-header.ts";
import { bytesOf, piecesOf, TileOrder } from "./tile-order.ts";
import { writeEach } from "./writes-under-way.ts";
import { centralDirectory, localHeader, planZip, type PlacedEntry, type ZipLayout } from "./zip-layout.ts";

/** An array of the archive: what its member starts with, and how many bytes of elements follow. */
interface Member {
  readonly name: string;
  readonly header: Uint8Array<ArrayBuffer>;
  readonly dataBytes: number;
}

/**
 * NumPy's archive of arrays: the axes, every field as a grid over them in C order, and `metadata`, a scalar text that holds JSON.
 * The members are stored, so every byte's place is known beforehand: tiles of all fields go straight there, and no more
 * than a tile is ever held.
 */
export const npzFormat: ExportFormat = {
  plannedBytes: (source) => planArchive(source).layout.totalBytes,
  open: openArchive,
  sidecars: () => [],
};

interface ArchivePlan {
  readonly metadata: Uint8Array<ArrayBuffer>;
  readonly members: readonly Member[];
  readonly layout: ZipLayout;
}

function planArchive(source: ExportSource): ArchivePlan {
  const { spec } = source;
  const metadata = unicodeScalar(JSON.stringify(describeSweep(source)));
  const shape = spec.axes.map(axisCount);
  const members: Member[] = [
    member("metadata", metadata.descriptor, [], metadata.bytes.length),
    ...spec.axes.map((axis) => member(axis.name, NUMPY_TYPES.float64, [axisCount(axis)], 8 * axisCount(axis))),
    ...spec.fields.map((field) => member(field, NUMPY_TYPES[fieldType(field, spec.precision)], shape, fieldBytes(spec, field, cellCount(spec)))),
  ];
  const layout = planZip(members.map(({ name, header, dataBytes }) => ({ name: `${name}.npy`, size: header.length + dataBytes })));
  return { metadata: metadata.bytes, members, layout };
}

function member(name: string, descriptor: string, shape: readonly number[], dataBytes: number): Member {
  return { name, header: npyHeader(descriptor, shape), dataBytes };
}

async function openArchive(source: ExportSource, target: ExportTarget, checkpoint: Checkpoint | null): Promise<ExportWriter> {
  const sink = await target.file("");
  const plan = planArchive(source);
  if (checkpoint !== null) return resumeArchive(source.spec, plan, sink, checkpoint);
  const members = plan.layout.entries.map((entry) => new MemberWriter(entry, sink, 0, 0));
  await writeEach(members, (writer, i) => writer.append(plan.members[i].header));
  const [metadata, ...arrays] = members;
  await metadata.append(plan.metadata);
  for (const [i, axis] of source.spec.axes.entries()) {
    for (const block of axisBlocks(axis)) await arrays[i].append(block);
  }
  return new ArchiveWriter(source.spec, members, plan.layout, sink, 0);
}

/** What a checkpoint keeps: where the members' bytes stand, and the CRC-32 of each so far. */
const archiveState = v.object({ layout: v.unknown(), crcs: v.array(uint32) });

/** All that must be the same where another process goes on. */
function placesOf({ entries, totalBytes }: ZipLayout): object {
  return { offsets: entries.map(({ dataOffset }) => dataOffset), totalBytes };
}

function resumeArchive(spec: SweepSpec, { layout, members }: ArchivePlan, sink: ByteSink, checkpoint: Checkpoint): ExportWriter {
  const { crcs, layout: was } = readState(archiveState, checkpoint);
  refuseOtherLayout(placesOf(layout), was, checkpoint.from);
  if (crcs.length !== members.length) throw new CheckpointError(`The checkpoint knows ${crcs.length} arrays; this archive has ${members.length}`);
  const firstField = members.length - spec.fields.length;
  const writers = layout.entries.map((entry, i) => {
    const missing = i < firstField ? 0 : fieldBytes(spec, spec.fields[i - firstField], cellCount(spec) - checkpoint.from);
    return new MemberWriter(entry, sink, entry.size - missing, crcs[i]);
  });
  return new ArchiveWriter(spec, writers, layout, sink, checkpoint.from);
}

/** Appends to one member and keeps the CRC-32 of what has been written. */
class MemberWriter {
  constructor(private readonly entry: PlacedEntry, private readonly sink: ByteSink, private length: number, private crc: number) {}

  get checksum(): number {
    return this.crc;
  }

  /** @param pieces as of `ByteSink` */
  async append(bytes: Uint8Array<ArrayBufferLike>, pieces?: Uint8Array): Promise<void> {
    // The system takes the bytes while they are summed up.
    await writeEach([
      () => this.sink.write(bytes, this.entry.dataOffset + this.length, pieces),
      async () => { this.crc = combineCrc32(this.crc, await crc32(bytes), bytes.length); },
    ], (part) => part());
    this.length += bytes.length;
  }

  /** Writes the header that stands before the member. */
  async close(): Promise<void> {
    await this.sink.write(localHeader(this.entry, this.crc), this.entry.headerOffset);
  }
}

class ArchiveWriter implements ExportWriter {
  private readonly order: TileOrder;
  private readonly fields: readonly MemberWriter[];

  constructor(
    private readonly spec: SweepSpec, private readonly members: readonly MemberWriter[],
    private readonly layout: ZipLayout, private readonly sink: ByteSink, from: number,
  ) {
    this.order = new TileOrder(cellCount(spec), from);
    this.fields = members.slice(-spec.fields.length);
  }

  async writeTile(tile: FilledTile): Promise<void> {
    this.order.accept(tile);
    await writeEach(this.spec.fields, (field, i) => this.fields[i].append(bytesOf(tile, field), piecesOf(tile, i)));
  }

  checkpoint(): Checkpoint {
    return { from: this.order.due, state: { layout: placesOf(this.layout), crcs: this.checksums() } satisfies v.InferOutput<typeof archiveState> };
  }

  async finish(): Promise<number> {
    this.order.complete();
    await writeEach(this.members, (writer) => writer.close());
    await this.sink.write(centralDirectory(this.layout, this.checksums()), this.layout.directoryOffset);
    return this.layout.totalBytes;
  }

  private checksums(): number[] {
    return this.members.map(({ checksum }) => checksum);
  }
}
