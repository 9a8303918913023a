"""NumPy, numexpr and Numba on the sweep of MODEL.md, section 6 (prices given, report's rule), each as its users write it.

Usage: peers.py numpy|numexpr|numba GRID; then lines "run JOB THREADS" and "check fill THREADS" on stdin, a line of JSON for each
on stdout. The first line says the version and the jobs, or why there are none.
"""

import json
import platform
import sys
from time import perf_counter

TOLERANCE = 2.0**-46
MAX_THREADS = 2
HEADER = 9


def answer(content):
    print(json.dumps(content), flush=True)


try:
    import numpy as np
except ImportError as cause:
    answer({"missing": str(cause)})
    sys.exit()


class Grid:
    """The points, and what holds for every (alpha, beta)."""

    def __init__(self, path):
        numbers = np.fromfile(path)
        counts = [int(count) for count in numbers[:4]]
        self.r, self.sigma, self.delta, self.rho = numbers[4:8]
        self.block_cells = int(numbers[8])
        alpha, beta, self.tau, wr = np.split(numbers[HEADER:], np.cumsum(counts)[:-1])
        self.shape = tuple(counts)
        self.plane = counts[2] * counts[3]
        self.d, self.h = self.delta + self.rho, 1 / self.sigma
        chi = (1 - np.maximum(alpha[:, None], beta)) - np.minimum(alpha[:, None], beta)
        self.feasible = chi > TOLERANCE
        self.a_h = 1 / (beta + chi * chi)
        self.q = self.r * (1 / alpha)
        self.w = wr * self.r


class Totals:
    """Counts and extremes over slabs of cells."""

    def __init__(self):
        self.counts = {"positive": 0, "negative": 0, "boundary": 0, "infeasible": 0}
        self.fields = {name: {"min": float("inf"), "max": float("-inf"), "sum": 0.0} for name in ("growth", "growthSlope")}

    def add(self, name, cells):
        field = self.fields[name]
        field["min"] = min(field["min"], float(cells.min()))
        field["max"] = max(field["max"], float(cells.max()))
        field["sum"] += float(cells.sum())

    def result(self):
        return {"counts": self.counts, **self.fields}


def inspect(fields):
    """What the filled memory holds; the signs of the slope are those of the classes but for the boundary."""
    growth, slope = fields
    totals = Totals()
    bad = np.isnan(growth) & np.isnan(slope)
    totals.add("growth", growth[~bad])
    totals.add("growthSlope", slope[~bad])
    signs = {"above": int(np.count_nonzero(slope > 0)), "below": int(np.count_nonzero(slope < 0))}
    return {**totals.result(), "counts": {"infeasible": int(np.count_nonzero(bad))}, "signs": signs}


class NumpyPeer:
    """Slabs of one alpha: temporaries stay in the cache."""

    threads = 1
    jobs = ("fill", "reduce")

    def __init__(self, grid):
        self.grid = grid
        self.version = np.__version__
        self.fields = None

    def fill(self, _threads):
        grid = self.grid
        if self.fields is None:
            self.fields = np.zeros((2, *grid.shape))
        for i, (growth, slope) in enumerate(zip(*self.fields)):
            t = grid.w * grid.a_h[i, :, None] - grid.q[i]
            t[~grid.feasible[i]] = np.nan
            self.write_growth(i, t[:, None, :], growth)
            slope[:] = (t * grid.h)[:, None, :]

    def write_growth(self, i, t, growth):
        grid = self.grid
        np.multiply(grid.tau[:, None], t, out=growth)
        np.add(grid.q[i], growth, out=growth)
        np.subtract(growth, grid.d, out=growth)
        np.multiply(growth, grid.h, out=growth)

    def reduce(self, _threads):
        grid, totals = self.grid, Totals()
        slab = np.empty(grid.shape[1:])
        for i, feasible in enumerate(grid.feasible):
            count = int(np.count_nonzero(feasible))
            totals.counts["infeasible"] += (feasible.size - count) * grid.plane
            if count == 0:
                continue
            p = (grid.w * grid.a_h[i][feasible, None])[:, None, :]
            growth = slab[:count]
            t = p - grid.q[i]
            self.write_growth(i, t, growth)
            totals.add("growth", growth)
            totals.add("growthSlope", np.broadcast_to(t * grid.h, growth.shape))
            self.classify(p, grid.q[i], growth.shape, totals.counts)
        return totals.result()

    def classify(self, p, q, shape, counts):
        low, high = 1 - TOLERANCE, 1 + TOLERANCE
        positive = int(np.count_nonzero(np.broadcast_to(p * low > q * high, shape)))
        negative = int(np.count_nonzero(np.broadcast_to(p * high < q * low, shape)))
        counts["positive"] += positive
        counts["negative"] += negative
        counts["boundary"] += shape[0] * shape[1] * shape[2] - positive - negative


