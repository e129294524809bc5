import type { Location } from '../model/location.js';
import type { Gap, Parent, Process, Program, Role } from '../model/process.js';
import type { Repository } from '../repository/repository.js';
import type { Flow, FlowPart, FollowedCommand } from './flow.js';
import { managementRole } from './management-commands.js';
import { knownProgram } from './programs.js';
import type { KnownProgram } from './programs/known-program.js';
import type { FoundTarget } from './targets/asked.js';
import { asFile } from './targets/files.js';
import { findTarget } from './targets/find.js';
import type { Words } from './words.js';

/** What a command leaves: in front, in the background, and behind it. */
export interface Outcome {
  /** What ran to its end. */
  before: readonly LaunchedProcess[];
  /** What runs in front when the command does nothing more. */
  front: readonly LaunchedProcess[];
  background: readonly LaunchedProcess[];
  gaps: readonly Gap[];
  /** Nothing behind it in the same shell is reached. */
  stops: boolean;
  /** It stays as long as the background does. */
  waits: boolean;
  /** Where and why it ends, if it does. */
  end?: { why: string; at: Location };
}

/** In a container, with the programs that stay above it. */
export interface LaunchedProcess extends Process {
  parents?: readonly Parent[];
}

const EMPTY: Outcome = { before: [], front: [], background: [], gaps: [], stops: false, waits: false };

/** What a flow leaves running, and what it ran before. */
export function outcomeOf(flow: Flow, repository: Repository): Outcome {
  switch (flow.is) {
    case 'command':
      return commandOutcome(flow.command, repository);
    case 'gap':
      return { ...EMPTY, gaps: [flow.gap] };
    case 'sequence':
      return sequenceOutcome(flow.parts, repository);
    case 'together':
      return together(flow.flows.map((each) => outcomeOf(each, repository)));
    case 'pipe':
      return together(pipeParts(flow.flows).map((each) => outcomeOf(each, repository)));
    case 'either':
      return eitherOutcome(
        flow.flows.map((each) => outcomeOf(each, repository)),
        flow.exhaustive,
      );
    case 'loop': {
      const inner = outcomeOf(flow.flow, repository);
      if (flow.endless) {
        const running = [...inner.before, ...inner.front].filter((each) => !isTask(each));
        if (running.length > 0) return { ...inner, before: inner.before.filter(isTask), front: running, stops: true };
      }
      return {
        ...inner,
        before: [...inner.before, ...inner.front.filter((each) => !blocks(each))],
        front: inner.front.filter((each) => blocks(each)),
        stops: false,
      };
    }
    case 'detached': {
      const inner = outcomeOf(flow.flow, repository);
      const background = [...inner.background, ...inner.front];
      return { ...EMPTY, before: inner.before, background, gaps: inner.gaps, end: { why: flow.why, at: flow.at } };
    }
    case 'replaces': {
      const inner = outcomeOf(flow.flow, repository);
      return { ...inner, stops: true };
    }
    case 'exit':
      return { ...EMPTY, stops: true, end: { why: '`exit` ends the shell', at: flow.at } };
    case 'waits':
      return { ...EMPTY, waits: true };
    case 'test':
    case 'nothing':
      return EMPTY;
  }
}

// ---- one after another

function sequenceOutcome(parts: readonly FlowPart[], repository: Repository): Outcome {
  const before: LaunchedProcess[] = [];
  /** What stays whatever follows: programs that took the place of the shell or do not end, in branches that may run. */
  const kept: LaunchedProcess[] = [];
  const background: LaunchedProcess[] = [];
  const gaps: Gap[] = [];
  let front: readonly LaunchedProcess[] = [];
  let waits = false;
  let end: Outcome['end'];
  const result = (stops: boolean): Outcome => {
    return { before, front: [...kept, ...front], background, gaps, stops, waits, ...(end && { end }) };
  };
  for (const { flow, after, background: inBackground, unsure, trailing } of parts) {
    const isStaying = front.some((each) => !isTask(each));
    // What stands behind `||` runs where the program before it fails to start.
    if (isStaying && (trailing || (after === '||' && gaps.length === 0))) continue;
    const own = outcomeOf(flow, repository);
    const outcome: Outcome = unsure ? conditionally(own) : own;
    gaps.push(...outcome.gaps);
    if (outcome.front.length > 0 || outcome.background.length > 0 || inBackground) {
      // What was in front has ended by now, unless this runs in place of it.
      if (after === '||' && isStaying) kept.push(...front.map((each) => ({ ...each, conditional: true })));
      else before.push(...front);
      front = [];
    }
    before.push(...outcome.before);
    background.push(...outcome.background);
    end = outcome.end ?? end;
    if (inBackground) {
      background.push(...outcome.front);
      continue;
    }
    if (background.length > 0 && (outcome.waits || outcome.front.some(isKeeper))) {
      waits = true;
      if (!unsure) return result(true);
      continue;
    }
    const staying = outcome.front.filter(blocks);
    front = [...front, ...outcome.front];
    if (outcome.stops && !unsure) return result(true);
    if (staying.some((each) => !each.conditional)) return result(true);
    kept.push(...(outcome.stops ? outcome.front : staying));
    front = front.filter((each) => !kept.includes(each));
  }
  return result(false);
}

