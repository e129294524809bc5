import { describe, expect, it } from 'vitest';
import { parseDockerfile, type DockerInstruction } from '../../src/syntax/dockerfile.js';

async function only(text: string): Promise<DockerInstruction> {
  const { instructions } = await parseDockerfile(text);
  const [first] = instructions;
  if (!first || instructions.length > 1) throw new Error(`${instructions.length} instructions`);
  return first;
}

describe('parseDockerfile', () => {
  it('gives instructions with their places', async () => {
    const text = '# a comment\nFROM node:22 AS build\r\nrun echo hi';
    const { instructions, escape, fault } = await parseDockerfile(text);
    expect(instructions.map(({ keyword, start, end }) => [keyword, text.slice(start, end)])).toEqual([
      ['FROM', 'FROM node:22 AS build'],
      ['RUN', 'run echo hi'],
    ]);
    expect([escape, fault]).toEqual(['\\', undefined]);
  });

  it('joins lines and leaves out comments and empty lines between them, with the place of each part', async () => {
    const text = 'CMD gunicorn \\\n# a comment\n\n  app:app \\  \n  --reload';
    const { text: joined, words, place } = await only(text);
    expect(joined.replace(/ +/g, ' ')).toBe('gunicorn app:app --reload');
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['gunicorn', 'app:app', '--reload']);
    const at = joined.indexOf('app:app');
    expect(place(at, at + 7)).toEqual({ start: text.indexOf('app:app'), end: text.indexOf('app:app') + 7 });
  });

  it('reads flags', async () => {
    const { flags, text } = await only('COPY --from=build --chown=a:b --link /x /y --z');
    expect(flags).toEqual([
      { name: 'from', value: 'build' },
      { name: 'chown', value: 'a:b' },
      { name: 'link', value: undefined },
    ]);
    expect(text).toBe('/x /y --z');
  });

  it.each([
    ['CMD ["a b", "c\\"d"]', ['a b', 'c"d']],
    ['CMD [ ]', []],
    ['CMD [\\\n  "a", \\\n  "b" ]', ['a', 'b']],
    ["CMD ['a', 'b']", undefined],
    ['CMD ["a", "b"', undefined],
    ['CMD ["a", 1]', undefined],
    ['CMD ["a"] b', undefined],
    ['CMD a', undefined],
  ])('tells JSON form from shell form: %s', async (text, words) => {
    expect((await only(text)).json?.map((word) => word.text)).toEqual(words);
  });

  it('gives the place of a word in JSON form with its quotes', async () => {
    const text = 'CMD ["node", "server.js"]';
    const [, second] = (await only(text)).json ?? [];
    expect(text.slice(second?.start, second?.end)).toBe('"server.js"');
  });

  it('reads here-documents', async () => {
    const text = 'COPY <<EOF <<-"RAW" /x/\nhello $A\nEOF\n\traw $A\n\tRAW\n';
    const { heredocs, text: line } = await only(text);
    expect(heredocs.map(({ start, end, ...rest }) => ({ ...rest, content: text.slice(start, end) }))).toEqual([
      { name: 'EOF', expands: true, stripsTabs: false, content: 'hello $A\n' },
      { name: 'RAW', expands: false, stripsTabs: true, content: '\traw $A\n' },
    ]);
    expect(line).toBe('<<EOF <<-"RAW" /x/');
  });

  it('knows no here-document in CMD', async () => {
    const { instructions } = await parseDockerfile('CMD cat <<EOF\nUSER x\nEOF\n');
    expect(instructions.map(({ keyword }) => keyword)).toEqual(['CMD', 'USER', 'EOF']);
  });

  it.each([
    ['nothing', '', 0],
    ['only comments', '# x\n\n# y', 0],
    ['an instruction that Docker does not know', 'FORM node\nCMD x', 2],
    ['an unclosed list', 'FROM node\nCMD ["node", "server.js"\nUSER x', 3],
    ['an unclosed here-document', 'FROM node\nRUN <<EOF\necho', 2],
    ['an escape at the end', 'FROM node\nRUN a \\', 2],
    ['control characters', 'FROM \0\u0007\nRUN \u202e', 2],
  ])('does not throw on %s', async (_, text, count) => {
    expect((await parseDockerfile(text)).instructions).toHaveLength(count);
  });

  it('stops at a limit of its own and says where', async () => {
    const { instructions, fault } = await parseDockerfile('FROM a\n'.repeat(20_001));
    expect(instructions).toHaveLength(20_000);
    expect(fault).toEqual({ why: 'it has more than 20000 instructions', offset: 140_000 });
  });
});
