import type { Location } from '../../../model/location.js';
import type { Statement } from '../../../syntax/python.js';
import { importedModule, type Imported } from './imports.js';
import { place, type Ending, type Frame } from './machine.js';
import { memberOf } from './members.js';
import { openUp, type Names } from './names.js';
import { alternatives, unknown, written, type Evaluated } from './values.js';

/** `import a.b` and `import a.b as c`. */
export function importModules({ modules }: Extract<Statement, { is: 'import' }>, frame: Frame): Ending {
  for (const imported of modules) {
    const { name, as } = imported;
    const at = place(frame, imported);
    const whole = moduleNamed(frame, name, 0);
    if (whole.is === 'absent') return absent(frame);
    if (whole.is === 'external') frame.machine.mayRaise = true;
    load(frame, name);
    const top = name.split('.')[0] ?? name;
    const found = as ? whole : moduleNamed(frame, top, 0);
    bind(frame, as?.name ?? top, moduleValue(found, as ? name : top, at), at);
  }
  return 'goes on';
}

/** `from a.b import c` and `from a.b import *`. */
export function importFrom(statement: Extract<Statement, { is: 'fromImport' }>, frame: Frame): Ending {
  const { module, level, names } = statement;
  const at = place(frame, statement);
  const found = moduleNamed(frame, module, level);
  if (found.is === 'absent') return absent(frame);
  if (names === '*') return importAll(found, module, frame, at);
  if (found.is === 'external') frame.machine.mayRaise = true;
  if (level === 0) load(frame, module);
  const source = moduleValue(found, module, at);
  for (const imported of names) {
    const where = place(frame, imported);
    const value = memberOf(frame.machine, source, imported.name, where);
    if (value.is === 'module') frame.machine.run(value.module);
    if (value.is === 'undefined') return absent(frame);
    bind(frame, imported.as?.name ?? imported.name, value, where);
  }
  return 'goes on';
}

function moduleNamed({ machine, program }: Frame, dotted: string, level: number): Imported {
  return importedModule(machine.repository, machine.folders, program.file, dotted, level);
}

/** Runs a module and the packages around it, the outermost first: an import may be there for what it does alone. */
function load(frame: Frame, dotted: string): void {
  const names = dotted.split('.');
  for (const index of names.keys()) {
    const found = moduleNamed(frame, names.slice(0, index + 1).join('.'), 0);
    if (found.is === 'found') frame.machine.run(found.module);
  }
}

/** An import of what is not there ends a `try`; outside of one, the rest is read all the same. */
function absent({ machine }: Frame): Ending {
  return machine.trying > 0 ? 'raises' : 'goes on';
}

function moduleValue(found: Imported, dotted: string, at: Location): Evaluated {
  switch (found.is) {
    case 'found':
      return written({ is: 'module', module: found.module, dotted }, at);
    case 'unknown':
      return unknown(found.why, at);
    default:
      return written({ is: 'external', name: dotted }, at);
  }
}

function bind({ names }: Frame, name: string, value: Evaluated, at: Location): void {
  names.bindings.set(name, { value, statements: [{ at, whole: at }], reads: [] });
}

function importAll(found: Imported, dotted: string, frame: Frame, at: Location): Ending {
  const { machine, names } = frame;
  if (found.is === 'found' && found.module.is !== 'namespace') {
    const imported = machine.run(found.module);
    if ('why' in imported) openUp(names, imported);
    else takeAll(imported, names);
    return 'goes on';
  }
  // `from local_settings import *` in a `try`: a module of that name alone is no installed package.
  if (found.is === 'external' && machine.trying > 0 && !dotted.includes('.')) return 'raises';
  const why = found.is === 'unknown' ? found.why : `may be set by ${dotted}, which is not in the repository`;
  openUp(names, { why, at });
  return 'goes on';
}

/** The public names of a module, or those that it lists in `__all__`. */
function takeAll(from: Names, into: Names): void {
  if (from.open) openUp(into, from.open);
  const listed = from.bindings.get('__all__')?.value;
  const chosen =
    listed?.is === 'list' || listed?.is === 'tuple'
      ? new Set(listed.items.flatMap((item) => (item.is === 'string' ? [item.value] : [])))
      : undefined;
  for (const [name, binding] of from.bindings) {
    if (chosen ? !chosen.has(name) : name.startsWith('_')) continue;
    const before = into.bindings.get(name);
    const isPartial = alternatives(binding.value).some(({ is }) => is === 'undefined');
    into.bindings.set(name, isPartial && before ? before : binding);
  }
}
