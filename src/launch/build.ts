import { nearestPackage, workspacePackages, type Package } from '../code/packages.js';
import type { Step } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Service } from '../model/service.js';
import { join, parent } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';
import { member } from '../syntax/json.js';
import { linesOf } from '../syntax/lines.js';
import { parseShell, type ShellCommand, type ShellWord } from '../syntax/shell.js';
import { serviceFolders } from './folder.js';
import { packageCommand, type PackageCommand, type Target, type Words } from './package-managers.js';
import { namedProgram, unwrapped } from './wrappers.js';

/** A program that a build runs. */
export interface BuildProgram {
  /** Its name and arguments; a word that depends on the shell's variables is undefined. */
  words: Words;
  /** The folder it runs in, relative to the root of the repository. */
  folder: string;
  /** The package.json in force there. */
  package: Package | undefined;
  /** The place of the command that names it. */
  at: Location;
  /** From the build command on; the last step names the program. */
  trail: readonly Step[];
}

/** Where the way through a build could not be followed. `why` is a clause. */
export interface Gap {
  why: string;
  at: Location;
  /** What the build asks for is not there, so it may have been meant for another folder. */
  missing: boolean;
}

export interface Build {
  /** The folder the build starts in, relative to the root of the repository. */
  folder: string;
  /** In the order they run. */
  programs: readonly BuildProgram[];
  gaps: readonly Gap[];
}

/**
 * Follows a service's build command through folders, package.json scripts, workspaces and shell scripts up to the
 * programs it runs. Undefined where the folder of the service cannot be read. Without a build command there are none.
 */
export async function followBuild(repository: Repository, service: Service): Promise<Build | undefined> {
  let first: Build | undefined;
  for (const folder of serviceFolders(repository, service)) {
    const build = await buildIn(repository, service, folder);
    if (build.gaps.every(({ missing }) => !missing)) return build;
    first ??= build;
  }
  return first;
}

async function buildIn(repository: Repository, { buildCommand }: Service, folder: string): Promise<Build> {
  const follower = new Follower(repository);
  switch (buildCommand.is) {
    case 'known': {
      const { value, at } = buildCommand;
      await follower.shell(value, () => at, {
        folder,
        trail: [{ at, words: `the build runs ${brief(value)}` }],
        scripts: [],
      });
      break;
    }
    case 'unknown':
      follower.gaps.push({ why: buildCommand.why, at: buildCommand.at, missing: false });
      break;
    case 'oneOf': {
      const [one] = buildCommand.values;
      if (one) follower.gaps.push({ why: 'the build command depends on a condition', at: one.at, missing: false });
      break;
    }
    case 'absent':
  }
  return { folder, programs: follower.programs, gaps: follower.gaps };
}

/** Deepest chain of scripts that call scripts, and most commands of one build, that are followed. */
const MAX_DEPTH = 20;
const MAX_COMMANDS = 500;

/** Where the follower stands. */
interface Here {
  folder: string;
  trail: readonly Step[];
  /** Scripts on the way here, against loops. */
  scripts: readonly string[];
  /** Words added behind the last command, as `npm run build -- --base /x` does. */
  added?: Words;
}

class Follower {
  readonly programs: BuildProgram[] = [];
  readonly gaps: Gap[] = [];
  #commands = 0;

  constructor(private readonly repository: Repository) {}

