import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/missing-start-target/rule.js';
import { lint } from '../../src/engine/lint.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

const BLUEPRINT = 'services:\n  - type: web\n    name: api\n    runtime: docker\n';
const FILES = {
  'package.json': JSON.stringify({ scripts: { start: 'node dist/server.js' } }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { rootDir: 'src', outDir: 'dist' }, include: ['src'] }),
  'src/server.ts': '',
  'server.js': '',
  'Cargo.toml': '',
};

/** What an image lacks, or `?` where that is not decided. */
async function missing(...lines: readonly string[]): Promise<string> {
  const repository = memoryRepository({ ...FILES, 'render.yaml': BLUEPRINT, Dockerfile: `${lines.join('\n')}\n` });
  const { findings, undecided } = await lint({ repository, rules: [rule], platforms: [render] });
  if (undecided.length > 0) return '?';
  return findings.map(({ facts }) => String(facts.name)).join(', ');
}

describe('absolute paths in RUN', () => {
  it.each([
    ["echo 'node server.js' > /app/start.sh && chmod +x /app/start.sh", '/app/start.sh', ''],
    ["printf '#!/bin/sh\\nnode server.js' > /app/start.sh", '/app/start.sh', ''],
    ["echo '#!/bin/sh\\n\\\nnode server.js' > /app/start.sh \\\n && chmod +x /app/start.sh", '/app/start.sh', ''],
    ["echo 'node server.js' > /start.sh", '/app/start.sh', '/app/start.sh'],
    ['cp server.js /app/start.sh', '/app/start.sh', ''],
    ['mv server.js /app/start.sh', '/app/start.sh', ''],
    ['mkdir -p /app/bin && cp /app/server.js /app/bin/', '/app/bin/server.js', ''],
  ])('%s; %s', async (run, command, expected) => {
    const lines = ['FROM node:22', 'WORKDIR /app', 'COPY . .', `RUN ${run}`, `CMD ["${command}"]`];
    expect(await missing(...lines)).toBe(expected);
  });

  it.each([
    ['npx tsc --outDir /app/dist', ''],
    ['npx tsc --outDir /app/out', 'dist/server.js'],
    ['npx tsc && cp -r dist /app/dist', ''],
    ['npx tsc && cp -r dist /app/build', 'dist/server.js'],
  ])('%s', async (run, expected) => {
    const lines = ['FROM node:22', 'WORKDIR /src', 'COPY . .', `RUN ${run}`, 'WORKDIR /app'];
    expect(await missing(...lines, 'CMD ["node", "dist/server.js"]')).toBe(expected);
  });
});

describe('programs from another stage', () => {
  it.each([
    ['go build -o /out/api ./cmd', '/out/api .', './api', ''],
    ['go build -ldflags="-s -w" -o /src/bin/api ./cmd && chmod +x bin/api', '/src/bin/api ./', './api', ''],
    ['go build -o /out/api ./cmd', '/out/api /usr/local/bin/', 'api', ''],
    ['go build -o /out/api ./cmd', '/out/api .', './server', './server'],
    ['cargo build --release', '/src/target/release/api .', './api', '?'],
    ['dotnet publish Api.csproj -c $MODE -o /app/publish /p:UseAppHost=false', '/app/publish .', 'Api.dll', '?'],
    ['npx tsc', '/src/dist .', 'dist/server.js', 'dist/server.js'],
    ['npx tsc', '/src/dist ./dist', 'dist/server.js', ''],
  ])('%s; COPY %s; %s', async (run, copy, command, expected) => {
    const program = command.endsWith('.js') ? 'node' : command.endsWith('.dll') ? 'dotnet' : undefined;
    const words = [...(program === undefined ? [] : [program]), command];
    const first = ['FROM node:22 AS build', 'WORKDIR /src', 'COPY . .', `RUN ${run}`];
    const second = ['FROM node:22', 'WORKDIR /service', `COPY --from=build ${copy}`, `CMD ${JSON.stringify(words)}`];
    expect(await missing(...first, ...second)).toBe(expected);
  });
});

describe('the place of what an entrypoint is given', () => {
  const lines = [
    'FROM node:22',
    'WORKDIR /app',
    'COPY . .',
    'ENTRYPOINT ["dumb-init", "--"]',
    'CMD ["node", "worker.js"]',
  ];
  it.each([
    ['CMD', {}, 'Dockerfile:5'],
    ['the Docker command', { dockerCommand: 'node jobs.js' }, 'render.yaml:1'],
  ])('%s', async (_, more, expected) => {
    const service = { type: 'web', name: 'api', runtime: 'docker', ...more };
    const blueprint = JSON.stringify({ services: [service] });
    const repository = memoryRepository({ ...FILES, 'render.yaml': blueprint, Dockerfile: `${lines.join('\n')}\n` });
    const { findings } = await lint({ repository, rules: [rule], platforms: [render] });
    expect(findings.map(({ at }) => `${at.file}:${at.range.start.line}`)).toEqual([expected]);
  });
});

describe('a Dockerfile of a nested platform file', () => {
  it.each([
    ['../Dockerfile', 'missing'],
    ['./Dockerfile', 'none'],
    ['Dockerfile.deploy', 'beside'],
  ])('%s', async (dockerfilePath, expected) => {
    const dockerfile = 'FROM node:22\nCOPY server.js .\nCMD ["node", "server.js"]\n';
    const repository = memoryRepository({
      'deploy/render.yaml': `${BLUEPRINT}    dockerfilePath: ${dockerfilePath}\n`,
      ...{ Dockerfile: dockerfile, 'server.js': '', 'deploy/Dockerfile.deploy': dockerfile, 'deploy/server.js': '' },
    });
    const { findings } = await lint({ repository, rules: [rule], platforms: [render] });
    const [found] = findings.map(({ facts }) => (facts.what === 'beside' ? 'beside' : 'missing'));
    expect(found ?? 'none').toBe(expected);
  });
});
