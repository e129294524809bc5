import { option, readOptions } from '../../launch/tools/options.js';
import type { GunicornSettings } from '../../model/gunicorn.js';
import type { Location } from '../../model/location.js';
import type { Process } from '../../model/process.js';

/** How long a server waits for open requests once it gets SIGTERM; `by`: the setting, where one is written. */
export type Grace =
  { is: 'known'; seconds: number; by: string | undefined } | { is: 'unknown'; why: string; at: Location };

interface Server {
  option: string;
  /** The variable that stands in for the option. */
  variable?: string;
  /** Options that name a file, in which it may be set. */
  files: readonly string[];
  /** Seconds; undefined: it waits as long as requests take. */
  default: number | undefined;
  source: string;
}

/** gunicorn, which has more places for its settings, is read by itself. */
const SERVERS: Readonly<Record<string, Server>> = {
  uvicorn: {
    option: '--timeout-graceful-shutdown',
    // Each option has a variable of its name: https://www.uvicorn.org/settings/
    variable: 'UVICORN_TIMEOUT_GRACEFUL_SHUTDOWN',
    files: [],
    default: undefined,
    source: 'https://www.uvicorn.org/settings/#timeouts',
  },
  hypercorn: {
    option: '--graceful-timeout',
    files: ['-c', '--config'],
    default: 3,
    source: 'https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html',
  },
};

/** The grace of a process; undefined where it is not limited, or the program is not known. */
export function graceOf(process: Process, gunicorn: GunicornSettings | undefined): Grace | undefined {
  if (gunicorn) return ofGunicorn(gunicorn);
  const { name, words } = process.program;
  const server = Object.hasOwn(SERVERS, name) ? SERVERS[name] : undefined;
  if (!server) return undefined;
  const options = readOptions(words.slice(1), [server.option, ...server.files]);
  const written = option(options, server.option);
  if (written.given) return known(Number(written.value), server.option);
  const [file] = server.files.filter((each) => option(options, each).given);
  if (file !== undefined) return { is: 'unknown', why: `\`${file}\` names a file`, at: process.at };
  const variable = server.variable === undefined ? undefined : process.environment.variable(server.variable);
  if (variable?.is === 'set') {
    const { value, at } = variable;
    const name = server.variable ?? '';
    return value.is === 'known'
      ? known(Number(value.value), name)
      : { is: 'unknown', why: `${name} cannot be read`, at };
  }
  return server.default === undefined ? undefined : { is: 'known', seconds: server.default, by: undefined };
}

function known(seconds: number, by: string): Grace | undefined {
  return Number.isNaN(seconds) ? undefined : { is: 'known', seconds, by };
}

function ofGunicorn({ gracefulTimeout: grace }: GunicornSettings): Grace | undefined {
  switch (grace.is) {
    case 'known': {
      const isFile = grace.at.file.endsWith('.py');
      const by = grace.from.by === 'default' ? undefined : isFile ? 'graceful_timeout' : '--graceful-timeout';
      return { is: 'known', seconds: grace.value / 1_000, by };
    }
    case 'unknown':
      return grace;
    default:
      return undefined;
  }
}
