import { csvExporter } from "./csv.ts";
import type { Exporter } from "./exporter.ts";
import { npzExporter } from "./npz.ts";

/** Every format that a result can be written in; the first is the default. Help, validation and the page are made from it. */
export const EXPORTERS: readonly [Exporter, ...Exporter[]] = [npzExporter, csvExporter];

export function findExporter(id: string): Exporter | undefined {
  return EXPORTERS.find((exporter) => exporter.id === id);
}

/** The format whose extension a file name ends in. */
export function exporterForFile(name: string): Exporter | undefined {
  return EXPORTERS.find(({ extension }) => name.toLowerCase().endsWith(extension));
}
