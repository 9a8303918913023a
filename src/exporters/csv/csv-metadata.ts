import { LANGUAGES, type BilingualText } from "../../model/index.ts";
import { describeAxes, describeFields, SOFTWARE, SOURCE_CITATION, SWEEP_TITLE, type ColumnDescription } from "../describe-sweep.ts";
import type { ExportSource } from "../exporter.ts";
import { fieldType, type FieldType } from "../field-type.ts";

/** Types of the W3C's tabular data model; an XSD `float` is a float32. */
const CSVW_TYPES: Readonly<Record<FieldType, string>> = { float64: "double", float32: "float", int8: "byte", uint8: "unsignedByte" };

/** CSV on the Web (W3C, "Metadata Vocabulary for Tabular Data"): what the columns are, in the file that stands beside the table. */
export function csvMetadata(source: ExportSource): string {
  const { spec, specHash, fileName } = source;
  const axes = describeAxes(spec).map((axis) => ({ ...column(axis, "double"), required: true }));
  const fields = describeFields(spec).map((field, i) => column(field, CSVW_TYPES[fieldType(spec.fields[i], spec.precision)]));
  const metadata = {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    url: encodeURIComponent(fileName),
    "dc:title": inBothLanguages(SWEEP_TITLE),
    "dc:source": SOURCE_CITATION,
    "dc:identifier": specHash,
    "dc:creator": `${SOFTWARE.name} ${SOFTWARE.version}`,
    "dc:provenance": JSON.stringify(spec),
    dialect: { encoding: "utf-8", header: true, delimiter: ",", lineTerminators: ["\n"] },
    tableSchema: { columns: [...axes, ...fields], primaryKey: spec.axes.map((axis) => axis.name) },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

function column({ name, symbol, equation, unit, label, meaning }: ColumnDescription, datatype: string): object {
  return {
    name,
    titles: name,
    datatype,
    null: "",
    "skos:notation": symbol,
    "schema:unitText": unit,
    "dc:source": equation,
    "dc:title": inBothLanguages(label),
    "dc:description": inBothLanguages(meaning),
  };
}

function inBothLanguages(text: BilingualText): object[] {
  return LANGUAGES.map((language) => ({ "@value": text[language], "@language": language }));
}
