import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from './measure.js';

/** Tools that a user would run on the same tree. None does the same work; they are the pace that users know. */
const PACKAGES = {
  oxlint: '1.94.0',
  '@biomejs/biome': '2.6.8',
  eslint: '10.15.0',
  'typescript-eslint': '8.73.0',
  knip: '6.44.2',
  typescript: '5.9.3',
  dockerfilelint: '1.8.0',
} as const;

/** Installs the peers into a folder, and gives how each is run. @throws Error where npm cannot install them. */
export function installPeers(folder: string): readonly Contender[] {
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES }),
  );
  const args = ['install', '--no-audit', '--no-fund', '--silent'];
  if (spawnSync('npm', args, { cwd: folder, stdio: 'inherit' }).status !== 0)
    throw new Error('the peers do not install');
  const configuration = join(folder, 'eslint.config.js');
  writeFileSync(
    configuration,
    `import tseslint from 'typescript-eslint';\nexport default tseslint.config({ ignores: ['**/node_modules/', 'archive/'] }, tseslint.configs.recommended);\n`,
  );
  const bin = (name: string) => join(folder, 'node_modules/.bin', name);
  return [
    { name: 'oxlint', command: [bin('oxlint'), '.'] },
    { name: 'biome', command: [bin('biome'), 'lint', '.'] },
    { name: 'eslint', command: [bin('eslint'), '--config', configuration, '.'] },
    { name: 'knip', command: [bin('knip'), '--no-exit-code'] },
    { name: 'dockerfilelint', command: [bin('dockerfilelint'), 'Dockerfile'] },
  ];
}

export function versionsOfPeers(): string {
  return Object.entries(PACKAGES)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}
