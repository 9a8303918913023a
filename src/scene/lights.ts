import { DirectionalLight, HemisphereLight, type PerspectiveCamera, type Scene } from "three";

/** Soft light from above, and a key held by the viewer, over the left shoulder: no side of the sheet is ever turned into the dark. */
export function addLights(scene: Scene, camera: PerspectiveCamera): void {
  const sky = new HemisphereLight("#ffffff", "#b4bac4", 1.75);
  const key = new DirectionalLight("#ffffff", 1.8);
  key.position.set(-1.4, 1.8, 1.6);
  camera.add(key, key.target);
  scene.add(sky, camera);
}
