import type { SignClass } from "../../model/index.ts";

/** Every word that the command says to a person. Data (symbols, labels, meanings) comes from the model's own tables. */
export interface Texts {
  readonly help: HelpTexts;
  readonly units: UnitTexts;
  readonly point: PointTexts;
  readonly sweep: SweepTexts;
  readonly results: ResultTexts;
  readonly shards: ShardTexts;
  readonly plan: PlanTexts;
  readonly bench: BenchTexts;
  readonly serve: ServeTexts;

  /** A name and what belongs to it. */
  labelled(label: string, text: string): string;
  /** A name and a remark behind it. */
  noted(name: string, remark: string): string;
  /** Joins the items of a list of what is allowed. */
  listOf(items: readonly string[]): string;
  readonly finiteNumber: string;
  wholeNumber(min: number, max: number): string;
  readonly duration: string;
  readonly standardInput: string;

  badOption(flag: string, found: string, allowed: string): string;
  unknownOption(flag: string, suggestion: string | null): string;
  unknownCommand(name: string, suggestion: string | null): string;
  missingArgument(name: string): string;
  missingOptionValue(flags: string): string;
  tooManyArguments(expected: string, received: string): string;
  readonly noCommand: string;
  needsOption(flag: string, other: string): string;
  notBoth(flag: string, other: string): string;

  unreadable(name: string, reason: string): string;
  notUtf8(name: string): string;
  /** `character` is what stands at the place, absent at the text's end. */
  notJson(name: string, line: number, column: number, character: string | undefined): string;
  /** The sentences are ready. */
  refusedSpec(name: string, problems: readonly string[]): string;
  refusedParameters(name: string, problems: readonly string[]): string;

  /** Why a system call failed, from its code. */
  systemReason(code: string): string;
  systemFailure(what: string, reason: string): string;
  failed(reason: string): string;
  /** Why a file could not be written whose folder is missing. */
  noFolder(folder: string): string;
  readonly interrupted: string;
  unexpected(message: string): string;
}

export interface HelpTexts {
  readonly program: string;
  readonly headings: { readonly usage: string; readonly arguments: string; readonly options: string; readonly globalOptions: string; readonly commands: string };
  readonly examples: string;
  /** Stands behind an option's description. */
  defaultValue(text: string): string;
  readonly point: string;
  readonly sweep: string;
  readonly merge: string;
  readonly verify: string;
  readonly plan: string;
  readonly bench: string;
  readonly benchCompare: string;
  readonly serve: string;
  readonly helpCommand: string;
  readonly help: string;
  readonly version: string;
  readonly lang: string;
  readonly debug: string;
  readonly specArgument: string;
  parameter(label: string, admissible: string, standard: string): string;
  readonly params: string;
  rule(choices: string): string;
  prices(choices: string): string;
  readonly json: string;
  readonly summary: string;
  readonly out: string;
  format(choices: string): string;
  engine(choices: string): string;
  readonly threads: string;
  precision(choices: string): string;
  method(choices: string): string;
  readonly shard: string;
  readonly shards: string;
  readonly resume: string;
  readonly force: string;
  readonly mergeFolder: string;
  readonly verifyPath: string;
  readonly planOut: string;
  planFormat(choices: string): string;
  readonly within: string;
  readonly quiet: string;
  benchEngine(choices: string): string;
  benchSize(min: number, max: number, standard: number): string;
  benchRepeats(standard: number): string;
  readonly benchThreads: string;
  readonly benchParity: string;
  readonly benchOut: string;
  readonly benchMarkdown: string;
  readonly benchFile: string;
  readonly port: string;
  readonly host: string;
  readonly open: string;
}

export interface UnitTexts {
  readonly growth: string;
  readonly slope: string;
  readonly "1": string;
  readonly "1/year": string;
  readonly scale: string;
  readonly code: string;
  readonly milliseconds: string;
  readonly seconds: string;
  readonly minutes: string;
  readonly hours: string;
  readonly days: string;
  /** Follows a prefix such as M. */
  readonly pointsPerSecond: string;
}

