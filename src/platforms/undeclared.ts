import type { Service } from '../model/service.js';
import type { Value } from '../model/value.js';

/** A service that no platform file declares: what a dashboard may set is unknown, and it has no files of its own. */
export function undeclaredService({
  platform,
  kind,
  name,
  at,
  file,
}: Pick<Service, 'platform' | 'kind' | 'name' | 'at' | 'file'>): Service {
  const unset: Value<string> = { is: 'unknown', why: 'it may be set in the dashboard', at };
  const absent: Value<string> = { is: 'absent', at };
  return {
    platform,
    kind,
    name,
    inferred: true,
    at,
    file,
    entry: at.range,
    runtime: unset,
    root: absent,
    buildCommand: unset,
    startCommand: unset,
    preDeployCommand: unset,
    dockerfile: absent,
    dockerContext: absent,
    image: absent,
    healthCheckPath: unset,
    shutdownDelay: unset,
    publishPath: unset,
    region: unset,
    plan: unset,
    domains: [],
    env: [],
    groups: [],
    disks: [],
    routes: [],
    refusedRoutes: [],
  };
}
