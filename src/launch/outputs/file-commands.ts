import { baseName, childOf } from '../../repository/paths.js';
import { has, option, readOptions, type Options } from '../tools/options.js';
import type { Words } from '../words.js';
import { pathIn } from './paths.js';
import type { MadeBy, MadeTree } from './tree.js';

/** What a command that handles files does to what is there. `by`: the command. */
type FileCommand = (options: Options, context: Context) => void;

interface Context {
  tree: MadeTree;
  folder: string;
  by: MadeBy;
  certain: boolean;
}

/** Programs that handle files, the same ones of npm packages included. Sources: the manual of each. */
const COMMANDS: Readonly<Record<string, { valued?: readonly string[]; run: FileCommand }>> = {
  cp: { valued: ['-t', '--target-directory', '-S', '--suffix'], run: copiesByOption },
  cpy: { run: fillsLast },
  cpx: { run: fillsLast },
  cpx2: { run: fillsLast },
  copyfiles: { valued: ['-u', '--up', '-e', '--exclude', '-E'], run: fillsLast },
  'copy-files': { run: fillsLast },
  ncp: { run: copies },
  cpr: { run: copies },
  'cp-cli': { run: copies },
  install: { valued: ['-m', '-o', '-g'], run: fillsLast },
  rsync: { valued: ['--exclude', '--include', '--filter', '-e', '--rsh'], run: fillsLast },
  mv: { valued: ['-t', '--target-directory'], run: moves },
  ln: { valued: ['-t', '--target-directory'], run: links },
  mkdir: { valued: ['-m', '--mode'], run: makesFolders },
  mkdirp: { run: makesFolders },
  touch: { valued: ['-d', '-r', '-t'], run: makesFiles },
  tee: { run: makesFiles },
  rm: { run: removes },
  rimraf: { run: removes },
  del: { run: removes },
  'del-cli': { run: removes },
  find: { run: finds },
  unzip: { valued: ['-d', '-x'], run: unpacks('-d') },
  tar: {
    valued: ['-f', '-C', '--directory', '-xzf', '-xf', '-xvf', '-xvzf', 'xzf', 'xf'],
    run: unpacks('-C', '--directory'),
  },
};

/** Runs a command that handles files on what a build left so far; false where the program is no such command. */
export function handlesFiles(words: Words, context: Context): boolean {
  const [program, ...rest] = words[0] === 'shx' ? words.slice(1) : words;
  if (program === undefined || !Object.hasOwn(COMMANDS, program)) return false;
  const command = COMMANDS[program];
  command?.run(readOptions(rest, command.valued ?? []), context);
  return true;
}

/**
 * `pnpm deploy`, as it is called in the folder of its package: a copy of that, with packages of its own
 * (https://pnpm.io/cli/deploy). What `files` of package.json leaves out is taken to be copied, too.
 */
export function deploysPackage([program, verb, ...rest]: Words, context: Context): boolean {
  if (program !== 'pnpm' || verb !== 'deploy') return false;
  const { tree, folder, by, certain } = context;
  const target = pathOf(readOptions(rest, []).operands.at(-1), context);
  if (target === undefined) tree.gaps.push({ why: 'the folder that `pnpm deploy` makes cannot be read', at: by.at });
  else {
    tree.copy(folder, target, by, certain);
    tree.fill({ path: childOf(target, 'node_modules'), certain, by });
  }
  return true;
}

/** Whether a program only handles files. */
export function isFileCommand([program = '']: Words): boolean {
  return program === 'shx' || Object.hasOwn(COMMANDS, program);
}

