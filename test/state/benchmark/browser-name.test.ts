import { describe, expect, it } from "vitest";
import { browserPlatform, browserRuntime } from "../../../src/state/benchmark/browser-name.ts";

const CHROME_AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36";
const EDGE_AGENT = `${CHROME_AGENT} Edg/147.0.1.2`;
const FIREFOX_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0";
const SAFARI_AGENT = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1";
const ANDROID_AGENT = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36";

describe("the browser's name", () => {
  it("is the brand that is no grease and not the engine under it", () => {
    const brands = [{ brand: "Not.A/Brand", version: "8" }, { brand: "Chromium", version: "147" }, { brand: "Microsoft Edge", version: "147" }];
    expect(browserRuntime({ brands, platform: "", userAgent: EDGE_AGENT })).toEqual({ name: "Microsoft Edge", version: "147" });
    expect(browserRuntime({ brands: brands.slice(0, 2), platform: "", userAgent: CHROME_AGENT })).toEqual({ name: "Chromium", version: "147" });
  });

  it.each([
    [CHROME_AGENT, "Chrome", "147.0.0.0", "Windows"], [EDGE_AGENT, "Edge", "147.0.1.2", "Windows"], [FIREFOX_AGENT, "Firefox", "150.0", "Linux"],
    [SAFARI_AGENT, "Safari", "26.1", "iOS"], [ANDROID_AGENT, "Chrome", "147.0.0.0", "Android"], ["something else", "browser", "", "unknown"],
  ])("and system are read from %s where there are no brands", (userAgent, name, version, platform) => {
    expect(browserRuntime({ brands: [], platform: "", userAgent })).toEqual({ name, version });
    expect(browserPlatform({ brands: [], platform: "", userAgent })).toBe(platform);
  });

  it("leaves the system to the browser's own word", () => {
    expect(browserPlatform({ brands: [], platform: "macOS", userAgent: CHROME_AGENT })).toBe("macOS");
  });
});
