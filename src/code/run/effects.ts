import type { CallExpression, NewExpression, Node, OptionalCallExpression } from '@babel/types';
import { constructBase, initialiseFields } from './classes.js';
import { logical, type Context } from './expressions.js';
import type { CallPlace } from './machine.js';
import { binary, reason } from './operators.js';
import { find, selfOf } from './scope.js';
import { isNullish, primitive, unknown, type JsValue } from './values.js';

type Access = Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>;
type Assignment = Extract<Node, { type: 'AssignmentExpression' }>;

/** Expressions that read or change state, or call; undefined for others. */
export function effect(context: Context, node: Node): JsValue | undefined {
  const { machine, scope, module } = context;
  switch (node.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return access(context, node, machine.evaluate(node.object, scope, module));
    case 'CallExpression':
    case 'OptionalCallExpression':
      return called(context, node);
    case 'NewExpression': {
      const callee = machine.evaluate(node.callee, scope, module);
      const { args, open } = argumentsOf(context, node);
      return machine.construct(callee, args, { ...placeOf(context, node), open });
    }
    case 'TaggedTemplateExpression':
      return machine.call(machine.evaluate(node.tag, scope, module), [], {
        ...placeOf(context, node),
        nodes: [],
        open: true,
      });
    case 'ImportExpression':
      return imported(context, node.source, node);
    case 'AssignmentExpression':
      return assigned(context, node);
    case 'UpdateExpression': {
      const before = machine.evaluate(node.argument, scope, module);
      const one = primitive(1, machine.at(node, module));
      const after = binary(node.operator === '++' ? '+' : '-', before, one, machine.at(node, module));
      machine.bind(node.argument, after, { kind: 'assign', scope, module });
      return node.prefix ? after : before;
    }
    default:
      return undefined;
  }
}

function placeOf(
  { machine, module }: Context,
  node: CallExpression | OptionalCallExpression | NewExpression | Node,
): CallPlace {
  const nodes = 'arguments' in node ? node.arguments : [];
  return { at: machine.at(node, module), node, nodes, module };
}

// ---- properties

function access(context: Context, node: Access, object: JsValue): JsValue {
  const { machine, module } = context;
  const at = machine.at(node, module);
  if (node.type === 'OptionalMemberExpression' && isNullish(object) === true) return primitive(undefined, at);
  const name = nameOf(context, node);
  return name === undefined ? unknown('the name of a property is not known', at) : machine.member(object, name, at);
}

function nameOf({ machine, scope, module }: Context, node: Access): string | undefined {
  if (!node.computed) {
    if (node.property.type === 'Identifier') return node.property.name;
    return node.property.type === 'PrivateName' ? `#${node.property.id.name}` : undefined;
  }
  const key = machine.evaluate(node.property, scope, module);
  return key.is === 'primitive' ? String(key.value) : undefined;
}

function assigned(context: Context, { left, right, operator }: Assignment): JsValue {
  const { machine, scope, module } = context;
  const value = assignedValue(context, left, right, operator);
  machine.bind(left, value, { kind: 'assign', scope, module });
  return value;
}

function assignedValue(context: Context, left: Node, right: Node, operator: string): JsValue {
  const { machine, scope, module } = context;
  if (operator === '=') return machine.evaluate(right, scope, module);
  const before = machine.evaluate(left, scope, module);
  const own = operator.slice(0, -1);
  if (own === '||' || own === '&&' || own === '??') return logical(context, own, before, right);
  return binary(own, before, machine.evaluate(right, scope, module), machine.at(right, module));
}

// ---- calls

function argumentsOf(
  { machine, scope, module }: Context,
  node: CallExpression | OptionalCallExpression | NewExpression,
): { args: readonly JsValue[]; open: boolean } {
  const args: JsValue[] = [];
  let open = false;
  for (const each of node.arguments) {
    const value = machine.evaluate(each, scope, module);
    if (each.type !== 'SpreadElement') args.push(value);
    else if (value.is === 'array' && value.open === undefined) args.push(...value.items);
    else open = true;
    if (open) break;
  }
  return { args, open };
}

function called(context: Context, node: CallExpression | OptionalCallExpression): JsValue {
  const { machine, scope, module } = context;
  const { callee } = node;
  const place = placeOf(context, node);
  if (callee.type === 'Import') return imported(context, node.arguments[0], node);
  if (callee.type === 'Super') return superCall(context, node);
  const self = receiver(context, callee);
  const target = self ? memberOf(context, callee, self) : machine.evaluate(callee, scope, module);
  if (node.type === 'OptionalCallExpression' && isNullish(target) === true) return primitive(undefined, place.at);
  const { args, open } = argumentsOf(context, node);
  return machine.call(target, args, { ...place, open, self });
}

/** What a method is called on. */
function receiver({ machine, scope, module }: Context, callee: Node): JsValue | undefined {
  if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') return undefined;
  // Methods of the class above run on the same object.
  if (callee.object.type === 'Super') return selfOf(scope);
  return machine.evaluate(callee.object, scope, module);
}

function memberOf(context: Context, callee: Node, self: JsValue): JsValue {
  const { machine, module } = context;
  const at = machine.at(callee, module);
  if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') return unknown('a call', at);
  if (callee.object.type !== 'Super') return access(context, callee, self);
  const name = nameOf(context, callee);
  const base = homeOf(context)?.base;
  if (name === undefined || !base) return unknown('a method of the class above is not known', at);
  if (base.is !== 'class')
    return self.is === 'object' && self.base ? machine.member(self.base, name, at) : unknown(reason(base), at);
  const method = base.methods.get(name);
  return method
    ? {
        is: 'function',
        node: method.node,
        scope: base.scope,
        module: base.module,
        self,
        home: base,
        cells: new Map(),
        at,
      }
    : machine.member(self, name, at);
}

function homeOf({ scope }: Context): Context['scope']['home'] {
  for (let each: Context['scope'] | undefined = scope; each; each = each.parent) if (each.home) return each.home;
  return undefined;
}

function superCall(context: Context, node: CallExpression | OptionalCallExpression): JsValue {
  const { machine, scope } = context;
  const self = selfOf(scope);
  const home = homeOf(context);
  const { args, open } = argumentsOf(context, node);
  if (self?.is === 'object' && home?.base) {
    constructBase(machine, home.base, self, args, { ...placeOf(context, node), open });
    initialiseFields(machine, home, self);
  }
  return primitive(undefined, machine.at(node, context.module));
}

function imported({ machine, scope, module }: Context, source: Node | undefined, node: Node): JsValue {
  const specifier = machine.evaluate(source, scope, module);
  const at = machine.at(node, module);
  if (specifier.is === 'primitive' && typeof specifier.value === 'string') {
    return machine.request(specifier.value, module, at, 'import');
  }
  return unknown('what is imported depends on a value', at);
}

/** Whether a statement's expression ends the process. */
export function endsProcess({ scope }: Context, node: Node): boolean {
  const inner = node.type === 'AwaitExpression' ? node.argument : node;
  if (inner.type !== 'CallExpression' || inner.callee.type !== 'MemberExpression') return false;
  const { object, property } = inner.callee;
  const isProcess = object.type === 'Identifier' && /^(?:process|Deno|Bun)$/.test(object.name);
  return isProcess && property.type === 'Identifier' && property.name === 'exit' && !find(scope, 'process');
}