  /** Follows a shell text. `place` gives the place of a part of it. `script` is the file it stands in, where it is one. */
  async shell(
    text: string,
    place: (start: number, end: number) => Location,
    here: Here,
    script?: string,
  ): Promise<void> {
    const commands = await parseShell(text);
    const folders = new Map<number, string | undefined>([[0, here.folder]]);
    for (const [index, command] of commands.entries()) {
      const { scope, folder } = folderOf(folders, command);
      const at = place(command.start, command.end);
      if (command.words[0]?.text === 'cd') {
        folders.set(scope, this.#cd(command.words[1], folder, at, script));
        continue;
      }
      const added = index === commands.length - 1 ? (here.added ?? []) : [];
      const words = [...command.words.map(wordOf), ...added];
      if (folder !== undefined) await this.#command(words, at, { folder, trail: here.trail, scripts: here.scripts });
    }
  }

  #cd(
    word: ShellWord | undefined,
    folder: string | undefined,
    at: Location,
    script: string | undefined,
  ): string | undefined {
    const beside = script === undefined ? undefined : besideScript(word?.raw ?? '', script);
    if (beside !== undefined) return beside;
    const target = folder === undefined || word?.text === undefined ? undefined : join(folder, word.text);
    if (target === undefined) {
      this.#gap(`the folder of \`cd ${word?.raw ?? ''}\` cannot be read`, at);
    } else if (this.repository.lookup(target).is !== 'directory') {
      this.#gap(`there is no folder ${target}`, at, true);
      return undefined;
    }
    return target;
  }

  async #command(written: Words, at: Location, here: Here): Promise<void> {
    if (++this.#commands > MAX_COMMANDS) {
      if (this.#commands === MAX_COMMANDS + 1) this.#gap(`it runs more than ${MAX_COMMANDS} commands`, at);
      return;
    }
    const words = namedProgram(unwrapped(written));
    const [program] = words;
    if (words.length === 0) return;
    if (program === undefined) {
      this.#gap('the program depends on a variable', at);
      return;
    }
    const asked = packageCommand(words) ?? taskCommand(words);
    if (asked) await this.#package(asked, at, here);
    else if (SHELLS.has(program) || isPath(program)) await this.#script(words, at, here);
    else this.#program(words, at, here);
  }

