import { html, type TemplateResult } from "lit";
import type { BilingualText } from "../../model/index.ts";
import type { Explorer } from "../../state/explorer.ts";
import type { Panel } from "../../state/panels.ts";

interface PanelInfo {
  readonly label: BilingualText;
  /** Brings the panel's elements; called when the panel is first shown, so that none delays the first picture. */
  readonly load: () => Promise<unknown>;
  readonly draw: (explorer: Explorer) => TemplateResult;
}

/** The drawer's panels, in the order of its tabs. */
export const PANEL_INFO: Readonly<Record<Panel, PanelInfo>> = {
  figure: {
    label: { en: "Growth over τ", zh: "增长率与 τ" },
    load: () => import("../growth-figure/tau-growth-figure.ts"),
    draw: (explorer) => html`<tau-growth-figure .explorer=${explorer}></tau-growth-figure>`,
  },
  map: {
    label: { en: "Map", zh: "平面图" },
    load: () => import("../plane-map/tau-plane-map.ts"),
    draw: (explorer) => html`<tau-plane-map .explorer=${explorer}></tau-plane-map>`,
  },
  table: {
    label: { en: "Table", zh: "表格" },
    load: () => import("../value-table/tau-value-table.ts"),
    draw: (explorer) => html`<tau-value-table .explorer=${explorer}></tau-value-table>`,
  },
  conclusions: {
    label: { en: "The report's conclusions", zh: "报告的结论" },
    load: () => import("../conclusions/tau-conclusions.ts"),
    draw: (explorer) => html`<tau-conclusions .explorer=${explorer}></tau-conclusions>`,
  },
  export: {
    label: { en: "Export the sweep", zh: "导出扫描" },
    load: () => import("../export/tau-export.ts"),
    draw: (explorer) => html`<tau-export .explorer=${explorer}></tau-export>`,
  },
};
