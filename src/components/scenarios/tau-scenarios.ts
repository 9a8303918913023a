import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { withSide } from "../../state/compare/compare-state.ts";
import { SIDES, type Side } from "../../state/compare/comparison.ts";
import { scenarioOf } from "../../state/compare/scenario.ts";
import { decodeLink, encodeLink } from "../../state/link.ts";
import { isName, NAME_CHARACTERS, readScenarios, writeScenarios, type SavedScenario } from "../../state/scenarios/scenario-file.ts";
import { withAdded, withoutScenario, withRenamed, withRestored, withSaved } from "../../state/scenarios/scenario-list.ts";
import type { StoreOutcome } from "../../state/scenarios/scenario-store.ts";
import { describeProblem } from "../../sweep/problems.ts";
import { dialogStyles, isDialogSeen, showDialog } from "../internal/dialog.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { Follow } from "../internal/follow.ts";
import { saveText } from "../internal/save-text.ts";
import { sharedStyles } from "../internal/styles.ts";
import { openBrowserStore } from "./browser-store.ts";
import { scenariosStyles } from "./scenarios-styles.ts";

/** More is no file of scenarios: 500 of them, each with a long link, are a quarter of it. */
const MOST_BYTES = 2 ** 22;

interface Deleted {
  readonly scenario: SavedScenario;
  readonly at: number;
}

/** The named scenarios, over the page: saved, opened, compared, renamed, deleted, written to a file and read from one. */
@customElement("tau-scenarios")
export class ScenariosElement extends ExplorerElement {
  static override styles = [sharedStyles, dialogStyles, scenariosStyles];

  /** What became of the last thing that was asked for. */
  @state() private message = "";
  @state() private isRefusal = false;
  @state() private name = "";
  @state() private renamed: string | null = null;
  @state() private deleted: Deleted | null = null;
  @query("dialog") private readonly dialog!: HTMLDialogElement;

