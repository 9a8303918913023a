# Opens an export of tauscape, redraws the region and prints its share.
#
#   tauscape sweep region.json --out region.csv
#   Rscript region.R region.csv
#
# Reads csv (also .csv.gz) with R alone; nc with ncdf4; parquet and arrow with arrow.
# The export needs the field `class`: 1 more compute raises growth, -1 lowers it, 0 boundary, -128 infeasible.

path <- commandArgs(trailingOnly = TRUE)[1]

open_netcdf <- function(path) {
  file <- ncdf4::nc_open(path)
  on.exit(ncdf4::nc_close(file))
  grid <- ncdf4::ncvar_get(file, "class", raw_datavals = TRUE)
  # R counts the first dimension fastest, so the file's last axis comes first.
  names <- rev(sapply(file$var$class$dim, function(dimension) dimension$name))
  axes <- lapply(names, function(name) file$dim[[name]]$vals)
  list(axes = setNames(axes, names), sign = as.vector(grid))
}

open_table <- function(path) {
  table <- if (grepl("\\.parquet$", path)) as.data.frame(arrow::read_parquet(path))
    else if (grepl("\\.(arrow|feather)$", path)) as.data.frame(arrow::read_feather(path))
    else read.csv(path)
  # The axes come first, then the fields in the order of the spec.
  axes <- list()
  for (name in names(table)) {
    if (prod(lengths(axes)) == nrow(table)) break
    axes[[name]] <- unique(table[[name]])
  }
  list(axes = axes, sign = table$class)
}

export <- if (grepl("\\.nc$", path)) open_netcdf(path) else open_table(path)
sign <- export$sign
share <- sum(sign == 1) / sum(sign != -128)

# The last two axes, at the middle of the others: the last axis runs fastest.
counts <- lengths(export$axes)
last <- length(counts)
others <- head(counts, -2)
middle <- 0
for (count in others) middle <- middle * count + count %/% 2
cells <- counts[last] * counts[last - 1]
plane <- matrix(sign[middle * cells + seq_len(cells)], nrow = counts[last])

cat(names(counts)[last - 1], "upwards,", names(counts)[last], "to the right; # more compute raises growth, - lowers it\n")
marks <- c("1" = "#", "0" = "0", "-1" = "-", "-128" = " ")
for (row in rev(seq_len(ncol(plane)))) {
  cat(sub(" +$", "", paste(marks[as.character(plane[, row])], collapse = "")), "\n", sep = "")
}
cat("share", format(share, digits = 17), "\n")
