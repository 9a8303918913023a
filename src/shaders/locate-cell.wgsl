// Where a cell stands in the tables of its box. The numbers in capitals come from shader-program.ts and assembly/layout.ts.

@group(0) @binding(0) var<storage, read> program: array<u32>;
// Pairs [from, to) of feasible points of the inner axis.
@group(0) @binding(1) var<storage, read> ranges: array<u32>;
// Every slot's table, rounded to float32, one after the other.
@group(0) @binding(2) var<storage, read> tables: array<f32>;

// The cell's points, one an axis, counted from the first point that the tables cover.
var<private> points: array<u32, MAX_AXES>;

fn locate(cell: u32) {
  var rest = cell;
  for (var k = program[AT_AXES]; k > 0u; k--) {
    let at = AT_AXIS + (k - 1u) * AXIS_LENGTH;
    points[k - 1u] = program[at + 1u] + rest % program[at];
    rest /= program[at];
  }
}

fn entry_of(slot: u32) -> u32 {
  let at = AT_SLOT + slot * SLOT_LENGTH;
  var entry = program[at];
  for (var k = 0u; k < program[AT_AXES]; k++) {
    entry += points[k] * program[at + 1u + k];
  }
  return entry;
}

fn slot_value(slot: u32) -> f32 {
  return tables[entry_of(slot)];
}

fn is_feasible() -> bool {
  let inner = program[AT_AXES] - 1u;
  for (var k = 0u; k < inner; k++) {
    let at = AT_AXIS + k * AXIS_LENGTH;
    if (points[k] < program[at + 2u] || points[k] >= program[at + 3u]) {
      return false;
    }
  }
  let pair = entry_of(SLOT_RANGE);
  return points[inner] >= ranges[pair] && points[inner] < ranges[pair + 1u];
}
