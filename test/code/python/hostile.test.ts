import { expect, it } from 'vitest';
import { runModule } from '../../../src/code/python/evaluate/run.js';
import type { Environment } from '../../../src/model/process.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { place } from '../../support/model.js';

const environment: Environment = { names: [], variable: () => ({ is: 'unset', at: place('render.yaml') }) };

/** What is called in a program of such a beginning, or why the program is not read. */
async function calls(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const repository = memoryRepository({
    ...files,
    'main.py': `${files['main.py'] ?? ''}\nimport server\nserver.run()\n`,
  });
  const module = await runModule(repository, { is: 'file', path: 'main.py' }, '__main__', {
    folders: [''],
    folder: '',
    environment,
  });
  return module.open ? [module.open.why] : module.calls.map(({ callee }) => callee);
}

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

it.each([
  ['a list that grows twofold', 'l = [1]\n' + 'l.extend(l)\n'.repeat(60)],
  ['a list that is added to itself', 'l = [1]\n' + 'l += l\n'.repeat(60)],
  ['a text that grows', 'x = "a"\n' + 'x = x + x\n'.repeat(200)],
  ['a text that is replaced by a longer one', 'x = ("a" * 10000).replace("a", "b" * 10000).replace("b", "c" * 10000)'],
  ['a long join', 'x = ("a" * 9999).join(["b"] * 100000)'],
  ['a long format', 'x = ("{0}" * 10000).format("a" * 90000)'],
  ['a large number', 'x = 9 ** 9 ** 9 ** 9\ny = 1 << 10 ** 9'],
  ['a loop without an end', 'while True:\n    x = 1\n'],
  ['a long loop', 'for i in range(10 ** 12):\n    x = i\n'],
  ['a function that calls itself', 'def f(n):\n    return f(n + 1)\n\nf(0)\n'],
  [
    'properties that ask each other',
    'class A:\n    @property\n    def x(self):\n        return self.y\n    @property\n    def y(self):\n        return self.x\n\na = A().x\n',
  ],
  ['a class of itself', 'class A(A):\n    pass\n\nx = A().y\n'],
  [
    'a decorator in a decorator',
    'def d(f):\n    @d\n    def w():\n        pass\n    return w\n\n@d\ndef g():\n    pass\n',
  ],
  ['a very long elif', `if a:\n    pass\n${'elif b:\n    pass\n'.repeat(3000)}`],
  ['undecided branches', many(40, (index) => `if q${String(index)}():\n    x = 1\nelse:\n    y = 2\n`)],
])('follows a program past %s', async (_, text) => {
  expect((await calls({ 'main.py': text })).at(-1)).toBe('server.run');
});

it.each([
  ['Python 2', 'print "x"', 'is Python 2'],
  ['a bracket without an end', 'x = (', 'does not parse'],
  ['a merge that is not done', '<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> b', 'does not parse'],
  ['tabs among spaces', 'if True:\n\tx = 1\n        y = 2', 'is not indented like its block'],
  ['deep brackets', `x = ${'['.repeat(5000)}${']'.repeat(5000)}`, 'nests too deep'],
  ['a long chain of operators', `x = ${'not '.repeat(5000)}1`, 'nests too deep'],
  ['2 MB', 'x = 1\n'.repeat(400_000), 'is larger than 1 MB'],
])('says of %s why it is not read', async (_, text, why) => {
  expect(await calls({ 'main.py': text })).toEqual([`main.py ${why}`]);
});

it('ends where modules import each other, or one another without an end', async () => {
  const circle = {
    'a.py': 'from b import *\nimport main\n',
    'b.py': 'from c import *\n',
    'c.py': 'from a import *\nimport a, b\n',
  };
  expect(await calls({ 'main.py': 'from a import *\nimport main\n', ...circle })).toEqual(['server.run']);
  const chain = Object.fromEntries(
    Array.from({ length: 390 }, (_, index) => [`m${String(index)}.py`, `import m${String(index + 1)}\n`]),
  );
  expect(await calls({ 'main.py': 'import m0\n', ...chain })).toEqual(['server.run']);
});
