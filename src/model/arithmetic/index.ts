export { AUXILIARIES, sidesOf, symbolOf } from "./definitions.ts";
export { derivationOf, derivationsOf, type Step } from "./derivation.ts";
export { numbersIn, symbolsIn, valueOf, withValues, type AuxiliaryName, type Expression, type SymbolName } from "./expression.ts";
export { plainText, write, type Notation } from "./notation.ts";
