# Opens an export of tauscape, redraws the region and prints its share.
#
#   tauscape sweep region.json --out region.npz
#   julia region.jl region.npz
#
# Reads csv with Julia alone, npz with NPZ, nc with NCDatasets.
# The export needs the field `class`: 1 more compute raises growth, -1 lowers it, 0 boundary, -128 infeasible.

using DelimitedFiles

const SIGNS = Dict(1 => '#', 0 => '0', -1 => '-', -128 => ' ')

# A row is the plane's second but last axis, a column its last; planes are those of the other axes' middle.
function middle_plane(grid)
    middle = [size(grid, k) ÷ 2 + 1 for k in 1:ndims(grid)-2]
    return grid[middle..., :, :]
end

function open_table(path)
    # Infeasible values are empty: such a table is one of numbers and texts.
    values, header = readdlm(path, ','; header = true)
    columns = vec(header)
    counts = Int[]
    # The axes come first, then the fields in the order of the spec.
    for k in eachindex(columns)
        prod(counts; init = 1) == size(values, 1) && break
        push!(counts, length(unique(values[:, k])))
    end
    sign = Int.(values[:, findfirst(==("class"), columns)])
    # Julia counts the first dimension fastest, the table its last axis.
    grid = permutedims(reshape(sign, reverse(counts)...), length(counts):-1:1)
    return columns[1:length(counts)], grid
end

path = ARGS[1]
if endswith(path, ".npz")
    import NPZ
    # The metadata is text, which NPZ does not read: only the field is asked for.
    axis_names, grid = ["second but last axis", "last axis"], Int.(NPZ.npzread(path, ["class"])["class"])
elseif endswith(path, ".nc")
    import NCDatasets
    axis_names, grid = NCDatasets.NCDataset(path) do data
        variable = data["class"]
        # Without its conversions -128 is a number, and nothing is missing.
        codes = Array(variable.var)
        reverse(collect(NCDatasets.dimnames(variable))), Int.(permutedims(codes, ndims(codes):-1:1))
    end
else
    axis_names, grid = open_table(path)
end

println(axis_names[end-1], " upwards, ", axis_names[end], " to the right; # more compute raises growth, - lowers it")
plane = middle_plane(grid)
for row in size(plane, 1):-1:1
    println(rstrip(join(SIGNS[value] for value in plane[row, :])))
end
println("share ", count(==(1), grid) / count(!=(-128), grid))
