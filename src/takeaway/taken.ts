import type { Language } from "../model/index.ts";
import type { ExplorerState } from "../state/explorer-state.ts";

/** Version and commit of the program that writes a file; `null` where it was not built from a checkout. */
export interface Tool {
  readonly version: string;
  readonly commit: string | null;
}

/** What every file that is taken away is made from: nothing else, and no clock, so equal states give equal bytes. */
export interface Taken {
  readonly state: ExplorerState;
  /** The whole address that opens this state. */
  readonly link: string;
  /** Of what is written for a person. */
  readonly language: Language;
  readonly tool: Tool;
}
