import type { Finding } from '../model/finding.js';
import type { Location } from '../model/location.js';

/** A finding that may have its cause in another one. */
export interface Explainable {
  finding: Finding;
  /** The place of the cause, where the rule knows one. */
  explainedBy?: Location;
}

/**
 * Folds each finding whose cause is reported under that cause, and returns the findings that stand on their own.
 * A cause that no finding reports explains nothing: the finding stands. Of two findings that explain each other, the later one is the cause.
 */
export function foldExplained(all: readonly Explainable[]): Finding[] {
  const cause = new Map<Explainable, Explainable>();
  const effects = new Map<Explainable, Explainable[]>();
  for (const each of all) {
    const found = causeOf(each, all);
    if (!found || leadsTo(cause, found, each)) continue;
    cause.set(each, found);
    effects.set(found, [...(effects.get(found) ?? []), each]);
  }
  const withEffects = (each: Explainable): Finding => ({
    ...each.finding,
    explains: (effects.get(each) ?? []).map(withEffects),
  });
  return all.filter((each) => !cause.has(each)).map(withEffects);
}

function causeOf(each: Explainable, all: readonly Explainable[]): Explainable | undefined {
  const place = each.explainedBy;
  if (!place) return undefined;
  return all.find(({ finding }) => finding.rule !== each.finding.rule && overlaps(finding.at, place));
}

/** Whether following causes from `from` arrives at `to`. */
function leadsTo(cause: ReadonlyMap<Explainable, Explainable>, from: Explainable, to: Explainable): boolean {
  for (let at: Explainable | undefined = from; at; at = cause.get(at)) if (at === to) return true;
  return false;
}

function overlaps(one: Location, other: Location): boolean {
  return (
    one.file === other.file &&
    one.range.start.offset <= other.range.end.offset &&
    other.range.start.offset <= one.range.end.offset
  );
}
