/*
 * The sweep of MODEL.md, section 6 (prices given, report's rule), as a C programmer writes it: tables outside the loops, the
 * innermost loop left to the compiler's vectoriser, one thread per processor that takes (alpha, beta) pairs from a counter.
 * Usage: fill GRID; then lines "run JOB THREADS" and "check fill THREADS" on stdin, a line of JSON for each on stdout.
 */
#include <float.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MAX_THREADS 2
/* Independent accumulators, for strict arithmetic may not be reordered by the compiler; as many as each build runs best with. */
#ifdef __FAST_MATH__
#define LANES 32
#else
#define LANES 8
#endif
/* Numbers of the grid's file before its points: four counts, r, sigma, delta, rho, cells of a block. */
#define HEADER 9

typedef struct {
  double min, max, sum;
} Extremes;

typedef struct {
  int64_t positive, negative, boundary, infeasible;
  Extremes growth, slope;
} Totals;

typedef struct {
  double min[LANES], max[LANES], sum[LANES];
} LaneExtremes;

typedef void (*Job)(int thread, int threads, Totals *totals);

static const double TOLERANCE = 0x1p-46;
static size_t alphas, betas, taus, wrs, plane, cells, block_cells;
static double r, sigma, delta, rho;
static double *alpha, *beta, *tau, *w;
static double *growth, *slope, *blocks;
static atomic_size_t next_pair;
static unsigned char runs;

static double *allocate(size_t count) {
  double *memory = aligned_alloc(64, (count * sizeof(double) + 63) / 64 * 64);
  if (memory == NULL) {
    fprintf(stderr, "No memory for %zu numbers.\n", count);
    exit(1);
  }
  memset(memory, 0, count * sizeof(double));
  return memory;
}

static void read_grid(const char *path) {
  FILE *file = fopen(path, "rb");
  double header[HEADER];
  if (file == NULL || fread(header, sizeof(double), HEADER, file) != HEADER) {
    fprintf(stderr, "The grid %s cannot be read.\n", path);
    exit(1);
  }
  alphas = (size_t)header[0], betas = (size_t)header[1], taus = (size_t)header[2], wrs = (size_t)header[3];
  r = header[4], sigma = header[5], delta = header[6], rho = header[7];
  block_cells = (size_t)header[8];
  plane = taus * wrs;
  cells = alphas * betas * plane;
  size_t points = alphas + betas + taus + wrs;
  double *all = allocate(points);
  if (fread(all, sizeof(double), points, file) != points) {
    fprintf(stderr, "The grid %s is too short.\n", path);
    exit(1);
  }
  fclose(file);
  alpha = all, beta = alpha + alphas, tau = beta + betas, w = tau + taus;
  for (size_t j = 0; j < wrs; j++) w[j] = w[j] * r;
}

/* Whether services have an elasticity above zero, in the order that is exact where cancellation would hurt. */
static int technology(size_t pair, double *q, double *a_h) {
  double a = alpha[pair / betas], b = beta[pair % betas];
  double chi = (1 - (a > b ? a : b)) - (a > b ? b : a);
  *q = r * (1 / a);
  *a_h = 1 / (b + chi * chi);
  return chi > TOLERANCE;
}

static void write_pair(size_t pair, double *restrict g_out, double *restrict s_out) {
  double q, a_h, d = delta + rho, h = 1 / sigma;
  if (!technology(pair, &q, &a_h)) {
    for (size_t k = 0; k < plane; k++) g_out[k] = NAN;
    for (size_t k = 0; k < plane; k++) s_out[k] = NAN;
    return;
  }
  for (size_t i = 0; i < taus; i++) {
    double share = tau[i];
    double *restrict g = g_out + i * wrs, *restrict s = s_out + i * wrs;
    for (size_t j = 0; j < wrs; j++) {
      double t = w[j] * a_h - q;
      g[j] = ((q + share * t) - d) * h;
      s[j] = t * h;
    }
  }
}

static size_t take_pair(void) { return atomic_fetch_add_explicit(&next_pair, 1, memory_order_relaxed); }

static void fill(int thread, int threads, Totals *totals) {
  (void)thread, (void)threads, (void)totals;
  for (size_t pair; (pair = take_pair()) < alphas * betas;) write_pair(pair, growth + pair * plane, slope + pair * plane);
}

