import { childOf, join, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { isTrue, member, parseJson, stringAt, type Json } from '../../syntax/json.js';
import { has, option, readOptions } from '../tools/options.js';
import { MAKES_NOTHING, type MadeFile, type Making, type Ran } from './making.js';
import { projectMaking } from './typescript/compile.js';
import { matchedFiles } from './typescript/patterns.js';
import { installedVersion } from './versions.js';

// ---- Nest

/**
 * `nest build`: TypeScript's own layout, or webpack's or swc's by nest-cli.json. Read in @nestjs/cli 11.0
 * (`lib/compiler/defaults`), measured with it.
 */
export async function nestMaking(ran: Ran): Promise<Making> {
  const { repository, folder, words } = ran;
  const file = childOf(folder, 'nest-cli.json');
  const source = repository.read(file);
  const config = source.is === 'text' ? parseJson(source.text, file) : undefined;
  const options = readOptions(words.slice(2), ['-p', '--path', '-c', '--config', '--webpackPath', '-b', '--builder']);
  const projects = member(config, 'projects');
  const named = options.operands.filter((each) => each !== undefined);
  const all = has(options, '--all') && projects?.is === 'object' ? [...projects.members.keys()] : named;
  const makings: Making[] = [];
  for (const name of all.length > 0 ? all : [undefined]) {
    const project = name === undefined ? undefined : member(projects, name);
    if (name !== undefined && project === undefined) return { gap: `nest-cli.json has no project ${name}` };
    makings.push(await nestProject(ran, { config, project, options }));
  }
  return {
    files: makings.flatMap(({ files }) => files ?? []),
    likely: makings.flatMap(({ likely }) => likely ?? []),
    folders: makings.flatMap(({ folders }) => folders ?? []),
    ...makings.find(({ gap }) => gap !== undefined),
  };
}

interface NestBuild {
  config: Json | undefined;
  project: Json | undefined;
  options: ReturnType<typeof readOptions>;
}

async function nestProject(ran: Ran, { config, project, options }: NestBuild): Promise<Making> {
  const { repository, folder } = ran;
  const setting = (...path: readonly string[]): Json | undefined => member(project, ...path) ?? member(config, ...path);
  const sourceRoot = stringAt(project, 'sourceRoot') ?? stringAt(config, 'sourceRoot') ?? 'src';
  const entry = stringAt(project, 'entryFile') ?? stringAt(config, 'entryFile') ?? 'main';
  const compilerOption = (key: string): Json | undefined => setting('compilerOptions', key);
  const written = option(options, '-p', '--path').value ?? textIn(compilerOption('tsConfigPath'));
  const usual = ['tsconfig.build.json', 'tsconfig.json'].find(
    (each) => repository.lookup(childOf(folder, each)).is === 'file',
  );
  const path = join(folder, written ?? usual ?? 'tsconfig.json');
  if (path === undefined) return { gap: 'the tsconfig.json of Nest is outside the repository' };
  const {
    making,
    outDir = childOf(folder, 'dist'),
    keepsRoot,
  } = await projectMaking(ran, path, { outDir: childOf(folder, 'dist') });
  const builder = compilerOption('builder');
  const type = option(options, '-b', '--builder').value ?? textIn(builder) ?? textIn(member(builder, 'type'));
  const webpack = has(options, '--webpack') || isTrue(compilerOption('webpack')) || type === 'webpack';
  const root = stringAt(project, 'root') ?? stringAt(config, 'root') ?? '';
  const layout = { sourceRoot, entry, outDir, root, keepsRoot };
  if (webpack && !has(options, '--tsc')) return nestWebpack(ran, layout);
  return type === 'swc' ? nestSwc(ran, layout) : making;
}

function textIn(json: Json | undefined): string | undefined {
  return json?.is === 'string' ? json.value : undefined;
}

interface NestLayout {
  sourceRoot: string;
  entry: string;
  outDir: string;
  /** The folder of the project, as nest-cli.json has it. */
  root: string;
  /** `rootDir` is set. */
  keepsRoot: boolean;
}

/** One file: `dist/main.js`, or for a project of a monorepo `dist/apps/<app>/main.js`. */
function nestWebpack({ folder, repository }: Ran, { sourceRoot, entry, outDir, root }: NestLayout): Making {
  if (repository.lookup(childOf(folder, 'webpack.config.js')).is === 'file') return { folders: [outDir] };
  const source = join(folder, `${sourceRoot}/${entry}.ts`);
  const path = join(childOf(folder, 'dist'), `${root}/${entry}.js`);
  const file = path === undefined ? undefined : { path, ...(source !== undefined && { source }) };
  // The output of webpack starts at `dist`, whatever `outDir` says, unless that is set for a project.
  return file && outDir === childOf(folder, 'dist')
    ? { files: [file] }
    : { folders: [outDir, childOf(folder, 'dist')] };
}

/** swc leaves out the first folder of a path, unless `rootDir` is set. */
function nestSwc({ repository, folder }: Ran, { sourceRoot, outDir, keepsRoot }: NestLayout): Making {
  const source = join(folder, sourceRoot);
  const target = keepsRoot ? join(outDir, sourceRoot) : outDir;
  const files =
    source === undefined || target === undefined ? undefined : compiledTree(repository, source, target, ['.ts', '.js']);
  // A source root of two levels keeps the second.
  if (!files || sourceRoot.includes('/')) return { folders: [outDir] };
  return { files };
}

// ---- swc and Babel

const SOURCE_ENDINGS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.es6', '.es'];

/**
 * `swc src -d dist` (https://swc.rs/docs/usage/cli): from @swc/cli 0.3 on with the folder of the sources, before that
 * without. Measured with 0.1.65, 0.3.14, 0.4.0, 0.7.9 and 0.8.1, November 2026.
 */
export function swcMaking(ran: Ran): Making {
  const { repository, folder, words } = ran;
  const options = readOptions(words.slice(1), [
    ...['-d', '--out-dir', '-o', '--out-file', '-f', '--filename', '-C', '--config', '--config-file', '--ignore'],
    ...[
      '--extensions',
      '--only',
      '--env-name',
      '--log-watch-compilation',
      '--out-file-extension',
      '--workers',
      '-s',
      '--source-maps',
    ],
  ]);
  const outFile = option(options, '-o', '--out-file');
  if (outFile.given) return oneFile(folder, outFile.value);
  const out = option(options, '-d', '--out-dir');
  // Without either, it prints.
  if (!out.given) return MAKES_NOTHING;
  const outDir = out.value === undefined ? undefined : join(folder, out.value);
  if (outDir === undefined) return { gap: 'where swc writes to depends on a variable' };
  const version = installedVersion(repository, folder, '@swc/cli');
  const isOld = version?.major === 0 && version.minor < 2;
  const isUnclear = version === undefined || (version.major === 0 && version.minor === 2);
  const strips = has(options, '--strip-leading-paths') || isOld;
  const isPlain = !has(options, '--ignore', '--only', '--extensions', '--out-file-extension');
  const files: MadeFile[] = [];
  for (const operand of options.operands) {
    const source = operand === undefined ? undefined : join(folder, operand);
    // The folder itself holds the packages, too.
    const isFolder = source !== undefined && source !== folder && repository.lookup(source).is === 'directory';
    if (!isFolder) return { folders: [outDir] };
    const relative = folder === '' ? source : source.slice(folder.length + 1);
    const target = strips ? stripped(outDir, relative) : childOf(outDir, relative);
    const found = compiledTree(repository, source, relative === '' ? outDir : target, SOURCE_ENDINGS);
    if (!found) return { folders: [outDir] };
    files.push(...found);
  }
  const isSure = isPlain && (has(options, '--strip-leading-paths') || !isUnclear);
  return isSure ? { files } : { likely: files, folders: [outDir] };
}

/** The first segment of a path is left out. */
function stripped(outDir: string, relative: string): string {
  const rest = relative.split('/').slice(1).join('/');
  return rest === '' ? outDir : childOf(outDir, rest);
}

/** `babel src -d dist` (https://babeljs.io/docs/babel-cli). Measured with 7.28. */
export function babelMaking({ repository, folder, words }: Ran): Making {
  const options = readOptions(words.slice(1), [
    ...['-d', '--out-dir', '-o', '--out-file', '-f', '--filename', '-x', '--extensions', '--presets', '--plugins'],
    ...['--config-file', '--env-name', '--ignore', '--only', '--out-file-extension', '--root-mode', '--root', '-s'],
  ]);
  const outFile = option(options, '-o', '--out-file');
  if (outFile.given) return oneFile(folder, outFile.value);
  const out = option(options, '-d', '--out-dir');
  if (!out.given) return MAKES_NOTHING;
  const outDir = out.value === undefined ? undefined : join(folder, out.value);
  if (outDir === undefined) return { gap: 'where Babel writes to depends on a variable' };
  if (has(options, '--relative')) return { gap: 'Babel writes beside each source' };
  const given = option(options, '-x', '--extensions');
  const endings = given.value?.split(',') ?? ['.es6', '.js', '.es', '.jsx', '.mjs', '.cjs'];
  const files: MadeFile[] = [];
  for (const operand of options.operands) {
    const source = operand === undefined ? undefined : join(folder, operand);
    const is = source === undefined ? 'missing' : repository.lookup(source).is;
    if (source === undefined || (is !== 'directory' && is !== 'file')) return { folders: [outDir] };
    const found =
      is === 'file'
        ? [
            {
              path: childOf(outDir, babelScript(source.slice(parent(source).length + (parent(source) === '' ? 0 : 1)))),
              source,
            },
          ]
        : compiledTree(repository, source, outDir, endings, babelScript);
    if (!found) return { folders: [outDir] };
    files.push(...found);
  }
  const renames = has(options, '--out-file-extension', '--keep-file-extension');
  if (renames || has(options, '--ignore', '--only')) return { likely: files, folders: [outDir] };
  // What is no script is copied as it is.
  return has(options, '--copy-files', '-D') ? { files, folders: [outDir] } : { files };
}

function oneFile(folder: string, name: string | undefined): Making {
  const path = name === undefined ? undefined : join(folder, name);
  return path === undefined ? { gap: 'the file it writes depends on a variable' } : { files: [{ path }] };
}

/** The scripts of a folder, each at its place below another one; undefined where they are too many. */
function compiledTree(
  repository: Repository,
  source: string,
  target: string,
  extensions: readonly string[],
  named = compiledScript,
): readonly MadeFile[] | undefined {
  const all = { folder: source, patterns: ['**/*'] };
  const found = matchedFiles(repository, { include: all, exclude: { folder: source, patterns: [] }, extensions });
  return found
    ?.filter((file) => !/\.d\.[cm]?ts$/.test(file))
    .map((file) => ({
      path: childOf(target, named(file.slice(source === '' ? 0 : source.length + 1))),
      source: file,
    }));
}

/** Babel writes `.js`, whatever it reads. */
function babelScript(name: string): string {
  return name.replace(/\.[^./]+$/, '.js');
}

/** swc keeps what the ending says of the kind of module. */
function compiledScript(name: string): string {
  return name.replace(/\.(?:tsx?|jsx|es6|es)$/, '.js').replace(/\.([cm])ts$/, '.$1js');
}
