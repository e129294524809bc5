import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { temporaryFolder } from '../support/temporary.js';

async function run(cwd: string, argv: readonly string[], terminal = false) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main({
    argv,
    cwd,
    env: {},
    stdout: { write: (text) => out.push(text), isTTY: terminal, columns: 100 },
    stderr: { write: (text) => err.push(text) },
  });
  return { code, out: out.join(''), err: err.join('') };
}

const SERVICE = `services:
  - type: web
    name: api
    runtime: node
    startCommand: npm start
`;
const FILES = {
  'render.yaml': SERVICE,
  'package.json': '{ "scripts": { "start": "node server.js" } }',
  'server.js': '',
};

describe('lint-deploy trace', () => {
  it('shows the way to the program, each step with its place', async () => {
    const { code, out, err } = await run(temporaryFolder(FILES), ['trace']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('npm start → node server.js\n');
    expect(out).toContain('render.yaml:5:19   the start command runs `npm start`\n');
    expect(out).toContain('package.json:1:26  the script start runs `node server.js`\n');
    expect(out).toMatch(/runs +server\.js \(package\.json:1:\d+\)/);
  });

  it('shows where the program listens and how long it keeps an idle connection', async () => {
    const server = `const server = require('http').createServer();
server.listen(process.env.PORT || 3000, '127.0.0.1');
`;
    const folder = temporaryFolder({ ...FILES, 'server.js': server });
    const { out } = await run(folder, ['trace']);
    expect(out).toMatch(/listens +Node http \(server\.js:2:8\)/);
    expect(out).toMatch(/host +127\.0\.0\.1 \(server\.js:2:41\)/);
    expect(out).toMatch(/port +10000 \(from the variable PORT, server\.js:2:15\)/);
    expect(out).toMatch(/idle limit +5 s \(Node http's default,/);
    const { out: json } = await run(folder, ['trace', '--format', 'json']);
    expect(JSON.parse(json)).toMatchObject({
      services: [
        {
          processes: [
            {
              openSockets: [],
              sockets: [
                {
                  server: 'Node http',
                  conditional: false,
                  host: { is: 'known', value: '127.0.0.1', from: { by: 'written' } },
                  port: { is: 'known', value: 10000, from: { by: 'variable', name: 'PORT' } },
                  keepAlive: { is: 'known', value: 5000 },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('is 0 also where there would be findings or something is open', async () => {
    const { code, out } = await run(temporaryFolder({ 'render.yaml': SERVICE }), ['trace']);
    expect(code).toBe(0);
    expect(out).toContain('Not followed further');
  });

  it('takes a file that a build makes for followed where its source was read', async () => {
    const folder = temporaryFolder({
      'render.yaml':
        'services: [{ type: web, name: api, runtime: node, buildCommand: npm i && npx tsc, startCommand: node dist/server.js }]\n',
      'package.json': '{ "dependencies": { "typescript": "5.9.3" } }',
      'tsconfig.json': '{ "compilerOptions": { "rootDir": "src", "outDir": "dist" } }',
      'src/server.ts': "import { createServer } from 'node:http';\ncreateServer().listen(process.env.PORT);\n",
    });
    const { out } = await run(folder, ['trace']);
    expect(out).toContain('dist/server.js (render.yaml:1:97), not in the repository: its source was read');
    expect(out).not.toContain('Not followed further');
    expect(out).toContain('\n1 service\n');
  });

  it('writes JSON to standard output or to a file, with the prefix before each path', async () => {
    const folder = temporaryFolder({ 'shop/render.yaml': SERVICE });
    const { code, out } = await run(folder, [
      ...['trace', 'shop', '--uri-prefix', 'shop', '--format', 'json', '--format', 'text=trace.txt'],
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      services: [{ name: 'api', at: { file: 'shop/render.yaml' } }],
    });
    expect(readFileSync(join(folder, 'trace.txt'), 'utf8')).toContain('api · web on Render · shop/render.yaml:3');
  });

  it('has colours on a terminal, unless it is told not to', async () => {
    const folder = temporaryFolder(FILES);
    expect((await run(folder, ['trace'], true)).out).toContain('\u001b[');
    expect((await run(folder, ['trace', '--no-color'], true)).out).not.toContain('\u001b[');
    expect((await run(folder, ['trace', '--format', 'json'], true)).out).not.toContain('\u001b[');
  });

  it('is 3 where there is nothing, and says so', async () => {
    const { code, err } = await run(temporaryFolder({ 'notes.txt': '' }), ['trace']);
    expect(code).toBe(3);
    expect(err).toContain('. holds no render.yaml');
  });

  it('is 2 for a path that is no folder, and for a file that cannot be written', async () => {
    const folder = temporaryFolder(FILES);
    expect(await run(folder, ['trace', 'missing'])).toMatchObject({ code: 2, out: '' });
    const { code, err } = await run(folder, ['trace', '--output', 'no/such/trace.txt']);
    expect(code).toBe(2);
    expect(err).toContain('no/such/trace.txt: its folder does not exist');
  });
});
