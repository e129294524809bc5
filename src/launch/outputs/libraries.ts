import type { Node } from '@babel/types';
import { configPath, readConfig, settingOf, type ConfigFile } from '../../code/config-file.js';
import { keyOf, textOf } from '../../code/literals.js';
import { childOf, join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { member, stringAt, stringsOf, type Json } from '../../syntax/json.js';
import { has, option, readOptions, type Options } from '../tools/options.js';
import { commonFolder, entriesIn, type Entry } from './bundlers.js';
import type { MadeFile, Making, Ran } from './making.js';

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
