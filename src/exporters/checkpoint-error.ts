/** A checkpoint that is not of this format and sweep, or of a file that another build of the program laid out otherwise. */
export class CheckpointError extends RangeError {
  override readonly name = "CheckpointError";
  readonly kind = "checkpoint";
}
