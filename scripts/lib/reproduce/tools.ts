import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { NEWER_PYTHON_PACKAGES, NPM_PACKAGES, PYTHON_PACKAGES } from './packages.js';

/** What programs and packages the services find. */
export interface Tools {
  /** The folder that stands for the user's own. */
  home: string;
  /** The folder under which repositories find the packages. */
  root: string;
  /** For PATH: packages are there already, and commands that install them do nothing. */
  path: string;
  /** For PATH: npm installs for real. */
  installingPath: string;
  /** The folder of the packages of Python that are newer than Debian's; empty where those are used. */
  pythonPath: string;
  /** In their place where a reproduction asks for it; of the full run. */
  newer: Pick<Tools, 'path' | 'pythonPath'>;
}

/**
 * Installs the packages that the reproductions use, once for all, and puts the programs in place. The full run takes
 * Django and psycopg from their registry, since Debian's are old.
 */
export function prepareTools(folder: string, { isFull }: { isFull: boolean }): Tools {
  const root = join(folder, 'packages');
  const programs = join(folder, 'programs');
  const stubs = join(folder, 'installed');
  for (const each of [root, programs, stubs]) mkdirSync(each, { recursive: true });
  writeFileSync(join(root, 'package.json'), JSON.stringify({ private: true, dependencies: NPM_PACKAGES }));
  install('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'], root);
  // Debian's, since its packages are what the services find.
  symlinkSync('/usr/bin/python3', join(programs, 'python'));
  const npm = whereIs('npm');
  stub(join(stubs, 'npm'), `case "$1" in ci|install|i) exit 0;; esac\nexec ${JSON.stringify(npm)} "$@"`);
  stub(join(stubs, 'pip'), 'exit 0');
  const system = [programs, dirname(process.execPath), dirname(npm), '/usr/bin', '/bin'];
  const pythonPath = isFull ? withPackages(join(folder, 'python'), PYTHON_PACKAGES) : '';
  const newerPython = isFull ? withPackages(join(folder, 'newer-python'), NEWER_PYTHON_PACKAGES) : '';
  const path = [stubs, join(root, 'node_modules/.bin'), ...system].join(delimiter);
  return {
    home: folder,
    root,
    pythonPath,
    path,
    installingPath: system.join(delimiter),
    newer: { pythonPath: newerPython, path: [join(newerPython, 'bin'), path].join(delimiter) },
  };
}

/** Installs packages of Python into a folder, which is returned. */
function withPackages(folder: string, packages: readonly string[]): string {
  install('python3', ['-m', 'pip', 'install', '--quiet', '--quiet', '--target', folder, ...packages], dirname(folder));
  return folder;
}

function install(program: string, args: readonly string[], cwd: string): void {
  execFileSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}

function stub(file: string, script: string): void {
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

function whereIs(program: string): string {
  return execFileSync('/bin/sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
}

/** The version of `node`, `nginx`, a package of npm here, or a program that tells it when asked. */
export function versionOf(name: string, { root, path, pythonPath }: Tools): string {
  if (name === 'node') return `Node ${process.version.slice(1)}`;
  if (name in NPM_PACKAGES) return `${name} ${installedVersion(root, name)}`;
  const [program, args] = ASKING[name] ?? [name, ['--version']];
  const { stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { PATH: `${path}${delimiter}/usr/sbin`, PYTHONPATH: pythonPath },
  });
  return `${name} ${/\d+(?:\.\d+)+/.exec(`${stdout} ${stderr}`)?.[0] ?? '?'}`;
}

/** How those programs and packages tell their version that do not take `--version`. */
const ASKING: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  nginx: ['nginx', ['-v']],
  Django: ['/usr/bin/python3', ['-m', 'django', '--version']],
  psycopg: ['/usr/bin/python3', ['-c', 'import psycopg; print(psycopg.__version__)']],
  SQLAlchemy: ['/usr/bin/python3', ['-c', 'import sqlalchemy; print(sqlalchemy.__version__)']],
  PostgreSQL: ['psql', ['--version']],
  WhiteNoise: ['/usr/bin/python3', ['-c', 'from importlib.metadata import version; print(version("whitenoise"))']],
  dash: ['dpkg-query', ['--show', 'dash']],
};

function installedVersion(root: string, name: string): string {
  const own: unknown = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return typeof own === 'object' && own !== null && 'version' in own ? String(own.version) : '?';
}
