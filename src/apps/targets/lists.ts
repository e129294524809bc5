import { missingLists } from '../../launch/install/missing-lists.js';
import { elsewhere } from './elsewhere.js';
import type { Missing } from './faults.js';
import { madeFor, stepsBefore, type Context } from './missing-targets.js';

type Lacking = ReturnType<typeof missingLists<NonNullable<Context['build']>['commands'][number]>>[number];

/** The lists of packages that the installs of a build do not find, whether or not something may make them. */
export function lackingLists(context: Context): readonly Missing[] {
  return lacking(context).map((each) => faultOf(context, each));
}

/** Those of them without which the build fails, and which nothing in it makes. */
export async function certainLists(context: Context): Promise<readonly Missing[]> {
  const { build } = context;
  const faults: Missing[] = [];
  for (const each of lacking(context)) {
    const { command, name, path } = each;
    if (!build || !command.weight.fatal || command.weight.conditional) continue;
    const index = build.commands.indexOf(command);
    if (build.commands.slice(0, index).some(writesList)) continue;
    const before = stepsBefore(context, 'build', build, index);
    const target = { kind: 'file', name, path, available: [] } as const;
    const made = await madeFor(context, target, 'build', before);
    if (made.is === 'not-made') faults.push(faultOf(context, each));
  }
  return faults;
}

/** Whether a package manager may write a list, as `uv export` and `uv pip compile` do. */
function writesList({ words }: Lacking['command']): boolean {
  return words.slice(1, 3).some((word) => /^(?:export|compile|lock|requirements)$/.test(word ?? ''));
}

function lacking({ repository, build }: Context): readonly Lacking[] {
  return missingLists(repository, build?.commands ?? []);
}

function faultOf({ repository }: Context, { name, path, at, steps }: Lacking): Missing {
  return {
    is: 'missing',
    what: 'list',
    phase: 'build',
    name,
    path,
    near: [],
    elsewhere: elsewhere(repository, path, 'file'),
    because: 'not-built',
    at,
    steps,
  };
}
