import type { Location } from '../../../model/location.js';
import type { Clause, Expression, Span } from '../../../syntax/python.js';
import { parent } from '../../../repository/paths.js';
import { argumentsOf } from './arguments.js';
import { itemsOf } from './items.js';
import { place, type Frame } from './machine.js';
import { memberOf } from './members.js';
import { lookUp, newNames } from './names.js';
import { asText, binary, compare, doubtOf, negated, unary } from './operators.js';
import { itemOf } from './subscripts.js';
import {
  alternatives,
  each,
  isSequence,
  oneOf,
  REPOSITORY_FOLDER,
  truth,
  unknown,
  written,
  type DictionaryItem,
  type Doubt,
  type Evaluated,
} from './values.js';
import { variable } from './variables.js';

/** What an expression yields. */
export function evaluate(expression: Expression, frame: Frame): Evaluated {
  const at = place(frame, expression);
  if (frame.machine.budget-- <= 0) return unknown('takes too long to compute', at);
  switch (expression.is) {
    case 'string':
    case 'number':
    case 'boolean':
      return literal(expression, at);
    case 'none':
      return written({ is: 'none' }, at);
    case 'formatted':
      return formatted(expression.parts, frame, at);
    case 'name':
      return named(expression.name, frame, at);
    case 'attribute':
      return memberOf(frame.machine, frame.machine.evaluate(expression.object, frame), expression.name, at);
    case 'subscript':
      return itemOf(frame, frame.machine.evaluate(expression.object, frame), evaluate(expression.index, frame), at);
    case 'call':
      return called(expression, frame, at);
    case 'list':
    case 'tuple':
    case 'set':
      return sequence(expression.is, expression.items, frame, at);
    case 'dictionary':
      return dictionary(expression, frame, at);
    case 'comprehension':
      return comprehension(expression, frame, at);
    case 'conditional':
      return conditional(expression, frame, at);
    case 'and':
    case 'or':
      return eitherOf(expression, frame, at);
    case 'not':
      return negated(evaluate(expression.operand, frame), at);
    case 'unary':
      return unary(expression.operator, evaluate(expression.operand, frame), at);
    case 'binary':
      return binary(expression.operator, evaluate(expression.left, frame), evaluate(expression.right, frame), at);
    case 'comparison':
      return comparison(expression, frame, at);
    case 'lambda':
      return written(
        {
          is: 'function',
          name: 'lambda',
          parameters: expression.parameters,
          body: expression.body,
          decorators: [],
          program: frame.program,
          around: frame.names,
        },
        at,
      );
    case 'walrus': {
      const value = evaluate(expression.value, frame);
      frame.names.bindings.set(expression.name, { value, statements: [{ at, whole: at }], reads: [] });
      return value;
    }
    case 'await':
      return evaluate(expression.value, frame);
    default:
      return unknown('is written in a way that is not read', at);
  }
}

function literal(expression: Extract<Expression, { is: 'string' | 'number' | 'boolean' }>, at: Location): Evaluated {
  switch (expression.is) {
    case 'string':
      return written({ is: 'string', value: expression.value }, at);
    case 'number':
      return written({ is: 'number', value: expression.value }, at);
    case 'boolean':
      return written({ is: 'boolean', value: expression.value }, at);
  }
}

function formatted(parts: Extract<Expression, { is: 'formatted' }>['parts'], frame: Frame, at: Location): Evaluated {
  let text = written({ is: 'string', value: '' }, at);
  for (const part of parts)
    text = binary('+', text, 'text' in part ? textPart(part.text, at) : shown(part, frame, at), at);
  return text;
}

function textPart(value: string, at: Location): Evaluated {
  return written({ is: 'string', value }, at);
}

function shown(part: { value: Expression; spec: string }, frame: Frame, at: Location): Evaluated {
  const value = evaluate(part.value, frame);
  return each(value, (one) => {
    const text = part.spec === '' || part.spec === '!s' ? asText(one) : undefined;
    if (text === undefined) return unknown(doubtOf(one)?.why ?? 'is formatted in a way that is not read', at);
    return { is: 'string', value: text, at, from: one.from };
  });
}

/** Names of Python itself, and what a module has of its own. */
function named(name: string, frame: Frame, at: Location): Evaluated {
  const binding = lookUp(frame.names, name);
  if (binding) {
    const values = alternatives(binding.value).filter(({ is }) => is !== 'undefined');
    return values.length > 0 ? oneOf(values, at) : unknown(`${name} has no value here`, at);
  }
  switch (name) {
    case '__name__':
      return written({ is: 'string', value: frame.dotted }, at);
    case '__file__':
      return written({ is: 'string', value: `${REPOSITORY_FOLDER}/${frame.program.file}` }, at);
    case '__package__':
      return written({ is: 'string', value: parent(frame.program.file).replaceAll('/', '.') }, at);
    case '__debug__':
      return written({ is: 'boolean', value: true }, at);
    default:
      return written({ is: 'external', name: `builtins.${name}` }, at);
  }
}

function called(expression: Extract<Expression, { is: 'call' }>, frame: Frame, at: Location): Evaluated {
  const callee = frame.machine.evaluate(expression.callee, frame);
  const given = argumentsOf(expression.arguments, frame);
  return each(callee, (one) => frame.machine.call(frame, one, given, at));
}

