"""Writes a grid by netCDF4 for Python each time a folder's name comes in, and answers the seconds that it took.

Arguments: points of an axis, a file with the float64 values of both fields one after the other. Starting and importing are not in the seconds.
"""

import os
import sys
import time

import netCDF4
import numpy

AXES = ("alpha", "beta", "tau", "wr")
FIELDS = ("growth", "growthSlope")

points = int(sys.argv[1])
values = numpy.fromfile(sys.argv[2], dtype="<f8").reshape((len(FIELDS),) + (points,) * len(AXES))
axis = numpy.linspace(0.05, 0.9, points)
print("ready", flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    with netCDF4.Dataset(os.path.join(line.rstrip("\n"), "sweep.nc"), "w") as data:
        for name in AXES:
            data.createDimension(name, points)
            data.createVariable(name, "f8", (name,), contiguous=True)[:] = axis
        for name, field in zip(FIELDS, values):
            data.createVariable(name, "f8", AXES, contiguous=True)[:] = field
    print(time.perf_counter() - start, flush=True)
