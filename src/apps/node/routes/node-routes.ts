import { settled, type Run } from '../../../code/run/run.js';
import type { AppRoute, Routes } from '../../../model/routes.js';
import type { Step } from '../../../model/finding.js';
import type { Process } from '../../../model/process.js';
import type { NodeProgram } from '../program.js';
import { bareRouter } from './bare-http.js';
import { collect, type Collection, type Collector } from './collect.js';
import type { Owner } from './collecting.js';
import { nestRouter } from './nest.js';
import { listed, type Router } from './router.js';

/** The routes of a program that was followed, as far as they can be read. */
export function routesOf(run: Run, steps: readonly Step[]): Routes {
  const collector = collect(run);
  return rooted(run, collector, routersOf(run, collector), steps);
}

function rooted(run: Run, { doubts }: Collection, roots: readonly Router[], steps: readonly Step[]): Routes {
  const lists = roots.map(listed);
  const routes: AppRoute[] = lists.flatMap((each) => each.routes);
  const [why] = [
    ...(roots.length === 0 ? ['no framework that is known answers'] : []),
    ...(roots.length > 1 ? ['it starts several servers'] : []),
    ...doubts,
    ...run.gaps.map((gap) => gap.why),
    ...lists.flatMap((each) => each.why ?? []),
  ];
  return { routes, complete: why === undefined, ...(why !== undefined && { why }), steps };
}

/** What answers by itself: of a framework, else of Node's own server. */
function routersOf(run: Run, collector: Collector): readonly Router[] {
  const nest = nestRouter(run, collector);
  if (nest) return [nest];
  const roots = rootsOf(collector.owners);
  if (roots.length > 0) return roots.map(({ router }) => router);
  const bare = bareRouter(run);
  return bare ? [bare] : [];
}

/** The apps that answer by themselves. */
function rootsOf(owners: readonly Owner[]): readonly Owner[] {
  const apps = owners.filter(({ is, mounted }) => is === 'app' && !mounted);
  const listening = apps.filter(({ listens }) => listens);
  return listening.length > 0 ? listening : apps;
}

/** The routes of a program of Node's; undefined for another one. */
export function nodeRoutes(program: NodeProgram | undefined, { steps }: Process): Routes | undefined {
  if (!program) return undefined;
  return program.is === 'run'
    ? routesOf(settled(program.run), steps)
    : { routes: [], complete: false, why: program.why, steps };
}
