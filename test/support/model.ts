import type { Location } from '../../src/model/location.js';
import type { PlatformFile } from '../../src/model/platform-file.js';
import type { Service, ServiceKind, Store } from '../../src/model/service.js';
import type { Absent, Known } from '../../src/model/value.js';
import type { Platform } from '../../src/platforms/platform.js';
import { linesOf } from '../../src/syntax/lines.js';

/** A place in `file`: `length` units from `offset` of a text whose only line is long enough. */
export function place(file: string, offset = 0, length = 1): Location {
  return linesOf(file, ' '.repeat(offset + length)).location(offset, offset + length);
}

export function known<T>(value: T, at: Location = place('render.yaml')): Known<T> {
  return { is: 'known', value, at, from: { by: 'written' } };
}

export function absent(at: Location = place('render.yaml')): Absent {
  return { is: 'absent', at };
}

/** A declared service with nothing set but its name. */
export function service(name: string, kind: ServiceKind = 'web', over: Partial<Service> = {}): Service {
  const at = over.at ?? place(over.file ?? 'render.yaml');
  return {
    platform: 'testing',
    kind,
    name: known(name, at),
    inferred: false,
    at,
    file: at.file,
    entry: at.range,
    runtime: absent(at),
    root: absent(at),
    buildCommand: absent(at),
    startCommand: absent(at),
    preDeployCommand: absent(at),
    dockerfile: absent(at),
    dockerContext: absent(at),
    image: absent(at),
    healthCheckPath: absent(at),
    shutdownDelay: absent(at),
    publishPath: absent(at),
    region: absent(at),
    plan: absent(at),
    domains: [],
    env: [],
    groups: [],
    disks: [],
    routes: [],
    refusedRoutes: [],
    ...over,
  };
}

export function store(name: string, over: Partial<Store> = {}): Store {
  const at = over.at ?? place('render.yaml');
  return {
    kind: 'postgres',
    name: known(name, at),
    at,
    file: at.file,
    entry: at.range,
    region: absent(at),
    plan: absent(at),
    ...over,
  };
}

export function platformFile(file: string, over: Partial<PlatformFile> = {}): PlatformFile {
  return {
    platform: 'testing',
    file,
    at: place(file, 0, 0),
    partial: false,
    services: [],
    stores: [],
    groups: [],
    problems: [],
    ...over,
  };
}

/** A platform that declares just these files and promises nothing. */
export function platform(files: readonly PlatformFile[], facts: Partial<Platform['facts']> = {}): Platform {
  return {
    facts: { id: 'testing', title: 'Testing', ...facts },
    read: async () => ({
      files,
      edits: {
        addIndexRewrite: () => undefined,
        setHealthCheckPath: () => undefined,
        setRegion: () => undefined,
        setPublishPath: () => undefined,
        setRoot: () => undefined,
        setDockerContext: () => undefined,
      },
    }),
  };
}
