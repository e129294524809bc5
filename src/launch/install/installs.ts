import type { Repository } from '../../repository/repository.js';
import { join } from '../../repository/paths.js';
import type { FollowedCommand } from '../flow.js';
import { knownProgram } from '../programs.js';
import { packagesWith } from './node-bins.js';
import { nodePackages, type NodePackages } from './node.js';
import { nodeInstall, type NodeInstall } from './node-words.js';
import { packagesOfProgram } from './python-packages.js';
import { pythonPackages, type PythonPackages } from './python.js';
import { pythonInstall, type PythonInstall } from './python-words.js';
import type { Doubt } from './requirements.js';

/** What some commands install. */
export interface Installed {
  node: NodePackages;
  python: PythonPackages;
  /** A command among them that may install anything. */
  doubt: Doubt | undefined;
}

/**
 * What commands install, in whatever order: those of a build, or those of a stage of an image. `folder` is where they
 * start. `settled`: all of them have run, and the last install counts. A folder of packages that is in the repository already is not decided.
 */
export async function installedBy(
  repository: Repository,
  commands: readonly FollowedCommand[],
  folder: string,
  { settled }: { settled: boolean },
): Promise<Installed> {
  const node: NodeInstall[] = [];
  const python: PythonInstall[] = [];
  let doubt: Doubt | undefined;
  for (const command of commands) {
    const install = nodeInstall(command, repository);
    const other = install ? undefined : await pythonInstall(command, repository);
    if (install) node.push(install);
    if (other) python.push(other);
    for (const caller of command.callers) {
      const synced = await pythonInstall({ ...command, ...caller, words: syncWords(caller.words) }, repository);
      if (synced) python.push(synced);
    }
    if (!install && !other) doubt ??= doubtOf(repository, command);
  }
  return {
    node: await nodePackages(repository, node, settled),
    python: pythonPackages(repository, python, folder),
    doubt,
  };
}

/** `uv run` and `hatch run` install the project first (https://docs.astral.sh/uv/concepts/projects/run/). */
function syncWords(words: FollowedCommand['words']): FollowedCommand['words'] {
  const [program, verb, ...rest] = words;
  if (program === 'hatch' && verb === 'run') return ['hatch', 'env', 'create'];
  if (program !== 'uv' || verb !== 'run' || rest.includes('--no-sync') || rest.includes('--no-project')) return [];
  const own = rest.slice(
    0,
    rest.findIndex((word) => word?.startsWith('-') !== true),
  );
  return ['uv', 'sync', ...own.filter((word) => word !== '--')];
}

/** Programs that install from anywhere, or run what may. */
const OPEN = new Set([
  ...['brew', 'nix', 'conda', 'mamba', 'micromamba', 'make', 'just', 'docker'],
  ...['mise', 'asdf', 'nvm', 'volta', 'xargs', 'find', 'env', 'timeout', 'sh', 'bash', 'eval', 'rake', 'mvn', 'mvnw'],
  ...['gradle', 'gradlew', 'tar', 'unzip', 'rsync', 'cp', 'mv', 'ln'],
]);

/** Programs of a system that set it up, and install nothing. */
const NO_INSTALLERS = new Set(
  [
    'useradd groupadd usermod groupmod adduser addgroup passwd chpasswd apt-mark update-ca-certificates locale-gen',
    'localedef ldconfig setcap update-alternatives dpkg-reconfigure gpg dos2unix true false : set export unset [ exit',
    'return cd read umask ulimit shopt which command type',
  ].flatMap((line) => line.split(' ')),
);

const SYSTEM_INSTALLERS = new Set(['apt-get', 'apt', 'apk', 'yum', 'dnf', 'microdnf']);

/**
 * What distributions call their packages of programs and modules that npm and PyPI have as well, such as
 * python3-flask, py3-numpy and node-typescript; not those of the languages themselves.
 */
const OF_LANGUAGE =
  /^(?:python[\d.]*|py\d+|node|libjs|ruby)-(?!(?:dev|devel|pip|venv|full|minimal|setuptools|wheel|virtualenv|distutils|lib2to3|dbg|gyp)(?:$|[=:]))/;

/** The package manager of a system brings what an application needs only under the name it has there. */
function systemDoubt(words: FollowedCommand['words'], at: Doubt['at']): Doubt | undefined {
  const [program = '', ...rest] = words;
  const brings = (word: string | undefined): boolean =>
    word === undefined ||
    OF_LANGUAGE.test(word) ||
    packagesWith(word) !== undefined ||
    packagesOfProgram(word).length > 0;
  if (!rest.some((word) => word === 'install' || word === 'add') || !rest.some(brings)) return undefined;
  return { why: `what \`${program}\` installs is not known`, at };
}

/** A script from an address, other than those of managers, which install nothing but themselves. */
function isInstaller(word: string): boolean {
  return (
    /install|setup|\.sh\b/i.test(word) &&
    !/python-poetry\.org|astral\.sh|rustup\.rs|bun\.(?:sh|com)|pnpm\.io|volta\.sh/.test(word)
  );
}

/** Why a command may install what cannot be told; undefined where it installs nothing. */
function doubtOf(repository: Repository, { words, at, folder }: FollowedCommand): Doubt | undefined {
  const [program] = words;
  if ((program === 'curl' || program === 'wget') && words.some((word) => word === undefined || isInstaller(word)))
    return { why: `what \`${program}\` fetches may install anything`, at };
  if (program === undefined) return { why: 'a program of the build depends on a variable', at };
  if (
    ['cp', 'mv', 'ln', 'rsync'].includes(program) &&
    !words.some((word) => word === undefined || /node_modules|venv|site-packages/.test(word))
  )
    return undefined;
  if (SYSTEM_INSTALLERS.has(program)) return systemDoubt(words, at);
  if (NO_INSTALLERS.has(program)) return undefined;
  if (OPEN.has(program)) return { why: `what \`${program}\` installs is not known`, at };
  const known = knownProgram(words);
  if (!known)
    return packagesWith(program) ? undefined : { why: `whether \`${program}\` installs something is not known`, at };
  if (known.role !== 'runtime' && !program.includes('/')) return undefined;
  const file = words.slice(1).find((word) => word !== undefined && /\.(?:[cm]?[jt]s|py|rb)$/.test(word));
  const path = program.includes('/') ? program : file;
  if (path === undefined) return undefined;
  // A program that never speaks of installing does not do it; Django's manage.py asks whether something is installed.
  const full = join(folder, path);
  const source = full === undefined ? undefined : repository.read(full);
  // What a build compiles is the project's own code.
  if (source?.is === 'missing') return undefined;
  if (source?.is === 'text' && !/install(?!ed|ation)/i.test(source.text)) return undefined;
  return { why: `whether ${path} installs something is not known`, at };
}
