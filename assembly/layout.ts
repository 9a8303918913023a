/**
 * The one description of what host and kernels share: read by asc and by the TypeScript compiler.
 *
 * A *program* is an i32 array that tells a kernel what to compute over one box of cells. Inputs of a cell are *slots*:
 * tables of f64 that depend on some of the axes. The kernel walks the rows of the box (the last axis is the inner one) and
 * keeps, for each slot, the index of the row's first entry; a slot either varies along the inner axis (step 1) or not (step 0).
 */

export const MAX_AXES: i32 = 10;

/** Header of a program. */
export const AT_AXES: i32 = 0;
export const AT_EQUILIBRIUM: i32 = 1;
export const AT_INNER_COUNT: i32 = 2;
export const AT_ROWS: i32 = 3;
export const AT_FIELDS: i32 = 4;
/** 1: every cell is kept, outputs are as long as the box; 0: outputs hold one chunk and are overwritten. */
export const AT_KEEP: i32 = 5;
/** 1: values are kept as float32, rounded once from the float64 value. */
export const AT_SINGLE: i32 = 6;
/** 1: min, max, sum and counts are taken. */
export const AT_REDUCE: i32 = 7;
/** Whether the saving and transversality flags are counted. */
export const AT_COUNT_FLAGS: i32 = 8;
/** How many slots move from row to row; the others keep their index. */
export const AT_MOVING: i32 = 9;
/** Whether growth and its slope can be swept in one pass, along ω or τ; and their places among the fields. */
export const AT_PAIR: i32 = 10;
export const AT_PAIR_GROWTH: i32 = 11;
export const AT_PAIR_SLOPE: i32 = 12;
/** Where the two inner axes are τ and ω and one thing is asked for, the pair or the flags, it is done by whole planes. */
export const AT_PLANE: i32 = 13;
export const PLANE_OF_PAIR: i32 = 1;
/** ω before τ. */
export const PLANE_OF_FLAGS: i32 = 2;
export const HEADER_LENGTH: i32 = 14;
export const PAIR_ALONG_WR: i32 = 1;
export const PAIR_ALONG_TAU: i32 = 2;

/** Three entries an axis: points, first feasible point, one past the last feasible point. */
export const AT_AXIS: i32 = HEADER_LENGTH;
export const AXIS_LENGTH: i32 = 3;
/** The kernel's own odometer, one entry an axis; zero at the start. */
export const AT_COUNTER: i32 = AT_AXIS + MAX_AXES * AXIS_LENGTH;

/** Slots. Products, quotients and powers stand in tables exactly as MODEL.md, section 6 writes them. */
export const SLOT_ON_COMPUTE: i32 = 0; // a_H
export const SLOT_ON_CAPITAL: i32 = 1; // a_K
export const SLOT_R: i32 = 2;
export const SLOT_WR: i32 = 3; // ω
export const SLOT_TAU: i32 = 4;
export const SLOT_PATIENCE: i32 = 5; // h = 1/σ
export const SLOT_IMPATIENCE: i32 = 6; // d = δ+ρ
export const SLOT_DELTA: i32 = 7;
export const SLOT_RHO: i32 = 8;
export const SLOT_SIGMA_LESS_ONE: i32 = 9; // σ−1
export const SLOT_ALPHA: i32 = 10;
export const SLOT_COMPUTE_SHARE: i32 = 11; // D
export const SLOT_THRESHOLD: i32 = 12; // Θ
export const SLOT_REPORT_THRESHOLD: i32 = 13; // Θr
export const SLOT_SERVICE_SPLIT: i32 = 14; // γ
export const SLOT_CHI: i32 = 15;
export const SLOT_PROFIT_SHARE: i32 = 16;
export const SLOT_ETA: i32 = 17;
export const SLOT_WEIGHT: i32 = 18; // m
export const SLOT_PRODUCTIVITY_PER_LEVEL: i32 = 19; // b
export const SLOT_LEVEL: i32 = 20; // A
export const SLOT_STOCKS: i32 = 21; // E
export const SLOT_STOCKS_SLOPE: i32 = 22; // F
export const SLOT_STOCKS_PER_REST: i32 = 23; // E/(1−τ)
export const SLOT_STOCKS_PER_TAU: i32 = 24; // E/τ
export const SLOT_REST_PER_TAU: i32 = 25; // (1−τ)/τ
export const SLOT_REST: i32 = 26; // c = 1−α
/** Not f64: index into the i32 pairs [from, to) of feasible inner points that (α, β) leaves. */
export const SLOT_RANGE: i32 = 27;
export const SLOT_COUNT: i32 = 28;

