import type { Location } from './location.js';
import type { Gap, Process, Variable } from './process.js';
import type { Notification, ServiceSummary } from './report.js';
import type { RefusedRoute, Route } from './service.js';
import type { Socket } from './socket.js';
import type { Value } from './value.js';
/** The values of a service that a trace shows, in this order. */
export declare const TRACED_SETTINGS: readonly ["runtime", "root", "buildCommand", "preDeployCommand", "startCommand", "dockerfile", "dockerContext", "image", "healthCheckPath", "publishPath", "region", "plan"];
export type TracedSetting = (typeof TRACED_SETTINGS)[number];
/** What was understood of a repository. Plain data: no function, no cycle. */
export interface Trace {
    services: readonly ServiceTrace[];
    /** Platform files that were read, relative to the root. */
    platformFiles: readonly string[];
    notifications: readonly Notification[];
    /** False where a reader crashed, or a platform file may not be read: the rest stands. */
    complete: boolean;
}
export interface ServiceTrace extends ServiceSummary {
    /** Its code is in another repository (its address). */
    elsewhere?: string;
    settings: Readonly<Record<TracedSetting, Value<string>>>;
    routes: readonly Route[];
    refusedRoutes: readonly RefusedRoute[];
    /** The folder the start command runs in, relative to the root; undefined where there is none or it cannot be read. */
    folder: string | undefined;
    /** What stays running, in order. */
    processes: readonly ProcessTrace[];
    /** What runs to its end before. */
    before: readonly ProcessTrace[];
    /** Where the start command could not be followed. */
    gaps: readonly Gap[];
    /** The start command ends and leaves nothing running. `why` is a clause. */
    ends?: {
        why: string;
        at: Location;
    };
}
export interface ProcessTrace extends Omit<Process, 'environment'> {
    /** Whether it is the one that answers requests. */
    server: 'yes' | 'no' | 'undecided';
    /** The variables that the commands of its chain name or set, in code-unit order. */
    variables: readonly {
        name: string;
        variable: Variable;
    }[];
    /** What it listens on. */
    sockets: readonly SocketTrace[];
    /** Why there may be other sockets: each a clause with its place. */
    openSockets: readonly {
        why: string;
        at: Location;
    }[];
}
/** A socket that a program opens. */
export type SocketTrace = Pick<Socket, 'server' | 'host' | 'port' | 'keepAlive' | 'at'> & {
    conditional: boolean;
};
