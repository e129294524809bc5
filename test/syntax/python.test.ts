import { describe, expect, it } from 'vitest';
import { parsePython, type Expression, type Statement } from '../../src/syntax/python.js';

async function statements(text: string): Promise<readonly Statement[]> {
  const { body, errors } = await parsePython(text, 'a.py');
  expect(errors).toEqual([]);
  return body;
}

async function expression(text: string): Promise<Expression> {
  const [statement] = await statements(text);
  if (statement?.is !== 'expression') throw new Error(`not an expression: ${text}`);
  return statement.value;
}

/** The clause and place of each error, as `why line:column`. */
async function errors(text: string): Promise<readonly string[]> {
  const { errors } = await parsePython(text, 'a.py');
  return errors.map(({ why, at }) => `${why} ${at.range.start.line}:${at.range.start.column}`);
}

/** The source of a node. */
const source = (text: string, { start, end }: { start: number; end: number }): string => text.slice(start, end);

describe('places', () => {
  it('count UTF-16 units, beyond characters that take two', async () => {
    const text = 'é = "😀😀" + name\n';
    const [statement] = await statements(text);
    if (statement?.is !== 'assign' || statement.value?.is !== 'binary') throw new Error('not read');
    expect(source(text, statement.value.left)).toBe('"😀😀"');
    expect(source(text, statement.value.right)).toBe('name');
  });

  it('leave out parentheses, but not those of a tuple', async () => {
    const text = '((a), (b,))';
    const value = await expression(text);
    if (value.is !== 'tuple') throw new Error('not read');
    expect(value.items.map((each) => source(text, each))).toEqual(['a', '(b,)']);
    expect(source(text, value)).toBe(text);
  });

  it.each([
    ['\r\n', 'x = 1\r\ny = 2\r\n'],
    ['\r', 'x = 1\ry = 2\r'],
  ])('are true where lines end with %j', async (_, text) => {
    const [, second] = await statements(text);
    expect(second && source(text, second)).toBe('y = 2');
  });
});

