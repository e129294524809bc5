import type { Location } from '../../model/location.js';
import { childOf } from '../../repository/paths.js';
import { foldersUp } from '../../code/packages.js';
import { parseTomlTexts, tomlText, type Setting } from '../../syntax/sections.js';
import { inSequence, runs, type Flow, type Follower, type Place, type Tool } from '../flow.js';
import { placesWithin } from '../places.js';
import type { Words } from '../words.js';
import { option, readOptions } from './options.js';

/** A manager of Python projects that runs a command in the project's environment. */
interface Manager {
  /** Options with a value, before `run` or behind it. */
  valued: readonly string[];
  folder: readonly string[];
  /** The tables of pyproject.toml, or the file itself, that hold scripts. */
  scripts: readonly string[];
  /** Tables of functions that get a program of their own once the project is installed. */
  entries: readonly string[];
  file: string;
  /** The file of variables it reads by itself. */
  variables?: { path: string; overrides: boolean };
  /** Options that name files of variables. */
  variableFiles?: readonly string[];
}

/** Taken from each manager's documentation of `run`. */
const MANAGERS: Readonly<Record<string, Manager>> = {
  poetry: {
    valued: ['-P', '--project'],
    folder: ['-C', '--directory'],
    scripts: [],
    entries: ['tool.poetry.scripts', 'project.scripts'],
    file: 'pyproject.toml',
  },
  pipenv: {
    valued: ['--python'],
    folder: [],
    scripts: ['scripts'],
    entries: [],
    file: 'Pipfile',
    variables: { path: '.env', overrides: true },
  },
  uv: {
    valued: [
      ...[
        '--package',
        '--with',
        '--with-editable',
        '--with-requirements',
        '-p',
        '--python',
        '--extra',
        '--group',
        '--only-group',
      ],
      ...[
        '--index-url',
        '--index',
        '--project',
        '--no-group',
        '--no-extra',
        '--cache-dir',
        '--config-file',
        '--link-mode',
      ],
    ],
    folder: ['--directory'],
    scripts: [],
    entries: ['project.scripts'],
    file: 'pyproject.toml',
    variableFiles: ['--env-file'],
  },
  pdm: {
    valued: ['--venv', '-p', '--project'],
    folder: [],
    scripts: ['tool.pdm.scripts'],
    entries: ['project.scripts'],
    file: 'pyproject.toml',
  },
  hatch: {
    valued: ['-e', '--env', '-p', '--project'],
    folder: [],
    scripts: [],
    entries: ['project.scripts'],
    file: 'pyproject.toml',
  },
  rye: { valued: [], folder: [], scripts: ['tool.rye.scripts'], entries: ['project.scripts'], file: 'pyproject.toml' },
};

function managerTool(name: string, manager: Manager): Tool {
  const { valued, folder, variableFiles = [] } = manager;
  const all = [...valued, ...folder, ...variableFiles];
  return async (words, at, place, follower) => {
    const before = readOptions(words, all, 1);
    const [command, ...behind] = before.operands;
    if (command !== 'run') return runs([name, ...words], at, place, true);
    const options = readOptions(behind, all, 1);
    const inside = placeOf(option(before, ...folder).value ?? option(options, ...folder).value, at, place, follower);
    if ('is' in inside) return inside;
    const files = variableFiles.flatMap((each) => options.values.get(each) ?? []);
    const sources = [
      ...files.map((path) => ({ path, overrides: false, optional: false })),
      ...(manager.variables ? [{ ...manager.variables, optional: true }] : []),
    ];
    const gaps: Flow[] = [];
    let there = inside;
    for (const file of sources) {
      if (manager.variables && follower.repository.lookup(childOf(place.folder, file.path ?? '')).is !== 'file')
        continue;
      const read = follower.variables(file, at, there);
      gaps.push(...read.gaps);
      there = { ...there, environment: read.environment };
    }
    const module = option(options, '-m', '--module');
    const asked = options.rest ?? options.operands;
    const flow = module.given
      ? await follower.command(['python', '-m', ...asked], at, there)
      : await asCommand(name, manager, asked, at, there, follower);
    return gaps.length === 0 ? flow : inSequence([...gaps, flow]);
  };
}