/** What a command leaves that may not run. */
function conditionally({ end, ...outcome }: Outcome): Outcome {
  const mark = (processes: readonly LaunchedProcess[]): LaunchedProcess[] =>
    processes.map((each) => ({ ...each, conditional: true }));
  return {
    ...outcome,
    before: mark(outcome.before),
    front: mark(outcome.front),
    background: mark(outcome.background),
    stops: false,
    // An `exit` that may not be reached ends nothing.
    ...(end && outcome.background.length > 0 && { end }),
  };
}

function isTask({ program }: Process): boolean {
  return program.role === 'task';
}

/** Whether a program is known to stay, so that nothing behind it is reached. */
function blocks({ program }: Process): boolean {
  return program.role === 'server' || program.role === 'dev-server' || program.role === 'worker';
}

/** Programs that do nothing but stay, for the sake of what runs in the background. */
function isKeeper({ program }: Process): boolean {
  return ['tail', 'sleep', 'pm2'].includes(program.name) && program.role === 'worker';
}

// ---- side by side

function together(outcomes: readonly Outcome[]): Outcome {
  const front = outcomes.flatMap((each) => each.front);
  const background = outcomes.flatMap((each) => each.background);
  const staying = front.filter((each) => !isTask(each));
  const end = outcomes.find((each) => each.end)?.end;
  return {
    ...EMPTY,
    before: [...outcomes.flatMap((each) => each.before), ...(staying.length > 0 ? front.filter(isTask) : [])],
    front: staying.length > 0 ? staying : front,
    background,
    gaps: outcomes.flatMap((each) => each.gaps),
    waits: outcomes.some((each) => each.waits),
    ...(end && { end }),
  };
}

/** Programs that only pass on or show what another one writes. */
const FILTERS = new Set([
  'tee',
  'cat',
  'grep',
  'sed',
  'awk',
  'ts',
  'logger',
  'pino-pretty',
  'bunyan',
  'jq',
  'cut',
  'tr',
  'tail',
  'head',
  'xargs',
  'sort',
  'pino-tee',
  'morgan',
]);

/** The parts of a pipe that do more than feed another or read from it. */
function pipeParts(flows: readonly Flow[]): readonly Flow[] {
  const own = flows.filter(
    (flow, index) => !(index > 0 && flow.is === 'command' && FILTERS.has(flow.command.words[0] ?? '')),
  );
  return own.length > 0 ? own : flows;
}

/** Branches of which one runs. Where each of them ends the shell, nothing behind is reached. */
function eitherOutcome(outcomes: readonly Outcome[], exhaustive: boolean): Outcome {
  const marked = outcomes.length === 1 && exhaustive ? outcomes : outcomes.map(conditionally);
  const every = (is: (outcome: Outcome) => boolean): boolean => exhaustive && outcomes.length > 0 && outcomes.every(is);
  return {
    ...EMPTY,
    before: marked.flatMap((each) => each.before),
    front: marked.flatMap((each) => each.front),
    background: marked.flatMap((each) => each.background),
    gaps: outcomes.flatMap((each) => each.gaps),
    stops: every((each) => each.stops),
    waits: every((each) => each.waits),
  };
}

// ---- one command

