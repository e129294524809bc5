import type { Severity } from './finding.js';
import type { Location } from './location.js';
import type { EnvEntry, ServiceKind } from './service.js';
import type { Known } from './value.js';
/** The value of an option of a rule. */
export type OptionValue = string | number | boolean | readonly string[];
/** What the configuration says of one rule. */
export interface RuleSetting {
    /** In place of the rule's own and of what it would say of a single finding. */
    severity?: Severity | 'off';
    /** By name; only those that are set. */
    options: Readonly<Record<string, OptionValue>>;
}
/** Findings that are not to be reported: those that fit everything which is named here. An empty list fits all. */
export interface IgnoreSetting {
    at: Location;
    rules: readonly string[];
    /** Glob patterns, or folders and files, relative to the root. */
    paths: readonly string[];
    services: readonly string[];
    reason: string;
    /** The last day on which it holds, as `2026-12-31`. */
    until?: string;
}
/** The values of a service that the configuration may give. */
export declare const SETTABLE: readonly ["runtime", "root", "buildCommand", "preDeployCommand", "startCommand", "dockerfile", "dockerContext", "healthCheckPath", "publishPath", "region", "plan"];
export type Settable = (typeof SETTABLE)[number];
/** The kinds of service that the configuration may declare. */
export declare const SETTABLE_KINDS: readonly ["web", "static", "private", "worker", "cron"];
/** What is known of a service that no platform file says, since it is set in the dashboard. */
export interface ServiceSetting {
    name: string;
    /** The place of the name. */
    at: Location;
    kind?: ServiceKind;
    values: Readonly<Partial<Record<Settable, Known<string>>>>;
    domains: readonly Known<string>[];
    env: readonly EnvEntry[];
}
/** What lint-deploy's own configuration says. */
export interface Settings {
    /** The id of the platform of services that no platform file declares. */
    platform?: string;
    /** By id. */
    rules: ReadonlyMap<string, RuleSetting>;
    ignores: readonly IgnoreSetting[];
    services: readonly ServiceSetting[];
    /** The files they were read from, relative to the root; the one that extends the others comes last. */
    files: readonly string[];
}
/** Where nothing is configured. */
export declare const NO_SETTINGS: Settings;
/** A finding that is known and accepted, as a baseline file lists it. */
export interface BaselineEntry {
    /** Of the finding: it stays the same when lines move. */
    fingerprint: string;
    rule: string;
    /** Relative to the root. */
    file: string;
    /** What was found, for whoever reads the file. */
    found: string;
}
export interface Baseline {
    entries: readonly BaselineEntry[];
}
/** What a rule lets its users set. */
export interface RuleOption {
    /** A sentence on what it does, with its unit. */
    description: string;
    type: 'integer' | 'number' | 'string' | 'boolean' | 'strings';
    default: OptionValue;
    minimum?: number;
    maximum?: number;
    /** The strings that are accepted, where they are few. */
    oneOf?: readonly string[];
}
/** The options of a rule by name, each as it is set or else its default. */
export type OptionValues = Readonly<Record<string, OptionValue>>;
