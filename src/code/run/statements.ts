import type { Node, Statement, TSEnumDeclaration } from '@babel/types';
import { keyOf } from '../literals.js';
import { endsProcess } from './effects.js';
import type { Context } from './expressions.js';
import type { Completion } from './machine.js';
import { newScope } from './scope.js';
import { isEither, objectOf, primitive, truthiness, unknown, type JsValue, type Scope } from './values.js';

/** Runs statements in order, function declarations known before. */
export function execute(context: Context, body: readonly Node[]): Completion | undefined {
  for (const each of body) hoist(context, each);
  for (const each of body) {
    const end = statement(context, each);
    if (end) return end;
  }
  return undefined;
}

function hoist({ machine, scope, module }: Context, node: Node): void {
  const declaration =
    node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration' ? node.declaration : node;
  if (declaration?.type !== 'FunctionDeclaration' || !declaration.id) return;
  const at = machine.at(declaration.id, module);
  const value: JsValue = { is: 'function', node: declaration, scope, module, cells: new Map(), at };
  scope.names.set(declaration.id.name, { value });
}

function inner(context: Context): Context {
  return { ...context, scope: newScope(context.scope) };
}

function statement(context: Context, node: Node): Completion | undefined {
  const { machine, scope, module } = context;
  if (!machine.step(() => machine.at(node, module))) return { is: 'ends' };
  switch (node.type) {
    case 'ExpressionStatement':
      machine.evaluate(node.expression, scope, module);
      return endsProcess(context, node.expression) ? { is: 'ends' } : undefined;
    case 'VariableDeclaration': {
      declared(context, node);
      return;
    }
    case 'ClassDeclaration': {
      const value = machine.evaluate(node, scope, module);
      if (node.id) scope.names.set(node.id.name, { value });
      return undefined;
    }
    case 'ReturnStatement':
      return {
        is: 'return',
        value: node.argument
          ? machine.evaluate(node.argument, scope, module)
          : primitive(undefined, machine.at(node, module)),
      };
    case 'ThrowStatement':
      machine.evaluate(node.argument, scope, module);
      return { is: 'ends' };
    case 'IfStatement':
      return conditional(context, node);
    case 'BlockStatement':
      return execute(inner(context), node.body);
    case 'TryStatement':
      return attempted(context, node);
    case 'SwitchStatement':
      return switched(context, node);
    case 'BreakStatement':
      return { is: 'leaves', loop: 'break' };
    case 'ContinueStatement':
      return { is: 'leaves', loop: 'continue' };
    case 'LabeledStatement':
      return loopEnd(statement(context, node.body));
    case 'ExportNamedDeclaration':
      return node.declaration ? statement(context, node.declaration) : undefined;
    case 'ExportDefaultDeclaration':
      exported(context, node.declaration);
      return undefined;
    case 'TSExportAssignment':
      machine.exportWhole(module, machine.evaluate(node.expression, scope, module));
      return undefined;
    case 'TSEnumDeclaration':
      scope.names.set(node.id.name, { value: enumValue(context, node) });
      return undefined;
    default:
      return loop(context, node);
  }
}

function exported(context: Context, declaration: Node): void {
  const { machine, scope, module } = context;
  // A function of that name is known already.
  if (declaration.type === 'FunctionDeclaration' && declaration.id) return;
  if (declaration.type === 'ClassDeclaration' && declaration.id) {
    statement(context, declaration);
    return;
  }
  if (declaration.type === 'FunctionDeclaration') {
    const at = machine.at(declaration, module);
    machine.exportDefault(module, { is: 'function', node: declaration, scope, module, cells: new Map(), at });
    return;
  }
  machine.exportDefault(module, machine.evaluate(declaration, scope, module));
}

function declared(context: Context, node: Extract<Node, { type: 'VariableDeclaration' }>): void {
  const { machine, scope, module } = context;
  for (const { id, init } of node.declarations) {
    const value = init ? machine.evaluate(init, scope, module) : primitive(undefined, machine.at(id, module));
    if (!init && node.kind === 'var' && id.type === 'Identifier' && scope.names.has(id.name)) continue;
    machine.bind(id, value, { kind: node.kind === 'var' ? 'var' : 'lexical', scope, module });
  }
}

