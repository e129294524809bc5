import type { Location } from '../model/location.js';
import type { Json } from './json.js';
import { tooDeepAt } from './nesting.js';
import { linesOf } from './lines.js';

/** A TOML file as a tree, or why it is none; `why` is a clause. Dates are texts. */
export type Toml = { is: 'table'; value: Json } | { is: 'failed'; why: string; at: Location };

/**
 * Reads TOML 1.0. A text with an error has no tree: TOML's own readers refuse it, too. Never throws; loads the parser on
 * first use.
 */
export async function parseToml(text: string, file: string): Promise<Toml> {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return { is: 'failed', why: 'nests too deep', at: linesOf(file, text).location(deep, deep) };
  const { readToml } = await import('./toml-parser.js');
  return readToml(text, file);
}
