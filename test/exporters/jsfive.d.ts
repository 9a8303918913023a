/** What the tests use of jsfive, which comes without types. */
declare module "jsfive" {
  export interface Dataset {
    readonly shape: readonly number[];
    readonly value: readonly number[];
    readonly attrs: Readonly<Record<string, unknown>>;
  }
  export class File {
    constructor(bytes: ArrayBuffer, name: string);
    readonly keys: readonly string[];
    readonly attrs: Readonly<Record<string, unknown>>;
    get(name: string): Dataset;
  }
}