function enumValue({ machine, scope, module }: Context, node: TSEnumDeclaration): JsValue {
  let next = 0;
  const members = node.members.map((each): [string, JsValue] => {
    const name = keyOf({ key: each.id }) ?? '';
    const at = machine.at(each, module);
    const value = each.initializer ? machine.evaluate(each.initializer, scope, module) : primitive(next, at);
    if (value.is === 'primitive' && typeof value.value === 'number') next = value.value + 1;
    return [name, value];
  });
  return objectOf(members, machine.at(node, module));
}

// ---- conditions

function conditional(context: Context, node: Extract<Node, { type: 'IfStatement' }>): Completion | undefined {
  const { machine, scope, module } = context;
  const test = machine.evaluate(node.test, scope, module);
  const run = (branch: Statement | null | undefined) => () => (branch ? execute(inner(context), [branch]) : undefined);
  if (isEither(test)) {
    const ends = [run(node.consequent)(), run(node.alternate)()];
    return ends.every((end) => end) ? ends[0] : undefined;
  }
  switch (truthiness(test)) {
    case true: {
      const end = run(node.consequent)();
      // What a program refuses to start without is set elsewhere, such as in a dashboard: it is looked at as started.
      const refuses = end?.is === 'ends' && !node.alternate;
      return refuses && (exitsAsFailed(node.consequent) || lacksVariable(context, node.test)) ? undefined : end;
    }
    case false:
      return run(node.alternate)();
    case undefined:
      return machine.branch([run(node.consequent), run(node.alternate)]);
  }
}

/** Whether statements end with `process.exit(1)`, as behind `missing.length > 0`. */
function exitsAsFailed(node: Statement): boolean {
  if (node.type === 'BlockStatement') {
    const last = node.body.at(-1);
    return last !== undefined && exitsAsFailed(last);
  }
  if (node.type !== 'ExpressionStatement' || node.expression.type !== 'CallExpression') return false;
  const [code] = node.expression.arguments;
  return code?.type === 'NumericLiteral' && code.value !== 0;
}

/** Whether a condition asks for a variable that is not set: `!process.env.KEY`, `!key || !secret`, `key === undefined`. */
function lacksVariable(context: Context, test: Node): boolean {
  switch (test.type) {
    case 'UnaryExpression':
      return lacksVariable(context, test.argument);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return lacksVariable(context, test.left) || lacksVariable(context, test.right);
    case 'Identifier':
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      const value = context.machine.evaluate(test, context.scope, context.module);
      return value.is === 'primitive' && value.value === undefined && value.from.by === 'variable';
    }
    default:
      return false;
  }
}

function attempted(
  context: Context,
  { block, handler, finalizer }: Extract<Node, { type: 'TryStatement' }>,
): Completion | undefined {
  const { machine, module } = context;
  const { state } = machine;
  const main = (): Completion | undefined => execute(inner(context), block.body);
  let end = main();
  if (handler) {
    const there = inner(context);
    const caught = handler;
    const { within } = state;
    const failed = (): Completion | undefined => {
      state.within = [...within, 'catch'];
      const error = unknown('an error', machine.at(caught, module));
      if (caught.param) machine.bind(caught.param, error, { kind: 'lexical', scope: there.scope, module });
      const after = execute(there, caught.body.body);
      state.within = within;
      return after;
    };
    // What returns or throws in front of it is not reached by the handler, and the other way round.
    if (end?.is === 'ends') end = failed();
    else {
      const done = end;
      const joined = machine.branch([failed, () => done]);
      end = done ?? (joined?.is === 'ends' ? undefined : joined);
    }
  }
  return (finalizer ? execute(inner(context), finalizer.body) : undefined) ?? end;
}

