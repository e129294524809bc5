import { serverOf } from '../../launch/server.js';
import type { TextEdit } from '../../model/finding.js';
import type { GunicornSettings } from '../../model/gunicorn.js';
import type { Location } from '../../model/location.js';
import type { Launch, Parent, Process } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { knownValue } from '../../model/value.js';
import { directWords } from './direct-words.js';
import { execEdit } from './exec-edit.js';
import { graceOf } from './grace.js';
import type { Repository } from '../../repository/repository.js';
import { handlesSigterm } from './signal-handlers.js';

/** What becomes of the SIGTERM that a container gets. */
export type Shutdown =
  /** The server gets it. */
  | { is: 'reached' }
  /**
   * A program above the server keeps it. `at`: the command to change; `above`: the one that starts that program;
   * `edits`: puts `exec` in front of the server; `direct`: the words that start the server without all that is above it,
   * where these alone do the same.
   */
  | {
      is: 'kept';
      process: Process;
      keeper: Parent;
      above: Parent | undefined;
      at: Location;
      edits?: readonly TextEdit[];
      direct?: readonly string[];
    }
  /** Node gets it as the first process, for which the kernel has no default, and nothing in its code handles it. */
  | { is: 'unhandled'; process: Process }
  /** It is killed before its own time to finish (in seconds) is over; `by` is the setting, where one is written. */
  | { is: 'cut'; process: Process; seconds: number; delay: number; by: string | undefined; at: Location }
  /** `why` is a clause. */
  | { is: 'undecided'; why: string; at: Location };

/** What becomes of the SIGTERM of a service; undefined where it does not run in a container that is built here. */
export async function shutdownOf(
  repository: Repository,
  service: Service,
  launch: Launch,
  gunicornOf: (process: Process) => Promise<GunicornSettings | undefined>,
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
  if (way.is === 'kept') {
    const edits = await execEdit(repository, server, way.keeper);
    const direct = directWords(server, launch.before);
    return { ...way, ...(edits && { edits }), ...(direct && { direct }) };
  }
  if (way.is !== 'reached') return way;
  const isFirst = container.parents.length === 0;
  if (isFirst && NODE.has(server.program.name)) return handled(repository, server);
  return (await cutShort(server, service, gunicornOf)) ?? way;
}

async function cutShort(
  process: Process,
  { shutdownDelay }: Service,
  gunicornOf: (process: Process) => Promise<GunicornSettings | undefined>,
): Promise<Shutdown | undefined> {
  const delay = shutdownDelay.is === 'known' ? Number(shutdownDelay.value) : NaN;
  if (shutdownDelay.is !== 'known' || Number.isNaN(delay)) return undefined;
  const grace = graceOf(process, await gunicornOf(process));
  if (!grace) return undefined;
  if (grace.is === 'unknown')
    return { is: 'undecided', why: `how long it gives open requests is not known: ${grace.why}`, at: grace.at };
  const { seconds, by } = grace;
  if (seconds <= delay) return undefined;
  const at = shutdownDelay.from.by === 'default' ? process.at : shutdownDelay.at;
  return { is: 'cut', process, seconds, delay, by, at };
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
      const inScript = parents[index + 1]?.at ?? process.at;
      const at = parent.script ? inScript : MANAGERS.has(above?.name ?? '') ? (above?.at ?? parent.at) : parent.at;
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
