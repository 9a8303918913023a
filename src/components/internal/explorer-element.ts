import { property } from "lit/decorators.js";
import type { Explorer } from "../../state/explorer.ts";
import type { RegionSource } from "../../state/region-source.ts";
import { Follow, type FollowPace } from "./follow.ts";
import { LocalizedElement } from "./localized-element.ts";

/** An element that shows a part of the explorer, or of one scenario of a comparison, and is drawn anew when the explorer, or the language, changes. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- it is the type of a property that elements set
export abstract class ExplorerElement<Source extends RegionSource = Explorer> extends LocalizedElement {
  /** How soon after a change elements of a class are drawn anew. */
  protected static pace: FollowPace = "frame";

  @property({ attribute: false }) explorer: Source | undefined;
  protected readonly follow = new Follow(this, () => this.explorer, (this.constructor as typeof ExplorerElement).pace);
}
