import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { COLOURS } from "../../src/design/tokens.ts";
import { isolateResponse } from "../../src/site/isolate-response.ts";
import { CONTENT_POLICY } from "../../src/site/page-policy.ts";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), "utf8");
const pages = readdirSync(ROOT).filter((file) => file.endsWith(".html"));

describe("the policy", () => {
  it("lets nothing come from elsewhere and no text be evaluated, but WebAssembly", () => {
    expect(CONTENT_POLICY).toMatch(/^default-src 'self'; script-src 'self' 'wasm-unsafe-eval';/);
    expect(CONTENT_POLICY).not.toMatch(/https?:|\*|'unsafe-/);
  });

  it.each(["nginx.conf", "htaccess", "_headers"])("is that of the ready file %s", (file) => {
    expect(read(`examples/hosting/${file}`)).toContain(CONTENT_POLICY);
  });
});

test("no text becomes HTML anywhere in the source", () => {
  const folder = new URL("src/", ROOT);
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts") && statSync(new URL(path, folder)).isFile());
  expect(sources.length).toBeGreaterThan(100);
  const writes = /unsafeHTML|unsafeSVG|innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function\(/;
  expect(sources.filter((path) => writes.test(readFileSync(new URL(path, folder), "utf8")))).toEqual([]);
});

test("a response keeps its body and gains what isolates", async () => {
  const response = isolateResponse(new Response("text", { status: 203, headers: { "Content-Type": "text/plain" } }));
  expect(await response.text()).toBe("text");
  expect(response.status).toBe(203);
  expect(Object.fromEntries(response.headers)).toEqual({
    "content-type": "text/plain", "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp", "cross-origin-resource-policy": "same-origin",
  });
});

test("the installed page has icons of the sizes that it names, and the colours of the tokens", () => {
  const manifest = JSON.parse(read("public/manifest.webmanifest")) as { background_color: string; theme_color: string; icons: { src: string; type: string; sizes: string }[] };
  expect([manifest.background_color, manifest.theme_color]).toEqual([COLOURS.light.surface, COLOURS.light.panel]);
  for (const { src, sizes } of manifest.icons.filter(({ type }) => type === "image/png")) {
    const png = readFileSync(new URL(`public/${src}`, ROOT));
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
  }
});

test.each(pages)("%s says who it is, in one language, and how it is installed", (page) => {
  const html = read(page);
  for (const part of ['<html lang="en">', "<title>", 'name="description"', 'name="viewport"', 'rel="manifest"', "<noscript>"]) expect(html).toContain(part);
  for (const theme of ["light", "dark"] as const) expect(html).toContain(`content="${COLOURS[theme].panel}" media="(prefers-color-scheme: ${theme})"`);
  expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/|<style|<script>|style="/);
});
