import { foldersUp, nearestPackage, workspacePackages } from '../../code/packages.js';
import type { Location } from '../../model/location.js';
import type { Environment } from '../../model/process.js';
import { baseName, childOf } from '../../repository/paths.js';
import { member, parseJson, stringAt, stringsOf, type Json } from '../../syntax/json.js';
import { failing, inSequence, NOTHING, part, runs, type Flow, type Follower, type Place, type Tool } from '../flow.js';
import { matchingScripts } from '../missing.js';
import { placesWithin } from '../places.js';
import type { Words } from '../words.js';
import { option, readOptions } from './options.js';

/** Programs that run scripts of package.json by name, or several commands at once. */

/** https://github.com/open-cli-tools/concurrently#readme; options as in its bin/concurrently. */
const CONCURRENTLY_VALUED = [
  ...['-n', '--names', '--name-separator', '-c', '--prefix-colors', '-p', '--prefix', '-l', '--prefix-length'],
  ...['-t', '--timestamp-format', '-s', '--success', '-m', '--max-processes', '--restart-tries', '--restart-after'],
  ...['--hide', '--default-input-target', '--kill-signal', '--ks', '--teardown', '--cwd', '--kill-timeout'],
];

const concurrently: Tool = async (words, at, place, follower) => {
  const { operands } = readOptions(words, CONCURRENTLY_VALUED);
  const [first] = operands;
  if (first !== undefined && ['npm', 'yarn', 'pnpm', 'node'].includes(first)) {
    const why = `concurrently takes each word for a command of its own, so it runs \`${first}\` alone`;
    return failing(follower.gap(why, at, place));
  }
  const flows: Flow[] = [];
  for (const command of operands) {
    if (command === undefined) flows.push(follower.gap('what concurrently runs depends on a variable', at, place));
    else flows.push(...(await concurrent(command, at, place, follower)));
  }
  return { is: 'together', flows };
};

/** A command, or the scripts a short form stands for: `npm:dev:*` runs every script with such a name. */
async function concurrent(command: string, at: Location, place: Place, follower: Follower): Promise<readonly Flow[]> {
  const [match, manager = '', name = '', args = ''] =
    /^(npm|yarn|pnpm|bun|node):(\S+)(.*)$/s.exec(command.trim()) ?? [];
  if (match === undefined) return [await inner('concurrently', command, at, place, follower)];
  const own = name.includes('*') ? nearestPackage(follower.repository, place.folder) : undefined;
  const matching = own ? matchingScripts(own.json, name, false) : [];
  const names = matching.length > 0 ? matching : [name];
  const added = args.split(/\s+/).filter((word) => word !== '');
  const run = { args: added[0] === '--' ? added.slice(1) : added, manager, orProgram: false, optional: false };
  return Promise.all(names.map((each) => follower.script({ ...run, name: each }, at, place)));
}

/** A text that a tool hands to a shell. */
function inner(subject: string, text: string, at: Location, place: Place, follower: Follower): Promise<Flow> {
  return follower.text({ text, places: () => at, subject }, { ...place, within: [...place.within, subject] });
}

/** https://github.com/mysticatea/npm-run-all: `run-s` one after another, `run-p` at once, `npm-run-all` by its options. */
function runAll(mode: 'sequence' | 'together'): Tool {
  return async (words, at, place, follower) => {
    const groups: { mode: 'sequence' | 'together'; flows: Flow[] }[] = [{ mode, flows: [] }];
    const divider = words.indexOf('--');
    const own = divider === -1 ? words : words.slice(0, divider);
    for (let index = 0; index < own.length; index++) {
      const word = own[index];
      if (word === undefined)
        groups.at(-1)?.flows.push(follower.gap('the script it runs depends on a variable', at, place));
      else if (['-p', '--parallel'].includes(word)) groups.push({ mode: 'together', flows: [] });
      else if (['-s', '--sequential', '--serial'].includes(word)) groups.push({ mode: 'sequence', flows: [] });
      else if (['--max-parallel', '--npm-path'].includes(word)) index++;
      else if (!word.startsWith('-')) groups.at(-1)?.flows.push(...(await scripts(word, at, place, follower)));
    }
    const flows = groups.filter((group) => group.flows.length > 0).map(asFlow);
    const [only] = flows;
    return flows.length === 1 && only ? only : inTurn(flows);
  };
}

