import type { Report } from '../model/report.js';

/** How many findings are left out, in words: those ignored and those of the baseline. Nothing where there are none. */
export function suppressedCounts({ suppressed }: Pick<Report, 'suppressed'>): string[] {
  const inBaseline = suppressed.filter(({ suppression }) => suppression.by === 'baseline').length;
  const ignored = suppressed.length - inBaseline;
  return [...(ignored > 0 ? [`${ignored} ignored`] : []), ...(inBaseline > 0 ? [`${inBaseline} in the baseline`] : [])];
}
