import { describe, expect, it } from 'vitest';
import { lint } from '../../../src/engine/lint.js';
import { render } from '../../../src/platforms/render/index.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { rule as lostSigterm } from '../../../rules/lost-sigterm/rule.js';
import { rule as missingDependency } from '../../../rules/missing-dependency/rule.js';
import { rule as missingStartTarget } from '../../../rules/missing-start-target/rule.js';

const BLUEPRINT = 'services:\n  - type: web\n    name: api\n    runtime: docker\n';

/** What the rules that read images find, and how much they leave undecided. */
async function linted(
  dockerfile: string,
  files: Readonly<Record<string, string>> = {},
): Promise<{ found: readonly string[]; undecided: readonly string[]; faults: readonly string[] }> {
  const result = await lint({
    repository: memoryRepository({ 'render.yaml': BLUEPRINT, Dockerfile: dockerfile, ...files }),
    rules: [missingDependency, lostSigterm, missingStartTarget],
    platforms: [render],
  });
  return {
    found: result.findings.map(({ rule }) => rule),
    undecided: result.undecided.map(({ rule }) => rule),
    faults: result.notifications.map(({ message }) => message),
  };
}

function repeated(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

const START = 'WORKDIR /app\nCMD ["node", "server.js"]\n';

describe('stages that take from one another on many ways', () => {
  it.each([
    [
      'the same paths',
      repeated(60, (index) => {
        const copies = `COPY --from=s${index - 1} / /\nCOPY --from=s${index - 1} /app /app\n`;
        return `FROM node:22 AS s${index}\n${index > 0 ? copies : ''}RUN npm ci\n`;
      }),
    ],
    [
      'other paths on each way',
      repeated(39, (index) => {
        const copies = `COPY --from=s${index - 1} /b /\nCOPY --from=s${index - 1} /c /\n`;
        return `FROM node:22 AS s${index}\n${index > 0 ? copies : ''}RUN npm ci\n`;
      }),
    ],
    [
      'each from all before it',
      repeated(60, (index) => {
        const copies = repeated(index, (from) => `COPY --from=s${from} /app ./\n`);
        return `FROM node:22 AS s${index}\nWORKDIR /app\n${copies}RUN npm ci\n`;
      }),
    ],
  ])('are read to an end: %s', async (_, stages) => {
    const { found, undecided, faults } = await linted(stages + START);
    expect(faults).toEqual([]);
    expect(found).not.toContain('missing-start-target');
    expect(undecided).toContain('missing-start-target');
  });
});

describe('a Dockerfile of bad words', () => {
  const open = '('.repeat(2_000);
  it.each([
    ['copies from itself', 'FROM node:22 AS a\nCOPY --from=a / /\nCOPY --from=0 / /\n'],
    ['has stages in a circle', 'FROM b AS a\nFROM a AS b\nCOPY --from=b /x /y\n'],
    ['has names of JavaScript', 'FROM node:22 AS __proto__\nENV __proto__=1\nCOPY --from=__proto__ / /\n'],
    [
      'has variables of themselves',
      `ARG A=\${B}\nARG B=\${A}\nFROM node:22\nENV X=$X\nWORKDIR /$X/${'${Z:-'.repeat(2_000)}${'}'.repeat(2_000)}\n`,
    ],
    ['has a variable that grows', `FROM node:22\nENV A=aaaa\n${'ENV A=$A$A$A$A\n'.repeat(100)}WORKDIR /$A\n`],
    [
      'mounts what is nowhere',
      'FROM node:22\nRUN --mount --mount=type=bind,source=../../etc,target=/x --mount=,= ls\n',
    ],
    ['has an open here-document', 'FROM node:22\nRUN <<EOF\nnpm ci\n'],
    ['has many parentheses', `FROM node:22\nRUN ${open}npm ci${')'.repeat(2_000)}\n`],
    ['has instructions without words', 'FROM node:22\nONBUILD\nSHELL []\nENTRYPOINT []\nHEALTHCHECK CMD\nRUM x\n'],
    ['has wild patterns', `FROM node:22\nCOPY ${'*'.repeat(1_000)}x [[[[ **/*/**/[a-z /q/\n`],
    ['has lone surrogates', 'FROM node:22\nRUN echo \ud800\n'],
  ])('that %s breaks nothing', async (_, dockerfile) => {
    const { faults } = await linted(dockerfile + START);
    expect(faults).toEqual([]);
  });

  it.each([
    ['package.json', '{"scripts":{"build":"npm run build","prebuild":"npm run build"}}'],
    ['package.json', '{"a":'.repeat(20_000)],
    ['package-lock.json', '['.repeat(50_000)],
    ['package-lock.json', '{"packages":{"node_modules/a":1,"node_modules/b":{"bin":[]}}}'],
    ['.dockerignore', `${'**/'.repeat(2_000)}x`],
    ['tsconfig.json', '{"extends":"./tsconfig.json"}'],
  ])('beside a bad %s it is read, too', async (name, text) => {
    const dockerfile = `FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\n${START}`;
    const { faults } = await linted(dockerfile, { 'package.json': '{}', [name]: text, 'server.js': '' });
    expect(faults).toEqual([]);
  });
});
