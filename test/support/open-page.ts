import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { expect, inject, test as base } from "vitest";

export interface OpenOptions {
  /** CSS pixels; default 1280 × 800. */
  readonly width?: number;
  readonly height?: number;
  /** Default: light. */
  readonly theme?: "light" | "dark";
  /** Default: en. */
  readonly language?: "en" | "zh";
  /** Default: false. */
  readonly reducedMotion?: boolean;
  /** `false` opens it in a browser without WebGL: a test of something else runs faster without a picture in software. Default: true. */
  readonly scene?: boolean;
  /** Whether the page may keep itself for use without a network; few tests need it, and it costs each the download of every file. Default: false. */
  readonly serviceWorker?: boolean;
  /** Runs in the page before its own code: takes features away. */
  readonly prepare?: () => void;
}

export interface OpenedPage {
  readonly page: Page;
  /**
   * What the page wrote to the console as an error, threw or failed to load. Whatever is still here when the test ends fails it:
   * a test that provokes an error looks at it and takes it out.
   */
  readonly errors: string[];
}

/** Opens a path of the built page, relative to its root (`""`, `"#…"`), or a whole address, in a profile of its own; closed when the test ends. */
export type Open = (path: string, options?: OpenOptions) => Promise<OpenedPage>;

const ABORTED_BY_THE_PAGE = "net::ERR_ABORTED";
const LOCALES = { en: "en-GB", zh: "zh-CN" };

/** A test of the built page: `test("…", async ({ open }) => { const { page } = await open(""); … })`. */
export const test = base.extend<{ browsers: { readonly drawing: Browser; readonly plain: Browser }; open: Open }>({
  browsers: [
    // eslint-disable-next-line no-empty-pattern -- vitest wants a pattern, also of a fixture that needs no other
    async ({}, use) => {
      const endpoints = inject("browserEndpoints");
      const [drawing, plain] = await Promise.all([chromium.connect(endpoints.drawing), chromium.connect(endpoints.plain)]);
      await use({ drawing, plain });
      await Promise.all([drawing.close(), plain.close()]);
    },
    { scope: "worker" },
  ],
  open: async ({ browsers }, use) => {
    const contexts: BrowserContext[] = [];
    const opened: OpenedPage[] = [];
    await use(async (path, options = {}) => {
      const context = await browsers[options.scene === false ? "plain" : "drawing"].newContext(contextOptions(options));
      contexts.push(context);
      const one = watch(await context.newPage());
      opened.push(one);
      if (options.prepare !== undefined) await context.addInitScript(options.prepare);
      await one.page.goto(new URL(path, inject("pageAddress")).href);
      return one;
    });
    const errors = opened.flatMap((one) => one.errors);
    await Promise.all(contexts.map((context) => context.close()));
    expect(errors, "errors in the page").toEqual([]);
  },
});

function contextOptions({ width = 1280, height = 800, theme = "light", language = "en", reducedMotion = false, serviceWorker = false }: OpenOptions) {
  return {
    viewport: { width, height },
    colorScheme: theme,
    locale: LOCALES[language],
    reducedMotion: reducedMotion ? "reduce" : "no-preference",
    serviceWorkers: serviceWorker ? "allow" : "block",
  } as const;
}

function watch(page: Page): OpenedPage {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "failed";
    if (reason !== ABORTED_BY_THE_PAGE) errors.push(`${request.url()}: ${reason}`);
  });
  return { page, errors };
}