/* Every cell is written, but over the same block, which stays in the processor's cache. */
static void fill_blocks(int thread, int threads, Totals *totals) {
  (void)threads, (void)totals;
  size_t pairs = block_cells > plane ? block_cells / plane : 1;
  double *g = blocks + 2 * (size_t)thread * pairs * plane, *s = g + pairs * plane;
  size_t taken = 0;
  for (size_t pair; (pair = take_pair()) < alphas * betas; taken++) {
    size_t at = taken % pairs * plane;
    write_pair(pair, g + at, s + at);
  }
}

static Extremes no_extremes(void) { return (Extremes){DBL_MAX, -DBL_MAX, 0}; }

static LaneExtremes no_lane_extremes(void) {
  LaneExtremes lanes;
  for (int k = 0; k < LANES; k++) lanes.min[k] = DBL_MAX, lanes.max[k] = -DBL_MAX, lanes.sum[k] = 0;
  return lanes;
}

static void add(Extremes *into, double min, double max, double sum) {
  if (min < into->min) into->min = min;
  if (max > into->max) into->max = max;
  into->sum += sum;
}

static void add_lanes(Extremes *into, const LaneExtremes *lanes) {
  for (int k = 0; k < LANES; k++) add(into, lanes->min[k], lanes->max[k], lanes->sum[k]);
}

/* A pair's cells: along w whole groups of LANES, then the rest of the row. */
static void reduce_pair(double q, double a_h, Totals *totals) {
  double d = delta + rho, h = 1 / sigma, q_low = q * (1 - TOLERANCE), q_high = q * (1 + TOLERANCE);
  LaneExtremes growths = no_lane_extremes(), slopes = growths;
  int64_t positive[LANES] = {0}, negative[LANES] = {0}, above = 0, below = 0;
  for (size_t i = 0; i < taus; i++) {
    double share = tau[i];
    size_t j = 0;
    for (; j + LANES <= wrs; j += LANES) {
      for (int k = 0; k < LANES; k++) {
        double p = w[j + k] * a_h, t = p - q, g = ((q + share * t) - d) * h, s = t * h;
        growths.min[k] = g < growths.min[k] ? g : growths.min[k];
        growths.max[k] = g > growths.max[k] ? g : growths.max[k];
        growths.sum[k] += g;
        slopes.min[k] = s < slopes.min[k] ? s : slopes.min[k];
        slopes.max[k] = s > slopes.max[k] ? s : slopes.max[k];
        slopes.sum[k] += s;
        positive[k] += p * (1 - TOLERANCE) > q_high;
        negative[k] += p * (1 + TOLERANCE) < q_low;
      }
    }
    for (; j < wrs; j++) {
      double p = w[j] * a_h, t = p - q, g = ((q + share * t) - d) * h, s = t * h;
      add(&totals->growth, g, g, g);
      add(&totals->slope, s, s, s);
      above += p * (1 - TOLERANCE) > q_high;
      below += p * (1 + TOLERANCE) < q_low;
    }
  }
  for (int k = 0; k < LANES; k++) above += positive[k], below += negative[k];
  add_lanes(&totals->growth, &growths);
  add_lanes(&totals->slope, &slopes);
  totals->positive += above;
  totals->negative += below;
  totals->boundary += (int64_t)plane - above - below;
}

static void reduce(int thread, int threads, Totals *totals) {
  (void)thread, (void)threads;
  for (size_t pair; (pair = take_pair()) < alphas * betas;) {
    double q, a_h;
    if (!technology(pair, &q, &a_h)) totals->infeasible += (int64_t)plane;
    else reduce_pair(q, a_h, totals);
  }
}

static void set_memory(int thread, int threads, Totals *totals) {
  (void)totals;
  size_t bytes = 2 * cells * sizeof(double), share = bytes / threads;
  memset((char *)growth + share * thread, runs, thread == threads - 1 ? bytes - share * thread : share);
}

typedef struct {
  Job job;
  int thread, threads;
  Totals totals;
} Task;

