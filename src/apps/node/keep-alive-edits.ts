import type { Node } from '@babel/types';
import type { Module } from '../../code/modules.js';
import type { Path } from '../../code/walk.js';
import type { TextEdit } from '../../model/finding.js';
import type { KeepAliveFix } from './frameworks.js';
import type { Listening } from './listening.js';
import { addedOption } from './option-edits.js';
import { freeName, insertion, statementOf, type KeepAliveEdits } from './places.js';

/** Edits in the first of a server's ways that the text of its program allows. */
export function keepAliveEdits(listening: Listening): KeepAliveEdits | undefined {
  for (const fix of listening.framework.keepAliveFix) {
    const edits = editsBy(fix, listening);
    if (edits) return edits;
  }
  return undefined;
}

function editsBy(fix: KeepAliveFix, listening: Listening): KeepAliveEdits | undefined {
  if (fix === 'option') return addedOption(listening);
  const { module, node } = listening.call;
  const statement = statementOf(module, node);
  if (!statement) return undefined;
  if (typeof fix === 'object') return onProperty(fix, module, statement, listening);
  const isPromise = fix === 'promised';
  const isServer = listening.framework.title.startsWith('Node ');
  const name =
    (isServer ? calledOn(module, statement, listening) : undefined) ??
    resultName(module, statement, listening, isPromise);
  return name === undefined
    ? namedResult(module, statement, listening, isPromise, '')
    : (milliseconds) => [statementsAfter(module, statement.node, name, milliseconds)];
}

/** `server.listener.keepAliveTimeout = …`, on what the method that listens is called on. */
function onProperty(
  { property, gives }: Exclude<KeepAliveFix, string>,
  module: Module,
  statement: Path,
  listening: Listening,
): KeepAliveEdits | undefined {
  const own = calledOn(module, statement, listening);
  const name = own ?? (gives ? resultName(module, statement, listening, false) : undefined);
  if (name === undefined) return gives ? namedResult(module, statement, listening, false, `.${property}`) : undefined;
  return (milliseconds) => [statementsAfter(module, statement.node, `${name}.${property}`, milliseconds)];
}

/** Names what an expression that listens gives, which stands alone as a statement. */
function namedResult(
  module: Module,
  { node: statement }: Path,
  { call }: Listening,
  isPromise: boolean,
  member: string,
): KeepAliveEdits | undefined {
  if (statement.type !== 'ExpressionStatement' || !isResult(statement.expression, call.node, isPromise))
    return undefined;
  const name = freeName(module);
  const { start } = statement;
  if (name === undefined || typeof start !== 'number') return undefined;
  return (milliseconds) => [
    insertion(module, start, `const ${name} = `),
    statementsAfter(module, statement, `${name}${member}`, milliseconds),
  ];
}

/** How much longer the headers of a request may take than the next request, in ms. */
const HEADERS_LATER = 5_000;

function statementsAfter(module: Module, statement: Node, name: string, milliseconds: number): TextEdit {
  const { text } = module.program;
  const end = statement.end ?? 0;
  const lineStart = text.lastIndexOf('\n', (statement.start ?? 0) - 1) + 1;
  const [indent = ''] = /^[ \t]*/.exec(text.slice(lineStart)) ?? [];
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const close = text.charAt(end - 1) === ';' ? ';' : '';
  const lines = [
    `${name}.keepAliveTimeout = ${String(milliseconds)}${close}`,
    `${name}.headersTimeout = ${String(milliseconds + HEADERS_LATER)}${close}`,
  ];
  // What is said of the statement behind it stays with it.
  const [comment = ''] = /^[ \t]*\/\/[^\r\n]*/.exec(text.slice(end)) ?? [];
  return insertion(module, end + comment.length, lines.map((line) => `${newline}${indent}${line}`).join(''));
}

/** The name of what a statement keeps of a call: `const server = …`, `this.server = …`. */
function resultName({ program }: Module, { node }: Path, { call }: Listening, isPromise: boolean): string | undefined {
  const statement = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
  if (statement?.type === 'VariableDeclaration') {
    const [only, other] = statement.declarations;
    const isOnly = only?.init && !other && isResult(only.init, call.node, isPromise);
    return isOnly && only.id.type === 'Identifier' ? only.id.name : undefined;
  }
  const expression = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (expression?.type !== 'AssignmentExpression' || expression.operator !== '=') return undefined;
  return isResult(expression.right, call.node, isPromise) ? nameIn(program.text, expression.left) : undefined;
}

/** The name of what the method is called on, in a statement that does no more than that. */
function calledOn({ program }: Module, { node: statement }: Path, { call }: Listening): string | undefined {
  if (statement.type !== 'ExpressionStatement' && statement.type !== 'VariableDeclaration') return undefined;
  const { node } = call;
  if (statement.type === 'ExpressionStatement' && !isAlone(statement.expression, node)) return undefined;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  return nameIn(program.text, node.callee.object);
}

/** Whether an expression is this call, awaited or not, or what is done with its promise. */
function isAlone(expression: Node, call: Node): boolean {
  if (expression === call) return true;
  if (expression.type === 'AwaitExpression') return isAlone(expression.argument, call);
  if (expression.type === 'UnaryExpression')
    return expression.operator === 'void' && isAlone(expression.argument, call);
  if (expression.type !== 'CallExpression' || expression.callee.type !== 'MemberExpression') return false;
  const { object, property } = expression.callee;
  const isChain = property.type === 'Identifier' && ['then', 'catch', 'finally'].includes(property.name);
  return isChain && isAlone(object, call);
}

/** Whether an expression gives what a call gives, or promises. */
function isResult(expression: Node, call: Node, isPromise: boolean): boolean {
  if (expression.type === 'AwaitExpression') return expression.argument === call;
  return !isPromise && expression === call;
}

/** `server`, `this.server`. */
function nameIn(text: string, node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  const isOwn = node.type === 'MemberExpression' && !node.computed && node.object.type === 'ThisExpression';
  return isOwn ? text.slice(node.start ?? 0, node.end ?? 0) : undefined;
}
