import type { Node } from '@babel/types';
import type { Module } from '../../code/modules.js';
import { walk, type Path } from '../../code/walk.js';
import type { TextEdit } from '../../model/finding.js';
import type { Listening } from './listening.js';

/** A module with its text. */
interface Source {
  module: Module;
  text: string;
}

/** Edits that make a server keep idle connections for so many ms, where it has a name or can be given one. */
export function keepAliveEdits(
  source: Source,
  listening: Listening,
): ((milliseconds: number) => readonly TextEdit[]) | undefined {
  const { framework, call, make } = listening;
  if (framework.title === 'Fastify') return fastifyOption(source, listening);
  if (!RETURNING.has(framework.title) || make.module.file !== call.module.file) return undefined;
  const statement = statementOf(source.module, call.node);
  if (!statement) return undefined;
  const named = serverName(statement, listening);
  if (named !== undefined) return (milliseconds) => [statementsAfter(source, statement.node, named, milliseconds)];
  if (statement.node.type !== 'ExpressionStatement' || !isWhole(statement.node.expression, call.node)) return undefined;
  const name = freeName(source.module);
  const { start } = statement.node;
  if (name === undefined || typeof start !== 'number') return undefined;
  return (milliseconds) => [
    insertion(source.module, start, `const ${name} = `),
    statementsAfter(source, statement.node, name, milliseconds),
  ];
}

/** Servers whose `listen` gives the http server. */
const RETURNING = new Set(['Node http', 'Node https', 'Express', 'Koa', 'Connect', 'Feathers', 'Nest']);

/** How much longer the headers of a request may take than the next request, in ms. */
const HEADERS_LATER = 5_000;

function statementsAfter({ module, text }: Source, statement: Node, name: string, milliseconds: number): TextEdit {
  const end = statement.end ?? 0;
  const lineStart = text.lastIndexOf('\n', (statement.start ?? 0) - 1) + 1;
  const [indent = ''] = /^[ \t]*/.exec(text.slice(lineStart)) ?? [];
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const close = text.charAt(end - 1) === ';' ? ';' : '';
  const lines = [
    `${name}.keepAliveTimeout = ${String(milliseconds)}${close}`,
    `${name}.headersTimeout = ${String(milliseconds + HEADERS_LATER)}${close}`,
  ];
  return insertion(module, end, lines.map((line) => `${newline}${indent}${line}`).join(''));
}

/** The statement of a list that a node stands in, not in a function of its own. */
function statementOf(module: Module, node: Node): Path | undefined {
  let path = pathTo(module, node);
  while (path?.parent) {
    const { parent } = path;
    if (isList(parent.node) && path.key === 'body') return path;
    if (/Function|Method/.test(parent.node.type)) return undefined;
    path = parent;
  }
  return undefined;
}

function isList({ type }: Node): boolean {
  return type === 'Program' || type === 'BlockStatement' || type === 'StaticBlock';
}

/** The name of the server behind a statement that listens, where it has one. */
function serverName({ node }: Path, { call, framework }: Listening): string | undefined {
  if (node.type === 'VariableDeclaration') {
    const [only, other] = node.declarations;
    const isServer = only && !other && only.init && isWhole(only.init, call.node);
    return isServer && only.id.type === 'Identifier' ? only.id.name : undefined;
  }
  if (node.type !== 'ExpressionStatement') return undefined;
  const { expression } = node;
  if (expression.type === 'AssignmentExpression' && isWhole(expression.right, call.node)) {
    return expression.left.type === 'Identifier' ? expression.left.name : undefined;
  }
  // `server.listen(…)` on a server of Node's own.
  if (!framework.title.startsWith('Node ') || call.node.type !== 'CallExpression') return undefined;
  const { callee } = call.node;
  const object = callee.type === 'MemberExpression' ? callee.object : undefined;
  return isWhole(expression, call.node) && object?.type === 'Identifier' ? object.name : undefined;
}

/** Whether an expression is this call, awaited or not. */
function isWhole(expression: Node, call: Node): boolean {
  return expression === call || (expression.type === 'AwaitExpression' && expression.argument === call);
}

/** A name that the module does not use. */
function freeName({ program }: Module): string | undefined {
  const names = new Set<string>();
  walk(program.ast.program, ({ node }) => {
    if (node.type === 'Identifier') names.add(node.name);
  });
  return ['server', 'httpServer', 'listener'].find((name) => !names.has(name));
}

/** `Fastify({ keepAliveTimeout })`. */
function fastifyOption(
  { module, text }: Source,
  { make }: Listening,
): ((milliseconds: number) => readonly TextEdit[]) | undefined {
  if (make.module.file !== module.file || make.node.type !== 'CallExpression') return undefined;
  const [first] = make.nodes;
  const end = make.node.end ?? 0;
  if (!first && text.slice(0, end).endsWith('()')) {
    return (milliseconds) => [insertion(module, end - 1, `{ keepAliveTimeout: ${String(milliseconds)} }`)];
  }
  if (first?.type !== 'ObjectExpression') return undefined;
  const start = (first.start ?? 0) + 1;
  const [space = ''] = /^\s*/.exec(text.slice(start)) ?? [];
  const lead = space === '' ? ' ' : space;
  const isEmpty = first.properties.length === 0;
  return (milliseconds) => {
    const option = `keepAliveTimeout: ${String(milliseconds)}`;
    return [insertion(module, start, isEmpty ? ` ${option} ` : `${lead}${option},`)];
  };
}

function insertion({ program }: Module, offset: number, text: string): TextEdit {
  return { at: program.lines.location(offset, offset), text };
}

/** A node of a module with what it stands in. */
function pathTo({ program }: Module, node: Node): Path | undefined {
  let found: Path | undefined;
  walk(program.ast.program, (path) => {
    if (path.node === node) found = path;
  });
  return found;
}
