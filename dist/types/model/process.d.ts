import type { Step } from './finding.js';
import type { Location } from './location.js';
import type { Value } from './value.js';
/**
 * A variable of a process. `set`: it has a value, which may not be readable. `unset`: nothing sets it that a repository
 * can show. `unknown`: a dashboard may set it.
 */
export type Variable = {
    is: 'set';
    value: Value<string>;
    at: Location;
} | {
    is: 'unset';
    at: Location;
} | {
    is: 'unknown';
    at: Location;
};
/** What a process finds in its environment. */
export interface Environment {
    /** Never fails: a variable nobody mentions is `unset` for a declared service and `unknown` for an inferred one. */
    variable(name: string): Variable;
    /** The variables that something mentions, by name in code-unit order. */
    names: readonly string[];
}
/** What a program is given to run. Paths are relative to the root of the repository. */
export type Target = {
    is: 'file';
    path: Value<string>;
}
/**
 * A Python module, and the object in it that a server calls; absent where none is named. `call`: the object is a
 * factory. `folders`: where the module is looked for, besides what is installed.
 */
 | {
    is: 'module';
    module: Value<string>;
    attribute: Value<string>;
    call: boolean;
    folders?: readonly string[];
}
/** A folder whose files are served. */
 | {
    is: 'folder';
    path: Value<string>;
}
/** The program needs none: `next start`, `celery worker`. */
 | {
    is: 'none';
};
/** What a program does for its service, as far as its name tells. */
export type Role = 
/** Answers requests. */
'server'
/** The same, made for development. */
 | 'dev-server'
/** Opens no port. */
 | 'worker'
/** Ends by itself. */
 | 'task'
/** Runs code that may do anything. */
 | 'runtime';
/** The program at the end of a chain. */
export interface Program {
    /** As its users call it, without path and version: `node`, `gunicorn`, `next`, `manage.py`. */
    name: string;
    /** Its name and arguments; a word that cannot be decided is undefined. */
    words: readonly (string | undefined)[];
    /** `unknown`: a program that lint-deploy does not know. */
    role: Role | 'unknown';
    target: Target;
}
/** A program that stays above another one in a container, because it started it and waits for it. */
export interface Parent {
    /** As its users call it; a script as the command names it. */
    name: string;
    /** It is a shell that runs a script. */
    script?: true;
    /** The line that starts it. */
    at: Location;
    /**
     * What it does with SIGTERM: hands it on to what it started, or to all that is below it; keeps it, or dies of it and
     * leaves the others; or that is not known.
     */
    sigterm: 'hands-on' | 'hands-to-all' | 'keeps' | 'unknown';
}
/** The container that a process runs in. */
interface Container {
    /** Relative to the root of the repository. */
    dockerfile: string;
    /** The image its last stage is built on; undefined where the name depends on a variable. */
    image: string | undefined;
    /** From the first process of the container down to the one that started this; none: this one is the first. */
    parents: readonly Parent[];
    /** A small init, such as tini, is the first. */
    init: boolean;
    user: string | undefined;
}
/** Something a service starts, and how it gets there. */
export interface Process {
    program: Program;
    /** The working directory, relative to the root of the repository. */
    folder: string;
    environment: Environment;
    /** From the start command to the program; the last step is the command that names it. */
    steps: readonly Step[];
    /** The line that names the program. */
    at: Location;
    /** It runs only on a condition that is not decided. */
    conditional: boolean;
    /** Set where it runs in an image that is built from a Dockerfile of the repository. */
    container?: Container;
}
/** A place where the way from the start command ends early. `why` is a clause. */
export interface Gap {
    why: string;
    at: Location;
    steps: readonly Step[];
    /** What the command asks for is not there: a script, a file, a folder. Otherwise it could not be read. */
    missing?: MissingTarget;
}
/** What a command names and the repository does not have. */
export interface MissingTarget {
    kind: 'script' | 'file' | 'folder' | 'package' | 'manifest';
    /** As the command names it. */
    name: string;
    /** The path it was looked for, relative to the root of the repository. */
    path: string;
    /** What the program adds to the path, such as `.js`. */
    endings?: readonly string[];
    /** Of a script: an option behind its name that chooses a package, but only in front of it: `--filter web`. */
    passedOn?: string;
    /** The same path in another letter case. */
    otherCase?: string;
    /** What there is instead: scripts of that package.json, files of that folder. */
    available: readonly string[];
}
/** What a start command comes to. */
export interface Launch {
    /** What stays running, in order. */
    processes: readonly Process[];
    /** What runs to its end before. */
    before: readonly Process[];
    gaps: readonly Gap[];
    /** The command ends and leaves nothing running: why, and where that is written. `why` is a clause. */
    ends?: {
        why: string;
        at: Location;
    };
    /** The folder the command runs in, relative to the root of the repository; undefined where it cannot be read. */
    folder: string | undefined;
}
export {};
