import type { Body, Expression, Statement } from '../../syntax/python.js';
import { blocksOf } from './walk.js';

/**
 * The statements that importing a module may run, the outer ones before those in them: conditional ones count, those of
 * functions and classes do not, nor what stands under `if __name__ == '__main__'` or `if TYPE_CHECKING`.
 */
export function reachedOnImport(body: Body): readonly Statement[] {
  return body.flatMap((statement) => [statement, ...liveBlocks(statement).flatMap(reachedOnImport)]);
}

function liveBlocks(statement: Statement): readonly Body[] {
  switch (statement.is) {
    case 'function':
    case 'class':
      return [];
    case 'if':
      return liveBranches(statement);
    case 'while':
      return onImport(statement.test) === false ? [statement.otherwise] : blocksOf(statement);
    default:
      return blocksOf(statement);
  }
}

function liveBranches({ branches, otherwise }: Extract<Statement, { is: 'if' }>): readonly Body[] {
  const live: Body[] = [];
  for (const { test, body } of branches) {
    const outcome = onImport(test);
    if (outcome !== false) live.push(body);
    if (outcome === true) return live;
  }
  return [...live, otherwise];
}

/** What a test yields in a module that is imported; undefined where that is not certain. */
function onImport(test: Expression): boolean | undefined {
  switch (test.is) {
    case 'boolean':
      return test.value;
    case 'number':
      return test.value !== 0;
    case 'none':
      return false;
    case 'name':
    case 'attribute':
      return test.name === 'TYPE_CHECKING' ? false : undefined;
    case 'comparison':
      return isMain(test);
    case 'not': {
      const operand = onImport(test.operand);
      return operand === undefined ? undefined : !operand;
    }
    case 'and':
    case 'or': {
      const decisive = test.is === 'or';
      const sides = [onImport(test.left), onImport(test.right)];
      if (sides.includes(decisive)) return decisive;
      return sides.includes(undefined) ? undefined : !decisive;
    }
    default:
      return undefined;
  }
}

/** `__name__ == '__main__'`, either way round, is false for who imports the module. */
function isMain({ first, rest }: Extract<Expression, { is: 'comparison' }>): boolean | undefined {
  const [only, ...others] = rest;
  if (!only || others.length > 0) return undefined;
  const sides = [first, only.operand];
  const name = sides.some((each) => each.is === 'name' && each.name === '__name__');
  const main = sides.some((each) => each.is === 'string' && each.value === '__main__');
  if (!name || !main) return undefined;
  return only.operator === '==' ? false : only.operator === '!=' ? true : undefined;
}
