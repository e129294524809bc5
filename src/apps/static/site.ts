import { valueAt } from '../../code/literals.js';
import { placeOf } from '../../code/modules.js';
import { followBuild, type Build, type BuildProgram } from '../../launch/build.js';
import { builderOf, isPrerenderer, makesNoPages, type SiteBuilder } from '../../launch/builders.js';
import { makingOf } from '../../launch/outputs/outputs.js';
import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { Service } from '../../model/service.js';
import { knownValue } from '../../model/value.js';
import { childOf, liesWithin, join, normalise } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { member, parseJson, stringAt } from '../../syntax/json.js';
import { configured, readConfig } from '../../code/config-file.js';
import { ENTRIES, type SinglePage } from './entries.js';

/** What a static site is made of. `trail` leads from the build command to the builder. */
export type Site =
  | { is: 'app'; page: SinglePage; folder: string; trail: readonly Step[] }
  /** The builder itself routes by history. */
  | { is: 'history'; library: string; name: string; at: Location; folder: string; trail: readonly Step[] }
  | { is: 'none'; why: string }
  | { is: 'undecided'; why: string; at: Location };

/** A builder with the program that runs it. */
interface Run {
  program: BuildProgram;
  builder: SiteBuilder;
  /** Folders it may write its pages to; undefined where they cannot be read. */
  output: readonly string[] | undefined;
}

/** Finds out what builds a static site, and what it begins with. */
export async function findSite(repository: Repository, service: Service): Promise<Site> {
  const missing = missingRoot(repository, service);
  if (missing) return missing;
  const build = await followBuild(repository, service);
  if (!build) return { is: 'undecided', why: 'the folder of the service cannot be read', at: service.at };
  const runs = await runsOf(repository, build);
  const published = publishFolders(build, service);
  const fitting = published
    ? runs.filter(({ output }) => !output || output.some((each) => published.includes(each)))
    : runs;
  const run = chosenRun(fitting.length > 0 ? fitting : runs, published ?? []);
  if (!run) return withoutBuilder(build);
  if ('why' in run) return run;
  const site = await siteOf(repository, build, run);
  const isPage = site.is === 'app' || site.is === 'history';
  return isPage && fitting.length === 0 ? notPublished(run, service) : site;
}

/** A builder that writes to another folder than the site publishes. */
function notPublished({ builder, output }: Run, { publishPath, at }: Service): Site {
  const written = output?.length ? `writes to ${output.join(' or ')}` : 'writes to a folder that cannot be read';
  const why = `${builder.name} ${written}, but the site publishes ${knownValue(publishPath) ?? 'another folder'}`;
  return { is: 'undecided', why, at: publishPath.is === 'known' ? publishPath.at : at };
}

/** What a builder makes. */
async function siteOf(repository: Repository, build: Build, run: Run): Promise<Site> {
  const { builder, program } = run;
  if (builder.pages === 'multiple') return { is: 'none', why: `${builder.name} writes a page for each route` };
  const prerendered = prerendering(repository, build, program);
  if (prerendered) return prerendered;
  if (builder.pages === 'unknown') return bySettings(repository, run);
  const page = await ENTRIES[builder.id](repository, program);
  return page.is === 'singlePage' ? { is: 'app', page, folder: program.folder, trail: program.trail } : page;
}

/** Nothing can be said of an app whose folder is not there: what is linted may be a part of the repository only. */
function missingRoot(repository: Repository, { root }: Service): Site | undefined {
  if (root.is !== 'known' || repository.lookup(root.value.replace(/^\/+/, '')).is !== 'missing') return undefined;
  return {
    is: 'undecided',
    why: `there is no folder \`${root.value}\` below the linted folder; lint the top of the repository, if this is not it`,
    at: root.at,
  };
}

function withoutBuilder({ programs, gaps }: Build): Site {
  const other = programs.find(({ words }) => !makesNoPages(words));
  if (other) return { is: 'undecided', why: `what ${other.words[0] ?? 'the build'} makes is not known`, at: other.at };
  const [gap] = gaps;
  if (gap) return { is: 'undecided', why: gap.why, at: gap.at };
  return { is: 'none', why: 'nothing builds the site: its files are published as they are' };
}

/** `vite build --ssr` makes no site but a program that renders its pages. */
function isServerBuild({ words }: BuildProgram): boolean {
  return words.includes('--ssr');
}

/** The builders that a build runs. */
async function runsOf(repository: Repository, { programs }: Build): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (const program of programs) {
    const builder = isServerBuild(program) ? undefined : builderOf(program.words);
    if (!builder || builder.pages === 'none') continue;
    const { sites } = await makingOf(repository, program);
    runs.push({ program, builder, output: sites });
  }
  return runs;
}

/** The builder that makes what lies in the published folders. */
function chosenRun(
  runs: readonly Run[],
  published: readonly string[],
): Run | Extract<Site, { is: 'undecided' }> | undefined {
  const inside = runs.filter(({ program }) => published.some((folder) => liesWithin(folder, program.folder)));
  const candidates = inside.length > 0 ? inside : runs;
  const deepest = Math.max(...candidates.map(({ program }) => program.folder.length));
  const [first, ...others] = candidates.filter(({ program }) => program.folder.length === deepest);
  const conflict = others.find((each) => !isSame(each, first));
  if (!first || !conflict) return first;
  const owner = publishedBy([first, ...others], published);
  if (owner) return owner;
  return {
    is: 'undecided',
    why: `both ${first.builder.name} and ${conflict.builder.name} build the same folder`,
    at: conflict.program.at,
  };
}

