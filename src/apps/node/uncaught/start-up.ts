import type { Node } from '@babel/types';
import { placeOf, type Module } from '../../../code/modules.js';
import type { Run } from '../../../code/run/run.js';
import type { Location } from '../../../model/location.js';
import { firstLine } from './places.js';
import { fails } from './rejections.js';

/**
 * Promises that a program starts on its way up and that nothing waits for or catches, such as `connectDatabase();`. One
 * that leads to the server itself is none of them: where that fails, the process had better end.
 */
export function startUpPromises(run: Run): readonly { at: Location }[] {
  const listening = run.calls.filter(({ callee }) => {
    return callee.is === 'external' && callee.origin.by === 'member' && STARTING.has(callee.origin.name);
  });
  const leadsToServer = (at: Location): boolean =>
    listening.some((call) => contains(at, call.at) || call.stack.some((frame) => contains(at, frame.at)));
  return [...run.program.modules.values()]
    .flatMap((module) => promisesOf(module, run))
    .filter(({ at }) => !leadsToServer(at))
    .map(({ at }) => ({ at: firstLine(at) }));
}

const STARTING = new Set(['listen', 'start', 'register', 'launch', 'lift']);

/** Calls that stand by themselves at the top level of a module. */
function promisesOf(module: Module, { machine }: Run): readonly { at: Location }[] {
  const scope = machine.scopeOf(module);
  if (!scope) return [];
  return module.program.ast.program.body.flatMap((statement) => {
    if (statement.type !== 'ExpressionStatement') return [];
    const at = placeOf(module, statement.expression);
    const { expression } = statement;
    return isPromise(expression) && fails(expression, { scope, module, at }, machine) ? [{ at }] : [];
  });
}

/** Methods of databases that give a promise: where nothing is awaited, others may only set something up. */
const CONNECTING = new Set(['connect', '$connect', 'authenticate', 'sync', 'initialize']);

function isPromise(expression: Node): boolean {
  if (expression.type !== 'CallExpression') return false;
  const { callee } = expression;
  return (
    callee.type !== 'MemberExpression' ||
    (callee.property.type === 'Identifier' && CONNECTING.has(callee.property.name))
  );
}

function contains(outer: Location, inner: Location): boolean {
  return (
    outer.file === inner.file &&
    outer.range.start.offset <= inner.range.start.offset &&
    inner.range.end.offset <= outer.range.end.offset
  );
}
