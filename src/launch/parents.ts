import type { Location } from '../model/location.js';
import type { Parent } from '../model/process.js';
import type { Place } from './flow.js';
import type { Words } from './words.js';

/** What a follower is told of the image whose tree it follows commands in. */
export interface ImageShells {
  /** What `sh` is: dash on Debian and Ubuntu, ash on Alpine, bash on those of Red Hat; undefined where that is not known. */
  system: 'debian' | 'alpine' | 'redhat' | undefined;
}

/**
 * Whether a shell that is given its commands with `-c` hands its place to the last of them. Measured on 2026-11-21:
 * bash 5.2 and the ash of BusyBox 1.35 do, dash 0.5.12 does not, not even with a single command.
 */
export function execsLastOf(shell: string, image: ImageShells | undefined): boolean | undefined {
  switch (shell) {
    case 'bash':
    case 'ash':
      return true;
    case 'dash':
      return false;
    case 'sh':
      return image?.system === undefined ? undefined : image.system !== 'debian';
    default:
      return undefined;
  }
}

type Sigterm = Parent['sigterm'];

/** The programs that run another one in their own place: it gets all signals itself. */
const REPLACES = new Set([
  ...['env', 'exec', 'command', 'builtin', 'nice', 'ionice', 'stdbuf', 'nohup', 'gosu', 'su-exec', 's6-setuidgid'],
  ...['setpriv', 'with-contenv', 'newrelic-admin', 'ddtrace-run', 'opentelemetry-instrument', 'bundle'],
  ...['poetry', 'pipenv', 'node', 'python', 'flask', 'tsx', 'ts-node', 'bun', 'deno'],
  ...['dockerize', 'wait-for-it', 'wait-for-it.sh', 'wait-for', 'wait-for.sh'],
]);

/**
 * What other programs do with SIGTERM that run a command. tini and catatonit: their README; tini needs `-g` to reach
 * more than its child. dumb-init: its README, `--single-child`. cross-env, concurrently, nodemon: measured (facts of
 * npm 11). timeout: GNU coreutils 9.1, measured on 2026-11-21.
 */
const PROGRAMS: Readonly<Record<string, Sigterm>> = {
  tini: 'hands-on',
  catatonit: 'hands-on',
  'dumb-init': 'hands-to-all',
  'cross-env': 'hands-on',
  concurrently: 'hands-on',
  nodemon: 'hands-on',
  timeout: 'hands-on',
  'pm2-runtime': 'hands-on',
  supervisord: 'hands-on',
};

/** Programs that only start another one and pass signals to it. */
export const INITS: ReadonlySet<string> = new Set(['tini', 'catatonit', 'dumb-init']);

/** What runs below a program that stays. Outside of containers that is not followed. */
export function below(place: Place, name: string, at: Location, sigterm: Sigterm): Place {
  return belowParent(place, { name, at, sigterm });
}

function belowParent(place: Place, parent: Parent): Place {
  return place.parents ? { ...place, parents: [...place.parents, parent] } : place;
}

/** What runs below a program that is made to run others. */
export function belowProgram(place: Place, [name = '', ...options]: Words, at: Location): Place {
  if (REPLACES.has(name)) return place;
  const own = Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined;
  if (name === 'tini' && options[0]?.includes('g') === true) return below(place, name, at, 'hands-to-all');
  if (name === 'dumb-init' && ['-c', '--single-child'].includes(options[0] ?? ''))
    return below(place, name, at, 'hands-on');
  return below(place, name, at, own ?? 'unknown');
}

/** What runs below `sh -c`, unless the shell hands its place on. */
export function belowShell(place: Place, shell: string, at: Location, execsLast: boolean | undefined): Place {
  return below(place, shell, at, execsLast === undefined ? 'unknown' : 'keeps');
}

/** What runs below a shell script; one with a `trap` may hand the signal on. */
export function belowScript(place: Place, name: string, text: string, at: Location): Place {
  const sigterm = /(?:^|[\s;&|({])trap[ \t]/.test(text) ? 'unknown' : 'keeps';
  return belowParent(place, { name, script: true, at, sigterm });
}

/**
 * What runs below a package manager that is asked for a program. Measured on 2026-11-21 with npm 11.19, yarn 1.22 and
 * pnpm 10.11: npx, and yarn with the name of a program, start a shell; `pnpm exec` starts the program itself. Each hands
 * SIGTERM on to its child.
 */
export function belowManager(
  place: Place,
  [manager = '', command]: Words,
  at: Location,
  execsLast: boolean | undefined,
): Place {
  if (manager === 'pnpm' || (manager === 'yarn' && command === 'exec')) return below(place, manager, at, 'hands-on');
  if (manager !== 'npx' && manager !== 'npm' && manager !== 'yarn') return below(place, manager, at, 'unknown');
  const inside = below(place, manager, at, 'hands-on');
  return execsLast === true ? inside : belowShell(inside, 'sh', at, execsLast);
}
