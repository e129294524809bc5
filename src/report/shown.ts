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

/** The value of a variable or option by its name, which may say that it is a secret. */
export function redactedValue(name: string, value: string): string {
  const before = `${name}: `;
  return redactSecrets(before + value).slice(before.length);
}

/** The words of a command, secrets hidden: an option and its value are two words. Undefined stays. */
export function redactedWords(words: readonly (string | undefined)[]): (string | undefined)[] {
  const text = redactSecrets(words.map((word) => word ?? '').join(' '));
  let start = 0;
  return words.map((word) => {
    if (word === undefined) {
      start += 1;
      return undefined;
    }
    const hidden = text.slice(start, start + word.length);
    start += word.length + 1;
    return hidden;
  });
}
