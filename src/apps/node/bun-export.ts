import type { Node } from '@babel/types';
import type { Machine } from '../../code/run/machine.js';
import {
  alternatives,
  external,
  isNullish,
  objectOf,
  pathOfExternal,
  type External,
  type JsValue,
} from '../../code/run/values.js';
import { bare } from '../../code/literals.js';
import { externalMember } from '../../code/run/members.js';
import { instanceOf } from './listening.js';

/**
 * Bun serves what the program exports that it was started with, where that has a `fetch`
 * (https://bun.com/docs/runtime/http/server#export-default-syntax; src/bundler/entry_points.zig of oven-sh/bun; measured
 * 2026-11-21 with Bun 1.4.5: objects, apps of Hono, `module.exports`; not an app of Elysia).
 */
export function serveExported(machine: Machine): void {
  const { entry } = machine.program;
  const { program } = entry;
  const declaration = program.ast.program.body.find(({ type }) => type === 'ExportDefaultDeclaration');
  const start = declaration?.start ?? 0;
  const at = program.lines.location(start, declaration ? start + 'export default'.length : 0);
  const exported = machine.exported(entry.file, 'default', at);
  // Without one it is not known, either.
  if (exported.is === 'unknown' && !declaration) return;
  const serve = external({ by: 'member', of: external({ by: 'global', name: 'Bun' }, at), name: 'serve' }, at);
  const node = nodeOf(declaration) ?? program.ast.program;
  const sides = alternatives(exported).map((each) => [each, isServed(machine, each)] as const);
  const run = (value: JsValue) => () => {
    machine.call(serve, [optionsOf(value)], { at, node, nodes: [node], module: entry });
    return undefined;
  };
  const [only] = sides;
  if (sides.length === 1 && only?.[1] === true) run(only[0])();
  else for (const [value, is] of sides) if (is !== false) machine.branch([run(value), () => undefined]);
}

/** An app of Hono's says nothing but how it answers. */
function optionsOf(value: JsValue): JsValue {
  if (value.is !== 'external' || !isHono(value)) return value;
  return objectOf([['fetch', externalMember(value, 'fetch', value.at)]], value.at);
}

function isHono(value: External): boolean {
  const [from = ''] = rootOf(value) ?? [];
  return from === 'hono' || from.startsWith('hono/') || from === '@hono/zod-openapi';
}

function nodeOf(declaration: Node | undefined): Node | undefined {
  return declaration?.type === 'ExportDefaultDeclaration' ? bare(declaration.declaration) : undefined;
}

/** Whether Bun serves a value; undefined where that is not known. */
function isServed(machine: Machine, value: JsValue): boolean | undefined {
  if (value.is === 'unknown') return undefined;
  if (value.is === 'external') return isExternalServed(machine, value);
  const fetch = machine.member(value, 'fetch', machine.env.at);
  const stop = machine.member(value, 'stop', machine.env.at);
  // Versions differ in what they do with an object that has a `stop` (https://github.com/oven-sh/bun/issues/26747).
  if (isNullish(stop) !== true) return undefined;
  if (fetch.is === 'function' || fetch.is === 'intrinsic') return true;
  // `fetch: app.fetch`
  if (fetch.is === 'external') return fetch.origin.by === 'member' || undefined;
  return isNullish(fetch) === true ? false : undefined;
}

function isExternalServed({ calls }: Machine, value: External): boolean | undefined {
  if (isHono(value)) return true;
  // A server that runs already.
  if (/^(?:\.Bun|bun)\.serve$/.test(rootOf(value)?.join('.') ?? '')) return false;
  const instance = instanceOf(value);
  if (!instance) return undefined;
  if (instance.framework.title !== 'Elysia') return false;
  const listens = calls.some(
    ({ callee }) =>
      callee.is === 'external' &&
      callee.origin.by === 'member' &&
      callee.origin.name === 'listen' &&
      instanceOf(callee.origin.of)?.make === instance.make,
  );
  return listens ? false : undefined;
}

/** The path of what a chain of calls began with: `new Hono().get(…).post(…)`. */
function rootOf(value: External): readonly string[] | undefined {
  let each = value;
  for (let turn = 0; turn < 200; turn++) {
    const path = pathOfExternal(each);
    if (path) return path;
    if (each.origin.by === 'member') each = each.origin.of;
    else if (each.origin.by === 'call' && each.origin.call.callee.is === 'external') each = each.origin.call.callee;
    else return undefined;
  }
  return undefined;
}
