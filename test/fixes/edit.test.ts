import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/fixes/edit.js';
import type { TextEdit } from '../../src/model/finding.js';
import { linesOf } from '../../src/syntax/lines.js';

/** Replaces [start, end) of a text. */
function edit(text: string, start: number, end: number, replacement: string): TextEdit {
  return { at: linesOf('a', text).location(start, end), text: replacement };
}

function apply(text: string, ...edits: [start: number, end: number, replacement: string][]): string {
  return applyEdits(
    text,
    edits.map(([start, end, replacement]) => edit(text, start, end, replacement)),
  );
}

describe('applyEdits', () => {
  it('replaces, deletes and inserts, whatever the order of the edits', () => {
    expect(apply('abcdef', [4, 5, ''], [0, 1, 'A'], [2, 2, '-'])).toBe('Ab-cdf');
  });

  it('makes neighbouring replacements', () => {
    expect(apply('abcd', [0, 2, 'X'], [2, 4, 'Y'])).toBe('XY');
  });

  it('inserts before what replaces the text that follows, and after what replaces the text before', () => {
    expect(apply('abcd', [2, 3, 'C'], [2, 2, '-'], [0, 2, 'X'])).toBe('X-Cd');
  });

  it('keeps the order of insertions at one place, and makes two that are alike once', () => {
    expect(apply('ab', [1, 1, '2'], [1, 1, '1'], [1, 1, '2'])).toBe('a21b');
  });

  it('inserts at the end of a text with and without a final line break', () => {
    expect(apply('a\n', [2, 2, 'b\n'])).toBe('a\nb\n');
    expect(apply('a', [1, 1, '\nb'])).toBe('a\nb');
    expect(apply('', [0, 0, 'a\n'])).toBe('a\n');
  });

  it('brings in the line breaks of the text', () => {
    expect(apply('a\r\nb\r\n', [1, 1, '\nx\ny'])).toBe('a\r\nx\r\ny\r\nb\r\n');
    expect(apply('a\nb\r\n', [1, 1, '\r\nx'])).toBe('a\nx\nb\r\n');
    expect(apply('a', [1, 1, '\nx'])).toBe('a\nx');
  });

  it('leaves the text alone without edits', () => {
    expect(apply('a\r\nb')).toBe('a\r\nb');
  });

  it('takes what looks like a replacement pattern as text', () => {
    expect(apply('a', [0, 1, "$& $1 $'"])).toBe("$& $1 $'");
  });

  it('refuses edits that overlap or lie outside', () => {
    expect(() => apply('abcd', [0, 3, 'x'], [2, 4, 'y'])).toThrow(RangeError);
    expect(() => applyEdits('ab', [edit('abcd', 3, 4, 'x')])).toThrow(RangeError);
  });
});
