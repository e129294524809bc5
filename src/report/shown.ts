import type { Finding } from '../model/finding.js';
import { cleanText } from './clean-text.js';
import { redactSecrets } from './secrets.js';

/** Text that may come from the repository, fit to be read: secrets hidden, invisible characters shown as escapes. */
export function shown(text: string): string {
  return cleanText(redactSecrets(text));
}

export function shownFacts(facts: Finding['facts']): Finding['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, typeof value === 'string' ? shown(value) : value]),
  );
}
