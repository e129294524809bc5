import { describe, expect, it } from 'vitest';
import { openModules } from '../../src/code/modules.js';
import { loadProgram } from '../../src/code/run/program.js';
import { runProgram, settled, type Run } from '../../src/code/run/run.js';
import { memoryRepository } from '../../src/repository/memory.js';
import { environment } from '../support/launch.js';

async function run(files: Record<string, string>): Promise<Run> {
  const repository = memoryRepository(files);
  const graph = openModules(repository, { folder: '', root: '', aliases: [] });
  const program = await loadProgram(repository, graph, 'main.js');
  if ('why' in program) throw new Error(program.why);
  return runProgram(program, { repository, environment: environment(), folder: '', libraries: [] });
}

/** The first arguments of the calls of a global, in order. */
async function marks(files: Record<string, string> | string): Promise<unknown[]> {
  const { calls } = await run(typeof files === 'string' ? { 'main.js': files } : files);
  return calls.flatMap(({ callee, args: [first] }) => {
    if (callee.is !== 'external' || callee.origin.by !== 'global' || callee.origin.name !== 'mark') return [];
    return [first?.is === 'primitive' ? first.value : (first?.is ?? 'nothing')];
  });
}

describe('a program that never comes to an end', () => {
  it.each([
    ['calls itself', 'function f(n) { mark(n); f(n + 1); } f(0);'],
    ['calls another that calls it', 'const f = () => g(); const g = () => f(); f(); mark(1);'],
    ['loops', 'while (true) { mark(1); }'],
    ['loops over what grows', 'const list = [1]; for (const each of list) list.push(each); mark(1);'],
    ['gives itself as a callback', 'function f() { later(f); } f(); mark(1);'],
    ['has a getter of itself', 'class A { get a() { return this.a; } } new A().a; mark(1);'],
    ['extends itself', 'class A extends A {} new A(); mark(1);'],
    ['resolves with itself', 'const p = new Promise((r) => r(p)); p.then((x) => x); mark(1);'],
  ])('one that %s', async (_, text) => {
    expect((await marks(text)).length).toBeGreaterThan(0);
  });

  it('imports itself in a circle', async () => {
    const files = {
      'main.js': "import { b } from './b.js';\nexport const a = 1;\nmark(b);",
      'b.js': "import { a } from './main.js';\nexport * from './b.js';\nexport const b = () => a;",
    };
    expect(await marks(files)).toEqual(['function']);
    expect(
      await marks({ 'main.js': "export * from './x.js';\nmark(1);", 'x.js': "export * from './main.js';" }),
    ).toEqual([1]);
  });

  it('doubles what it calls', async () => {
    const doubling = Array.from(
      { length: 40 },
      (_, n) => `const f${String(n + 1)} = () => { f${String(n)}(); f${String(n)}(); };`,
    );
    const { gaps } = await run({ 'main.js': `const f0 = () => 1;\n${doubling.join('\n')}\nf40();` });
    expect(gaps.map(({ why }) => why)).toEqual(['the program is too large to be followed to its end']);
  });
});

describe('a run that is asked more', () => {
  it('keeps what the program does by itself apart', async () => {
    const asked = await run({ 'main.js': 'mark(1); keep(() => mark(2));' });
    const before = asked.calls.length;
    const [handler] = asked.calls.flatMap(({ args }) => args.filter((each) => each.is === 'function'));
    const [call] = asked.calls;
    if (!handler || !call) throw new Error('nothing is called');
    asked.machine.call(handler, [], call);
    expect(asked.calls.length).toBeGreaterThan(before);
    expect(settled(asked).calls).toEqual(asked.calls.slice(0, before));
  });
});

describe('a value', () => {
  it.each([
    ["mark('constructor' in {} ? 1 : 2)", [2]],
    ["mark({}['toString'])", [undefined]],
    ["mark('x'['__proto__'])", ['unknown']],
    ['let x; if (unknown()) x = 1; else x = 2; mark(x)', ['oneOf']],
    ['let x = 1; if (unknown()) { x = 2; throw new Error(); } mark(x)', [1]],
    ['let x = 1; if (false) x = 2; mark(x)', [1]],
    ['function f(a, b = 2, ...rest) { return rest[0] ?? b; } mark(f(1)); mark(f(1, 3, 4))', [2, 4]],
    ['const { a: { b = 5 } = {} } = {}; mark(b)', [5]],
    ['const [x, , y = 3] = [1, 2]; mark(x); mark(y)', [1, 3]],
    ['const o = { ...{ a: 1 }, get b() { return this.a + 1; } }; mark(o.b)', [2]],
    ['class A { #x = 1; static y = 2; get x() { return this.#x; } } mark(new A().x); mark(A.y)', [1, 2]],
    ['class A { f() { return 1; } } class B extends A { f() { return super.f() + 1; } } mark(new B().f())', [2]],
    [
      'class A { constructor(x) { this.x = x; } } class B extends A { constructor() { super(7); } } mark(new B().x)',
      [7],
    ],
    ['for (const [k, v] of Object.entries({ a: 1 })) mark(k + v)', ['a1']],
    ["switch ('b') { case 'a': mark(1); case 'b': mark(2); case 'c': mark(3); break; default: mark(4); }", [2, 3]],
    ['try { throw 1; } catch { mark(1); } finally { mark(2); }', [1, 2]],
    ['mark(`${1 + 1}${"x"}`); mark(typeof undefined); mark(!0); mark(void 0)', ['2x', 'undefined', true, undefined]],
    ['mark([1, 2, 3].map((n) => n * 2).filter((n) => n > 2).join("-"))', ['4-6']],
    ['mark([1, 2].includes(2)); mark([1, 2].find((n) => n > 1)); mark("a,b".split(",")[1])', [true, 2, 'b']],
    ['const f = function () { return this.x; }; mark(f.call({ x: 3 })); mark(f.bind({ x: 4 })())', [3, 4]],
    ['var a = 1; { var a = 2; let b = 3; } mark(a)', [2]],
    ['mark(f()); function f() { return 1; }', [1]],
    ['label: for (const x of [1, 2]) { mark(x); break label; }', [1]],
  ])('of %s', async (text, expected) => {
    expect((await marks(text)).map((each) => each)).toEqual(expected);
  });
});
