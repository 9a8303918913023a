import { property } from "lit/decorators.js";
import type { ExportSession } from "../../state/export/export-session.ts";
import { Follow } from "../internal/follow.ts";
import { LocalizedElement } from "../internal/localized-element.ts";

/** An element that shows a part of an export's session and is drawn anew when the session, or the language, changes. */
export abstract class ExportPart extends LocalizedElement {
  @property({ attribute: false }) session: ExportSession | undefined;
  protected readonly follow = new Follow(this, () => this.session);
}
