import type { Caller } from '../../launch/flow.js';
import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { NodePackages } from '../../launch/install/node.js';
import type { Words } from '../../launch/words.js';
import type { Followed } from '../../launch/followed.js';

/** A program, or a module, that a command runs by its name. */
export interface Called {
  what: 'program' | 'module';
  name: string;
  /** Modules that do in its place. */
  instead?: readonly string[];
  /** Where programs may come from. `python`: a manager of Python projects runs it. */
  from: 'anywhere' | 'python';
  folder: string;
  /** Folders of scripts that it stands in: their programs are in the PATH wherever they go. */
  scripts?: readonly string[];
  at: Location;
  steps: readonly Step[];
}

type Command = Followed['commands'][number];

/** What commands run by name that end their phase where it is not there. `node`: what they, or those before, install. */
export function neededBy(commands: readonly Command[], node: NodePackages): readonly Called[] {
  return commands.flatMap((command) => {
    const { fatal, conditional } = command.weight;
    return fatal && !conditional && !isSkipped(command, node) ? calledBy(command) : [];
  });
}

/** Yarn 1 does not run `prepare` where it leaves out what is listed for development (measured 2026-11-21 with 1.22). */
function isSkipped({ steps, folder }: Command, { installs }: NodePackages): boolean {
  return (
    steps.some(({ words }) => words.startsWith('the script prepare runs ')) &&
    installs.some((each) => each.manager === 'yarn' && each.omission !== undefined && each.folder === folder)
  );
}

/** What a command runs by name, those that run it included; nothing of what a runner such as npx fetches. */
function calledBy(command: Command): readonly Called[] {
  const { words, folder, at, steps, callers } = command;
  const chain: readonly Caller[] = [...callers, { words, folder, at, steps }];
  return chain.flatMap((each, index) => {
    const by = chain[index - 1];
    if (by && fetches(by.words)) return [];
    const from = by && PYTHON_MANAGERS.has(by.words[0] ?? '') ? 'python' : 'anywhere';
    const scripts = chain.slice(0, index).flatMap((above) => (SCRIPTS.has(above.words[0] ?? '') ? above.folder : []));
    return namesIn(each.words).map(({ what, name }) => ({
      what,
      name,
      from,
      folder: each.folder,
      ...(scripts.length > 0 && { scripts }),
      at: each.at,
      steps: each.steps,
    }));
  });
}

/** Managers that put the programs of a package into the PATH of its scripts (`npm help run`). */
const SCRIPTS = new Set(['npm', 'yarn', 'pnpm', 'bun']);

const PYTHON_MANAGERS = new Set(['poetry', 'uv', 'pdm', 'pipenv', 'hatch', 'rye']);

/** Whether a program fetches what it runs, where it is not installed. */
function fetches([program = '', verb = '', ...rest]: Words): boolean {
  switch (program) {
    case 'npx':
    case 'bunx':
    case 'pnpx':
    case 'uvx':
    case 'pipx':
      return ![verb, ...rest].some((word) => word === '--no-install' || word === '--no');
    case 'npm':
    case 'bun':
      return verb === 'exec' || verb === 'x';
    case 'pnpm':
    case 'yarn':
      return verb === 'dlx';
    case 'uv':
      return verb === 'tool' || (verb === 'run' && rest.some((word) => word?.startsWith('--with') === true));
    default:
      return false;
  }
}

function namesIn(words: Words): readonly Pick<Called, 'what' | 'name'>[] {
  const [program, ...rest] = words;
  if (program === undefined || program.includes('/')) return [];
  const own = { what: 'program', name: program } as const;
  switch (program) {
    case 'python':
      return pythonNames(rest);
    case 'gunicorn':
      return [own, ...workerNames(rest)];
    case 'node':
    case 'tsx':
    case 'ts-node':
      return [...(program === 'node' ? [] : [own]), ...preloads(rest)];
    default:
      return [own];
  }
}

/** `python -m flask` and `python manage.py`. */
function pythonNames(words: Words): readonly Pick<Called, 'what' | 'name'>[] {
  const at = words.findIndex((word) => word === '-m' || word?.startsWith('-') !== true);
  if (words[at] !== '-m')
    return /(?:^|\/)manage\.py$/.test(words[at] ?? '') ? [{ what: 'module', name: 'django' }] : [];
  const [name = ''] = (words[at + 1] ?? '').split('.');
  return name === '' ? [] : [{ what: 'module', name }];
}

/** Modules of gunicorn's workers (https://docs.gunicorn.org/en/stable/settings.html#worker-class). */
const WORKERS: Readonly<Record<string, string>> = {
  gevent: 'gevent',
  gevent_wsgi: 'gevent',
  gevent_pywsgi: 'gevent',
  eventlet: 'eventlet',
  tornado: 'tornado',
};

function workerNames(words: Words): readonly Pick<Called, 'what' | 'name'>[] {
  const at = words.findIndex((word) => word === '-k' || word === '--worker-class');
  const joined = words.find((word) => /^(?:--worker-class=|-k.)/.test(word ?? ''));
  const value = at === -1 ? joined?.replace(/^(?:--worker-class=|-k=?)/, '') : words[at + 1];
  if (value === undefined) return [];
  const name = Object.hasOwn(WORKERS, value) ? WORKERS[value] : value.includes('.') ? value.split('.')[0] : undefined;
  return name === undefined ? [] : [{ what: 'module', name }];
}

const PRELOADS = new Set(['-r', '--require', '--import', '--loader', '--experimental-loader']);

/** Packages that Node loads before the program: `node -r dotenv/config server.js`. The name of a module is that of npm. */
function preloads(words: Words): readonly Pick<Called, 'what' | 'name'>[] {
  const end = words.findIndex((word, index) => word?.startsWith('-') !== true && !PRELOADS.has(words[index - 1] ?? ''));
  const own = end === -1 ? words : words.slice(0, end);
  return own.flatMap((word, index) => {
    const [, option = '', joined] = /^(--[\w-]+)=(.*)$/.exec(word ?? '') ?? [];
    const value =
      joined !== undefined && PRELOADS.has(option) ? joined : PRELOADS.has(word ?? '') ? own[index + 1] : undefined;
    if (value === undefined || /^(?:[./]|[\w+]+:)/.test(value)) return [];
    return [
      {
        what: 'module',
        name: `npm:${value
          .split('/')
          .slice(0, value.startsWith('@') ? 2 : 1)
          .join('/')}`,
      },
    ] as const;
  });
}
