import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ViewPreset } from "../../scene/index.ts";
import { LocalizedElement } from "../internal/localized-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { viewText } from "./picture-texts.ts";

/** What a scene can be told. */
export interface Eye {
  view(preset: ViewPreset): void;
  zoom(factor: number): void;
  resetView(): void;
}

export const ZOOM_STEP = 1.15;
const PRESETS: readonly ViewPreset[] = ["isometric", "above", "front", "side"];

/** Views, zoom and full screen of one scene, or of several that are seen through one eye. */
@customElement("tau-scene-tools")
export class SceneToolsElement extends LocalizedElement {
  static override styles = [sharedStyles, css`
    :host { display: flex; flex-wrap: wrap; gap: 6px; justify-content: space-between; align-items: center; margin-bottom: 8px; }
    div { display: flex; gap: 4px; flex-wrap: wrap; }
    button { min-width: 32px; padding-inline: 8px; font-size: 0.8125rem; }
    @media (min-width: 1100px) and (max-width: 1499px) { button { padding-inline: 6px; } }
  `];

  @property({ attribute: false }) eye: Eye | undefined;
  /** What fills the screen; by itself, what stands around the tools. */
  @property({ attribute: false }) stage: HTMLElement | undefined;
  @state() private isFull = false;

  override render(): TemplateResult {
    return html`
      <div role="group" aria-label=${msg("Views")}>
        ${PRESETS.map((preset) => html`<button @click=${() => this.eye?.view(preset)}>${viewText(preset)}</button>`)}
      </div>
      <div role="group" aria-label=${msg("Zoom")}>
        <button @click=${() => this.eye?.zoom(1 / ZOOM_STEP)} aria-label=${msg("Zoom out")}>−</button>
        <button @click=${() => this.eye?.zoom(ZOOM_STEP)} aria-label=${msg("Zoom in")}>+</button>
        <button @click=${() => this.eye?.resetView()}>${msg("Reset view")}</button>
        ${document.fullscreenEnabled ? html`<button @click=${this.toggleFullScreen}>${this.isFull ? msg("Leave full screen") : msg("Full screen")}</button>` : nothing}
      </div>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("fullscreenchange", this.onFullScreen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("fullscreenchange", this.onFullScreen);
  }

  private toggleFullScreen(): void {
    // A browser that refuses leaves the page as it is, and the button says so by not changing.
    void (this.isFull ? document.exitFullscreen() : (this.stage ?? this.parentElement)?.requestFullscreen())?.catch(() => undefined);
  }

  private readonly onFullScreen = (): void => {
    this.isFull = document.fullscreenElement !== null;
  };
}
