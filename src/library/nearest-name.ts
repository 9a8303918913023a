/** Of longer names more letters may be wrong. */
const MOST_WRONG = 0.4;

/** The name that was probably meant, whatever its capitals; null where none is near. */
export function nearestName(found: string, names: readonly string[]): string | null {
  const wrong = names.map((name) => editDistance(found.toLowerCase(), name.toLowerCase()));
  const least = Math.min(...wrong);
  const nearest = names[wrong.indexOf(least)];
  return least <= MOST_WRONG * Math.max(found.length, nearest.length) ? nearest : null;
}

/** Letters to insert, remove or replace to make one text of the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, k) => k);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = previous[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, previous[j] + 1, row[j - 1] + 1));
    }
    previous = row;
  }
  return previous[to.length];
}