describe('expressions', () => {
  it.each([
    ['plain', `'a"b'`, 'a"b'],
    ['adjacent', `"a" 'b' """c"""`, 'abc'],
    ['escaped', String.raw`'\x41\101\u00e9\U0001F600\n\'\q'`, "AA\u00e9😀\n'\\q"],
    ['raw', String.raw`r'\d\''`, String.raw`\d\'`],
    ['raw, of a backslash alone', String.raw`r'\\'`, String.raw`\\`],
    ['continued', "'a\\\nb'", 'ab'],
    ['of several lines', "'''a\r\nb'''", 'a\nb'],
    ['empty', "''", ''],
  ])('reads a string: %s', async (_, text, value) => {
    expect(await expression(text)).toMatchObject({ is: 'string', value });
  });

  it.each([
    ['a name', String.raw`'\N{BULLET}'`],
    ['no character', String.raw`'\U00110000'`],
    ['too little', String.raw`'\x4'`],
  ])('does not guess a string whose escape stands for %s', async (_, text) => {
    expect((await expression(text)).is).toBe('opaque');
  });

  it('reads bytes, where \\u is no escape', async () => {
    expect(await expression(String.raw`b'\xff\u0041' b'!'`)).toMatchObject({ is: 'bytes', value: 'ÿ\\u0041!' });
  });

  it('reads the parts of an f-string, with what is done to each value', async () => {
    const value = await expression(`f"{{{host}}}:{port!r:>{width}}" "{x}"`);
    expect(value).toMatchObject({
      is: 'formatted',
      parts: [
        { text: '{' },
        { value: { is: 'name', name: 'host' }, spec: '' },
        { text: '}:' },
        { value: { is: 'name', name: 'port' }, spec: '!r:>{width}' },
        { text: '{x}' },
      ],
    });
  });

  it.each([
    ['1_000', 1000],
    ['0x1F', 31],
    ['0o17', 15],
    ['0b11', 3],
    ['00', 0],
    ['1.', 1],
    ['.5e1', 5],
    ['1_0.0', 10],
  ])('reads the number %s', async (text, value) => {
    expect(await expression(text)).toMatchObject({ is: 'number', value });
  });

  it.each(['9007199254740993', '3j'])('does not round %s', async (text) => {
    expect((await expression(text)).is).toBe('opaque');
  });

  it('reads a call with every sort of argument, comments left out', async () => {
    const call = await expression('f(1, *a, # one\n  b=2, **c)');
    expect(call).toMatchObject({
      is: 'call',
      arguments: [
        { kind: 'positional', value: { value: 1 } },
        { kind: 'star', value: { name: 'a' } },
        { kind: 'keyword', name: 'b', value: { value: 2 } },
        { kind: 'doubleStar', value: { name: 'c' } },
      ],
    });
  });

  it('takes a generator for the only argument', async () => {
    expect(await expression('f(x for x in y if x)')).toMatchObject({
      arguments: [
        {
          kind: 'positional',
          value: {
            is: 'comprehension',
            of: 'generator',
            clauses: [{ target: { name: 'x' }, iterable: { name: 'y' } }, { test: { name: 'x' } }],
          },
        },
      ],
    });
  });

  it.each<[string, object]>([
    ['a.b[0]', { is: 'subscript', object: { is: 'attribute', name: 'b' }, index: { value: 0 } }],
    ['a[0,]', { is: 'subscript', index: { is: 'tuple', items: [{ value: 0 }] } }],
    ['a if b else c', { is: 'conditional', test: { name: 'b' }, then: { name: 'a' }, otherwise: { name: 'c' } }],
    ['a or b and c', { is: 'or', left: { name: 'a' }, right: { is: 'and' } }],
    [
      'a < b not  in c',
      {
        is: 'comparison',
        first: { name: 'a' },
        rest: [
          { operator: '<', operand: { name: 'b' } },
          { operator: 'not in', operand: { name: 'c' } },
        ],
      },
    ],
    ['not a', { is: 'not', operand: { name: 'a' } }],
    ['-a ** 2', { is: 'unary', operator: '-', operand: { is: 'binary', operator: '**' } }],
    ['{1: 2, **a}', { is: 'dictionary', entries: [{ key: { value: 1 } }, { key: undefined, value: { name: 'a' } }] }],
    // The grammar ties the first star of a list too closely.
    [
      "[*a.b('x')[0] + c, *d]",
      {
        is: 'list',
        items: [
          {
            is: 'starred',
            value: {
              is: 'binary',
              left: { is: 'subscript', object: { is: 'call', callee: { object: { name: 'a' } } } },
            },
          },
          { is: 'starred', value: { name: 'd' } },
        ],
      },
    ],
    ['{*a, 1}', { is: 'set', items: [{ is: 'starred' }, { value: 1 }] }],
    [
      'lambda a, *b, c=1: a',
      { is: 'lambda', parameters: [{ kind: 'plain' }, { kind: 'star' }, { kind: 'keywordOnly' }] },
    ],
    ['await a', { is: 'await', value: { name: 'a' } }],
    ['(a := 1)', { is: 'walrus', name: 'a', value: { value: 1 } }],
    ['True', { is: 'boolean', value: true }],
    ['None', { is: 'none' }],
    ['...', { is: 'ellipsis' }],
    ['1, 2', { is: 'tuple', items: [{ value: 1 }, { value: 2 }] }],
    ['()', { is: 'tuple', items: [] }],
    ['yield 1', { is: 'opaque' }],
  ])('reads %s', async (text, shape) => {
    expect(await expression(text)).toMatchObject(shape);
  });
});

