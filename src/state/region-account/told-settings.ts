import { PARAMETERS, PRICE_MODE_INFO, RULE_INFO, type BilingualText } from "../../model/index.ts";
import { axesOf, axisNames } from "../axes.ts";
import type { ExplorerState } from "../explorer-state.ts";
import { formatNumber } from "../format.ts";

const DIGITS = 3;

const number = (value: number): string => formatNumber(value, DIGITS);

/** Says that an account is of settings that are not the present ones, and in what they differ. */
export function toldSettings(told: ExplorerState, present: ExplorerState): BilingualText {
  const differing = [...choices(told, present), ...axes(told, present), ...fixedParameters(told, present)];
  return {
    en: `This is of the last complete sweep, not of what is set now. It had ${differing.map(({ en }) => en).join("; ")}.`,
    zh: `以下说的是上一次完成的扫描，而非当前设定。其设定为：${differing.map(({ zh }) => zh).join("；")}。`,
  };
}

function choices(told: ExplorerState, present: ExplorerState): readonly BilingualText[] {
  const [rule, prices] = [RULE_INFO[told.rule].label, PRICE_MODE_INFO[told.prices].label];
  return [
    told.resolution === present.resolution ? null : { en: `${told.resolution} points an axis`, zh: `每轴 ${told.resolution} 点` },
    told.rule === present.rule ? null : { en: `the rule “${rule.en}”`, zh: `规则“${rule.zh}”` },
    told.prices === present.prices ? null : { en: `rental prices “${prices.en}”`, zh: `租赁价格“${prices.zh}”` },
  ].filter((text) => text !== null);
}

function axes(told: ExplorerState, present: ExplorerState): readonly BilingualText[] {
  const names = axesOf(told);
  const symbols = names.map((name) => PARAMETERS[name].symbol);
  const moved = names.filter((name) => told.ranges[name] !== present.ranges[name]).map((name) => {
    const [{ symbol }, { min, max }] = [PARAMETERS[name], told.ranges[name]];
    return { en: `${symbol} from ${number(min)} to ${number(max)}`, zh: `${symbol} 从 ${number(min)} 到 ${number(max)}` };
  });
  const isSame = names.every((name) => axesOf(present).includes(name));
  return [...(isSame ? [] : [{ en: `the axes ${symbols.join(", ")}`, zh: `坐标轴 ${symbols.join("、")}` }]), ...moved];
}

/** What was neither an axis nor without effect. */
function fixedParameters(told: ExplorerState, present: ExplorerState): readonly BilingualText[] {
  return axisNames(told.prices).filter((name) => !axesOf(told).includes(name) && told.parameters[name] !== present.parameters[name]).map((name) => {
    const text = `${PARAMETERS[name].symbol} = ${number(told.parameters[name])}`;
    return { en: text, zh: text };
  });
}
