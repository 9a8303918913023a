import { createTextDigest } from "../sweep/checksum.ts";
import type { ResultFile, ResultFileSystem } from "./file-system.ts";
import { readLines } from "./lines.ts";
import { toJson } from "./records.ts";
import { TextFile } from "./text-file.ts";

/**
 * How a manifest is laid out: JSON whose long lists come last and hold an object a line, so that it can be written and read without ever being whole in memory, and
 * behind them the XXH128 of all that stands before.
 */
export const LISTS = ["chunks", "parts"] as const;
export type ListName = (typeof LISTS)[number];

const OPENINGS: Readonly<Record<string, ListName>> = Object.fromEntries(LISTS.map((list) => [`  "${list}": [`, list]));
const CLOSING = "  ],";
const DIGEST = /^ {2}"digest": "([0-9a-f]{32})"$/;

/** What is read of it, a line at a time. */
export type ManifestLine =
  /** Of the JSON before the lists. */
  | { readonly place: "head"; readonly text: string }
  /** One of a list's objects. */
  | { readonly place: ListName; readonly text: string };

export async function writeManifestText(
  files: ResultFileSystem, path: string, head: object, lists: Readonly<Record<ListName, () => AsyncIterable<object>>>,
): Promise<void> {
  const digest = await createTextDigest();
  await TextFile.make(files, path, async (append) => {
    const add = async (text: string) => {
      digest.add(text);
      await append(text);
    };
    await add(`${toJson(head, 2).slice(0, -2)},\n`);
    for (const list of LISTS) {
      await add(`  "${list}": [\n`);
      let before = "";
      for await (const item of lists[list]()) {
        await add(`${before}    ${toJson(item)}`);
        before = ",\n";
      }
      await add(`${before === "" ? "" : "\n"}${CLOSING}\n`);
    }
    await append(`  "digest": "${digest.end()}"\n}\n`);
  });
}

/** The lines of a manifest, and at the end whether all of it is as it was written. */
export async function* readManifestText(file: ResultFile): AsyncGenerator<ManifestLine, boolean> {
  const digest = await createTextDigest();
  let place: ManifestLine["place"] | null = "head";
  for await (const { text } of readLines(file)) {
    const found = DIGEST.exec(text)?.[1];
    if (place === null && found !== undefined) return found === digest.end();
    digest.add(`${text}\n`);
    const opened = OPENINGS[text] as ListName | undefined;
    if (opened !== undefined) place = opened;
    else if (text === CLOSING && place !== "head") place = null;
    else if (place !== null) yield { place, text: place === "head" ? text : text.replace(/,$/, "") };
  }
  return false;
}
