import { expect, it } from 'vitest';
import { messageOf } from '../../rules/invalid-config/problems.js';
import { rule } from '../../rules/invalid-config/rule.js';
import { lint } from '../../src/engine/lint.js';
import type { Finding } from '../../src/model/finding.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';
import { place } from '../support/model.js';

it('says of an old name that it works, and of a plan no longer sold only where it is in use', () => {
  const common = { at: place('render.yaml'), owner: 'database `d`', fixes: [], effect: 'none' } as const;
  const name = messageOf({ ...common, problem: 'deprecated', key: 'env', replacement: 'runtime' }, 'Render');
  expect(name.effect).toBe('Render still accepts it.');
  const plan = messageOf(
    { ...common, problem: 'deprecated', key: 'plan', value: 'pro', replacement: 'pro-4gb', keptOnly: true },
    'Render',
  );
  expect(plan.effect).toBe('Render keeps it where it is in use, and accepts it for nothing new.');
});

it('does not blame a file for a limit of ours', async () => {
  const [finding] = await findingsIn(`services: [${'[],'.repeat(60_000)}]`);
  expect(finding).toMatchObject({
    message: {
      found: 'The file render.yaml holds more than 150,000 YAML tokens.',
      effect: 'That is more than lint-deploy reads, so nothing in it is checked.',
    },
  });
  expect(finding?.message.remedy).not.toMatch(/correct|text file/i);
});

async function findingsIn(blueprint: string): Promise<Finding[]> {
  const repository = memoryRepository({ 'render.yaml': blueprint });
  return [...(await lint({ repository, rules: [rule], platforms: [render] })).findings];
}

it('says once what is wrong alike in many variables', async () => {
  const variables = ['A', 'B', 'C'].map((key) => `      - key: ${key}\n        value: x\n        sensitive: true\n`);
  const service = 'services:\n  - type: web\n    name: api\n    runtime: node\n    buildCommand: npm ci\n';
  const findings = await findingsIn(`${service}    startCommand: node s.js\n    envVars:\n${variables.join('')}`);
  expect(findings.map(({ at, message }) => [at.range.start.line, message.found])).toEqual([
    [10, 'The variable `A` of the web service `api` has the unknown key `sensitive`. The same on lines 13 and 16.'],
  ]);
});

it.each([
  ['', 'The file is empty.', 'Write a map with keys such as services.'],
  [
    '# later\n',
    'The file holds only comments, not a map with keys such as services.',
    'Write a map with keys such as services.',
  ],
  [
    'databases: []\ndatabases: []\n',
    'The file has the key `databases` twice; the first is on line 1.',
    'Merge both lists into one.',
  ],
  [
    'version: "1"\nversion: "1"\n',
    'The file has the key `version` twice; the first is on line 1.',
    'Keep one of the two.',
  ],
  [
    'envVarGroups:\n  - name: g\n    envVars:\n      - { key: A, value: x }\n      - { key: A, value: y }\n',
    'The environment group `g` sets the variable `A` twice; the first is on line 4.',
    'Keep one of the two.',
  ],
])('says what is there and what to do: %j', async (blueprint, found, remedy) => {
  const findings = await findingsIn(blueprint);
  expect(findings.map(({ message }) => [message.found, message.remedy])).toEqual([[found, remedy]]);
  expect(findings.flatMap(({ trail }) => trail)).toEqual([]);
});
