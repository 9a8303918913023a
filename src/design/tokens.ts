/** The one source of colour and type for CSS, SVG, 2D canvas and three.js. */

export type Theme = "light" | "dark";

/** Hex colours `#rrggbb`. `raises`, `lowers` and `boundary` carry the meaning of a sign and mean nothing else. */
export interface ColourTokens {
  readonly surface: string;
  readonly panel: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly accentText: string;
  readonly focus: string;
  readonly error: string;
  readonly hatch: string;
  readonly raises: string;
  readonly raisesTint: string;
  readonly lowers: string;
  readonly lowersTint: string;
  readonly boundary: string;
  /** Series of charts that are about something else than a sign; 3:1 on both grounds, apart in lightness for colour-blind readers. */
  readonly series1: string;
  readonly series2: string;
  readonly series3: string;
  readonly series4: string;
  readonly series5: string;
}

/** `text`, `muted`, `error`, `accent`, `raises`, `lowers` and `boundary` reach 4.5:1 on `surface` and `panel`, so that words may wear them. */
export const COLOURS: Readonly<Record<Theme, ColourTokens>> = {
  light: {
    surface: "#fbfbf9",
    panel: "#ffffff",
    text: "#1b2024",
    muted: "#5a636b",
    line: "#d9dcdd",
    accent: "#1f5f9e",
    accentText: "#ffffff",
    focus: "#1a6fd0",
    error: "#b3261e",
    hatch: "#b9bec2",
    raises: "#0b7268",
    raisesTint: "#d5ebe7",
    lowers: "#ad4e00",
    lowersTint: "#f8e2cd",
    boundary: "#3b3f45",
    series1: "#1b4f8f",
    series2: "#4a90d9",
    series3: "#8a5bb5",
    series4: "#c2427f",
    series5: "#5b4a2a",
  },
  dark: {
    surface: "#14181b",
    panel: "#1c2125",
    text: "#e9ecee",
    muted: "#a3adb5",
    line: "#363d43",
    accent: "#84b9ee",
    accentText: "#10161b",
    focus: "#7fb6f5",
    error: "#ff9d92",
    hatch: "#545d65",
    raises: "#4cc4b3",
    raisesTint: "#153c38",
    lowers: "#f3a05a",
    lowersTint: "#452c16",
    boundary: "#dfe3e8",
    series1: "#8ec5ff",
    series2: "#3a70ba",
    series3: "#b18ae0",
    series4: "#e46ba4",
    series5: "#d9cfb6",
  },
};

export const FONTS = {
  sans: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  chinese: 'system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
  variable: '"STIX Two Text", "Cambria Math", Cambria, Georgia, "Times New Roman", serif',
  mono: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
} as const;

const LINE_HEIGHTS = { latin: "1.45", chinese: "1.65" } as const;

/** Custom properties by name, `--tau-raises-tint` for `raisesTint`; the fonts are the same in both themes. */
export function cssProperties(theme: Theme): Record<string, string> {
  const colours = Object.entries(COLOURS[theme]).map(([name, value]) => [propertyName(name), value] as const);
  const fonts = Object.entries(FONTS).map(([name, value]) => [`--tau-font-${name}`, value] as const);
  const lines = Object.entries(LINE_HEIGHTS).map(([name, value]) => [`--tau-line-height-${name}`, value] as const);
  return Object.fromEntries([...colours, ...fonts, ...lines]);
}

function propertyName(token: string): string {
  return `--tau-${token.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
}
