import { property } from "lit/decorators.js";
import type { BenchSession } from "../../state/benchmark/bench-session.ts";
import { Follow } from "./follow.ts";
import { LocalizedElement } from "./localized-element.ts";

/** An element that shows a part of a benchmark's session and is drawn anew when the session, or the language, changes. */
export abstract class BenchElement extends LocalizedElement {
  @property({ attribute: false }) session: BenchSession | undefined;
  protected readonly follow = new Follow(this, () => this.session);
}
