import { nearestPackage, workspacePackages, type Package } from '../code/packages.js';
import type { Location } from '../model/location.js';
import type { MissingTarget } from '../model/process.js';
import { folderInWords, join } from '../repository/paths.js';
import { member, stringAt } from '../syntax/json.js';
import { linesOf } from '../syntax/lines.js';
import { pathMeant, type Ground } from './command-paths.js';
import {
  calledFrom,
  failing,
  inSequence,
  inTurn,
  NOTHING,
  part,
  runs,
  type Flow,
  type Follower,
  type Place,
  type ScriptRun,
  type ShellText,
} from './flow.js';
import { missingFolder, missingManifest, missingScript } from './missing.js';
import { hasLifecycle, hasServerFile, passedOn, type PackageCommand, type Target } from './package-managers.js';
import { below, belowManager, belowShell, execsLastOf } from './parents.js';
import { placesWithin } from './places.js';
import { isKnownProgram } from './programs.js';
import { seenFrom } from './seen-from.js';
import { TOOLS } from './tools/index.js';
import type { Words } from './words.js';
import { unwrapped } from './wrappers.js';

/** Most names of what there is instead. */
const MAX_NAMES = 50;

/** Follows what package managers are asked for: programs of packages, installs, and scripts of package.json. */
export class PackageScripts {
  constructor(
    private readonly follower: Follower,
    private readonly ground: Ground,
  ) {}

  async command(asked: PackageCommand, words: Words, at: Location, place: Place): Promise<Flow> {
    if (asked.asks === 'nothing') return runs(words, at, place, true);
    if (asked.asks === 'unknown') return this.follower.gap(asked.why, at, place);
    const targets = await this.targets(asked.target, at, place, words[0]);
    const flows: Flow[] = [...targets.gaps];
    for (const folder of targets.folders) {
      const there = { ...calledFrom(words, at, place), folder };
      // Bun's bundler is Bun itself.
      if (asked.asks === 'program' && asked.words[0] === words[0] && asked.words[1] === 'build')
        flows.push(runs(asked.words, at, { ...place, folder }));
      else if (asked.asks === 'program') {
        const below = belowManager(there, words, at, execsLastOf('sh', this.ground.image));
        flows.push(await this.follower.command(asked.words, at, below));
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
    const isSerial = words[0] === 'npm' || (words[0] === 'yarn' && !words.some(isAtOnce));
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
    const base = target.folder === undefined ? from : (pathMeant(this.ground, target.folder, from) ?? from);
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
    const base = folder === undefined ? place.folder : pathMeant(this.ground, folder, place.folder);
    if (base === undefined) {
      return {
        folders: [],
        gaps: [failing(this.follower.gap(`the folder ${folder ?? ''} is outside the repository`, at, place))],
      };
    }
    if (folder !== undefined && this.ground.repository.lookup(base).is !== 'directory') {
      const missing = missingFolder(this.ground.repository, folder, base);
      return { folders: [], gaps: [failing(this.follower.gap(`there is no folder ${base}`, at, place, missing))] };
    }
    if (packages.length === 0 && !all) return { folders: [base], gaps: [] };
    const workspace = await workspacePackages(this.ground.repository, base);
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
      gaps.push(failing(this.follower.gap(`there is no workspace package ${name}`, at, place, missing)));
      return [];
    });
    return { folders, gaps };
  }

