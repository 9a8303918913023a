import { property } from "lit/decorators.js";
import type { Explorer } from "../../state/explorer.ts";
import { Follow } from "./follow.ts";
import { LocalizedElement } from "./localized-element.ts";

/** An element that shows a part of the explorer and is drawn anew when the explorer, or the language, changes. */
export abstract class ExplorerElement extends LocalizedElement {
  @property({ attribute: false }) explorer: Explorer | undefined;
  protected readonly follow = new Follow(this, () => this.explorer);
}
