import type { Node, ObjectExpression } from '@babel/types';
import type { Listening } from './listening.js';
import { insertion, type KeepAliveEdits, type Source } from './places.js';

/** Sets how long idle connections are kept by an option of the call that makes a server: `Fastify({ keepAliveTimeout })`. */
export function addedOption(source: Source, { framework, make }: Listening): KeepAliveEdits | undefined {
  const { keepAliveOption: option, options, argument } = framework;
  if (!option) return undefined;
  const { name, unit, within } = option;
  const index = options === 'make' ? argument : 0;
  const written = (milliseconds: number): string => `${name}: ${String(milliseconds / unit)}`;
  const whole = (milliseconds: number): string =>
    within === undefined ? written(milliseconds) : `${within}: { ${written(milliseconds)} }`;
  const given = make.nodes[index];
  if (!given) return addedArgument(source, make.node, make.nodes, index, whole);
  if (given.type !== 'ObjectExpression') return undefined;
  const inner = within === undefined ? undefined : propertyOf(given, within);
  if (!inner) return addedProperty(source, given, whole);
  return inner.type === 'ObjectExpression' ? addedProperty(source, inner, written) : undefined;
}

/** An object as one more argument, the last. */
function addedArgument(
  { module, text }: Source,
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
  if (!text.slice(0, end).endsWith('()')) return undefined;
  return (milliseconds) => [insertion(module, end - 1, `{ ${property(milliseconds)} }`)];
}

/** A property at the beginning of an object. */
function addedProperty(
  { module, text }: Source,
  object: ObjectExpression,
  property: (milliseconds: number) => string,
): KeepAliveEdits {
  const start = (object.start ?? 0) + 1;
  const [space = ''] = /^\s*/.exec(text.slice(start)) ?? [];
  const lead = space === '' ? ' ' : space;
  const isEmpty = object.properties.length === 0;
  return (milliseconds) => [
    insertion(module, start, isEmpty ? ` ${property(milliseconds)} ` : `${lead}${property(milliseconds)},`),
  ];
}

function propertyOf({ properties }: ObjectExpression, name: string): Node | undefined {
  for (const each of properties) {
    if (each.type === 'ObjectProperty' && each.key.type === 'Identifier' && each.key.name === name) return each.value;
  }
  return undefined;
}