function asFlow({ mode, flows }: { mode: 'sequence' | 'together'; flows: Flow[] }): Flow {
  return mode === 'together' ? { is: 'together', flows } : inTurn(flows);
}

/** Each only where the one before has succeeded. */
function inTurn(flows: readonly Flow[]): Flow {
  return { is: 'sequence', parts: flows.map((flow) => ({ ...part(flow), after: '&&' })) };
}

/** A script by name, or those that a pattern matches; words behind it are handed on. */
async function scripts(written: string, at: Location, place: Place, follower: Follower): Promise<readonly Flow[]> {
  const [name = '', ...rest] = written.split(/\s+/);
  const args = rest[0] === '--' ? rest.slice(1) : rest;
  const own = name.includes('*') ? nearestPackage(follower.repository, place.folder) : undefined;
  const matching = own ? matchingScripts(own.json, name, true) : [];
  const names = matching.length > 0 ? matching : [name];
  const run = { args, manager: 'npm', orProgram: false, optional: false };
  return Promise.all(names.map((each) => follower.script({ ...run, name: each }, at, place)));
}

/** `turbo run build --filter=web` and `lerna run build --scope web`. */
const workspaceTask: Tool = async (words, at, outer, follower) => {
  const place = { ...outer, environment: handedOn(words, outer, follower) };
  const valued = [
    '--filter',
    '-F',
    '--scope',
    '--ignore',
    '--concurrency',
    '--cwd',
    '--env-mode',
    '--log-order',
    '--ui',
  ];
  const options = readOptions(words, valued);
  const isExec = options.operands[0] === 'exec';
  const names = options.operands[0] === 'run' ? options.operands.slice(1) : isExec ? ['exec'] : options.operands;
  if (names.length === 0) return NOTHING;
  const cwd = option(options, '--cwd');
  const filters = [
    ...(options.values.get('--filter') ?? []),
    ...(options.values.get('-F') ?? []),
    ...(options.values.get('--scope') ?? []),
  ];
  if (filters.includes(undefined) || names.includes(undefined)) {
    return follower.gap('the package it runs in depends on a variable', at, place);
  }
  const flows: Flow[] = [];
  for (const written of names) {
    const [pkg, task] = written?.includes('#') === true ? written.split('#', 2) : [undefined, written];
    const packages =
      pkg === undefined ? filters.flatMap((each) => (each === undefined || each.startsWith('!') ? [] : [each])) : [pkg];
    const target = { folder: cwd.given ? cwd.value : undefined, packages, all: packages.length === 0 };
    const { folders, gaps } = await follower.targets(target, at, place);
    flows.push(...gaps);
    if (folders.length === 0 && gaps.length === 0)
      flows.push(follower.gap('which packages the workspace has cannot be read', at, place));
    for (const folder of folders) {
      if (isExec) {
        flows.push(await follower.command(options.rest ?? options.operands.slice(1), at, { ...place, folder }));
        continue;
      }
      const run = {
        name: task ?? '',
        args: options.rest ?? [],
        manager: 'npm',
        orProgram: false,
        optional: target.all,
      };
      flows.push(await follower.script(run, at, { ...place, folder }));
    }
  }
  return { is: 'together', flows };
};

/**
 * What turbo hands on: from version 2 on only the variables that turbo.json names, unless it is told otherwise
 * (https://turborepo.com/docs/crafting-your-repository/using-environment-variables#environment-modes). What it names for
 * frameworks by itself is not told, so all others count as unknown.
 */
