import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.js';

/** The polynomial of the rolling hash: over this many characters, to this base, modulo 2^64. */
const WINDOW = 100;
const BASE = 37;

const TWO_32 = 2 ** 32;
const [TAB, LF, CR, SPACE] = [9, 10, 13, 32];
const END_OF_FILE = 0xffff;

/** A 64-bit number as two unsigned 32-bit halves. */
interface Halves {
  high: number;
  low: number;
}

/** What a character that leaves the window is worth: BASE to the power of WINDOW. */
const LEAVING = Array.from({ length: WINDOW }).reduce<Halves>((power) => shifted(power, 0, 0), { high: 0, low: 1 });

/**
 * GitHub code scanning's `primaryLocationLineHash` of every line of a text, the first at index 0: a hash over the 100
 * characters from the start of the line on, blanks left out, and its ordinal among equal hashes of the file.
 * The same as github/codeql-action's src/fingerprints.ts, which warns about every result whose hash differs from its own.
 */
export function lineHashes(text: string): string[] {
  const { units, starts } = significant(text);
  const seen = new Map<string, number>();
  const hashes: string[] = [];
  let hash: Halves = { high: 0, low: 0 };
  for (let index = 0; index < units.length; index += 1) {
    hash = shifted(hash, units[index] ?? 0, units[index - WINDOW] ?? 0);
    if (starts[hashes.length] !== index - WINDOW + 1) continue;
    const hex = hexOf(hash);
    const ordinal = (seen.get(hex) ?? 0) + 1;
    seen.set(hex, ordinal);
    hashes.push(`${hex}:${ordinal}`);
  }
  return hashes;
}

/** The characters that count, and the indices at which a line starts; behind the end mark zeros fill the last window. */
function significant(text: string): { units: Uint16Array; starts: number[] } {
  const units = new Uint16Array(text.length + WINDOW);
  const starts = [0];
  let length = 0;
  let afterCR = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const skipped = unit === SPACE || unit === TAB || (afterCR && unit === LF);
    afterCR = unit === CR;
    if (skipped) continue;
    const isBreak = unit === LF || unit === CR;
    units[length] = isBreak ? LF : unit;
    length += 1;
    if (isBreak) starts.push(length);
  }
  units[length] = END_OF_FILE;
  return { units: units.subarray(0, length + WINDOW), starts };
}

/** The hash with the window moved on by one character. The products stay below 2^53, so plain numbers are exact. */
function shifted({ high, low }: Halves, entering: number, leaving: number): Halves {
  if (leaving === 0) return reduced(high * BASE, low * BASE + entering);
  return reduced(high * BASE - LEAVING.high * leaving, low * BASE + entering - LEAVING.low * leaving);
}

function reduced(high: number, low: number): Halves {
  const carry = Math.floor(low / TWO_32);
  return { high: modulo(high + carry), low: modulo(low) };
}

function modulo(value: number): number {
  return value - Math.floor(value / TWO_32) * TWO_32;
}

function hexOf({ high, low }: Halves): string {
  if (high === 0) return low.toString(16);
  return high.toString(16) + low.toString(16).padStart(8, '0');
}

/** A finding, its reported path and the text of its line. */
export interface Identified {
  finding: Finding;
  path: string;
  line: string;
}

/**
 * A key for each finding that stays the same when lines move: of the rule, the path, the service, the line's text and
 * the finding's facts; equal ones are numbered in their order.
 */
export function findingKeys(findings: readonly Identified[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((each) => {
    const digest = digestOf(each);
    const ordinal = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, ordinal);
    return `${digest}:${ordinal}`;
  });
}

function digestOf({ finding, path, line }: Identified): string {
  const facts = Object.entries(finding.facts).sort(([one], [other]) => (one < other ? -1 : 1));
  const identity = JSON.stringify([finding.rule, path, finding.service?.name ?? null, line.trim(), facts]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 32);
}
