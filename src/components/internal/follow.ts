import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Something that tells its listeners when it has changed, until the function that `subscribe` returns is called. */
export interface Followed {
  subscribe(listener: () => void): () => void;
}

/** Draws an element anew whenever what it shows has changed, as long as it is in the document. */
export class Follow implements ReactiveController {
  #followed: Followed | undefined;
  #unsubscribe: (() => void) | undefined;

  /** @param find what the element shows now */
  constructor(private readonly host: ReactiveControllerHost, private readonly find: () => Followed | undefined) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#follow(this.find());
  }

  hostUpdate(): void {
    if (this.find() !== this.#followed) this.#follow(this.find());
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(followed: Followed | undefined): void {
    this.#unsubscribe?.();
    this.#followed = followed;
    this.#unsubscribe = followed?.subscribe(() => this.host.requestUpdate());
  }
}
