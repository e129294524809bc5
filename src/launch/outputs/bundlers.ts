import type { Node } from '@babel/types';
import { configPath, readConfig, settingOf, type ConfigFile } from '../../code/config-file.js';
import { keyOf, textOf } from '../../code/literals.js';
import { baseName, childOf, join, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { member, stringAt, stringsOf, type Json } from '../../syntax/json.js';
import { has, option, readOptions, type Options } from '../tools/options.js';
import type { Words } from '../words.js';
import { MAKES_NOTHING, type MadeFile, type Making, type Ran } from './making.js';
import { isWithin } from './tree.js';

/** An entry of a bundler: the file, and the name its output has, where that is given. */
interface Entry {
  source: string;
  name?: string;
}

function stem(path: string): string {
  return baseName(path).replace(/\.[^.]+$/, '');
}

function entriesIn(folder: string, words: Words): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const word of words) {
    if (word === undefined || /[*?{]/.test(word)) return undefined;
    const [, name, path = word] = /^([\w/.-]+)=(.+)$/.exec(word) ?? [];
    const source = join(folder, path);
    if (source === undefined) return undefined;
    entries.push({ source, ...(name !== undefined && { name }) });
  }
  return entries;
}

/** The folder that all entries have in common. */
function commonFolder(entries: readonly Entry[]): string {
  const [first = '', ...others] = entries.map(({ source }) => parent(source));
  let common = first;
  for (const each of others) while (!isWithin(each, common)) common = parent(common);
  return common;
}

// ---- esbuild

/** https://esbuild.github.io/api/#outdir, measured with 0.28 */
export function esbuildMaking({ words, folder }: Ran): Making {
  const options = readOptions(words.slice(1), []);
  const outFile = option(options, '--outfile');
  const out = option(options, '--outdir');
  const operands = options.operands;
  const entries = entriesIn(folder, operands);
  if (outFile.given) {
    const path = outFile.value === undefined ? undefined : join(folder, outFile.value);
    if (path === undefined) return { gap: 'where esbuild writes to cannot be read' };
    return { files: [{ path, ...(entries?.length === 1 && entries[0] && { source: entries[0].source }) }] };
  }
  // Without either, it prints.
  if (!out.given)
    return operands.includes(undefined) ? { gap: 'where esbuild writes to cannot be read' } : MAKES_NOTHING;
  const outDir = out.value === undefined ? undefined : join(folder, out.value);
  if (outDir === undefined) return { gap: 'where esbuild writes to cannot be read' };
  if (!entries || entries.length === 0 || has(options, '--entry-names')) return { folders: [outDir] };
  const base = option(options, '--outbase');
  const named = base.value === undefined ? undefined : join(folder, base.value);
  if (base.given && named === undefined) return { folders: [outDir] };
  const root = named ?? commonFolder(entries);
  const ending = option(options, '--out-extension:.js').value ?? '.js';
  const files = entries.flatMap(({ source, name }): readonly MadeFile[] => {
    const relative =
      name ?? (isWithin(source, root) ? source.slice(root === '' ? 0 : root.length + 1) : baseName(source));
    const bare = name ?? relative.replace(/\.[^./]+$/, '');
    const isStyle = source.endsWith('.css');
    return [{ path: childOf(outDir, `${bare}${isStyle ? '.css' : ending}`), source }];
  });
  return { files };
}

// ---- tsup and tsdown

/** Where tsup and tsdown are told what to do: the command counts before the configuration. */
interface LibrarySettings {
  entries: readonly Entry[] | undefined;
  formats: readonly string[];
  outDir: string;
}

const LIBRARY_VALUED = [
  ...['-d', '--out-dir', '--format', '-f', '--target', '--config', '-c', '--tsconfig', '--external', '--entry'],
  ...['--platform', '--onSuccess', '--on-success', '--env', '--jsxFactory', '--ignore-watch', '--minify-whitespace'],
];

/** https://tsup.egoist.dev, measured with 8.5: `.cjs` and `.mjs` for the format that package.json does not say. */
export async function tsupMaking(ran: Ran): Promise<Making> {
  const read = await librarySettings(ran, 'tsup', 'cjs');
  if (!('settings' in read)) return read;
  const isModule = stringAt(ran.package?.json, 'type') === 'module';
  const endings: Readonly<Record<string, string>> = isModule
    ? { esm: '.js', cjs: '.cjs', iife: '.global.js' }
    : { esm: '.mjs', cjs: '.js', iife: '.global.js' };
  return libraryFiles(ran.repository, read.settings, endings);
}

