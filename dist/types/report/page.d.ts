import type { ServiceLabel, Severity, Step } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Notification, ServiceSummary } from '../model/report.js';
import { type ReportContext } from './context.js';
import { type Piece } from './layout.js';
/** What a page takes from the context of a report. */
export type PageContext = Pick<ReportContext, 'source' | 'uriPrefix'>;
export interface PageOptions {
    /** The text is the same with and without. */
    colour: boolean;
    /** Columns of the terminal. Lines keep within it, and within 100; below 24 it counts as 24. */
    width: number;
    /** Also notices of every level. */
    verbose: boolean;
}
/** Those that a page uses. Spelt out, so that the public types name no package. */
type Colours = Record<'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow', (text: string) => string>;
/** What a line needs to be laid out. */
export declare class Page {
    #private;
    readonly context: PageContext;
    readonly width: number;
    readonly verbose: boolean;
    readonly colours: Colours;
    constructor(context: PageContext, options: PageOptions);
    severity(severity: Severity): (text: string) => string;
    /** `file:line:column` as it is printed. */
    place(at: Location): string;
    /** Prose in wrapped lines, each behind `indent` blanks. */
    prose(text: string, indent: number): string[];
    /** The lines of a file, secrets hidden; none where it cannot be read. */
    source(file: string): readonly string[];
}
/** Each line behind so many blanks. */
export declare function indented(lines: readonly string[], indent: number): string[];
/** The name of a service, what and where it is, and its chain. */
export declare function serviceHead(service: ServiceLabel | ServiceSummary, page: Page): string[];
/** A command of several lines as it would be written on one. */
export declare function onOneLine(command: string): string;
/** Lines after the first stand two blanks further in. */
export declare function hanging(lines: readonly string[]): string[];
/** What a run says of itself; without `verbose`, not its notes. */
export declare function noticeLines(notifications: readonly Notification[], page: Page): string[];
/** The first line of an entry of a list. */
export declare function entryHead(pieces: readonly Piece[], page: Page): string[];
export declare function plural(count: number, noun: string): string;
/** The path of a file as it is printed. */
export declare function path(file: string, context: PageContext): string;
/** `file:line:column` as it is printed. */
export declare function placeOf({ file, range }: Location, context: PageContext): string;
/** Texts beside what they belong to, in two columns, or below it where a line is too short for both. */
export declare function rows(entries: readonly Row[], indent: number, page: Page): string[];
/** `left` is printed as it is, `right` is cleaned. */
export interface Row {
    left: string;
    right: string;
}
/** Steps of a chain, each beside its place. */
export declare function stepRows(steps: readonly Step[], page: Page): readonly Row[];
export {};
