import { dependencyNames, foldersUp, nearestPackage, workspacePackages } from '../../code/packages.js';
import type { Location } from '../../model/location.js';
import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { startOf } from '../../syntax/lines.js';
import { runs, type RanCommands } from '../commands/ran.js';
import { packageLists } from '../python/package-lists.js';
import { sourcesIn } from './sources.js';
import { DJANGO, TOOLS, type MigrationTool } from './tools.js';
import type { DatabaseSetting } from '../django/databases.js';
import type { Django } from '../django/settings.js';

/** Migrations that a service's program needs, and whether something applies them. */
export interface Migrations {
  /** The tool, as its users call it. */
  tool: string;
  /** What would apply them. */
  command: string;
  /** The folder or file that shows that there are some. */
  seen: Location;
  /** `unknown`: `why` is a clause. */
  applied: { is: 'yes' | 'no' } | { is: 'unknown'; why: string };
}

/** `neighbours`: what other services of the same files run, which may share its database. */
export async function migrationsOf(
  repository: Repository,
  own: RanCommands,
  neighbours: readonly RanCommands[],
  django: Django | undefined,
): Promise<readonly Migrations[]> {
  const found: Migrations[] = [];
  const all = [own, ...neighbours];
  const seen = django?.is === 'settings' && djangoMigrations(repository, django);
  if (seen)
    found.push({ tool: DJANGO.name, command: DJANGO.command, seen, applied: applied(repository, own, all, DJANGO) });
  const reached = await withWorkspace(repository, own);
  for (const tool of TOOLS) {
    if (tool.manifest === 'python' && (found.length > 0 || runsNodeAlone(own))) continue;
    const seen = migrationsIn(repository, reached, tool);
    if (seen && uses(repository, reached, tool, seen.manifest))
      found.push({
        ...{ tool: tool.name, command: tool.command, seen: startOf(seen.file) },
        applied: applied(repository, reached, [reached, ...neighbours], tool),
      });
  }
  return found;
}

/** Whether a service runs programs of Node, and none of Python: what Python would need is another one's. */
function runsNodeAlone({ commands, texts }: RanCommands): boolean {
  const all = [...commands.map(({ text }) => text), ...texts];
  return all.some((text) => NODE.test(text)) && !all.some((text) => PYTHON.test(text));
}

const NODE = /^(?:node|npm|npx|yarn|pnpm|bun|tsx|ts-node|next|nest)\b/;
const PYTHON =
  /\b(?:python[\d.]*|pip[\d.]*|gunicorn|uvicorn|hypercorn|daphne|granian|flask|fastapi|celery|poetry|uv|pipenv|pdm|alembic)\b|\.py\b/;

/** The same with the packages of the workspace that those of its folders depend on. */
async function withWorkspace(repository: Repository, own: RanCommands): Promise<RanCommands> {
  const folders = new Set(own.folders);
  for (const folder of folders) {
    const package_ = nearestPackage(repository, folder);
    if (!package_) continue;
    const names = dependencyNames(package_);
    for (const each of await workspacePackages(repository, folder)) {
      if (each.name !== undefined && names.has(each.name)) folders.add(each.folder);
    }
  }
  return { ...own, folders: [...folders] };
}

/** Whether the code that is run may use a tool. One of a folder above may be that of another program. */
function uses(
  repository: Repository,
  { folders }: RanCommands,
  { name, manifest: kind }: MigrationTool,
  manifest: string,
): boolean {
  const [root = '', ...started] = folders;
  const own = started.length > 0 ? started : [root];
  if (kind !== 'package.json' || own.some((each) => nearestPackage(repository, each)?.folder === manifest)) return true;
  const { texts, complete } = sourcesIn(repository, own);
  return !complete || texts.some((text) => text.toLowerCase().includes(name.toLowerCase()));
}