describe('statements', () => {
  it.each<[string, object]>([
    [
      'a = b, *c = d',
      { is: 'assign', targets: [{ name: 'a' }, { items: [{}, { is: 'starred' }] }], value: { name: 'd' } },
    ],
    ['a: int = 1', { is: 'assign', annotation: { name: 'int' }, value: { value: 1 } }],
    ['a: Optional[int]', { is: 'assign', annotation: { is: 'subscript' }, value: undefined }],
    ['(a) = 1', { is: 'assign', targets: [{ is: 'name' }] }],
    ['a.b += [1]', { is: 'augmentedAssign', target: { is: 'attribute' }, operator: '+=', value: { is: 'list' } }],
    [
      'import a.b, c as d',
      {
        is: 'import',
        modules: [
          { name: 'a.b', as: undefined },
          { name: 'c', as: { name: 'd' } },
        ],
      },
    ],
    ['from . import a', { is: 'fromImport', level: 1, module: '', names: [{ name: 'a' }] }],
    [
      'from ...a.b import (c as d, # why\n e)',
      { is: 'fromImport', level: 3, module: 'a.b', names: [{ name: 'c', as: { name: 'd' } }, { name: 'e' }] },
    ],
    ['from a import *', { is: 'fromImport', level: 0, module: 'a', names: '*' }],
    [
      'from __future__ import annotations',
      { is: 'fromImport', module: '__future__', names: [{ name: 'annotations' }] },
    ],
    [
      'if a: b\nelif c:\n  # d\n  pass\nelse:\n  e',
      {
        is: 'if',
        branches: [{ test: { name: 'a' } }, { body: [{ is: 'pass' }] }],
        otherwise: [{ value: { name: 'e' } }],
      },
    ],
    [
      'try:\n  a\nexcept (B, C) as d:\n  e\nexcept:\n  f\nelse:\n  g\nfinally:\n  h',
      {
        is: 'try',
        body: [{ value: { name: 'a' } }],
        handlers: [
          { error: { is: 'tuple' }, name: { name: 'd' }, body: [{ value: { name: 'e' } }] },
          { error: undefined, name: undefined },
        ],
        otherwise: [{ value: { name: 'g' } }],
        finally: [{ value: { name: 'h' } }],
      },
    ],
    [
      'async with (a() as b, c): pass',
      {
        is: 'with',
        items: [{ value: { is: 'call' }, target: { name: 'b' } }, { target: undefined }],
        body: [{ is: 'pass' }],
      },
    ],
    ['for a, b in c: break\nelse: d', { is: 'for', target: { is: 'tuple' }, body: [{ is: 'break' }], otherwise: [{}] }],
    ['while a: continue', { is: 'while', test: { name: 'a' }, body: [{ is: 'continue' }], otherwise: [] }],
    [
      '@a.b(1)\nasync def f(a, /, b: int, c="x", *, d, **e) -> g:\n  global h\n  return 1, 2',
      {
        is: 'function',
        name: { name: 'f' },
        async: true,
        decorators: [{ is: 'call' }],
        parameters: [
          { name: 'a', kind: 'plain', default: undefined },
          { name: 'b', kind: 'plain', annotation: { name: 'int' } },
          { name: 'c', kind: 'plain', default: { value: 'x' } },
          { name: 'd', kind: 'keywordOnly' },
          { name: 'e', kind: 'doubleStar' },
        ],
        body: [
          { is: 'global', names: ['h'] },
          { is: 'return', value: { is: 'tuple' } },
        ],
      },
    ],
    [
      'class A(B, metaclass=C):\n  x = 1',
      {
        is: 'class',
        name: { name: 'A' },
        bases: [{ kind: 'positional' }, { kind: 'keyword', name: 'metaclass' }],
        body: [{ is: 'assign' }],
      },
    ],
    ['raise A from b', { is: 'raise', error: { name: 'A' }, cause: { name: 'b' } }],
    ['raise', { is: 'raise', error: undefined }],
    ['del a, b', { is: 'delete', targets: [{ name: 'a' }, { name: 'b' }] }],
    ['assert a, "m"', { is: 'assert', test: { name: 'a' }, message: { value: 'm' } }],
    [
      'match a:\n  case [x, *y] if z: pass\n  case A(b=c) | {"k": d, **e} as f: pass\n  case g.h | _: pass',
      {
        is: 'match',
        cases: [
          { binds: [{ name: 'x' }, { name: 'y' }], guard: { name: 'z' } },
          { binds: [{ name: 'c' }, { name: 'd' }, { name: 'e' }, { name: 'f' }] },
          { binds: [] },
        ],
      },
    ],
    ['type X[T] = int', { is: 'typeAlias', name: { name: 'X' } }],
  ])('reads %j', async (text, shape) => {
    const [first, ...others] = await statements(`${text}\n`);
    expect(first).toMatchObject(shape);
    expect(others).toEqual([]);
  });
});

