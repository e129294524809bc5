import { describe, expect, it } from 'vitest';
import type { Migrations } from '../../../src/apps/migrations/migrations.js';
import { DJANGO, TOOLS } from '../../../src/apps/migrations/tools.js';
import { openDeployment } from '../../../src/deployment/open.js';
import { render } from '../../../src/platforms/render/index.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { PROJECTS, type MigrationProject } from './spellings.js';

interface Commands {
  build?: string;
  pre?: string;
  start?: string;
}

function blueprint({ runtime, install, start }: MigrationProject, commands: Commands): string {
  const lines = [
    ['runtime', runtime],
    ['buildCommand', commands.build ?? install],
    ['preDeployCommand', commands.pre],
    ['startCommand', commands.start ?? start],
  ].flatMap(([key = '', value]) => (value === undefined ? [] : `    ${key}: ${JSON.stringify(value)}\n`));
  return `services:\n  - type: web\n    name: shop\n${lines.join('')}`;
}

async function applied(files: Readonly<Record<string, string>>): Promise<Migrations['applied']['is'][]> {
  const { deployment } = await openDeployment(memoryRepository(files), [render]);
  const [service] = deployment.services;
  return service ? (await deployment.migrations(service)).map((each) => each.applied.is) : [];
}

function withCommands(project: MigrationProject, commands: Commands): ReturnType<typeof applied> {
  return applied({ ...project.files, 'render.yaml': blueprint(project, commands) });
}

describe.each(PROJECTS)('migrations of $tool', (project) => {
  const { install, start, files } = project;
  const [usual = ''] = project.applying;

  it('are seen, and that nothing applies them', async () => {
    expect(await withCommands(project, {})).toEqual(['no']);
  });

  it.each(project.applying)('are applied by %s', async (command) => {
    expect(await withCommands(project, { build: `${install} && ${command}` })).toEqual(['yes']);
  });

  it.each(project.others)('are not applied by %s', async (command) => {
    expect(await withCommands(project, { build: `${install} && ${command}` })).toEqual(['no']);
  });

  it.each<[string, Commands, Readonly<Record<string, string>>]>([
    ['before the deploy', { pre: usual }, {}],
    ['before the start', { start: `${usual} && ${start}` }, {}],
    ['before the start, whatever comes of it', { start: `${usual}; ${start}` }, {}],
    ['in a shell at the start', { start: `sh -c '${usual} && exec ${start}'` }, {}],
    ['in a script of the build', { build: './build.sh' }, { 'build.sh': `#!/bin/sh\nset -e\n${install}\n${usual}\n` }],
    ['in a script of a script', { build: 'bash a.sh' }, { 'a.sh': `${install}\n. ./b.sh\n`, 'b.sh': `${usual}\n` }],
    ['in a script of the start', { start: 'sh bin/start' }, { 'bin/start': `${usual}\nexec ${start}\n` }],
    ['on several lines', { build: `${install}\n${usual}\n` }, {}],
  ])('are applied %s', async (_, commands, others) => {
    expect(await applied({ ...files, ...others, 'render.yaml': blueprint(project, commands) })).toEqual(['yes']);
  });

  it.each<[string, Commands, Readonly<Record<string, string>>]>([
    ['in a comment', { build: './build.sh' }, { 'build.sh': `${install}\n# ${usual}\n` }],
    ['by a script that nothing runs', {}, { 'build.sh': `${install}\n${usual}\n` }],
  ])('are not known to be applied %s', async (_, commands, others) => {
    // A script of the repository that has the command may be what another program runs.
    expect(await applied({ ...files, ...others, 'render.yaml': blueprint(project, commands) })).not.toContain('yes');
  });

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['CMD', `CMD ${usual} && ${start}`, {}],
    ['an exec-form CMD with a shell', `CMD ["sh", "-c", "${usual} && ${start}"]`, {}],
    [
      'ENTRYPOINT',
      `ENTRYPOINT ["./entrypoint.sh"]\nCMD ["true"]`,
      { 'entrypoint.sh': `#!/bin/sh\n${usual}\n${start}\n` },
    ],
    ['a script that CMD names', 'CMD ["sh", "/app/start.sh"]', { 'start.sh': `${usual}\nexec ${start}\n` }],
  ])('are applied by %s of an image', async (_, last, others) => {
    const image = project.runtime === 'python' ? 'python:3.12' : 'node:22';
    const dockerfile = `FROM ${image}\nWORKDIR /app\nCOPY . .\nRUN ${install}\n${last}\n`;
    const yaml = 'services:\n  - type: web\n    name: shop\n    runtime: docker\n';
    expect(await applied({ ...files, ...others, Dockerfile: dockerfile, 'render.yaml': yaml })).toEqual(['yes']);
  });
});

describe('the patterns of the tools', () => {
  it.each(['manage.py ', 'flask db ', 'alembic ', 'prisma ', 'rw ', 'execute_from_command_line(', 'typeorm ', 'knex '])(
    'come to an end on 100,000 times %j',
    (text) => {
      const long = text.repeat(100_000);
      for (const { applies, inCode } of [DJANGO, ...TOOLS]) {
        expect(applies.test(long)).toBe(false);
        expect(inCode.test(long)).toBe(false);
      }
    },
  );

  it('come to an end on a command whose last word takes back what the others say', () => {
    expect(DJANGO.applies.test(`${'manage.py migrate '.repeat(10)}--check`)).toBe(false);
    expect(DJANGO.applies.test(`${'manage.py migrate '.repeat(50_000)}--check`)).toBe(true);
  });
});

describe('migrations of another language', () => {
  const files = {
    'backend/package.json': '{ "scripts": { "start": "node server.js" }, "dependencies": { "express": "^5.1.0" } }',
    'backend/server.js': "require('express')().listen(process.env.PORT);",
    'backend/requirements.txt': 'alembic\nsqlalchemy\n',
    'backend/alembic.ini': '[alembic]\nscript_location = alembic\n',
    'backend/alembic/versions/001_first.py': '',
  };
  const service = (start: string): string =>
    `services:\n  - type: web\n    name: shop\n    runtime: node\n    rootDir: backend\n    buildCommand: npm install\n    startCommand: ${start}\n`;

  it.each([
    ['npm start', []],
    ['python -m app', ['no']],
    ['npm start & python -m app', ['no']],
  ])('%s', async (start, expected) => {
    expect(await applied({ ...files, 'render.yaml': service(start) })).toEqual(expected);
  });
});
