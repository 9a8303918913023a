import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { PANELS, type Panel } from "../../state/panels.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { PANEL_INFO } from "./panel-table.ts";

/** What stands below the scene, one panel at a time: figures, maps and tables of the present point. */
@customElement("tau-drawer")
export class DrawerElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    [role="tablist"] { display: flex; flex-wrap: wrap; gap: 4px; border-bottom: 1px solid var(--tau-line); margin-bottom: 16px; }
    [role="tab"] { border: 0; border-bottom: 2px solid transparent; border-radius: 0; background: none; font-size: 0.875rem; color: var(--tau-muted); margin-bottom: -1px; }
    [role="tab"][aria-selected="true"] { color: var(--tau-text); border-bottom-color: var(--tau-accent); font-weight: 600; }
    @media (forced-colors: active) {
      [role="tab"] { border-bottom-color: Canvas; }
      [role="tab"][aria-selected="true"] { border-bottom-color: Highlight; }
    }
    [role="tabpanel"] { min-width: 0; }
  `];

  readonly #loaded = new Set<Panel>();

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    const { panel } = explorer.state;
    return html`
      <div role="tablist" aria-label=${msg("Figures and tables")} @keydown=${this.onKey}>${PANELS.map((name) => html`
        <button role="tab" id="tab-${name}" aria-controls="panel" aria-selected=${name === panel ? "true" : "false"} tabindex=${name === panel ? 0 : -1}
          @click=${() => this.show(name)}>${this.text(PANEL_INFO[name].label)}</button>`)}</div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${panel}">${PANEL_INFO[panel].draw(explorer)}</div>`;
  }

  protected override updated(): void {
    const panel = this.explorer?.state.panel;
    if (panel === undefined || this.#loaded.has(panel)) return;
    this.#loaded.add(panel);
    void PANEL_INFO[panel].load();
  }

  private show(panel: Panel): void {
    this.explorer?.update((state) => ({ ...state, panel }));
  }

  private async onKey(event: KeyboardEvent): Promise<void> {
    const { explorer } = this;
    if (explorer === undefined) return;
    const present = PANELS.indexOf(explorer.state.panel);
    const last = PANELS.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: present === last ? 0 : present + 1, ArrowLeft: present === 0 ? last : present - 1, Home: 0, End: last,
    };
    if (!(event.key in targets)) return;
    event.preventDefault();
    const panel = PANELS[targets[event.key]];
    this.show(panel);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${panel}`)?.focus();
  }
}
