import type { Location } from '../../../model/location.js';
import type { Body, Expression, Statement } from '../../../syntax/python.js';
import { argumentsOf } from './arguments.js';
import { changed, CHANGING, extended } from './changes.js';
import { bindTarget } from './expressions.js';
import { importFrom, importModules } from './importing.js';
import { itemsOf } from './items.js';
import { anyOf, place, putBack, stateOf, type Ending, type Frame, type Unfollowed } from './machine.js';
import { newNames } from './names.js';
import { binary, doubtOf } from './operators.js';
import { assign, modify, type Change } from './targets.js';
import { alternatives, each, isSequence, truth, unknown, written, type Evaluated } from './values.js';

/** Runs statements in order, until one ends them. */
export function execute(body: Body, frame: Frame): Ending {
  for (const statement of body) {
    const { machine } = frame;
    if (machine.budget-- <= 0) {
      frame.names.open ??= { why: 'takes too long to compute', at: place(frame, statement) };
      return 'goes on';
    }
    machine.raises = false;
    const ending = run(statement, frame);
    if (ending !== 'goes on') return ending;
    if (raised(frame) && (machine.trying > 0 || isExit(statement))) return 'raises';
  }
  return 'goes on';
}

function raised({ machine }: Frame): boolean {
  return machine.raises;
}

/** `sys.exit()` and the like on their own. */
function isExit(statement: Statement): boolean {
  if (statement.is !== 'expression' || statement.value.is !== 'call') return false;
  const { callee } = statement.value;
  return (callee.is === 'name' || callee.is === 'attribute') && /^_?(?:exit|quit)$/.test(callee.name);
}

function run(statement: Statement, frame: Frame): Ending {
  const at = place(frame, statement);
  switch (statement.is) {
    case 'assign':
      return assignment(statement, frame, at);
    case 'augmentedAssign':
      return augmented(statement, frame, at);
    case 'expression':
      return expressionStatement(statement.value, frame, at);
    case 'import':
      return importModules(statement, frame);
    case 'fromImport':
      return importFrom(statement, frame);
    case 'if':
      return branches(statement.branches, statement.otherwise, frame, at);
    case 'try':
      return attempt(statement, frame, at);
    case 'for':
      return loop(statement, frame, at);
    case 'while':
      return whileLoop(statement, frame, at);
    case 'with':
      return withItems(statement, frame);
    case 'match':
      return anyOf(frame, at, [
        ...statement.cases.map(
          ({ body }) =>
            () =>
              execute(body, frame),
        ),
        (): Ending => 'goes on',
      ]);
    case 'function':
      return definition(statement, frame, at);
    case 'class':
      return classDefinition(statement, frame, at);
    case 'return':
      frame.returned.push(
        statement.value ? frame.machine.evaluate(statement.value, frame) : written({ is: 'none' }, at),
      );
      return 'returns';
    case 'raise':
      return 'raises';
    case 'break':
      return 'leaves the loop';
    case 'continue':
      return 'continues';
    case 'global':
      for (const name of statement.names) frame.globals.add(name);
      return 'goes on';
    case 'delete':
      for (const target of statement.targets) if (target.is === 'name') frame.names.bindings.delete(target.name);
      return 'goes on';
    default:
      return 'goes on';
  }
}

function withItems({ items, body }: Extract<Statement, { is: 'with' }>, frame: Frame): Ending {
  const { machine } = frame;
  const outer = machine.prefix;
  for (const { value, target } of items) {
    const held = machine.evaluate(value, frame);
    if (target) bindTarget(target, held, frame);
    if (held.is === 'object' && /^environs\.(?:Env\(\)|env)\.prefixed$/.test(held.of)) {
      const [prefix] = held.arguments.positional;
      machine.prefix =
        prefix?.is === 'string' && machine.prefix !== undefined ? machine.prefix + prefix.value : undefined;
    }
  }
  const ending = execute(body, frame);
  machine.prefix = outer;
  return ending;
}

/** What a statement did, with the variables that were asked for since it began. */
function changeSince(start: number, frame: Frame, at: Location): Change {
  return { at, reads: frame.machine.reads.slice(start) };
}

function assignment({ targets, value }: Extract<Statement, { is: 'assign' }>, frame: Frame, at: Location): Ending {
  if (!value) return 'goes on';
  const start = frame.machine.reads.length;
  const given = frame.machine.evaluate(value, frame);
  const change = changeSince(start, frame, at);
  for (const target of targets) assign(target, given, change, frame);
  return 'goes on';
}

