import { describe, expect, it } from 'vitest';
import { openModules } from '../../src/code/modules.js';
import { usesOf } from '../../src/code/uses.js';
import { memoryRepository } from '../../src/repository/memory.js';

/** The used names of `m`, each with its line. */
async function used(text: string, file = 'a.tsx'): Promise<string[]> {
  const module = await openModules(memoryRepository({ [file]: text }), { folder: '', root: '', aliases: [] }).module(
    file,
  );
  if (module.is === 'unreadable') throw new Error(module.why);
  return usesOf(module, module.bindings).map(({ name, at }) => `${name}:${at.range.start.line}`);
}

describe('usesOf', () => {
  it.each([
    ['an element', '<R />', ['Router:2']],
    ['an element with children, once', '<R><p /></R>', ['Router:2']],
    ['an argument', 'h(R)', ['Router:2']],
    ['a call', 'R()', ['Router:2']],
    ['an alias', 'const S = R;', ['Router:2']],
    ['a shorthand property', 'const a = { R };', ['Router:2']],
    ['a value with a type', 'f(R as never)', ['Router:2']],
    ['a branch', 'a ? R : 1', ['Router:2']],
  ])('counts %s', async (_, code, expected) => {
    expect(await used(`import { Router as R } from 'm';\n${code}`)).toEqual(expected);
  });

  it.each([
    ['nothing', ''],
    ['a type', 'let a: typeof R; type B = R; interface C { R: R }'],
    ['a type argument', 'f<typeof R>()'],
    ['a re-export', 'export { R };'],
    ['a property of that name', 'a.R; const b = { R: 1 }; <a R="1" />'],
    ['a parameter of that name', '(R) => 1; function f(R) {}'],
    ['a string', "'R'"],
  ])('does not count %s', async (_, code) => {
    expect(await used(`import { Router as R } from 'm';\n${code}`)).toEqual([]);
  });

  it('sees names through a namespace', async () => {
    expect(await used("import * as L from 'm';\nL.create();\n<L.Router></L.Router>;\nL[a];")).toEqual([
      'create:2',
      'Router:3',
      'default:4',
    ]);
    expect(await used("const L = require('m');\nnew L();\nL.default;", 'a.js')).toEqual(['default:2', 'default:3']);
  });

  it('sees components in the markup of a Svelte file', async () => {
    expect(await used("<script>\nimport { Router as R, Link } from 'm';\n</script>\n<R />", 'a.svelte')).toEqual([
      'Router:2',
    ]);
  });
});
