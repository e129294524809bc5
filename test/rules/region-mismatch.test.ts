import { expect, it } from 'vitest';
import { rule } from '../../rules/region-mismatch/rule.js';
import { lint } from '../../src/engine/lint.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

const BLUEPRINT = `services:
  - type: worker
    name: mailer
    runtime: docker
    region: frankfurt
    envVars:
      - key: DATABASE_URL
        fromDatabase:
          name: shop
          property: connectionString
databases:
  - name: shop
`;

it('says beside the reference where the store is', async () => {
  const repository = memoryRepository({ 'render.yaml': BLUEPRINT });
  const { findings } = await lint({ repository, rules: [rule], platforms: [render] });
  expect(findings.map(({ at, label }) => [at.range.start.line, label])).toEqual([[9, 'in oregon']]);
});

it('claims no status: what an app answers without its store is its own affair', async () => {
  const repository = memoryRepository({ 'render.yaml': BLUEPRINT });
  const { findings } = await lint({ repository, rules: [rule], platforms: [render] });
  expect(findings.map(({ statuses }) => statuses)).toEqual([[]]);
});
