import type { Node } from '@babel/types';
import { textOf } from '../../code/literals.js';
import { foldersUp } from '../../code/packages.js';
import type { BuildProgram } from '../../launch/build.js';
import { builderByPlugin, type Builder } from '../../launch/builders.js';
import { childOf, join, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { stringAt, member, parseJson, type Json } from '../../syntax/json.js';
import { configPath, configured, optionOf, readConfig, viteRoot, type ConfigFile } from './config.js';
import { angularProject } from './entries.js';

/**
 * Folders a builder may write its page to, relative to the root of the repository: none where they cannot be read,
 * undefined where they are not known of this builder.
 */
export type Output = readonly string[] | undefined;

type FindOutput = (repository: Repository, program: BuildProgram) => Promise<Output> | Output;

/** Where builders write to, by the builder's id. Defaults are those of their documentation, see `source` of each. */
const OUTPUTS: Partial<Readonly<Record<Builder['id'], FindOutput>>> = {
  vite: viteOutput,
  'create-react-app': (_, { folder }) => [childOf(folder, 'build')],
  'vue-cli': (repository, program) =>
    byConfig(repository, program, { options: ['--dest'], config: 'vue.config', keys: [['outputDir']] }),
  angular: angularOutput,
  parcel: parcelOutput,
  webpack: (repository, program) => webpackOutput(repository, program, 'webpack.config'),
  rspack: (repository, program) => webpackOutput(repository, program, 'rspack.config'),
  rsbuild: (repository, program) =>
    byConfig(repository, program, {
      options: ['--dist-path'],
      config: 'rsbuild.config',
      keys: [
        ['output', 'distPath', 'root'],
        ['output', 'distPath'],
      ],
    }),
  expo: (_, { words, folder }) =>
    given(words, folder, '--output-dir') ?? ['dist', 'web-build'].map((each) => childOf(folder, each)),
};

/** Where a builder writes to. */
export async function outputOf(repository: Repository, builder: Builder, program: BuildProgram): Promise<Output> {
  return OUTPUTS[builder.id]?.(repository, program);
}

/** The folder an option of the command names; empty where that depends on a variable. */
function given(words: BuildProgram['words'], folder: string, ...names: readonly string[]): Output {
  const isGiven = words.some((word) => names.some((name) => word === name || word?.startsWith(`${name}=`)));
  return isGiven ? inFolder(folder, optionOf(words, ...names)) : undefined;
}

function inFolder(folder: string, path: string | undefined): readonly string[] {
  return path === undefined ? [] : [join(folder, path)].flatMap((each) => each ?? []);
}

interface Place {
  options: readonly string[];
  /** Name of the configuration file, without extension. */
  config: string;
  /** Where it may name the folder; the first that is set counts. */
  keys: readonly (readonly string[])[];
}

/** `dist`, unless the command or the configuration names another folder. */
async function byConfig(repository: Repository, program: BuildProgram, place: Place): Promise<Output> {
  const { words, folder } = program;
  const named = given(words, folder, ...place.options);
  if (named) return named;
  const config = await readConfig(repository, folder, place.config, optionOf(words, '--config', '-c'));
  if (config?.is === 'unreadable') return undefined;
  const set = config && place.keys.map((keys) => configured(config, ...keys)).find((node) => node !== undefined);
  if (!config || !set || set.type === 'ObjectExpression') return [childOf(folder, 'dist')];
  return [configPath(config, set)].flatMap((each) => each ?? []);
}

/** https://webpack.js.org/configuration/output/#outputpath */
function webpackOutput(repository: Repository, program: BuildProgram, config: string): Promise<Output> {
  return byConfig(repository, program, { options: ['--output-path', '-o'], config, keys: [['output', 'path']] });
}

/** https://vite.dev/config/build-options.html#build-outdir: relative to the root of the project. */
async function viteOutput(repository: Repository, { words, folder }: BuildProgram): Promise<Output> {
  const config = await readConfig(repository, folder, 'vite.config', optionOf(words, '--config', '-c'));
  // What a configuration that is not read, or a framework, makes is told elsewhere.
  if (config?.is === 'unreadable') return undefined;
  if (config?.module.imports.some(({ specifier }) => builderByPlugin(specifier))) return undefined;
  const root = viteRoot(config, folder, words);
  if (root === undefined) return undefined;
  const named = given(words, root, '--outDir');
  if (named) return named;
  const set = config && configured(config, 'build', 'outDir');
  if (!config || !set) return [childOf(root, 'dist')];
  return configuredFolder(config, set, root);
}

function configuredFolder(config: ConfigFile, set: Node, root: string): readonly string[] {
  const text = textOf(set);
  return text === undefined ? [configPath(config, set)].flatMap((each) => each ?? []) : inFolder(root, text);
}

/** https://parceljs.org/features/cli/#parameters and https://parceljs.org/features/targets/#distdir */
function parcelOutput(_: Repository, { words, folder, package: own }: BuildProgram): Output {
  const named = given(words, folder, '--dist-dir', '--out-dir', '-d');
  if (named) return named;
  const targets = member(own?.json, 'targets');
  const folders = [...(targets?.is === 'object' ? targets.members.values() : [])].flatMap(({ value }) =>
    inFolder(folder, stringAt(value, 'distDir')),
  );
  return folders.length > 0 ? folders : [childOf(folder, 'dist')];
}

/** `dist/<project>`, and `browser` in it by newer builders (https://angular.dev/tools/cli/build-system-migration). */
function angularOutput(repository: Repository, { words, folder }: BuildProgram): Output {
  const file = foldersUp(folder)
    .map((each) => childOf(each, 'angular.json'))
    .find((each) => repository.lookup(each).is === 'file');
  const source = file === undefined ? undefined : repository.read(file);
  if (file === undefined || source?.is !== 'text') return undefined;
  const found = angularProject(parseJson(source.text, file), words);
  if (!found) return undefined;
  const base = parent(file);
  const named = given(words, base, '--output-path');
  const written = angularPaths(found.project);
  const usual = [`dist/${found.name}`, 'dist'];
  const folders = named ?? (written.length > 0 ? written : usual).flatMap((path) => inFolder(base, path));
  return folders.flatMap((each) => [each, childOf(each, 'browser')]);
}

function angularPaths(project: Json): readonly string[] {
  const build = member(project, 'architect', 'build') ?? member(project, 'targets', 'build');
  const configurations = member(build, 'configurations');
  const options = [
    member(build, 'options'),
    ...(configurations?.is === 'object' ? [...configurations.members.values()].map(({ value }) => value) : []),
  ];
  return options.flatMap((each) => {
    const base = stringAt(each, 'outputPath') ?? stringAt(each, 'outputPath', 'base');
    const browser = stringAt(each, 'outputPath', 'browser');
    return base === undefined ? [] : browser ? [base, `${base}/${browser}`] : [base];
  });
}