  readonly #kept = openBrowserStore();
  protected readonly followStore = new Follow(this, () => this.#kept.store);

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { scenarios, problems } = this.#kept.store;
    const isTaken = scenarios.some(({ name }) => name === this.name.trim());
    return html`<dialog aria-labelledby="title" @close=${() => this.forget()}>
      <div class="head"><h2 id="title">${msg("Scenarios")}</h2><button @click=${() => this.dialog.close()}>${msg("Close")}</button></div>
      <p class="small muted">${this.#kept.isKept ? msg("Kept in this browser alone. Save them to a file to keep or to share them.")
        : msg("This browser keeps nothing for this page: scenarios last until it is closed. Save them to a file.")}</p>
      <form @submit=${this.save}>
        <label for="name">${msg("Save the present state as")}</label>
        <input id="name" maxlength=${NAME_CHARACTERS} autocomplete="off" .value=${live(this.name)} @input=${(event: Event) => { this.name = (event.target as HTMLInputElement).value; }} />
        <button>${isTaken ? msg("Replace") : msg("Save")}</button>
      </form>
      <p class=${this.isRefusal ? "error" : "small"} role="status">${this.message}
        ${this.deleted === null ? nothing : html`<button @click=${this.restore}>${msg("Undo")}</button>`}</p>
      ${problems.length === 0 ? nothing : html`<p class="error">${msg("What is stored cannot be read, so nothing is written over it.")} ${problems.map((problem) => describeProblem(problem, this.language)).join(" ")}
        <button @click=${() => this.tell(this.#kept.store.setAside(), msg("Set aside. The list is empty now."))}>${msg("Set it aside and begin anew")}</button></p>`}
      ${scenarios.length === 0 ? html`<p class="empty muted">${msg("Nothing is saved yet.")}</p>` : html`<ul>${scenarios.map((one) => this.renderOne(one))}</ul>`}
      <div class="files">
        <button ?disabled=${scenarios.length === 0} @click=${() => saveText("tauscape-scenarios.json", "application/json", writeScenarios(scenarios))}>${msg("Save all to a file")}</button>
        <label class="file"><input type="file" accept=".json,application/json" @change=${this.onFile} /><span>${msg("Open a file")}</span></label>
        <span class="small muted">${msg("or drop one on the page")}</span>
      </div>
    </dialog>`;
  }

  protected override shouldUpdate(): boolean {
    return isDialogSeen(this);
  }

  show(): void {
    showDialog(this);
  }

  /** Adds the scenarios of a file; one that cannot be read is refused, and changes nothing. */
  async open(file: File): Promise<void> {
    this.show();
    // A folder that was dropped is a file that cannot be read.
    const text = file.size > MOST_BYTES ? null : await file.text().catch(() => null);
    if (text === null) {
      this.say(msg(str`${file.name} is too large, or is no file that can be read: nothing has changed.`), true);
      return;
    }
    const read = readScenarios(text, { checkLinks: true });
    if (!read.ok) {
      this.say(`${msg(str`${file.name} was refused, nothing has changed.`)} ${read.problems.slice(0, 3).map((problem) => describeProblem(problem, this.language)).join(" ")}`, true);
      return;
    }
    this.tell(this.#kept.store.change((list) => withAdded(list, read.scenarios)), msg(str`Scenarios read from ${file.name}: ${read.scenarios.length}.`));
  }

  private renderOne(scenario: SavedScenario): TemplateResult {
    const { name, link } = scenario;
    const opened = decodeLink(link);
    if (this.renamed === name) {
      return html`<li><form class="rename" @submit=${(event: SubmitEvent) => this.rename(event, name)}>
        <input name="to" maxlength=${NAME_CHARACTERS} aria-label=${msg(str`New name of ${name}`)} .value=${name} autocomplete="off" />
        <button>${msg("Rename")}</button><button type="button" @click=${() => { this.renamed = null; }}>${msg("Cancel")}</button></form></li>`;
    }
    return html`<li aria-label=${name}>
      <button class="name" ?disabled=${!opened.ok} @click=${() => this.openState(scenario)}>${name}</button>
      ${opened.ok ? nothing : html`<span class="error">${msg("This version cannot open it:")} ${opened.problems.map((problem) => describeProblem(problem, this.language)).join(" ")}</span>`}
      <span class="actions">
        ${SIDES.map((side) => html`<button ?disabled=${!opened.ok} aria-label=${msg(str`Compare ${name} as ${side}`)} @click=${() => this.compare(scenario, side)}>${side}</button>`)}
        <button aria-label=${msg(str`Rename ${name}`)} @click=${() => { this.renamed = name; }}>${msg("Rename")}</button>
        <button aria-label=${msg(str`Save ${name} to a file`)} @click=${() => saveText("tauscape-scenario.json", "application/json", writeScenarios([scenario]))}>${msg("File")}</button>
        <button aria-label=${msg(str`Delete ${name}`)} @click=${() => this.delete(scenario)}>${msg("Delete")}</button>
      </span></li>`;
  }

  private save(event: SubmitEvent): void {
    event.preventDefault();
    const name = this.name.trim();
    if (this.explorer === undefined) return;
    if (!isName(name)) {
      this.say(msg(str`A name has 1 to ${NAME_CHARACTERS} characters.`), true);
      return;
    }
    const link = encodeLink(this.explorer.state);
    if (this.tell(this.#kept.store.change((list) => withSaved(list, { name, link })), msg(str`${name} is saved.`))) this.name = "";
  }

  private openState({ link }: SavedScenario): void {
    const opened = decodeLink(link);
    if (!opened.ok) return;
    this.explorer?.update(() => opened.state);
    this.dialog.close();
  }

  private compare({ link }: SavedScenario, side: Side): void {
    const opened = decodeLink(link);
    if (!opened.ok) return;
    this.explorer?.update((shown) => withSide(shown, side, scenarioOf(opened.state)));
    this.dialog.close();
  }

  private rename(event: SubmitEvent, from: string): void {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem("to");
    const to = field instanceof HTMLInputElement ? field.value.trim() : "";
    if (to !== from && (!isName(to) || this.#kept.store.scenarios.some(({ name }) => name === to))) {
      this.say(msg("That name is empty or taken: choose another."), true);
      return;
    }
    if (to === from || this.tell(this.#kept.store.change((list) => withRenamed(list, from, to)), msg(str`${from} is now ${to}.`))) this.renamed = null;
  }

  private delete(scenario: SavedScenario): void {
    const at = this.#kept.store.scenarios.findIndex(({ name }) => name === scenario.name);
    if (this.tell(this.#kept.store.change((list) => withoutScenario(list, scenario.name)), msg(str`${scenario.name} is deleted.`))) this.deleted = { scenario, at };
  }

  private restore(): void {
    const { deleted } = this;
    if (deleted !== null) this.tell(this.#kept.store.change((list) => withRestored(list, deleted.scenario, deleted.at)), msg(str`${deleted.scenario.name} is back.`));
  }

  private onFile(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file !== undefined) void this.open(file);
    // The same file can be chosen again.
    input.value = "";
  }

  private tell(outcome: StoreOutcome, success: string): boolean {
    const texts: Readonly<Record<StoreOutcome, string>> = {
      stored: success,
      full: msg("The browser refused to store it: its storage is full or switched off. What was saved is as it was; save scenarios to a file, or delete some."),
      many: msg("That would be more scenarios than the list holds. Nothing has changed; save some to a file and delete them."),
      unreadable: msg("What is stored cannot be read, so nothing is written over it."),
    };
    this.say(texts[outcome], outcome !== "stored");
    return outcome === "stored";
  }

  private say(message: string, isRefusal: boolean): void {
    [this.message, this.isRefusal, this.deleted] = [message, isRefusal, null];
  }

  private forget(): void {
    this.say("", false);
    this.renamed = null;
  }
}
