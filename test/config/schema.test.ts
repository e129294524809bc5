import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from '../../schema/lint-deploy.json' with { type: 'json' };
import { configSchema } from '../../src/config/schema.js';
import { violationsOf } from '../../src/config/schema-validator.js';
import { rules } from '../../rules/index.js';

describe('the schema that is shipped', () => {
  it('is a valid JSON Schema, and knows every rule', () => {
    expect(new Ajv({ strict: false }).validateSchema(schema)).toBe(true);
    expect(Object.keys(schema.properties.rules.properties)).toEqual(rules.map(({ rule }) => rule.id));
  });

  it.each([
    [{}, true],
    [{ $schema: 'x', extends: 'a.yaml', platform: 'render' }, true],
    [{ rules: { 'dev-server': 'off', 'invalid-config': { severity: 'note' } } }, true],
    [{ rules: { 'dev-server': 'fatal' } }, false],
    [{ rules: { 'no-such-rule': 'off' } }, false],
    [{ ignores: [{ rule: 'dev-server', reason: 'why', until: '2026-12-31' }] }, true],
    [{ ignores: [{ rule: ['dev-server'], path: ['a'], reason: 'why' }] }, true],
    [{ ignores: [{ rule: 'dev-server' }] }, false],
    [{ ignores: [{ rule: 'dev-server', reason: 'why', until: '2026-13-31' }] }, false],
    [{ ignores: [{ reason: 'why' }] }, false],
    [{ services: { api: { kind: 'web', env: ['A', 'B=1'], domains: ['a.example.com'] } } }, true],
    [{ services: { api: { kind: 'site' } } }, false],
    [{ services: { api: { env: { A: 1 } } } }, false],
  ])('takes %j: %s', (data, valid) => {
    expect(new Ajv({ strict: false }).compile(schema)(data)).toBe(valid);
  });
});

describe('the options of a rule', () => {
  it('come from the rule, with default and description', () => {
    const option = { type: 'strings', oneOf: ['a', 'b'], default: ['a'], description: 'Which.' } as const;
    const made = configSchema({
      rules: [{ id: 'one', title: 'One', options: { names: option } }],
      platforms: ['x'],
      id: 'y',
    });
    expect(made).toMatchObject({
      properties: {
        rules: {
          properties: {
            one: {
              description: 'One.',
              then: {
                properties: {
                  options: {
                    properties: {
                      names: { type: 'array', items: { enum: ['a', 'b'] }, default: ['a'], description: 'Which.' },
                    },
                  },
                },
              },
            },
          },
        },
      },
    });
    expect(violationsOf(made, { rules: { one: { options: { names: ['b'] } } } })).toEqual([]);
    expect(violationsOf(made, { rules: { one: { options: { names: ['c'] } } } })).toMatchObject([
      { path: ['rules', 'one', 'options', 'names', '0'], keyword: 'enum', allowed: ['a', 'b'] },
    ]);
  });
});
