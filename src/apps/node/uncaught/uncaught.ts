import { textOf } from '../../../code/literals.js';
import { placeOf } from '../../../code/modules.js';
import { settled, type Run } from '../../../code/run/run.js';
import { pathOfExternal, type Call, type FunctionValue, type JsValue } from '../../../code/run/values.js';
import { walk } from '../../../code/walk.js';
import type { Location } from '../../../model/location.js';
import { parent } from '../../../repository/paths.js';
import type { JavaScript } from '../../../syntax/javascript.js';
import { expressMajor } from '../express-version.js';
import { listensToRequests, makesServer } from '../routes/bare-http.js';
import { collect, type Collector } from '../routes/collect.js';
import { firstLine } from './places.js';
import { rejectionOf, type Rejection } from './rejections.js';
import { CATCHING } from './packages.js';
import { startUpPromises } from './start-up.js';

/** A handler of a server that lets a rejection go. */
interface UncaughtHandler {
  /** What calls it: Express 4, or Node's own http. */
  server: 'Express' | 'http';
  /** The place that rejects: one line. */
  at: Location;
  /** Where the handler is given to the server. */
  added: Location;
  is: Rejection['is'];
}

/** What a program lets reject with nothing to catch it, which ends a Node process. */
export interface Uncaught {
  /** In the order in which they are added. */
  handlers: readonly UncaughtHandler[];
  /** Promises of the start that nothing waits for. */
  startUp: readonly { at: Location }[];
}

const NONE: Uncaught = { handlers: [], startUp: [] };

/**
 * Handlers that can reject under a server that does not catch it. Node ends the process then, since version 15
 * (https://nodejs.org/api/cli.html#--unhandled-rejectionsmode); Express catches it since version 5
 * (https://expressjs.com/en/guide/migrating-5.html).
 */
export function uncaughtOf(shared: Run): Uncaught {
  const run = settled(shared);
  if (isCaughtElsewhere(run)) return NONE;
  const collector = collect(run);
  const handlers = run.calls.flatMap((call) => handlersOf(call, collector, run));
  const isServer = handlers.length > 0 || collector.owners.length > 0 || run.calls.some(makesServer);
  return { handlers, startUp: isServer ? startUpPromises(run) : [] };
}

/** A handler of unhandled rejections, or a package that brings one; also where it may stand in a part that is not read. */
function isCaughtElsewhere({ program }: Run): boolean {
  if (program.leftOut.length > 0) return true;
  return [...program.modules.values()].some(
    ({ imports, program }) =>
      imports.some(({ specifier }) => CATCHING.has(specifier)) ||
      handlesRejections(program) ||
      replacesHandlers(program),
  );
}

/** Whether handlers that a router of Express has already are replaced, as by ones that catch: `layer.handle = …`. */
function replacesHandlers({ text, ast }: JavaScript): boolean {
  if (!/\.handle(?:_request)?\b/.test(text)) return false;
  let found = false;
  walk(ast.program, ({ node }) => {
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return;
    const { property } = node.left;
    if (property.type === 'Identifier' && /^handle(?:_request)?$/.test(property.name)) found = true;
  });
  return found;
}

/** `process.on('unhandledRejection', …)`; without one, Node raises `uncaughtException` for it. */
function handlesRejections({ text, ast }: JavaScript): boolean {
  // Few modules name one, and a program may have hundreds.
  if (!/unhandledRejection|uncaughtException/.test(text)) return false;
  let found = false;
  walk(ast.program, ({ node }) => {
    if (node.type !== 'CallExpression') return;
    const event = textOf(node.arguments[0]);
    if (event === 'unhandledRejection' || event === 'uncaughtException') found = true;
  });
  return found;
}

function handlersOf(call: Call, collector: Collector, run: Run): readonly UncaughtHandler[] {
  const server = serverOf(call, collector, run);
  if (!server) return [];
  return functionsIn(call.args).flatMap((value): UncaughtHandler[] => {
    // Express takes a function of four parameters for one that handles errors.
    if (!value.node.async || value.node.params.length > 3) return [];
    const found = rejectionOf(value, run.machine);
    if (!found) return [];
    return [{ server, at: firstLine(placeOf(found.module, found.node)), added: call.at, is: found.is }];
  });
}

/** What calls the functions of a call, where it does not catch what they reject with. */
function serverOf(call: Call, collector: Collector, run: Run): UncaughtHandler['server'] | undefined {
  const { callee, module } = call;
  if (callee.is !== 'external') return undefined;
  if (makesServer(call) || listensToRequests(call)) return 'http';
  const { origin } = callee;
  const owner = origin.by === 'member' ? collector.target(origin.of)?.owner : undefined;
  if (owner?.dialect.name !== 'Express' || origin.by !== 'member') return undefined;
  if (!ADDING.has(origin.name) || pathOfExternal(owner.made)?.[0] !== 'express') return undefined;
  return expressMajor(run.machine.repository, parent(module.file), run.program.entry.file) === 4
    ? 'Express'
    : undefined;
}

const ADDING = new Set(['get', 'post', 'put', 'patch', 'delete', 'all', 'use', 'options', 'head', 'param']);

function functionsIn(values: readonly JsValue[]): readonly FunctionValue[] {
  return values.flatMap((each) => {
    if (each.is === 'array') return functionsIn(each.items);
    return each.is === 'function' ? [each] : [];
  });
}
