import { runModule } from '../../code/python/evaluate/run.js';
import { alternatives, isSequence, valueOf, type Evaluated } from '../../code/python/evaluate/values.js';
import { searchPath } from '../../code/python/modules.js';
import type { Environment, Process } from '../../model/process.js';
import type { Value } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import { startOf } from '../../syntax/lines.js';

/** A plain value that a file sets. */
export type Setting = string | number | readonly string[];

/** The names of a file after it has run. */
export interface FileNames {
  /** Absent where nothing gives it a value. */
  value(name: string): Value<Setting>;
}

/** Runs a file of settings as far as that can be told, in the folder of a process. */
export async function namesOf(repository: Repository, process: Process, file: string): Promise<FileNames> {
  const { folder, environment } = process;
  const folders = moduleFolders(process, []);
  const module = await runModule(repository, { is: 'file', path: file }, 'gunicorn_settings', {
    folders,
    folder,
    environment,
  });
  return {
    value: (name) => {
      const binding = module.binding(name);
      if (!binding) return { is: 'absent', at: startOf(file) };
      return valueOf(binding.value, settingOf, 'a text, a number or a list of texts');
    },
  };
}

function settingOf(value: Evaluated): Setting | undefined {
  switch (value.is) {
    case 'string':
    case 'number':
      return value.value;
    case 'boolean':
      return Number(value.value);
    default:
      break;
  }
  if (!isSequence(value) || value.rest) return undefined;
  const texts = value.items.flatMap((item) => (item.is === 'string' ? [item.value] : []));
  return texts.length === value.items.length ? texts : undefined;
}

/** Where a process looks for modules: these folders first. */
export function moduleFolders({ folder, environment }: Process, first: readonly string[]): readonly string[] {
  const path = searchPath({ folder, srcLayout: true, pythonPath: pythonPath(environment) });
  return [...new Set([...first, ...path.folders])];
}

/** PYTHONPATH, as far as it is known. */
export function pythonPath(environment: Environment): string {
  const variable = environment.variable('PYTHONPATH');
  return variable.is === 'set' && variable.value.is === 'known' ? variable.value.value : '';
}

/** A text; a boolean or a number is none. */
export function textOf(value: Evaluated): Value<string> {
  return valueOf(value, (one) => (one.is === 'string' ? one.value : undefined), 'a text');
}

/** A number, also one that is written as a text. */
export function numericOf(value: Evaluated): Value<number> {
  return valueOf(
    value,
    (one) => {
      if (one.is === 'number') return one.value;
      return one.is === 'string' && /^\s*\d{1,9}\s*$/.test(one.value) ? Number(one.value) : undefined;
    },
    'a number',
  );
}

/** Whether it is None, or nothing was given, for certain. */
export function isNone(value: Evaluated | undefined): boolean {
  return value === undefined || alternatives(value).every(({ is }) => is === 'none' || is === 'undefined');
}
