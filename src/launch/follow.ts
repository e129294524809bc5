import { nearestPackage, workspacePackages, type Package } from '../code/packages.js';
import type { Location } from '../model/location.js';
import type { Environment, MissingTarget, Variable } from '../model/process.js';
import { join } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';
import { parseDotenv } from '../syntax/dotenv.js';
import { member, parseJson, stringAt } from '../syntax/json.js';
import { linesOf } from '../syntax/lines.js';
import { parseShell, type ShellScript } from '../syntax/shell.js';
import { emptyEnvironment, extended, opened } from './environment.js';
import {
  calledFrom,
  failing,
  inSequence,
  MAX_DEPTH,
  NOTHING,
  part,
  runs,
  shownFolder,
  writtenVariable,
  type Flow,
  type Follower,
  type Place,
  type ScriptRun,
  type ShellText,
} from './flow.js';
import { MadeFolders } from './made-folders.js';
import { missingFile, missingFolder, missingManifest, missingScript } from './missing.js';
import {
  hasLifecycle,
  hasServerFile,
  packageCommand,
  passedOn,
  type PackageCommand,
  type Target,
} from './package-managers.js';
import {
  below,
  belowManager,
  belowProgram,
  belowScript,
  belowShell,
  execsLastOf,
  type ImageShells,
} from './parents.js';
import type { BuildStep } from './outputs/outputs.js';
import { placesWithin } from './places.js';
import { isKnownProgram } from './programs.js';
import { seenFrom } from './seen-from.js';
import { ShellRun } from './shell-run.js';
import { openShell } from './shell-state.js';
import { TOOLS } from './tools/index.js';
import type { Words } from './words.js';
import { namedProgram, unwrapped, type VariableFile, type Wrapped } from './wrappers.js';

/** Most commands that are followed, those of the shell itself included. */
const MAX_COMMANDS = 1_000;

export interface FollowerOptions {
  /** The absolute path of the repository where its commands run. */
  sourceFolder?: string | undefined;
  /** The repository is the tree of an image. */
  image?: ImageShells;
  /** What ran before: the steps of the build, for commands that run behind it. */
  before?: () => Promise<readonly BuildStep[]>;
}

export function openFollower(repository: Repository, options: FollowerOptions = {}): Follower {
  return new ShellFollower(repository, options);
}

class ShellFollower implements Follower {
  #commands = 0;
  private readonly sourceFolder: string | undefined;
  private readonly image: ImageShells | undefined;
  readonly #made: MadeFolders;

  constructor(
    readonly repository: Repository,
    { sourceFolder, image, before }: FollowerOptions,
  ) {
    this.sourceFolder = sourceFolder;
    this.image = image;
    this.#made = new MadeFolders(repository, before);
  }

  async text(text: ShellText, place: Place): Promise<Flow> {
    if (place.within.length >= MAX_DEPTH) {
      return this.gap('scripts call scripts too many times', text.places(0, 1), place);
    }
    // A carriage return at the end of a line would be part of its last word.
    const script = await parseShell(text.text.replaceAll('\r\n', ' \n'));
    const flow = await new ShellRun(this, text, place, this.sourceFolder).list(script.list, openShell(text, place));
    const read = this.#withFault(flow, script, text, place);
    if (place.within.length > 0 || this.#commands < MAX_COMMANDS) return read;
    const gap = this.gap(`it runs more than ${MAX_COMMANDS} commands`, text.places(0, text.text.length), place);
    return { is: 'sequence', parts: [part(read), part(gap)] };
  }

  /** Whether one more command may be followed. */
  spend(): boolean {
    return this.#commands++ < MAX_COMMANDS;
  }

  #withFault(flow: Flow, { fault }: ShellScript, text: ShellText, place: Place): Flow {
    if (!fault) return flow;
    const at = text.places(fault.offset, Math.min(fault.offset + 1, text.text.length));
    const gap = failing(this.gap(`the shell cannot read it: ${fault.why}`, at, place));
    // A shell runs the lines before the one it cannot read.
    const isFirst = !text.text.slice(0, fault.offset).trim().includes('\n');
    return isFirst ? gap : { is: 'sequence', parts: [part(flow), part(gap)] };
  }

