import { describe, expect, it } from 'vitest';
import { planFixes } from '../../src/fixes/plan.js';
import type { Finding, Fix } from '../../src/model/finding.js';
import { linesOf } from '../../src/syntax/lines.js';
import { findingOf } from '../report/sample.js';

const FILES = { a: 'one two three\n', b: 'x\r\ny' };
const source = (file: string): string | undefined => new Map(Object.entries(FILES)).get(file);

type Edit = [file: string, start: number, end: number, text: string];

function safe(...edits: Edit[]): Fix {
  return {
    title: 'x',
    safety: 'safe',
    edits: edits.map(([file, start, end, text]) => ({
      at: linesOf(file, source(file) ?? ' '.repeat(end)).location(start, end),
      text,
    })),
  };
}

function unsafe(...edits: Edit[]): Fix {
  return { ...safe(...edits), safety: 'unsafe', because: 'it is not sure' };
}

function finding(rule: string, ...fixes: Fix[]): Finding {
  return findingOf({ rule, fixes });
}

/** What a plan comes to, in short. */
function plan(findings: Finding[], wanted: Fix['safety'] = 'safe') {
  const { applied, skipped, files } = planFixes(findings, wanted, source);
  return {
    applied: applied.map(({ finding: { rule } }) => rule),
    skipped: skipped.map(({ finding: { rule }, why }) => [rule, why]),
    files: Object.fromEntries([...files].map(([file, { after }]) => [file, after])),
  };
}

const AGAIN = 'Another fix changes the same text. Run again to apply this one.';

describe('planFixes', () => {
  it('applies fixes of several findings in several files', () => {
    expect(
      plan([
        finding('p', safe(['b', 3, 4, 'Y'])),
        finding('q', safe(['a', 0, 3, '1'])),
        finding('r', safe(['a', 4, 7, '2'])),
      ]),
    ).toEqual({
      applied: ['p', 'q', 'r'],
      skipped: [],
      files: { a: '1 2 three\n', b: 'x\r\nY' },
    });
  });

  it('gives the text before as well, and files in order', () => {
    const { files } = planFixes([finding('p', safe(['b', 0, 1, 'X'], ['a', 0, 3, '1']))], 'safe', source);
    expect([...files]).toEqual([
      ['a', { before: 'one two three\n', after: '1 two three\n' }],
      ['b', { before: 'x\r\ny', after: 'X\r\ny' }],
    ]);
  });

  it('takes one fix of a finding: the first safe one, else an unsafe one where wanted', () => {
    const both = finding('p', unsafe(['a', 0, 3, 'U']), safe(['a', 0, 3, 'S']), safe(['a', 4, 7, 'T']));
    expect(plan([both]).files).toEqual({ a: 'S two three\n' });
    expect(plan([both], 'unsafe').files).toEqual({ a: 'S two three\n' });
    const risky = finding('q', unsafe(['a', 0, 3, 'U']));
    expect(plan([risky])).toEqual({ applied: [], skipped: [], files: {} });
    expect(plan([risky], 'unsafe').files).toEqual({ a: 'U two three\n' });
  });

  it('says nothing of a finding without a fix, or with one that edits nothing', () => {
    expect(plan([finding('p'), finding('q', safe())])).toEqual({ applied: [], skipped: [], files: {} });
  });

  it.each<[string, Edit, Edit]>([
    ['overlap', ['a', 0, 5, 'X'], ['a', 4, 7, 'Y']],
    ['replace the same text otherwise', ['a', 0, 3, 'X'], ['a', 0, 3, 'Y']],
    ['lie inside one another', ['a', 0, 7, 'X'], ['a', 2, 3, 'Y']],
    ['insert inside what the other replaces', ['a', 0, 7, 'X'], ['a', 2, 2, 'Y']],
  ])('skips the later of two fixes that %s', (_, one, other) => {
    const first = plan([finding('p', safe(one)), finding('q', safe(other))]);
    expect(first).toMatchObject({ applied: ['p'], skipped: [['q', AGAIN]] });
    const swapped = plan([finding('q', safe(other)), finding('p', safe(one))]);
    expect(swapped).toMatchObject({ applied: ['q'], skipped: [['p', AGAIN]] });
  });

  it('applies neighbours, and insertions at the edge of a replacement', () => {
    const all = [
      finding('p', safe(['a', 0, 3, '1'])),
      finding('q', safe(['a', 3, 4, '_'])),
      finding('r', safe(['a', 3, 3, '+'])),
    ];
    expect(plan(all)).toMatchObject({ skipped: [], files: { a: '1+_two three\n' } });
  });

  it('applies what two fixes do alike once', () => {
    const bind = ['a', 0, 0, 'import z\n'] as const;
    expect(
      plan([finding('p', safe([...bind], ['a', 0, 3, '1'])), finding('q', safe([...bind], ['a', 4, 7, '2']))]),
    ).toEqual({
      applied: ['p', 'q'],
      skipped: [],
      files: { a: 'import z\n1 2 three\n' },
    });
  });

  it('takes a fix whole or not at all', () => {
    const half = finding('q', safe(['b', 0, 1, 'X'], ['a', 0, 2, '!']));
    expect(plan([finding('p', safe(['a', 0, 3, '1'])), half])).toEqual({
      applied: ['p'],
      skipped: [['q', AGAIN]],
      files: { a: '1 two three\n' },
    });
  });

  it('skips a fix whose own edits overlap', () => {
    expect(plan([finding('p', safe(['a', 0, 3, '1'], ['a', 2, 4, '2']))]).skipped).toEqual([
      ['p', 'The edits of the fix overlap.'],
    ]);
  });

  it('skips a fix of a file that cannot be read', () => {
    expect(plan([finding('p', safe(['gone', 0, 1, 'x'], ['a', 0, 1, 'x']))])).toEqual({
      applied: [],
      skipped: [['p', 'gone cannot be read.']],
      files: {},
    });
  });

  it.each([
    ['lies outside the text', linesOf('a', ' '.repeat(99)).location(50, 60)],
    ['was made for another text', linesOf('a', 'a\nb\nc\nd\n').location(4, 5)],
    [
      'is the wrong way round',
      { file: 'a', range: { start: { offset: 3, line: 1, column: 4 }, end: { offset: 0, line: 1, column: 1 } } },
    ],
    ['cuts a line break in two', linesOf('b', FILES.b).location(2, 2)],
  ])('skips a fix whose place %s', (_, at) => {
    const fix: Fix = { title: 'x', safety: 'safe', edits: [{ at, text: 'z' }] };
    expect(plan([finding('p', fix)])).toEqual({
      applied: [],
      skipped: [['p', `The fix does not fit the text of ${at.file}.`]],
      files: {},
    });
  });

  it('inserts at the very end', () => {
    expect(plan([finding('p', safe(['b', 4, 4, '\nz']))]).files).toEqual({ b: 'x\r\ny\r\nz' });
  });
});
