import type { File } from '@babel/types';
import { describe, expect, it } from 'vitest';
import { exportedObject, pathOf, property, textOf, valueAt } from '../../src/code/literals.js';
import { parseJavaScript } from '../../src/syntax/javascript.js';

async function fileOf(text: string): Promise<File> {
  const parsed = await parseJavaScript(text, 'vite.config.ts');
  if (parsed.is === 'failed') throw new Error(parsed.why);
  return parsed.ast;
}

describe('exportedObject', () => {
  it.each([
    'export default { a: "yes" };',
    'export default defineConfig({ a: "yes" });',
    'export default defineConfig(({ mode }) => ({ a: "yes" }));',
    'export default defineConfig(async () => { const b = () => { return 1; }; return { a: "yes" }; });',
    'const config = { a: "yes" } satisfies Config; export default config;',
    'module.exports = { a: "yes" };',
    'const { defineConfig } = require("x"); module.exports = defineConfig({ a: "yes" as const });',
    'export default function () { return { a: "yes" }; }',
  ])('reads %s', async (text) => {
    const file = await fileOf(text);
    expect(textOf(valueAt(file, exportedObject(file), 'a'))).toBe('yes');
  });

  it.each([
    'export default merge;',
    'export default () => { if (a) return { a: 1 }; return { a: 2 }; };',
    'export const a = {};',
    'export default a; const a = a;',
  ])('leaves %s alone', async (text) => {
    expect(exportedObject(await fileOf(text))).toBeUndefined();
  });
});

describe('property', () => {
  it('knows that what is spread in may set it', async () => {
    const file = await fileOf('export default { ...before, a: 1, "b": 2, [c]: 3, d: 4, ...after }');
    const object = exportedObject(file);
    if (!object) throw new Error('no object');
    expect(property(object, 'a')).toEqual({ is: 'spread' });
    expect(property(object, 'e')).toEqual({ is: 'spread' });
    const plain = exportedObject(await fileOf('export default { ...before, a: 1 }'));
    if (!plain) throw new Error('no object');
    expect(property(plain, 'a')).toMatchObject({ is: 'set' });
  });
});

describe('pathOf', () => {
  it.each([
    ['"./src"', 'web/src'],
    ['path.resolve(__dirname, "src")', 'web/src'],
    ['path.join(__dirname, "/src", "lib")', 'web/src/lib'],
    ['path.resolve(own, "src")', undefined],
    ['resolve(import.meta.dirname, "../shared")', 'shared'],
    ['path.resolve("src")', 'web/src'],
    ['path.resolve(process.cwd(), "src")', 'web/src'],
    ['fileURLToPath(new URL("./src", import.meta.url))', 'web/src'],
    ['new URL("./src", import.meta.url).pathname', 'web/src'],
    ['src', 'web/src'],
    ['"/srv/src"', undefined],
    ['path.resolve(__dirname, "/srv")', undefined],
    ['path.resolve(__dirname, "../../outside")', undefined],
    ['path.resolve(__dirname, name)', undefined],
    ['loop', undefined],
  ])('reads %s', async (expression, expected) => {
    const file = await fileOf(
      `const src = "src"; const loop = path.resolve(loop); export default { at: ${expression} };`,
    );
    expect(pathOf(file, valueAt(file, exportedObject(file), 'at'), 'web')).toBe(expected);
  });
});
