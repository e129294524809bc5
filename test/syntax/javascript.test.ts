import { describe, expect, it } from 'vitest';
import { parseJavaScript, type JavaScript } from '../../src/syntax/javascript.js';

async function parsed(text: string, file: string): Promise<JavaScript> {
  const result = await parseJavaScript(text, file);
  if (result.is === 'failed') throw new Error(`${file} ${result.why}`);
  return result;
}

/** The text of each statement. */
async function statements(text: string, file: string): Promise<string[]> {
  const { ast } = await parsed(text, file);
  return ast.program.body
    .filter(({ type }) => type !== 'EmptyStatement')
    .map(({ start, end }) => text.slice(start ?? 0, end ?? 0));
}

describe('parseJavaScript', () => {
  it.each([
    ['a.js', 'const a = <p>{b}</p>;'],
    ['a.js', '// @flow\nconst a = (b: number): ?string => <p>{b}</p>;'],
    ['a.js', 'const a = b as string;'],
    ['a.mjs', 'await import("b");'],
    ['a.cjs', 'if (a) { return; }'],
    ['a.ts', 'const a = <string>b; @c() class D { constructor(private e: F) {} }'],
    ['a.tsx', 'const a = <T,>(b: T) => <p>{b as never}</p>;'],
    ['a.js', 'const a = 1; const a = 2;'],
  ])('reads %s: %s', async (file, text) => {
    await parsed(text, file);
  });

  it('reads the scripts of a Vue file, at their true offsets', async () => {
    const text =
      '<template>\n  <Router :a="b < c"/>\n</template>\r\n<script setup lang="ts">\nconst a = b as string</script><script>export default {}</script>\n';
    expect(await statements(text, 'App.vue')).toHaveLength(2);
    const { ast, lines, components } = await parsed(text, 'App.vue');
    const last = ast.program.body.at(-1);
    expect(text.slice(last?.start ?? 0, last?.end ?? 0)).toBe('export default {}');
    expect(lines.position(last?.start ?? 0).line).toBe(5);
    expect([...components]).toEqual(['Router']);
  });

  it('reads the inline scripts of a page, not its data', async () => {
    const text =
      '<script type="application/json">{ "a": 1 }</script><script src="/b.js"></script><script>import "./c.js"</script>';
    expect(await statements(text, 'index.html')).toEqual(['import "./c.js"']);
  });

  it('says where a file does not parse', async () => {
    const result = await parseJavaScript('let a;\nlet b = ;', 'a.js');
    expect(result).toMatchObject({
      is: 'failed',
      why: 'does not parse',
      at: { file: 'a.js', range: { start: { line: 2, column: 9 } } },
    });
  });

  it.each([
    ['brackets', '('.repeat(100_000)],
    ['arrays', '['.repeat(100_000)],
    ['operators', `a = ${'!'.repeat(300_000)}b`],
    ['elements', '<a>'.repeat(50_000)],
    ['conditions', 'a?'.repeat(50_000)],
    ['labels', 'file:'.repeat(600)],
    ['labels on lines of their own', `${'a :\n'.repeat(600)}b()`],
    ['labels with comments', `${'a/*:*/:/*;*/'.repeat(600)}b()`],
    ['labels in letters written by number', `${'\\u{61}:\\u0061:'.repeat(300)}b()`],
    ['labels of loops', `${'a: for (;;) '.repeat(600)}b()`],
    ['labels behind another mistake', `let a; let a; ${'a: if (b) '.repeat(600)}b()`],
  ])('refuses %s that nest too deep', async (_, text) => {
    expect((await parseJavaScript(text, 'a.js')).is).toBe('failed');
    await parseJavaScript(text, 'a.js', { aroundMistakes: true });
  });

  it('takes many members of a type, of an object and of a switch for what they are, also beside a mistake', async () => {
    const members = Array.from({ length: 200 }, (_, index) => `m${String(index)}: string`);
    const cases = Array.from({ length: 200 }, (_, index) => `case c${String(index)}:`);
    const text = `interface A {\n${members.join('\n')}\n}\nconst b = { ${members.join(', ')} };\nswitch (b) {\n${cases.join('\n')}\n}`;
    expect((await parseJavaScript(text, 'a.ts')).is).toBe('parsed');
    expect((await parseJavaScript(`${text}\nconst b = 1;`, 'a.ts')).is).toBe('parsed');
  });

  it.each([
    ['a fingerprint', `const a = '${'ab:'.repeat(200)}';`],
    ['the same keys', `const a = [${'{ id: 1, name: "b" }, '.repeat(600)}];`],
    ['no-break spaces behind a colon', `const a = ':${'\u00a0'.repeat(20_000)}';`],
  ])('takes no labels where there is %s', async (_, text) => {
    expect((await parseJavaScript(text, 'a.js')).is).toBe('parsed');
  });
});
