import type { Module, ModuleGraph, Origin } from '../../code/modules.js';
import type { Location } from '../../model/location.js';
import { startOf } from '../../syntax/lines.js';
import { decides, routerOf } from './routers.js';

/** A file that passes a name on, or has it. `whole`: the name stands for all of the file. */
interface Hop {
  file: string;
  /** The mention of it in the file before. */
  at: Location;
  whole: boolean;
}

/** Where a name comes from. */
export interface Lead {
  /** The files behind the one that is imported. */
  hops: readonly Hop[];
  /** What the name is of a router, where it leads to one. */
  router: Origin | undefined;
}

/** Most files that are looked at for all names of an app together: `export *` may lead from each to each. */
const MAX_STEPS = 100_000;

/** A name that is asked of another module. */
interface Turn {
  file: string;
  origin: Origin;
  /** An `export *` is on the way, so the name may as well come from elsewhere. */
  isGuess: boolean;
  /** Undefined for the import itself. */
  at: Location | undefined;
  hops: readonly Hop[];
}

/** Finds where names come from that modules pass on; each name is looked for once. */
export class Names {
  readonly #leads = new Map<string, Promise<Lead>>();
  #steps = 0;

  constructor(private readonly graph: ModuleGraph) {}

  /** Where something comes from that a file imports. */
  lead(file: string, origin: Origin): Promise<Lead> {
    const key = [file, origin.specifier, origin.name].join('\0');
    const known = this.#leads.get(key) ?? this.#find(file, origin);
    this.#leads.set(key, known);
    return known;
  }

  async #find(start: string, wanted: Origin): Promise<Lead> {
    const pending: Turn[] = [{ file: start, origin: wanted, isGuess: false, at: undefined, hops: [] }];
    const seen = new Set<string>();
    let best: readonly Hop[] = [];
    for (let turn = pending.pop(); turn && this.#steps++ < MAX_STEPS; turn = pending.pop()) {
      const { file, origin, isGuess } = turn;
      const library = routerOf(origin.specifier);
      if (library && (!isGuess || origin.name === '*' || decides(library, origin.name)))
        return { hops: turn.hops, router: origin };
      const target = library ? undefined : await this.graph.resolve(file, origin.specifier);
      if (target?.is !== 'file' || seen.has(`${target.file}\0${origin.name}`)) continue;
      seen.add(`${target.file}\0${origin.name}`);
      const module = await this.graph.module(target.file);
      if (module.is === 'unreadable') continue;
      const hops = hopsTo(turn, target.file);
      if (module.exported.has(origin.name)) return { hops, router: undefined };
      if (!isGuess) best = hops;
      pending.push(...asked(module, turn, hops));
    }
    return { hops: best, router: undefined };
  }
}

function hopsTo({ at, hops, origin }: Turn, file: string): readonly Hop[] {
  return at ? [...hops, { file, at, whole: origin.name === '*' }] : hops;
}

/** What a module asks of others for a name it does not have itself; the last comes first. */
function asked(module: Module, { origin, isGuess }: Turn, hops: readonly Hop[]): readonly Turn[] {
  const { file } = module;
  const named = module.passedOn.get(origin.name);
  if (named) return [{ file, origin: named, isGuess, at: mentionOf(module, named.specifier), hops }];
  if (origin.name === 'default') return [];
  return module.passedOnWhole.toReversed().map((specifier) => ({
    file,
    origin: { specifier, name: origin.name },
    isGuess: true,
    at: mentionOf(module, specifier),
    hops,
  }));
}

function mentionOf({ imports, file }: Module, specifier: string): Location {
  return imports.find((each) => each.specifier === specifier)?.at ?? startOf(file);
}
