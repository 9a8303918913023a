import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

export interface AxeScope {
  /** A selector, or selectors that lead through shadow roots one by one; default: the whole page. */
  readonly within?: string | readonly [string, string, ...string[]];
  /** Rules that are left out. */
  readonly without?: readonly string[];
  /** Rules that axe leaves out by itself. */
  readonly besides?: readonly string[];
}

/** What axe finds on a page: the rule and the elements, a line each. */
export async function axeFindings(page: Page, { within, without = [], besides = [] }: AxeScope = {}): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  if (within !== undefined) axe.include(typeof within === "string" ? within : { fromShadowDom: [...within] });
  const rules: Record<string, { readonly enabled: boolean }> = {};
  for (const id of without) rules[id] = { enabled: false };
  for (const id of besides) rules[id] = { enabled: true };
  // Describing all that passes, and handing it to another page to be put together with other frames' (no page here has one), takes two thirds of the time.
  const { violations } = await axe.setLegacyMode(true).options({ resultTypes: ["violations"], rules }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
