import type { Report, Suppression } from '../model/report.js';

/** Why findings are left out, as the reports count them. */
export interface SuppressedCounts {
  ignored: number;
  inBaseline: number;
  notNew: number;
}

export function countSuppressed({ suppressed }: Pick<Report, 'suppressed'>): SuppressedCounts {
  const count = (...by: Suppression['by'][]): number =>
    suppressed.filter(({ suppression }) => by.includes(suppression.by)).length;
  return { ignored: count('comment', 'settings'), inBaseline: count('baseline'), notNew: count('base') };
}

/** How many findings are left out, in words: those ignored, those of the baseline and those that are not new. */
export function suppressedCounts(report: Pick<Report, 'suppressed'>): string[] {
  const { ignored, inBaseline, notNew } = countSuppressed(report);
  return [
    ...(ignored > 0 ? [`${ignored} ignored`] : []),
    ...(inBaseline > 0 ? [`${inBaseline} in the baseline`] : []),
    ...(notNew > 0 ? [`${notNew} not new`] : []),
  ];
}

/** Why a finding is left out, in a sentence that may hold text of the repository. */
export function whySuppressed(suppression: Suppression): string {
  switch (suppression.by) {
    case 'baseline':
      return 'It is in the baseline.';
    case 'base':
      return 'It is not new.';
    default:
      return suppression.reason;
  }
}
