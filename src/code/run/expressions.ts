import type { Node, ObjectExpression, TemplateLiteral } from '@babel/types';
import type { Location } from '../../model/location.js';
import { keyOf, textOf } from '../literals.js';
import type { Module } from '../modules.js';
import { copyOver } from './copying.js';
import { globalValue } from './globals.js';
import type { Machine } from './machine.js';
import { binary, instead, reason, unary } from './operators.js';
import { find, selfOf } from './scope.js';
import {
  alternatives,
  external,
  intrinsic,
  isEither,
  isNullish,
  objectOf,
  oneOf,
  primitive,
  truthiness,
  unknown,
  type FunctionValue,
  type JsValue,
  type Scope,
} from './values.js';

/** What the evaluation of one node needs besides the node. */
export interface Context {
  machine: Machine;
  scope: Scope;
  module: Module;
}

/** What an expression comes to, calls left out. */
export function expression(context: Context, node: Node): JsValue {
  const { machine, scope, module } = context;
  const at = (): Location => machine.at(node, module);
  const evaluate = (inner: Node | null | undefined): JsValue => machine.evaluate(inner, scope, module);
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return primitive(node.value, at());
    case 'NullLiteral':
      return primitive(null, at());
    case 'BigIntLiteral':
      return primitive(Number(node.value), at());
    case 'TemplateLiteral':
      return template(context, node);
    case 'Identifier':
      return named(context, node.name, node);
    case 'ThisExpression':
      return selfOf(scope) ?? find(scope, 'exports')?.value ?? primitive(undefined, at());
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return {
        is: 'function',
        node,
        scope,
        module,
        cells: new Map(),
        at: at(),
        ...(scope.home && { home: scope.home }),
      };
    case 'ObjectExpression':
      return objectLiteral(context, node);
    case 'ArrayExpression':
      return arrayLiteral(context, node.elements, node);
    case 'UnaryExpression':
      return unary(node.operator, evaluate(node.argument), at(), machine.runtime);
    case 'BinaryExpression':
      return binary(node.operator, evaluate(node.left), evaluate(node.right), at());
    case 'LogicalExpression':
      return logical(context, node.operator, evaluate(node.left), node.right);
    case 'ConditionalExpression':
      return conditional(context, node);
    case 'SequenceExpression':
      return node.expressions.map(evaluate).at(-1) ?? primitive(undefined, at());
    case 'AwaitExpression':
    case 'YieldExpression':
    case 'SpreadElement':
      return evaluate(node.argument);
    case 'TSInstantiationExpression':
      return evaluate(node.expression);
    case 'MetaProperty':
      return importMeta(context, node);
    default:
      return unknown('an expression of this kind is not followed', at());
  }
}

/** The value of a name. */
function named(context: Context, name: string, node: Node): JsValue {
  const { machine, scope, module } = context;
  const cell = find(scope, name);
  if (cell) return cell.value;
  const at = machine.at(node, module);
  // A bundle of webpack's has the loader's own under another name.
  if (name === 'require' || name === '__non_webpack_require__') return requireOf(machine, module);
  return globalValue(machine, name, at) ?? external({ by: 'global', name }, at);
}

/** `require`, with `require.main`. */
export function requireOf(machine: Machine, module: Module): JsValue {
  const at = machine.at(module.program.ast.program, module);
  return intrinsic(
    'require',
    at,
    ([specifier], place) => {
      if (specifier?.is === 'path') return machine.request(`/${specifier.path}`, module, place, 'require');
      return specifier?.is === 'primitive' && typeof specifier.value === 'string'
        ? machine.request(specifier.value, module, place, 'require')
        : unknown('what is required depends on a value', place);
    },
    (name, place) => (name === 'main' ? machine.mainModule() : unknown('it depends on the loader', place)),
  );
}

function importMeta({ machine, module }: Context, node: Node): JsValue {
  const at = machine.at(node, module);
  const folder = module.file.slice(0, Math.max(module.file.lastIndexOf('/'), 0));
  return {
    ...objectOf(
      [
        ['url', { is: 'path', path: module.file, as: 'address', at }],
        ['filename', { is: 'path', path: module.file, as: 'path', at }],
        ['dirname', { is: 'path', path: folder, as: 'path', at }],
        ['main', isMain(machine, module, at)],
      ],
      at,
    ),
    open: 'a build sets it',
  };
}

/** Node has it from 24.2 on (https://nodejs.org/api/esm.html#importmetamain); Bun and Deno always had it. */
function isMain({ program, runtime }: Machine, module: Module, at: Location): JsValue {
  const is = module === program.entry;
  return is && runtime === 'Node' ? unknown('Node has `import.meta.main` from 24.2 on', at) : primitive(is, at);
}

// ---- text

