import { describe, expect, it } from 'vitest';
import { findingKeys, lineHashes } from '../../src/report/fingerprint.js';
import { API, SITE, findingOf } from './sample.js';

/** Vectors of github/codeql-action, src/fingerprints.test.ts: code scanning computes these. */
const GREETING_BROKEN_OFF = [
  '8b7cf3e952e7aeb2:1',
  'b1ae1287ec4718d9:1',
  'bff680108adb0fcc:1',
  'c6805c5e1288b612:1',
  'b86d3392aea1be30:1',
  'e6ceba753e1a442:1',
];
const GREETING = [
  'e9496ae3ebfced30:1',
  'fb7c023a8b9ccb3f:1',
  'ce8ba1a563dcdaca:1',
  'e20e36e16fcb0cc8:1',
  'b3edc88f2938467e:1',
  'c8e28b0b4002a3a0:1',
  'c129715d7a2bc9a3:1',
];
const REPEATED = [
  'a7f2ff13bc495cf2:1',
  'a7f2ff13bc495cf2:2',
  'a7f2ff13bc495cf2:3',
  'a7f2ff13bc495cf2:4',
  'a7f2ff13bc495cf2:5',
  'a7f2ff13bc495cf2:6',
  'a7f2ff1481e87703:1',
  'a9cf91f7bbf1862b:1',
  '55ec222b86bcae53:1',
  'cc97dc7b1d7d8f7b:1',
  'c129715d7a2bc9a3:1',
];

describe('lineHashes', () => {
  it.each([
    ['an empty file', '', ['c129715d7a2bc9a3:1']],
    [
      'blanks',
      ' a\nb\n  \t\tc\n d',
      ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1'],
    ],
    ['no line break at the end', ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End', GREETING_BROKEN_OFF],
    ['LF', ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n', GREETING],
    ['CR', ' hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r', GREETING],
    ['CR LF', ' hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n', GREETING],
    ['mixed line breaks', ' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n', GREETING],
    ['equal lines', 'Lorem ipsum dolor sit amet.\n'.repeat(10), REPEATED],
  ])('gives the hashes of code scanning: %s', (_, text, hashes) => {
    expect(lineHashes(text)).toEqual(hashes);
  });

  it('agrees with the definition, computed with big integers, on units of every size', () => {
    const text = Array.from({ length: 3000 }, (_, index) =>
      String.fromCharCode(index % 41 === 0 ? 10 : (index * 7919) % 0xffff),
    ).join('');
    expect(lineHashes(text)).toEqual(definition(text));
  });

  it('gets through a megabyte', () => {
    expect(lineHashes('const answer = 42;\n'.repeat(55_000)).length).toBeGreaterThanOrEqual(55_000);
  });
});

/** Each line's hash from its own 100 characters. */
function definition(text: string): string[] {
  const characters = text.replace(/\r\n?/g, '\n').replace(/[ \t]/g, '').split('');
  const units = [...characters.map((character) => character.charCodeAt(0)), 0xffff];
  const starts = [0, ...units.flatMap((unit, index) => (unit === 10 ? [index + 1] : []))];
  const seen = new Map<string, number>();
  return starts.map((start) => {
    let hash = 0n;
    for (let index = start; index < start + 100; index += 1) hash = hash * 37n + BigInt(units[index] ?? 0);
    const hex = BigInt.asUintN(64, hash).toString(16);
    seen.set(hex, (seen.get(hex) ?? 0) + 1);
    return `${hex}:${seen.get(hex) ?? 0}`;
  });
}

describe('findingKeys', () => {
  const one = { finding: findingOf(), path: 'src/server.ts', line: "app.listen(port, '127.0.0.1');" };
  const [key] = findingKeys([one]);

  it('does not depend on where the line stands, how it is indented and what led to it', () => {
    const moved = { start: { offset: 900, line: 41, column: 7 }, end: { offset: 911, line: 41, column: 18 } };
    const finding = findingOf({ at: { file: 'src/server.ts', range: moved }, trail: [], fixes: [] });
    expect(findingKeys([{ ...one, finding, line: `    ${one.line}` }])).toEqual([key]);
  });

  it('does not depend on the order of the facts', () => {
    const [ab] = findingKeys([{ ...one, finding: findingOf({ facts: { a: 1, b: 2 } }) }]);
    const [ba] = findingKeys([{ ...one, finding: findingOf({ facts: { b: 2, a: 1 } }) }]);
    expect(ab).toBe(ba);
  });

  it.each([
    ['rule', { ...one, finding: findingOf({ rule: 'ignored-port' }) }],
    ['service', { ...one, finding: findingOf({ service: SITE }) }],
    ['facts', { ...one, finding: findingOf({ facts: { host: 'localhost' } }) }],
    ['file', { ...one, path: 'src/other.ts' }],
    ['line', { ...one, line: 'app.listen(port);' }],
  ])('differs with the %s', (_, other) => {
    expect(findingKeys([other])).not.toEqual([key]);
  });

  it('numbers equal findings', () => {
    const keys = findingKeys([one, { ...one, finding: findingOf({ service: API }) }]);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}:1$/);
    expect(keys[1]).toBe(keys[0]?.replace(/:1$/, ':2'));
  });
});
