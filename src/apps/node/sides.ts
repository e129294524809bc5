import type { Call, Fork } from '../../code/run/values.js';

/**
 * The calls of which one runs for certain, whatever the conditions come to: those under none, and those that stand on
 * both sides of one, as in `if (cert) https.listen(443); else http.listen(80);`.
 */
export function onEverySide(calls: readonly Call[]): ReadonlySet<Call> {
  const certain = calls.filter(({ conditional }) => !conditional);
  return new Set([...certain, ...covering(calls, 0)]);
}

/** Whether no two of these calls run in one run of the program: they stand on different sides of a condition. */
export function excludeEachOther(calls: readonly Call[]): boolean {
  if (calls.length > MAX_CALLS) return false;
  return calls.every((one, index) => calls.slice(index + 1).every((other) => areApart(one, other)));
}

function areApart(one: Call, other: Call): boolean {
  return one.branches.some(({ fork, side }) =>
    other.branches.some((branch) => branch.fork === fork && branch.side !== side),
  );
}

/** Most calls that are compared with each other. */
const MAX_CALLS = 50;

/** Deepest nesting of conditions that is looked into. */
const MAX_DEPTH = 20;

/** The calls on every side of the conditions at this depth; none where a side has none. */
function covering(calls: readonly Call[], depth: number): readonly Call[] {
  if (depth > MAX_DEPTH) return [];
  const forks = new Set(calls.flatMap(({ branches }) => branches[depth]?.fork ?? []));
  return [...forks].flatMap((fork) => onSides(calls, fork, depth));
}

function onSides(calls: readonly Call[], fork: Fork, depth: number): readonly Call[] {
  const found: Call[] = [];
  for (let side = 0; side < fork.sides; side++) {
    const own = calls.filter(({ branches }) => branches[depth]?.fork === fork && branches[depth].side === side);
    const here = own.filter(({ branches }) => branches.length === depth + 1);
    const deeper = covering(own, depth + 1);
    // Where the program ends, nothing has to listen.
    if (here.length + deeper.length === 0 && !fork.ended.has(side)) return [];
    found.push(...here, ...deeper);
  }
  return found;
}
