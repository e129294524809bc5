import type { Location, Range } from './location.js';
import type { Value } from './value.js';
/** What a service does for its platform, whatever the platform calls it. */
export type ServiceKind = 'web' | 'static' | 'private' | 'worker' | 'cron' | 'workflow';
/** One variable as a service or group declares it. A variable that is set but has no readable value is `unknown`. */
export interface EnvEntry {
    key: string;
    value: Value<string>;
    at: Location;
    /** Set where the value is taken from another resource. */
    reference?: Reference;
}
/** A mention of another resource by name. */
export interface Reference {
    to: 'service' | 'store' | 'group';
    name: string;
    /** The kind the mention names, in the platform's words, where it names one. */
    kind?: string;
    at: Location;
}
/** A redirect or rewrite of a static site. `destination` is a path or an absolute URL. */
export interface Route {
    type: 'redirect' | 'rewrite';
    source: string;
    destination: string;
    /**
     * The paths that its source matches as the platform reads it. `root`: only the start page. `literal-pattern`: it is
     * written as a regular expression for every path, but read as it stands, so it matches next to nothing.
     */
    matches: 'all' | 'root' | 'literal-pattern' | 'some';
    /** What its destination is. `index`: the site's index page. `nowhere`: a path that no file of the site can have. */
    leadsTo: 'index' | 'nowhere' | 'other';
    at: Location;
}
/** A route that is written but that the platform refuses. It counts as absent. */
export interface RefusedRoute {
    at: Location;
}
export interface Disk {
    mountPath: Value<string>;
    at: Location;
}
export interface Service {
    /** Id of the platform, a key of its facts. */
    platform: string;
    kind: ServiceKind;
    name: Value<string>;
    /** No platform file declares it: nothing that only a dashboard could know is reported. */
    inferred: boolean;
    /** The name of the file that an inferred service is inferred from, such as `Procfile`. */
    inferredFrom?: string;
    /** Its place: the value of its name, else its first key. One line. */
    at: Location;
    /** The file that declares it, relative to the root. */
    file: string;
    /** The whole entry in that file. */
    entry: Range;
    /** The code is in another repository (its address): only the entry itself can be judged. */
    elsewhere?: string;
    runtime: Value<string>;
    /** The folder it is built and run in, relative to the root of the repository; absent: not set. */
    root: Value<string>;
    buildCommand: Value<string>;
    /** Replaces the image's own command where the runtime is Docker. */
    startCommand: Value<string>;
    preDeployCommand: Value<string>;
    dockerfile: Value<string>;
    dockerContext: Value<string>;
    /** A prebuilt image: there is no code here to read. */
    image: Value<string>;
    healthCheckPath: Value<string>;
    /** How long after SIGTERM it is killed: seconds, as they are written. */
    shutdownDelay: Value<string>;
    publishPath: Value<string>;
    region: Value<string>;
    plan: Value<string>;
    domains: readonly Value<string>[];
    env: readonly EnvEntry[];
    /** Names of the variable groups it takes in. */
    groups: readonly Reference[];
    disks: readonly Disk[];
    routes: readonly Route[];
    refusedRoutes: readonly RefusedRoute[];
}
/** A database or key value store of the platform. */
export interface Store {
    kind: 'postgres' | 'keyvalue';
    name: Value<string>;
    at: Location;
    file: string;
    entry: Range;
    region: Value<string>;
    plan: Value<string>;
}
export interface EnvGroup {
    name: Value<string>;
    at: Location;
    env: readonly EnvEntry[];
}
