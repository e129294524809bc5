import { describe, expect, it } from 'vitest';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unifiedDiff } from '../../src/fixes/diff.js';

describe('unifiedDiff', () => {
  it('shows a change with three lines around it', () => {
    expect(
      unifiedDiff('src/a.js', { before: '1\n2\n3\n4\n5\n6\n7\n8\n9\n', after: '1\n2\n3\n4\nfive\n6\n7\n8\n9\n' }),
    ).toBe('--- a/src/a.js\n+++ b/src/a.js\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n');
  });

  it('marks a missing final line break', () => {
    expect(unifiedDiff('a', { before: 'x', after: 'x\ny' })).toBe(
      '--- a/a\n+++ b/a\n@@ -1,1 +1,2 @@\n-x\n\\ No newline at end of file\n+x\n+y\n\\ No newline at end of file\n',
    );
  });

  it('is empty where nothing changes', () => {
    expect(unifiedDiff('a', { before: 'x', after: 'x' })).toBe('');
  });

  it('quotes a name that would break the head', () => {
    expect(unifiedDiff('a\n+++ b/etc', { before: 'x\n', after: 'y\n' })).toContain(
      '--- "a/a\\n+++ b/etc"\n+++ "b/a\\n+++ b/etc"\n',
    );
  });

  it.each([
    ['LF', 'a\nb\nc\n', 'a\nB\nc\nd\n'],
    ['CR LF', 'a\r\nb\r\nc\r\n', 'a\r\nB\r\nx\r\nc\r\n'],
    ['no final line break', 'a\nb', 'a\nb\nc'],
    ['a final line break added', 'a\nb', 'a\nb\n'],
    ['mixed line breaks', 'a\r\nb\nc\r\n', 'a\r\nb\nC\r\n'],
  ])('is taken by git apply: %s', (_, before, after) => {
    const folder = mkdtempSync(join(tmpdir(), 'diff-'));
    try {
      writeFileSync(join(folder, 'a.txt'), before);
      execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
        cwd: folder,
        input: unifiedDiff('a.txt', { before, after }),
      });
      expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(after);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
