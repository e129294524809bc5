import { describe, expect, it } from 'vitest';
import { parseJavaScript } from '../../src/syntax/javascript.js';

/** The text of each statement that is read, and the lines that hold mistakes. */
async function around(text: string, file: string): Promise<{ read: string[]; mistakes: number[] } | string> {
  const result = await parseJavaScript(text, file, { aroundMistakes: true });
  if (result.is === 'failed') return result.why;
  const read = result.ast.program.body
    .filter(({ type }) => type !== 'EmptyStatement')
    .map(({ start, end }) => text.slice(start ?? 0, end ?? 0));
  return { read, mistakes: [...new Set(result.leftOut.map(({ range }) => range.start.line))] };
}

describe('parseJavaScript around mistakes', () => {
  it.each<[string, string, string, string[], number[]]>([
    ['nothing wrong', 'a.js', 'a();\nb();', ['a();', 'b();'], []],
    ['a value that is missing', 'a.js', 'a();\nlet b = ;\nc();', ['a();', 'c();'], [2]],
    ['a stray brace', 'a.js', 'a();\n}\nb();', ['a();', 'b();'], [2]],
    ['a stray word', 'a.ts', 'a();\nconst b: string = c(d e);\nf();', ['a();', 'f();'], [2]],
    ['a brace missing at the end', 'a.js', 'a();\nfunction b() {\n  if (c) {\n    d();\n}', ['a();'], [5]],
    [
      'a brace missing inside',
      'a.js',
      "a.get('/', (b) => {\n  if (b) { c();\n});\na.listen(1);",
      ['a.listen(1);'],
      [3],
    ],
    [
      'a conflict of a merge',
      'a.js',
      'a();\n<<<<<<< HEAD\nconst b = 1;\n=======\nconst b = 2;\n>>>>>>> other\nc();',
      ['a();', 'c();'],
      [2],
    ],
    [
      'a conflict inside of a statement',
      'a.js',
      'a();\nb({\n<<<<<<< HEAD\n  c: 1,\n=======\n  c: 2,\n>>>>>>> other\n});\nd();',
      ['a();', 'd();'],
      [3],
    ],
    ['a decorator of no class', 'a.ts', 'a();\n@b() const c = 1;\nd();', ['a();', 'd();'], [2]],
    ['a quote that is missing', 'a.js', "a();\nb('c);", ['a();'], [2]],
    ['a mistake beside types of Flow', 'a.js', 'type A = {| b: ?string |};\nlet b = ;\nc();', ['c();'], [1, 2]],
    ['a field of a template', 'a.js', 'const a = {{ b }};\nc();', ['c();'], [1]],
    [
      'a mistake in one script of a component',
      'a.vue',
      '<script>\na();\nlet b = ;\nc();</script>',
      ['a();', 'c();'],
      [3],
    ],
  ])('reads the rest of a file with %s', async (_, file, text, read, mistakes) => {
    expect(await around(text, file)).toEqual({ read, mistakes });
  });

  it('leaves out the statement of a function, not the function', async () => {
    const text = 'function a() {\n  b();\n  let c = ;\n  d();\n}\n';
    const result = await parseJavaScript(text, 'a.js', { aroundMistakes: true });
    const [first] = result.is === 'parsed' ? result.ast.program.body : [];
    const body = first?.type === 'FunctionDeclaration' ? first.body.body : [];
    expect(
      body.filter(({ type }) => type !== 'EmptyStatement').map(({ start, end }) => text.slice(start ?? 0, end ?? 0)),
    ).toEqual(['b();', 'd();']);
  });

  it('keeps the statement before, which has no semicolon, from going on in the one after', async () => {
    const result = await parseJavaScript('a = b\nlet c = ;\n(d)', 'a.js', { aroundMistakes: true });
    const expressions = result.is === 'parsed' ? result.ast.program.body : [];
    expect(expressions.map((each) => each.type === 'ExpressionStatement' && each.expression.type)).toEqual([
      'AssignmentExpression',
      'Identifier',
    ]);
  });

  it('keeps places where lines end by CR LF', async () => {
    const text = 'a();\r\nlet b = ;\r\nc();';
    const result = await parseJavaScript(text, 'a.js', { aroundMistakes: true });
    const last = result.is === 'parsed' ? result.ast.program.body.at(-1) : undefined;
    expect(last?.loc?.start).toMatchObject({ line: 3, column: 0 });
    expect(last?.start).toBe(text.indexOf('c()'));
  });

  it('gives up on what takes exponential time', { timeout: 60_000 }, async () => {
    expect(await around(`let a = ;\nb(${'async('.repeat(60)}c${')'.repeat(60)});`, 'a.js')).toBe('does not parse');
  });

  it.each([
    ['what has more mistakes than a program', 'let a = ;\n'.repeat(60)],
    ['what nests too deep after a mistake', `let a = ;\nb = ${'!'.repeat(300_000)}c`],
    ['operators that nest too deep after a mistake', `let a = ;\nb = ${'c + '.repeat(300_000)}d`],
  ])('does not read %s', async (_, text) => {
    expect(await around(text, 'a.js')).toBe('does not parse');
  });
});