/** https://tsdown.dev, measured with 0.21: `.mjs` always. */
export async function tsdownMaking(ran: Ran): Promise<Making> {
  const read = await librarySettings(ran, 'tsdown', 'esm');
  if (!('settings' in read)) return read;
  return libraryFiles(ran.repository, read.settings, { esm: '.mjs', es: '.mjs', cjs: '.cjs', iife: '.iife.js' });
}

function libraryFiles(
  repository: Repository,
  { entries, formats, outDir }: LibrarySettings,
  endings: Readonly<Record<string, string>>,
): Making {
  if (!entries || entries.some(({ source }) => repository.lookup(source).is !== 'file')) return { folders: [outDir] };
  const root = commonFolder(entries);
  const files = entries.flatMap(({ source, name }) =>
    formats.flatMap((format): readonly MadeFile[] => {
      const ending = Object.hasOwn(endings, format) ? endings[format] : undefined;
      const bare = name ?? source.slice(root === '' ? 0 : root.length + 1).replace(/\.[^./]+$/, '');
      return ending === undefined ? [] : [{ path: childOf(outDir, `${bare}${ending}`), source }];
    }),
  );
  return files.length < entries.length * formats.length ? { likely: files, folders: [outDir] } : { files };
}

async function librarySettings(
  ran: Ran,
  tool: 'tsup' | 'tsdown',
  format: string,
): Promise<{ settings: LibrarySettings } | Making> {
  const { words, folder, repository } = ran;
  const options = readOptions(words.slice(1), LIBRARY_VALUED);
  const config = has(options, '--no-config')
    ? undefined
    : await readConfig(repository, folder, `${tool}.config`, option(options, '--config', '-c').value);
  const own = member(ran.package?.json, tool);
  const unread = { gap: `where ${tool} writes to is set in a way that is not read` };
  if (config?.is === 'unreadable' || (config && !config.object)) return unread;
  const settings = config && { ...config, folder };
  const outDir = libraryFolder(options, settings, own, folder);
  if (outDir === undefined) return unread;
  const renames =
    settings !== undefined &&
    ['outExtension', 'outExtensions', 'outputOptions', 'workspace'].some(
      (key) => settingOf(settings, key).is !== 'unset',
    );
  if (renames) return { folders: [outDir] };
  const fallback = tool === 'tsdown' ? [childOf(folder, 'src/index.ts')] : [];
  const entries = libraryEntries(options, settings, own, folder) ?? undefined;
  const formats = libraryFormats(options, settings, own, format);
  if (!formats) return { folders: [outDir] };
  const named = entries?.length === 0 ? fallback.map((source) => ({ source })) : entries;
  return { settings: { entries: named?.length === 0 ? undefined : named, formats, outDir } };
}

function libraryFolder(
  options: Options,
  config: ConfigFile | undefined,
  own: Json | undefined,
  folder: string,
): string | undefined {
  const out = option(options, '-d', '--out-dir');
  if (out.given) return out.value === undefined ? undefined : join(folder, out.value);
  const set = config ? settingOf(config, 'outDir') : undefined;
  if (set?.is === 'unreadable') return undefined;
  if (config && set?.is === 'set') return configPath(config, set.node);
  return join(folder, stringAt(own, 'outDir') ?? 'dist');
}

function libraryEntries(
  options: Options,
  config: ConfigFile | undefined,
  own: Json | undefined,
  folder: string,
): readonly Entry[] | undefined {
  const given = [...options.operands, ...(options.values.get('--entry') ?? [])];
  if (given.length > 0) return entriesIn(folder, given);
  for (const key of ['entry', 'entryPoints']) {
    const set = config ? settingOf(config, key) : undefined;
    if (set?.is === 'unreadable') return undefined;
    if (set?.is === 'set') return entriesOf(set.node, folder);
    const listed = member(own, key);
    if (listed) return listed.is === 'object' ? undefined : entriesIn(folder, stringsOf(listed));
  }
  return [];
}

/** Entries as a text, a list, or an object with the name of each. */
function entriesOf(node: Node, folder: string): readonly Entry[] | undefined {
  if (node.type === 'ObjectExpression') {
    const entries = node.properties.map((each) => {
      const text = each.type === 'ObjectProperty' ? textOf(each.value) : undefined;
      const name = each.type === 'ObjectProperty' ? keyOf(each) : undefined;
      const source = text === undefined ? undefined : join(folder, text);
      return source === undefined || name === undefined ? undefined : { source, name };
    });
    return entries.every((each) => each !== undefined) ? entries : undefined;
  }
  const nodes = node.type === 'ArrayExpression' ? node.elements : [node];
  return entriesIn(folder, nodes.map(textOf));
}

