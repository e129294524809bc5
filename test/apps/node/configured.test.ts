import { describe, expect, it } from 'vitest';
import { packagedSockets } from '../../../src/apps/node/commands.js';
import type { Variable } from '../../../src/model/process.js';
import type { Value } from '../../../src/model/value.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { environment, process, program } from '../../support/launch.js';
import { known, place } from '../../support/model.js';

function shown<T>(value: Value<T>): string {
  if (value.is === 'known') return String(value.value);
  return value.is === 'unknown' ? '?' : value.is;
}

/** Where the server of a command listens, on Render. */
async function listening(
  command: string,
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  const words = command.split(' ');
  const variables = Object.entries({ PORT: '10000', NODE_ENV: 'production', ...env }).map(
    ([name, value]): [string, Variable] => [name, { is: 'set', value: known(value), at: place('render.yaml') }],
  );
  const file = words[0] === 'node' ? words[1] : undefined;
  const target = file === undefined ? ({ is: 'none' } as const) : ({ is: 'file', path: known(file) } as const);
  const text = `services:\n  - type: web\n    startCommand: ${command}\n`;
  const repository = memoryRepository({ 'render.yaml': text, ...files });
  const own = program(words, { role: 'runtime', target });
  const found = await packagedSockets(
    repository,
    process(own, place('render.yaml'), { environment: environment(Object.fromEntries(variables)) }),
  );
  const [socket] = found?.sockets ?? [];
  return socket && `${shown(socket.host)} ${shown(socket.port)}`;
}

const NUXT_2 = { 'package.json': '{"dependencies":{"nuxt":"^2.15.8"}}' };
const ASTRO = { 'package.json': '{"dependencies":{"astro":"^5.0.0"}}' };
const ASTRO_SERVER = 'node dist/server/entry.mjs';

describe('a server with a configuration file', () => {
  it.each([
    ['vite preview', {}, 'localhost 4173'],
    ['vite preview', { 'vite.config.ts': 'export default { preview: { host: true, port: 8080 } };' }, '0.0.0.0 8080'],
    [
      'vite preview',
      {
        'vite.config.ts':
          "import { defineConfig } from 'vite';\nexport default defineConfig({ server: { host: '0.0.0.0', port: 3000 } });",
      },
      '0.0.0.0 4173',
    ],
    [
      'vite preview',
      {
        'vite.config.ts':
          "import { defineConfig } from 'vite';\nexport default defineConfig(({ mode }) => ({ preview: { host: '127.0.0.1', port: Number(process.env.PORT) || 4173 } }));",
      },
      '127.0.0.1 10000',
    ],
    [
      'vite preview',
      {
        'vite.config.ts':
          "import { defineConfig, loadEnv } from 'vite';\nexport default defineConfig(({ mode }) => { const env = loadEnv(mode, '.'); return { preview: { host: true, port: Number(env.VITE_PORT) } }; });",
      },
      '0.0.0.0 ?',
    ],
    [
      'vite preview',
      {
        'vite.config.ts':
          "import { mergeConfig } from 'vite';\nimport base from '@house/vite';\nexport default mergeConfig(base, { plugins: [] });",
      },
      '? ?',
    ],
    [
      'vite preview',
      {
        'vite.config.ts': "import base from './base';\nexport default { ...base, plugins: [] };",
        'base.ts': 'export default {};',
      },
      'localhost 4173',
    ],
    ['nuxt start', NUXT_2, 'localhost 10000'],
    ['nuxt start', { ...NUXT_2, 'nuxt.config.js': "export default { server: { host: '0.0.0.0' } };" }, '0.0.0.0 10000'],
    [
      'nuxt start',
      { ...NUXT_2, 'nuxt.config.js': "module.exports = { server: { host: '0.0.0.0', port: 3000 } };" },
      '0.0.0.0 3000',
    ],
    [
      ASTRO_SERVER,
      { ...ASTRO, 'astro.config.mjs': 'export default { server: { host: true, port: 3000 } };' },
      '0.0.0.0 10000',
    ],
    [
      ASTRO_SERVER,
      {
        ...ASTRO,
        'astro.config.mjs':
          "import { defineConfig } from 'astro/config';\nexport default defineConfig({ server: { host: '127.0.0.1' } });",
      },
      '127.0.0.1 10000',
    ],
    [
      'strapi start',
      {
        'config/server.js':
          "module.exports = ({ env }) => ({ host: env('HOST', '0.0.0.0'), port: env.int('PORT', 1337) });",
      },
      '0.0.0.0 10000',
    ],
    [
      'strapi start',
      { 'config/server.ts': "export default ({ env }) => ({ host: env('APP_HOST', 'localhost'), port: 1337 });" },
      'localhost 1337',
    ],
    ['strapi start', {}, '? 10000'],
  ])('%s with %j', async (command, files, expected) => {
    expect(await listening(command, files)).toBe(expected);
  });

  it('lets a variable win where the server does', async () => {
    const files = { ...ASTRO, 'astro.config.mjs': "export default { server: { host: '0.0.0.0' } };" };
    expect(await listening(ASTRO_SERVER, files, { HOST: 'localhost' })).toBe('localhost 10000');
    const nuxt = { ...NUXT_2, 'nuxt.config.js': "export default { server: { host: '0.0.0.0' } };" };
    expect(await listening('nuxt start', nuxt, { HOST: 'localhost' })).toBe('0.0.0.0 10000');
  });
});
