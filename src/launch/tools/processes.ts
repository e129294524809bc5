import type { Location } from '../../model/location.js';
import type { Environment } from '../../model/process.js';
import { knownValue } from '../../model/value.js';
import { baseName, childOf, join, parent } from '../../repository/paths.js';
import { member, type Json } from '../../syntax/json.js';
import { parseIni, type Setting } from '../../syntax/sections.js';
import { extended } from '../environment.js';
import {
  brief,
  failing,
  runs,
  writtenVariable,
  type Changes,
  type Flow,
  type Follower,
  type Place,
  type Tool,
} from '../flow.js';
import { missingFile } from '../missing.js';
import type { Words } from '../words.js';
import { has, option, readOptions, type Options } from './options.js';
import { pm2Apps, type Pm2App } from './pm2-apps.js';

// ---- pm2

/** Options of pm2 with a value (pm2@6 lib/binaries/CLI.js). */
const PM2_VALUED = [
  ...['-n', '--name', '-i', '--instances', '--env', '-o', '--output', '-e', '--error', '-l', '--log', '--interpreter'],
  ...[
    '--interpreter-args',
    '--node-args',
    '--cwd',
    '--only',
    '-u',
    '--user',
    '--max-memory-restart',
    '--restart-delay',
  ],
  ...[
    '--ignore-watch',
    '--kill-timeout',
    '-c',
    '--cron',
    '--cron-restart',
    '--exp-backoff-restart-delay',
    '-p',
    '--pid',
  ],
  ...[
    '--log-type',
    '--secret',
    '--public',
    '--port',
    '--delay',
    '--listen-timeout',
    '--max-restarts',
    '--namespace',
    '--filter-env',
  ],
];

/** What pm2 runs a file with, by its name's end (pm2@6 lib/API/interpreter.json). */
const PM2_PROGRAMS: Readonly<Record<string, string>> = {
  sh: 'bash',
  py: 'python',
  rb: 'ruby',
  php: 'php',
  ts: 'bun',
  tsx: 'bun',
};

const PM2_FILES = [
  'ecosystem.config.js',
  'ecosystem.config.cjs',
  'ecosystem.config.mjs',
  'ecosystem.config.json',
  'ecosystem.json',
];

/** The files pm2 takes for a list of apps, by their name. */
function isAppsFile(name: string): boolean {
  return /\.config\.[cm]?js$|\.json5?$|\.ya?ml$/.test(name);
}

/** `pm2 start` leaves the app to a daemon; pm2-runtime stays. */
const pm2: Tool = async (words, at, place, follower) => {
  const [command] = words;
  if (command === 'start' || command === 'serve' || command === 'restart' || command === 'reload') {
    const options = readOptions(words.slice(1), PM2_VALUED);
    const flow =
      command === 'serve'
        ? runs(['pm2', 'serve', ...options.operands], at, place)
        : await pm2Start(options, at, place, follower);
    if (has(options, '--no-daemon', '--attach')) return flow;
    return { is: 'detached', flow, why: `\`pm2 ${command}\` starts it in the background and ends`, at };
  }
  return runs(['pm2', ...words], at, place);
};

const pm2Runtime: Tool = async (words, at, place, follower) => {
  const options = readOptions(words[0] === 'start' ? words.slice(1) : words, PM2_VALUED);
  return pm2Start(options, at, place, follower);
};

async function pm2Start(options: Options, at: Location, place: Place, follower: Follower): Promise<Flow> {
  const { repository } = follower;
  const [name] = options.operands;
  if (options.operands.length > 0 && name === undefined)
    return follower.gap('what pm2 starts depends on a variable', at, place);
  const found = PM2_FILES.find((file) => repository.lookup(childOf(place.folder, file)).is === 'file');
  const file = name ?? found ?? PM2_FILES[0] ?? '';
  if (name === undefined || isAppsFile(name)) return pm2File(file, options, at, place, follower);
  const cwd = option(options, '--cwd');
  let inside = place;
  if (cwd.given) {
    const folder = follower.folder(cwd.value, at, place);
    if (folder.is !== 'folder') return folder;
    inside = { ...place, folder: folder.folder };
  }
  const interpreter = option(options, '--interpreter');
  return pm2Program(name, options.rest ?? [], interpreter.given ? interpreter.value : '', at, inside, follower);
}