/** Where a word leads; undefined where it depends on a variable or on the files there are, or leaves the repository. */
function pathOf(word: string | undefined, { tree, folder }: Context): string | undefined {
  return word === undefined || /[*?[{]/.test(word) ? undefined : pathIn(tree.repository, folder, word);
}

/** The folder before the first segment with a pattern. */
function folderOfPattern(word: string | undefined, { tree, folder }: Context): string | undefined {
  if (word === undefined) return undefined;
  const segments = word.split('/');
  const at = segments.findIndex((segment) => /[*?[{]/.test(segment));
  const written = segments.slice(0, Math.max(at, 0)).join('/');
  return pathIn(tree.repository, folder, word.startsWith('/') ? `/${written}` : written);
}

interface Transfer {
  sources: Words;
  /** Undefined: it cannot be read. */
  target: string | undefined;
  /** The target is certainly a folder that the sources go into. */
  into: boolean;
  /** The target is never a folder to go into (`-T`). */
  asItself: boolean;
}

function transferOf(options: Options, context: Context): Transfer {
  const operands = [...options.operands, ...(options.rest ?? [])];
  const named = option(options, '-t', '--target-directory');
  const last = named.given ? named.value : operands.at(-1);
  const sources = named.given ? operands : operands.slice(0, -1);
  const target = pathOf(last, context);
  const asItself = [...options.values.keys()].some((name) => name === '--no-target-directory' || /^-\w*T/.test(name));
  return { sources, target, into: named.given || sources.length > 1 || last?.endsWith('/') === true, asItself };
}

function copies(options: Options, context: Context): void {
  transfers(options, context, { moved: false, withFolders: true });
}

/** `cp` leaves folders out, unless it is told otherwise. */
function copiesByOption(options: Options, context: Context): void {
  const withFolders = [...options.values.keys()].some(
    (name) => name === '--recursive' || name === '--archive' || /^-\w*[rRa]/.test(name),
  );
  transfers(options, context, { moved: false, withFolders });
}

function moves(options: Options, context: Context): void {
  transfers(options, context, { moved: true, withFolders: true });
}

interface Manner {
  moved: boolean;
  /** Folders are taken, too. */
  withFolders: boolean;
}

function transfers(options: Options, context: Context, { moved, withFolders }: Manner): void {
  const { tree, by, certain } = context;
  const { sources, target, into, asItself } = transferOf(options, context);
  if (target === undefined) {
    tree.gaps.push({ why: 'where a copy goes depends on a variable, or is outside the repository', at: by.at });
    return;
  }
  for (const word of sources) {
    const source = pathOf(word, context);
    if (source === undefined) {
      // What a pattern stands for is in the target, whatever it is.
      tree.fill({ path: target, certain, by });
      continue;
    }
    // `cp -r folder/. other` copies what is in it.
    const isContents = word?.endsWith('/.') === true || word === '.';
    if (!withFolders && tree.is(source) === 'folder') continue;
    const isFolder = into || (!asItself && tree.is(target) === 'folder');
    const isOpen = !into && !asItself && tree.is(target) === 'open';
    const to = isFolder && !isContents ? childOf(target, baseName(source)) : target;
    if (isOpen) tree.fill({ path: target, certain, by });
    tree.copy(source, to, by, certain && !isOpen);
    if (moved && certain) tree.remove(source);
  }
}

function links(options: Options, context: Context): void {
  const { tree, by, certain } = context;
  const [source, target] = [...options.operands, ...(options.rest ?? [])];
  const to = target === undefined ? pathOf(source && baseName(source), context) : pathOf(target, context);
  if (to === undefined) tree.gaps.push({ why: 'where a link is made cannot be read', at: by.at });
  // The path of a soft link starts at its own folder, so what it leads to is left open.
  else tree.fill({ path: to, certain, by });
}

/** Into the last operand go files that patterns or options choose. */
function fillsLast(options: Options, { tree, by, certain, folder }: Context): void {
  const last = [...options.operands, ...(options.rest ?? [])].at(-1);
  const out = option(options, '--out-dir', '--dest').value ?? last;
  const target = out === undefined ? undefined : pathIn(tree.repository, folder, out);
  if (target === undefined) tree.gaps.push({ why: 'where files are copied to cannot be read', at: by.at });
  else tree.fill({ path: target, certain, by });
}

function unpacks(...options: readonly string[]): FileCommand {
  return (read, { tree, by, certain, folder }) => {
    const into = option(read, ...options);
    const target = into.given ? pathIn(tree.repository, folder, into.value ?? '..') : folder;
    if (target === undefined) tree.gaps.push({ why: 'where an archive is unpacked cannot be read', at: by.at });
    else tree.fill({ path: target, certain, by });
  };
}

/** An empty folder has nothing that a command could run, but it can be entered. */
function makesFolders(options: Options, context: Context): void {
  const { tree, by, certain } = context;
  for (const word of [...options.operands, ...(options.rest ?? [])]) {
    const path = pathOf(word, context);
    if (path !== undefined) tree.file({ path: childOf(path, '.'), source: undefined, certain, by });
  }
}

function makesFiles(options: Options, context: Context): void {
  writes([...options.operands, ...(options.rest ?? [])], context);
}

/** The files that a redirection or such a command fills. */
export function writes(words: Words, context: Context): void {
  const { tree, by, certain } = context;
  for (const word of words) {
    const path = pathOf(word, context);
    if (path !== undefined) tree.file({ path, source: undefined, certain, by });
    else if (word === undefined) tree.gaps.push({ why: 'which file it writes depends on a variable', at: by.at });
  }
}

/** Programs that `find` runs on what it found, and that leave no other file. */
const LEAVE_NOTHING = new Set(['rm', 'chmod', 'chown', 'ls', 'echo', 'grep', 'cat', 'test', 'touch']);

/** It tells of files, unless it deletes them or runs another program on them. */
function finds(options: Options, { tree, by, folder }: Context): void {
  const [start = '.'] = options.operands;
  if (has(options, '-delete', '-exec', '-execdir')) tree.doubt(pathIn(tree.repository, folder, start) ?? '');
  const runs = has(options, '-exec', '-execdir') && !options.operands.some((word) => LEAVE_NOTHING.has(word ?? ''));
  if (runs) tree.gaps.push({ why: 'what `find` runs is not followed', at: by.at });
}

function removes(options: Options, context: Context): void {
  const { tree, certain } = context;
  if (!certain || has(options, '--dry-run')) return;
  for (const word of [...options.operands, ...(options.rest ?? [])]) {
    const path = pathOf(word, context);
    if (path !== undefined && path !== '') tree.remove(path);
    // What a pattern stands for is not worked out: nothing below its folder is there for certain any more.
    else tree.doubt(folderOfPattern(word, context) ?? '');
  }
}
