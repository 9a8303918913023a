import type { RegionScene } from "../../scene/index.ts";
import type { Camera } from "../../state/camera.ts";
import type { RegionSource } from "../../state/region-source.ts";

/** The eye of one scene: what a hand turns here turns the other scenes, and theirs this one; the state's camera is where it rests. */
export class SceneEye {
  /** What the state held when it was last looked at. */
  #known: Camera | null = null;
  /** The eye follows, and is not moved by a hand. */
  #isFollowing = false;
  readonly #unfollow: readonly (() => void)[];

  constructor(private readonly scene: RegionScene, private readonly source: RegionSource) {
    this.#unfollow = [
      scene.onViewChange((view) => { if (!this.#isFollowing) source.camera.look(view, this); }),
      source.camera.subscribe((view, by) => { if (by !== this) this.#look(view); }),
    ];
  }

  /** Looks from where the state says, if that is new. */
  follow(): void {
    const { camera } = this.source.state;
    if (camera === this.#known) return;
    this.#known = camera;
    this.#look(camera);
  }

  reset(): void {
    this.#look(null);
    this.source.camera.look(null, this);
  }

  dispose(): void {
    for (const unfollow of this.#unfollow) unfollow();
  }

  #look(camera: Camera | null): void {
    this.#isFollowing = true;
    if (camera === null) this.scene.resetView();
    else this.scene.viewState = camera;
    this.#isFollowing = false;
  }
}
