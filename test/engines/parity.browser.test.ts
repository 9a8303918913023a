import { createBrowserSweepClient } from "../../src/workers/browser-client.ts";
import { describeEngines } from "./parity-suite.ts";

describeEngines(createBrowserSweepClient, [], [1]);
