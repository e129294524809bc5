import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../scripts/lib/pages.js';
import { PROJECT } from '../scripts/lib/project.js';
import { main } from '../src/cli/main.js';
import { readOptions } from '../src/cli/options.js';
import { platforms, rules } from '../src/index.js';
import { HELP } from '../src/cli/help.js';
import { temporaryFolder } from './support/temporary.js';

/** What the commands of a page need besides the files that it shows. */
const BESIDE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'README.md': { 'package.json': '{ "scripts": { "start": "node ." } }' },
  'docs/configuration.md': {
    'render.yaml': [
      'services:',
      ...['api', 'legacy'].flatMap((name) => [
        '  - type: web',
        `    name: ${name}`,
        '    runtime: node',
        '    buildCommand: npm ci',
        '    startCommand: node server.js',
      ]),
    ].join('\n'),
    'package.json': '{}',
    'server.js': '',
    '../trusted/lint-deploy.yaml': 'rules:\n  dev-server: off\n',
  },
  'docs/false-alarms.md': { 'package.json': '{}' },
  'docs/action.md': { 'package.json': '{}' },
  'docs/ci.md': { 'services/api/package.json': '{ "scripts": { "start": "node ." } }', 'lint-deploy/results.txt': '' },
  'docs/command-line.md': {
    'package.json': '{ "scripts": { "start": "node ." } }',
    'services/api/package.json': '{ "scripts": { "start": "node ." } }',
  },
  'docs/hooks.md': { 'package.json': '{ "scripts": { "start": "node ." } }' },
};

/** Options of other programs that the pages name. */
const OF_OTHERS = ['--no-verify', '--save-dev'];

/** What other tests run: the sample of the README, and all of them. */
const ELSEWHERE = [
  '$ node dist/lint-deploy.js fixtures/missing-spa-rewrite/flagged-react-router-6',
  '$ npm ci && npm test',
];

const PAGES = Object.keys(BESIDE);

/** The commands that a page shows, in order: each continues where the one before it ends. */
function commandsOf(text: string): string[] {
  const blocks = [...text.matchAll(/^```console\n([^]*?)^```/gm)].map(([, block = '']) => block);
  const typed = blocks.flatMap((block) => block.split('\n').filter((line) => line.startsWith('$ ')));
  // In a file that another program reads: up to the end of the line.
  const written = text.matchAll(/^[^`\n]*\bnpx (?:--yes )?(lint-deploy(?! init)[^`\n]*)$/gm);
  const examples = /^Examples\n((?: {2}lint-deploy.*\n)+)/m.exec(text)?.[1]?.trimEnd().split('\n') ?? [];
  return [
    ...typed,
    ...Array.from(written, ([, command]) => `$ ${command ?? ''}`),
    ...examples.map((command) => `$ ${command.trim()}`),
  ];
}

/** All pages for readers, but those of the rules: these have no commands of ours. */
const ALL_PAGES = ['', 'docs'].flatMap((folder) =>
  readdirSync(join(PROJECT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name).replaceAll('\\', '/')),
);

it('runs the commands of every page that shows any', () => {
  const showing = ALL_PAGES.filter((page) => commandsOf(readFileSync(join(PROJECT, page), 'utf8')).length > 0);
  // CONTRIBUTING.md is followed step by step by new-rule.test.ts.
  expect(showing.filter((page) => !PAGES.includes(page))).toEqual(['CONTRIBUTING.md']);
});

it.each(ALL_PAGES)('%s names only commands and options that there are, within its sentences', (page) => {
  const text = readFileSync(join(PROJECT, page), 'utf8');
  const known = { rules: rules.map(({ id }) => id), platforms };
  for (const [, command = ''] of text.matchAll(/`(?:npx )?lint-deploy ([^`]+)`/g)) {
    const argv = command.replace(/<(?:rule|id)>/g, 'dev-server').split(' ');
    // A comment for a file, or a sentence that goes on.
    if (argv[0]?.startsWith('<') === true) continue;
    expect(() => readOptions(argv, known), command).not.toThrow();
  }
});

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(join(PROJECT, page), 'utf8');

  it('shows commands that run', async () => {
    const folder = join(temporaryFolder(), 'repository');
    const files = { ...BESIDE[page], ...Object.fromEntries(filesOf(text)) };
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const commands = commandsOf(text).filter((command) => !ELSEWHERE.includes(command));
    if (page !== 'docs/action.md') expect(commands).not.toEqual([]);
    for (const command of commands) {
      const [alone = ''] = command.replace('$ npx ', '$ ').split(' | ');
      const [, program, ...argv] = alone.split(' ');
      expect(program).toBe('lint-deploy');
      const said: string[] = [];
      const stream = { write: (part: string) => said.push(part) };
      const code = await main({ argv, cwd: folder, env: {}, stdout: stream, stderr: stream });
      expect({ command, ran: code === 0 || code === 1, said: said.join('') }).toMatchObject({ ran: true });
    }
  });

  it('names only options that there are', () => {
    const named = new Set(Array.from(text.matchAll(/--[a-z][a-z-]+/g), ([option]) => option));
    expect([...named].filter((option) => ![...OF_OTHERS, HELP].some((known) => known.includes(option)))).toEqual([]);
  });

  it('links to pages and sections that there are', () => {
    for (const [, path = '', section] of text.matchAll(/\]\((?!https:)([^)#]*)(?:#([\w-]+))?\)/g)) {
      const target = readFileSync(join(PROJECT, dirname(page), path), 'utf8');
      const sections = Array.from(target.matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
        heading.toLowerCase().replaceAll(' ', '-'),
      );
      if (section !== undefined) expect(sections, `${path}#${section}`).toContain(section);
    }
  });
});
