import { expect, it } from 'vitest';
import { rule } from '../../rules/missing-start-target/rule.js';
import { lint } from '../../src/engine/lint.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

const BLUEPRINT = 'services:\n  - type: web\n    name: api\n    runtime: docker\n';

async function missing(dockerfile: string, files: Record<string, string> = {}): Promise<string[]> {
  const repository = memoryRepository({ 'render.yaml': BLUEPRINT, Dockerfile: dockerfile, ...files });
  const { findings } = await lint({ repository, rules: [rule], platforms: [render] });
  return findings.map(({ at }) => dockerfile.slice(at.range.start.offset, at.range.end.offset));
}

const DOTNET =
  'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nWORKDIR /app\nCOPY --from=build /app/publish .\nENTRYPOINT ["dotnet", "backend.dll"]\n';

it.each([
  ['beside the sources', 'dotnet publish -c Release -o /app/publish'],
  ['by a project of its own', 'dotnet publish backend/backend.csproj -o /app/publish -p:SkipFrontend=true'],
  ['behind an equals sign', 'dotnet publish backend --output=/app/publish'],
])('a build of .NET may make the program %s', async (_, command) => {
  const build = `FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build\nWORKDIR /src\nCOPY . .\nRUN ${command}\n`;
  expect(await missing(build + DOTNET, { 'backend/backend.csproj': '<Project />' })).toEqual([]);
});

const GO = 'FROM golang:1.23 AS build\nWORKDIR /src\nCOPY . .\n';

it.each([
  ['go build -o /out/api ./cmd/api', 'COPY --from=build /out/api .', []],
  ['go build -o /out/api ./cmd/api', 'COPY --from=build /out/api /app/', []],
  ['go build -o /out/api ./cmd/api', 'COPY --from=build /out/api api', []],
  ['go build -o /out/api ./cmd/api', 'COPY --from=build /out /app', []],
  ['go build -o ../out/api ./cmd/api', 'COPY --from=build /out/api ./', []],
  ['go build -o api ./cmd/api && mv api /out/api', 'COPY --from=build /out/api ./', []],
  ['go build -o /out/server ./cmd/api', 'COPY --from=build /out/server ./', ['CMD ["./api"]']],
  ['go build -o /out/api ./cmd/api', 'COPY --from=build /src/api ./', ['CMD ["./api"]']],
])('RUN %s with %s lacks %j', async (run, copy, expected) => {
  const dockerfile = `${GO}RUN ${run}\nFROM debian:12-slim\nWORKDIR /app\n${copy}\nCMD ["./api"]\n`;
  expect(await missing(dockerfile, { 'go.mod': 'module api\n', 'cmd/api/main.go': 'package main\n' })).toEqual(
    expected,
  );
});

it('a folder that a build makes gives what is in it, not itself', async () => {
  const build = 'FROM node:22 AS build\nWORKDIR /src\nCOPY . .\nRUN npx tsc --outDir /out/dist\n';
  const files = { 'package.json': '{}', 'tsconfig.json': '{"files":["main.ts"]}', 'main.ts': '' };
  const run = 'FROM node:22-slim\nWORKDIR /app\nCOPY --from=build /out/dist ./\n';
  expect(await missing(`${build}${run}CMD ["node", "main.js"]\n`, files)).toEqual([]);
  expect(await missing(`${build}${run}CMD ["node", "dist/main.js"]\n`, files)).toEqual([
    'CMD ["node", "dist/main.js"]',
  ]);
});

it('what `pnpm deploy` copies is there', async () => {
  const files = {
    'package.json': '{}',
    'pnpm-workspace.yaml': 'packages: [apps/*]\n',
    'apps/api/package.json': '{"name":"api","scripts":{"build":"tsc"}}',
    'apps/api/tsconfig.json': '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
    'apps/api/src/main.ts': '',
    'apps/api/public/a.js': '',
  };
  const build =
    'FROM node:22 AS build\nWORKDIR /repo\nCOPY . .\nRUN pnpm i\nRUN pnpm --filter api build\nRUN pnpm deploy --filter=api --prod /out\n';
  const run = 'FROM node:22-slim\nWORKDIR /app\nCOPY --from=build /out ./\n';
  for (const file of ['dist/main.js', 'public/a.js'])
    expect(await missing(`${build}${run}CMD ["node", "${file}"]\n`, files)).toEqual([]);
  const other = 'CMD ["node", "dist/src/main.js"]';
  expect(await missing(`${build}${run}${other}\n`, files)).toEqual([other]);
});

it('a stage builds what `pnpm deploy` copied for it', async () => {
  const files = {
    'pnpm-workspace.yaml': 'packages: [apps/*]\n',
    'apps/api/package.json': '{"name":"@acme/api","scripts":{"build":"tsc"}}',
    'apps/api/tsconfig.json': '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
    'apps/api/src/main.ts': '',
  };
  const deploy = 'FROM node:22 AS deploy\nWORKDIR /repo\nCOPY . .\nRUN pnpm --filter=api deploy --legacy /deploy\n';
  const build = 'FROM node:22 AS build\nWORKDIR /app\nCOPY --from=deploy /deploy ./\nRUN pnpm build\n';
  const run = 'FROM node:22-slim\nWORKDIR /srv\nCOPY --from=build /app/dist ./dist\n';
  const fine = 'CMD ["node", "dist/main.js"]';
  const wrong = 'CMD ["node", "dist/src/main.js"]';
  expect(await missing(`${deploy}${build}${run}${fine}\n`, files)).toEqual([]);
  expect(await missing(`${deploy}${build}${run}${wrong}\n`, files)).toEqual([wrong]);
});
