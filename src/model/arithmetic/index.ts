export { AUXILIARIES, definitionOf, sidesOf, symbolOf } from "./definitions.ts";
export { derivationOf, derivationsOf, type Step } from "./derivation.ts";
export { numbersIn, replaceSymbols, symbolsIn, valueOf, withValues, type AuxiliaryName, type Expression, type SymbolName, type Values } from "./expression.ts";
export { plainText, write, type Notation } from "./notation.ts";
