import { OptionDefaults } from "typedoc";

/** `npm run docs:api`: the reference of everything that the package exports, to build/api. */
export default {
  name: "Tauscape",
  entryPoints: [...["index", "model", "sweep", "exporters", "node"].map((room) => `src/library/${room}.ts`), "src/components/region/region-api.ts"],
  out: "build/api",
  readme: "docs/library.md",
  // Those of custom elements, which the editor's tools know.
  blockTags: [...OptionDefaults.blockTags, "@fires", "@csspart", "@cssprop"],
  excludeInternal: true,
  excludePrivate: true,
  treatWarningsAsErrors: true,
};
