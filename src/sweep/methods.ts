/** How a summary can be found; `auto` takes the cheapest that gives what was asked for. */
export const METHODS = ["auto", "cells", "rows"] as const;
export type Method = (typeof METHODS)[number];
