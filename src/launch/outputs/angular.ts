import { foldersUp } from '../../code/packages.js';
import { childOf, join, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { member, parseJson, stringAt, type Json } from '../../syntax/json.js';
import type { Words } from '../words.js';
import { notRead, type Making, type Ran } from './making.js';
import { given } from './site-folder.js';

/** The angular.json in force in a folder. */
export function angularWorkspace(
  repository: Repository,
  folder: string,
): { file: string; json: Json | undefined } | undefined {
  const file = foldersUp(folder)
    .map((each) => childOf(each, 'angular.json'))
    .find((each) => repository.lookup(each).is === 'file');
  const source = file === undefined ? undefined : repository.read(file);
  return file === undefined || source?.is !== 'text' ? undefined : { file, json: parseJson(source.text, file) };
}

/** The project `ng build` builds: the one it names, the default one, or the only application. */
export function angularProject(workspace: Json | undefined, words: Words): { name: string; project: Json } | undefined {
  const projects = member(workspace, 'projects');
  if (projects?.is !== 'object') return undefined;
  const all = [...projects.members].map(([name, { value }]) => ({ name, project: value }));
  const named = words.slice(2).find((word) => word !== undefined && projects.members.has(word));
  const wanted = named ?? stringAt(workspace, 'defaultProject');
  if (wanted !== undefined) return all.find(({ name }) => name === wanted);
  const applications = all.filter(({ project }) => stringAt(project, 'projectType') !== 'library');
  return applications.length === 1 ? applications[0] : undefined;
}

/** Builders that put the pages into a folder `browser` of their own (https://angular.dev/tools/cli/build-system-migration). */
const WITH_BROWSER = ':application';
const LISTS = ['3rdpartylicenses.txt', 'prerendered-routes.json'];
const KNOWN = /^@angular(?:-devkit)?\//;
const WITHOUT_BROWSER = /:(?:browser|browser-esbuild)$/;

/**
 * `dist/<project>`, with `browser` in it by the application builder (https://angular.dev/cli/build); the server of one
 * with SSR is `server/server.mjs`. Measured: docs/builders.md.
 */
export function angularMaking(ran: Ran): Making {
  const { repository, folder, words } = ran;
  const workspace = angularWorkspace(repository, folder);
  const found = workspace && angularProject(workspace.json, words);
  if (!workspace || !found) return notRead('which Angular project is built is set');
  const base = parent(workspace.file);
  const build = member(found.project, 'architect', 'build') ?? member(found.project, 'targets', 'build');
  const builder = stringAt(build, 'builder') ?? '';
  const named = given(ran, base, '--output-path');
  if (named === null) return notRead('where Angular writes to is set');
  const paths = named === undefined ? outputPaths(build) : [{ base: named, browser: undefined }];
  // Builders that are not named here may have other defaults.
  const usual = [`dist/${found.name}`, ...(KNOWN.test(builder) ? [] : ['dist'])];
  const all = (paths.length > 0 ? paths : usual.map((each) => ({ base: each, browser: undefined }))).flatMap((path) => {
    const full = named === undefined ? join(base, path.base) : path.base;
    return full === undefined ? [] : [{ base: full, browser: path.browser }];
  });
  const hasBrowser = builder.endsWith(WITH_BROWSER);
  const sites = all.flatMap((path) => {
    const inside = childOf(path.base, path.browser ?? 'browser');
    if (hasBrowser) return [path.browser === '' ? path.base : inside];
    return WITHOUT_BROWSER.test(builder) ? [path.base] : [path.base, inside];
  });
  const lists = all.flatMap((path) => LISTS.map((name) => childOf(path.base, name)));
  // Beside the pages the application builder writes a server, and lists that nobody publishes.
  const folders = hasBrowser
    ? [...sites, ...all.map((path) => childOf(path.base, 'server'))]
    : all.map((path) => path.base);
  return {
    folders,
    sites,
    likely: [...sites.map((each) => childOf(each, 'index.html')), ...lists].map((path) => ({ path })),
  };
}

interface OutputPath {
  base: string;
  browser: string | undefined;
}

/** What the options of the build, and of its configurations, say; those of a configuration that is not used do no harm. */
function outputPaths(build: Json | undefined): readonly OutputPath[] {
  const configurations = member(build, 'configurations');
  const options = [
    member(build, 'options'),
    ...(configurations?.is === 'object' ? [...configurations.members.values()].map(({ value }) => value) : []),
  ];
  return options.flatMap((each) => {
    const base = stringAt(each, 'outputPath') ?? stringAt(each, 'outputPath', 'base');
    return base === undefined ? [] : [{ base, browser: stringAt(each, 'outputPath', 'browser') }];
  });
}