function placeOf(folder: string | undefined, at: Location, place: Place, follower: Follower): Place | Flow {
  if (folder === undefined) return place;
  const found = follower.folder(folder, at, place);
  return found.is === 'folder' ? { ...place, folder: found.folder } : found;
}

/** A script of the project, else a program. */
async function asCommand(
  manager: string,
  { scripts, entries, file }: Manager,
  words: Words,
  at: Location,
  place: Place,
  follower: Follower,
): Promise<Flow> {
  const [name, ...args] = words;
  if (name === undefined)
    return words.length === 0
      ? runs([manager, 'run'], at, place)
      : follower.gap(`what ${manager} runs depends on a variable`, at, place);
  const [of, short] = manager === 'hatch' && name.includes(':') ? name.split(':', 2) : ['default', name];
  const tables = manager === 'hatch' ? [`tool.hatch.envs.${of ?? 'default'}.scripts`] : scripts;
  for (const folder of foldersUp(place.folder)) {
    const path = childOf(folder, file);
    const source = follower.repository.read(path);
    if (source.is !== 'text') continue;
    const settings = parseTomlTexts(source.text, path);
    const script = settings.find(({ section, key }) => tables.includes(section) && key === short);
    if (script) return projectScript(script, args, place, follower);
    const entry = settings.find(({ section, key }) => entries.includes(section) && key === name);
    const target = entry && tomlText(entry.value);
    if (entry && target?.includes(':') === true) return entryPoint(name, entry, target, args, place);
    break;
  }
  if (/\.pyw?$/.test(name)) return follower.command(['python', name, ...args], at, place);
  return follower.command(words, at, place);
}

async function projectScript(
  { key, value, at, section }: Setting,
  args: Words,
  place: Place,
  follower: Follower,
): Promise<Flow> {
  const id = `${at.file}#${section}.${key}`;
  if (place.within.includes(id)) return follower.gap(`the script ${key} runs itself, over and over`, at, place);
  const text = scriptText(value);
  if (text === undefined) return follower.gap(`the script ${key} cannot be read`, at, place);
  // hatch: `{args:default}` stands for what is added, else for the default.
  const body = text.replace(/\{args(?::([^}]*))?\}/g, (_, fallback: string | undefined) => fallback ?? '');
  const shell = {
    text: body,
    places: placesWithin(follower.repository, at, body),
    subject: `the script ${key}`,
    added: args,
  };
  return follower.text(shell, { ...place, within: [...place.within, id] });
}

/** The command of a script: a text, a list of words, or either under `cmd` or `shell`; a function under `call`. */
function scriptText(value: string): string | undefined {
  const plain = tomlText(value);
  if (plain !== undefined) return plain;
  const [, kind, rest = ''] = /^\{\s*(cmd|shell|call)\s*=\s*(.*)$/.exec(value) ?? [];
  const list = kind === undefined ? value : rest;
  if (list.startsWith('['))
    return Array.from(list.matchAll(/"([^"]*)"|'([^']*)'/g), ([, one, other]) => quoted(one ?? other ?? '')).join(' ');
  const text = tomlText(list);
  if (kind !== 'call' || text === undefined) return text;
  return `python -c 'import ${text.split(':')[0] ?? ''}'`;
}

/** A word for a shell. */
function quoted(word: string): string {
  return /^[\w./:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function entryPoint(name: string, { at, key, value }: Setting, target: string, args: Words, place: Place): Flow {
  const steps = [...place.steps, { at, words: `${key} = ${value}` }];
  const flow = runs([name, ...args], at, { ...place, steps });
  return flow.is === 'command' ? { ...flow, command: { ...flow.command, entry: target } } : flow;
}

export const PYTHON_TOOLS: Readonly<Record<string, Tool>> = Object.fromEntries(
  Object.entries(MANAGERS).map(([name, manager]) => [name, managerTool(name, manager)]),
);
