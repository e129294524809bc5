import { pathOfExternal, type Call, type External, type JsValue } from '../run/values.js';

/** A method in a chain, as `.option('port', {…})`. */
export interface ChainLink {
  name: string;
  call: Call;
}

/** What a chain of calls begins with, and its methods in their order. */
export interface Chain {
  /** A package or a part of one, or what a call of one gave: the same for each chain on it. */
  base: External;
  /** The path of the package's name that it is or was made by. */
  path: readonly string[];
  links: readonly ChainLink[];
}

/** Longest chain that is followed. */
const MAX_LINKS = 200;

/** The chain whose last call gave a value, or the value itself as an empty one; undefined where no package begins it. */
export function chainOf(value: JsValue): Chain | undefined {
  const links: ChainLink[] = [];
  let each = value;
  for (let turn = 0; turn < MAX_LINKS && each.is === 'external'; turn++) {
    const path = pathOfExternal(each);
    if (path) return { base: each, path, links };
    if (each.origin.by !== 'call') return undefined;
    const { call } = each.origin;
    if (call.callee.is !== 'external') return undefined;
    const made = pathOfExternal(call.callee);
    if (made && (call.constructs || call.callee.origin.by !== 'member')) return { base: each, path: made, links };
    if (call.callee.origin.by !== 'member') return undefined;
    links.unshift({ name: call.callee.origin.name, call });
    each = call.callee.origin.of;
  }
  return undefined;
}

/** The methods called on a base by all of the program so far, each chain on it included. */
export function callsOn(base: External, calls: readonly Call[]): readonly ChainLink[] {
  return calls.flatMap((call) => {
    const { callee } = call;
    if (callee.is !== 'external' || callee.origin.by !== 'member') return [];
    return chainOf(callee.origin.of)?.base === base ? [{ name: callee.origin.name, call }] : [];
  });
}