async function pm2Program(
  script: string,
  args: Words,
  interpreter: string | undefined,
  at: Location,
  place: Place,
  follower: Follower,
): Promise<Flow> {
  if (interpreter === undefined) return follower.gap(`what runs ${script} cannot be read`, at, place);
  // pm2 hands a script with spaces in it to a shell.
  if (script.includes(' '))
    return follower.text(
      { text: script, places: () => at, subject: 'pm2' },
      { ...place, within: [...place.within, 'pm2'] },
    );
  if (interpreter === 'none') return follower.command([script, ...args], at, place);
  if (interpreter !== '') return follower.command([interpreter, script, ...args], at, place);
  const ending = /\.(\w+)$/.exec(script)?.[1] ?? '';
  const program = Object.hasOwn(PM2_PROGRAMS, ending) ? PM2_PROGRAMS[ending] : undefined;
  const isCode = /^[cm]?js$/.test(ending) || follower.repository.lookup(join(place.folder, script) ?? '').is === 'file';
  if (program !== undefined) return follower.command([program, script, ...args], at, place);
  return follower.command(isCode ? ['node', script, ...args] : [script, ...args], at, place);
}

async function pm2File(name: string, options: Options, at: Location, place: Place, follower: Follower): Promise<Flow> {
  const { repository } = follower;
  const file = join(place.folder, name);
  if (file === undefined) return follower.gap(`${name} is outside the repository`, at, place);
  const source = repository.read(file);
  if (source.is !== 'text') {
    return failing(
      follower.gap(
        `${file} ${source.why}`,
        at,
        place,
        source.is === 'missing' ? missingFile(repository, name, file) : undefined,
      ),
    );
  }
  const apps = await pm2Apps(repository, file);
  if (!apps) return follower.gap(`the apps of ${file} cannot be read`, at, place);
  const only = option(options, '--only').value?.split(',');
  const chosen = apps.filter((app) => only === undefined || (app.name !== undefined && only.includes(app.name)));
  const flows: Flow[] = [];
  for (const app of chosen) flows.push(await pm2App(app, option(options, '--env').value, place, follower));
  return { is: 'together', flows };
}

async function pm2App(
  { json, name, at }: Pm2App,
  environment: string | undefined,
  outer: Place,
  follower: Follower,
): Promise<Flow> {
  const script = member(json, 'script') ?? member(json, 'exec') ?? member(json, 'cmd');
  const args = member(json, 'args');
  const cwd = member(json, 'cwd');
  const interpreter = member(json, 'interpreter') ?? member(json, 'exec_interpreter');
  const words = `the app ${name ?? ''} runs \`${[script, args].map(textIn).filter(Boolean).join(' ')}\``.replace(
    '  ',
    ' ',
  );
  let place: Place = { ...outer, steps: [...outer.steps, { at, words }] };
  if (script?.is !== 'string') return follower.gap('the script of an app of pm2 cannot be read', at, place);
  if (cwd) {
    // A path from the folder of the file begins with a slash here.
    const found = follower.folder(
      cwd.is === 'string' ? cwd.value.replace(/^\/(?!opt\/)/, '') : undefined,
      cwd.at,
      place,
    );
    if (found.is !== 'folder') return found;
    place = { ...place, folder: found.folder };
  }
  const changes = new Map([
    ...variablesIn(member(json, 'env')),
    ...variablesIn(environment === undefined ? undefined : member(json, `env_${environment}`)),
  ]);
  place = { ...place, environment: extended(place.environment, changes) };
  const written = interpreter === undefined ? '' : interpreter.is === 'string' ? interpreter.value : undefined;
  return pm2Program(script.value.replace(/^\/(?!opt\/)/, ''), argsIn(args), written, at, place, follower);
}

