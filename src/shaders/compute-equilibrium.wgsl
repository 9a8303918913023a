// MODEL.md, section 6, equilibrium. Functions in `_terms` return a value and the sum of the magnitudes of its terms.

// p and q, whose difference decides the class.
fn class_terms() -> vec2f {
  return vec2f(1.0, slot_value(SLOT_ALPHA) + slot_value(SLOT_TAU));
}

fn productivity() -> f32 {
  return slot_value(SLOT_LEVEL) * slot_value(SLOT_PRODUCTIVITY_PER_LEVEL);
}

fn growth_terms() -> vec2f {
  let earned = slot_value(SLOT_WEIGHT) * (productivity() * slot_value(SLOT_STOCKS));
  let impatience = slot_value(SLOT_IMPATIENCE);
  return vec2f(earned - impatience, earned + impatience) * slot_value(SLOT_PATIENCE);
}

fn saving_terms() -> vec2f {
  let patience = slot_value(SLOT_PATIENCE);
  let delta = slot_value(SLOT_DELTA);
  let lost = slot_value(SLOT_IMPATIENCE) * patience;
  let y = productivity() * slot_value(SLOT_STOCKS);
  return slot_value(SLOT_WEIGHT) * patience + vec2f(delta - lost, delta + lost) * (1.0 / y);
}

fn value_of(field: u32) -> f32 {
  switch field {
    case FIELD_GROWTH: {
      return growth_terms().x;
    }
    case FIELD_GROWTH_SLOPE: {
      return slot_value(SLOT_WEIGHT) * (productivity() * slot_value(SLOT_STOCKS_SLOPE)) * slot_value(SLOT_PATIENCE);
    }
    case FIELD_SERVICE_SPLIT: {
      return slot_value(SLOT_SERVICE_SPLIT);
    }
    case FIELD_IMPLIED_SAVING_RATE: {
      return saving_terms().x;
    }
    case FIELD_DISCOUNT_GAP: {
      return gap_terms().x;
    }
    case FIELD_PRODUCTIVITY: {
      return productivity();
    }
    case FIELD_R: {
      return productivity() * (slot_value(SLOT_ALPHA) * slot_value(SLOT_STOCKS_PER_REST));
    }
    case FIELD_W: {
      return productivity() * (slot_value(SLOT_COMPUTE_SHARE) * slot_value(SLOT_STOCKS_PER_TAU));
    }
    case FIELD_WR: {
      return slot_value(SLOT_REPORT_THRESHOLD) * slot_value(SLOT_REST_PER_TAU);
    }
    default: {
      return slot_value(SLOT_REST);
    }
  }
}
