import { describe, expect, it } from 'vitest';
import { packageCommand } from '../../src/launch/package-managers.js';

function asked(command: string): unknown {
  return packageCommand(command.split(' ').map((word) => (word.startsWith('$') ? undefined : word)));
}

const here = { folder: undefined, packages: [], all: false };
const script = (name: string, over: object = {}): object => ({
  asks: 'script',
  script: name,
  args: [],
  target: here,
  orProgram: false,
  ...over,
});

describe('packageCommand', () => {
  it.each([
    ['npm run build', script('build')],
    ['npm run-script build', script('build')],
    ['npm start', script('start')],
    ['npm --silent run build -- --base /x', script('build', { args: ['--base', '/x'] })],
    ['npm --prefix web run build', script('build', { target: { ...here, folder: 'web' } })],
    ['npm run build --prefix=web', script('build', { target: { ...here, folder: 'web' } })],
    ['npm run build -w web -w admin', script('build', { target: { ...here, packages: ['web', 'admin'] } })],
    ['npm run build --workspaces --if-present', script('build', { target: { ...here, all: true } })],
    ['yarn build', script('build', { orProgram: true })],
    ['yarn run build', script('build', { orProgram: true })],
    ['yarn --cwd web build', script('build', { target: { ...here, folder: 'web' }, orProgram: true })],
    ['yarn workspace web build', script('build', { target: { ...here, packages: ['web'] }, orProgram: true })],
    ['yarn workspaces foreach -A run build', script('build', { target: { ...here, all: true } })],
    ['pnpm -C web build', script('build', { target: { ...here, folder: 'web' }, orProgram: true })],
    ['pnpm --filter web run build', script('build', { target: { ...here, packages: ['web'] } })],
    ['pnpm build --filter web', script('build', { args: ['--filter', 'web'], orProgram: true })],
    ['pnpm run build --filter=web', script('build', { args: ['--filter=web'] })],
    ['pnpm -r build', script('build', { target: { ...here, all: true }, orProgram: true })],
    ['bun run build', script('build', { orProgram: true })],
  ])('%s runs a script', (command, expected) => {
    expect(asked(command)).toEqual(expected);
  });

  it.each([
    ['npx vite build', ['vite', 'build']],
    ['npx --yes -p vite vite build', ['vite', 'build']],
    ['npx vite@5 build', ['vite', 'build']],
    ['npx @angular/cli@19 build', ['@angular/cli', 'build']],
    ['npm exec -- vite build', ['vite', 'build']],
    ['pnpm dlx vite build --mode test', ['vite', 'build', '--mode', 'test']],
    ['yarn exec vite build', ['vite', 'build']],
    ['bunx --bun vite build', ['vite', 'build']],
    ['bun build src/index.ts', ['bun', 'build', 'src/index.ts']],
  ])('%s runs a program', (command, words) => {
    expect(asked(command)).toEqual({ asks: 'program', words, target: here });
  });

  it.each([
    'npm ci',
    'npm install --legacy-peer-deps',
    'yarn',
    'yarn --frozen-lockfile',
    'yarn install',
    'pnpm i',
    'bun install',
  ])('%s installs', (command) => {
    expect(asked(command)).toEqual({ asks: 'install', target: here });
  });

  it.each([
    'npm config set x y',
    'npm install -g serve',
    'pnpm add vite',
    'npm',
    'npm run',
    'yarn config get x',
    'bun test',
  ])('%s builds nothing', (command) => {
    expect(asked(command)).toEqual({ asks: 'nothing' });
  });

  it.each([
    ['pnpm deploy --filter=api --prod /out', ['--prod', '/out'], ['api']],
    ['pnpm --filter api --prod deploy --legacy out', ['--prod', 'out'], ['api']],
    ['pnpm deploy $DIR', [undefined], []],
  ])('%s deploys a package', (command, words, packages) => {
    expect(asked(command)).toEqual({ asks: 'deploy', words, target: { ...here, packages } });
  });

  it.each(['npm run $SCRIPT', 'npm --prefix $DIR run build', 'pnpm --filter $NAME build', 'yarn $SCRIPT'])(
    '%s cannot be read',
    (command) => {
      expect(asked(command)).toMatchObject({ asks: 'unknown' });
    },
  );

  it.each(['vite build', 'constructor', '$X build', 'node index.js'])('%s is no package manager', (command) => {
    expect(asked(command)).toBeUndefined();
  });
});
