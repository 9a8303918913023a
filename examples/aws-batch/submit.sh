#!/bin/bash
# Submits a sweep in SHARDS parts, the job that joins them and the one that reads the whole back; prints the identifiers of the three.
#
#   aws batch register-job-definition --cli-input-json file://job-definition.json
#   ./submit.sh QUEUE SHARDS            # 2 to 10000
#
# In job-definition.json stand your image, your file system (EFS here; region.json lies in it already), processors, memory and the time for an attempt. What a Spot
# instance's end or a stop cuts off is tried again and goes on where it was. To finish what is missing, submit the same again: whole shards are
# checked, not computed.

set -eu
queue=$1 shards=$2

# A job of the definition `tauscape`; what follows the name goes to `aws batch submit-job`.
submit() {
  name=$1
  shift
  aws batch submit-job --job-queue "$queue" --job-definition tauscape --job-name "$name" --query jobId --output text "$@"
}

# AWS Batch itself sets AWS_BATCH_JOB_ARRAY_INDEX and AWS_BATCH_JOB_ARRAY_SIZE, and lets no one else set them.
sweep=$(submit tauscape-sweep --array-properties "size=$shards")
merge=$(submit tauscape-merge --depends-on "jobId=$sweep" --container-overrides '{"command": ["merge", "/results"]}')
verify=$(submit tauscape-verify --depends-on "jobId=$merge" --container-overrides '{"command": ["verify", "/results/region.npz"]}')
echo "sweep $sweep, merge $merge, verify $verify"
