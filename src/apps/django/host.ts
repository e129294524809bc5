import { extended } from '../../launch/environment.js';
import type { Environment, Variable } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { knownValue } from '../../model/value.js';
import type { PlatformFacts } from '../../platforms/platform.js';

/** Where requests for a service come in. */
export interface PublicHost {
  /** The host that the platform gives the service, as far as its name tells: it may get a few characters more. */
  host: string;
  /** It is made up: the name of the service is not known. */
  assumed: boolean;
  suffix: string;
  /** The variable that holds it. */
  variable: string;
  /** Domains of its own that the service declares. */
  domains: readonly string[];
}

/** Undefined where the platform gives a service no host. */
export function publicHost(service: Service, { publicHost: fact }: PlatformFacts): PublicHost | undefined {
  if (!fact) return undefined;
  const name = service.inferred ? undefined : slug(knownValue(service.name) ?? '');
  return {
    host: `${name !== undefined && name !== '' ? name : 'your-service'}${fact.suffix}`,
    assumed: name === undefined || name === '',
    suffix: fact.suffix,
    variable: fact.hostVariable,
    domains: service.domains.flatMap((domain) => knownValue(domain)?.toLowerCase() ?? []),
  };
}

/** A name as it stands in a host. */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/**
 * An environment of a service in which the variables that hold its host, or another value of which the form is known,
 * have a value that stands in for theirs: it is not known, but what it is good for is.
 */
export function withStandIns(environment: Environment, service: Service, facts: PlatformFacts): Environment {
  const changes = new Map<string, Variable>();
  const give = (name: string, value: string | undefined): void => {
    const variable = environment.variable(name);
    if (value === undefined || variable.is !== 'set' || variable.value.is !== 'unknown') return;
    const from = { by: 'platform', platform: facts.title } as const;
    changes.set(name, { is: 'set', value: { is: 'known', value, at: variable.at, from }, at: variable.at });
  };
  for (const name of environment.names) {
    const variable = environment.variable(name);
    if (variable.is === 'set' && variable.value.is === 'unknown') give(name, variable.value.form);
  }
  const { host } = publicHost(service, facts) ?? {};
  const fact = facts.publicHost;
  if (fact && host !== undefined) {
    give(fact.hostVariable, host);
    give(fact.urlVariable, `https://${host}`);
    give(fact.nameVariable, host.slice(0, -fact.suffix.length));
  }
  return extended(environment, changes);
}
