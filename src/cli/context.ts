import type { Language } from "../model/index.ts";
import type { CommandIo } from "./io.ts";
import type { Texts } from "./texts/texts.ts";

/** What every command gets: the world outside, and words for the person. */
export interface CommandContext {
  readonly io: CommandIo;
  readonly language: Language;
  readonly texts: Texts;
}
