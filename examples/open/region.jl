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
    values, header = readdlm(path, ',', Float64, '\n'; header = true)
    names = vec(header)
    counts = Int[]
    # The axes come first, then the fields in the order of the spec.
    for k in eachindex(names)
        prod(counts; init = 1) == size(values, 1) && break
        push!(counts, length(unique(values[:, k])))
    end
    sign = Int.(values[:, findfirst(==("class"), names)])
    # Julia counts the first dimension fastest, the table its last axis.
    grid = permutedims(reshape(sign, reverse(counts)...), length(counts):-1:1)
    return names[1:length(counts)], grid
end

path = ARGS[1]
if endswith(path, ".npz")
    import NPZ
    # The metadata is text, which NPZ does not read: only the field is asked for.
    names, grid = ["second but last axis", "last axis"], Int.(NPZ.npzread(path, ["class"])["class"])
elseif endswith(path, ".nc")
    import NCDatasets
    names, grid = NCDatasets.NCDataset(path) do data
        variable = data["class"]
        reverse(collect(NCDatasets.dimnames(variable))), Int.(permutedims(variable.var[:, :, :], 3:-1:1))
    end
else
    names, grid = open_table(path)
end

println(names[end-1], " upwards, ", names[end], " to the right; # more compute raises growth, - lowers it")
plane = middle_plane(grid)
for row in size(plane, 1):-1:1
    println(rstrip(join(SIGNS[value] for value in plane[row, :])))
end
println("share ", count(==(1), grid) / count(!=(-128), grid))
