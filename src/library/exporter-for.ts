import type { Exporter } from "../exporters/exporter.ts";
import { EXPORTERS, findExporter } from "../exporters/registry.ts";
import type { SweepSpec } from "../sweep/spec.ts";

/** @throws RangeError with the formats that there are */
export function exporterFor({ fields }: SweepSpec, id: string): Exporter {
  const exporter = findExporter(id);
  if (exporter === undefined) throw new RangeError(`format: found ${JSON.stringify(id)}; allowed: ${EXPORTERS.map((one) => one.id).join(", ")}.`);
  if (!exporter.holdsSeveralFields && fields.length > 1) throw new RangeError(`The format ${id} holds one field, and the spec asks for ${fields.length}. Choose another format, or one field.`);
  return exporter;
}