function handedOn(words: Words, { environment, folder }: Place, { repository }: Follower): Environment {
  const file = foldersUp(folder)
    .map((each) => childOf(each, 'turbo.json'))
    .find((each) => repository.lookup(each).is === 'file');
  const source = file === undefined ? undefined : repository.read(file);
  if (file === undefined || source?.is !== 'text' || words.some((word) => word?.includes('loose') === true))
    return environment;
  const json = parseJson(source.text, file);
  if (stringAt(json, 'envMode') === 'loose') return environment;
  const tasks = member(json, 'tasks') ?? member(json, 'pipeline');
  const own = tasks?.is === 'object' ? [...tasks.members.values()].map(({ value }) => value) : [];
  const lists = [json, ...own].flatMap((each) =>
    ['globalEnv', 'globalPassThroughEnv', 'env', 'passThroughEnv'].map((key) => member(each, key)),
  );
  const names = new Set(lists.flatMap(stringsOf));
  return {
    variable(name) {
      const variable = environment.variable(name);
      return names.has(name) || names.has('*') || variable.is !== 'set' ? variable : { is: 'unknown', at: variable.at };
    },
    names: environment.names,
  };
}

/** `nx serve web`, `nx run web:serve` and `nx run-many -t serve -p web,api` (https://nx.dev/nx-api/nx/documents). */
const nx: Tool = async (words, at, place, follower) => {
  const options = readOptions(words, [
    '-t',
    '--target',
    '--targets',
    '-p',
    '--projects',
    '--project',
    '-c',
    '--configuration',
    '--parallel',
  ]);
  const [command, ...more] = options.operands;
  const asked: { project: string | undefined; target: string | undefined }[] = [];
  if (command === 'run') {
    const [project, target] = more[0]?.split(':') ?? [];
    asked.push({ project, target });
  } else if (command === 'run-many') {
    const target = option(options, '-t', '--target', '--targets').value;
    for (const project of option(options, '-p', '--projects').value?.split(',') ?? []) asked.push({ project, target });
  } else asked.push({ project: more[0] ?? option(options, '--project').value, target: command });
  const flows = await Promise.all(asked.map((each) => nxTarget(each, at, place, follower)));
  return { is: 'together', flows };
};

async function nxTarget(
  { project, target }: { project: string | undefined; target: string | undefined },
  at: Location,
  place: Place,
  follower: Follower,
): Promise<Flow> {
  if (project === undefined || target === undefined)
    return follower.gap('the project nx runs cannot be read', at, place);
  const { repository } = follower;
  const own = (await workspacePackages(repository, place.folder)).find(
    ({ name, folder }) => name === project || baseName(folder) === project,
  );
  const folders = own ? [own.folder] : ['apps', 'packages', 'libs', 'services'].map((above) => `${above}/${project}`);
  for (const folder of folders) {
    const file = childOf(folder, 'project.json');
    const source = repository.read(file);
    const json = source.is === 'text' ? member(parseJson(source.text, file), 'targets', target) : undefined;
    if (json) return nxExecutor(json, target, at, { ...place, folder }, follower);
  }
  if (own && stringAt(own.json, 'scripts', target) !== undefined) {
    const run = { name: target, args: [], manager: 'npm', orProgram: false, optional: false };
    return follower.script(run, at, { ...place, folder: own.folder });
  }
  return follower.gap(`the target ${target} of the project ${project} is not written out`, at, place);
}

async function nxExecutor(json: Json, target: string, at: Location, place: Place, follower: Follower): Promise<Flow> {
  const command = member(json, 'command') ?? member(json, 'options', 'command');
  if (command?.is === 'string') {
    const cwd = stringAt(json, 'options', 'cwd');
    const text = {
      text: command.value,
      places: placesWithin(follower.repository, command.at, command.value),
      subject: `the target ${target}`,
    };
    return follower.text(text, { ...place, folder: cwd ?? '', within: [...place.within, `nx ${target}`] });
  }
  const executor = stringAt(json, 'executor') ?? '';
  return follower.gap(`what the executor ${executor} of nx runs is not known`, at, place);
}