  async command(written: Words, at: Location, place: Place): Promise<Flow> {
    const flow = await this.#command(written, at, place);
    if (flow.is === 'command') this.#made.ran(flow.command);
    return flow;
  }

  // The tree of an image has what its own commands made as far as it is known.
  isMade(folder: string): Promise<boolean> {
    return this.image ? Promise.resolve(false) : this.#made.has(folder);
  }

  async #command(written: Words, at: Location, place: Place): Promise<Flow> {
    const own = this.image
      ? this.#withOwnProgram(written, place)
      : written.map((word) => this.#relative(word, place.folder));
    const words = namedProgram(own);
    if (words.length === 0) return NOTHING;
    const [program, ...rest] = words;
    if (program === undefined) return this.gap('the program depends on a variable', at, place);
    if (!this.spend()) return NOTHING;
    if (place.within.length >= MAX_DEPTH) return this.gap('commands run commands too many times', at, place);
    const wrapped = unwrapped(words);
    if (wrapped) return this.#wrapped(wrapped, at, place, words);
    const tool = Object.hasOwn(TOOLS, program) ? TOOLS[program] : undefined;
    const options = this.image ? rest.map((word) => this.#inImage(word, place.folder)) : rest;
    const followed = await tool?.(options, at, belowProgram(calledFrom(words, at, place), words, at), this);
    if (followed) return followed;
    const asked = packageCommand(words);
    if (asked) return this.#package(asked, words, at, place);
    if (SHELLS.has(program)) return this.#shell(program, rest, at, place);
    if (program.includes('/')) return this.#file(program, rest, at, place);
    if (program.endsWith('.sh')) {
      return failing(
        this.gap(`${program} is looked for in the PATH, not in the folder: \`./${program}\` runs it`, at, place),
      );
    }
    return runs(words, at, place);
  }

  async #wrapped(wrapped: Wrapped, at: Location, place: Place, words: Words): Promise<Flow> {
    const { clears, opens, unsets, sets, files } = wrapped;
    let environment = clears ? emptyEnvironment(at) : place.environment;
    const changes = new Map<string, Variable>(unsets.map((name) => [name, { is: 'unset', at }]));
    for (const [name, text] of sets) changes.set(name, writtenVariable(text, at));
    const gaps: Flow[] = [];
    const isThere = ({ path }: VariableFile): boolean =>
      this.repository.lookup(join(place.folder, path ?? '') ?? '').is === 'file';
    for (const file of files.filter(isThere)) environment = this.#withFile(environment, file, place, at, gaps);
    environment = extended(environment, changes);
    if (opens || !files.every(isThere)) environment = opened(environment);
    let inside: Place = { ...belowProgram(calledFrom(words, at, place), words, at), environment };
    if (wrapped.folder !== undefined) {
      const found = this.folder(wrapped.folder, at, place);
      if (found.is !== 'folder') return found;
      inside = { ...inside, folder: found.folder };
    }
    if (wrapped.words.length === 0) return runs(words, at, place);
    const [first] = wrapped.words;
    if (wrapped.isText) {
      const text = wrapped.words.includes(undefined) ? undefined : wrapped.words.join(' ');
      if (text === undefined) return this.gap(`what ${words[0] ?? 'it'} runs depends on a variable`, at, place);
      return this.text({ text, places: () => at, subject: words[0] ?? '' }, inside);
    }
    if (first?.includes(' ') === true) {
      return failing(
        this.gap(`${words[0] ?? 'it'} starts a program of the name \`${first}\`, not a command`, at, place),
      );
    }
    return inSequence([...gaps, await this.command(wrapped.words, at, inside)]);
  }