function textIn(json: Json | undefined): string {
  if (json?.is === 'string') return json.value;
  return json?.is === 'array' ? json.items.map(textIn).join(' ') : '';
}

function argsIn(json: Json | undefined): Words {
  if (json?.is === 'string') return json.value.split(/\s+/).filter((word) => word !== '');
  if (json?.is === 'array')
    return json.items.map((item) => (item.is === 'string' || item.is === 'number' ? String(item.value) : undefined));
  return json === undefined ? [] : [undefined];
}

function variablesIn(json: Json | undefined): Changes {
  if (json?.is !== 'object') return new Map();
  return new Map(
    [...json.members].map(([name, { value }]) => {
      const text =
        value.is === 'string' || value.is === 'number' || value.is === 'boolean' ? String(value.value) : undefined;
      return [name, writtenVariable(text, value.at)];
    }),
  );
}

// ---- forever

const FOREVER_VALUED = [
  ...[
    '-m',
    '-l',
    '-o',
    '-e',
    '-p',
    '-c',
    '--minUptime',
    '--spinSleepTime',
    '--uid',
    '--id',
    '--sourceDir',
    '--workingDir',
  ],
  ...['--watchDirectory', '--watchIgnore', '--killSignal', '--pidFile', '--append-log'],
];

/** https://github.com/foreversd/forever#usage */
const forever: Tool = async (words, at, place, follower) => {
  const isDetached = words[0] === 'start';
  const options = readOptions(isDetached ? words.slice(1) : words, FOREVER_VALUED, 1);
  const command = option(options, '-c');
  const source = option(options, '--sourceDir').value;
  const [file, ...args] = options.operands;
  const path = source === undefined || file === undefined ? file : `${source.replace(/\/$/, '')}/${file}`;
  const flow = command.given
    ? command.value === undefined
      ? follower.gap('what forever runs depends on a variable', at, place)
      : await follower.text(
          { text: command.value, places: () => at, subject: 'forever' },
          { ...place, within: [...place.within, 'forever'] },
        )
    : await follower.command(['node', path, ...args], at, place);
  return isDetached ? { is: 'detached', flow, why: '`forever start` starts it in the background and ends', at } : flow;
};

// ---- supervisord

/** http://supervisord.org/configuration.html: where it looks for its file, as far as that is in the repository. */
const SUPERVISOR_FILES = ['supervisord.conf', 'etc/supervisord.conf'];

const supervisord: Tool = async (words, at, place, follower) => {
  const { repository } = follower;
  const options = readOptions(words, [
    '-c',
    '--configuration',
    '-u',
    '--user',
    '-l',
    '--logfile',
    '-d',
    '--directory',
    '-j',
    '--pidfile',
    '-e',
    '--loglevel',
  ]);
  const own = option(options, '-c', '--configuration');
  const found = SUPERVISOR_FILES.find((each) => repository.lookup(childOf(place.folder, each)).is === 'file');
  const name = own.given ? own.value : (found ?? SUPERVISOR_FILES[0]);
  const file = name === undefined ? undefined : join(place.folder, name);
  const source = file === undefined ? undefined : repository.read(file);
  if (file === undefined || source?.is !== 'text') {
    const missing =
      file !== undefined && source?.is === 'missing' ? missingFile(repository, name ?? '', file) : undefined;
    const why = source === undefined || source.is === 'text' ? 'is not in the repository' : source.why;
    return failing(follower.gap(`${name ?? 'the file of supervisord'} ${why}`, at, place, missing));
  }
  const settings = [...parseIni(source.text, file), ...included(parseIni(source.text, file), file, follower)];
  const setting = (section: string, key: string): string | undefined =>
    settings.find((each) => each.section === section && each.key === key)?.value;
  const programs = settings.filter(({ section, key }) => section.startsWith('program:') && key === 'command');
  const started = programs.filter(({ section }) => setting(section, 'autostart') !== 'false');
  const flows: Flow[] = [];
  for (const program of started) flows.push(await supervised(program, setting, place, follower));
  const flow: Flow = { is: 'together', flows };
  if (has(options, '-n', '--nodaemon') || setting('supervisord', 'nodaemon') === 'true') return flow;
  return { is: 'detached', flow, why: 'supervisord goes into the background, where `nodaemon` is not set', at };
};

