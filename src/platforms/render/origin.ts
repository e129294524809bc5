import type { Repository } from '../../repository/repository.js';
import { parseJson, stringAt } from '../../syntax/json.js';
import { itemsOf, valueOf } from '../../syntax/yaml.js';
import { isPlaceholder } from './placeholders.js';
import { textOf, type Resource } from './resources.js';

/**
 * The address of the repository a service is built from, where that is another one than this; else undefined.
 *
 * A tree does not know its own address. `repo` is taken for this repository if the tree says so: package.json or
 * pyproject.toml has its address or name, the README is headed by its name, clones or deploys it or links to its pages, or a
 * path that the entry sets (rootDir, dockerfilePath, all of a buildFilter) is here. Without such evidence the code is elsewhere and is not judged.
 */
export function elsewhere(repository: Repository, resource: Resource, repo: string | undefined): string | undefined {
  if (repo === undefined || isPlaceholder(repo)) return undefined;
  const slug = slugOf(repo);
  const here =
    slug !== undefined &&
    (isNamedByManifest(repository, slug) || isNamedByReadme(repository, slug) || hasPathsOf(repository, resource));
  return here ? undefined : repo;
}

interface Slug {
  owner: string;
  name: string;
}

/** Owner and name from `https://github.com/owner/name.git`, with or without suffix, or `git@github.com:owner/name`. */
function slugOf(repo: string): Slug | undefined {
  const parts = repo
    .trim()
    .toLowerCase()
    .split(/[/:]/)
    .filter((part) => part !== '');
  const owner = parts.at(-2);
  const name = parts.at(-1)?.replace(/\.git$/, '');
  return owner === undefined || name === undefined || name === '' ? undefined : { owner, name };
}

function isNamedByManifest(repository: Repository, { owner, name }: Slug): boolean {
  const manifest = parseJson(lowerText(repository, 'package.json'), 'package.json');
  // A dependency may be taken from a repository too, so only these keys count.
  const address = slugOf(stringAt(manifest, 'repository') ?? stringAt(manifest, 'repository', 'url') ?? '');
  const names = [stringAt(manifest, 'name'), ...projectNames(lowerText(repository, 'pyproject.toml'))];
  return names.includes(name) || (address?.owner === owner && address.name === name);
}

/**
 * The names a pyproject.toml gives its project. Other tables have names too: an author, an index, a dependency.
 * https://packaging.python.org/en/latest/specifications/pyproject-toml/#name, https://python-poetry.org/docs/pyproject/#name
 */
function projectNames(pyproject: string): string[] {
  let table = '';
  return pyproject.split('\n').flatMap((line) => {
    if (line.startsWith('[')) table = line.slice(0, line.lastIndexOf(']') + 1);
    if (table !== '[project]' && table !== '[tool.poetry]') return [];
    const name = /^name\s*=\s*["']([^"']*)["']/.exec(line)?.[1];
    return name === undefined ? [] : [name];
  });
}

/** What a README says of its own repository, with its address in place of `%`. */
const OWN_LINKS = ['git clone %', 'deploy?repo=%', '%/actions', '%/issues', '%/blob/', '%/tree/', '%/releases'];

function isNamedByReadme(repository: Repository, { owner, name }: Slug): boolean {
  const readme = repository.list('.').find((entry) => entry.is === 'file' && /^readme(\.|$)/i.test(entry.name));
  const text = readme ? lowerText(repository, readme.name) : '';
  if (/^#\s+(.*)$/m.exec(text)?.[1]?.trim() === name) return true;
  const addresses = [
    `https://github.com/${owner}/${name}`,
    `git@github.com:${owner}/${name}`,
    `https://gitlab.com/${owner}/${name}`,
  ];
  return addresses.some((address) => OWN_LINKS.some((link) => includesWhole(text, link.replace('%', address))));
}

/** Not as the beginning of a longer name. */
function includesWhole(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const rest = text.slice(at + part.length, at + part.length + 5);
    if (!/^[\w-]/.test(rest) && (!rest.startsWith('.') || /^\.(git\b|\s|$)/.test(rest))) return true;
    if (part.endsWith('/')) return true;
  }
  return false;
}

function hasPathsOf(repository: Repository, { node }: Resource): boolean {
  const root = plainPath(textOf(valueOf(node, 'rootDir')));
  const dockerfile = plainPath(textOf(valueOf(node, 'dockerfilePath')));
  if (root !== '' && repository.lookup(root).is === 'directory') return true;
  const filters = itemsOf(valueOf(valueOf(node, 'buildFilter'), 'paths')).map((each) => plainPath(textOf(each)));
  const folders = filters.map((each) => each.replace(/\/?\*.*$/, ''));
  if (folders.some((each) => each !== '') && folders.every((each) => repository.lookup(each).is !== 'missing'))
    return true;
  return dockerfile.includes('/') && repository.lookup(dockerfile).is === 'file';
}

function plainPath(path: string | undefined): string {
  return (path ?? '')
    .replace(/^(\.?\/)+/, '')
    .replace(/(?<!\/)\/+$/, '')
    .replace(/^\.$/, '');
}

function lowerText(repository: Repository, path: string): string {
  const source = repository.read(path);
  return source.is === 'text' ? source.text.toLowerCase() : '';
}
