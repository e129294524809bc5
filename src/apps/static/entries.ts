import type { Node } from '@babel/types';
import type { Alias } from '../../code/aliases.js';
import { SCRIPT_EXTENSIONS } from '../../code/extensions.js';
import { keyOf, textOf } from '../../code/literals.js';
import type { Unreadable } from '../../code/modules.js';
import { walk } from '../../code/walk.js';
import type { BuildProgram } from '../../launch/build.js';
import { angularProject, angularWorkspace } from '../../launch/outputs/angular.js';
import { builderByPlugin, type SinglePageBuilder } from '../../launch/builders.js';
import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import { childOf, folderInWords, join, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { isScriptType, scriptElements } from '../../syntax/html.js';
import { member, stringAt, type Json } from '../../syntax/json.js';
import { linesOf, startOf } from '../../syntax/lines.js';
import {
  buildsLibrary,
  configPath,
  configured,
  configuredAliases,
  isSet,
  optionOf,
  readConfig,
  viteRoot,
  type ConfigFile,
} from '../../code/config-file.js';

/** A file the app begins with, and how it was found. */
interface Entry {
  file: string;
  step: Step;
}

/** How a builder makes one page out of sources. */
export interface SinglePage {
  is: 'singlePage';
  entries: readonly Entry[];
  aliases: readonly Alias[];
  /** The folder that paths beginning with `/` start at. */
  root: string;
}

type Entries = SinglePage | { is: 'none'; why: string } | { is: 'undecided'; why: string; at: Location };

type FindEntries = (repository: Repository, program: BuildProgram) => Promise<Entries>;

/** Finds what a builder begins with, by the builder's id. */
export const ENTRIES: Readonly<Record<SinglePageBuilder['id'], FindEntries>> = {
  vite: viteEntries,
  'create-react-app': createReactAppEntries,
  'vue-cli': vueCliEntries,
  angular: angularEntries,
  parcel: parcelEntries,
  webpack: (repository, program) => webpackEntries(repository, program, 'webpack.config'),
  rspack: (repository, program) => webpackEntries(repository, program, 'rspack.config'),
  rsbuild: rsbuildEntries,
};

function undecided(why: string, at: Location): Entries {
  return { is: 'undecided', why, at };
}

/** `asked` is where the file is named that may not be there. */
function unreadableConfig(repository: Repository, { why, at }: Unreadable, asked: Location): Entries {
  return undecided(`${at.file} ${why}`, repository.lookup(at.file).is === 'missing' ? asked : at);
}

/** Without extension: any of those a script may have. */
function scriptFile(repository: Repository, stem: string): string | undefined {
  return SCRIPT_EXTENSIONS.map((extension) => `${stem}.${extension}`).find(
    (file) => repository.lookup(file).is === 'file',
  );
}

function begins(file: string): Entry {
  return { file, step: { at: startOf(file), words: `the app begins in ${file}` } };
}

/** The entry of builders that have a fixed place for it. */
function usualEntry(
  repository: Repository,
  program: BuildProgram,
  stem: string,
  aliases: readonly Alias[] = [],
): Entries {
  const file = scriptFile(repository, childOf(program.folder, stem));
  if (file === undefined)
    return undecided(`there is no ${stem}.js (or .ts, .jsx, .tsx) in ${folderInWords(program.folder)}`, program.at);
  return { is: 'singlePage', entries: [begins(file)], aliases, root: program.folder };
}

/** The page and the scripts it loads. `root` is where a path beginning with `/` starts. */
function pageEntries(
  repository: Repository,
  page: string,
  root: string,
  aliases: readonly Alias[],
  at: Location,
): Entries {
  const source = repository.read(page);
  if (source.is !== 'text') return undecided(`${page} ${source.why}`, source.is === 'missing' ? at : startOf(page));
  const lines = linesOf(page, source.text);
  const entries: Entry[] = [{ file: page, step: { at: lines.location(0, 0), words: `the page is ${page}` } }];
  for (const { attributes, inert } of scriptElements(source.text)) {
    const src = attributes.get('src');
    if (!src || inert || !isScriptType(attributes.get('type')?.value ?? '') || /^(?:[a-z]+:)?\/\//i.test(src.value))
      continue;
    const path = src.value.replace(/[?#].*$/s, '').replace('%BASE_URL%', '/');
    const place = lines.location(src.start, src.end);
    const file = path.startsWith('/') ? join(root, path.slice(1)) : join(parent(page), path);
    if (file !== undefined && repository.lookup(file).is === 'file') {
      entries.push({ file, step: { at: place, words: `the page loads ${file}` } });
    } else if (attributes.get('type')?.value === 'module') {
      return undecided(`the page loads ${src.value}, which is not in the repository`, place);
    }
  }
  return { is: 'singlePage', entries, aliases, root };
}

async function viteEntries(repository: Repository, program: BuildProgram): Promise<Entries> {
  const { words, folder, at } = program;
  const config = await readConfig(repository, folder, 'vite.config', optionOf(words, '--config', '-c'));
  if (config?.is === 'unreadable') return unreadableConfig(repository, config, at);
  const framework = config && (await viteFramework(repository, config));
  if (framework) return framework;
  if (config && buildsLibrary(config))
    return undecided('the Vite project is set up as a library', startOf(config.module.file));
  const root = viteRoot(config, folder, words);
  if (root === undefined)
    return undecided('the root of the Vite project cannot be read', config ? startOf(config.module.file) : at);
  const aliases = config ? configuredAliases(config, 'resolve', 'alias') : [];
  const page = config ? vitePage(config, root) : childOf(root, 'index.html');
  return typeof page === 'string' ? pageEntries(repository, page, root, aliases, at) : page;
}

/** What the plugins make of the app, where that is not one page. */
async function viteFramework(repository: Repository, config: ConfigFile): Promise<Entries | undefined> {
  const { module, folder } = config;
  if (textOf(configured(config, 'appType')) === 'mpa')
    return { is: 'none', why: 'the Vite project is set up as several pages' };
  for (const { specifier, at } of module.imports) {
    const framework = builderByPlugin(specifier);
    if (!framework) continue;
    if (framework.id === 'sveltekit') return svelteKit(repository, folder, at);
    return undecided(`whether ${framework.name} writes a page for each route depends on its settings`, at);
  }
  return undefined;
}

/** SvelteKit prerenders; only adapter-static's `fallback` gives a page for routes that are not. */
async function svelteKit(repository: Repository, folder: string, at: Location): Promise<Entries> {
  const config = await readConfig(repository, folder, 'svelte.config');
  if (config?.is === 'unreadable') return unreadableConfig(repository, config, at);
  let fallback: Node | undefined;
  if (config) {
    walk(config.module.program.ast.program, ({ node }) => {
      if (node.type === 'ObjectProperty' && keyOf(node) === 'fallback') fallback ??= node;
    });
  }
  if (fallback) return undecided('which routes SvelteKit leaves to its fallback page is not read', at);
  return { is: 'none', why: 'SvelteKit writes a page for each route' };
}

/** The page Vite begins with, where its configuration does not name several. */
function vitePage(config: ConfigFile, root: string): string | Entries {
  for (const bundler of ['rollupOptions', 'rolldownOptions']) {
    const input = configured(config, 'build', bundler, 'input');
    if (!input) continue;
    const named = namedFiles(input);
    const [only] = named;
    const place = startOf(config.module.file);
    if (named.length !== 1 || !only) return undecided('the Vite project builds several pages', place);
    const page = configPath(config, only);
    if (page === undefined) return undecided('the page of the Vite project cannot be read', place);
    if (page.endsWith('.html')) return page;
  }
  return childOf(root, 'index.html');
}

/** The files of an `input` or `entry`: a text, a list, or an object whose values are such. */
function namedFiles(node: Node): readonly Node[] {
  if (node.type === 'ArrayExpression') return node.elements.flatMap((each) => each ?? []);
  if (node.type !== 'ObjectExpression') return [node];
  return node.properties.map((each) => (each.type === 'ObjectProperty' ? each.value : each));
}

async function createReactAppEntries(repository: Repository, program: BuildProgram): Promise<Entries> {
  if (program.words[0] !== 'craco') return usualEntry(repository, program, 'src/index');
  const config = await readConfig(repository, program.folder, 'craco.config');
  if (config?.is === 'unreadable') return unreadableConfig(repository, config, program.at);
  return usualEntry(repository, program, 'src/index', config ? configuredAliases(config, 'webpack', 'alias') : []);
}

async function vueCliEntries(repository: Repository, program: BuildProgram): Promise<Entries> {
  const config = await readConfig(repository, program.folder, 'vue.config');
  if (config?.is === 'unreadable') return unreadableConfig(repository, config, program.at);
  const aliases = config ? configuredAliases(config, 'configureWebpack', 'resolve', 'alias') : [];
  if (config && isSet(config, 'pages'))
    return undecided('the pages of the Vue CLI project are not read', startOf(config.module.file));
  return usualEntry(repository, program, 'src/main', aliases);
}

async function parcelEntries(repository: Repository, program: BuildProgram): Promise<Entries> {
  const named = program.words.slice(2).filter((word) => word === undefined || /\.(?:html|[jt]sx?)$/.test(word));
  const source = named.length === 0 ? [stringAt(program.package?.json, 'source')] : named;
  const [only] = source;
  const file = only === undefined || source.length > 1 ? undefined : join(program.folder, only);
  if (file === undefined) return undecided('the page that Parcel begins with cannot be read', program.at);
  if (file.endsWith('.html')) return pageEntries(repository, file, program.folder, [], program.at);
  if (repository.lookup(file).is !== 'file')
    return undecided(`the app begins in ${file}, which is not in the repository`, program.at);
  return { is: 'singlePage', entries: [begins(file)], aliases: [], root: program.folder };
}

async function webpackEntries(repository: Repository, program: BuildProgram, name: string): Promise<Entries> {
  const config = await readConfig(repository, program.folder, name, optionOf(program.words, '--config', '-c'));
  if (config?.is === 'unreadable') return unreadableConfig(repository, config, program.at);
  if (!config) return usualEntry(repository, program, 'src/index');
  const aliases = configuredAliases(config, 'resolve', 'alias');
  if (countOf(config, 'HtmlWebpackPlugin') + countOf(config, 'HtmlRspackPlugin') > 1) {
    return undecided(`${config.module.file} builds several pages`, startOf(config.module.file));
  }
  return configuredEntry(repository, program, config, aliases, 'entry');
}

function countOf({ module }: ConfigFile, className: string): number {
  let count = 0;
  walk(module.program.ast.program, ({ node, key }) => {
    if (node.type === 'Identifier' && node.name === className && key === 'callee') count++;
  });
  return count;
}

async function rsbuildEntries(repository: Repository, program: BuildProgram): Promise<Entries> {
  const config = await readConfig(
    repository,
    program.folder,
    'rsbuild.config',
    optionOf(program.words, '--config', '-c'),
  );
  if (config?.is === 'unreadable') return unreadableConfig(repository, config, program.at);
  if (!config) return usualEntry(repository, program, 'src/index');
  const aliases = [...configuredAliases(config, 'resolve', 'alias'), ...configuredAliases(config, 'source', 'alias')];
  return configuredEntry(repository, program, config, aliases, 'source', 'entry');
}

/** The entry a configuration names, else the usual `src/index`. */
function configuredEntry(
  repository: Repository,
  program: BuildProgram,
  config: ConfigFile,
  aliases: readonly Alias[],
  ...path: readonly string[]
): Entries {
  const entry = configured(config, ...path);
  if (!entry) return usualEntry(repository, program, 'src/index', aliases);
  const place = startOf(config.module.file);
  if (entry.type === 'ObjectExpression' && entry.properties.length > 1)
    return undecided(`${place.file} has several entries`, place);
  // A list is loaded in order; polyfills come first and the app last, so all of it belongs to the app.
  const files = namedFiles(entry)
    .flatMap(namedFiles)
    .flatMap((node) => {
      const stem = configPath(config, node);
      if (stem === undefined) return [];
      return (repository.lookup(stem).is === 'file' ? stem : scriptFile(repository, stem)) ?? [];
    });
  if (files.length === 0) return undecided(`the entry in ${place.file} cannot be read`, place);
  return { is: 'singlePage', entries: files.map(begins), aliases, root: program.folder };
}

async function angularEntries(repository: Repository, program: BuildProgram): Promise<Entries> {
  const workspace = angularWorkspace(repository, program.folder);
  if (!workspace) return undecided('there is no angular.json that can be read', program.at);
  const { file, json } = workspace;
  const place = startOf(file);
  const project = angularProject(json, program.words)?.project;
  if (!project) return undecided('which Angular project is built cannot be read', place);
  const build = member(project, 'architect', 'build') ?? member(project, 'targets', 'build');
  const options = member(build, 'options');
  const prerender = prerenderSetting(build);
  if (prerender) {
    return undecided('which routes Angular prerenders is not read', prerender.at);
  }
  const main = member(options, 'browser') ?? member(options, 'main');
  const entry = main?.is === 'string' ? join(parent(file), main.value) : undefined;
  if (main === undefined || entry === undefined)
    return undecided('the entry of the Angular project cannot be read', build?.at ?? place);
  if (repository.lookup(entry).is !== 'file')
    return undecided(`the app begins in ${entry}, which is not in the repository`, main.at);
  const step = { at: main.at, words: `the app begins in ${entry}` };
  return { is: 'singlePage', entries: [{ file: entry, step }], aliases: [], root: parent(file) };
}

/** What makes Angular render pages at build time, in any of the configurations of a build. */
function prerenderSetting(build: Json | undefined): Json | undefined {
  const configurations = member(build, 'configurations');
  const named = configurations?.is === 'object' ? [...configurations.members.values()].map(({ value }) => value) : [];
  return [member(build, 'options'), ...named]
    .flatMap((each) => [member(each, 'prerender'), member(each, 'outputMode')])
    .find((each) => each !== undefined && !(each.is === 'boolean' && !each.value));
}
