import { plot, type PlotOptions, type Scale } from "@observablehq/plot";

/** Plot's name for the figures' class; the rules that it would write into each figure stand in `plotStyles`. */
const CLASS = "plot";
/** Class of marks that follow the pointer and belong to no saved picture. */
export const TRANSIENT = "transient";

/** A figure that knows its scales: where a value stands in it, in CSS pixels, and back. */
export type PlottedFigure = SVGSVGElement & { scale(name: "x" | "y"): Scale | undefined };

/**
 * A figure drawn by Observable Plot, without the style element that it brings: the page's policy allows none, and `plotStyles` says the same.
 * Give colours as tokens, such as `var(--tau-series1)`, so that the figure follows the theme; the element around it names it.
 */
export function plotFigure(options: Omit<PlotOptions, "className" | "figure" | "title" | "subtitle" | "caption">): PlottedFigure {
  const figure = plot({ ...options, className: CLASS, figure: false });
  if (!(figure instanceof SVGSVGElement)) throw new TypeError("A figure with a legend is no single picture: draw the legend beside it.");
  for (const style of figure.querySelectorAll("style")) style.remove();
  // Plot names its groups of marks; a picture has one name, and none of its parts may have another.
  for (const mark of figure.querySelectorAll("g[aria-label], rect[aria-label]")) mark.removeAttribute("aria-label");
  return figure;
}

/** Gives a figure its name, and what describes it, for those who do not see it. */
export function named<Figure extends SVGSVGElement>(figure: Figure, attributes: Readonly<Record<`aria-${string}`, string>>): Figure {
  figure.setAttribute("role", "img");
  for (const [name, value] of Object.entries(attributes)) figure.setAttribute(name, value);
  return figure;
}
