"""The loops that Numba compiles; strict arithmetic, as the comparison wants the same numbers."""

import numpy as np
from numba import get_thread_id, njit, prange

LOW = 1 - 2.0**-46
HIGH = 1 + 2.0**-46


@njit(error_model="numpy")
def write_pair(feasible, q, a_h, tau, w, d, h, growth, slope):
    if not feasible:
        growth[:] = np.nan
        slope[:] = np.nan
        return
    for i in range(tau.size):
        share = tau[i]
        for j in range(w.size):
            t = w[j] * a_h - q
            growth[i, j] = ((q + share * t) - d) * h
            slope[i, j] = t * h


@njit(parallel=True, error_model="numpy")
def fill_cells(feasible, q, a_h, tau, w, d, h, growth, slope):
    for pair in prange(feasible.size):
        write_pair(feasible[pair], q[pair], a_h[pair], tau, w, d, h, growth[pair], slope[pair])


@njit(parallel=True, error_model="numpy")
def fill_blocks(feasible, q, a_h, tau, w, d, h, block):
    for pair in prange(feasible.size):
        place = block[get_thread_id(), pair % block.shape[1]]
        write_pair(feasible[pair], q[pair], a_h[pair], tau, w, d, h, place[0], place[1])


@njit(error_model="numpy")
def reduce_pair(q, a_h, tau, w, d, h, counts, growth, slope):
    above = 0
    below = 0
    g_min, g_max, g_sum = np.inf, -np.inf, 0.0
    s_min, s_max, s_sum = np.inf, -np.inf, 0.0
    for i in range(tau.size):
        share = tau[i]
        for j in range(w.size):
            p = w[j] * a_h
            t = p - q
            g = ((q + share * t) - d) * h
            s = t * h
            g_min, g_max, g_sum = min(g_min, g), max(g_max, g), g_sum + g
            s_min, s_max, s_sum = min(s_min, s), max(s_max, s), s_sum + s
            above += p * LOW > q * HIGH
            below += p * HIGH < q * LOW
    counts[0], counts[1], counts[2] = above, below, tau.size * w.size - above - below
    growth[0], growth[1], growth[2] = g_min, g_max, g_sum
    slope[0], slope[1], slope[2] = s_min, s_max, s_sum


@njit(parallel=True, error_model="numpy")
def reduce_cells(feasible, q, a_h, tau, w, d, h):
    counts = np.zeros((feasible.size, 4), np.int64)
    growth = np.zeros((feasible.size, 3))
    slope = np.zeros((feasible.size, 3))
    growth[:, 0] = slope[:, 0] = np.inf
    growth[:, 1] = slope[:, 1] = -np.inf
    for pair in prange(feasible.size):
        if feasible[pair]:
            reduce_pair(q[pair], a_h[pair], tau, w, d, h, counts[pair], growth[pair], slope[pair])
        else:
            counts[pair, 3] = tau.size * w.size
    return counts, growth, slope