export interface PointTexts {
  heading(index: number, count: number): string;
  readonly prices: string;
  readonly rule: string;
  readonly parameters: string;
  readonly noEffect: string;
  readonly verdict: string;
  readonly verdicts: Readonly<Record<SignClass, string>>;
  readonly flags: string;
  readonly noFlags: string;
  outsideDomain(symbol: string, value: string, allowed: string): string;
  readonly nothingLeftForServices: string;
  readonly header: { readonly symbol: string; readonly quantity: string; readonly value: string; readonly unit: string; readonly equation: string };
}

export interface SweepTexts {
  readonly header: { readonly field: string; readonly symbol: string; readonly min: string; readonly mean: string; readonly max: string; readonly unit: string };
  readonly points: string;
  readonly feasible: string;
  readonly raises: string;
  readonly lowers: string;
  readonly boundary: string;
  readonly ofFeasible: string;
  readonly ofAll: string;
  readonly engine: string;
  readonly chosen: string;
  readonly asked: string;
  skipped(engine: string, reason: string): string;
  threads(count: number): string;
  readonly time: string;
  readonly byCells: string;
  readonly byRows: string;
  readonly rowsWithOut: string;
  readonly spec: string;
  progress(percent: string, done: string, total: string): string;
  bytesOf(done: string, total: string): string;
  remaining(time: string): string;
  wrote(path: string, size: string, manifest: string): string;
  exists(path: string): string;
  isFolder(path: string): string;
  readonly outToStdout: string;
  /** The path's extension names no format. */
  guessed(path: string, format: string): string;
  oneFieldOnly(format: string, fields: number): string;
  writing(path: string): string;
  engineUnavailable(requested: string, reason: string, available: readonly string[]): string;
  /** `command` is what to run. */
  tileFailed(range: string, failures: number, engine: string, reason: string, command: string): string;
}

/** Results on disk; what stands in their way says itself (`ResultError`). */
export interface ResultTexts {
  locked(path: string, holder: string, lock: string): string;
  /** @param resume the option by which the command goes on; null where it does so by itself */
  interrupted(path: string, resume: string | null): string;
  keptAfter(path: string, reason: string, resume: string | null): string;
  /** @param engine that failed */
  keptAfterTile(path: string, engine: string): string;
  noManifest(manifest: string): string;
  unfinished(path: string, done: number, total: number): string;
  /** The sentences are without a full stop. */
  unsound(path: string, problems: readonly string[]): string;
  sound(path: string, size: string): string;
  /** @param named the first of them */
  unknownFiles(path: string, count: number, named: readonly string[]): string;
}

export interface ShardTexts {
  readonly allowed: string;
  twoCounts(shard: number, shards: number): string;
  noIndex(variables: readonly string[]): string;
  badVariable(name: string, found: string, allowed: string): string;
  gaps(first: number, last: number, count: number): string;
  outOfRange(variable: string, index: number, count: number): string;
  /** A scheduler's variable said which part this is. */
  chosen(variable: string, index: number, count: number): string;
  empty(index: number, count: number, tiles: number): string;
}

export interface PlanTexts {
  readonly points: string;
  readonly tiles: string;
  tilesOf(count: string, cells: string): string;
  readonly summaryTime: string;
  readonly measured: string;
  measuredOn(points: string, engine: string, threads: string): string;
  measuring(format: string): string;
  /** Stands before a reason. */
  notMeasured(folder: string): string;
  readonly disk: string;
  freeIn(free: string, folder: string): string;
  readonly formats: { readonly format: string; readonly bytes: string; readonly time: string; readonly memory: string };
  readonly exact: string;
  readonly estimated: string;
  readonly doesNotFit: string;
  readonly withDisk: string;
  oneShard(format: string, time: string): string;
  oneShardToMerge(format: string, time: string, merge: string): string;
  shards(format: string, count: string, each: string, merge: string): string;
}

export interface BenchTexts {
  progress(percent: string, label: string): string;
  wrote(path: string): string;
  readonly outToStdout: string;
  /** The work ended early, for a reason in the error's own words. */
  stopped(reason: string): string;
  /** The sentences are ready. */
  refused(name: string, problems: readonly string[]): string;
}

export interface ServeTexts {
  listening(address: string): string;
  portTaken(wanted: number, used: number): string;
  readonly stop: string;
  notBuilt(folder: string): string;
  portInUse(port: number): string;
  cannotListen(host: string, port: number, reason: string): string;
  cannotOpen(address: string): string;
  readonly notSecure: string;
}