function commandOutcome(command: FollowedCommand, repository: Repository): Outcome {
  const { words, folder, environment, at, steps, conditional } = command;
  const { program, found, detaches } = programOf(command, repository);
  const missing = found.missing;
  const process: LaunchedProcess = { program, folder, environment, steps, at, conditional };
  if (command.parents) process.parents = command.parents;
  const gaps: Gap[] = missing ? [{ why: `there is no ${missing.kind} ${missing.path}`, at, steps, missing }] : [];
  if (detaches) {
    const end = { why: `\`${words[0] ?? ''}\` goes on in the background and the command ends`, at };
    return { ...EMPTY, background: [process], gaps, end };
  }
  return { ...EMPTY, front: [process], gaps };
}

interface Named {
  program: Program;
  found: FoundTarget;
  detaches: boolean;
}

function programOf(command: FollowedCommand, repository: Repository): Named {
  const { watcher, entry } = command;
  const named = entry === undefined ? namedProgram(command, repository) : entryProgram(command, entry);
  if (!watcher) return named;
  const { target, role } = named.program;
  const watched = role === 'worker' ? role : 'dev-server';
  return { ...named, program: { name: watcher.name, words: watcher.words, role: watched, target } };
}

/** A function of the project that a program of its own calls. */
function entryProgram({ words, folder, at }: FollowedCommand, entry: string): Named {
  const [module = '', attribute = ''] = entry.split(':');
  const written = (value: string) => ({ is: 'known', value, at, from: { by: 'written' } }) as const;
  const target = {
    is: 'module',
    module: written(module),
    attribute: written(attribute),
    call: true,
    folders: [folder],
  } as const;
  return { program: { name: 'python', words, role: 'runtime', target }, found: { target }, detaches: false };
}

function namedProgram({ words, folder, environment, at, manages }: FollowedCommand, repository: Repository): Named {
  const called = calledWords(words);
  const known = knownProgram(called);
  if (!known || manages) return manages ? task(words) : unknownProgram(words, folder, at, environment, repository);
  const found = findTarget({ words: called, folder, environment, at, repository, program: known });
  // Node without a file reads what to run from its input, which is empty.
  const idle = known.name === 'node' && found.target.is === 'none';
  const role = idle ? 'task' : roleOf(known, called);
  const detaches = known.detaches?.some((option) => called.includes(option)) ?? false;
  return {
    program: { name: known.name, words, role, target: found.target },
    found,
    detaches: detaches || isDaemon(called),
  };
}

/** `python manage.py migrate` is called by the file's name. */
function calledWords(words: Words): Words {
  const [program, ...rest] = words;
  if (program !== 'python') return words;
  const at = rest.findIndex((word) => word?.startsWith('-') !== true);
  const file = rest[at];
  return file === 'manage.py' || file?.endsWith('/manage.py') === true ? ['manage.py', ...rest.slice(at)] : words;
}

function roleOf(known: KnownProgram, words: Words): Role {
  if (known.target.by === 'manage') return managementRole(words.slice(2));
  const isDevelopment = known.development?.some((option) =>
    words.some((word) => word === option || word?.startsWith(`${option}=`) === true),
  );
  if (isDevelopment === true && known.role !== 'worker') return 'dev-server';
  return known.role;
}

/** nginx and Apache go into the background, unless they are told not to. */
function isDaemon(words: Words): boolean {
  const [program] = words;
  if (program === 'caddy') return words[1] === 'start';
  if (program === 'redis-server') return words.includes('--daemonize');
  return program === 'apache2ctl' || program === 'apachectl'
    ? !words.includes('FOREGROUND') && !words.includes('-DFOREGROUND')
    : false;
}

function task(words: Words): Named {
  const target = { is: 'none' } as const;
  return { program: { name: words[0] ?? '', words, role: 'task', target }, found: { target }, detaches: false };
}

/** A path is a program of the repository's own, which the build may make; any other name is not known. */
function unknownProgram(
  words: Words,
  folder: string,
  at: Location,
  environment: FollowedCommand['environment'],
  repository: Repository,
): Named {
  const [name = ''] = words;
  const short = name.slice(name.lastIndexOf('/') + 1);
  if (!name.includes('/')) {
    const target = { is: 'none' } as const;
    return { program: { name, words, role: 'unknown', target }, found: { target }, detaches: false };
  }
  const program: KnownProgram = { name: short, calls: [], role: 'runtime', target: { by: 'none' }, source: '' };
  const found = asFile(name, { words, folder, environment, at, repository, program }, []);
  return { program: { name: short, words, role: 'runtime', target: found.target }, found, detaches: false };
}
