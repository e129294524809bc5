import type { Location } from './location.js';
/** `error`: nearly every request or the deploy fails. `warning`: some do, or under a condition. `note`: recovery is weaker. */
export type Severity = 'error' | 'warning' | 'note';
/** Worst first. */
export declare const SEVERITIES: readonly Severity[];
/** Worst first, for a sort that keeps the order of equals. */
export declare function bySeverity(one: {
    severity: Severity;
}, other: {
    severity: Severity;
}): number;
/** One link of the chain that led to a finding: a place and a few words on what it does there. */
export interface Step {
    at: Location;
    words: string;
}
/** Replaces the text at a place. An insertion has an empty range. */
export interface TextEdit {
    at: Location;
    text: string;
}
/** `safe`: behaviour changes only as the finding asks. `unsafe`: needs a person to look; `because` is a sentence that says why. */
export type Fix = {
    title: string;
    safety: 'safe';
    edits: readonly TextEdit[];
} | {
    title: string;
    safety: 'unsafe';
    because: string;
    edits: readonly TextEdit[];
};
/** Three sentences (or groups of them), each with its full stop: what is there, what it leads to, what to change. */
export interface Message {
    found: string;
    effect: string;
    remedy: string;
}
/** The service a finding speaks of, as a report names it. */
export interface ServiceLabel {
    name: string;
    kind: string;
    platform: string;
    at: Location;
}
export interface Finding {
    rule: string;
    severity: Severity;
    /** HTTP status codes the fault leads to; empty where it fails the deploy instead. */
    statuses: readonly number[];
    message: Message;
    /** The primary place: one line. */
    at: Location;
    /** What stands there, in a few words, for a source frame: "written here", "gunicorn's default". */
    label?: string;
    /** From configuration to the fault, in order, the fault itself left out. */
    trail: readonly Step[];
    fixes: readonly Fix[];
    /** The structured arguments of the message, for tools and tests. */
    facts: Readonly<Record<string, string | number | boolean>>;
    service?: ServiceLabel;
    /** Findings that this one causes: with it repaired, they are judged anew. They are not reported on their own. */
    explains: readonly Finding[];
}
/** A question a rule could not answer. Never a finding. */
export interface Undecided {
    rule: string;
    /** A sentence: what could not be decided, and why. */
    why: string;
    at: Location;
    service?: ServiceLabel;
}
