/** How the cells of a sweep can be gone through; `auto` takes the cheapest that gives what was asked for. */
export const METHODS = ["auto", "cells"] as const;
export type Method = (typeof METHODS)[number];
