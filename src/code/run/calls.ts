import type { CallPlace, LaterPlace, Machine } from './machine.js';
import { reason } from './operators.js';
import { newScope } from './scope.js';
import { callPlace } from './methods.js';
import {
  alternatives,
  external,
  objectOf,
  oneOf,
  onlyPerhaps,
  pathOfExternal,
  primitive,
  textIn,
  unknown,
  type Call,
  type External,
  type FunctionValue,
  type JsValue,
  type UnknownValue,
} from './values.js';

/** Deepest chain of calls that is followed, and how often one function may stand in it. */
const MAX_DEPTH = 60;
const MAX_RECURSION = 3;

/** Calls a value. */
export function call(machine: Machine, callee: JsValue, args: readonly JsValue[], how: CallPlace): JsValue {
  switch (callee.is) {
    case 'function':
      return invoke(machine, callee, args, how);
    case 'intrinsic':
      return callee.apply(args, how.at);
    case 'oneOf': {
      const results: JsValue[] = [];
      machine.branch(
        callee.values.map((each) => () => {
          results.push(machine.call(each, args, how));
          return undefined;
        }),
      );
      return oneOf(results, how.at);
    }
    case 'external':
      return callExternal(machine, callee, args, { ...how, constructs: false });
    case 'unknown':
      return record(machine, callee, args, { ...how, constructs: false });
    default:
      return unknown('what is called is no function', how.at);
  }
}

/** Runs a function of the program. */
function invoke(machine: Machine, callee: FunctionValue, given: readonly JsValue[], how: CallPlace): JsValue {
  const { state } = machine;
  const { node, module } = callee;
  if (!machine.step(() => how.at) || state.running.length >= MAX_DEPTH) {
    return unknown('the program calls too deep', how.at);
  }
  if (state.running.filter((each) => each === node).length >= MAX_RECURSION) {
    return unknown('a function calls itself', how.at);
  }
  const args = [...(callee.bound ?? []), ...given];
  const scope = newScope(callee.scope, true);
  if (node.type !== 'ArrowFunctionExpression') {
    const self = callee.self ?? how.self;
    if (self) scope.self = self;
    scope.names.set('arguments', { value: { is: 'array', items: args, at: how.at } });
  }
  if (callee.home) scope.home = callee.home;
  const { stack, returns } = state;
  state.running.push(node);
  state.stack = [...stack, { at: how.at, words: `calls ${nameOf(callee)}` }];
  returns.push([]);
  for (const [index, param] of node.params.entries()) {
    const value: JsValue =
      param.type === 'RestElement'
        ? { is: 'array', items: args.slice(index), at: how.at }
        : (args[index] ??
          (how.open === true ? unknown('an argument is not known', how.at) : primitive(undefined, how.at)));
    machine.bind(param, value, { kind: 'lexical', scope, module });
  }
  const result = bodyResult(machine, callee, scope);
  const values = [...(returns.pop() ?? []), ...(result ? [result] : [])];
  state.running.pop();
  state.stack = stack;
  return values.length === 0 ? unknown('it does not return', how.at) : oneOf(values, how.at);
}

/** What the end of a function's body gives; undefined where it is not reached. */
function bodyResult(
  machine: Machine,
  { node, module }: FunctionValue,
  scope: FunctionValue['scope'],
): JsValue | undefined {
  if (node.body.type !== 'BlockStatement') return machine.evaluate(node.body, scope, module);
  const end = machine.execute(node.body.body, scope, module);
  if (end?.is === 'return') return end.value;
  return end?.is === 'ends' ? undefined : primitive(undefined, machine.at(node, module));
}

function nameOf({ node }: FunctionValue): string {
  if ('id' in node && node.id) return `${node.id.name}()`;
  if ('key' in node && node.key.type === 'Identifier') return `${node.key.name}()`;
  return 'a function';
}

// ---- outside of the program

interface ExternalPlace extends CallPlace {
  constructs: boolean;
}

/** Calls something of a package. */
function callExternal(machine: Machine, callee: External, args: readonly JsValue[], how: ExternalPlace): JsValue {
  const { origin } = callee;
  const method = origin.by === 'member' ? origin.name : '';
  if (origin.by === 'member' && !how.constructs) {
    const promise = settled(machine, origin.of, method, args, how);
    if (promise) return promise;
    if (origin.of.origin.by === 'global' && origin.of.origin.name === 'console') return primitive(undefined, how.at);
  }
  return modelled(machine, callee, args, how) ?? record(machine, callee, args, how);
}

/** What a promise gives, or a function called in another way. */
function settled(
  machine: Machine,
  on: External,
  method: string,
  args: readonly JsValue[],
  how: CallPlace,
): JsValue | undefined {
  const [first, second] = args;
  switch (method) {
    case 'then':
      return first ? machine.call(first, [on], callPlace(machine, how.at)) : on;
    case 'catch': {
      const { within, stack, branches } = machine.state;
      const place = { conditional: true, branches: onlyPerhaps(branches), within: [...within, 'catch'], stack };
      if (first) machine.later(first, undefined, { ...how, ...place });
      return on;
    }
    case 'finally':
      if (first) machine.call(first, [], how);
      return on;
    case 'bind':
      return on.origin.by === 'member' ? on : undefined;
    case 'call':
      return on.origin.by === 'member' ? machine.call(on, args.slice(1), how) : undefined;
    case 'apply':
      return on.origin.by === 'member' && second?.is === 'array' ? machine.call(on, second.items, how) : undefined;
    default:
      return undefined;
  }
}

