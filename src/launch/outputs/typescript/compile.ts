import { foldersUp } from '../../../code/packages.js';
import { childOf, join } from '../../../repository/paths.js';
import type { Repository } from '../../../repository/repository.js';
import type { Words } from '../../words.js';
import { MAKES_NOTHING, type Making, type Ran } from '../making.js';
import { installedVersion } from '../versions.js';
import { listedInputs, projectInputs } from './inputs.js';
import { laidOut, type LayoutRoot } from './layout.js';
import { projectFile, readProject, type CompilerOptions, type TypeScriptProject } from './project.js';
import { recordOf } from './record.js';

/** What `tsc` makes: by its options, else by the tsconfig.json it is pointed to or finds. */
export async function typeScriptMaking(ran: Ran): Promise<Making> {
  const command = readCommand(ran.words.slice(1), ran.folder);
  if (command.idle) return MAKES_NOTHING;
  const roots = layoutRoots(ran.repository, ran.folder, ran.words[0]);
  if (command.files.length > 0 && !command.builds) return compileFiles(ran, command, roots);
  const named = command.builds ? command.files : [command.project ?? ''];
  const starts = named.length > 0 ? named : [''];
  const makings: Making[] = [];
  for (const start of starts) {
    const file = start === '' ? configAbove(ran) : projectIn(ran, start);
    if (file === undefined) continue;
    makings.push(...(await compileProject(ran, file, { command, roots, seen: new Set() })));
  }
  return command.unread
    ? { ...joined(makings), gap: 'an option of the compiler depends on a variable' }
    : joined(makings);
}

/** What a project makes, by the file of its configuration, as `nest build` asks. */
export async function projectMaking(
  ran: Ran,
  file: string,
  fallback: CompilerOptions,
): Promise<{ making: Making; outDir: string | undefined; keepsRoot: boolean }> {
  const roots = layoutRoots(ran.repository, ran.folder, 'tsc');
  const project = await readProject(ran.repository, file);
  const options = { ...fallback, ...project.options };
  const { outDir } = options;
  return {
    making: await emitted(ran.repository, { ...project, options }, roots),
    outDir: outDir ?? undefined,
    keepsRoot: options.rootDir !== undefined,
  };
}

interface Command {
  options: CompilerOptions;
  project: string | undefined;
  files: readonly string[];
  builds: boolean;
  /** It compiles nothing: `tsc --version`. */
  idle: boolean;
  unread: boolean;
}

const IDLE = new Set([
  '--version',
  '-v',
  '--help',
  '-h',
  '--all',
  '--init',
  '--showconfig',
  '--listfilesonly',
  '--clean',
  '--dry',
  '-d?',
]);
const FLAGS: Readonly<Record<string, keyof CompilerOptions>> = {
  '--noemit': 'noEmit',
  '--emitdeclarationonly': 'emitDeclarationOnly',
  '--allowjs': 'allowJs',
  '--checkjs': 'allowJs',
  '--composite': 'composite',
  '--incremental': 'incremental',
  '-i': 'incremental',
  '--resolvejsonmodule': 'resolveJsonModule',
};
const PATHS: Readonly<Record<string, 'outDir' | 'rootDir' | 'declarationDir' | 'outFile' | 'tsBuildInfoFile'>> = {
  '--outdir': 'outDir',
  '--rootdir': 'rootDir',
  '--declarationdir': 'declarationDir',
  '--outfile': 'outFile',
  '--tsbuildinfofile': 'tsBuildInfoFile',
};

/** Options that stand before a value, besides those above (https://www.typescriptlang.org/docs/handbook/compiler-options.html). */
const VALUED = new Set([
  ...['--target', '-t', '--module', '-m', '--moduleresolution', '--lib', '--types', '--typeroots'],
  ...[
    '--jsxfactory',
    '--jsximportsource',
    '--newline',
    '--sourceroot',
    '--maproot',
    '--baseurl',
    '--locale',
    '--rootdirs',
  ],
  ...['--generatetrace', '--generatecpuprofile', '--customconditions', '--ignoredeprecations', '--moduledetection'],
]);

