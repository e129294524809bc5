import { describe, expect, it } from 'vitest';
import { ignoreComments } from '../../src/syntax/ignore-comments.js';

/** What the comments of a text say, and the lines they speak of. */
function read(file: string, ...lines: string[]): [rules: string, reason: string, lines: readonly number[]][] {
  return ignoreComments(file, lines.join('\n')).map(({ rules, reason, lines: own }) => [rules.join(' '), reason, own]);
}

describe('ignore comments', () => {
  it.each([
    ['render.yaml', '    # lint-deploy-ignore a-rule: why'],
    ['Dockerfile', '#lint-deploy-ignore a-rule: why'],
    ['app/settings.py', '# lint-deploy-ignore a-rule : why'],
    ['start.sh', '\t#   lint-deploy-ignore   a-rule:why  '],
    ['pyproject.toml', '# lint-deploy-ignore a-rule: why'],
    ['Procfile', '# lint-deploy-ignore a-rule: why'],
    ['.env', '# lint-deploy-ignore a-rule: why'],
    ['src/server.ts', '  // lint-deploy-ignore a-rule: why'],
    ['src/server.mjs', '/* lint-deploy-ignore a-rule: why */'],
    ['src/server.ts', '/** lint-deploy-ignore a-rule: why */'],
    ['src/App.jsx', '      {/* lint-deploy-ignore a-rule: why */}'],
    ['index.html', '<!-- lint-deploy-ignore a-rule: why -->'],
    ['App.vue', '<!-- lint-deploy-ignore a-rule: why -->'],
    ['App.vue', '// lint-deploy-ignore a-rule: why'],
  ])('stand in %s as %s', (file, line) => {
    expect(read(file, line, 'code')).toEqual([['a-rule', 'why', [1, 2]]]);
  });

  it.each([
    ['render.yaml', '// lint-deploy-ignore a-rule: why'],
    ['server.js', '# lint-deploy-ignore a-rule: why'],
    ['index.html', '# lint-deploy-ignore a-rule: why'],
    ['package.json', '// lint-deploy-ignore a-rule: why'],
    ['render.yaml', 'name: lint-deploy-ignore a-rule: why'],
    ['render.yaml', 'name: a#lint-deploy-ignore a-rule: why'],
    ['server.js', 'fetch("https://lint-deploy-ignore a-rule: why")'],
    ['render.yaml', '# lint-deploy-ignored a-rule: why'],
    ['render.yaml', '# lint-deploy-ignore-file a-rule: why'],
    ['render.yaml', '# see lint-deploy-ignore a-rule: why'],
  ])('are none in %s as %s', (file, line) => {
    expect(read(file, line)).toEqual([]);
  });

  it('speak of their own line only, where code stands before them', () => {
    expect(read('a.yaml', 'x: 1', 'y: 2 # lint-deploy-ignore a-rule: why', 'z: 3')).toEqual([['a-rule', 'why', [2]]]);
    expect(read('a.js', 'listen();// lint-deploy-ignore a-rule: why')).toEqual([['a-rule', 'why', [1]]]);
  });

  it('may stand above each other and above other comments', () => {
    const lines = ['# lint-deploy-ignore one: why', '# lint-deploy-ignore two: so', '# said', 'code', 'code'];
    expect(read('a.yaml', ...lines)).toEqual([
      ['one', 'why', [1, 4]],
      ['two', 'so', [2, 4]],
    ]);
  });

  it('name several rules, and keep colons in the reason', () => {
    expect(read('a.yaml', '# lint-deploy-ignore one, two: see: https://example.com')).toEqual([
      ['one two', 'see: https://example.com', [1, 2]],
    ]);
  });

  it.each([
    ['# lint-deploy-ignore', '', ''],
    ['# lint-deploy-ignore: why', '', 'why'],
    ['# lint-deploy-ignore one', 'one', ''],
    ['# lint-deploy-ignore one:   ', 'one', ''],
  ])('without a rule or a reason say so: %s', (line, rules, reason) => {
    expect(read('a.yaml', line)).toEqual([[rules, reason, [1, 2]]]);
  });

  it('have a place that ends with their words', () => {
    const [comment] = ignoreComments('a.html', '<p>\r\n<!-- lint-deploy-ignore one: why -->\r\n');
    expect(comment?.at).toEqual({
      file: 'a.html',
      range: { start: { offset: 10, line: 2, column: 6 }, end: { offset: 37, line: 2, column: 33 } },
    });
  });

  it('take little time in a text that is full of them', () => {
    const text = '# lint-deploy-ignore one: why lint-deploy-ignore\n'.repeat(20_000);
    expect(ignoreComments('a.yaml', text)).toHaveLength(20_000);
  });
});
