import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import type { LaunchOptions } from "playwright-core";
import { writeFontConfiguration } from "./chinese-font.ts";

const FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"];
/**
 * WebGL 2 and WebGPU without a GPU; all three Vulkan flags are needed, or a WebGPU canvas loses the GPU process. A page's text and boxes are painted
 * by the processor in any case: without detour through the card that it plays, a quarter faster.
 */
const GRAPHICS_FLAGS = [
  ...FLAGS, "--disable-gpu-rasterization", "--enable-unsafe-webgpu", "--enable-features=Vulkan", "--use-angle=swiftshader", "--use-vulkan=swiftshader",
];
/** Neither WebGL nor WebGPU: where every page is put together as on a graphics card, a third of an opened page's time goes into playing that card. */
const PLAIN_FLAGS = [...FLAGS, "--disable-gpu", "--disable-software-rasterizer"];

const INSTALLED_NAMES = ["google-chrome", "google-chrome-stable", "chrome", "chromium", "chromium-browser"];
const INSTALLED_ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  join(process.env["PROGRAMFILES"] ?? "C:\\Program Files", "Google\\Chrome\\Application\\chrome.exe"),
];

/** A browser to test in. Its launch options are valid between `prepare` and `dispose`. */
export interface FoundBrowser {
  readonly launchOptions: LaunchOptions;
  /** The same browser without WebGL and WebGPU. */
  readonly plainLaunchOptions: LaunchOptions;
  prepare(): Promise<void>;
  dispose(): Promise<void>;
}

/**
 * Looks for a browser: the environment variable TAUSCAPE_BROWSER, then the one inside the package @sparticuz/chromium (Linux,
 * x64), then an installed Chrome or Chromium. Where there is none, `prepare` rejects and says what to do.
 */
export function findBrowser(): FoundBrowser {
  // The process names the folder: parallel runs share nothing, and every setup of one run agrees without talking.
  const folder = join(tmpdir(), `tauscape-browser-${process.pid}`);
  const named = process.env["TAUSCAPE_BROWSER"];
  const isPacked = named === undefined && process.platform === "linux" && process.arch === "x64";
  const executablePath = named ?? (isPacked ? join(folder, "chromium") : findInstalled());
  const optionsWith = (args: string[]): LaunchOptions => ({
    ...(executablePath === undefined ? {} : { executablePath }),
    args,
    env: { ...process.env, FONTCONFIG_FILE: join(folder, "fonts.conf") },
  });
  return {
    launchOptions: optionsWith(GRAPHICS_FLAGS),
    plainLaunchOptions: optionsWith(PLAIN_FLAGS),
    prepare: async () => {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      if (isPacked) await unpackInto(folder);
      if (executablePath === undefined || !existsSync(executablePath)) throw new Error(noBrowser(executablePath));
      await writeFontConfiguration(folder);
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

/** In a process of its own, because the package unpacks into whatever the process calls its temporary folder. */
async function unpackInto(folder: string): Promise<void> {
  const script = `import chromium from "@sparticuz/chromium"; await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: folder },
  });
}

function findInstalled(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = INSTALLED_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...INSTALLED_ELSEWHERE].find((path) => existsSync(path));
}

function noBrowser(path: string | undefined): string {
  const found = path === undefined ? "No browser was found" : `There is no browser at ${path}`;
  return `${found}. Install Chrome or Chromium, or set TAUSCAPE_BROWSER to the path of its executable.`;
}
