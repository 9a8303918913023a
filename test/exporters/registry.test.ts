import { describe, expect, it } from "vitest";
import { FIELDS, PARAMETER_NAMES, PARAMETERS, quantitiesOf, PRICE_MODES } from "../../src/model/index.ts";
import { EXPORTERS, exporterForFile, findExporter } from "../../src/exporters/registry.ts";

describe("the registry of formats", () => {
  it("writes npz unless told otherwise, and has no name or extension twice", () => {
    expect(EXPORTERS[0].id).toBe("npz");
    expect(new Set(EXPORTERS.map(({ id }) => id)).size).toBe(EXPORTERS.length);
    const extensions = EXPORTERS.flatMap((exporter) => exporter.extensions);
    expect(new Set(extensions).size).toBe(extensions.length);
  });

  it("finds a format by its name and by a file's extension", () => {
    expect(findExporter("csv")?.id).toBe("csv");
    expect(findExporter("xls")).toBeUndefined();
    expect(exporterForFile("grid.2024.CSV")?.id).toBe("csv");
    expect(exporterForFile("grid")).toBeUndefined();
  });

  it("can name arrays and columns after axes and fields, for no name is both in one price mode", () => {
    for (const prices of PRICE_MODES) {
      const axes = PARAMETER_NAMES.filter((name) => PARAMETERS[name].modes.includes(prices));
      const fields: readonly string[] = quantitiesOf(prices).map((name) => FIELDS[name].name);
      expect(axes.filter((name) => fields.includes(name))).toEqual([]);
    }
  });
});