  /** The environment with the variables of a file; what the file cannot be read for is added to `gaps`. */
  #withFile(base: Environment, file: VariableFile, place: Place, at: Location, gaps: Flow[]): Environment {
    const path = file.path === undefined ? undefined : join(place.folder, file.path);
    const source = path === undefined ? undefined : this.repository.read(path);
    if (path === undefined || source?.is !== 'text') {
      // A file of variables is rarely committed: the service may be given it.
      if (path !== undefined && !file.optional) {
        gaps.push(
          failing(this.gap(`${path} does not exist`, at, place, missingFile(this.repository, file.path ?? path, path))),
        );
      }
      return opened(base);
    }
    const changes = new Map<string, Variable>();
    for (const { name, value, at: entryAt } of this.#entries(source.text, path, file)) {
      const before = base.variable(name);
      if (file.overrides || before.is === 'unset') changes.set(name, writtenVariable(value, entryAt));
      else if (before.is === 'unknown') changes.set(name, writtenVariable(undefined, entryAt));
    }
    return extended(base, changes);
  }

  #entries(
    text: string,
    path: string,
    { part: of }: VariableFile,
  ): readonly { name: string; value: string | undefined; at: Location }[] {
    if (of === undefined) return parseDotenv(text, path);
    const json = member(parseJson(text, path), of);
    if (json?.is !== 'object') return [];
    return [...json.members].flatMap(([name, { value }]) =>
      value.is === 'string' || value.is === 'number' ? [{ name, value: String(value.value), at: value.at }] : [],
    );
  }

  variables(file: VariableFile, at: Location, place: Place): { environment: Environment; gaps: readonly Flow[] } {
    const gaps: Flow[] = [];
    return { environment: this.#withFile(place.environment, file, place, at, gaps), gaps };
  }

  // ---- shells and files

  /** `sh -c '…'` and `bash build.sh`. */
  async #shell(program: string, words: Words, at: Location, place: Place): Promise<Flow> {
    const { flags, operand, args } = shellWords(words);
    if (flags === undefined) return this.gap(`what ${program} runs depends on a variable`, at, place);
    const strict = flags.includes('e');
    if (!flags.includes('c')) {
      if (operand === undefined && words.length > 0)
        return this.gap(`what ${program} runs depends on a variable`, at, place);
      return operand === undefined ? NOTHING : this.#scriptFile(operand, args, at, place, strict);
    }
    if (operand === undefined) return this.gap(`what ${program} runs depends on a variable`, at, place);
    const execsLast = execsLastOf(program, this.image);
    return this.text(
      {
        ...{ text: operand, places: () => at, subject: `${program} -c`, args: args.slice(1), strict },
        ...(execsLast === true && { execsLast }),
      },
      { ...belowShell(place, program, at, execsLast), within: [...place.within, '-c'] },
    );
  }

  /** A file that is run by its path. */
  async #file(program: string, args: Words, at: Location, place: Place): Promise<Flow> {
    const path = this.#path(program, place.folder);
    const source = path === undefined ? undefined : this.repository.read(path);
    if (source?.is === 'text') {
      const [, interpreter] =
        /^#![ \t]*(?:\/usr\/bin\/env[ \t]+(?:-S[ \t]+)?)?\S*?([\w.-]+)(?:[ \t].*)?$/m.exec(firstLine(source.text)) ??
        [];
      const isShell = interpreter === undefined ? !/\.[cm]?[jt]s$|\.py$|\.rb$/.test(program) : SHELLS.has(interpreter);
      if (interpreter !== undefined && firstLine(source.text) !== firstLine(source.text, true)) {
        const lines = linesOf(path ?? '', source.text);
        const why = 'its first line ends with a carriage return, which becomes part of the name of the program';
        return failing(this.gap(why, lines.location(0, firstLine(source.text).length), place));
      }
      if (isShell) return this.#scriptFile(program, args, at, place, false);
      if (interpreter !== undefined) return this.command([interpreter, program, ...args], at, place);
    }
    if (program.endsWith('.sh')) return this.#scriptFile(program, args, at, place, false);
    return runs([program, ...args], at, place);
  }

  /** A word with the absolute path of the repository in front as one that starts at the folder. */
  #relative(word: string | undefined, folder: string): string | undefined {
    const own = this.sourceFolder;
    if (own === undefined || word?.startsWith(`${own}/`) !== true) return word;
    const path = word.slice(own.length + 1);
    if (folder === '' || path.startsWith(`${folder}/`)) return path.slice(folder === '' ? 0 : folder.length + 1);
    return `${'../'.repeat(folder.split('/').length)}${path}`;
  }

  /** An absolute path of the image as it is seen from a folder, where something is at it. */
  #inImage(word: string | undefined, folder: string, isProgram = false): string | undefined {
    const path = word?.startsWith('/') === true ? word.replace(/^\/+/, '') : undefined;
    if (path === undefined || this.repository.lookup(path).is === 'missing') return word;
    return seenFrom(folder, path, isProgram);
  }

  /**
   * A program that is a file of the image goes by its path, also where a system's programs are. The other words stay: a
   * script may change the folder before it runs them.
   */
  #withOwnProgram([program, ...rest]: Words, { folder }: Place): Words {
    const path = program?.startsWith('/') === true ? program.replace(/^\/+/, '') : '';
    const isFile = path !== '' && this.repository.lookup(path).is === 'file';
    return [isFile ? this.#inImage(program, folder, true) : program, ...rest];
  }

  /** The path in the repository that a command means, seen from its folder. */
  #path(written: string, folder: string): string | undefined {
    const own = this.sourceFolder;
    if (own !== undefined && (written === own || written.startsWith(`${own}/`)))
      return join('', written.slice(own.length).replace(/^\/+/, ''));
    return join(folder, written);
  }

  async #scriptFile(name: string, args: Words, at: Location, place: Place, strict: boolean): Promise<Flow> {
    const file = this.#path(name, place.folder);
    if (file === undefined) return this.gap(`${name} is outside the repository`, at, place);
    const source = this.repository.read(file);
    if (source.is !== 'text') {
      const missing = source.is === 'missing' ? missingFile(this.repository, name, file) : undefined;
      return failing(this.gap(`${file} ${source.why}`, at, place, missing));
    }
    if (place.within.includes(file)) return this.gap(`${file} runs itself, over and over`, at, place);
    const lines = linesOf(file, source.text);
    const text: ShellText = {
      text: source.text,
      places: (start, end) => lines.location(start, end),
      subject: file,
      file,
      args,
      strict: strict || /^#!.*[ \t]-\w*e/.test(source.text),
    };
    return this.text(text, { ...belowScript(place, name, source.text, at), within: [...place.within, file] });
  }

  folder(path: string | undefined, at: Location, place: Place): { is: 'folder'; folder: string } | Flow {
    if (path === undefined) return failing(this.gap('the folder it runs in depends on a variable', at, place));
    const target = this.#path(path, place.folder);
    if (target === undefined) return failing(this.gap(`the folder ${path} is outside the repository`, at, place));
    if (this.repository.lookup(target).is === 'directory') return { is: 'folder', folder: target };
    const missing = missingFolder(this.repository, path, target);
    return failing(this.gap(`there is no folder ${target}`, at, place, missing));
  }

  // ---- packages

  async #package(asked: PackageCommand, words: Words, at: Location, place: Place): Promise<Flow> {
    if (asked.asks === 'nothing') return runs(words, at, place, true);
    if (asked.asks === 'unknown') return this.gap(asked.why, at, place);
    const targets = await this.targets(asked.target, at, place, words[0]);
    const flows: Flow[] = [...targets.gaps];
    for (const folder of targets.folders) {
      const there = { ...calledFrom(words, at, place), folder };
      // Bun's bundler is Bun itself.
      if (asked.asks === 'program' && asked.words[0] === words[0] && asked.words[1] === 'build')
        flows.push(runs(asked.words, at, { ...place, folder }));
      else if (asked.asks === 'program') {
        const below = belowManager(there, words, at, execsLastOf('sh', this.image));
        flows.push(await this.command(asked.words, at, below));
      } else if (asked.asks === 'deploy') flows.push(this.#deploy(asked, at, { ...place, folder }, place.folder));
      else if (asked.asks === 'install')
        flows.push(inTurn([runs(words, at, { ...place, folder }, true), await this.#install(at, there)]));
      else {
        const run: ScriptRun = {
          name: asked.script,
          args: asked.args,
          manager: words[0] ?? 'npm',
          orProgram: asked.orProgram,
          optional: asked.target.all || words.includes('--if-present'),
        };
        flows.push(await this.script(run, at, there));
      }
    }
    if (!asked.target.all) return inSequence(flows);
    // npm, and yarn unless it is told otherwise, run one after another.
    const isSerial =
      words[0] === 'npm' ||
      (words[0] === 'yarn' && !words.some((word) => /^(?:-\w*[pi]\w*|--parallel|--interlaced)$/.test(word ?? '')));
    if (!isSerial) return { is: 'together', flows };
    return { is: 'sequence', parts: flows.map((flow) => ({ ...part(flow), after: '&&', trailing: true })) };
  }

  /** `pnpm deploy` as it is called in the folder of its package: the folder it makes is named from where it is called. */
  #deploy(
    { words, target }: Extract<PackageCommand, { asks: 'deploy' }>,
    at: Location,
    place: Place,
    from: string,
  ): Flow {
    const written = words.at(-1);
    const base = target.folder === undefined ? from : (this.#path(target.folder, from) ?? from);
    const path = written?.startsWith('/') === true ? undefined : written && join(base, written);
    const folder = path === undefined ? written : seenFrom(place.folder, path, false);
    return runs(['pnpm', 'deploy', ...words.slice(0, -1), folder], at, place, true);
  }

  /** The folders of the packages a command is asked of. */
  async targets(
    { folder, packages, all }: Target,
    at: Location,
    place: Place,
    manager?: string,
  ): Promise<{ folders: readonly string[]; gaps: readonly Flow[] }> {
    const base = folder === undefined ? place.folder : this.#path(folder, place.folder);
    if (base === undefined) {
      return {
        folders: [],
        gaps: [failing(this.gap(`the folder ${folder ?? ''} is outside the repository`, at, place))],
      };
    }
    if (folder !== undefined && this.repository.lookup(base).is !== 'directory') {
      const missing = missingFolder(this.repository, folder, base);
      return { folders: [], gaps: [failing(this.gap(`there is no folder ${base}`, at, place, missing))] };
    }
    if (packages.length === 0 && !all) return { folders: [base], gaps: [] };
    const workspace = await workspacePackages(this.repository, base);
    if (all) return { folders: workspace.map((each) => each.folder), gaps: [] };
    const gaps: Flow[] = [];
    const folders = packages.flatMap((written) => {
      // pnpm's and turbo's `name...` and `...name` take in the packages it depends on, or that depend on it.
      const name = written
        .replace(/^(?:\.\.\.)?\^?/, '')
        .replace(/\^?(?:\.\.\.)?$/, '')
        .replace(/^\{(.*)\}$/, './$1');
      const path = join(base, name);
      const isFolder = (each: Package): boolean =>
        each.folder === path || (/^\.{1,2}\//.test(name) && path !== undefined && isMatch(path, each.folder));
      const exact = workspace.filter((each) => each.name === name || isFolder(each) || isMatch(name, each.name));
      // pnpm takes a name without its scope, too (https://pnpm.io/filtering).
      const found =
        exact.length > 0 || manager !== 'pnpm'
          ? exact
          : workspace.filter((each) => each.name?.endsWith(`/${name}`) === true);
      if (found.length > 0) return found.map((each) => each.folder);
      const available = workspace.map((each) => each.name ?? each.folder).slice(0, MAX_NAMES);
      const missing: MissingTarget = { kind: 'package', name, path: path ?? name, available };
      gaps.push(failing(this.gap(`there is no workspace package ${name}`, at, place, missing)));
      return [];
    });
    return { folders, gaps };
  }

  async script(run: ScriptRun, at: Location, place: Place): Promise<Flow> {
    if (this.#isMadeFolder(place)) {
      return this.gap(`${place.folder} is not in the repository, so that its package.json is not read`, at, place);
    }
    const own = nearestPackage(this.repository, place.folder);
    if (!own) {
      const missing = missingManifest(this.repository, place.folder);
      if (run.optional && run.manager !== 'npm') return NOTHING;
      return failing(this.gap(`there is no package.json in ${shownFolder(place.folder)}`, at, place, missing));
    }
    const { name, manager } = run;
    const body = member(own.json, 'scripts', name);
    const fault = manager === 'bun' ? undefined : this.#manifestFault(own);
    if (fault) return failing(this.gap(`${own.file} is no valid JSON, so ${manager} runs nothing`, fault, place));
    if (body?.is === 'string') return this.#surrounded(own, run, place, at);
    if (body) return failing(this.gap(`the script ${name} is not a text`, body.at, place));
    if (/^\/.*\/$/.test(name)) return this.gap(`which scripts ${name} names is not worked out`, at, place);
    if (run.optional) return NOTHING;
    const isFile = (path: string): boolean => this.repository.lookup(join(own.folder, path) ?? '').is === 'file';
    if (name === 'start' && hasServerFile(this.repository, manager, own) && isFile('server.js')) {
      // `npm help start`: without a script, `node server.js` where there is such a file.
      const steps = [...place.steps, { at, words: `${manager} runs \`node server.js\`, as there is no script start` }];
      return this.command(['node', 'server.js', ...run.args], at, { ...place, folder: own.folder, steps });
    }
    if (manager === 'yarn' && name.includes(':')) {
      const owner = await this.#ownerOf(name, place.folder);
      if (owner) return this.#surrounded(owner, run, { ...place, folder: owner.folder }, at);
    }
    if (run.orProgram && this.#isProgram(own, name)) {
      const below = belowManager(place, [manager], at, execsLastOf('sh', this.image));
      return this.command([name, ...run.args], at, below);
    }
    const missing = missingScript(own, name, passedOn(manager, run.args));
    return failing(this.gap(`${own.file} has no script ${name}`, at, place, missing));
  }

  /** Whether commands run in a folder that only the build makes: its files are not those of the repository. */
  #isMadeFolder({ folder }: Place): boolean {
    return folder !== '' && this.repository.lookup(folder).is === 'missing';
  }

  /** Yarn runs a script with a colon in its name from anywhere, where one package alone has it (https://yarnpkg.com/cli/run). */
  async #ownerOf(name: string, folder: string): Promise<Package | undefined> {
    const [owner, ...others] = (await workspacePackages(this.repository, folder)).filter(
      ({ json }) => stringAt(json, 'scripts', name) !== undefined,
    );
    return others.length === 0 ? owner : undefined;
  }

  /** Whether a word that is no script may be a program that a package has. */
  #isProgram({ json }: Package, name: string): boolean {
    if (isKnownProgram(name) || Object.hasOwn(TOOLS, name) || unwrapped([name, 'x'])) return true;
    if (['dependencies', 'devDependencies'].some((list) => stringAt(json, list, name) !== undefined)) return true;
    return !/^(?:start|build|dev|serve|server|prod|production|test|lint|worker|web|api|migrate|watch|preview|deploy)(?:$|[:_-])/.test(
      name,
    );
  }

  /** Runs a script with those that surround it, where the manager knows them. */
  async #surrounded(own: Package, run: ScriptRun, place: Place, at: Location): Promise<Flow> {
    const around = hasLifecycle(this.repository, run.manager, own);
    const isKnown = ['npm', 'pnpm'].includes(run.manager) || (run.manager === 'yarn' && around);
    const inside = isKnown ? below(place, run.manager, at, 'hands-on') : below(place, run.manager, at, 'unknown');
    const flows = [
      around ? await this.#runScript(own, `pre${run.name}`, [], place, at) : NOTHING,
      await this.#runScript(own, run.name, this.#handedOn(own, run), inside, at),
      around ? await this.#runScript(own, `post${run.name}`, [], place, at) : NOTHING,
    ];
    const after = '&&';
    return {
      is: 'sequence',
      parts: flows.map((flow, index) => ({ flow, after, background: false, ...(index === 2 && { trailing: true }) })),
    };
  }

  /** The words a script gets: pnpm and the later yarn hand on `--` itself, the others take it off. */
  #handedOn(own: Package, { manager, args }: ScriptRun): Words {
    const keeps = manager === 'pnpm' || (manager === 'yarn' && !hasServerFile(this.repository, manager, own));
    return args[0] === '--' && !keeps ? args.slice(1) : args;
  }

  /** Where a package.json stops being JSON; managers read it more strictly than it is read here. */
  #manifestFault({ file }: Package): Location | undefined {
    const source = this.repository.read(file);
    if (source.is !== 'text') return undefined;
    try {
      JSON.parse(source.text);
      return undefined;
    } catch {
      const offset = faultOf(source.text);
      return linesOf(file, source.text).location(offset, offset + 1);
    }
  }

  /** An install runs the scripts of its life cycle, some of which build. */
  async #install(at: Location, place: Place): Promise<Flow> {
    if (this.#isMadeFolder(place)) return NOTHING;
    const own = nearestPackage(this.repository, place.folder);
    if (!own) {
      const missing = missingManifest(this.repository, place.folder);
      return failing(this.gap(`there is no package.json in ${shownFolder(place.folder)}`, at, place, missing));
    }
    const flows: Flow[] = [];
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
      flows.push(await this.#runScript(own, script, [], place, at));
    }
    return inTurn(flows);
  }

  async #runScript(own: Package, script: string, added: Words, place: Place, at: Location): Promise<Flow> {
    const body = member(own.json, 'scripts', script);
    if (body?.is !== 'string') return NOTHING;
    const key = `${own.file}#${script}`;
    if (place.within.includes(key)) return this.gap(`the script ${script} runs itself, over and over`, at, place);
    // How a manager that is not known runs scripts is not, either.
    const isKnown = place.parents?.at(-1)?.sigterm !== 'unknown';
    const execsLast = isKnown ? execsLastOf('sh', this.image) : undefined;
    const text: ShellText = {
      text: body.value,
      places: placesWithin(this.repository, body.at, body.value),
      subject: `the script ${script}`,
      added,
      ...(execsLast === true && { execsLast }),
    };
    return this.text(text, {
      ...belowShell(place, 'sh', body.at, execsLast),
      folder: own.folder,
      within: [...place.within, key],
    });
  }

  gap(why: string, at: Location, { steps }: Place, missing?: MissingTarget): Flow {
    return { is: 'gap', gap: { why, at, steps, ...(missing && { missing }) }, fails: false };
  }
}

