import { expect, it } from 'vitest';
import { messageOf } from '../../rules/invalid-config/problems.js';
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
