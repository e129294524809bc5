import { describe, expect, it } from 'vitest';
import { foldExplained, type Explainable } from '../../src/engine/explain.js';
import { place } from '../support/model.js';

function finding(rule: string, offset: number, explainedBy?: number): Explainable {
  return {
    finding: {
      rule,
      severity: 'error',
      statuses: [],
      message: { found: '', effect: '', remedy: '' },
      at: place('render.yaml', offset, 4),
      trail: [],
      fixes: [],
      facts: {},
      explains: [],
    },
    ...(explainedBy !== undefined && { explainedBy: place('render.yaml', explainedBy, 4) }),
  };
}

/** `cause(effect)` in words. */
function shape(all: readonly Explainable[]): string[] {
  return foldExplained(all).map(({ rule, explains }) => `${rule}(${explains.map((each) => each.rule).join(' ')})`);
}

describe('foldExplained', () => {
  it('folds a finding under the one at the place of its cause', () => {
    expect(shape([finding('effect', 0, 20), finding('cause', 20)])).toEqual(['cause(effect)']);
  });

  it('keeps a finding whose cause nobody reports', () => {
    expect(shape([finding('effect', 0, 20), finding('elsewhere', 40)])).toEqual(['effect()', 'elsewhere()']);
  });

  it('does not let a rule explain itself', () => {
    expect(shape([finding('same', 0, 20), finding('same', 20)])).toEqual(['same()', 'same()']);
  });

  it('keeps the first of two findings that explain each other as the effect of the second', () => {
    expect(shape([finding('one', 0, 20), finding('other', 20, 0)])).toEqual(['other(one)']);
  });

  it('folds a chain of causes under its root', () => {
    const [root] = foldExplained([finding('last', 0, 20), finding('middle', 20, 40), finding('first', 40)]);
    expect(root).toMatchObject({ rule: 'first', explains: [{ rule: 'middle', explains: [{ rule: 'last' }] }] });
  });
});