/** Two entries a slot: index of the row's first entry (the kernel moves it), step along the inner axis. */
export const AT_SLOT: i32 = AT_COUNTER + MAX_AXES;
export const SLOT_LENGTH: i32 = 2;
/** The slots that move. */
export const AT_MOVING_SLOT: i32 = AT_SLOT + SLOT_COUNT * SLOT_LENGTH;
/** `SLOT_COUNT` entries an axis: what each moving slot's index changes by when the axis advances and those inside it restart. */
export const AT_JUMP: i32 = AT_MOVING_SLOT + SLOT_COUNT;
/** Two entries a field: its code, and the index of its first cell in the output of its type. */
export const AT_FIELD: i32 = AT_JUMP + MAX_AXES * SLOT_COUNT;
export const FIELD_LENGTH: i32 = 2;
export const FIELD_COUNT: i32 = 18;
/** Two entries a condition of the flags, the kernel's own: where it changed in the row before, and where it is guessed to change next. */
export const AT_HINT: i32 = AT_FIELD + FIELD_COUNT * FIELD_LENGTH;
export const PROGRAM_LENGTH: i32 = AT_HINT + 3 * 2;

/** Fields, in the order of `FIELD_NAMES`. */
export const FIELD_GROWTH: i32 = 0;
export const FIELD_GROWTH_SLOPE: i32 = 1;
export const FIELD_THRESHOLD: i32 = 2;
export const FIELD_MARGIN: i32 = 3;
export const FIELD_COMPUTE_SHARE: i32 = 4;
export const FIELD_SERVICE_SPLIT: i32 = 5;
export const FIELD_SERVICE_PRICE: i32 = 6;
export const FIELD_PROFIT_SHARE: i32 = 7;
export const FIELD_IMPLIED_SAVING_RATE: i32 = 8;
export const FIELD_DISCOUNT_GAP: i32 = 9;
export const FIELD_CONSISTENT_TAU: i32 = 10;
export const FIELD_PRODUCTIVITY: i32 = 11;
export const FIELD_R: i32 = 12;
export const FIELD_W: i32 = 13;
export const FIELD_WR: i32 = 14;
export const FIELD_GROWTH_MAXIMISING_TAU: i32 = 15;
export const FIELD_CLASS: i32 = 16;
export const FIELD_STATUS: i32 = 17;

/** Cells that a kernel computes at a time: small enough for the first cache and for a short sum. */
export const CHUNK_CELLS: i32 = 1024;

/** Totals: counts first, then four entries a field: min, max, sum and the sum's compensation. */
export const TOTAL_INFEASIBLE: i32 = 0;
export const TOTAL_POSITIVE: i32 = 1;
export const TOTAL_NEGATIVE: i32 = 2;
export const TOTAL_BOUNDARY: i32 = 3;
export const TOTAL_SAVING: i32 = 4;
export const TOTAL_TRANSVERSALITY: i32 = 5;
export const AT_FIELD_TOTAL: i32 = 6;
export const FIELD_TOTAL_LENGTH: i32 = 4;
export const TOTALS_LENGTH: i32 = AT_FIELD_TOTAL + FIELD_COUNT * FIELD_TOTAL_LENGTH;

/** Classes and status bits (MODEL.md, section 6), as the bytes of their fields. */
export const CODE_POSITIVE: i32 = 1;
export const CODE_BOUNDARY: i32 = 0;
export const CODE_NEGATIVE: i32 = -1;
export const CODE_INFEASIBLE: i32 = -128;
export const BIT_INFEASIBLE: i32 = 1;
export const BIT_SAVING: i32 = 2;
export const BIT_TRANSVERSALITY: i32 = 4;

/** 1∓T with T = 2⁻⁴⁶: the two factors of the class test. Both are exact. */
export const BELOW_ONE: f64 = 1.0 - 1.0 / 70368744177664.0;
export const ABOVE_ONE: f64 = 1.0 + 1.0 / 70368744177664.0;