static void *run_task(void *argument) {
  Task *task = argument;
  task->job(task->thread, task->threads, &task->totals);
  return NULL;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

/* Runs a job on `threads` threads, this one among them. */
static Totals run_job(Job job, int threads, double *seconds) {
  pthread_t others[MAX_THREADS];
  Task tasks[MAX_THREADS];
  double started = now();
  atomic_store(&next_pair, 0);
  runs++;
  for (int k = 0; k < threads; k++) tasks[k] = (Task){job, k, threads, {.growth = no_extremes(), .slope = no_extremes()}};
  for (int k = 1; k < threads; k++) {
    if (pthread_create(&others[k], NULL, run_task, &tasks[k]) != 0) exit(1);
  }
  run_task(&tasks[0]);
  Totals all = tasks[0].totals;
  for (int k = 1; k < threads; k++) {
    pthread_join(others[k], NULL);
    Totals *part = &tasks[k].totals;
    all.positive += part->positive, all.negative += part->negative, all.boundary += part->boundary, all.infeasible += part->infeasible;
    add(&all.growth, part->growth.min, part->growth.max, part->growth.sum);
    add(&all.slope, part->slope.min, part->slope.max, part->slope.sum);
  }
  *seconds = now() - started;
  return all;
}

static void print_extremes(const char *name, Extremes extremes) {
  printf(",\"%s\":{\"min\":%.17g,\"max\":%.17g,\"sum\":%.17g}", name, extremes.min, extremes.max, extremes.sum);
}

static void print_totals(const Totals *totals) {
  printf("\"counts\":{\"positive\":%lld,\"negative\":%lld,\"boundary\":%lld,\"infeasible\":%lld}", (long long)totals->positive,
         (long long)totals->negative, (long long)totals->boundary, (long long)totals->infeasible);
  print_extremes("growth", totals->growth);
  print_extremes("growthSlope", totals->slope);
}

/* What the filled memory holds; the signs of the slope are those of the classes but for the boundary. */
static void print_filled(void) {
  Extremes growths = no_extremes(), slopes = growths;
  long long above = 0, below = 0, infeasible = 0;
  for (size_t k = 0; k < cells; k++) {
    if (growth[k] != growth[k] && slope[k] != slope[k]) {
      infeasible++;
      continue;
    }
    add(&growths, growth[k], growth[k], growth[k]);
    add(&slopes, slope[k], slope[k], slope[k]);
    above += slope[k] > 0;
    below += slope[k] < 0;
  }
  printf("{\"counts\":{\"infeasible\":%lld},\"signs\":{\"above\":%lld,\"below\":%lld}", infeasible, above, below);
  print_extremes("growth", growths);
  print_extremes("growthSlope", slopes);
  printf("}\n");
}

static const struct {
  const char *name;
  Job job;
  int reduces, holds;
} JOBS[] = {{"memory", set_memory, 0, 1}, {"fill", fill, 0, 1}, {"blocks", fill_blocks, 0, 0}, {"reduce", reduce, 1, 0}};
#define JOB_COUNT (sizeof JOBS / sizeof *JOBS)

/* Only jobs that hold the whole grid take its memory: the others run at sizes that no memory holds. */
static void hold_grid(void) {
  if (growth != NULL) return;
  growth = allocate(2 * cells);
  slope = growth + cells;
}

static void answer_run(const char *name, int threads) {
  for (size_t k = 0; k < JOB_COUNT; k++) {
    if (strcmp(JOBS[k].name, name) != 0) continue;
    double seconds;
    if (JOBS[k].holds) hold_grid();
    Totals totals = run_job(JOBS[k].job, threads, &seconds);
    printf("{\"seconds\":%.9g%s", seconds, JOBS[k].reduces ? "," : "}\n");
    if (JOBS[k].reduces) print_totals(&totals), printf("}\n");
    return;
  }
  printf("{\"error\":\"no such job\"}\n");
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "Usage: fill GRID\n");
    return 2;
  }
  read_grid(argv[1]);
  blocks = allocate(2 * MAX_THREADS * (block_cells > plane ? block_cells : plane));
  printf("{\"version\":\"%s\",\"jobs\":{", __VERSION__);
  for (size_t k = 0; k < JOB_COUNT; k++) printf("%s\"%s\":%d", k == 0 ? "" : ",", JOBS[k].name, MAX_THREADS);
  printf("}}\n");
  fflush(stdout);
  char verb[8], name[16];
  int threads;
  while (scanf("%7s %15s %d", verb, name, &threads) == 3) {
    if (threads < 1 || threads > MAX_THREADS) printf("{\"error\":\"no such number of threads\"}\n");
    else if (strcmp(verb, "check") == 0) print_filled();
    else answer_run(name, threads);
    fflush(stdout);
  }
  return 0;
}
