import { readProgram } from '../../code/python/program.js';
import type { Process } from '../../model/process.js';
import type { Value } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';

/** A plain value that a file sets. */
export type Setting = string | number | readonly string[];

/** The names of a file after it has run. */
export interface FileNames {
  /** Absent where nothing gives it a value. */
  value(name: string): Value<Setting>;
}

export async function namesOf(repository: Repository, process: Process, file: string): Promise<FileNames> {
  const program = await readProgram(repository, file);
  const start = { offset: 0, line: 1, column: 1 };
  return {
    value: (name) => {
      let result: Value<Setting> = { is: 'absent', at: { file, range: { start, end: start } } };
      if (program.is !== 'program') return result;
      for (const statement of program.body) {
        if (statement.is !== 'assign' || !statement.value) continue;
        if (!statement.targets.some((t) => t.is === 'name' && t.name === name)) continue;
        const { value } = statement;
        const at = program.lines.location(value.start, value.end);
        if (value.is === 'number' || value.is === 'string')
          result = { is: 'known', value: value.value, at, from: { by: 'written' } };
        else result = { is: 'unknown', why: 'is not read', at };
      }
      return result;
    },
  };
}