function switched(context: Context, node: Extract<Node, { type: 'SwitchStatement' }>): Completion | undefined {
  const { machine, scope, module } = context;
  const subject = machine.evaluate(node.discriminant, scope, module);
  const there = inner(context);
  const from = (index: number) => () => {
    for (const { consequent } of node.cases.slice(index)) {
      const end = execute(there, consequent);
      if (end) return loopEnd(end);
    }
    return undefined;
  };
  const tests = node.cases.map(({ test }) => (test ? machine.evaluate(test, scope, module) : undefined));
  const allKnown = subject.is === 'primitive' && tests.every((test) => !test || test.is === 'primitive');
  if (!allKnown) {
    const every = node.cases.map((_, index) => from(index));
    return machine.branch(tests.includes(undefined) ? every : [...every, () => undefined]);
  }
  const hit = tests.findIndex((test) => test?.is === 'primitive' && test.value === subject.value);
  const index = hit === -1 ? tests.indexOf(undefined) : hit;
  return index === -1 ? undefined : from(index)();
}

// ---- loops

function loopEnd(end: Completion | undefined): Completion | undefined {
  return end?.is === 'leaves' ? undefined : end;
}

/** Most turns of a loop over a list that is known. */
const MAX_TURNS = 30;

function loop(context: Context, node: Node): Completion | undefined {
  const there = inner(context);
  const { machine, module } = context;
  const evaluate = (each: Node | null | undefined): JsValue => machine.evaluate(each, there.scope, module);
  switch (node.type) {
    case 'ForOfStatement':
      return over(there, node.left, evaluate(node.right), node.body, false);
    case 'ForInStatement':
      return over(there, node.left, evaluate(node.right), node.body, true);
    case 'ForStatement':
      if (node.init) statementOrExpression(there, node.init);
      return turns(there, node.test, node.body, node.update);
    case 'WhileStatement':
      return turns(there, node.test, node.body, undefined);
    case 'DoWhileStatement':
      return loopEnd(execute(there, [node.body]));
    default:
      return undefined;
  }
}

function statementOrExpression(context: Context, node: Node): void {
  if (node.type === 'VariableDeclaration') declared(context, node);
  else context.machine.evaluate(node, context.scope, context.module);
}

function turns(
  context: Context,
  test: Node | null | undefined,
  body: Statement,
  update: Node | null | undefined,
): Completion | undefined {
  const { machine, scope, module } = context;
  const is = test ? truthiness(machine.evaluate(test, scope, module)) : true;
  if (is === false) return undefined;
  const once = (): Completion | undefined => {
    const end = execute(inner(context), [body]);
    if (update) machine.evaluate(update, scope, module);
    return loopEnd(end);
  };
  return is === true ? once() : machine.branch([once, () => undefined]);
}

function over(context: Context, left: Node, list: JsValue, body: Statement, keys: boolean): Completion | undefined {
  const { machine, module } = context;
  const items = itemsOf(context, list, keys, left);
  const run = (item: JsValue) => () => {
    const there = inner(context);
    bindItem(there, left, item);
    return execute(there, [body]);
  };
  for (const item of items.known.slice(0, MAX_TURNS)) {
    const end = run(item)();
    if (end?.is === 'leaves' && end.loop === 'break') return undefined;
    if (end && end.is !== 'leaves') return end;
  }
  if (items.open === undefined) return undefined;
  return loopEnd(machine.branch([run(unknown(items.open, machine.at(left, module))), () => undefined]));
}

function itemsOf(
  { machine, module }: Context,
  list: JsValue,
  keys: boolean,
  node: Node,
): { known: readonly JsValue[]; open: string | undefined } {
  const at = machine.at(node, module);
  if (list.is === 'array') {
    return { known: keys ? list.items.map((_, index) => primitive(String(index), at)) : list.items, open: list.open };
  }
  if (keys && list.is === 'object' && !list.lookup) {
    return { known: [...list.cells.keys()].map((name) => primitive(name, at)), open: list.open };
  }
  return { known: [], open: 'what it goes over is not known' };
}

function bindItem(
  { machine, scope, module }: { machine: Context['machine']; scope: Scope; module: Context['module'] },
  left: Node,
  item: JsValue,
): void {
  const pattern = left.type === 'VariableDeclaration' ? left.declarations[0]?.id : left;
  if (!pattern) return;
  const kind = left.type === 'VariableDeclaration' ? 'lexical' : 'assign';
  machine.bind(pattern, item, { kind, scope, module });
}