/** The one that writes to a published folder, where the others are known not to, or are earlier steps of it: `next export`. */
function publishedBy(runs: readonly Run[], published: readonly string[]): Run | undefined {
  const writes = ({ output }: Run): boolean => output?.some((folder) => published.includes(folder)) === true;
  const [owner, ...others] = runs.filter(writes);
  if (!owner || others.length > 0) return undefined;
  const isElsewhere = (each: Run): boolean =>
    each === owner || each.output !== undefined || each.builder === owner.builder;
  return runs.every(isElsewhere) ? owner : undefined;
}

function isSame(one: Run, other: Run | undefined): boolean {
  return (
    one.builder === other?.builder &&
    one.program.folder === other.program.folder &&
    one.program.words.join(' ') === other.program.words.join(' ')
  );
}

/** Where the published files lie, if that is known: the path starts at the service's folder, or at the repository. */
function publishFolders({ folder }: Build, { publishPath }: Service): readonly string[] | undefined {
  const written = knownValue(publishPath)?.replace(/^\/+/, '');
  if (written === undefined) return undefined;
  return [join(folder, written), normalise(written)].flatMap((path) => path ?? []);
}

/** Whether the same build also writes pages for single routes, as far as that can be seen. */
function prerendering(repository: Repository, build: Build, builder: BuildProgram): Site | undefined {
  const server = build.programs.find((program) => isServerBuild(program) && program.folder === builder.folder);
  if (server) return { is: 'undecided', why: 'the build makes a renderer for its pages, too', at: server.at };
  const after = build.programs.slice(build.programs.indexOf(builder) + 1);
  const writer = after.find((program) => program.folder.startsWith(builder.folder) && writesPages(repository, program));
  return (
    writer && {
      is: 'undecided',
      why: `which pages \`${writer.words.join(' ')}\` writes after the build is not read`,
      at: writer.at,
    }
  );
}

function writesPages(repository: Repository, { words, folder }: BuildProgram): boolean {
  if (isPrerenderer(words)) return true;
  const [program, ...rest] = words;
  if (program === 'cp' || program === 'mv') return isOtherPage(rest.at(-1));
  if (program !== 'node' && program !== 'tsx' && program !== 'ts-node') return false;
  const script = rest.find((word) => word?.startsWith('-') === false);
  const file = script === undefined ? undefined : join(folder, script);
  const source = file === undefined ? undefined : repository.read(file);
  return source?.is === 'text' ? source.text.includes('.html') : true;
}

/** `cp dist/index.html dist/about/index.html`; copies named 404.html or 200.html are pages of other hosts. */
function isOtherPage(target: string | undefined): boolean {
  return target === undefined || (target.endsWith('.html') && !/(?:^|\/)(?:404|200)\.html$/.test(target));
}

/** Builders that make one page or several by their settings. */
async function bySettings(repository: Repository, { builder, program }: Run): Promise<Site> {
  if (builder.id === 'react-router') return reactRouter(repository, program);
  if (builder.id === 'expo') return expo(repository, program);
  return {
    is: 'undecided',
    why: `whether ${builder.name} writes a page for each route depends on its settings`,
    at: program.at,
  };
}

/** React Router as a framework: `ssr: false` gives one page, `prerender` adds others. */
async function reactRouter(repository: Repository, program: BuildProgram): Promise<Site> {
  const config = await readConfig(repository, program.folder, 'react-router.config');
  const ssr = config?.is === 'config' ? configured(config, 'ssr') : undefined;
  if (config?.is !== 'config' || ssr?.type !== 'BooleanLiteral' || ssr.value) {
    return {
      is: 'undecided',
      why: 'React Router builds an app with a server unless `ssr: false` is set',
      at: program.at,
    };
  }
  const prerender = config.object && valueAt(config.module.program.ast, config.object, 'prerender');
  const at = placeOf(config.module, prerender ?? ssr);
  if (prerender) return { is: 'undecided', why: 'which routes React Router prerenders is not read', at };
  return {
    is: 'history',
    library: '@react-router/dev',
    name: 'ssr: false',
    at,
    folder: program.folder,
    trail: program.trail,
  };
}

/** Expo Router on the web: one page, unless app.json says that a page is rendered for each route. */
function expo(repository: Repository, program: BuildProgram): Site {
  const file = childOf(program.folder, 'app.json');
  const source = repository.read(file);
  const app = source.is === 'text' ? parseJson(source.text, file) : undefined;
  const output = stringAt(app, 'expo', 'web', 'output');
  const main = member(program.package?.json, 'main');
  if (output === 'static' || output === 'server') return { is: 'none', why: 'Expo writes a page for each route' };
  if (output !== 'single' || main?.is !== 'string' || main.value !== 'expo-router/entry') {
    return { is: 'undecided', why: 'how Expo builds its pages is not written in app.json', at: program.at };
  }
  return {
    is: 'history',
    library: 'expo-router',
    name: main.value,
    at: main.at,
    folder: program.folder,
    trail: program.trail,
  };
}

/** Folders of an app whose files are published as they are, or that other hosts look into. */
const PUBLIC_FOLDERS = ['', 'public', 'static', 'src'];

/** Which files of these names, by which other hosts are told how to route, lie beside an app or in what is published of it. */
export function otherHostsFiles(repository: Repository, folder: string, names: readonly string[]): readonly string[] {
  const folders = [...PUBLIC_FOLDERS.map((each) => childOf(folder, each).replace(/\/$/, '')), ''];
  const files = folders.flatMap((each) => names.map((name) => childOf(each, name)));
  return [...new Set(files)].filter((file) => repository.lookup(file).is === 'file');
}