function libraryFormats(
  options: Options,
  config: ConfigFile | undefined,
  own: Json | undefined,
  format: string,
): readonly string[] | undefined {
  const given = option(options, '--format', '-f');
  if (given.given) return given.value?.split(',').map((each) => each.trim());
  const set = config ? settingOf(config, 'format') : undefined;
  if (set?.is === 'unreadable') return undefined;
  if (set?.is === 'set') {
    const nodes = set.node.type === 'ArrayExpression' ? set.node.elements : [set.node];
    const texts = nodes.map(textOf);
    return texts.every((each) => each !== undefined) ? texts : undefined;
  }
  const listed = stringsOf(member(own, 'format'));
  return listed.length > 0 ? listed : [format];
}

// ---- Rollup, webpack, Rspack

/** https://rollupjs.org/configuration-options/#output-dir */
export async function rollupMaking({ words, folder, repository }: Ran): Promise<Making> {
  const options = readOptions(words.slice(1), [
    ...[
      '-d',
      '--dir',
      '-o',
      '--file',
      '-f',
      '--format',
      '-i',
      '--input',
      '-p',
      '--plugin',
      '-e',
      '--external',
      '-n',
      '--name',
    ],
  ]);
  const file = option(options, '-o', '--file');
  if (file.given) {
    const path = file.value === undefined ? undefined : join(folder, file.value);
    return path === undefined ? { gap: 'where Rollup writes to cannot be read' } : { files: [{ path }] };
  }
  const dir = option(options, '-d', '--dir');
  if (dir.given) {
    const path = dir.value === undefined ? undefined : join(folder, dir.value);
    return path === undefined ? { gap: 'where Rollup writes to cannot be read' } : { folders: [path] };
  }
  if (!has(options, '-c', '--config')) return MAKES_NOTHING;
  const named = option(options, '-c', '--config').value;
  const config = await readConfig(repository, folder, 'rollup.config', named === '' ? undefined : named);
  if (config?.is !== 'config' || !config.object)
    return { gap: 'where Rollup writes to is set in a way that is not read' };
  return rollupOutputs({ ...config, folder });
}

function rollupOutputs(config: ConfigFile): Making {
  const set = settingOf(config, 'output');
  if (set.is !== 'set') return { gap: 'where Rollup writes to is set in a way that is not read' };
  const nodes = set.node.type === 'ArrayExpression' ? set.node.elements : [set.node];
  const files: MadeFile[] = [];
  const folders: string[] = [];
  const input = settingOf(config, 'input');
  const source = input.is === 'set' ? configPath(config, input.node) : undefined;
  for (const node of nodes) {
    if (node?.type !== 'ObjectExpression') return { gap: 'where Rollup writes to is set in a way that is not read' };
    const own = { ...config, object: node };
    const [file, dir] = [settingOf(own, 'file'), settingOf(own, 'dir')];
    const path =
      file.is === 'set' ? configPath(config, file.node) : dir.is === 'set' ? configPath(config, dir.node) : undefined;
    if (path === undefined) return { gap: 'where Rollup writes to is set in a way that is not read' };
    if (file.is === 'set') files.push({ path, ...(source !== undefined && { source }) });
    else folders.push(path);
  }
  return { files, folders };
}

/** https://webpack.js.org/configuration/output/#outputpath */
export async function webpackMaking(
  ran: Ran,
  name: 'webpack.config' | 'rspack.config' = 'webpack.config',
): Promise<Making> {
  const { words, folder, repository } = ran;
  if (words.includes('serve') || words.includes('s')) return MAKES_NOTHING;
  const options = readOptions(words.slice(1), [
    '-o',
    '--output-path',
    '-c',
    '--config',
    '--mode',
    '--env',
    '-e',
    '--entry',
    '-n',
    '--name',
    '--config-name',
    '-t',
    '--target',
    '-d',
    '--devtool',
  ]);
  const config = await readConfig(repository, folder, name, option(options, '-c', '--config').value);
  if (config !== undefined && (config.is !== 'config' || !config.object)) {
    return { gap: `where ${words[0] ?? 'webpack'} writes to is set in a way that is not read` };
  }
  const own = config && { ...config, folder };
  const out = option(options, '-o', '--output-path');
  const outDir = out.given
    ? out.value === undefined
      ? undefined
      : join(folder, out.value)
    : configuredFolder(own, ['output', 'path'], childOf(folder, 'dist'));
  if (outDir === undefined) return { gap: `where ${words[0] ?? 'webpack'} writes to is set in a way that is not read` };
  const file = bundleFile(ran, own, options, outDir);
  // Its page, styles and chunks are made by plugins, which are not read.
  return { folders: [outDir], sites: [outDir], ...(file && { files: [file] }) };
}

