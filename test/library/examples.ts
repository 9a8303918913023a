import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** An example of docs/library.md that is run as it stands there. */
export interface Example {
  readonly title: string;
  readonly code: string;
  readonly isForNode: boolean;
}

/** The code blocks of docs/library.md marked `js run`, with the headings that they stand under. */
export function readExamples(): Example[] {
  const text = readFileSync(fileURLToPath(new URL("../../docs/library.md", import.meta.url)), "utf8");
  const examples: Example[] = [];
  let heading = "";
  for (const { groups } of text.matchAll(/^## (?<title>.+)$|^```js run(?<place>[^\n]*)\n(?<code>[^]*?)^```$/gm)) {
    if (groups?.title !== undefined) heading = groups.title;
    else if (groups?.code !== undefined) examples.push({ title: heading, code: groups.code, isForNode: groups.place.includes("node") });
  }
  return examples;
}
