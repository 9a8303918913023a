import { axisPoints } from "../sweep/axes.ts";
import { axisCount, cellCount, type Axis, type SweepSpec } from "../sweep/spec.ts";
import type { FilledTile } from "../sweep/tile.ts";
import { combineCrc32, crc32 } from "./crc32.ts";
import { describeSweep } from "./describe-sweep.ts";
import type { ByteSink, Exporter, ExportSource, ExportWriter } from "./exporter.ts";
import { bytesPerElement, fieldType, type FieldType } from "./field-type.ts";
import { npyHeader, unicodeScalar } from "./npy-header.ts";
import { bytesOf, TileOrder } from "./tile-order.ts";
import { centralDirectory, localHeader, planZip, type PlacedEntry, type ZipLayout } from "./zip-layout.ts";

const NUMPY_TYPES: Readonly<Record<FieldType, string>> = { float64: "<f8", float32: "<f4", int8: "|i1", uint8: "|u1" };
/** Points of an axis that are made at a time, so that a long axis takes no more memory than a short one. */
const AXIS_BLOCK_POINTS = 2 ** 17;

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
export const npzExporter: Exporter = {
  id: "npz",
  label: { en: "NumPy archive", zh: "NumPy 归档" },
  meaning: {
    en: "Every field as a grid over the axes, for numpy.load.",
    zh: "每个字段为各轴上的网格，用 numpy.load 读取。",
  },
  extension: ".npz",
  mediaType: "application/zip",
  holdsSeveralFields: true,
  plannedBytes: (source) => planArchive(source).layout.totalBytes,
  open: openArchive,
  sidecarSuffixes: [],
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
    ...spec.fields.map((field) => {
      const type = fieldType(field, spec.precision);
      return member(field, NUMPY_TYPES[type], shape, bytesPerElement(type) * cellCount(spec));
    }),
  ];
  const layout = planZip(members.map(({ name, header, dataBytes }) => ({ name: `${name}.npy`, size: header.length + dataBytes })));
  return { metadata: metadata.bytes, members, layout };
}

function member(name: string, descriptor: string, shape: readonly number[], dataBytes: number): Member {
  return { name, header: npyHeader(descriptor, shape), dataBytes };
}

async function openArchive(source: ExportSource, sink: ByteSink): Promise<ExportWriter> {
  const { spec } = source;
  const plan = planArchive(source);
  const writers = await Promise.all(plan.layout.entries.map((entry, i) => MemberWriter.open(entry, plan.members[i].header, sink)));
  const [metadata, ...arrays] = writers;
  await metadata.append(plan.metadata);
  for (const [i, axis] of spec.axes.entries()) await appendAxis(arrays[i], axis);
  return new ArchiveWriter(spec, arrays.slice(spec.axes.length), writers, plan.layout, sink);
}

async function appendAxis(writer: MemberWriter, axis: Axis): Promise<void> {
  const count = axisCount(axis);
  for (let from = 0; from < count; from += AXIS_BLOCK_POINTS) {
    const points = axisPoints(axis, from, Math.min(from + AXIS_BLOCK_POINTS, count));
    await writer.append(new Uint8Array(points.buffer));
  }
}

/** Appends to one member and keeps the CRC-32 of what has been written. */
class MemberWriter {
  private constructor(
    private readonly entry: PlacedEntry, private readonly sink: ByteSink, private length: number, private crc: number,
  ) {}

  static async open(entry: PlacedEntry, header: Uint8Array<ArrayBuffer>, sink: ByteSink): Promise<MemberWriter> {
    await sink.write(header, entry.dataOffset);
    return new MemberWriter(entry, sink, header.length, await crc32(header));
  }

  async append(bytes: Uint8Array<ArrayBufferLike>): Promise<void> {
    const [crc] = await Promise.all([crc32(bytes), this.sink.write(bytes, this.entry.dataOffset + this.length)]);
    this.crc = combineCrc32(this.crc, crc, bytes.length);
    this.length += bytes.length;
  }

  /** Writes the header that stands before the member; returns the CRC-32 for the directory. */
  async close(): Promise<number> {
    await this.sink.write(localHeader(this.entry, this.crc), this.entry.headerOffset);
    return this.crc;
  }
}

class ArchiveWriter implements ExportWriter {
  private readonly order: TileOrder;

  constructor(
    private readonly spec: SweepSpec, private readonly fields: readonly MemberWriter[],
    private readonly members: readonly MemberWriter[], private readonly layout: ZipLayout, private readonly sink: ByteSink,
  ) {
    this.order = new TileOrder(cellCount(spec));
  }

  async writeTile(tile: FilledTile): Promise<void> {
    this.order.accept(tile);
    await Promise.all(this.spec.fields.map((field, i) => this.fields[i].append(bytesOf(tile, field))));
  }

  async finish(): Promise<number> {
    this.order.complete();
    const crcs = await Promise.all(this.members.map((writer) => writer.close()));
    await this.sink.write(centralDirectory(this.layout, crcs), this.layout.directoryOffset);
    return this.layout.totalBytes;
  }
}
