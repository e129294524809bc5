import { describe, expect, it } from 'vitest';
import { writtenCommand } from '../../src/launch/written.js';
import { memoryRepository } from '../../src/repository/memory.js';
import { linesOf } from '../../src/syntax/lines.js';
import { process, program } from '../support/launch.js';

/** The words of a program with what stands at their places, in a file that holds a command between `«` and `»`. */
async function written(marked: string, words: readonly (string | undefined)[]) {
  const start = marked.indexOf('«');
  const text = marked.replace('«', '').replace('»', '');
  const end = marked.indexOf('»') - 1;
  const at = linesOf('file', text).location(start, end);
  const found = await writtenCommand(memoryRepository({ file: text }), process(program(words), at));
  const edits = found.append(['--x', '1']);
  return {
    places: found.words.map(({ at: { range } }) => text.slice(range.start.offset, range.end.offset)),
    variables: found.words.flatMap(({ variable }) => variable ?? []),
    appended: edits?.reduce((whole, { at: { range }, text: added }) => {
      return whole.slice(0, range.start.offset) + added + whole.slice(range.end.offset);
    }, text),
  };
}

describe('a command as it is written', () => {
  it.each([
    ['start: «gunicorn app:app»', ['gunicorn', 'app:app'], ['gunicorn', 'app:app'], 'start: gunicorn app:app --x 1'],
    [
      '«A=1 exec gunicorn  app:app» > log',
      ['gunicorn', 'app:app'],
      ['gunicorn', 'app:app'],
      'A=1 exec gunicorn  app:app --x 1 > log',
    ],
    ['«python -m gunicorn a:b»', ['gunicorn', 'a:b'], ['gunicorn', 'a:b'], 'python -m gunicorn a:b --x 1'],
    [
      '«gunicorn -b 0.0.0.0:$PORT a:b»',
      ['gunicorn', '-b', '0.0.0.0:1', 'a:b'],
      ['gunicorn', '-b', '0.0.0.0:$PORT', 'a:b'],
      'gunicorn -b 0.0.0.0:$PORT a:b --x 1',
    ],
    ['«sh -c "gunicorn a:b"»', ['gunicorn', 'a:b'], ['gunicorn', 'a:b'], 'sh -c "gunicorn a:b --x 1"'],
    ['«CMD ["gunicorn", "a:b"]»', ['gunicorn', 'a:b'], ['"gunicorn"', '"a:b"'], 'CMD ["gunicorn", "a:b", "--x", "1"]'],
    ['«["sh", "-c", "gunicorn a:b"]»', ['gunicorn', 'a:b'], ['gunicorn', 'a:b'], '["sh", "-c", "gunicorn a:b --x 1"]'],
    [
      'start: >-\n  «gunicorn a:b\n  -w 2»',
      ['gunicorn', 'a:b', '-w', '2'],
      ['gunicorn', 'a:b', '-w', '2'],
      'start: >-\n  gunicorn a:b\n  -w 2 --x 1',
    ],
    [
      '«gunicorn \\\n  a:b \\\n  -w 2»',
      ['gunicorn', 'a:b', '-w', '2'],
      ['gunicorn', 'a:b', '-w', '2'],
      'gunicorn \\\n  a:b \\\n  -w 2 --x 1',
    ],
  ])('%s', async (marked, words, places, appended) => {
    expect(await written(marked, words)).toMatchObject({ places, appended });
  });

  it('has the place of the whole for words that a variable gives, and changes nothing there', async () => {
    const found = await written('«gunicorn a:b $MORE»', ['gunicorn', 'a:b', '-w', '2']);
    expect(found.places).toEqual(['gunicorn', 'a:b', '$MORE', 'gunicorn a:b $MORE']);
    expect(found.appended).toBeUndefined();
  });

  it('has it where the text is not the command', async () => {
    expect(await written('«npm start»', ['gunicorn', 'a:b'])).toMatchObject({
      places: ['npm start', 'npm start'],
      appended: undefined,
    });
  });

  it('names the variable at the end of a word', async () => {
    const found = await written('«gunicorn -b 0.0.0.0:${PORT:-80} $APP»', ['gunicorn', '-b', '0.0.0.0:1', undefined]);
    expect(found.variables).toEqual(['PORT', 'APP']);
  });

  it('does not look for words in a command that is very long', async () => {
    const long = `gunicorn a:b ${'x'.repeat(30_000)}`;
    expect((await written(`«${long}»`, long.split(' '))).places[0]).toBe(long);
  });
});
