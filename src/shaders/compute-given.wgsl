// MODEL.md, section 6, prices given. Functions in `_terms` return a value and the sum of the magnitudes of its terms.

// p and q, whose difference decides the class.
fn class_terms() -> vec2f {
  let r = slot_value(SLOT_R);
  return vec2f(slot_value(SLOT_WR) * r * slot_value(SLOT_ON_COMPUTE), r * slot_value(SLOT_ON_CAPITAL));
}

fn growth_terms() -> vec2f {
  let pq = class_terms();
  let tau = slot_value(SLOT_TAU);
  let impatience = slot_value(SLOT_IMPATIENCE);
  return vec2f(
    pq.y + tau * (pq.x - pq.y) - impatience,
    pq.y + tau * (pq.x + pq.y) + impatience,
  ) * slot_value(SLOT_PATIENCE);
}

fn saving_terms() -> vec2f {
  let r = slot_value(SLOT_R);
  let w = slot_value(SLOT_WR) * r;
  let rates = slot_value(SLOT_ALPHA) / r + slot_value(SLOT_COMPUTE_SHARE) / w;
  return (growth_terms() + slot_value(SLOT_DELTA)) * rates;
}

fn value_of(field: u32) -> f32 {
  switch field {
    case FIELD_GROWTH: {
      return growth_terms().x;
    }
    case FIELD_GROWTH_SLOPE: {
      let pq = class_terms();
      return (pq.x - pq.y) * slot_value(SLOT_PATIENCE);
    }
    case FIELD_THRESHOLD: {
      return slot_value(SLOT_THRESHOLD);
    }
    case FIELD_MARGIN: {
      return slot_value(SLOT_WR) - slot_value(SLOT_THRESHOLD);
    }
    case FIELD_COMPUTE_SHARE: {
      return slot_value(SLOT_COMPUTE_SHARE);
    }
    case FIELD_SERVICE_SPLIT: {
      return slot_value(SLOT_SERVICE_SPLIT);
    }
    case FIELD_SERVICE_PRICE: {
      return slot_value(SLOT_ETA) * (slot_value(SLOT_WR) * slot_value(SLOT_R)) / slot_value(SLOT_CHI);
    }
    case FIELD_PROFIT_SHARE: {
      return slot_value(SLOT_PROFIT_SHARE);
    }
    case FIELD_IMPLIED_SAVING_RATE: {
      return saving_terms().x;
    }
    case FIELD_DISCOUNT_GAP: {
      return gap_terms().x;
    }
    default: {
      let threshold = slot_value(SLOT_REPORT_THRESHOLD);
      return threshold / (threshold + slot_value(SLOT_WR));
    }
  }
}