/** Reads the words of `tsc`; its options are the same in any letter case. */
function readCommand(words: Words, folder: string): Command {
  const options: CompilerOptions = {};
  const files: string[] = [];
  const command = {
    options,
    files,
    project: undefined as string | undefined,
    builds: false,
    idle: false,
    unread: false,
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const name = word?.toLowerCase().replace(/^--?(?=[a-z]{2})/, '--') ?? '';
    const flag = Object.hasOwn(FLAGS, name) ? FLAGS[name] : undefined;
    const path = Object.hasOwn(PATHS, name) ? PATHS[name] : undefined;
    if (word === undefined) command.unread = true;
    else if (IDLE.has(name)) command.idle = true;
    else if (name === '--build' || name === '-b') command.builds = true;
    else if (name === '--project' || name === '-p') command.project = words[++at] ?? 'unread?';
    else if (path) options[path] = join(folder, words[++at] ?? '..') ?? null;
    else if (name === '--jsx') options.jsx = words[++at] ?? '';
    else if (flag && flag !== 'jsx' && isFlag(flag)) {
      const value = words[at + 1];
      options[flag] = value !== 'false';
      if (value === 'true' || value === 'false') at++;
    } else if (VALUED.has(name)) at++;
    else if (!name.startsWith('-') && word !== 'true' && word !== 'false') files.push(word);
  }
  return command;
}

type Flag = {
  [Key in keyof CompilerOptions]-?: NonNullable<CompilerOptions[Key]> extends boolean ? Key : never;
}[keyof CompilerOptions];

function isFlag(key: keyof CompilerOptions): key is Flag {
  return Object.values(FLAGS).includes(key);
}

/** The compiler looks upward for a tsconfig.json. */
function configAbove({ repository, folder }: Ran): string | undefined {
  return foldersUp(folder)
    .map((each) => childOf(each, 'tsconfig.json'))
    .find((each) => repository.lookup(each).is === 'file');
}

function projectIn({ repository, folder }: Ran, name: string): string | undefined {
  const path = join(folder, name);
  return path === undefined ? undefined : projectFile(repository, path);
}

async function compileFiles(ran: Ran, { files, options }: Command, roots: readonly LayoutRoot[]): Promise<Making> {
  const { repository, folder } = ran;
  const paths = files.flatMap((each) => join(folder, each) ?? []);
  const there = paths.filter((path) => repository.lookup(path).is === 'file');
  const inputs = await listedInputs(repository, there, folder, options);
  // A file that is not there may be a pattern that the shell puts names for.
  return laidOut({ options, folder, inputs: { ...inputs, open: inputs.open || there.length < files.length }, roots });
}

interface Walk {
  command: Command;
  roots: readonly LayoutRoot[];
  seen: Set<string>;
}

/** Most projects that one build goes through. */
const MAX_PROJECTS = 100;

async function compileProject(ran: Ran, file: string, walk: Walk): Promise<readonly Making[]> {
  if (walk.seen.has(file) || walk.seen.size > MAX_PROJECTS) return [];
  walk.seen.add(file);
  const project = await readProject(ran.repository, file);
  const makings: Making[] = [];
  if (walk.command.builds) {
    for (const each of project.references) makings.push(...(await compileProject(ran, each, walk)));
  }
  const options = walk.command.builds ? project.options : { ...project.options, ...walk.command.options };
  makings.push(await emitted(ran.repository, { ...project, options }, walk.roots));
  return makings;
}

async function emitted(
  repository: Repository,
  project: TypeScriptProject,
  roots: readonly LayoutRoot[],
): Promise<Making> {
  const { options, folder } = project;
  if (options.noEmit === true || options.emitDeclarationOnly === true) return MAKES_NOTHING;
  const inputs = await projectInputs(repository, project);
  // A project that only refers to others has no files of its own.
  if (project.files?.length === 0 && inputs.sources.length === 0) return MAKES_NOTHING;
  const making = laidOut({ options, folder, inputs, roots });
  const record = recordOf(project);
  if (project.gap === undefined) return record === undefined ? making : { ...making, records: [record] };
  const { outDir } = options;
  const all = [...(making.files ?? []), ...(making.likely ?? [])];
  return typeof outDir === 'string' ? { likely: all, folders: [outDir] } : { likely: all, gap: project.gap };
}

/** Which layouts the versions of the compiler that may be in use have; `tsgo` is that of version 7. */
function layoutRoots(repository: Repository, folder: string, program: string | undefined): readonly LayoutRoot[] {
  if (program === 'tsgo') return ['project'];
  const version = installedVersion(repository, folder, 'typescript');
  if (!version) return ['common', 'project'];
  return [version.major >= 6 ? 'project' : 'common'];
}

function joined(makings: readonly Making[]): Making {
  const gap = makings.find((each) => each.gap !== undefined)?.gap;
  return {
    files: makings.flatMap(({ files }) => files ?? []),
    likely: makings.flatMap(({ likely }) => likely ?? []),
    folders: makings.flatMap(({ folders }) => folders ?? []),
    records: makings.flatMap(({ records }) => records ?? []),
    ...(gap !== undefined && { gap }),
  };
}
