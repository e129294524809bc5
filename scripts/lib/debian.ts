import { spawnSync } from 'node:child_process';

/** Debian packages that are not installed. */
export function missingPackages(packages: readonly string[]): readonly string[] {
  return packages.filter((name) => {
    const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
    return !stdout.endsWith('ok installed');
  });
}

/** Installs packages where there is apt-get and the right to use it, and tells whether they are there. */
export function installPackages(packages: readonly string[]): boolean {
  if (packages.length === 0) return true;
  const apt = (...words: string[]): boolean => {
    const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const [program = '', ...args] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...words];
    return spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  };
  const install = (): boolean => apt('install', '-y', '--no-install-recommends', ...packages);
  return install() || (apt('update') && install());
}
