// Fills every field of the cells of one box. Codes that float32 cannot decide are left marked, for the host to decide.

@group(0) @binding(3) var<storage, read_write> values: array<u32>;
// Four codes a word; zero at the start.
@group(0) @binding(4) var<storage, read_write> codes: array<atomic<u32>>;

fn gap_terms() -> vec2f {
  let growth = growth_terms();
  let sigma_less_one = slot_value(SLOT_SIGMA_LESS_ONE);
  return slot_value(SLOT_RHO) + vec2f(sigma_less_one * growth.x, abs(sigma_less_one) * growth.y);
}

fn class_code() -> u32 {
  let pq = class_terms();
  let difference = pq.x - pq.y;
  if (abs(difference) <= CLASS_BOUND * (pq.x + pq.y)) {
    return UNDECIDED;
  }
  return select(CODE_NEGATIVE, CODE_POSITIVE, difference > 0.0);
}

fn status_code() -> u32 {
  let saving = saving_terms();
  let gap = gap_terms();
  let is_near_zero = abs(saving.x) <= STATUS_BOUND * saving.y;
  let is_near_one = abs(saving.x - 1.0) <= STATUS_BOUND * (saving.y + 1.0);
  if (is_near_zero || is_near_one || abs(gap.x) <= STATUS_BOUND * gap.y) {
    return UNDECIDED;
  }
  let saving_bit = select(BIT_SAVING, 0u, saving.x > 0.0 && saving.x < 1.0);
  return saving_bit | select(BIT_TRANSVERSALITY, 0u, gap.x > 0.0);
}

fn put_code(place: u32, code: u32) {
  atomicOr(&codes[place / 4u], code << (8u * (place % 4u)));
}

fn fill(cell: u32) {
  locate(cell);
  let feasible = is_feasible();
  for (var k = 0u; k < program[AT_FIELDS]; k++) {
    let at = AT_FIELD + k * FIELD_LENGTH;
    let place = program[at + 1u] + cell;
    switch program[at] {
      case FIELD_CLASS: {
        if (feasible) {
          put_code(place, class_code());
        } else {
          put_code(place, CODE_INFEASIBLE);
        }
      }
      case FIELD_STATUS: {
        if (feasible) {
          put_code(place, status_code());
        } else {
          put_code(place, BIT_INFEASIBLE);
        }
      }
      default: {
        if (feasible) {
          values[place] = bitcast<u32>(value_of(program[at]));
        } else {
          values[place] = NAN_BITS;
        }
      }
    }
  }
}

// Neighbouring invocations take neighbouring cells, and go on as far as there are invocations.
@compute @workgroup_size(WORKGROUP_INVOCATIONS)
fn sweep_cells(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  for (var cell = id.x; cell < program[AT_CELLS]; cell += groups.x * WORKGROUP_INVOCATIONS) {
    fill(cell);
  }
}
