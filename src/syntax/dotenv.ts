import type { Location } from '../model/location.js';
import { linesOf } from './lines.js';

/** A variable of a .env file. `value` is undefined where it is put together from others. */
export interface DotenvEntry {
  name: string;
  value: string | undefined;
  at: Location;
}

/** `NAME=value`, one a line, as https://github.com/motdotla/dotenv#rules has it; values over several lines are left out. */
const ENTRY = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*(.*)$/gm;

export function parseDotenv(text: string, file: string): readonly DotenvEntry[] {
  const lines = linesOf(file, text);
  return Array.from(text.matchAll(ENTRY), (match) => {
    const [whole, name = '', written = ''] = match;
    return { name, value: valueOf(written), at: lines.location(match.index, match.index + whole.length) };
  });
}

function valueOf(written: string): string | undefined {
  const quote = /^["'`]/.exec(written)?.[0];
  if (quote !== undefined) {
    const end = written.indexOf(quote, 1);
    if (end === -1) return undefined;
    const inner = written.slice(1, end);
    return quote === '"' && /[\\$]/.test(inner) ? undefined : inner;
  }
  const value = written.replace(/(?:^|[ \t])#.*$/, '').trim();
  return value.includes('$') ? undefined : value;
}