/** https://github.com/bahmutov/start-server-and-test: ends when the test does. */
const startServerAndTest: Tool = async (words, at, place, follower) => {
  const [server, ...rest] = words.filter((word) => word?.startsWith('-') !== true);
  if (server === undefined) return follower.gap('what start-server-and-test runs depends on a variable', at, place);
  const test = rest.at(-1);
  const run = async (written: string): Promise<Flow> => {
    const own = nearestPackage(follower.repository, place.folder);
    const isScript = own !== undefined && stringAt(own.json, 'scripts', written) !== undefined;
    return isScript
      ? inSequence(await scripts(written, at, place, follower))
      : inner('start-server-and-test', written, at, place, follower);
  };
  return {
    is: 'detached',
    flow: {
      is: 'sequence',
      parts: [{ ...part(await run(server)), background: true }, part(test === undefined ? NOTHING : await run(test))],
    },
    why: 'start-server-and-test stops the server when the test ends',
    at,
  };
};

/** `deno task start` (https://docs.deno.com/runtime/reference/cli/task/). */
const deno: Tool = async (words, at, place, follower) => {
  const options = readOptions(words, ['--cwd', '-c', '--config']);
  const [command, name] = options.operands;
  if (command !== 'task') return runs(['deno', ...words], at, place);
  if (name === undefined) return NOTHING;
  for (const file of ['deno.json', 'deno.jsonc'].map((each) => childOf(place.folder, each))) {
    const source = follower.repository.read(file);
    if (source.is !== 'text') continue;
    const task = member(parseJson(source.text, file), 'tasks', name);
    const body = task?.is === 'object' ? member(task, 'command') : task;
    if (body?.is !== 'string') break;
    const key = `${file}#${name}`;
    if (place.within.includes(key)) return follower.gap(`the task ${name} runs itself, over and over`, at, place);
    const text = {
      text: body.value,
      places: placesWithin(follower.repository, body.at, body.value),
      subject: `the task ${name}`,
    };
    return follower.text(text, { ...place, within: [...place.within, key] });
  }
  const run = { name, args: options.operands.slice(2), manager: 'npm', orProgram: false, optional: false };
  return follower.script(run, at, place);
};

/** `wait-for-it.sh db:5432 -- node server.js` and its kin run what stands behind `--`. */
const waits: Tool = async (words, at, place, follower) => {
  const divider = words.indexOf('--');
  const own: Words = ['wait-for-it', ...(divider === -1 ? words : words.slice(0, divider))];
  const flows = [
    runs(own, at, place),
    ...(divider === -1 ? [] : [await follower.command(words.slice(divider + 1), at, place)]),
  ];
  return inSequence(flows);
};

/** `corepack pnpm start` runs the manager that the project names. */
const corepack: Tool = async (words, at, place, follower) => {
  const [manager = ''] = words;
  return ['npm', 'npx', 'pnpm', 'pnpx', 'yarn'].includes(manager) ? follower.command(words, at, place) : undefined;
};

/** https://github.com/jwilder/dockerize: the command stands behind its options. */
const dockerize: Tool = async (words, at, place, follower) => {
  const valued = [
    '-wait',
    '-timeout',
    '-template',
    '-stdout',
    '-stderr',
    '-wait-retry-interval',
    '-wait-http-header',
    '-delims',
    '-env',
  ];
  const { operands, rest } = readOptions(words, valued, 1);
  return follower.command(rest ?? operands, at, place);
};

export const SCRIPT_TOOLS: Readonly<Record<string, Tool>> = {
  concurrently,
  'run-s': runAll('sequence'),
  'run-p': runAll('together'),
  'npm-run-all': runAll('sequence'),
  'npm-run-all2': runAll('sequence'),
  turbo: workspaceTask,
  lerna: workspaceTask,
  nx,
  'start-server-and-test': startServerAndTest,
  corepack,
  deno,
  dockerize,
  ...Object.fromEntries(
    [
      'wait-for-it',
      'wait-for-it.sh',
      './wait-for-it.sh',
      'wait-for',
      './wait-for',
      './wait-for.sh',
      '/wait-for-it.sh',
    ].map((name) => [name, waits]),
  ),
};
