import { describe, expect, it } from 'vitest';
import { launch } from '../../../src/launch/launch.js';
import type { Launch } from '../../../src/model/process.js';
import { renderFacts } from '../../../src/platforms/render/facts.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { known, service } from '../../support/model.js';

function started(dockerfile: string, files: Readonly<Record<string, string>> = {}): Promise<Launch> {
  const own = service('api', 'web', {
    platform: 'render',
    runtime: known('docker'),
    dockerfile: known('./Dockerfile'),
    dockerContext: known('.'),
  });
  return launch(memoryRepository({ ...files, Dockerfile: dockerfile }), own, { facts: renderFacts, groups: [] });
}

describe('a Dockerfile that cannot be followed', () => {
  it.each([
    ['is empty', '', 'Dockerfile has no FROM', 1],
    ['has no FROM', 'CMD ["node", "x.js"]\n', 'Dockerfile has no FROM', 1],
    ['is larger than is read', `FROM node\nRUN ${'x'.repeat(2_000_000)}\n`, 'Dockerfile is larger than 1 MB', 1],
    [
      'has too many instructions',
      'FROM a\n'.repeat(20_001),
      'Dockerfile is not read to its end: it has more than 20000 instructions',
      20_001,
    ],
    [
      'begins with itself',
      'FROM app AS app\n',
      'Dockerfile has neither CMD nor ENTRYPOINT, and what the image app starts is not known',
      1,
    ],
    [
      'begins with an image by a variable',
      'FROM $BASE\n',
      'Dockerfile has neither CMD nor ENTRYPOINT, and its image depends on a variable',
      1,
    ],
    [
      'has a shell of its own',
      'FROM node\nSHELL ["pwsh", "-Command"]\nCMD node x.js\n',
      'what pwsh makes of it is not worked out',
      3,
    ],
    [
      'has a working directory by a variable',
      'FROM node\nARG TARGETARCH\nWORKDIR /$TARGETARCH\nCMD ["node", "x.js"]\n',
      'the working directory of the image depends on a variable',
      1,
    ],
    ['names a command by a variable', 'FROM node\nCMD $COMMAND\n', undefined, undefined],
  ])('%s', async (_, dockerfile, why, line) => {
    const { processes, gaps } = await started(dockerfile);
    expect(processes).toEqual([]);
    expect(gaps.map((gap) => [gap.why, gap.at.file, gap.at.range.start.line])).toEqual(
      why === undefined ? [] : [[why, 'Dockerfile', line]],
    );
  });

  it('passes over what Docker does not know', async () => {
    const { processes } = await started('FROM node:22\nFOO bar\nCOPY . .\n???\nCMD ["node", "x.js"]\n', { 'x.js': '' });
    expect(processes.map(({ program }) => program.words)).toEqual([['node', 'x.js']]);
  });

  it('ends where stages take from stages without end', async () => {
    const stages = Array.from(
      { length: 3_000 },
      (_, index) => `FROM node AS s${index + 1}\nCOPY --from=s${index} / /\nCOPY --from=s${index} / /\n`,
    );
    const text = `FROM node AS s0\nCOPY . .\n${stages.join('')}CMD ["node", "x.js"]\n`;
    const { processes, gaps } = await started(text, { 'x.js': '' });
    expect(processes.map(({ program }) => program.name)).toEqual(['node']);
    expect(gaps).toMatchObject([{ why: 'whether the image holds /x.js is not known' }]);
  });

  it('follows 10,000 stages that begin with one another', async () => {
    const stages = Array.from({ length: 9_999 }, (_, index) => `FROM s${index} AS s${index + 1}\n`);
    const { processes } = await started(`FROM node AS s0\nCMD ["npx", "serve"]\n${stages.join('')}`);
    expect(processes.map(({ program }) => program.name)).toEqual(['serve']);
  });

  it('ends where a script of the image runs itself', async () => {
    const { processes, gaps } = await started('FROM node\nCOPY a.sh /\nENTRYPOINT ["/a.sh"]\nCMD ["/a.sh"]\n', {
      'a.sh': '#!/bin/sh\nexec "$@"\n',
    });
    expect(processes).toEqual([]);
    expect(gaps[0]?.why).toMatch(/runs itself, over and over/);
  });

  it('copies nothing from outside of the context', async () => {
    const { processes } = await started(
      'FROM node\nCOPY ../../etc/passwd /x\nCOPY /abs ../../../y\nCMD ["node", "/x"]\n',
      {
        abs: '',
      },
    );
    expect(processes).toHaveLength(1);
  });
});