/** `target += value`; of a list, whatever can be gone through is added. */
function augmented(
  { target, operator, value }: Extract<Statement, { is: 'augmentedAssign' }>,
  frame: Frame,
  at: Location,
): Ending {
  const { machine } = frame;
  const start = machine.reads.length;
  const before = machine.evaluate(target, frame);
  const given = machine.evaluate(value, frame);
  const after = each(before, (one) =>
    operator === '+=' && one.is === 'list' ? extended(one, given) : binary(operator.replace(/=$/, ''), one, given, at),
  );
  modify(target, after, changeSince(start, frame, at), frame);
  return 'goes on';
}

function expressionStatement(value: Expression, frame: Frame, at: Location): Ending {
  const { machine } = frame;
  const start = machine.reads.length;
  if (value.is === 'call' && value.callee.is === 'attribute' && CHANGING.has(value.callee.name)) {
    const { object, name } = value.callee;
    const before = machine.evaluate(object, frame);
    if (alternatives(before).some((one) => isSequence(one) || one.is === 'dictionary')) {
      const after = changed(before, name, argumentsOf(value.arguments, frame));
      modify(object, after, changeSince(start, frame, at), frame);
      return 'goes on';
    }
  }
  machine.evaluate(value, frame);
  return 'goes on';
}

/** Most tests of one `if` that are decided one after the other. */
const MAX_TESTS = 60;

/** `if`, `elif` and `else`: of tests that are not decided, each branch is tried. */
function branches(
  [first, ...others]: readonly { test: Expression; body: Body }[],
  otherwise: Body,
  frame: Frame,
  at: Location,
): Ending {
  if (!first) return execute(otherwise, frame);
  if (others.length > MAX_TESTS) {
    const bodies = [first, ...others].map(({ body }) => body);
    return anyOf(
      frame,
      at,
      [...bodies, otherwise].map((body) => () => execute(body, frame)),
    );
  }
  const outcome = truth(frame.machine.evaluate(first.test, frame));
  if (outcome === true) return execute(first.body, frame);
  if (outcome === false) return branches(others, otherwise, frame, at);
  return anyOf(frame, at, [() => execute(first.body, frame), () => branches(others, otherwise, frame, at)]);
}

/** `try`: what raises for certain leads to a handler; what is installed may be there or not. */
function attempt(statement: Extract<Statement, { is: 'try' }>, frame: Frame, at: Location): Ending {
  const { machine } = frame;
  const handlers = statement.handlers.map(({ body, name }) => (): Ending => {
    if (name) frame.names.bindings.set(name.name, { value: unknown('is an error', at), statements: [], reads: [] });
    return execute(body, frame);
  });
  const outer = machine.mayRaise;
  machine.mayRaise = false;
  const body = (): Ending => {
    machine.trying++;
    const ending = execute(statement.body, frame);
    machine.trying--;
    return ending === 'goes on' ? execute(statement.otherwise, frame) : ending;
  };
  const ending = tried(body, handlers, frame, at);
  machine.mayRaise = outer;
  machine.raises = false;
  const last = execute(statement.finally, frame);
  return last === 'goes on' ? ending : last;
}

function tried(body: () => Ending, handlers: readonly (() => Ending)[], frame: Frame, at: Location): Ending {
  const { machine } = frame;
  const before = stateOf(frame);
  const ending = body();
  const [only] = handlers;
  if (!only) return ending;
  if (ending === 'raises') {
    machine.raises = false;
    return handlers.length === 1 ? only() : anyOf(frame, at, handlers);
  }
  if (!machine.mayRaise) return ending;
  const after = stateOf(frame);
  // The body as it went, or a handler from where it began.
  return anyOf(frame, at, [
    () => {
      putBack(frame, after);
      return ending;
    },
    ...handlers.map((handler) => () => {
      putBack(frame, before);
      return handler();
    }),
  ]);
}

/** Most rounds of a loop. */
const MAX_ROUNDS = 200;

