import type { Step, TextEdit } from './finding.js';
import type { Location } from './location.js';
import type { Value } from './value.js';
/** Where a started server listens, and how long it keeps a connection. Times are milliseconds; Infinity is "never". */
export interface Socket {
    /** The server, as its users write it: `Express`, `uvicorn`. */
    server: string;
    /** The address it listens on. Every interface is `0.0.0.0` or `::`; a unix socket is its path. */
    host: Value<string>;
    /** Absent: the operating system chooses one. */
    port: Value<number>;
    /** What is given as its port and holds none: a variable that no shell puts in, as in `["uvicorn", "--port", "$PORT"]`. */
    unexpanded?: {
        text: string;
        at: Location;
    };
    /** How long an idle connection stays open. Absent: the server keeps none, or has no such limit to speak of. */
    keepAlive: Value<number>;
    /** The server has no setting for it. */
    keepAliveFixed?: true;
    /** It is opened only on a condition that is not decided. */
    conditional?: true;
    /** One of several of which exactly one is opened: each stands on a side of a condition that is not decided. */
    alternative?: true;
    /** It is made for development, or for small purposes (`plain`); `reload`: it starts again when a file changes. */
    development?: 'server' | 'reload' | 'plain';
    /** The program runs threads or processes of its own beside it. */
    threaded?: true;
    headersTimeout: Value<number>;
    requestTimeout: Value<number>;
    /** The listen call, else the command that starts the server. One line. */
    at: Location;
    /** From the start command to the listen call, which is left out. */
    steps: readonly Step[];
    edits: SocketEdits;
}
/** Edits that change a socket as a rule asks, behaviour otherwise kept. One is missing where its place does not allow it. */
export interface SocketEdits {
    /** Listens on every interface. */
    host?: readonly TextEdit[];
    /** Listens on the port that the platform gives. */
    port?: readonly TextEdit[];
    /** Keeps an idle connection for so many milliseconds. */
    keepAlive?: (milliseconds: number) => readonly TextEdit[];
}
/** What a process listens on, as far as it can be read. */
export interface Sockets {
    sockets: readonly Socket[];
    /** Why there may be others, or other values: each a clause with its place. Empty: these are all. */
    gaps: readonly {
        why: string;
        at: Location;
    }[];
}
