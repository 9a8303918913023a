import type { Page } from "playwright-core";

/**
 * Sets text as WCAG 1.4.12 lets a reader set it, for as long as it takes to look: what is clipped, what spills out of its box, and whether the page
 * must be scrolled sideways; a line each. Disclosures are open meanwhile; what scrolls by itself, and what no one sees, is left out.
 */
export function textSpacingFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
    const roots: (Document | ShadowRoot)[] = [document];
    const opened: HTMLDetailsElement[] = [];
    for (const root of roots) {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot !== null) roots.push(element.shadowRoot);
        if (element instanceof HTMLDetailsElement && !element.open) {
          element.open = true;
          opened.push(element);
        }
      }
    }
    for (const root of roots) root.adoptedStyleSheets.push(sheet);
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide`);
    for (const root of roots) {
      for (const element of root.querySelectorAll<HTMLElement>("*")) {
        const hasText = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== "");
        if (!hasText || element.clientWidth <= 1 || element.closest("math, svg, option, select, pre, nav.skip, .visually-hidden") !== null) continue;
        const { overflowX, overflowY } = getComputedStyle(element);
        const isWide = element.scrollWidth > element.clientWidth + 1 && overflowX !== "auto" && overflowX !== "scroll";
        const isCut = element.scrollHeight > element.clientHeight + 1 && (overflowY === "hidden" || overflowY === "clip");
        if (isWide || isCut) faults.push(`${element.localName}.${element.className} of ${root instanceof ShadowRoot ? root.host.localName : "the page"}: ${element.innerText.slice(0, 40)}`);
      }
    }
    for (const root of roots) root.adoptedStyleSheets.pop();
    for (const details of opened) details.open = false;
    return faults;
  });
}