function loop(statement: Extract<Statement, { is: 'for' }>, frame: Frame, at: Location): Ending {
  const source = frame.machine.evaluate(statement.iterable, frame);
  const items = source.is === 'oneOf' ? undefined : itemsOf(source);
  const round = (item: Evaluated): Ending => {
    bindTarget(statement.target, item, frame);
    return execute(statement.body, frame);
  };
  if (!items || items.length > MAX_ROUNDS || (isSequence(source) && source.rest)) {
    const item = unknown(doubtOf(source)?.why ?? 'is an item that is not read', at);
    return leavingOut(statement.body, frame, at, () =>
      outOfLoop(anyOf(frame, at, [() => 'goes on', () => round(item)])),
    );
  }
  for (const item of items) {
    const ending = round(item);
    if (ending === 'leaves the loop') return 'goes on';
    if (ending === 'returns' || ending === 'raises') return ending;
  }
  return execute(statement.otherwise, frame);
}

/** What goes on without an end is gone through once. */
function whileLoop({ test, body, otherwise }: Extract<Statement, { is: 'while' }>, frame: Frame, at: Location): Ending {
  const isEndless = test.is === 'boolean' || test.is === 'number';
  const first = frame.machine.calls.length;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const outcome = truth(frame.machine.evaluate(test, frame));
    if (outcome === false) return execute(otherwise, frame);
    if (outcome === undefined) {
      return leavingOut(body, frame, at, () =>
        anyOf(frame, at, [() => 'goes on', () => outOfLoop(execute(body, frame))]),
      );
    }
    const ending = execute(body, frame);
    if (ending === 'leaves the loop') return 'goes on';
    if (ending === 'returns' || ending === 'raises') return ending;
    if (isEndless) break;
  }
  leftOut(body, frame, at, frame.machine.calls.slice(first));
  return 'goes on';
}

/** Runs one round in the place of all. */
function leavingOut(body: Body, frame: Frame, at: Location, round: () => Ending): Ending {
  const first = frame.machine.calls.length;
  const ending = round();
  leftOut(body, frame, at, frame.machine.calls.slice(first));
  return ending;
}

/** Rounds of a loop that are not run may do more. */
function leftOut(body: Body, { machine, program }: Frame, at: Location, calls: Unfollowed['calls']): void {
  const text = program.text.slice(body[0]?.start ?? 0, body.at(-1)?.end ?? 0);
  const why = 'how often a loop is gone through is not known';
  machine.unfollowed.push({ what: 'loop', why, at, on: [], text, ...(calls && { calls }) });
}

function outOfLoop(ending: Ending): Ending {
  return ending === 'leaves the loop' || ending === 'continues' ? 'goes on' : ending;
}

function definition(statement: Extract<Statement, { is: 'function' }>, frame: Frame, at: Location): Ending {
  const { name, parameters, body, decorators } = statement;
  const value = written(
    {
      is: 'function',
      name: name.name,
      parameters,
      body,
      decorators,
      program: frame.program,
      around: frame.names,
    },
    place(frame, name),
  );
  frame.names.bindings.set(name.name, { value, statements: [{ at: place(frame, name), whole: at }], reads: [] });
  // Decorators of what is installed get to know the function: a route, a command.
  for (const decorator of decorators) {
    const made = frame.machine.evaluate(decorator, frame);
    // One of the program's own may do the same with it.
    if (made.is === 'function') frame.machine.call(frame, made, { positional: [value], named: new Map() }, at);
  }
  frame.machine.raises = false;
  return 'goes on';
}

function classDefinition(statement: Extract<Statement, { is: 'class' }>, frame: Frame, at: Location): Ending {
  const { name, body, decorators } = statement;
  // One of what is installed may get to know the class: a view.
  for (const decorator of decorators) if (decorator.is === 'call') frame.machine.evaluate(decorator, frame);
  const bases = argumentsOf(
    statement.bases.filter(({ kind }) => kind === 'positional'),
    frame,
  ).positional;
  const members = newNames(frame.names);
  execute(body, { ...frame, names: members, returned: [], globals: new Set() });
  const types = new Map(
    body.flatMap((each): [string, Expression][] => {
      if (each.is !== 'assign' || !each.annotation) return [];
      const [target] = each.targets;
      return target?.is === 'name' ? [[target.name, each.annotation]] : [];
    }),
  );
  const value = written({ is: 'class', name: name.name, bases, members, types }, place(frame, name));
  frame.names.bindings.set(name.name, { value, statements: [{ at: place(frame, name), whole: at }], reads: [] });
  return 'goes on';
}
