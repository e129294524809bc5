import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { openDeployment } from '../../../src/deployment/open.js';
import type { Outputs } from '../../../src/launch/outputs/outputs.js';
import { render } from '../../../src/platforms/render/index.js';
import { memoryRepository } from '../../../src/repository/memory.js';

/** A tiny project, and a command that builds it. */
export interface BuilderCase {
  /** What is special about it, in a few words. */
  name: string;
  command: string;
  files: Readonly<Record<string, string | object>>;
  /** Folder the command runs in, where that is not the project itself. */
  folder?: string;
  /** A command that ran before the files were committed: what it leaves is in the repository. */
  earlier?: string;
  /** Every script that is made has to be named by the answer, not only its folder. */
  exact?: boolean;
  /** The page of the site has to be in the folder that the answer names. */
  site?: boolean;
  /** The answer may be that it is not known. */
  unknown?: boolean;
  /** Left out where the tests run each time. */
  wide?: boolean;
}

/** What a case came to: what the builder made, and how the answer differs from that. */
export interface Measured {
  made: readonly string[];
  /** Empty where the answer is right. */
  faults: readonly string[];
}

/** Most differences of one case that are told. */
const MAX_FAULTS = 5;

/** Files that builders leave for their own use. */
const ASIDE =
  /(?:^|\/)(?:node_modules|\.cache|\.parcel-cache|\.angular|\.turbo|\.swc|\.vite|\.docusaurus|\.astro|\.react-router)(?:\/|$)|\.tsbuildinfo$|(?:^|\/)(?:next-env\.d\.ts|package-lock\.json|db\.json)$/;

/**
 * Builds a project for real in a folder, and compares the files with what `Outputs` says of it. `bin`: the folder with
 * the builder's program.
 */
export async function measure(folder: string, bin: string, asked: BuilderCase): Promise<Measured> {
  for (const [path, content] of Object.entries(asked.files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), textOf(content));
  }
  const cwd = join(folder, asked.folder ?? '');
  const PATH = `${bin}${delimiter}${process.env.PATH ?? ''}`;
  const env = {
    ...process.env,
    PATH,
    CI: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    NG_CLI_ANALYTICS: 'false',
    NODE_ENV: 'production',
  };
  const options = { cwd, env, shell: true, encoding: 'utf8', timeout: 300_000 } as const;
  const committed = asked.earlier === undefined ? asked.files : (spawnSync(asked.earlier, options), textsIn(folder));
  const before = new Set(filesIn(folder));
  const run = spawnSync(asked.command, options);
  const made = filesIn(folder).filter((path) => !before.has(path));
  const built = { ...asked, files: committed };
  const faults = compare(await answer(built), made, built);
  const output = `${run.stdout}${run.stderr}`.trim().split('\n').slice(-5).join(' | ');
  faults.splice(MAX_FAULTS);
  return {
    made,
    faults: made.length === 0 && faults.length > 0 ? [...faults, `it said: ${output.slice(0, 300)}`] : faults,
  };
}

/** Takes away what a case left, packages left out. */
export function clear(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!['node_modules', 'package.json', 'package-lock.json'].includes(name))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function textOf(content: string | object): string {
  return typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
}

async function answer({ files, command, folder }: BuilderCase): Promise<Outputs> {
  const texts = Object.fromEntries(Object.entries(files).map(([path, content]) => [path, textOf(content)]));
  const blueprint = [
    'services:',
    '  - type: web',
    '    name: it',
    '    runtime: node',
    ...(folder === undefined ? [] : [`    rootDir: ${folder}`]),
    `    buildCommand: ${JSON.stringify(command)}`,
    '    startCommand: node x',
    '',
  ];
  const repository = memoryRepository({ ...texts, 'render.yaml': blueprint.join('\n') });
  const { deployment } = await openDeployment(repository, [render]);
  const [service] = deployment.services;
  if (!service) throw new Error('no service');
  return deployment.outputs(service);
}

function compare(outputs: Outputs, made: readonly string[], { exact, site, unknown, files }: BuilderCase): string[] {
  const faults: string[] = [];
  const there = new Set([...made, ...Object.keys(files)]);
  if (unknown !== true && outputs.gaps[0]) faults.push(`not known: ${outputs.gaps[0].why}`);
  for (const { path } of outputs.files) if (!there.has(path)) faults.push(`not made: ${path}`);
  for (const path of made) {
    // No command starts these.
    if (/\.(?:d\.[cm]?ts|map)$/.test(path)) continue;
    const state = outputs.has(path);
    const isScript = /\.[cm]?jsx?$/.test(path);
    if (state === 'no' || (exact === true && isScript && state !== 'yes')) faults.push(`${state}, but made: ${path}`);
  }
  const sites = outputs.sites.map(({ path }) => path);
  if (site === true && !sites.some((path) => there.has(`${path}/index.html`)))
    faults.push(`no page in ${sites.join(' or ') || 'any folder'}`);
  if (made.length === 0 && exact !== true) faults.push('it made nothing');
  return faults;
}

/** The files of a small project with their texts, records of builds and all. */
function textsIn(folder: string, under = ''): Record<string, string> {
  const all = readdirSync(join(folder, under), { withFileTypes: true }).filter(({ name }) => name !== 'node_modules');
  return Object.fromEntries(
    all.flatMap((entry): [string, string][] => {
      const path = under === '' ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory()) return Object.entries(textsIn(folder, path));
      return [[path, readFileSync(join(folder, path), 'utf8')]];
    }),
  );
}

function filesIn(folder: string, under = ''): readonly string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    if (ASIDE.test(path)) return [];
    return entry.isDirectory() ? filesIn(folder, path) : [path];
  });
}