function sequence(
  is: 'list' | 'tuple' | 'set',
  written_: readonly Expression[],
  frame: Frame,
  at: Location,
): Evaluated {
  const items: Evaluated[] = [];
  let rest: Doubt | undefined;
  for (const item of written_) {
    if (item.is !== 'starred') {
      items.push(evaluate(item, frame));
      continue;
    }
    const spread = evaluate(item.value, frame);
    if (isSequence(spread)) {
      items.push(...spread.items);
      rest ??= spread.rest;
    } else rest ??= { why: doubtOf(spread)?.why ?? 'is spread in a way that is not read', at: spread.at };
  }
  return written({ is, items, ...(rest && { rest }) }, at);
}

function dictionary(expression: Extract<Expression, { is: 'dictionary' }>, frame: Frame, at: Location): Evaluated {
  const entries: DictionaryItem[] = [];
  let rest: Doubt | undefined;
  for (const { key, value } of expression.entries) {
    const held = evaluate(value, frame);
    const under = key && evaluate(key, frame);
    if (under && (under.is === 'string' || under.is === 'number')) entries.push({ key: under.value, value: held });
    else if (!under && held.is === 'dictionary') {
      entries.push(...held.entries);
      rest ??= held.rest;
    } else rest ??= { why: doubtOf(under ?? held)?.why ?? 'has a key that is not read', at: held.at };
  }
  return written({ is: 'dictionary', entries, ...(rest && { rest }) }, at);
}

function conditional(
  { test, then, otherwise }: Extract<Expression, { is: 'conditional' }>,
  frame: Frame,
  at: Location,
): Evaluated {
  const outcome = truth(evaluate(test, frame));
  if (outcome !== undefined) return evaluate(outcome ? then : otherwise, frame);
  return oneOf([evaluate(then, frame), evaluate(otherwise, frame)], at);
}

function eitherOf(
  { is, left, right }: Extract<Expression, { is: 'and' | 'or' }>,
  frame: Frame,
  at: Location,
): Evaluated {
  const first = evaluate(left, frame);
  return oneOf(
    alternatives(first).flatMap((one) => {
      const outcome = truth(one);
      if (outcome === undefined) return [one, evaluate(right, frame)];
      return [(is === 'or') === outcome ? one : evaluate(right, frame)];
    }),
    at,
  );
}

/** `a < b < c` is `a < b and b < c`. */
function comparison({ first, rest }: Extract<Expression, { is: 'comparison' }>, frame: Frame, at: Location): Evaluated {
  let left = evaluate(first, frame);
  let result: Evaluated | undefined;
  for (const { operator, operand } of rest) {
    const right = evaluate(operand, frame);
    const outcome = inEnvironment(operator, left, right, frame, at) ?? compare(operator, left, right, at);
    if (truth(outcome) === false) return outcome;
    if (result === undefined || truth(result) === true) result = outcome;
    left = right;
  }
  return result ?? unknown('is not decided', at);
}

/** `'NAME' in os.environ`. */
function inEnvironment(
  operator: string,
  left: Evaluated,
  right: Evaluated,
  frame: Frame,
  at: Location,
): Evaluated | undefined {
  if (right.is !== 'external' || right.name !== 'os.environ' || left.is !== 'string') return undefined;
  const found = variable(frame.machine, left.value, at);
  if (found.is === 'unknown') return found.value;
  return written({ is: 'boolean', value: (found.is === 'set') === (operator === 'in') }, at);
}

/** Most items that a comprehension goes through. */
const MAX_ITEMS = 1_000;

/** A comprehension with one `for`. A test that is not decided leaves the item in doubt. */
function comprehension(
  { of, element, clauses }: Extract<Expression, { is: 'comprehension' }>,
  frame: Frame,
  at: Location,
): Evaluated {
  const [first, ...others] = clauses;
  const is = of === 'generator' ? 'list' : of;
  const tests = others.flatMap((clause) => ('test' in clause ? [clause.test] : []));
  if (!first || !('iterable' in first) || tests.length < others.length) {
    return unknown('is a comprehension that is not read', at);
  }
  return each(evaluate(first.iterable, frame), (source) => {
    const items = itemsOf(source);
    if (!items || items.length > MAX_ITEMS) {
      return unknown(doubtOf(source)?.why ?? 'goes through what is not read', at);
    }
    return filtered(is, items, isSequence(source) ? source.rest : undefined, { element, first, tests }, frame, at);
  });
}

function filtered(
  is: 'list' | 'set',
  source: readonly Evaluated[],
  given: Doubt | undefined,
  {
    element,
    first,
    tests,
  }: { element: Expression; first: Extract<Clause, { target: Expression }>; tests: Expression[] },
  frame: Frame,
  at: Location,
): Evaluated {
  let rest = given;
  const items: Evaluated[] = [];
  for (const item of source) {
    const inner: Frame = { ...frame, names: newNames(frame.names) };
    bindTarget(first.target, item, inner);
    const outcomes = tests.map((test) => truth(evaluate(test, inner)));
    if (outcomes.includes(false)) continue;
    const value = evaluate(element, inner);
    if (outcomes.includes(undefined)) rest ??= { why: doubtOf(item)?.why ?? 'is filtered by what is not read', at };
    else items.push(value);
  }
  return written({ is, items, ...(rest && { rest }) }, at);
}

/** Gives a loop's or comprehension's target its value. */
export function bindTarget(target: Expression & Span, value: Evaluated, frame: Frame): void {
  if (target.is === 'name') {
    frame.names.bindings.set(target.name, { value, statements: [], reads: [] });
    return;
  }
  if (target.is !== 'tuple' && target.is !== 'list') return;
  target.items.forEach((each, index) => {
    const item = isSequence(value) ? value.items[index] : undefined;
    bindTarget(each, item ?? unknown(doubtOf(value)?.why ?? 'is unpacked in a way that is not read', value.at), frame);
  });
}