function applied(
  repository: Repository,
  own: RanCommands,
  all: readonly RanCommands[],
  { applies, inCode }: Pick<MigrationTool, 'applies' | 'inCode'>,
): Migrations['applied'] {
  const outcomes = all.map((ran) => runs(ran, applies));
  if (outcomes.includes('yes')) return { is: 'yes' };
  if (own.gap) return { is: 'unknown', why: own.gap.why };
  const scripts = sourcesIn(repository, own.folders);
  if (scripts.texts.some((text) => inCode.test(text))) {
    return { is: 'unknown', why: 'the code may apply them itself' };
  }
  return scripts.complete ? { is: 'no' } : { is: 'unknown', why: 'there is too much code to read' };
}

/** Apps of Django itself that have tables. */
const WITH_TABLES = /^django\.contrib\.(?:admin|auth|contenttypes|sessions|sites|flatpages|redirects)(?:\.|$)/;

/** Where the settings name an app with tables; undefined where the project keeps no database of its own. */
function djangoMigrations(repository: Repository, settings: Extract<Django, { is: 'settings' }>): Location | undefined {
  const { apps, databases } = settings;
  if (apps.value.is !== 'known' || databases.length === 0) return undefined;
  const [main] = databases;
  // A file of SQLite that is committed has its tables already.
  if (main && !isServer(main.engine) && commitsDatabase(repository, settings)) return undefined;
  const names = apps.value.value.items.flatMap((item) => (item.is === 'known' ? [item.value] : []));
  return names.some((name) => WITH_TABLES.test(name)) ? apps.at : undefined;
}

/** Whether a database is no file; an address that the platform fills in is that of a server. */
function isServer(engine: DatabaseSetting['engine']): boolean {
  if (engine.is === 'known') return !/sqlite|spatialite/.test(engine.value);
  return engine.is === 'unknown' && engine.filled === true;
}

function commitsDatabase(repository: Repository, { file }: { file: string }): boolean {
  return foldersUp(file.split('/').slice(0, -1).join('/')).some((folder) =>
    repository.list(folder).some(({ name }) => /\.(?:sqlite3?|db)$/.test(name)),
  );
}

/** The first folder with migrations of a tool whose package is listed beside it. */
function migrationsIn(
  repository: Repository,
  { folders }: RanCommands,
  tool: MigrationTool,
): { manifest: string; file: string } | undefined {
  for (const folder of folders) {
    const manifest = foldersUp(folder).find((each) => lists(repository, each, tool));
    if (manifest === undefined) continue;
    if (tool.config && !repository.list(manifest).some(({ name }) => tool.config?.test(name) === true)) continue;
    for (const inside of tool.folders) {
      const path = childOf(manifest, inside);
      const file = migrationIn(repository, path, tool.file);
      if (file !== undefined) return { manifest, file };
    }
  }
  return undefined;
}

function migrationIn(repository: Repository, folder: string, file: RegExp): string | undefined {
  for (const { name, is } of repository.list(folder)) {
    const path = childOf(folder, name);
    if (is === 'file' && file.test(name) && name !== '__init__.py') return path;
    const inner =
      is === 'directory' ? repository.list(path).find((each) => each.is === 'file' && file.test(each.name)) : undefined;
    if (inner && inner.name !== '__init__.py') return childOf(path, inner.name);
  }
  return undefined;
}

/** Whether a list of packages in a folder has one of the tool's. */
function lists(repository: Repository, folder: string, { manifest, packages }: MigrationTool): boolean {
  const paths = manifest === 'python' ? packageLists(repository, folder) : [childOf(folder, manifest)];
  return paths.some((path) => {
    const source = repository.read(path);
    if (source.is !== 'text') return false;
    const text = source.text.toLowerCase();
    return packages.some((each) => mentions(text, each));
  });
}

/** Whether a text has a name that is no part of a longer one. */
function mentions(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + name.length] ?? ' ');
    if (!/[\w@/-]/.test(around)) return true;
  }
  return false;
}
