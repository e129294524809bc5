import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PROJECT } from './project.js';

/** A small whole repository with what lint-deploy must say of it, in `fixtures/<rule>/<kind>-<case>/`. */
export interface Fixture {
  rule: string;
  kind: 'flagged' | 'clean';
  /** Its folder's name. */
  name: string;
  /** Absolute. */
  folder: string;
}

const EXPECTED = 'expected.json';

/**
 * All fixtures, in path order.
 *
 * @throws {Error} on a folder that is neither `flagged-*` nor `clean-*`
 */
export function fixtures(): Fixture[] {
  const all = join(PROJECT, 'fixtures');
  return foldersIn(all).flatMap((rule) =>
    foldersIn(join(all, rule)).map((name) => ({ rule, kind: kindOf(rule, name), name, folder: join(all, rule, name) })),
  );
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort();
}

function kindOf(rule: string, name: string): Fixture['kind'] {
  const kind = /^(flagged|clean)-[a-z0-9-]+$/.exec(name)?.[1];
  if (kind === 'flagged' || kind === 'clean') return kind;
  throw new Error(`fixtures/${rule}/${name}: a fixture's folder is named flagged-… or clean-…, in lower case`);
}

/**
 * Copies a fixture, its expectation left out, to a new temporary folder: a repository of its own, which the ignore
 * rules of this one do not reach. One with a `.gitignore` becomes a work tree of git, with all it holds in the index.
 */
export function copyFixture({ folder, name }: Fixture): string {
  const copy = mkdtempSync(join(tmpdir(), `lint-deploy-${name}-`));
  cpSync(folder, copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => basename(path) !== EXPECTED,
  });
  if (existsSync(join(copy, '.gitignore'))) {
    execFileSync('git', ['init', '-q'], { cwd: copy });
    execFileSync('git', ['add', '-A'], { cwd: copy });
  }
  return copy;
}

/** What stands in a fixture's expected.json, as it is. */
export function expectationOf({ folder }: Fixture): unknown {
  return JSON.parse(readFileSync(join(folder, EXPECTED), 'utf8'));
}
