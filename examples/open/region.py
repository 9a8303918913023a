"""Opens an export of tauscape, redraws the region and prints its share.

    tauscape sweep region.json --out region.npz
    python3 region.py region.npz [region.png]

Reads npz and csv (also .csv.gz) with numpy alone; nc and zarr with xarray; parquet and arrow with pandas and pyarrow.
A PNG needs matplotlib. The export needs the field `class`: 1 more compute raises growth, -1 lowers it, 0 boundary, -128 infeasible.
"""

import sys

import numpy

SIGNS = {1: "#", 0: "0", -1: "-", -128: " "}


def open_npz(path):
    """Axes by name in the order of the grid, and the grid of `class`."""
    import json

    with numpy.load(path) as archive:
        names = [axis["name"] for axis in json.loads(str(archive["metadata"]))["spec"]["axes"]]
        return {name: archive[name] for name in names}, archive["class"]


def open_xarray(path):
    import xarray

    with xarray.open_dataset(path, engine="zarr" if path.endswith(".zarr") else None, mask_and_scale=False) as data:
        grid = data["class"]
        return {name: data[name].values for name in grid.dims}, grid.values


def open_table(path):
    """A long table, a column an axis and a field; the last axis runs fastest."""
    columns = read_columns(path)
    names = list(columns)
    # The axes come first, then the fields in the order of the spec.
    axes = {}
    for name in names:
        points = numpy.unique(columns[name])
        if numpy.prod([len(values) for values in axes.values()], dtype=int) == len(columns[name]):
            break
        axes[name] = points
    return axes, numpy.asarray(columns["class"]).astype(numpy.int8).reshape([len(points) for points in axes.values()])


def read_columns(path):
    if path.endswith((".parquet", ".arrow", ".feather")):
        import pandas

        table = pandas.read_parquet(path) if path.endswith(".parquet") else pandas.read_feather(path)
        return {name: table[name].to_numpy() for name in table.columns}
    table = numpy.genfromtxt(path, delimiter=",", names=True)
    return {name: table[name] for name in table.dtype.names}


OPENERS = {".npz": open_npz, ".nc": open_xarray, ".zarr": open_xarray}


def main(path, picture=None):
    opener = next((OPENERS[ending] for ending in OPENERS if path.endswith(ending)), open_table)
    axes, sign = opener(path)
    feasible = sign != -128
    share = (sign == 1).sum() / feasible.sum()

    # The last two axes, at the middle of the others.
    names = list(axes)
    middle = tuple(len(points) // 2 for points in list(axes.values())[:-2])
    plane = sign[middle]
    if picture is None:
        print(f"{names[-2]} upwards, {names[-1]} to the right; # more compute raises growth, - lowers it")
        for row in plane[::-1]:
            print("".join(SIGNS[int(value)] for value in row).rstrip())
    else:
        draw(axes, names, plane, picture)
    print(f"share {float(share)!r}")


def draw(axes, names, plane, picture):
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, chart = pyplot.subplots()
    masked = numpy.ma.masked_equal(plane, -128)
    chart.pcolormesh(axes[names[-1]], axes[names[-2]], masked, cmap="PuOr", vmin=-1, vmax=1, shading="nearest")
    chart.set(xlabel=names[-1], ylabel=names[-2], title="Where more compute raises growth")
    figure.savefig(picture)


if __name__ == "__main__":
    main(*sys.argv[1:])
