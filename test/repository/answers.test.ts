import { expect, it } from 'vitest';
import { answersAlike, listening } from '../../src/repository/answers.js';
import { directorySource } from '../../src/repository/disk.js';
import { temporaryFolder } from '../support/temporary.js';

/** A tree of two files that was asked for both. */
function asked(a: string, b: string): ReturnType<typeof listening> {
  const heard = listening(directorySource(temporaryFolder({ a, b })));
  heard.source.bytes('a');
  heard.source.bytes('b');
  return heard;
}

it('no file can pass for the end of the one before it', () => {
  const tail = 'x'.repeat(90);
  // With a bare length, both would read 12"bytes b"101"bytes b"90xxx…
  const first = asked('2', `"bytes b"90${tail}`);
  const second = asked('"bytes b"101', tail);
  expect(answersAlike(second.source, first.answers())).toBe(false);
  expect(answersAlike(first.source, first.answers())).toBe(true);
});
