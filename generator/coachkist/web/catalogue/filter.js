// Which work forms remain: one or another choice within a facet, every facet at once. Pure: no page, no address.
//
// A choice is a text "facet:value". An entry is { ways: [Set of choices] }: each way of doing it, with what holds for all
// its ways included, so that all that was chosen must hold for one and the same way.

const facetOf = (choice) => choice.slice(0, choice.indexOf(":"));

/** The choices by facet: a Map from a facet to its chosen values. */
export function byFacet(choices) {
  const groups = new Map();
  for (const choice of choices) {
    const facet = facetOf(choice);
    groups.set(facet, [...(groups.get(facet) ?? []), choice]);
  }
  return groups;
}

/** The ways of `entry` that fit `groups`, leaving one facet out of account. */
export function fittingWays(entry, groups, except = null) {
  return entry.ways.filter((way) => {
    for (const [facet, choices] of groups) {
      if (facet !== except && !choices.some((choice) => way.has(choice))) return false;
    }
    return true;
  });
}

/**
 * For each choice, how many of `entries` have it among those that fit the other facets: what remains if it is the one
 * that is ticked in its facet.
 */
export function countChoices(entries, groups) {
  const counts = new Map();
  for (const entry of entries) {
    const found = new Set();
    const everything = fittingWays(entry, groups);
    for (const way of everything) for (const choice of way) if (!groups.has(facetOf(choice))) found.add(choice);
    for (const facet of groups.keys()) {
      for (const way of fittingWays(entry, groups, facet)) {
        for (const choice of way) if (facetOf(choice) === facet) found.add(choice);
      }
    }
    for (const choice of found) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  }
  return counts;
}

/** How many of `entries` fit once the facet `facet` is let go, for each facet in `groups`, most first. */
export function waysOut(entries, groups) {
  return [...groups.keys()]
    .map((facet) => ({ facet, count: entries.filter((entry) => fittingWays(entry, groups, facet).length).length }))
    .filter(({ count }) => count)
    .sort((one, other) => other.count - one.count);
}