function modelled(
  machine: Machine,
  callee: External,
  args: readonly JsValue[],
  { constructs, at, module }: ExternalPlace,
): JsValue | undefined {
  const path = pathOfExternal(callee);
  const on = path === undefined ? behindCall(callee) : undefined;
  for (const library of machine.libraries) {
    const result = library({ callee, path, on, args, constructs, at, module }, machine);
    if (result) return result;
  }
  return undefined;
}

/** The call whose result a method is called on, and the names between. */
function behindCall(callee: External): { call: Call; names: readonly string[] } | undefined {
  const names: string[] = [];
  let each = callee;
  while (each.origin.by === 'member') {
    names.unshift(each.origin.name);
    each = each.origin.of;
  }
  return each.origin.by === 'call' ? { call: each.origin.call, names } : undefined;
}

/** Events after which a program has failed or is about to end. */
const ENDING = new Set([
  ...['error', 'uncaughtException', 'unhandledRejection', 'uncaughtExceptionMonitor', 'clientError', 'warning'],
  ...['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGUSR2', 'exit', 'beforeExit', 'close', 'disconnect', 'end'],
]);

/** Most calls that are kept. */
const MAX_CALLS = 50_000;

/** Notes a call, and lets the functions that it is given run later. */
function record(
  machine: Machine,
  callee: External | UnknownValue,
  args: readonly JsValue[],
  how: ExternalPlace,
): JsValue {
  const { state, calls } = machine;
  const { conditional, branches, within, stack } = state;
  const { at, node, nodes, module, constructs, open = false } = how;
  const recorded = { callee, constructs, args, nodes, open, at, node, module, conditional, branches, within, stack };
  const result = resultOf(recorded, at);
  if (calls.length < MAX_CALLS && result.origin.by === 'call') calls.push(result.origin.call);
  const name = callee.is === 'external' && callee.origin.by === 'member' ? callee.origin.name : '';
  const event = textIn(args[0]);
  const ends = (event !== undefined && ENDING.has(event)) || name === 'catch';
  const inside = event !== undefined && name !== '' ? `${name}('${event}')` : `${name}()`;
  const place: LaterPlace = {
    ...how,
    conditional: conditional || ends,
    branches: ends ? onlyPerhaps(branches) : branches,
    within: [...within, inside],
    stack,
  };
  // What answers a request runs when the program has long begun, and is most of a large one.
  if (!answersRequests(name, args)) for (const arg of args) laterIn(machine, arg, place, 2);
  return result;
}

const ROUTING = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all', 'del', 'use']);

/** `router.get('/path', handler)` and `app.use(middleware)`. */
function answersRequests(method: string, [first]: readonly JsValue[]): boolean {
  if (!ROUTING.has(method)) return false;
  const path = textIn(first);
  if (path !== undefined) return /^[/*:]/.test(path);
  return method === 'use' && first?.is === 'function' && first.node.params.length > 1;
}

function resultOf(call: Omit<Call, 'result'>, at: Call['at']): External {
  const result = external({ by: 'global', name: '' }, at);
  result.origin = { by: 'call', call: { ...call, result } };
  return result;
}

/** Functions in an argument, in a list or object of them, too, may be called. */
function laterIn(machine: Machine, value: JsValue, place: LaterPlace, depth: number): void {
  for (const each of alternatives(value)) if (each.is === 'function') machine.later(each, undefined, place);
  if (depth === 0) return;
  if (value.is === 'array') for (const each of value.items) laterIn(machine, each, place, depth - 1);
  if (value.is === 'object')
    for (const { value: each } of value.cells.values()) laterIn(machine, each, place, depth - 1);
}

// ---- new

/** Calls a value with `new`. */
export function construct(machine: Machine, callee: JsValue, args: readonly JsValue[], how: CallPlace): JsValue {
  switch (callee.is) {
    case 'class':
      return machine.instantiate(callee, args, how);
    case 'external':
      return callExternal(machine, callee, args, { ...how, constructs: true });
    case 'unknown':
      return record(machine, callee, args, { ...how, constructs: true });
    case 'function':
      return constructed(machine, callee, args, how);
    case 'intrinsic':
      return callee.name === 'Promise' ? promised(machine, args, how) : unknown(reason(callee), how.at);
    case 'oneOf':
      return oneOf(
        callee.values.map((each) => machine.construct(each, args, how)),
        how.at,
      );
    default:
      return unknown('what is called is no class', how.at);
  }
}

/** A function with a `prototype`, as classes were written before there were any. */
function constructed(machine: Machine, callee: FunctionValue, args: readonly JsValue[], how: CallPlace): JsValue {
  const prototype = callee.cells.get('prototype')?.value;
  const object = objectOf([], how.at);
  object.lookup = (name) => {
    const method = prototype?.is === 'object' ? prototype.cells.get(name)?.value : undefined;
    return method?.is === 'function' ? { ...method, self: object } : method;
  };
  const { node, scope, module, cells, at } = callee;
  const result = machine.call({ is: 'function', node, scope, module, cells, at }, args, { ...how, self: object });
  return result.is === 'object' ? result : object;
}

/** `new Promise((resolve) => …)`: what it is resolved with. */
function promised(machine: Machine, [executor]: readonly JsValue[], how: CallPlace): JsValue {
  const cell: { value: JsValue } = { value: unknown('a promise is resolved later', how.at) };
  const resolve: JsValue = {
    is: 'intrinsic',
    name: 'resolve',
    cells: new Map(),
    at: how.at,
    apply: ([value], at) => {
      machine.write(cell, value ?? primitive(undefined, at));
      return primitive(undefined, at);
    },
  };
  if (executor) machine.call(executor, [resolve, unknown('reject', how.at)], how);
  return cell.value;
}
