import * as v from "valibot";
import { EvidenceSchema, type Evidence } from "./evidence-schema.ts";
import file from "./report-evidence.json" with { type: "json" };

/** The report's figures, as the file holds them. */
export const EVIDENCE: Evidence = v.parse(EvidenceSchema, file);
