import { plot, type PlotOptions } from "@observablehq/plot";

/** Plot's name for the figures' class; the rules that it would write into each figure stand in `plotStyles`. */
const CLASS = "plot";

/**
 * A figure drawn by Observable Plot, without the style element that it brings: the page's policy allows none, and `plotStyles` says the same.
 * Give colours as tokens, such as `var(--tau-series1)`, so that the figure follows the theme; the element around it names it.
 */
export function plotFigure(options: Omit<PlotOptions, "className" | "figure" | "title" | "subtitle" | "caption">): SVGSVGElement {
  const figure = plot({ ...options, className: CLASS, figure: false });
  if (!(figure instanceof SVGSVGElement)) throw new TypeError("A figure with a legend is no single picture: draw the legend beside it.");
  for (const style of figure.querySelectorAll("style")) style.remove();
  return figure;
}
