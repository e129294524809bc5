import type { Body, Expression, ImportedName, Span, Statement } from '../../syntax/python.js';
import { reachedOnImport } from './reached.js';

/** An import that runs whenever its module is loaded. `names`: what `from` takes; `level`: the dots before the module. */
export interface LoadedImport {
  module: string;
  level: number;
  names: readonly string[];
  at: Span;
}

/**
 * The imports that a module cannot be loaded without: none in a function, under a condition, or where the lack of a
 * module is caught.
 */
export function importsOnLoad(body: Body): readonly LoadedImport[] {
  const live = new Set(reachedOnImport(body));
  return importsIn(body, live);
}

function importsIn(body: Body, live: ReadonlySet<Statement>): readonly LoadedImport[] {
  return body.flatMap((statement): readonly LoadedImport[] => {
    if (!live.has(statement)) return [];
    switch (statement.is) {
      case 'import':
        return statement.modules.map((each) => ({ module: each.name, level: 0, names: [], at: each }));
      case 'fromImport': {
        const { module, level, names } = statement;
        return [{ module, level, names: names === '*' ? [] : namesOf(names), at: statement }];
      }
      case 'try':
        return statement.handlers.some(({ error }) => catchesImports(error))
          ? importsIn(statement.finally, live)
          : [...importsIn(statement.body, live), ...importsIn(statement.otherwise, live)];
      case 'with':
        return statement.items.some(({ value }) => suppresses(value)) ? [] : importsIn(statement.body, live);
      default:
        return [];
    }
  });
}

function namesOf(names: readonly ImportedName[]): readonly string[] {
  return names.map(({ name }) => name);
}

const CAUGHT = new Set(['ImportError', 'ModuleNotFoundError', 'Exception', 'BaseException']);

function catchesImports(error: Expression | undefined): boolean {
  if (error === undefined) return true;
  if (error.is === 'tuple' || error.is === 'list') return error.items.some(catchesImports);
  return (error.is === 'name' || error.is === 'attribute') && CAUGHT.has(error.name);
}

/** `with suppress(ImportError)` */
function suppresses(value: Expression): boolean {
  if (value.is !== 'call') return false;
  const { callee } = value;
  return (callee.is === 'name' || callee.is === 'attribute') && callee.name === 'suppress';
}
