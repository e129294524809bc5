import type { Location } from '../../../model/location.js';
import type { Expression } from '../../../syntax/python.js';
import { place, type Frame } from './machine.js';
import { lookUp, type Binding, type Names, type Read } from './names.js';
import { doubtOf } from './operators.js';
import { alternatives, each, isSequence, oneOf, unknown, withEntry, type Evaluated } from './values.js';
import { setVariable } from './variables.js';

/** A statement that gives or changes values. */
export interface Change {
  /** The whole statement. */
  at: Location;
  /** Variables that it asked for. */
  reads: readonly Read[];
}

/** `target = value`. */
export function assign(target: Expression, value: Evaluated, change: Change, frame: Frame): void {
  switch (target.is) {
    case 'name': {
      const names = frame.globals.has(target.name) ? frame.module : frame.names;
      const statements = [{ at: place(frame, target), whole: change.at }];
      names.bindings.set(target.name, { value, statements, reads: change.reads });
      return;
    }
    case 'tuple':
    case 'list': {
      const star = target.items.findIndex(({ is }) => is === 'starred');
      target.items.forEach((item, index) => {
        const part = star < 0 || index < star ? index : index - target.items.length;
        const given = index === star ? unpackedRest(value, star, target.items.length) : unpacked(value, part);
        assign(item.is === 'starred' ? item.value : item, given, change, frame);
      });
      return;
    }
    case 'subscript':
      assignItem(target, value, change, frame);
      return;
    case 'attribute':
      assignAttribute(target, value, change, frame);
      return;
    default:
      return;
  }
}

function unpacked(value: Evaluated, index: number): Evaluated {
  return each(value, (one) => {
    const isCounted = isSequence(one) && (index >= 0 || !one.rest);
    const item = isCounted ? one.items.at(index) : undefined;
    return item ?? unknown(doubtOf(one)?.why ?? 'is unpacked in a way that is not read', one.at);
  });
}

/** What `*others` takes where that many names stand around it. */
function unpackedRest(value: Evaluated, before: number, count: number): Evaluated {
  return each(value, (one) => {
    if (!isSequence(one) || one.rest) return unknown('is unpacked in a way that is not read', one.at);
    return { ...one, is: 'list', items: one.items.slice(before, one.items.length - (count - 1 - before)) };
  });
}

function assignItem(
  { object, index }: Extract<Expression, { is: 'subscript' }>,
  value: Evaluated,
  change: Change,
  frame: Frame,
): void {
  const container = frame.machine.evaluate(object, frame);
  const key = frame.machine.evaluate(index, frame);
  if (container.is === 'external') {
    if (container.name === 'os.environ' && key.is === 'string') setVariable(frame.machine, key.value, value);
    return;
  }
  if (container.is === 'object') {
    const isTable = /^builtins\.(?:locals|globals|vars)$/.test(container.of);
    if (isTable && key.is === 'string') {
      frame.module.bindings.set(key.value, { value, statements: [{ at: change.at, whole: change.at }], reads: [] });
    }
    return;
  }
  const altered = each(container, (one): Evaluated => {
    if (one.is === 'dictionary') {
      return key.is === 'string' || key.is === 'number'
        ? withEntry(one, key.value, value)
        : { ...one, rest: { why: doubtOf(key)?.why ?? 'has a key that is not read', at: key.at } };
    }
    if (!isSequence(one) || key.is !== 'number') return unknown(doubtOf(one)?.why ?? 'is changed in part', one.at);
    return { ...one, items: one.items.map((item, position) => (position === key.value ? value : item)) };
  });
  modify(object, altered, change, frame);
}

function assignAttribute(
  { object, name }: Extract<Expression, { is: 'attribute' }>,
  value: Evaluated,
  change: Change,
  frame: Frame,
): void {
  const holder = frame.machine.evaluate(object, frame);
  if (holder.is === 'instance') {
    const others = holder.attributes.filter(({ key }) => key !== name);
    modify(object, { ...holder, attributes: [...others, { key: name, value }] }, change, frame);
  }
  if (holder.is === 'object') {
    const why = `${name} is given another value`;
    frame.machine.unfollowed.push({ what: 'change', why, at: change.at, on: [holder, value], attribute: name });
  }
  if (holder.is === 'module') giveModule(holder, name, value, change, frame);
  if (holder.is === 'class') {
    const statements = [{ at: place(frame, object), whole: change.at }];
    holder.members.bindings.set(name, { value, statements, reads: change.reads });
  }
}

/** `module.name = value`, of a module of the repository. A branch that may not be taken leaves the former value possible. */
function giveModule(
  { module }: Extract<Evaluated, { is: 'module' }>,
  name: string,
  value: Evaluated,
  { at, reads }: Change,
  { machine }: Frame,
): void {
  const names = machine.run(module);
  if ('why' in names) return;
  const before = lookUp(names, name)?.value;
  const given = machine.conditions > 0 && before ? oneOf([before, value], at) : value;
  names.bindings.set(name, { value: given, statements: [{ at, whole: at }], reads });
}

/** Puts what was made of a value in its place; what the place was given before counts on. */
export function modify(target: Expression, value: Evaluated, change: Change, frame: Frame): void {
  const before = target.is === 'name' ? undefined : frame.machine.evaluate(target, frame);
  if (target.is !== 'name') assign(target, value, change, frame);
  const found = target.is === 'name' ? holderOf(frame.names, target.name) : undefined;
  const statement = { at: place(frame, target), whole: change.at };
  const names = found?.names ?? frame.names;
  const changed = (of: Binding | undefined): Binding => ({
    value,
    statements: [...(of?.statements ?? []), statement],
    reads: [...(of?.reads ?? []), ...change.reads],
  });
  if (target.is === 'name') names.bindings.set(target.name, changed(found?.binding));
  const held = found?.binding.value ?? before;
  if (!held || !isMutable(held)) return;
  // Other names of the same object see the change as well.
  for (const { bindings } of new Set([names, frame.module])) {
    for (const [name, other] of bindings) {
      const seen = replaced(other.value, held, value);
      if (seen !== other.value) bindings.set(name, { ...changed(other), value: seen });
    }
  }
}

/** A value with another object in the place of one, be it that one itself or an entry of it. */
function replaced(within: Evaluated, one: Evaluated, other: Evaluated, depth = 0): Evaluated {
  if (within === one) return other;
  if (within.is !== 'dictionary' || depth > 3) return within;
  const entries = within.entries.map((entry) => {
    const value = replaced(entry.value, one, other, depth + 1);
    return value === entry.value ? entry : { ...entry, value };
  });
  return entries.some((entry, index) => entry !== within.entries[index]) ? { ...within, entries } : within;
}

function isMutable(value: Evaluated): boolean {
  return alternatives(value).every(({ is }) => ['list', 'set', 'dictionary', 'instance'].includes(is));
}

function holderOf(start: Names, name: string): { names: Names; binding: Binding } | undefined {
  for (let names: Names | undefined = start; names; names = names.around) {
    const binding = names.bindings.get(name);
    if (binding) return { names, binding };
  }
  return undefined;
}
