import eslint from "@eslint/js";
import { defineConfig } from "eslint/config";
import { configs as lit } from "eslint-plugin-lit";
import tseslint from "typescript-eslint";

const PAGE = ["src/components/**", "src/pages/**"];
/** Rooms that know nothing of a page: they run in workers and in Node as well. */
const WITHOUT_DOM = ["src/model/**", "src/sweep/**", "src/surface/**", "src/state/**", "src/engines/**"];
const DOM_GLOBALS = ["window", "document", "location", "history", "navigator", "localStorage", "sessionStorage"];

export default defineConfig(
  { ignores: ["dist/", "build/", "coverage/", "test/output/", "assembly/index.ts", "assembly/scalar.ts", "assembly/kernels/memory.ts", "assembly/kernels/simd/", "assembly/math/", "src/i18n/locales/", "src/i18n/locale-codes.ts", "**/*.cjs"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      // A callback may wait or not: `void | Promise<void>`.
      "@typescript-eslint/no-invalid-void-type": "off",
      // Characters in the sense of Unicode's code points are meant.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      // Readers of text must name the characters that it may not hold.
      "no-control-regex": "off",
      // Says that checks of array elements and of outside data are needless, for indices are not `undefined` to the compiler.
      "@typescript-eslint/no-unnecessary-condition": "off",
      // An implementation of an asynchronous interface need not wait for anything.
      "@typescript-eslint/require-await": "off",
      // Typed arrays name their buffer on purpose: the default may change what is transferable.
      "@typescript-eslint/no-unnecessary-type-arguments": "off",
      "@typescript-eslint/no-unused-vars": ["error", { destructuredArrayIgnorePattern: "^_" }],
      // TypeScript knows better which names exist.
      "no-undef": "off",
    },
  },
  // A cast in JSDoc is invisible to this rule.
  { files: ["**/*.js"], rules: { "@typescript-eslint/no-unsafe-assignment": "off" } },
  { files: PAGE, ...lit["flat/recommended"] },
  // Lit calls an element's listeners with the element as `this`.
  { files: PAGE, rules: { "@typescript-eslint/unbound-method": "off" } },
  { files: WITHOUT_DOM, rules: { "no-restricted-globals": ["error", ...DOM_GLOBALS] } },
  {
    // The subset of TypeScript that asc takes too: its casts and its loops are no idiom of TypeScript's.
    files: ["assembly/**"],
    rules: {
      eqeqeq: "off",
      "@typescript-eslint/no-unnecessary-type-conversion": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/prefer-for-of": "off",
      // asc wants every parameter of a function that is passed on.
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
);
