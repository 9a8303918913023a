import { BenchSession } from "../../state/benchmark/bench-session.ts";
import { createBrowserSweepClient } from "../../workers/browser-client.ts";
import { applyPreferences } from "../preferences.ts";
import { availableThreads, describeEnvironment } from "./describe-environment.ts";
import { BenchmarkPage } from "./tau-benchmark-page.ts";

const theme = await applyPreferences();

const page = document.querySelector("tau-benchmark-page");
if (!(page instanceof BenchmarkPage)) throw new Error("benchmark.html has no <tau-benchmark-page>.");

const session = new BenchSession({
  createClient: createBrowserSweepClient, threads: availableThreads(), describeEnvironment, clock: () => performance.now(),
});
page.theme = theme;
page.session = session;

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") session.stop("hidden");
});
await session.probe();
