import { oneOf, unknown, type Cell, type Fork, type JsValue } from './values.js';
import type { Completion, Journal, Machine } from './machine.js';

/** Sets a cell, so that a branch around it can take it back. */
export function write({ state }: Machine, cell: Cell, value: JsValue): void {
  const journal = state.journals.at(-1);
  if (journal && !journal.has(cell)) journal.set(cell, cell.value);
  cell.value = value;
}

/** One branch: how it ends, and what it changed. */
interface Outcome {
  end: Completion | undefined;
  /** The values it leaves. */
  left: Map<Cell, JsValue>;
}

/**
 * Runs alternatives one after the other, each on the same state, and joins what they leave. What a branch leaves that
 * throws or returns does not reach what follows.
 */
export function branch(
  machine: Machine,
  alternatives: readonly (() => Completion | undefined)[],
): Completion | undefined {
  const { state } = machine;
  const { conditional, branches } = state;
  const fork: Fork = { sides: alternatives.length, ended: new Set() };
  state.conditional = true;
  const before: Journal = new Map();
  const outcomes = alternatives.map((run, side) => {
    state.branches = [...branches, { fork, side }];
    const outcome = outcomeOf(machine, run, before);
    if (outcome.end?.is === 'ends') fork.ended.add(side);
    return outcome;
  });
  state.conditional = conditional;
  state.branches = branches;
  const going = outcomes.filter(({ end }) => end === undefined || end.is === 'leaves');
  join(machine, going.length > 0 ? going : outcomes, before);
  if (going.length > 0) {
    for (const { end } of outcomes) if (end?.is === 'return') state.returns.at(-1)?.push(end.value);
    return going.every(({ end }) => end) ? going[0]?.end : undefined;
  }
  const returned = outcomes.flatMap(({ end }) => (end?.is === 'return' ? [end.value] : []));
  const [first] = returned;
  if (!first) return { is: 'ends' };
  return { is: 'return', value: oneOf(returned, first.is === 'oneOf' ? machine.env.at : first.at) };
}

function outcomeOf(machine: Machine, run: () => Completion | undefined, before: Journal): Outcome {
  const journal: Journal = new Map();
  machine.state.journals.push(journal);
  const end = run();
  machine.state.journals.pop();
  const left = new Map<Cell, JsValue>();
  for (const [cell, old] of journal) {
    left.set(cell, cell.value);
    cell.value = old;
    if (!before.has(cell)) before.set(cell, old);
  }
  return { end, left };
}

function join(machine: Machine, outcomes: readonly Outcome[], before: Journal): void {
  for (const [cell, old] of before) {
    const values = outcomes.map(({ left }) => left.get(cell) ?? old);
    const [first = old] = values;
    const at = first.is === 'oneOf' ? machine.env.at : first.at;
    machine.write(cell, values.length > 0 ? oneOf(values, at) : unknown('it depends on a condition', at));
  }
}
