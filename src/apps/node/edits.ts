import type { Node } from '@babel/types';
import type { Module } from '../../code/modules.js';
import type { Path } from '../../code/walk.js';
import type { TextEdit } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { SocketEdits } from '../../model/socket.js';
import type { Value } from '../../model/value.js';
import type { Given } from './given.js';
import { keepAliveEdits } from './keep-alive-edits.js';
import type { Listening } from './listening.js';
import { addedProperty, insertion, pathAt } from './places.js';

/** The modules of a program, by file. */
type Modules = ReadonlyMap<string, Module>;

interface Known {
  host: Value<string>;
  port: Value<number>;
  keepAlive: Value<number>;
  given: Given;
  at: Location;
}

/** The edits that mend a socket, as far as its places allow. */
export function socketEdits(
  modules: Modules,
  listening: Listening,
  { host, port, keepAlive: time, given, at }: Known,
): SocketEdits {
  const hostEdit = literalEdit(modules, host, everyAddress) ?? addedHost(listening, given, host, at);
  const portEdit = literalEdit(modules, port, environmentPort);
  const isSet = time.is !== 'known' || time.from.by !== 'default';
  const keepAlive = isSet ? timeEdit(modules, time) : keepAliveEdits(listening);
  return { ...(hostEdit && { host: hostEdit }), ...(portEdit && { port: portEdit }), ...(keepAlive && { keepAlive }) };
}

/** What is written of a value. */
interface Written {
  at: Location;
  path: Path;
  text: string;
}

const SCRIPT = /\.[cm]?[jt]sx?$/;

/** Undefined where the value is not known, or not from a script. */
function writtenOf(modules: Modules, value: Value<string | number>): Written | undefined {
  if (value.is !== 'known' || value.from.by !== 'written' || !SCRIPT.test(value.at.file)) return undefined;
  const { at } = value;
  const module = modules.get(at.file);
  const path = module && pathAt(module, at.range);
  return path && { at, path, text: module.program.text.slice(at.range.start.offset, at.range.end.offset) };
}

/** Replaces a literal of a script by something else. */
function literalEdit(
  modules: Modules,
  value: Value<string | number>,
  replacement: (written: Written) => string,
): readonly TextEdit[] | undefined {
  const written = writtenOf(modules, value);
  if (!written || !isLiteral(written.path.node) || isConstant(written.path)) return undefined;
  return [{ at: written.at, text: replacement(written) }];
}

function isLiteral(node: Node): boolean {
  if (node.type === 'TemplateLiteral') return node.expressions.length === 0;
  return node.type === 'StringLiteral' || node.type === 'NumericLiteral';
}

/** Whether TypeScript takes a literal alone there: `8080 as const`, `<const>8080`, the value of an enum. */
function isConstant({ parent }: Path): boolean {
  if (parent?.node.type === 'TSAsExpression' || parent?.node.type === 'TSTypeAssertion') {
    const { typeAnnotation: type } = parent.node;
    return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const';
  }
  return parent?.node.type === 'TSEnumMember';
}

function everyAddress({ text }: Written): string {
  return text.startsWith('"') ? '"0.0.0.0"' : "'0.0.0.0'";
}

/** The port of the environment, with the literal behind it. TypeScript wants a number where there was one. */
function environmentPort({ at, path, text }: Written): string {
  const isTyped = /\.[cm]?tsx?$/.test(at.file) && path.node.type === 'NumericLiteral';
  const either = `${isTyped ? 'Number(process.env.PORT)' : 'process.env.PORT'} || ${text}`;
  return wantsBrackets(path) ? `(${either})` : either;
}

/** What binds closer than `||`, whichever side it stands on. */
const CLOSER = new Set([
  ...['BinaryExpression', 'UnaryExpression', 'AwaitExpression'],
  ...['TSAsExpression', 'TSSatisfiesExpression', 'TSTypeAssertion', 'TSNonNullExpression'],
]);

/** Whether an `||` would bind to what stands beside it: behind `??` it is not even allowed. */
function wantsBrackets({ node, key, parent }: Path): boolean {
  if (!parent || node.extra?.parenthesized === true) return false;
  const { node: around } = parent;
  if (around.type === 'LogicalExpression') return around.operator !== '||';
  return CLOSER.has(around.type) || (around.type === 'MemberExpression' && key === 'object');
}

/** Replaces a time in ms that is written as a number or a product of some. */
function timeEdit(modules: Modules, value: Value<number>): SocketEdits['keepAlive'] {
  const written = writtenOf(modules, value);
  // Some options count in seconds, and a product may go on outside of what is written here.
  if (!written || value.is !== 'known' || productOf(written.path.node) !== value.value) return undefined;
  return (milliseconds) => [{ at: written.at, text: String(milliseconds) }];
}

function productOf(node: Node): number | undefined {
  if (node.type === 'NumericLiteral') return node.value;
  if (node.type !== 'BinaryExpression' || node.operator !== '*') return undefined;
  const [left, right] = [productOf(node.left), productOf(node.right)];
  return left === undefined || right === undefined ? undefined : left * right;
}

/** A host where none is given and the default is a local one. */
function addedHost(
  { call, make, framework }: Listening,
  given: Given,
  host: Value<string>,
  at: Location,
): readonly TextEdit[] | undefined {
  const { module } = call;
  if (host.is !== 'known' || host.from.by !== 'default' || at.file !== module.file) return undefined;
  const own = framework.options === 'make' ? make : call;
  const [first, second] = own.nodes;
  if (given.options?.is === 'object' && given.options.at.file === module.file) {
    const object = pathAt(module, given.options.at.range)?.node;
    if (object?.type !== 'ObjectExpression') return undefined;
    return [addedProperty(module, object, `${framework.hostKeys[0] ?? 'host'}: '0.0.0.0'`)];
  }
  // `listen(port)` and `listen(port, callback)`: the host comes second.
  const isCallback = second?.type.includes('Function');
  if (!first || given.options || (second && !isCallback) || /Function|Spread/.test(first.type)) return undefined;
  return [insertion(module, first.end ?? 0, ", '0.0.0.0'")];
}
