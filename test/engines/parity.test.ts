import { availableParallelism } from "node:os";
import { createNodeSweepClient } from "../../src/workers/node-client.ts";
import { describeEngines } from "./parity-suite.ts";

describeEngines(createNodeSweepClient, ["webgpu"], availableParallelism() > 1 ? [1, 2] : [1]);
