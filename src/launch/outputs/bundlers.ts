import { configPath, readConfig, settingOf, type ConfigFile } from '../../code/config-file.js';
import { textOf } from '../../code/literals.js';
import { baseName, childOf, liesWithin, join, parent } from '../../repository/paths.js';
import { member, stringAt } from '../../syntax/json.js';
import { has, option, readOptions, type Options } from '../tools/options.js';
import type { Words } from '../words.js';
import { MAKES_NOTHING, type MadeFile, type Making, type Ran } from './making.js';

/** An entry of a bundler: the file, and the name its output has, where that is given. */
export interface Entry {
  source: string;
  name?: string;
}

function stem(path: string): string {
  return baseName(path).replace(/\.[^.]+$/, '');
}

export function entriesIn(folder: string, words: Words): readonly Entry[] | undefined {
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
export function commonFolder(entries: readonly Entry[]): string {
  const [first = '', ...others] = entries.map(({ source }) => parent(source));
  let common = first;
  for (const each of others) while (!liesWithin(each, common)) common = parent(common);
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
      name ?? (liesWithin(source, root) ? source.slice(root === '' ? 0 : root.length + 1) : baseName(source));
    const bare = name ?? relative.replace(/\.[^./]+$/, '');
    const isStyle = source.endsWith('.css');
    return [{ path: childOf(outDir, `${bare}${isStyle ? '.css' : ending}`), source }];
  });
  return { files };
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
