import type { Node, ObjectExpression } from '@babel/types';
import type { Module } from '../../code/modules.js';
import type { Listening } from './listening.js';
import { addedProperty, insertion, type KeepAliveEdits } from './places.js';

/** Sets how long idle connections are kept by an option of the call that makes a server: `Fastify({ keepAliveTimeout })`. */
export function addedOption({ framework, make }: Listening): KeepAliveEdits | undefined {
  const { module } = make;
  const { keepAliveOption: option, options, argument } = framework;
  if (!option) return undefined;
  const { name, unit, within } = option;
  const index = options === 'make' ? argument : 0;
  const written = (milliseconds: number): string => `${name}: ${String(milliseconds / unit)}`;
  const whole = (milliseconds: number): string =>
    within === undefined ? written(milliseconds) : `${within}: { ${written(milliseconds)} }`;
  const given = make.nodes[index];
  if (!given) return addedArgument(module, make.node, make.nodes, index, whole);
  if (given.type !== 'ObjectExpression') return undefined;
  const inner = within === undefined ? undefined : propertyOf(given, within);
  if (!inner) return (milliseconds) => [addedProperty(module, given, whole(milliseconds))];
  if (inner.type !== 'ObjectExpression') return undefined;
  return (milliseconds) => [addedProperty(module, inner, written(milliseconds))];
}

/** An object as one more argument, the last. */
function addedArgument(
  module: Module,
  { end }: Node,
  nodes: readonly Node[],
  index: number,
  property: (milliseconds: number) => string,
): KeepAliveEdits | undefined {
  const last = nodes.at(-1);
  if (nodes.length !== index || last?.type === 'SpreadElement' || typeof end !== 'number') return undefined;
  if (last?.end) {
    const { end: at } = last;
    return (milliseconds) => [insertion(module, at, `, { ${property(milliseconds)} }`)];
  }
  if (!module.program.text.slice(0, end).endsWith('()')) return undefined;
  return (milliseconds) => [insertion(module, end - 1, `{ ${property(milliseconds)} }`)];
}

function propertyOf({ properties }: ObjectExpression, name: string): Node | undefined {
  for (const each of properties) {
    if (each.type === 'ObjectProperty' && each.key.type === 'Identifier' && each.key.name === name) return each.value;
  }
  return undefined;
}
