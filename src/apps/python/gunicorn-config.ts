import { readProgram } from '../../code/python/program.js';
import { resolveModule, searchPath } from '../../code/python/modules.js';
import type { TextEdit } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { Process } from '../../model/process.js';
import type { Value } from '../../model/value.js';
import { childOf, join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { startOf } from '../../syntax/lines.js';
import type { Argument } from './arguments.js';
import { namesOf, pythonPath, type FileNames, type Setting } from './evaluated.js';
import { GUNICORN_DEFAULTS } from './gunicorn-options.js';

/** What a configuration file of gunicorn sets. */
export interface ConfigFile {
  /** Absent where it does not set it. */
  value(name: string): Value<Setting>;
  /** Writes another value, where it is written as a plain one. */
  replace(name: string, value: Value<Setting>, text: string): readonly TextEdit[] | undefined;
}

interface Doubt {
  why: string;
  at: Location;
}

/**
 * The file that gunicorn reads: a path or `python:module` that it is given, else `gunicorn.conf.py` where it is run.
 * `--chdir` plays no part (gunicorn 26.2, gunicorn/app/base.py: it is applied after the file is read).
 */
export async function configFile(
  repository: Repository,
  process: Process,
  named: Argument | Doubt | undefined,
): Promise<ConfigFile | undefined> {
  const standard = childOf(process.folder, GUNICORN_DEFAULTS.configFile);
  if (named === undefined) {
    return repository.lookup(standard).is === 'file' ? opened(repository, process, standard) : undefined;
  }
  if ('why' in named) return unknownFile(named);
  if (named.text === undefined)
    return unknownFile({ why: 'its configuration file depends on a variable', at: named.at });
  const path = pathOf(repository, process, named.text);
  if (path === undefined) {
    return unknownFile({ why: `its configuration file \`${named.text}\` is not in the repository`, at: named.at });
  }
  return opened(repository, process, path);
}

function pathOf(repository: Repository, { folder, environment }: Process, written: string): string | undefined {
  const [, module] = /^python:(.+)$/.exec(written) ?? [];
  if (module !== undefined) {
    const { folders } = searchPath({ folder, srcLayout: false, pythonPath: pythonPath(environment) });
    const found = resolveModule(repository, folders, module);
    return found.is === 'file' || found.is === 'package' ? found.path : undefined;
  }
  const path = join(folder, written.replace(/^file:/, ''));
  return path !== undefined && repository.lookup(path).is === 'file' ? path : undefined;
}

function unknownFile({ why, at }: Doubt): ConfigFile {
  return { value: () => ({ is: 'unknown', why, at }), replace: () => undefined };
}

async function opened(repository: Repository, process: Process, path: string): Promise<ConfigFile> {
  const program = await readProgram(repository, path);
  if (program.is === 'unreadable') return unknownFile({ why: `${path} ${program.why}`, at: startOf(path) });
  const [error] = program.errors;
  if (error) return unknownFile({ why: `${path} ${error.why}`, at: error.at });
  const names: FileNames = await namesOf(repository, process, path);
  return {
    value: (name) => names.value(name),
    replace: (name, value, text) => replaced(program.text, name, value, text),
  };
}

/** Only a number that stands alone behind the name is written anew. */
function replaced(source: string, name: string, value: Value<Setting>, text: string): readonly TextEdit[] | undefined {
  if (value.is !== 'known' || value.from.by !== 'written') return undefined;
  const { start, end } = value.at.range;
  const before = source.slice(source.lastIndexOf('\n', start.offset - 1) + 1, start.offset);
  const isAssigned = /^(\w+)\s*(?::\s*\w+\s*)?=\s*$/.exec(before)?.[1] === name;
  const isPlain = source.slice(start.offset, end.offset) === String(value.value);
  return isAssigned && isPlain ? [{ at: value.at, text }] : undefined;
}
