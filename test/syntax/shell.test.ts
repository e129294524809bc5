import { describe, expect, it } from 'vitest';
import { parseShell, type ShellCommand, type ShellList, type ShellWord } from '../../src/syntax/shell.js';

/** A list in one line, so that a reader sees what belongs together. */
function outline(list: ShellList): string {
  return list
    .map(({ command, after, background }, index) => {
      const before = index === 0 ? '' : `${after} `;
      return `${before}${written(command)}${background ? ' &' : ''}`;
    })
    .join(' ');
}

function written(command: ShellCommand): string {
  switch (command.is) {
    case 'simple': {
      const assignments = command.assignments.map(({ name, value }) => `${name}=${value ? shown(value) : '[]'}`);
      return [...assignments, ...command.words.map(shown)].join(' ');
    }
    case 'list':
      return `{${outline(command.list)}}`;
    case 'subshell':
      return `(${outline(command.list)})`;
    case 'pipe':
      return `<${command.commands.map(written).join(' | ')}>`;
    case 'if':
      return command.branches.map(({ test, body }) => `[${outline(test)}? ${outline(body)}]`).join('');
    case 'case':
      return `${shown(command.word)}:${command.branches
        .map(({ patterns, body }) => `[${patterns.map((each) => each.raw).join(',')}? ${outline(body)}]`)
        .join('')}`;
    case 'loop':
      return `loop[${outline(command.test)}? ${outline(command.body)}]`;
    case 'function':
      return `${command.name}()${written(command.body)}`;
    case 'not':
      return `!${written(command.command)}`;
    case 'test':
      return `[[${command.words.map(shown).join(' ')}]]`;
  }
}

function shown({ text, raw }: ShellWord): string {
  return text ?? `<${raw}>`;
}

async function read(text: string): Promise<string> {
  const { list, fault } = await parseShell(text);
  return `${outline(list)}${fault ? ' FAULT' : ''}`;
}

async function words(text: string): Promise<readonly ShellWord[]> {
  const [item] = (await parseShell(text)).list;
  return item?.command.is === 'simple' ? item.command.words : [];
}

describe('parseShell', () => {
  it.each([
    ['a && b || c; d\ne &', '{a && b || c} ; d ; e &'],
    ['a & wait', 'a & ; wait'],
    ['cd x && a & b', '{cd x && a} & ; b'],
    ['(cd a; b) && c | d', '{(cd a ; b) && <c | d>}'],
    ['{ a; b; } &', '{a ; b} &'],
    ['if x; then a; elif y; then b; else c; fi', '[x? a][y? b][? c]'],
    ['case $x in y|z) a;; *) b;; esac', '<$x>:[y,z? a][*? b]'],
    ['while a; do b; done; for i in 1 2; do c; done', 'loop[a? b] ; loop[? c]'],
    ['f() { a; }; f x', 'f(){a} ; f x'],
    ['! a && b', '{!a && b}'],
    ['[[ -n $A ]] && [[ ! $A == b ]]; (( x ))', '{[[-n <$A>]] && [[! <$A> == b]]} ; [[]]'],
    ['[[ -n $A && -n $B ]]', '[[]]'],
    ['A=1 B=$C run D=2 >log 2>&1 # now', 'A=1 B=<$C> run D=2'],
    ['export A=1 B', 'A=1 export B'],
    ['a \\\n  --b', 'a --b'],
    ['cat <<EOF\nnode x\nEOF\nb', 'cat ; b'],
  ])('reads %s', async (text, expected) => {
    expect(await read(text)).toBe(expected);
  });

  it('takes quotes off, and knows what it does not know', async () => {
    expect(await read(`run "a b" 'c'"d" e\\ f $G "h$I" *.js {j,k} ~/l ''`)).toBe(
      'run a b cd e f <$G> <"h$I"> <*.js> <{j,k}> <~/l> ',
    );
  });

  it.each([
    ['${A:-b}', 'default', true],
    ['${A-b}', 'default', false],
    ['${A:=b}', 'assign', true],
    ['${A:+b}', 'alternative', true],
    ['${A:?b}', 'error', true],
  ])('knows what %s does with its variable', async (text, is, orEmpty) => {
    const [, word] = await words(`run ${text}`);
    const operand = expect.objectContaining({ text: 'b' }) as unknown;
    expect(word?.parts).toEqual([{ is: 'variable', name: 'A', quoted: false, operation: { is, orEmpty, operand } }]);
  });

  it('tells the forms it does not work out', async () => {
    const [, cut, length, indirect, all] = await words('run ${A%x} ${#A} ${!A} "${@:2}"');
    expect(cut?.parts).toEqual([{ is: 'variable', name: 'A', quoted: false, operation: { is: 'other' } }]);
    expect(length?.parts).toEqual([{ is: 'other' }]);
    expect(indirect?.parts).toEqual([{ is: 'other' }]);
    expect(all?.parts.at(-1)).toEqual({
      is: 'variable',
      name: '@',
      quoted: true,
      operation: { is: 'from', position: 2 },
    });
  });

  it('gives offsets in the text', async () => {
    const text = 'a &&\n  npm run build';
    const [item] = (await parseShell(text)).list;
    const second = item?.command.is === 'list' ? item.command.list[1]?.command : undefined;
    if (second?.is !== 'simple') throw new Error('not read');
    expect(text.slice(second.start, second.end)).toBe('npm run build');
  });

  it('tells where a text cannot be read, with what can be', async () => {
    const broken = await parseShell('npm run build && "');
    expect(broken.fault).toMatchObject({ offset: 17 });
    expect(outline(broken.list)).toContain('npm run build');
    expect(await read('')).toBe('');
  });

  it.each([
    ['brackets', '('.repeat(100_000)],
    ['substitutions', '$('.repeat(50_000)],
    ['expansions', '${a:-'.repeat(20_000)],
    ['branches', 'if a; then '.repeat(9_000)],
    ['commands', 'a;'.repeat(10_000)],
  ])('ends on too many %s', async (_, text) => {
    const { list, fault } = await parseShell(text);
    expect(fault).toBeDefined();
    expect(list.length).toBeLessThanOrEqual(2_000);
  });
});