/** The settings of the files that `[include]` names; a star in a name stands for any text. */
function included(settings: readonly Setting[], file: string, { repository }: Follower): readonly Setting[] {
  const names = settings.find(({ section, key }) => section === 'include' && key === 'files')?.value.split(/\s+/) ?? [];
  return names.flatMap((name) => {
    const path = join(parent(file), name.replaceAll('%(here)s', '.'));
    if (path === undefined) return [];
    const [before = '', behind = ''] = baseName(path).split('*', 2);
    const files = repository
      .list(parent(path))
      .filter((each) => each.name.startsWith(before) && each.name.endsWith(behind));
    return files.flatMap((each) => {
      const own = childOf(parent(path), each.name);
      const source = repository.read(own);
      return source.is === 'text' ? parseIni(source.text, own) : [];
    });
  });
}

async function supervised(
  { section, value, at }: Setting,
  setting: (section: string, key: string) => string | undefined,
  outer: Place,
  follower: Follower,
): Promise<Flow> {
  let place: Place = { ...outer, within: [...outer.within, section] };
  const directory = setting(section, 'directory')?.replaceAll('%(here)s', '.');
  if (directory !== undefined) {
    const found = follower.folder(directory, at, place);
    if (found.is !== 'folder') return found;
    place = { ...place, folder: found.folder };
  }
  const changes = new Map(
    variableList(setting(section, 'environment') ?? '').map(
      ([name, text]) => [name, writtenVariable(text, at)] as const,
    ),
  );
  place = { ...place, environment: extended(place.environment, changes) };
  place = {
    ...place,
    steps: [...place.steps, { at, words: `${section.replace('program:', 'the program ')} runs ${brief(value)}` }],
  };
  return follower.command(wordsOf(value, place.environment), at, place);
}

/** The words of a command that no shell reads: supervisord knows quotes, and expansions of its own such as `%(ENV_PORT)s`. */
function wordsOf(text: string, environment: Environment): Words {
  const pieces = text.match(/(?:"[^"]*"|'[^']*'|\\.|[^\s"'\\])+/g) ?? [];
  return pieces.map((piece) => {
    const plain = piece.replace(/"([^"]*)"|'([^']*)'|\\(.)/g, '$1$2$3').replaceAll('%(here)s', '.');
    const names = Array.from(plain.matchAll(/%\(ENV_(\w+)\)s/g), ([, name = '']) => name);
    let text = plain;
    for (const name of names) {
      const variable = environment.variable(name);
      const value = variable.is === 'set' ? knownValue(variable.value) : undefined;
      if (value === undefined) return undefined;
      text = text.replace(`%(ENV_${name})s`, () => value);
    }
    return text;
  });
}

/** `A="1",B='2'` */
function variableList(text: string): readonly (readonly [string, string])[] {
  return Array.from(
    text.matchAll(/(\w+)=(?:"([^"]*)"|'([^']*)'|([^,"']*))/g),
    ([, name = '', double, single, bare]) => {
      return [name, double ?? single ?? bare ?? ''] as const;
    },
  );
}

export const PROCESS_TOOLS: Readonly<Record<string, Tool>> = {
  pm2,
  'pm2-runtime': pm2Runtime,
  'pm2-docker': pm2Runtime,
  forever,
  supervisord,
};
