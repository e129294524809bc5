import { describe, expect, it } from 'vitest';
import { parseShell } from '../../src/syntax/shell.js';

/** Each command with what connects it to the one before. */
async function outline(text: string): Promise<string[]> {
  const commands = await parseShell(text);
  return commands.map(({ after, words, subshells, conditional, background }) => {
    const marks = [...subshells.map(() => '('), conditional ? '?' : '', background ? '&' : ''].join('');
    return `${after}${marks} ${words.map((word) => word.text ?? `<${word.raw}>`).join(' ')}`;
  });
}

describe('parseShell', () => {
  it('gives the commands with what connects them', async () => {
    expect(await outline('a && b || c; d\ne &')).toEqual(['; a', '&& b', '|| c', '; d', ';& e']);
  });

  it('gives each part of a pipe and each subshell a shell of its own', async () => {
    expect(await outline('(cd a; b) && c | d')).toEqual([';( cd a', ';( b', '&&( c', '|( d']);
    const [first, second, third] = await parseShell('(a); (b); c');
    expect(first?.subshells).not.toEqual(second?.subshells);
    expect(third?.subshells).toEqual([]);
  });

  it('marks what may not run', async () => {
    expect(
      await outline('if [ -f x ]; then a; else b; fi; for i in 1; do c; done; f() { d; }; case $x in y) e;; esac; g'),
    ).toEqual([';? [ -f x ]', ';? a', ';? b', ';? c', ';? d', ';? e', '; g']);
  });

  it('takes quotes off, and knows what it does not know', async () => {
    expect(await outline(`run "a b" 'c'"d" e\\ f $G "h$I" *.js {j,k} ~/l`)).toEqual([
      '; run a b cd e f <$G> <"h$I"> <*.js> <{j,k}> <~/l>',
    ]);
  });

  it('tells variables that are set from words, and both from redirections and comments', async () => {
    const [command] = await parseShell('NODE_ENV=production PORT=$P npm run build >log 2>&1 # now');
    expect(command?.assignments).toEqual([
      { name: 'NODE_ENV', value: 'production' },
      { name: 'PORT', value: undefined },
    ]);
    expect(command?.words.map(({ text }) => text)).toEqual(['npm', 'run', 'build']);
  });

  it('knows the program that is looked up', async () => {
    const [command] = await parseShell('node $(which vite) "$(command -v tsc)" $(which a b) x$(which vite)');
    expect(command?.words.map(({ which }) => which)).toEqual([undefined, 'vite', 'tsc', undefined, undefined]);
  });

  it('gives offsets in the text', async () => {
    const text = 'a &&\n  npm run build';
    const [, second] = await parseShell(text);
    expect(text.slice(second?.start, second?.end)).toBe('npm run build');
  });

  it('takes what it can of a broken text', async () => {
    expect(await outline('npm run build && "')).toContain('; npm run build');
    expect(await outline('')).toEqual([]);
    expect((await parseShell('('.repeat(100_000))).length).toBeLessThan(10);
    expect(await parseShell('a;'.repeat(10_000))).toHaveLength(2_000);
  });
});
