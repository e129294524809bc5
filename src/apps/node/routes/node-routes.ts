import type { Run } from '../../../code/run/run.js';
import type { AppRoute, Routes } from '../../../model/routes.js';
import type { Step } from '../../../model/finding.js';
import { collect, type Collection, type Owner } from './collect.js';
import type { Plugins } from './plugins.js';
import { listed } from './router.js';

/** The routes of a program that was followed, as far as they can be read. */
export function routesOf(run: Run, plugins: Plugins, steps: readonly Step[]): Routes {
  const collection = collect(run, plugins);
  return rooted(run, collection, steps);
}

function rooted(run: Run, { owners, doubts }: Collection, steps: readonly Step[]): Routes {
  const roots = rootsOf(owners);
  const lists = roots.map(({ router }) => listed(router));
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

/** The apps that answer by themselves. */
function rootsOf(owners: readonly Owner[]): readonly Owner[] {
  const apps = owners.filter(({ is, mounted }) => is === 'app' && !mounted);
  const listening = apps.filter(({ listens }) => listens);
  return listening.length > 0 ? listening : apps;
}