describe('what Python 3 would refuse', () => {
  it.each([
    ['print', 'x = 1\nprint "a", x\n', ['is Python 2 2:1']],
    ['exec', 'exec "a"\n', ['is Python 2 1:1']],
    ['raise', 'raise A, "b"\n', ['is Python 2 1:1']],
    ['numbers', 'a = 0777\nb = 10L\nc = 0\n', ['is Python 2 1:5', 'is Python 2 2:5']],
    ['<>', 'a <> b\n', ['is Python 2 1:3']],
    ['backquotes', 'a = `b`\n', ['is Python 2 1:5']],
    ['an open bracket', 'a = 1\nb = f(\n', ['does not parse 2:1']],
    ['an open string', 'a = "b\nc = 1\n', ['does not parse 1:5']],
    ['a tab that stands for eight blanks', 'if a:\n        b\n\tc\n', ['is not indented like its block 3:2']],
    ['a block further in than it began', 'if a:\n  b\n    c\n', ['is not indented like its block 3:5']],
    ['a block further out than it began', 'if a:\n    b\n  c\n', ['is not indented like its block 3:3']],
    ['an indented first line', '  a\n', ['is not indented like its block 1:3']],
    ['a block of a comment', 'if a:\n  # b\nc\n', ['has no indented block 1:1']],
    ['try alone', 'try:\n  a\nb\n', ['has neither except nor finally 1:1']],
  ])('%s', async (_, text, expected) => {
    expect(await errors(text)).toEqual(expected);
  });

  it.each([
    ['print as a function', 'print("a", file=b)\nprint\n'],
    ['tabs alone', 'if a:\n\tb\n\tif c:\n\t\td\n'],
    ['a continued line that is indented', 'a = 1; \\\n  b = 2\r\nif c: \\\r\n    d\n'],
    ['a form feed before the first column', 'a = 1\n\fb = 2\n'],
    ['a bare yield, as in a lifespan', 'async def f(app):\n    yield\n'],
    ['nothing', ''],
  ])('does not count %s', async (_, text) => {
    expect(await errors(text)).toEqual([]);
  });

  it('keeps what stands around an error', async () => {
    const text = 'a = 1\ndef f():\n    b = (\n    c = 2\nd = 3\n';
    const { body, errors } = await parsePython(text, 'a.py');
    expect(errors.length).toBeGreaterThan(0);
    expect(source(text, body[0] ?? { start: 0, end: 0 })).toBe('a = 1');
  });

  it('guesses nothing about a statement that holds an error', async () => {
    const { body } = await parsePython('a = "b\nif c:\n  d = 1\n', 'a.py');
    expect(body).toMatchObject([{ is: 'opaque' }, { is: 'if', branches: [{ body: [{ is: 'assign' }] }] }]);
  });
});

describe('hostile files', () => {
  it.each([
    ['brackets', '('.repeat(100_000)],
    ['calls', `x = ${'f('.repeat(5_000)}${')'.repeat(5_000)}\n`],
    ['terms', `x = ${'1+'.repeat(50_000)}1\n`],
    ['attributes', `x${'.a'.repeat(50_000)}\n`],
    ['blocks', Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}if a:\n`).join('')],
    ['f-strings', 'f"{'.repeat(10_000)],
    ['statements on a line', `${'a;'.repeat(100_000)}\n`],
    ['bytes of a picture', '\u0000\u0001\ufffd'.repeat(10_000)],
  ])('of many %s are read, or said not to be', async (_, text) => {
    const { body, errors } = await parsePython(text, 'a.py');
    expect(body.length + errors.length).toBeGreaterThan(0);
  });

  it('that nest too deep say so, and keep the rest', async () => {
    const text = `a = 1\nx = ${'['.repeat(1_000)}${']'.repeat(1_000)}\nb = 2\n`;
    expect(await errors(text)).toEqual(['nests too deep 2:514']);
    const { body } = await parsePython(text, 'a.py');
    expect(body.map((each) => each.is)).toEqual(['assign', 'opaque', 'assign']);
  });

  it('that indent too deep are not parsed, and the next is read', async () => {
    const text = Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}if x:\n`).join('');
    expect(await errors(`a = 1\n${text}${' '.repeat(900)}b = 2\n`)).toEqual(['nests too deep 203:1']);
    expect(await errors('a = 1\n')).toEqual([]);
  });

  it('with lines in brackets further and further to the right are read', async () => {
    const lines = Array.from({ length: 150 }, (_, depth) => `${' '.repeat(depth)}${String(depth)},\n`).join('');
    expect(await errors(`a = [\n${lines}]\n`)).toEqual([]);
  });

  it('that the parser would chew on for minutes are given up, and the next is read', async () => {
    const { errors } = await parsePython('@~;def '.repeat(3_000), 'a.py');
    expect(errors.map(({ why }) => why)).toEqual(['takes too long to parse']);
    expect(await statements('a = 1\n')).toHaveLength(1);
  });
});