/** The bundle of a single entry: `main.js`, unless `output.filename` names another one. */
function bundleFile(
  { folder, repository }: Ran,
  config: ConfigFile | undefined,
  options: Options,
  outDir: string,
): MadeFile | undefined {
  const entry = config ? settingOf(config, 'entry') : undefined;
  const filename = config ? settingOf(config, 'output', 'filename') : undefined;
  if (entry?.is === 'unreadable' || has(options, '--entry', '--output-filename')) return undefined;
  const written = filename?.is === 'set' ? textOf(filename.node) : '[name].js';
  if (filename?.is === 'unreadable' || written === undefined || written.replace('[name]', '').includes('['))
    return undefined;
  if (entry?.is === 'set' && entry.node.type === 'ObjectExpression') return undefined;
  const named = entry?.is === 'set' ? textOf(entry.node) : undefined;
  const source = named === undefined ? undefined : join(folder, named);
  const path = join(outDir, written.replace('[name]', 'main'));
  if (path === undefined) return undefined;
  return { path, ...(source !== undefined && repository.lookup(source).is === 'file' && { source }) };
}

/** A folder that a configuration names, or the usual one; undefined where it cannot be read. */
export function configuredFolder(
  config: ConfigFile | undefined,
  path: readonly string[],
  usual: string,
): string | undefined {
  if (!config) return usual;
  const set = settingOf(config, ...path);
  if (set.is === 'unset') return usual;
  return set.is === 'set' ? configPath(config, set.node) : undefined;
}

// ---- the rest

/** `ncc build server.js` (https://github.com/vercel/ncc). Measured with 0.38. */
export function nccMaking({ words, folder }: Ran): Making {
  const options = readOptions(words.slice(2), ['-o', '--out', '-e', '--external', '--target', '--asset-builds']);
  const out = option(options, '-o', '--out');
  const outDir = out.given ? (out.value === undefined ? undefined : join(folder, out.value)) : childOf(folder, 'dist');
  if (outDir === undefined) return { gap: 'where ncc writes to cannot be read' };
  const [entry] = options.operands;
  const source = entry === undefined ? undefined : join(folder, entry);
  if (source?.endsWith('.mjs') === true) return { folders: [outDir] };
  return { folders: [outDir], files: [{ path: childOf(outDir, 'index.js'), ...(source !== undefined && { source }) }] };
}

/** `bun build src/index.ts --outdir dist` (https://bun.com/docs/bundler); without a folder or file it prints. */
export function bunMaking({ words, folder }: Ran): Making {
  const options = readOptions(words.slice(2), [
    '--outdir',
    '--outfile',
    '--target',
    '--format',
    '--external',
    '-e',
    '--root',
    '--entry-naming',
    '--sourcemap',
    '--define',
    '-d',
    '--env',
  ]);
  const outFile = option(options, '--outfile');
  if (outFile.given) {
    const path = outFile.value === undefined ? undefined : join(folder, outFile.value);
    return path === undefined ? { gap: 'where bun writes to cannot be read' } : { files: [{ path }] };
  }
  const out = option(options, '--outdir');
  if (!out.given) return MAKES_NOTHING;
  const outDir = out.value === undefined ? undefined : join(folder, out.value);
  if (outDir === undefined) return { gap: 'where bun writes to cannot be read' };
  const entries = entriesIn(folder, options.operands);
  const [only] = entries ?? [];
  if (entries?.length !== 1 || !only || has(options, '--entry-naming', '--root')) return { folders: [outDir] };
  return { folders: [outDir], files: [{ path: childOf(outDir, `${stem(only.source)}.js`), source: only.source }] };
}

/** https://parceljs.org/features/cli/#parameters and https://parceljs.org/features/targets/#distdir */
export function parcelMaking({ words, folder, package: own }: Ran): Making {
  const options = readOptions(words.slice(2), [
    '--dist-dir',
    '--out-dir',
    '-d',
    '--public-url',
    '--target',
    '--config',
    '--cache-dir',
    '--log-level',
  ]);
  const named = option(options, '--dist-dir', '--out-dir', '-d');
  if (named.given) {
    const path = named.value === undefined ? undefined : join(folder, named.value);
    return path === undefined ? { gap: 'where Parcel writes to cannot be read' } : { folders: [path], sites: [path] };
  }
  const targets = member(own?.json, 'targets');
  const written =
    targets?.is === 'object' ? [...targets.members.values()].map(({ value }) => stringAt(value, 'distDir')) : [];
  // Keys such as `main` and `module` in package.json name files of their own.
  const isLibrary = ['main', 'module', 'browser'].some((key) => stringAt(own?.json, key)?.includes('/') === true);
  const folders = written.flatMap((each) => (each === undefined ? [] : (join(folder, each) ?? [])));
  if (isLibrary || written.length > folders.length) return { gap: 'where Parcel writes to is set in package.json' };
  const all = folders.length > 0 ? folders : [childOf(folder, 'dist')];
  return { folders: all, sites: all };
}
