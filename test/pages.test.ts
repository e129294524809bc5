import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { examplesOf, replaceGenerated } from '../scripts/lib/pages.js';
import { lint } from '../src/engine/lint.js';
import { render } from '../src/platforms/render/index.js';
import { memoryRepository } from '../src/repository/memory.js';

describe.each(rules.map((each) => [each.rule.id, each] as const))('the page of %s', (_, { rule, page }) => {
  const examples = examplesOf(page);

  it('has an example of each kind', () => {
    expect(examples.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['flagged', 'clean']));
  });

  it.each(examples.map((each) => [each.line, each.heading, each] as const))(
    'is right on line %i: %s',
    async (_, __, { kind, files }) => {
      const repository = memoryRepository(Object.fromEntries(files));
      const { findings, notifications } = await lint({ repository, rules: [rule], platforms: [render] });
      expect(notifications).toEqual([]);
      if (kind === 'flagged') expect(findings).not.toEqual([]);
      else expect(findings).toEqual([]);
    },
  );

  it('has the parts that every page has, in order', () => {
    const headings = page.split('\n').filter((line) => /^##? /.test(line));
    expect(headings).toEqual([
      `# ${rule.id}`,
      '## What it finds',
      '## Why it matters',
      '## How to fix it',
      '## When it stays silent',
      '## Examples',
      '## Reproduce it',
      '## Sources',
    ]);
  });
});

describe('examplesOf', () => {
  const page = (...lines: string[]): string => ['# rule', '## Examples', ...lines, '## Sources'].join('\n');

  it('takes each heading as one repository, and each fence below it as a file', () => {
    const examples = examplesOf(
      page(
        '### Flagged: two files',
        'Some words.',
        '```yaml file=render.yaml',
        'services: []',
        '### not a heading',
        '```',
        '```js file=src/index.js',
        '```',
        '### Clean',
        '````md file=README.md',
        '```',
        '````',
      ),
    );
    expect(examples).toEqual([
      {
        kind: 'flagged',
        heading: 'Flagged: two files',
        line: 3,
        files: new Map([
          ['render.yaml', 'services: []\n### not a heading\n'],
          ['src/index.js', ''],
        ]),
      },
      { kind: 'clean', heading: 'Clean', line: 11, files: new Map([['README.md', '```\n']]) },
    ]);
  });

  it('leaves fences outside the examples alone', () => {
    expect(examplesOf('## How to fix it\n```yaml\nhealthCheckPath: /\n```\n')).toEqual([]);
  });

  it.each([
    ['a fence without a file', ['### Flagged', '```yaml', 'a: 1', '```'], /line 4: an example must name its file/],
    ['a clean one too', ['### Clean', '```', '```'], /line 4: an example must name its file/],
    ['a fence without a heading', ['```yaml file=a.yaml', '```'], /line 3: an example needs a heading/],
    ['one file twice', ['### Clean', '```a file=a', '```', '```a file=a', '```'], /line 6: this example has a already/],
    ['a heading that says neither', ['### Bad'], /line 3: an example's heading starts/],
    ['a heading without files', ['### Clean', 'Nothing.'], /line 3: "Clean" has no file/],
  ])('refuses %s', (_, lines, message) => {
    expect(() => examplesOf(page(...lines))).toThrow(message);
  });
});

describe('replaceGenerated', () => {
  it('keeps what stands around the marks', () => {
    const result = replaceGenerated('a\n<!-- generated -->\nold\n<!-- /generated -->\nb\n', '# new\n');
    expect(result).toBe('a\n<!-- generated -->\n\n# new\n\n<!-- /generated -->\nb\n');
  });

  it.each([
    'no marks',
    '<!-- generated -->',
    '<!-- /generated --><!-- generated -->',
    '<!-- generated --><!-- generated --><!-- /generated -->',
  ])('refuses %j', (page) => {
    expect(() => replaceGenerated(page, '')).toThrow(/each once/);
  });
});
