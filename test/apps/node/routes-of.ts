import { runFile } from '../../../src/apps/node/program.js';
import { routesOf } from '../../../src/apps/node/routes/node-routes.js';
import { unknownEnvironment } from '../../../src/launch/environment.js';
import type { Routes } from '../../../src/model/routes.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { startOf } from '../../../src/syntax/lines.js';

export type Files = Readonly<Record<string, string>>;

/** The routes of a program that starts with the first of these files. */
export async function routesIn(files: Files): Promise<Routes> {
  const [entry = ''] = Object.keys(files);
  const at = startOf(entry);
  const given = { folder: '', environment: unknownEnvironment(at), at };
  const program = await runFile(memoryRepository({ 'package.json': '{}', ...files }), entry, given);
  if (program.is !== 'run') throw new Error(program.why);
  return routesOf(program.run, []);
}

/** Each route in a few words; `…` at the end where they may not be all. */
export function said({ routes, complete }: Routes): string {
  const words = routes.map(({ method, path, statuses, guarded, refusedAt, uncertain }) => {
    const marks = [
      ...(statuses ? [statuses.join('/')] : []),
      ...(refusedAt ? ['refused'] : guarded ? ['guarded'] : []),
      ...(uncertain === undefined ? [] : ['?']),
    ];
    return [method, path, ...marks].join(' ');
  });
  return [...words, ...(complete ? [] : ['…'])].join(', ');
}