/** Each only where the one before has succeeded. */
function inTurn(flows: readonly Flow[]): Flow {
  return { is: 'sequence', parts: flows.map((flow) => ({ ...part(flow), after: '&&' })) };
}

/** Most names of what there is instead. */
const MAX_NAMES = 50;

const SHELLS = new Set(['sh', 'bash', 'dash', 'zsh', 'ash', 'ksh']);

/** The options of a shell, and what it runs; options are undefined where one cannot be read. */
function shellWords(words: Words): { flags: string | undefined; operand: string | undefined; args: Words } {
  let flags = '';
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) return { flags: undefined, operand: undefined, args: [] };
    if (word === '--') {
      at++;
      break;
    }
    if (/^-[a-zA-Z]+$/.test(word)) {
      flags += word.slice(1);
      if (word.endsWith('o')) {
        if (words[at + 1] === 'errexit') flags += 'e';
        at++;
      }
    } else if (!word.startsWith('--') && !word.startsWith('+')) break;
  }
  return { flags, operand: words[at], args: words.slice(at + 1) };
}

function isMatch(pattern: string, name: string | undefined): boolean {
  const star = pattern.indexOf('*');
  if (star === -1 || name === undefined) return false;
  return name.startsWith(pattern.slice(0, star)) && name.endsWith(pattern.slice(star + 1));
}

function firstLine(text: string, whole = false): string {
  const end = text.indexOf('\n');
  const line = text.slice(0, Math.min(200, end === -1 ? text.length : end));
  return whole ? line : line.replace(/\r$/, '');
}

/** Where a text stops being JSON, as far as the shortest prefix that can be told; its start otherwise. */
function faultOf(text: string): number {
  const [, comma] = /(,)\s*[}\]]/.exec(text) ?? [];
  return comma === undefined ? 0 : text.search(/,\s*[}\]]/);
}
