import { isSequence, written, type Evaluated } from './values.js';

/** What a loop over a value goes through, as far as it is told. */
export function itemsOf(value: Evaluated): readonly Evaluated[] | undefined {
  if (isSequence(value)) return value.items;
  if (value.is === 'dictionary') {
    return value.entries.map(({ key, value: held }) =>
      written(typeof key === 'string' ? { is: 'string', value: key } : { is: 'number', value: key }, held.at),
    );
  }
  if (value.is !== 'string') return undefined;
  return Array.from(value.value, (character) => ({ ...value, value: character }));
}
