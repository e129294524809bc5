import { REPOSITORY_FOLDER } from '../code/python/modules.js';
import type { Location } from '../model/location.js';
import type { Environment, Variable } from '../model/process.js';
import type { EnvEntry, EnvGroup, Service } from '../model/service.js';
import { knownValue } from '../model/value.js';
import type { InjectedVariable, PlatformFacts } from '../platforms/platform.js';

/** When a process runs: variables may be injected at one time only. */
export type Phase = 'build' | 'run';

/**
 * The variables every process of a service finds: what the platform injects, over that the groups' variables, and over
 * these the service's own.
 *
 * A variable that nobody mentions is unset; where a dashboard may have set it (an inferred service, a group that no
 * file declares) it is unknown.
 */
export function serviceEnvironment(
  service: Service,
  { facts, groups }: { facts: PlatformFacts; groups: readonly EnvGroup[] },
  phase: Phase,
): Environment {
  const variables = new Map<string, Variable>();
  for (const each of facts.injected ?? []) {
    if (isInjected(each, service, phase)) variables.set(each.name, injectedVariable(each, facts, service));
  }
  let isOpen = service.inferred;
  for (const { name, to } of service.groups) {
    const group = to === 'group' ? groups.find((each) => knownValue(each.name) === name) : undefined;
    if (group) enter(variables, group.env);
    else isOpen = true;
  }
  enter(variables, service.env);
  const path = variables.get('PYTHONPATH');
  if (path) variables.set('PYTHONPATH', withinRepository(path, facts));
  return environment(variables, { is: isOpen ? 'unknown' : 'unset', at: service.at });
}

/** A search path of Python, of which the folder that the platform puts the repository into is the repository. */
function withinRepository(variable: Variable, { sourceFolder }: PlatformFacts): Variable {
  if (variable.is !== 'set' || variable.value.is !== 'known' || !sourceFolder) return variable;
  const { value: own } = sourceFolder;
  const parts = variable.value.value.split(':').map((part) => {
    const isWithin = part === own || part.startsWith(`${own}/`);
    return isWithin ? `${REPOSITORY_FOLDER}${part.slice(own.length)}` : part;
  });
  return { ...variable, value: { ...variable.value, value: parts.join(':') } };
}

/** An environment of which nothing is known. */
export function unknownEnvironment(at: Location): Environment {
  return environment(new Map(), { is: 'unknown', at });
}

/** An environment with these variables in place of its own. */
export function extended(base: Environment, changes: ReadonlyMap<string, Variable>): Environment {
  if (changes.size === 0) return base;
  const variables = new Map(base.names.map((name) => [name, base.variable(name)]));
  for (const [name, variable] of changes) variables.set(name, variable);
  return environment(variables, othersIn(base));
}

/** An environment in which a program may have set anything that is not set already. */
export function opened(base: Environment): Environment {
  const variables = new Map(
    base.names.flatMap((name): [string, Variable][] => {
      const variable = base.variable(name);
      return variable.is === 'unset' ? [] : [[name, variable]];
    }),
  );
  return environment(variables, { is: 'unknown', at: othersIn(base).at });
}

/** An environment with nothing in it (`env -i`). */
export function emptyEnvironment(at: Location): Environment {
  return environment(new Map(), { is: 'unset', at });
}

/** What a variable is that nothing mentions. No variable has an empty name. */
function othersIn(environment: Environment): Variable {
  return environment.variable('');
}

function environment(variables: ReadonlyMap<string, Variable>, others: Variable): Environment {
  return {
    variable: (name) => variables.get(name) ?? others,
    get names() {
      return [...variables.keys()].sort();
    },
  };
}

function isInjected({ when, runtimes, kinds }: InjectedVariable, service: Service, phase: Phase): boolean {
  if (when !== 'always' && when !== phase) return false;
  if (kinds !== undefined && !kinds.includes(service.kind)) return false;
  const runtime = knownValue(service.runtime);
  return runtimes === undefined || (runtime !== undefined && runtimes.includes(runtime));
}

function injectedVariable({ name, value }: InjectedVariable, facts: PlatformFacts, { at }: Service): Variable {
  if (value === undefined) return { is: 'set', value: { is: 'unknown', why: `${facts.title} sets ${name}`, at }, at };
  return { is: 'set', value: { is: 'known', value, at, from: { by: 'platform', platform: facts.title } }, at };
}

/** Of a name that is entered twice, the last counts. */
function enter(variables: Map<string, Variable>, entries: readonly EnvEntry[]): void {
  for (const { key, value, at } of entries) variables.set(key, { is: 'set', value, at });
}
