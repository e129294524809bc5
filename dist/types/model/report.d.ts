import type { Finding, Severity, ServiceLabel, Step, Undecided } from './finding.js';
import type { Location } from './location.js';
/** Something a run has to say about itself: a crash inside a rule, a file that could not be read. */
export interface Notification {
    /** Stable id, kebab-case, such as `rule-crash`. */
    id: string;
    level: Severity;
    message: string;
    at?: Location;
    /** The rule that did not finish. */
    rule?: string;
}
/** A service as a report heads its findings. */
export interface ServiceSummary extends ServiceLabel {
    /** No platform file declares it. */
    inferred: boolean;
    /**
     * The start command as written, of a static site the build command, then what it leads to; each with its place. Empty
     * where nothing is known.
     */
    chain: readonly Step[];
    /**
     * Its start command is known and leads to programs that are known, or to something that is not there, which a rule
     * says. Always true of a static site, which starts none.
     */
    followed: boolean;
}
/** Why a finding is not reported. */
export type Suppression = 
/** An ignore in the file itself. */
{
    by: 'comment';
    reason: string;
    at: Location;
} | {
    by: 'settings';
    reason: string;
    at: Location;
}
/** It is in the baseline. */
 | {
    by: 'baseline';
}
/** The commit that this run is compared with had it already. */
 | {
    by: 'base';
};
export interface Suppressed {
    finding: Finding;
    suppression: Suppression;
}
/** The result of one run, before it is given a format. */
export interface Report {
    findings: readonly Finding[];
    /** Findings that an ignore, the baseline or the comparison with a commit leaves out. */
    suppressed: readonly Suppressed[];
    undecided: readonly Undecided[];
    notifications: readonly Notification[];
    services: readonly ServiceSummary[];
    /** Platform files that were read, relative to the root. */
    platformFiles: readonly string[];
    /** False where a rule or reader crashed, or a platform file may not be read: the other results stand. */
    complete: boolean;
}
/** Where a run has got to. */
export type Progress = {
    phase: 'platform files';
}
/** The rules on one service, `done` of `total` being behind. */
 | {
    phase: 'rules';
    service: string;
    done: number;
    total: number;
}
/** The way from each start command, for the heads of the report. */
 | {
    phase: 'services';
} | {
    phase: 'ignores';
} | {
    phase: 'done';
    filesRead: number;
};
