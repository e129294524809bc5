import type { Baseline } from '../model/settings.js';
import { safeJson } from './safe-json.js';
import { shown } from './shown.js';

/** A baseline as its file holds it: one entry below the other in a steady order, so that changes of it read well. */
export function baselineText({ entries }: Baseline): string {
  return safeJson({
    version: 1,
    findings: entries.map(({ fingerprint, rule, file, found }) => ({ fingerprint, rule, file, found: shown(found) })),
  });
}
