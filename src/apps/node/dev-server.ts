import { nearestPackage } from '../../code/packages.js';
import type { Process } from '../../model/process.js';
import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { stringAt } from '../../syntax/json.js';

/** A server that answers 403 for a host that is neither local nor allowed in its configuration. */
interface Refusing {
  /** Its package, of which versions below `since` do not answer so. */
  package: string;
  since: readonly (readonly [number, number, number])[];
  configurations: RegExp;
  /** Settings and options that allow hosts. */
  allowing: RegExp;
}

/**
 * vite looks at the host since 5.4.12 and 6.0.9, `vite preview` too
 * (https://vite.dev/config/server-options#server-allowedhosts); webpack-dev-server in every version
 * (https://webpack.js.org/configuration/dev-server/#devserverallowedhosts), and with 403 since 5: below, its words
 * "Invalid Host header" come with 200 (lib/Server.js of 3.11.3, 4.15.2 and 5.2.7).
 */
const REFUSING: Readonly<Record<string, Refusing>> = {
  vite: {
    package: 'vite',
    since: [
      [4, 5, 6],
      [5, 4, 12],
      [6, 0, 9],
    ],
    configurations: /^vite\.config\.[cm]?[jt]s$/,
    allowing: /allowedHosts/,
  },
  'webpack-dev-server': {
    package: 'webpack-dev-server',
    since: [[5, 0, 0]],
    configurations: /^webpack(?:\.[\w.-]+)?\.[cm]?[jt]s$/,
    allowing: /allowedHosts|allowed-hosts|disableHostCheck|disable-host-check/,
  },
};

/** Whether a development server is known to refuse requests for the public host. */
export function refusesHosts(repository: Repository, { program, folder, environment }: Process): boolean {
  const refusing = Object.hasOwn(REFUSING, program.name) ? REFUSING[program.name] : undefined;
  if (!refusing) return false;
  const { words } = program;
  if (
    words.some(
      (word) => word === undefined || refusing.allowing.test(word) || word === '-c' || word.startsWith('--config'),
    )
  ) {
    return false;
  }
  const own = nearestPackage(repository, folder);
  const wanted =
    stringAt(own?.json, 'devDependencies', refusing.package) ?? stringAt(own?.json, 'dependencies', refusing.package);
  if (!isSince(wanted, refusing.since)) return false;
  if (environment.variable('__VITE_ADDITIONAL_SERVER_ALLOWED_HOSTS').is === 'set') return false;
  const names = repository.list(folder).map(({ name }) => name);
  return names
    .filter((name) => refusing.configurations.test(name))
    .every((name) => {
      const source = repository.read(childOf(folder, name));
      // What is put together elsewhere may allow hosts, too.
      return (
        source.is === 'text' &&
        !refusing.allowing.test(source.text) &&
        !/from\s*['"]\.{1,2}\/|require\(['"]\.{1,2}\//.test(source.text)
      );
    });
}

/** Whether the lowest version of a range is not below that of its line; false where it cannot be read. */
function isSince(range: string | undefined, since: Refusing['since']): boolean {
  const [, major, minor, patch] = /^[\^~]?(\d+)\.(\d+)\.(\d+)$/.exec(range ?? '') ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return false;
  // An install takes the newest version that a caret allows, unless a lockfile holds an older one.
  const version = [Number(major), Number(minor), Number(patch)] as const;
  const line = since.find(([each]) => each === version[0]);
  if (!line) return version[0] > Math.max(...since.map(([each]) => each));
  return version[1] !== line[1] ? version[1] > line[1] : version[2] >= line[2];
}
