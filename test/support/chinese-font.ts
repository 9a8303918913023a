import { createRequire } from "node:module";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inflateSync } from "node:zlib";

const WEIGHTS = [400, 700];

/**
 * Gives the browser a Chinese system font, for screenshots on machines that have none: Noto Sans SC beside the fonts already
 * there. The product itself ships no font.
 */
export async function writeFontConfiguration(folder: string): Promise<void> {
  const require = createRequire(import.meta.url);
  for (const weight of WEIGHTS) {
    const packed = require.resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff`);
    await writeFile(join(folder, `noto-sans-sc-${weight}.ttf`), unpackWoff(await readFile(packed)));
  }
  await writeFile(join(folder, "fonts.conf"), `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`);
}

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/** The OpenType font inside a WOFF 1.0 file (W3C recommendation, sections 4 and 5): the same tables, uncompressed. */
function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => readTable(woff, WOFF_HEADER + index * WOFF_ENTRY));
  const directory = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
  const log = Math.floor(Math.log2(count));
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(2 ** log * 16, 6);
  directory.writeUInt16BE(log, 8);
  directory.writeUInt16BE((count - 2 ** log) * 16, 10);
  let offset = directory.length;
  const bodies = tables.map((table, index) => {
    const entry = SFNT_HEADER + index * SFNT_ENTRY;
    table.tag.copy(directory, entry);
    directory.writeUInt32BE(table.checksum, entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(table.content.length, entry + 12);
    const padded = Buffer.alloc(Math.ceil(table.content.length / 4) * 4);
    table.content.copy(padded);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([directory, ...bodies]);
}

function readTable(woff: Buffer, at: number) {
  const offset = woff.readUInt32BE(at + 4);
  const packedLength = woff.readUInt32BE(at + 8);
  const length = woff.readUInt32BE(at + 12);
  const packed = woff.subarray(offset, offset + packedLength);
  return { tag: woff.subarray(at, at + 4), checksum: woff.readUInt32BE(at + 16), content: packedLength < length ? inflateSync(packed) : packed };
}
