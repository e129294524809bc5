import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { NPM_PACKAGES } from './packages.js';

/** What programs and packages the services find. */
export interface Tools {
  /** The folder under which repositories find the packages. */
  root: string;
  /** For PATH: packages are there already, and commands that install them do nothing. */
  path: string;
  /** For PATH: npm installs for real. */
  installingPath: string;
}

/** Installs the packages that the reproductions use, once for all, and puts the programs in place. */
export function prepareTools(folder: string): Tools {
  const root = join(folder, 'packages');
  const programs = join(folder, 'programs');
  const stubs = join(folder, 'installed');
  for (const each of [root, programs, stubs]) mkdirSync(each, { recursive: true });
  writeFileSync(join(root, 'package.json'), JSON.stringify({ private: true, dependencies: NPM_PACKAGES }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  symlinkSync(whereIs('python3'), join(programs, 'python'));
  const npm = whereIs('npm');
  stub(join(stubs, 'npm'), `case "$1" in ci|install|i) exit 0;; esac\nexec ${JSON.stringify(npm)} "$@"`);
  stub(join(stubs, 'pip'), 'exit 0');
  const system = [programs, dirname(process.execPath), dirname(npm), '/usr/local/bin', '/usr/bin', '/bin'];
  return {
    root,
    path: [stubs, join(root, 'node_modules/.bin'), ...system].join(delimiter),
    installingPath: system.join(delimiter),
  };
}

function stub(file: string, script: string): void {
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

function whereIs(program: string): string {
  return execFileSync('/bin/sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
}

/** The version of `node`, `nginx`, a package of npm here, or a program that tells it when asked. */
export function versionOf(name: string, { root, path }: Tools): string {
  if (name === 'node') return `Node ${process.version.slice(1)}`;
  if (name in NPM_PACKAGES) return `${name} ${installedVersion(root, name)}`;
  const [program, args] = ASKING[name] ?? [name, ['--version']];
  const { stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { PATH: `${path}${delimiter}/usr/sbin` },
  });
  return `${name} ${/\d+(?:\.\d+)+/.exec(`${stdout} ${stderr}`)?.[0] ?? '?'}`;
}

/** How those programs and packages tell their version that do not take `--version`. */
const ASKING: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  nginx: ['nginx', ['-v']],
  Django: ['python3', ['-m', 'django', '--version']],
  SQLAlchemy: ['python3', ['-c', 'import sqlalchemy; print(sqlalchemy.__version__)']],
  PostgreSQL: ['postgres', ['--version']],
};

function installedVersion(root: string, name: string): string {
  const own: unknown = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return typeof own === 'object' && own !== null && 'version' in own ? String(own.version) : '?';
}