  async script(run: ScriptRun, at: Location, place: Place): Promise<Flow> {
    if (this.#isMadeFolder(place)) {
      return this.follower.gap(
        `${place.folder} is not in the repository, so that its package.json is not read`,
        at,
        place,
      );
    }
    const own = nearestPackage(this.ground.repository, place.folder);
    if (!own) {
      const missing = missingManifest(this.ground.repository, place.folder);
      if (run.optional && run.manager !== 'npm') return NOTHING;
      return failing(
        this.follower.gap(`there is no package.json in ${folderInWords(place.folder)}`, at, place, missing),
      );
    }
    const { name, manager } = run;
    const body = member(own.json, 'scripts', name);
    const fault = manager === 'bun' ? undefined : this.#manifestFault(own);
    if (fault)
      return failing(this.follower.gap(`${own.file} is no valid JSON, so ${manager} runs nothing`, fault, place));
    if (body?.is === 'string') return this.#surrounded(own, run, place, at);
    if (body) return failing(this.follower.gap(`the script ${name} is not a text`, body.at, place));
    if (/^\/.*\/$/.test(name)) return this.follower.gap(`which scripts ${name} names is not worked out`, at, place);
    if (run.optional) return NOTHING;
    const isFile = (path: string): boolean => this.ground.repository.lookup(join(own.folder, path) ?? '').is === 'file';
    if (name === 'start' && hasServerFile(this.ground.repository, manager, own) && isFile('server.js')) {
      // `npm help start`: without a script, `node server.js` where there is such a file.
      const steps = [...place.steps, { at, words: `${manager} runs \`node server.js\`, as there is no script start` }];
      return this.follower.command(['node', 'server.js', ...run.args], at, { ...place, folder: own.folder, steps });
    }
    if (manager === 'yarn' && name.includes(':')) {
      const owner = await this.#ownerOf(name, place.folder);
      if (owner) return this.#surrounded(owner, run, { ...place, folder: owner.folder }, at);
    }
    if (run.orProgram && this.#isProgram(own, name)) {
      const below = belowManager(place, [manager], at, execsLastOf('sh', this.ground.image));
      return this.follower.command([name, ...run.args], at, below);
    }
    const missing = missingScript(own, name, passedOn(manager, run.args));
    return failing(this.follower.gap(`${own.file} has no script ${name}`, at, place, missing));
  }

  /** Whether commands run in a folder that only the build makes: its files are not those of the repository. */
  #isMadeFolder({ folder }: Place): boolean {
    return folder !== '' && this.ground.repository.lookup(folder).is === 'missing';
  }

  /** Yarn runs a script with a colon in its name from anywhere, where one package alone has it (https://yarnpkg.com/cli/run). */
  async #ownerOf(name: string, folder: string): Promise<Package | undefined> {
    const [owner, ...others] = (await workspacePackages(this.ground.repository, folder)).filter(
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
    const around = hasLifecycle(this.ground.repository, run.manager, own);
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
    const keeps = manager === 'pnpm' || (manager === 'yarn' && !hasServerFile(this.ground.repository, manager, own));
    return args[0] === '--' && !keeps ? args.slice(1) : args;
  }

  /** Where a package.json stops being JSON; managers read it more strictly than it is read here. */
  #manifestFault({ file }: Package): Location | undefined {
    const source = this.ground.repository.read(file);
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
    const own = nearestPackage(this.ground.repository, place.folder);
    if (!own) {
      const missing = missingManifest(this.ground.repository, place.folder);
      return failing(
        this.follower.gap(`there is no package.json in ${folderInWords(place.folder)}`, at, place, missing),
      );
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
    if (place.within.includes(key))
      return this.follower.gap(`the script ${script} runs itself, over and over`, at, place);
    // How a manager that is not known runs scripts is not, either.
    const isKnown = place.parents?.at(-1)?.sigterm !== 'unknown';
    const execsLast = isKnown ? execsLastOf('sh', this.ground.image) : undefined;
    const text: ShellText = {
      text: body.value,
      places: placesWithin(this.ground.repository, body.at, body.value),
      subject: `the script ${script}`,
      added,
      ...(execsLast === true && { execsLast }),
    };
    return this.follower.text(text, {
      ...belowShell(place, 'sh', body.at, execsLast),
      folder: own.folder,
      within: [...place.within, key],
    });
  }
}

/** Options of `yarn workspaces foreach`, the short ones alone or together (https://yarnpkg.com/cli/workspaces/foreach). */
function isAtOnce(word = ''): boolean {
  return word === '--parallel' || word === '--interlaced' || (/^-\w+$/.test(word) && /[pi]/.test(word));
}

function isMatch(pattern: string, name: string | undefined): boolean {
  const star = pattern.indexOf('*');
  if (star === -1 || name === undefined) return false;
  return name.startsWith(pattern.slice(0, star)) && name.endsWith(pattern.slice(star + 1));
}

/** Where a text stops being JSON: at a comma with nothing behind it, which is the usual mistake; its start otherwise. */
function faultOf(text: string): number {
  return Math.max(text.search(/,\s*[}\]]/), 0);
}
