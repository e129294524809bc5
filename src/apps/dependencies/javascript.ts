import { isBuiltin } from 'node:module';
import { nearestPackage } from '../../code/packages.js';
import { openModules, type ModuleGraph } from '../../code/modules.js';
import { importsOnLoad } from '../../code/start-imports.js';
import type { Step } from '../../model/finding.js';
import { parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { stringAt } from '../../syntax/json.js';
import type { Loaded } from './loaded.js';

/** Most modules of one program that are read. */
const MAX_MODULES = 500;

/** The packages that a program of Node's imports when it starts, each where it is first imported. */
export async function packagesOnLoad(repository: Repository, entry: string): Promise<readonly Loaded[]> {
  const own = nearestPackage(repository, parent(entry));
  const folder = own?.folder ?? parent(entry);
  const graph = openModules(repository, { folder, root: folder, aliases: [] });
  const found = new Map<string, Loaded>();
  const pending: { file: string; steps: readonly Step[] }[] = [{ file: entry, steps: [] }];
  const seen = new Set([entry]);
  for (let each = pending.shift(); each && seen.size <= MAX_MODULES; each = pending.shift()) {
    for (const loaded of await importsOf(graph, each.file)) {
      if (loaded.is === 'package') {
        if (loaded.name === stringAt(own?.json, 'name') || found.has(loaded.name)) continue;
        found.set(loaded.name, { name: loaded.name, at: loaded.at, steps: each.steps, folder: parent(each.file) });
      } else if (!seen.has(loaded.file)) {
        seen.add(loaded.file);
        const step: Step = { at: loaded.at, words: `${each.file} imports ${loaded.file}` };
        pending.push({ file: loaded.file, steps: [...each.steps, step] });
      }
    }
  }
  return [...found.values()];
}

type Leads = { is: 'package'; name: string; at: Step['at'] } | { is: 'file'; file: string; at: Step['at'] };

async function importsOf(graph: ModuleGraph, file: string): Promise<readonly Leads[]> {
  const module = await graph.module(file);
  if (module.is !== 'module') return [];
  const leads: Leads[] = [];
  for (const { specifier, at } of importsOnLoad(module)) {
    // Names of Node's own, of other runtimes, of package.json's `imports`, and addresses.
    if (isBuiltin(specifier) || /^(?:#|[\w+-]+:|bun$|electron$|virtual)/.test(specifier)) continue;
    const found = await graph.resolve(file, specifier);
    if (found.is === 'file') leads.push({ is: 'file', file: found.file, at });
    if (found.is === 'external' && isName(found.name)) leads.push({ is: 'package', name: found.name, at });
  }
  return leads;
}

function isName(name: string): boolean {
  return /^(?:@[\w.~-]+\/)?[\w.-][\w.~-]*$/.test(name);
}