  #program(words: Words, at: Location, here: Here): void {
    this.programs.push({
      words,
      folder: here.folder,
      package: nearestPackage(this.repository, here.folder),
      at,
      trail: here.trail,
    });
  }

  /** `sh build.sh`, `bash -c '…'` and `./build.sh`. */
  async #script(words: Words, at: Location, here: Here): Promise<void> {
    const [program = '', ...rest] = words;
    const inline = SHELLS.has(program) ? rest.findIndex((word) => /^-[a-z]*c$/.test(word ?? '')) : -1;
    if (inline !== -1) {
      const text = rest[inline + 1];
      if (text === undefined) this.#gap(`what ${program} runs depends on a variable`, at);
      else if (here.scripts.length < MAX_DEPTH)
        await this.shell(text, () => at, { ...here, scripts: [...here.scripts, '-c'] });
      return;
    }
    const name = SHELLS.has(program) ? rest.find((word) => word?.startsWith('-') !== true) : program;
    const file = name === undefined ? undefined : join(here.folder, name);
    if (file === undefined) {
      this.#gap(`what ${program} runs cannot be read`, at);
      return;
    }
    const source = this.repository.read(file);
    if (source.is !== 'text') {
      this.#gap(`${file} ${source.why}`, at, source.is === 'missing');
    } else if (/^#!.*\b(?:node|python|ruby|deno|bun)/.test(source.text)) {
      this.#program(words, at, here);
    } else if (here.scripts.length < MAX_DEPTH && !here.scripts.includes(file)) {
      const lines = linesOf(file, source.text);
      const trail = [...here.trail, { at: lines.location(0, 0), words: `runs ${file}` }];
      const inside = { folder: here.folder, trail, scripts: [...here.scripts, file] };
      await this.shell(source.text, (start, end) => lines.location(start, end), inside, file);
    }
  }

  async #package(asked: PackageCommand, at: Location, here: Here): Promise<void> {
    if (asked.asks === 'nothing') return;
    if (asked.asks === 'unknown') {
      this.#gap(asked.why, at);
      return;
    }
    for (const folder of await this.#targets(asked.target, at, here)) {
      const there = { ...here, folder };
      if (asked.asks === 'program') await this.#command(asked.words, at, there);
      else if (asked.asks === 'install') await this.#install(at, there);
      else await this.#named(asked, at, there);
    }
  }

  /** The folders of the packages a command is asked of. */
  async #targets({ folder, packages, all }: Target, at: Location, here: Here): Promise<readonly string[]> {
    const base = folder === undefined ? here.folder : join(here.folder, folder);
    if (base === undefined) {
      this.#gap(`the folder ${folder ?? ''} is outside the repository`, at);
      return [];
    }
    if (packages.length === 0 && !all) return [base];
    const workspace = await workspacePackages(this.repository, base);
    if (all) return workspace.map((each) => each.folder);
    return packages.flatMap((written) => {
      // pnpm's and turbo's `name...` and `...name` take in the packages it depends on, or that depend on it.
      const name = written.replace(/^(?:\.\.\.)?\^?/, '').replace(/\^?(?:\.\.\.)?$/, '');
      const path = join(base, name);
      const found = workspace.filter((each) => each.name === name || each.folder === path);
      if (found.length === 0) this.#gap(`there is no workspace package ${name}`, at, true);
      return found.map((each) => each.folder);
    });
  }

  /** Runs a script with those that surround it. */
  async #named(asked: Extract<PackageCommand, { asks: 'script' }>, at: Location, here: Here): Promise<void> {
    const own = nearestPackage(this.repository, here.folder);
    const { script, args, target, orProgram } = asked;
    if (own && member(own.json, 'scripts', script)?.is === 'string') {
      await this.#runScript(own, `pre${script}`, here);
      await this.#runScript(own, script, { ...here, added: args });
      await this.#runScript(own, `post${script}`, here);
    } else if (orProgram) {
      await this.#orProgram(own, [script, ...args], at, here);
    } else if (script.endsWith('*') && own) {
      for (const name of scriptsMatching(own, script)) await this.#runScript(own, name, here);
    } else if (!target.all) {
      this.#gap(
        own ? `${own.file} has no script ${script}` : `there is no package.json in ${shown(here.folder)}`,
        at,
        true,
      );
    }
  }

  async #orProgram(own: Package | undefined, words: Words, at: Location, here: Here): Promise<void> {
    if (own) await this.#command(words, at, here);
    else this.#gap(`there is no package.json in ${shown(here.folder)}`, at, true);
  }

  /** An install runs the scripts of its life cycle, some of which build. */
  async #install(at: Location, here: Here): Promise<void> {
    const own = nearestPackage(this.repository, here.folder);
    if (!own) {
      this.#gap(`there is no package.json in ${shown(here.folder)}`, at, true);
      return;
    }
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) await this.#runScript(own, script, here);
  }

  async #runScript(own: Package, script: string, here: Here): Promise<void> {
    const body = member(own.json, 'scripts', script);
    const key = `${own.file}#${script}`;
    if (body?.is !== 'string' || here.scripts.includes(key) || here.scripts.length >= MAX_DEPTH) return;
    const trail = [...here.trail, { at: body.at, words: `the script ${script} runs ${brief(body.value)}` }];
    await this.shell(body.value, () => body.at, {
      ...here,
      folder: own.folder,
      trail,
      scripts: [...here.scripts, key],
    });
  }

  #gap(why: string, at: Location, missing = false): void {
    this.gaps.push({ why, at, missing });
  }
}

const SHELLS = new Set(['sh', 'bash', 'dash', 'zsh', 'source', '.']);

function isPath(program: string): boolean {
  return program.includes('/') || program.endsWith('.sh');
}

/**
 * A word's text. Of a program that is looked up first (`$(which vite)`), a path that tells which one it is; of a pattern
 * of script names (`run-p build:*`) the pattern, which the shell leaves alone as no file has such a name.
 */
function wordOf({ text, raw, which }: ShellWord): string | undefined {
  if (which !== undefined) return `node_modules/.bin/${which}`;
  return text ?? (/^[\w-]+:[\w:-]*\*$/.test(raw) ? raw : undefined);
}