function template({ machine, scope, module }: Context, node: TemplateLiteral): JsValue {
  const at = machine.at(node, module);
  const text = textOf(node);
  if (text !== undefined) return primitive(text, at);
  const values = node.expressions.map((each) => machine.evaluate(each, scope, module));
  const [only] = values;
  const [before, after] = node.quasis.map(({ value }) => value.cooked ?? '');
  // `file://${process.argv[1]}` is the address of that file.
  if (only?.is === 'path' && values.length === 1 && after === '' && (before === 'file://' || before === '')) {
    return before === '' ? only : { ...only, as: 'address' };
  }
  let result: JsValue = primitive(before ?? '', at);
  for (const [index, value] of values.entries()) {
    const rest = primitive(node.quasis[index + 1]?.value.cooked ?? '', at);
    result = binary('+', binary('+', result, value, at), rest, at);
  }
  // `${port}` alone is that value, with its place.
  const isAlone = values.length === 1 && before === '' && after === '';
  return isAlone && only?.is === 'primitive' ? { ...only, value: String(only.value) } : result;
}

// ---- objects and lists

function objectLiteral(context: Context, node: ObjectExpression): JsValue {
  const { machine, scope, module } = context;
  const at = machine.at(node, module);
  const object = objectOf([], at);
  const getters: [string, FunctionValue][] = [];
  for (const each of node.properties) {
    if (each.type === 'SpreadElement') {
      const from = machine.evaluate(each.argument, scope, module);
      copyOver(object, from, machine.at(each, module), (name, value) => object.cells.set(name, { value }));
      continue;
    }
    const name = each.computed ? computedName(context, each.key) : (keyOf(each) ?? numericName(each.key));
    const value: JsValue =
      each.type === 'ObjectMethod'
        ? { is: 'function', node: each, scope, module, cells: new Map(), at: machine.at(each.key, module) }
        : machine.evaluate(each.value, scope, module);
    if (name === undefined) object.open = 'the name of a property is not known';
    else if (each.type === 'ObjectMethod' && each.kind === 'get' && value.is === 'function')
      getters.push([name, value]);
    else object.cells.set(name, { value });
  }
  for (const [name, getter] of getters) {
    const place = { at: getter.at, node, nodes: [], module, self: object };
    object.cells.set(name, { value: machine.call(getter, [], place) });
  }
  return object;
}

function numericName(key: Node): string | undefined {
  return key.type === 'NumericLiteral' ? String(key.value) : undefined;
}

function computedName({ machine, scope, module }: Context, key: Node): string | undefined {
  const value = machine.evaluate(key, scope, module);
  return value.is === 'primitive' ? String(value.value) : undefined;
}

function arrayLiteral({ machine, scope, module }: Context, elements: readonly (Node | null)[], node: Node): JsValue {
  const at = machine.at(node, module);
  const items: JsValue[] = [];
  let open: string | undefined;
  for (const each of elements) {
    const value = machine.evaluate(each, scope, module);
    if (each?.type !== 'SpreadElement') items.push(value);
    else if (value.is === 'array') {
      items.push(...value.items);
      open ??= value.open;
    } else open ??= reason(value);
  }
  return { is: 'array', items, at, ...(open !== undefined && { open }) };
}

// ---- conditions

/** `a || b`, `a && b`, `a ?? b`: the right side runs only where it is needed. */
export function logical(context: Context, operator: string, left: JsValue, right: Node): JsValue {
  const { machine, scope, module } = context;
  const needsRight = (value: JsValue): boolean | undefined => {
    if (operator === '??') return isNullish(value);
    const is = truthiness(value);
    return operator === '||' && is !== undefined ? !is : is;
  };
  const needed = alternatives(left).map(needsRight);
  if (needed.every((each) => each === false)) return left;
  if (isEither(left)) return oneOf([left, machine.evaluate(right, scope, module)], machine.at(right, module));
  if (needed.every((each) => each === true)) {
    const value = machine.evaluate(right, scope, module);
    return operator === '&&' ? value : instead(value, left);
  }
  const kept = alternatives(left).filter((_, index) => needed[index] !== true);
  const at = machine.at(right, module);
  let other: JsValue | undefined;
  machine.branch([
    () => {
      other = machine.evaluate(right, scope, module);
      return undefined;
    },
    () => undefined,
  ]);
  return oneOf([...kept, ...(other ? [other] : [])], at);
}

function conditional(context: Context, node: Extract<Node, { type: 'ConditionalExpression' }>): JsValue {
  const { machine, scope, module } = context;
  const test = machine.evaluate(node.test, scope, module);
  const is = truthiness(test);
  if (is === true) return machine.evaluate(node.consequent, scope, module);
  if (is === false) return instead(machine.evaluate(node.alternate, scope, module), test);
  if (isEither(test)) {
    const both = [node.consequent, node.alternate].map((each) => machine.evaluate(each, scope, module));
    return oneOf(both, machine.at(node, module));
  }
  const values: JsValue[] = [];
  const run = (branch: Node) => () => {
    values.push(machine.evaluate(branch, scope, module));
    return undefined;
  };
  machine.branch([run(node.consequent), run(node.alternate)]);
  return oneOf(values, machine.at(node, module));
}