class NumexprPeer(NumpyPeer):
    """The expressions as strings; extremes and counts are NumPy's, for numexpr reduces on one thread."""

    threads = MAX_THREADS

    def __init__(self, grid):
        import numexpr

        super().__init__(grid)
        self.numexpr = numexpr
        self.version = f"{numexpr.__version__} (NumPy {np.__version__})"

    def fill(self, threads):
        grid = self.grid
        if self.fields is None:
            self.fields = np.zeros((2, *grid.shape))
        self.numexpr.set_num_threads(threads)
        p = (grid.w * grid.a_h[:, :, None])[:, :, None, :]
        q = grid.q[:, None, None, None]
        t = np.where(grid.feasible[:, :, None, None], p - q, np.nan)
        names = {"q": q, "t": t, "tau": grid.tau[:, None], "d": grid.d, "h": grid.h}
        self.numexpr.evaluate("((q + tau * t) - d) * h", local_dict=names, out=self.fields[0])
        self.numexpr.evaluate("t * h", local_dict={**names, "t": np.broadcast_to(t, grid.shape)}, out=self.fields[1])

    def write_growth(self, i, t, growth):
        grid = self.grid
        names = {"q": grid.q[i], "t": t, "tau": grid.tau[:, None], "d": grid.d, "h": grid.h}
        self.numexpr.evaluate("((q + tau * t) - d) * h", local_dict=names, out=growth)

    def reduce(self, threads):
        self.numexpr.set_num_threads(threads)
        return super().reduce(threads)


class NumbaPeer(NumpyPeer):
    """Loops, compiled; one parallel loop over alpha and beta."""

    jobs = ("fill", "blocks", "reduce")

    def __init__(self, grid):
        import numba
        from numba_kernels import fill_blocks, fill_cells, reduce_cells

        super().__init__(grid)
        self.numba = numba
        self.threads = min(MAX_THREADS, numba.config.NUMBA_NUM_THREADS)
        self.version = f"{numba.__version__} (NumPy {np.__version__})"
        self.fill_cells, self.fill_blocks, self.reduce_cells = fill_cells, fill_blocks, reduce_cells
        pairs = max(1, grid.block_cells // grid.plane)
        self.block = np.zeros((self.threads, pairs, 2, *grid.shape[2:]))

    def tables(self):
        grid = self.grid
        return grid.feasible.ravel(), np.repeat(grid.q, grid.shape[1]), grid.a_h.ravel(), grid.tau, grid.w, grid.d, grid.h

    def fill(self, threads):
        grid = self.grid
        if self.fields is None:
            self.fields = np.zeros((2, *grid.shape))
        self.numba.set_num_threads(threads)
        growth, slope = self.fields.reshape(2, -1, *grid.shape[2:])
        self.fill_cells(*self.tables(), growth, slope)

    def blocks(self, threads):
        self.numba.set_num_threads(threads)
        self.fill_blocks(*self.tables(), self.block)

    def reduce(self, threads):
        self.numba.set_num_threads(threads)
        counts, growth, slope = self.reduce_cells(*self.tables())
        positive, negative, boundary, infeasible = (int(count) for count in counts.sum(axis=0))
        return {
            "counts": {"positive": positive, "negative": negative, "boundary": boundary, "infeasible": infeasible},
            **{
                name: {"min": float(part[:, 0].min()), "max": float(part[:, 1].max()), "sum": float(part[:, 2].sum())}
                for name, part in (("growth", growth), ("growthSlope", slope))
            },
        }


PEERS = {"numpy": NumpyPeer, "numexpr": NumexprPeer, "numba": NumbaPeer}


def serve(peer):
    version = f"{peer.version}, Python {platform.python_version()}"
    answer({"version": version, "jobs": {job: peer.threads for job in peer.jobs}})
    for line in sys.stdin:
        verb, job, threads = line.split()
        if job not in peer.jobs:
            answer({"error": "no such job"})
        elif verb == "check":
            answer(inspect(peer.fields))
        else:
            started = perf_counter()
            result = getattr(peer, job)(int(threads))
            answer({"seconds": perf_counter() - started, **(result or {})})


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in PEERS:
        sys.exit(f"Usage: peers.py {'|'.join(PEERS)} GRID")
    try:
        peer = PEERS[sys.argv[1]](Grid(sys.argv[2]))
    except ImportError as cause:
        answer({"missing": str(cause)})
    else:
        serve(peer)


main()
