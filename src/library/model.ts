/**
 * The model: its parameters, quantities and rules as tables, and their values at a point.
 * @module tauscape/model
 */
export * from "../model/index.ts";
export { evaluatePoint } from "./evaluate-point.ts";
