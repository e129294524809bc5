import { openFollower } from './follow.js';
import { serviceEnvironment } from './environment.js';
import type { Flow, FlowPart, FollowedCommand } from './flow.js';
import type { Surroundings } from './surroundings.js';
import type { BuildStep } from './outputs/outputs.js';
import { placesWithin } from './places.js';
import type { Location } from '../model/location.js';
import type { Gap } from '../model/process.js';
import type { Service } from '../model/service.js';
import { knownValue, type Value } from '../model/value.js';
import type { Repository } from '../repository/repository.js';

/** What hangs on a part of a command. */
export interface Weight {
  /** Without it, the whole command fails or does not start what it is meant to. */
  fatal: boolean;
  /** It may not run. */
  conditional: boolean;
}

/** One of a service's commands, as far as it can be followed. */
export interface Followed {
  flow: Flow;
  /** The programs it runs, in the order they are written. */
  commands: readonly (FollowedCommand & { weight: Weight })[];
  /** Where it could not be followed. `after`: the number of programs before that. */
  gaps: readonly (Gap & { weight: Weight; after: number })[];
}

interface FollowedIn {
  folder: string;
  /** What runs the command in a step, such as "the build". */
  subject: string;
  surroundings: Surroundings;
  /** The steps that ran before it. */
  before?: () => Promise<readonly BuildStep[]>;
}

/** Follows a command of a service in a folder; undefined where it is not written as a text that can be read. */
export async function follow(
  repository: Repository,
  service: Service,
  command: Value<string>,
  { folder, subject, surroundings, before }: FollowedIn,
): Promise<Followed | undefined> {
  if (command.is !== 'known') return undefined;
  const { value: text, at } = command;
  const native = !['docker', 'image'].includes(knownValue(service.runtime) ?? '');
  const follower = openFollower(repository, {
    sourceFolder: native ? surroundings.facts.sourceFolder?.value : undefined,
    ...(before && { before }),
  });
  const phase = subject === 'the build' ? 'build' : 'run';
  const flow = await follower.text(
    { text, places: placesWithin(repository, at, text), subject },
    {
      folder,
      environment: serviceEnvironment(service, surroundings, phase),
      steps: [],
      within: [],
      conditional: false,
    },
  );
  return followedOf(flow);
}

/** The programs and gaps of what a command comes to. */
export function followedOf(flow: Flow): Followed {
  const followed: Parts = { commands: [], gaps: [] };
  weigh(flow, { fatal: true, conditional: false }, followed);
  return { flow, ...followed };
}

/** Whether two places are the same. */
export function isSamePlace(one: Location, other: Location): boolean {
  const [{ start, end }, { start: otherStart, end: otherEnd }] = [one.range, other.range];
  return one.file === other.file && start.offset === otherStart.offset && end.offset === otherEnd.offset;
}

interface Parts {
  commands: Followed['commands'][number][];
  gaps: Followed['gaps'][number][];
}

function weigh(flow: Flow, weight: Weight, into: Parts): void {
  switch (flow.is) {
    case 'command': {
      const { command } = flow;
      const conditional = weight.conditional || command.conditional;
      into.commands.push({ ...command, weight: { ...weight, conditional } });
      return;
    }
    case 'gap':
      into.gaps.push({ ...flow.gap, weight, after: into.commands.length });
      return;
    case 'sequence':
      weighParts(flow.parts, weight, into);
      return;
    case 'together':
      // The others go on.
      for (const each of flow.flows) weigh(each, { ...weight, fatal: weight.fatal && flow.flows.length === 1 }, into);
      return;
    case 'pipe':
      flow.flows.forEach((each, index) => {
        weigh(each, { ...weight, fatal: weight.fatal && index === flow.flows.length - 1 }, into);
      });
      return;
    case 'either':
      for (const each of flow.flows) weigh(each, { ...weight, conditional: true }, into);
      return;
    case 'loop':
      weigh(flow.flow, { ...weight, conditional: weight.conditional || !flow.endless }, into);
      return;
    case 'detached':
    case 'replaces':
      weigh(flow.flow, weight, into);
      return;
    default:
  }
}

function weighParts(parts: readonly FlowPart[], weight: Weight, into: Parts): void {
  let tested = false;
  for (const [index, { flow, after, background }] of parts.entries()) {
    if (after === ';') tested = false;
    const before = parts[index - 1]?.flow;
    const isAlternative = after === '||' && !(before?.is === 'gap' && before.fails);
    const conditional = weight.conditional || tested || isAlternative;
    weigh(flow, { conditional, fatal: weight.fatal && !background && endsAll(parts, index) }, into);
    tested ||= flow.is === 'test';
  }
}

/** Whether a failure of a part is one of the whole: nothing stands in for it, and nothing goes on behind it. */
function endsAll(parts: readonly FlowPart[], index: number): boolean {
  const strict = parts[index]?.strict === true;
  for (const { after } of parts.slice(index + 1)) {
    if (after === '||') return false;
    if (after === ';') return strict;
  }
  return true;
}
