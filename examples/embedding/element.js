// @ts-check
const region = document.querySelector("tau-region");
const share = document.querySelector("#share");
const told = document.querySelector("#told");
if (region === null || told === null || !(share instanceof HTMLInputElement)) throw new Error("element.html has changed.");

/** @param {{ parameters: Record<string, number>, sign: number }} shown */
function tell({ parameters: { alpha, tau }, sign }) {
  if (told !== null) told.textContent = `At α = ${alpha} and τ = ${tau} more compute ${sign > 0 ? "raises" : "does not raise"} growth.`;
}

region.addEventListener("tau-change", ({ detail }) => tell(detail));
// The first state may have been told before this script ran.
if (region.shown != null) tell(region.shown);
share.addEventListener("input", () => { region.tau = share.valueAsNumber; });
