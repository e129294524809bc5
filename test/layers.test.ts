import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../scripts/lib/project.js';
import { layerFaults } from './support/layers.js';

function sourceFiles(folder: string): [string, string][] {
  return readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(PROJECT.length).replaceAll('\\', '/'), readFileSync(path, 'utf8')]);
}

describe('the layers', () => {
  it('are kept by src and rules', () => {
    const files = new Map([...sourceFiles('src'), ...sourceFiles('rules')]);
    expect(files.size).toBeGreaterThan(20);
    expect(layerFaults(files)).toEqual([]);
  });
});

describe('the guard itself', () => {
  const faults = (files: Record<string, string>): string[] => layerFaults(new Map(Object.entries(files)));

  it('accepts downward imports, packages and data', () => {
    const files = {
      'src/model/value.ts': `export interface Value {}`,
      'src/engine/lint.ts': `import type { Value } from '../model/value.js'; import data from '../../package.json' with { type: 'json' }; import fs from 'node:fs'; export type V = Value;`,
      'src/cli/main.ts': `import { lint } from '../index.js'; const parts = { process: 1, Date: 2 }; parts.process;`,
      'src/index.ts': `export * from './engine/lint.js'; export { rules } from '../rules/index.js';`,
      'src/bin.ts': `import { main } from './cli/main.js'; process.exitCode = main();`,
      'rules/index.ts': `import { rule } from './a/rule.js';`,
      'rules/a/rule.ts': `import type { Value } from '../../src/model/value.js'; import { words } from './words.js';`,
      'rules/a/answers.ts': `import type { ClientRouting } from '../../src/apps/static/routing.js';`,
      'rules/a/words.ts': ``,
      'src/syntax/shell.ts': `export interface Word {} export const load = () => import('./shell-parser.js');`,
      'src/syntax/shell-parser.ts': `import type { Word } from './shell.js'; export type Words = Word[];`,
      'src/syntax/procfile.ts': `export const names = (lines: { process: string }[]) => lines.map(({ process }) => process);`,
      'src/repository/git.ts': `export const env = process.env;`,
    };
    expect(faults(files)).toEqual([]);
  });

  it.each([
    [
      'an upward import',
      { 'src/syntax/yaml.ts': `import { x } from '../platforms/a.js';` },
      /syntax is below platforms/,
    ],
    [
      'an upward import of a type',
      { 'src/repository/disk.ts': `import type { X } from '../model/a.js';` },
      /is below model/,
    ],
    ['an upward type in place', { 'src/model/a.ts': `type X = import('../engine/a.js').X;` }, /model is below engine/],
    ['an upward lazy import', { 'src/model/a.ts': `const x = () => import('../cli/a.js');` }, /model is below cli/],
    ['an upward re-export', { 'src/index.ts': `export * from './cli/main.js';` }, /index is below cli/],
    [
      'two peers',
      { 'src/report/text.ts': `import { x } from '../fixes/a.js';` },
      /report and fixes do not know each other/,
    ],
    ['the engine knowing rules', { 'src/engine/a.ts': `import { rules } from '../../rules/index.js';` }, /do not know/],
    [
      'a rule reading files',
      { 'rules/a/rule.ts': `import { x } from '../../src/repository/disk.js';` },
      /rules know only/,
    ],
    [
      'a rule asking a lower layer itself',
      { 'rules/a/rule.ts': `import { x } from '../../src/apps/a.js';` },
      /rules know only/,
    ],
    [
      'a rule knowing another',
      { 'rules/a/rule.ts': `import { x } from '../b/rule.js';` },
      /rules do not know each other/,
    ],
    ['a file outside all layers', { 'src/helpers/a.ts': `` }, /is in no layer/],
    ['a report asking for the process', { 'src/report/a.ts': `import { cwd } from 'node:process';` }, /a report asks/],
    ['a report asking for the time', { 'src/report/a.ts': `export const now = new Date();` }, /uses Date/],
    ['a write outside cli', { 'src/engine/a.ts': `console.log('x');` }, /uses console/],
    ['the process by another name', { 'src/cli/a.ts': `import me from 'node:process';` }, /imports node:process/],
    ['an exit from below', { 'src/repository/a.ts': `process.exit(2);` }, /uses process.exit: /],
    ['an exit status set outside bin', { 'src/cli/main.ts': `process.exitCode = 1;` }, /uses process/],
    [
      'a circle of types',
      {
        'src/model/a.ts': `import type { B } from './b.js'; export type A = B;`,
        'src/model/b.ts': `import type { C } from './c.js'; export type B = C;`,
        'src/model/c.ts': `import type { A } from './a.js'; export type C = A;`,
      },
      /A circle: src\/model\/a.ts → src\/model\/b.ts → src\/model\/c.ts → src\/model\/a.ts/,
    ],
  ])('refuses %s', (_, files: Record<string, string>, sentence) => {
    expect(faults(files)).toEqual([expect.stringMatching(sentence)]);
  });
});
