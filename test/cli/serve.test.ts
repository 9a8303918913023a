import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { servePage, type PageServer } from "../../src/cli/page-server.ts";
import { command, testFolder, type TestIoOptions } from "./test-io.ts";

const HOST = "127.0.0.1";
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function pageFolder(): string {
  const folder = join(testFolder(), "page");
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Tauscape</title>");
  writeFileSync(join(folder, "assets", "kernels-abc123.wasm"), Uint8Array.of(0, 97, 115, 109));
  writeFileSync(join(testFolder(), "secret.txt"), "not for the page");
  return folder;
}

async function serving(ports: readonly number[]): Promise<PageServer> {
  const server = await servePage(pageFolder(), HOST, ports);
  closing.push(() => server.close());
  return server;
}

/** A port that another program holds. */
async function takenPort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
}

describe("servePage", () => {
  it("isolates the page, and keeps browsers from guessing types", async () => {
    const { port } = await serving([0]);
    const response = await fetch(`http://${HOST}:${port}/`);
    expect(await response.text()).toContain("<title>Tauscape</title>");
    expect(response.headers.get("content-security-policy")).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp", "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "content-type": "text/html;charset=utf-8", "cache-control": "no-cache",
    });
  });

  it("serves WebAssembly by its type and lets hashed files be kept", async () => {
    const { port } = await serving([0]);
    const response = await fetch(`http://${HOST}:${port}/assets/kernels-abc123.wasm`);
    expect(response.headers.get("content-type")).toBe("application/wasm");
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(response.headers.get("cross-origin-embedder-policy")).toBe("require-corp");
  });

  it("answers 404 for what is not there or outside, and 405 for what only reads may not do", async () => {
    const { port } = await serving([0]);
    for (const path of ["/nothing", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt"]) {
      expect((await fetch(`http://${HOST}:${port}${path}`)).status).toBe(404);
    }
    expect((await fetch(`http://${HOST}:${port}/`, { method: "POST" })).status).toBe(405);
  });

  it("falls forward to the next port where one is taken, and reports the error where all are", async () => {
    const taken = await takenPort();
    expect((await serving([taken, 0])).port).not.toBe(taken);
    await expect(servePage(pageFolder(), HOST, [taken])).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

describe("serve", () => {
  /** Runs the command until it has opened the browser; answers with what the page said then. */
  async function serveUntilOpened(args: readonly string[], options: TestIoOptions = {}): Promise<{ page: string; address: string; outcome: Awaited<ReturnType<typeof command>> }> {
    const controller = new AbortController();
    let page = "";
    let address = "";
    const openBrowser = async (at: string): Promise<void> => {
      address = at;
      page = await (await fetch(at)).text();
      controller.abort();
    };
    const outcome = await command(["serve", "--open", ...args], { pageFolder: pageFolder(), signal: controller.signal, openBrowser, ...options });
    return { page, address, outcome };
  }

  it("prints its address, opens it, and stops when interrupted", async () => {
    const { page, address, outcome } = await serveUntilOpened(["--port", "0", "--host", HOST]);
    expect(page).toContain("Tauscape");
    expect(outcome.code).toBe(130);
    expect(outcome.stdout).toBe(`Tauscape is at ${address}\n`);
    expect(outcome.stderr).toContain("Ctrl+C stops it.");
    await expect(fetch(address)).rejects.toThrow();
  });

  it("says so where no browser can be opened", async () => {
    const controller = new AbortController();
    const openBrowser = (): Promise<void> => {
      controller.abort();
      return Promise.reject(new Error("no browser"));
    };
    const { outcome } = await serveUntilOpened(["--port", "0"], { openBrowser, signal: controller.signal });
    expect(outcome.stderr).toMatch(/No browser could be opened; open http:\/\/localhost:\d+\/ yourself\./);
  });

  it("fails where the page is not built, and where the port asked for is taken", async () => {
    expect(await command(["serve"])).toMatchObject({ code: 1, stderr: expect.stringContaining("Run npm run build first.") as string });
    const taken = await takenPort();
    const refused = await command(["serve", "--host", HOST, "--port", String(taken)], { pageFolder: pageFolder() });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining(`Port ${taken} is taken by another program.`) as string });
  });

  it.each(["65536", "-1", "http", ""])("refuses the port %j", async (port) => {
    expect(await command(["serve", "--port", port])).toMatchObject({ code: 2, stderr: expect.stringContaining("allowed: a whole number from 0 to 65,535") as string });
  });
});
