import { serverOf } from '../../launch/server.js';
import { option, readOptions } from '../../launch/tools/options.js';
import type { Location } from '../../model/location.js';
import type { Launch, Parent, Process } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { knownValue } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import { handlesSigterm } from './signal-handlers.js';

/** What becomes of the SIGTERM that a container gets. */
export type Shutdown =
  /** The server gets it. */
  | { is: 'reached' }
  /** A program above the server keeps it. `at`: the command to change; `above`: the one that starts that program. */
  | { is: 'kept'; process: Process; keeper: Parent; above: Parent | undefined; at: Location }
  /** Node gets it as the first process, for which the kernel has no default, and nothing in its code handles it. */
  | { is: 'unhandled'; process: Process }
  /** It is killed before its own time to finish (in seconds) is over; `by` is the option, where one is written. */
  | { is: 'cut'; process: Process; seconds: number; delay: number; by: string | undefined; at: Location }
  /** `why` is a clause. */
  | { is: 'undecided'; why: string; at: Location };

/** What becomes of the SIGTERM of a service; undefined where it does not run in a container that is built here. */
export async function shutdownOf(
  repository: Repository,
  service: Service,
  launch: Launch,
): Promise<Shutdown | undefined> {
  const server = serverOf(launch);
  if (server === undefined) return undefined;
  if (server === 'undecided') {
    const [first] = launch.processes;
    if (!first?.container) return undefined;
    return { is: 'undecided', why: 'which of its programs answers requests is not known', at: first.at };
  }
  const { container } = server;
  if (!container) return undefined;
  const way = wayTo(server, container.parents);
  if (way.is === 'undecided' && server.conditional) return way;
  if (way.is === 'kept' && server.conditional) {
    return { is: 'undecided', why: 'whether it is started this way depends on a condition', at: way.at };
  }
  if (way.is !== 'reached') return way;
  const isFirst = container.parents.length === 0;
  if (isFirst && NODE.has(server.program.name)) return handled(repository, server);
  return cutShort(server, service) ?? way;
}

/** Follows the signal from the first process down. */
function wayTo(
  process: Process,
  parents: readonly Parent[],
): Extract<Shutdown, { is: 'reached' | 'kept' | 'undecided' }> {
  for (const [index, parent] of parents.entries()) {
    if (parent.sigterm === 'hands-to-all') return { is: 'reached' };
    if (parent.sigterm === 'unknown') {
      return { is: 'undecided', why: `whether \`${parent.name}\` hands it on is not known`, at: parent.at };
    }
    if (parent.sigterm === 'keeps') {
      const above = parents[index - 1];
      const isScript = parent.name.includes('/') || parent.name.includes('.');
      const inScript = parents[index + 1]?.at ?? process.at;
      const at = isScript ? inScript : MANAGERS.has(above?.name ?? '') ? (above?.at ?? parent.at) : parent.at;
      return { is: 'kept', process, keeper: parent, above, at };
    }
  }
  return { is: 'reached' };
}

/** They start what they run through a shell. */
const MANAGERS = new Set(['npm', 'npx', 'yarn', 'pnpm']);

const NODE = new Set(['node', 'ts-node']);

async function handled(repository: Repository, process: Process): Promise<Shutdown> {
  const { target } = process.program;
  const entry = target.is === 'file' ? knownValue(target.path) : undefined;
  const answer = entry === undefined ? undefined : await handlesSigterm(repository, entry, process.folder);
  if (answer === true) return { is: 'reached' };
  if (answer === false && !process.conditional) return { is: 'unhandled', process };
  return { is: 'undecided', why: 'not all of its code could be read', at: process.at };
}

interface Grace {
  options: readonly string[];
  /** Seconds; undefined: it waits as long as requests take. */
  default: number | undefined;
  source: string;
}

/** How long servers wait for open requests once they get SIGTERM. */
const GRACE: Readonly<Record<string, Grace>> = {
  gunicorn: {
    options: ['--graceful-timeout'],
    default: 30,
    source: 'https://docs.gunicorn.org/en/stable/settings.html#graceful-timeout',
  },
  uvicorn: {
    options: ['--timeout-graceful-shutdown'],
    default: undefined,
    source: 'https://www.uvicorn.org/settings/#timeouts',
  },
  hypercorn: {
    options: ['--graceful-timeout'],
    default: 3,
    source: 'https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html',
  },
};

function cutShort(process: Process, { shutdownDelay }: Service): Shutdown | undefined {
  const { name, words } = process.program;
  const grace = Object.hasOwn(GRACE, name) ? GRACE[name] : undefined;
  if (!grace || shutdownDelay.is !== 'known') return undefined;
  const delay = Number(shutdownDelay.value);
  const written = option(readOptions(words.slice(1), grace.options), ...grace.options);
  const seconds = written.given ? Number(written.value) : grace.default;
  if (seconds === undefined || Number.isNaN(seconds) || Number.isNaN(delay) || seconds <= delay) return undefined;
  const at = shutdownDelay.from.by === 'default' ? process.at : shutdownDelay.at;
  return { is: 'cut', process, seconds, delay, by: written.given ? grace.options[0] : undefined, at };
}
