import type { BenchRuntime } from "../../benchmark/bench-result.ts";

/** One entry of `navigator.userAgentData.brands`. */
export interface Brand {
  readonly brand: string;
  readonly version: string;
}

/** What a browser tells about itself. */
export interface BrowserHints {
  readonly brands: readonly Brand[];
  /** Empty where it does not say. */
  readonly platform: string;
  readonly userAgent: string;
}

/** The engine under other names; a browser that only calls itself so is named so. */
const BASE_BRAND = "Chromium";
/** Made up by browsers, so that no one relies on the list. */
const GREASE = /not.?a.?brand/i;

/** Names in user agents, the ones that others also claim last. */
const AGENT_NAMES = [["Firefox", /Firefox\/([\d.]+)/], ["Edge", /Edg\/([\d.]+)/], ["Chrome", /Chrome\/([\d.]+)/], ["Safari", /Version\/([\d.]+).*Safari/]] as const;
/** Systems in user agents; Android also says Linux, and iPhones also say Mac OS X. */
const AGENT_PLATFORMS = [["Android", /Android/], ["iOS", /iPhone|iPad/], ["Windows", /Windows/], ["macOS", /Mac OS X/], ["Linux", /Linux/]] as const;

/** The browser and its version, as far as it tells. */
export function browserRuntime({ brands, userAgent }: BrowserHints): BenchRuntime {
  const named = brands.filter(({ brand }) => !GREASE.test(brand));
  const brand = named.find((one) => one.brand !== BASE_BRAND) ?? named.at(0);
  if (brand !== undefined) return { name: brand.brand, version: brand.version };
  for (const [name, pattern] of AGENT_NAMES) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return { name, version };
  }
  return { name: "browser", version: "" };
}

/** The operating system, as far as the browser tells. */
export function browserPlatform({ platform, userAgent }: BrowserHints): string {
  if (platform !== "") return platform;
  return AGENT_PLATFORMS.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? "unknown";
}
