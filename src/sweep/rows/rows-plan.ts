import { isCodeField, type FieldName, type ParameterName, type QuantityName } from "../../model/index.ts";
import { admissibleRange, axisPoint } from "../axes.ts";
import { axisCount, cellCount, type Axis, type SweepSpec } from "../spec.ts";
import { admissibleCount, endsOf, meanOf } from "./axis-means.ts";
import { CLASS_ROLES, FLAG_ROLES, rolesOf, type AxisRole, type CountRoles } from "./axis-roles.ts";

/** A small sweep in place of a large one. */
export interface RowsPass {
  readonly spec: SweepSpec;
  /** Whether its rows are followed, or its cells visited. */
  readonly follow: boolean;
  /** About how many cells are computed. */
  readonly cost: number;
}

/** A pass whose counts stand for `weight` cells each. */
export interface CountPass extends RowsPass {
  readonly weight: number;
}

/** Quantities that are followed and visited along the same axes. */
export interface FieldGroup {
  readonly fields: readonly QuantityName[];
  /** Over the ends of the axes that are followed: extremes. The same as `means` where none is. */
  readonly ends: RowsPass;
  /** At the means of the axes that are followed: sums. */
  readonly means: RowsPass;
}

/** How a summary is found without visiting every cell (docs/decisions/0005). */
export interface RowsPlan {
  readonly classes: CountPass;
  /** Where the spec asks for the status. */
  readonly flags: CountPass | null;
  readonly groups: readonly FieldGroup[];
  /** About how many cells are computed in all. */
  readonly cost: number;
}

/** Cells that are computed in a row that is followed, roughly. */
const FOLLOWED_CELLS = 24;
/** An axis of fewer points is visited: following it would cost more. */
const SHORTEST_FOLLOWED = 8;

export function planRows(spec: SweepSpec): RowsPlan {
  const classes = countPass(spec, CLASS_ROLES[spec.prices]);
  const flags = spec.fields.includes("status") ? countPass(spec, FLAG_ROLES[spec.prices]) : null;
  const groups = groupFields(spec).map((group) => groupPasses(spec, group));
  const passes = [classes, ...(flags === null ? [] : [flags]), ...groups.flatMap(({ ends, means }) => (ends === means ? [means] : [ends, means]))];
  return { classes, flags, groups, cost: passes.reduce((sum, pass) => sum + pass.cost, 0) };
}

/** Every cell, for one quantity, over the axes that it depends on: where its mean at the means cannot be vouched for. */
export function visitPass(spec: SweepSpec, field: QuantityName): RowsPass {
  const roles = rolesOf(field, spec.prices);
  return passOver(subSpec(spec, spec.axes.filter(({ name }) => roles[name] !== undefined), [field]));
}

function passOver(spec: SweepSpec, follow = false): RowsPass {
  const cells = cellCount(spec);
  const cost = follow ? (cells / axisCount(spec.axes[spec.axes.length - 1])) * FOLLOWED_CELLS : cells * Math.max(1, spec.fields.length);
  return { spec, follow, cost };
}

function countPass(spec: SweepSpec, { visited, followed, beside, fields }: CountRoles): CountPass {
  const used = spec.axes.filter(({ name }) => name === followed || visited.includes(name));
  const weight = spec.axes.filter((axis) => !used.includes(axis)).reduce((product, axis) => product * admissibleCount(axis), 1);
  const place = ({ name }: Axis) => [beside, followed].indexOf(name);
  const axes = used.toSorted((a, b) => place(a) - place(b));
  const follow = axes.length > 0 && axes[axes.length - 1].name === followed && axisCount(axes[axes.length - 1]) >= SHORTEST_FOLLOWED;
  return { ...passOver(subSpec(spec, axes, fields), follow), weight };
}

interface RoleGroup {
  readonly fields: QuantityName[];
  roles: Readonly<Partial<Record<ParameterName, AxisRole>>>;
}

/** Puts together the quantities that no axis parts: what one visits, the other must not follow. */
function groupFields(spec: SweepSpec): RoleGroup[] {
  const groups: RoleGroup[] = [];
  for (const field of spec.fields) {
    if (isCodeField(field)) continue;
    const roles = rolesOf(field, spec.prices);
    const group = groups.find((candidate) => spec.axes.every(({ name }) => agree(candidate.roles[name], roles[name])));
    if (group === undefined) groups.push({ fields: [field], roles });
    else {
      group.fields.push(field);
      group.roles = { ...group.roles, ...roles };
    }
  }
  return groups;
}

function agree(a: AxisRole | undefined, b: AxisRole | undefined): boolean {
  return a === b || (a === undefined && b !== "visit") || (b === undefined && a !== "visit");
}

function groupPasses(spec: SweepSpec, { fields, roles }: RoleGroup): FieldGroup {
  const used = spec.axes.filter(({ name }) => roles[name] !== undefined);
  const visited = used.filter(({ name }) => roles[name] === "visit");
  const followed = used.flatMap((axis) => {
    const role = roles[axis.name];
    return role === undefined || role === "visit" ? [] : [{ axis, following: role }];
  });
  // A visited axis inside, for long rows; the others outside, so that tables over them are laid once.
  const pass = (along: readonly Axis[]): RowsPass => passOver(subSpec(spec, [...visited.slice(0, -1), ...along, ...visited.slice(-1)], fields));
  const means = pass(followed.map(({ axis, following }) => meanOf(axis, following)));
  return { fields, means, ends: followed.length === 0 ? means : pass(followed.map(({ axis }) => endsOf(axis))) };
}

/** The spec over other axes. Those that are left out stand at a point of their domain: what is computed does not depend on them. */
function subSpec(spec: SweepSpec, axes: readonly Axis[], fields: readonly FieldName[]): SweepSpec {
  const fixed = { ...spec.fixed };
  for (const axis of spec.axes) {
    if (!axes.some(({ name }) => name === axis.name)) fixed[axis.name] = axisPoint(axis, admissibleRange(axis).from);
  }
  const [first] = spec.axes;
  const some = axes.length > 0 ? axes : [{ name: first.name, values: [axisPoint(first, admissibleRange(first).from)] }];
  return { ...spec, axes: some, fixed, fields, precision: "f64" };
}
