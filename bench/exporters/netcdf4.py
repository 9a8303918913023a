"""Writes a grid by netCDF4 for Python each time a folder's name comes in, and answers the seconds that it took.

The same file as ours: variables, dimension scales and attributes. Arguments: points of an axis, a file with the float64 values of both fields one
after the other, one with the attributes as JSON. Starting, importing and reading them are not in the seconds.
"""

import json
import os
import sys
import time

import netCDF4
import numpy

AXES = ("alpha", "beta", "tau", "wr")
FIELDS = ("growth", "growthSlope")

points = int(sys.argv[1])
values = numpy.fromfile(sys.argv[2], dtype="<f8").reshape((len(FIELDS),) + (points,) * len(AXES))
with open(sys.argv[3], encoding="utf-8") as text:
    attributes = json.load(text)
axis = numpy.linspace(0.05, 0.9, points)
print("ready", flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    with netCDF4.Dataset(os.path.join(line.rstrip("\n"), "sweep.nc"), "w") as data:
        data.setncatts(attributes["file"])
        for name in AXES:
            data.createDimension(name, points)
        for name, dimensions in [*((name, (name,)) for name in AXES), *((name, AXES) for name in FIELDS)]:
            data.createVariable(name, "f8", dimensions, contiguous=True).setncatts(attributes["variables"][name])
        for name in AXES:
            data[name][:] = axis
        for name, field in zip(FIELDS, values):
            data[name][:] = field
    print(time.perf_counter() - start, flush=True)
