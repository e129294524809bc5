import { childOf, join, normalise, parent } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';
import { glob } from '../repository/glob.js';
import { perText } from '../repository/kept.js';
import { member, parseJson, stringAt, stringsOf, type Json } from '../syntax/json.js';
import { itemsOf, parseYaml, valueOf } from '../syntax/yaml.js';

/** A package.json that could be read. */
export interface Package {
  /** Its folder, relative to the root of the repository. */
  folder: string;
  file: string;
  json: Json;
  name: string | undefined;
}

/** Characters of the package.json files that are kept: each question about a program asks for the nearest one again. */
const KEPT_CHARACTERS = 1_000_000;
const readPackage = perText(KEPT_CHARACTERS, (text, file): Package | undefined => {
  const json = parseJson(text, file);
  return json && { folder: parent(file), file, json, name: stringAt(json, 'name') };
});

/** The package.json of a folder. */
export function packageAt(repository: Repository, folder: string): Package | undefined {
  const file = childOf(folder, 'package.json');
  const source = repository.read(file);
  return source.is === 'text' ? readPackage(repository, file, source.text) : undefined;
}

/** The package.json in force in a folder: its own, or that of the nearest folder above it. */
export function nearestPackage(repository: Repository, folder: string): Package | undefined {
  for (const each of foldersUp(folder)) {
    const found = packageAt(repository, each);
    if (found) return found;
  }
  return undefined;
}

/** A folder and the folders above it, up to the root, which is the empty string. */
export function foldersUp(folder: string): readonly string[] {
  const folders = [folder];
  for (let each = folder; each !== '';) {
    each = parent(each);
    folders.push(each);
  }
  return folders;
}

/** Names of all packages that a package.json lists as its own dependencies, of whatever sort. */
export function dependencyNames({ json }: Package): ReadonlySet<string> {
  const names = new Set<string>();
  for (const sort of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']) {
    const list = member(json, sort);
    if (list?.is === 'object') for (const name of list.members.keys()) names.add(name);
  }
  return names;
}

/** The packages of the workspace that a folder belongs to, the root's own left out; empty where there is no workspace. */
export async function workspacePackages(repository: Repository, folder: string): Promise<readonly Package[]> {
  for (const root of foldersUp(folder)) {
    const patterns = await workspacePatterns(repository, root);
    if (patterns.length > 0) return packagesOf(repository, root, patterns);
  }
  return [];
}

async function workspacePatterns(repository: Repository, root: string): Promise<readonly string[]> {
  const json = packageAt(repository, root)?.json;
  const own = member(json, 'workspaces');
  const declared = own?.is === 'object' ? stringsOf(member(own, 'packages')) : stringsOf(own);
  if (declared.length > 0) return declared;
  const listed = await pnpmPatterns(repository, childOf(root, 'pnpm-workspace.yaml'));
  return listed.length > 0 ? listed : lernaPatterns(repository, childOf(root, 'lerna.json'));
}

/** The list `packages` of a lerna.json (https://lerna.js.org/docs/api-reference/configuration). */
function lernaPatterns(repository: Repository, file: string): readonly string[] {
  const source = repository.read(file);
  return source.is === 'text' ? stringsOf(member(parseJson(source.text, file), 'packages')) : [];
}

/** The list `packages` of a pnpm-workspace.yaml (https://pnpm.io/pnpm-workspace_yaml). */
async function pnpmPatterns(repository: Repository, file: string): Promise<readonly string[]> {
  const source = repository.read(file);
  if (source.is !== 'text') return [];
  const [root] = (await parseYaml(file, source.text)).documents;
  return itemsOf(valueOf(root, 'packages')).flatMap((item) =>
    item.is === 'scalar' && typeof item.value === 'string' ? item.value : [],
  );
}

/** Most packages of one workspace that are read. */
const MAX_PACKAGES = 1_000;

async function packagesOf(
  repository: Repository,
  root: string,
  patterns: readonly string[],
): Promise<readonly Package[]> {
  const folders = new Set<string>();
  for (const pattern of patterns) {
    // A folder that is left out again does no harm: packages are asked for by name.
    if (pattern.startsWith('!')) continue;
    for (const folder of await foldersOf(repository, root, pattern)) folders.add(folder);
  }
  return [...folders].slice(0, MAX_PACKAGES).flatMap((folder) => packageAt(repository, folder) ?? []);
}

async function foldersOf(repository: Repository, root: string, pattern: string): Promise<readonly string[]> {
  const path = normalise(pattern);
  if (path === undefined) return [];
  const above = path.endsWith('/*') ? path.slice(0, -2) : path === '*' ? '' : path;
  if (!/[*?[{]/.test(above)) {
    const folder = join(root, above) ?? root;
    if (above === path) return [folder];
    return repository.list(folder).flatMap(({ name, is }) => (is === 'directory' ? [childOf(folder, name)] : []));
  }
  return (await glob(repository, [`${path}/package.json`], { under: root })).map(parent);
}
