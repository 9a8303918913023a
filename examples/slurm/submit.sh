#!/bin/bash
# Submits a sweep in SHARDS parts and the job that joins them; prints the numbers of both.
#
#   ./submit.sh SPEC OUT SHARDS [options of sbatch, such as --partition=short --time=01:00:00]

set -eu
spec=$1 out=$2 shards=$3
shift 3
here=$(dirname "$0")

mkdir -p "$(dirname "$out")"
sweep=$(sbatch --parsable --array="0-$((shards - 1))" "$@" "$here/sweep.sbatch" "$spec" "$out" "$shards")
merge=$(sbatch --parsable --dependency="afterany:${sweep%%;*}" "$@" "$here/merge.sbatch" "$out")
echo "sweep ${sweep%%;*}, merge ${merge%%;*}"