/** The subshell a command runs in and its folder there; on entry a subshell has that of what it is in. */
function folderOf(
  folders: Map<number, string | undefined>,
  { subshells }: ShellCommand,
): { scope: number; folder: string | undefined } {
  let scope = 0;
  for (const id of subshells) {
    if (!folders.has(id)) folders.set(id, folders.get(scope));
    scope = id;
  }
  return { scope, folder: folders.get(scope) };
}

/** The folder of `cd "$(dirname "$0")"`, with a path behind it or without. */
function besideScript(raw: string, script: string): string | undefined {
  const [match, behind = ''] =
    /^"?\$\(dirname (?:--? )?"?\$(?:0|\{?BASH_SOURCE(?:\[0\])?\}?)"?\)(\/[\w./-]*)?"?$/.exec(raw) ?? [];
  return match === undefined ? undefined : join(parent(script), behind.replace(/^\/+/, ''));
}

/** Options of task runners that name packages. */
const TASK_FILTERS = ['--filter', '-F', '--scope'];

/** Programs that run scripts by name: turbo, lerna, npm-run-all and concurrently. */
function taskCommand(words: Words): PackageCommand | undefined {
  const [program, ...rest] = words;
  switch (program) {
    case 'turbo':
    case 'lerna':
      return workspaceTask(rest);
    case 'run-s':
    case 'run-p':
    case 'npm-run-all':
    case 'npm-run-all2': {
      const [script, ...more] = rest.filter((word) => word?.startsWith('-') !== true);
      if (script === undefined) return { asks: 'unknown', why: `what ${program} runs depends on a variable` };
      const target = { folder: undefined, packages: [], all: false };
      if (more.length === 0) return { asks: 'script', script, args: [], target, orProgram: false };
      // One after another: a shell that runs each is the same.
      return {
        asks: 'program',
        words: ['sh', '-c', [script, ...more].map((name) => `npm run ${quoted(name ?? '')}`).join(' && ')],
        target,
      };
    }
    case 'concurrently': {
      const commands = rest.filter((word) => word?.startsWith('-') !== true);
      const text = commands
        .map((command = '') => (command.startsWith('npm:') ? `npm run ${quoted(command.slice(4))}` : command))
        .join('\n');
      return { asks: 'program', words: ['sh', '-c', text], target: { folder: undefined, packages: [], all: false } };
    }
    default:
      return undefined;
  }
}

/** `turbo run build --filter=web` and `lerna run build --scope web`. */
function workspaceTask(words: Words): PackageCommand {
  const packages: string[] = [];
  const names: (string | undefined)[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const [option = '', value] = word?.split('=', 2) ?? [];
    if (TASK_FILTERS.includes(option)) {
      const given = value ?? words[++at];
      if (given === undefined) return { asks: 'unknown', why: 'the package it runs in depends on a variable' };
      packages.push(given);
    } else if (word?.startsWith('-') !== true) names.push(word);
  }
  const script = names[0] === 'run' ? names[1] : names[0];
  if (script === undefined) return { asks: 'unknown', why: 'the task it runs cannot be read' };
  return {
    asks: 'script',
    script,
    args: [],
    target: { folder: undefined, packages, all: packages.length === 0 },
    orProgram: false,
  };
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", '')}'`;
}

function scriptsMatching({ json }: Package, pattern: string): readonly string[] {
  const scripts = member(json, 'scripts');
  const prefix = pattern.slice(0, pattern.indexOf('*'));
  return scripts?.is === 'object' ? [...scripts.members.keys()].filter((name) => name.startsWith(prefix)) : [];
}

function shown(folder: string): string {
  return folder === '' ? 'the root of the repository' : folder;
}

/** A command in a few words: its first line, cut where it is long. */
function brief(command: string): string {
  const [line = ''] = command.trim().split(/\r\n|\n|\r/);
  const long = line.length > 60;
  return `\`${long ? line.slice(0, 57).trimEnd() : line}${long || line !== command.trim() ? ' …' : ''}\``;
}
