import type { Severity } from '../model/finding.js';
import type { Repository } from '../repository/repository.js';
/** A rule that ran, as a report describes it. */
export interface RuleInfo {
    /** Kebab-case. */
    id: string;
    /** One line, without a full stop. */
    title: string;
    severity: Severity;
    statuses: readonly number[];
    /** The Markdown of the rule's page. */
    page: string;
}
/** What a report needs besides the result of the run. It comes from the caller, so that a report is the same on every machine. */
export interface ReportContext {
    /** The version of lint-deploy. */
    version: string;
    /** The rules that ran, in the order of their index. */
    rules: readonly RuleInfo[];
    /** The address of the project's repository on GitHub, without a fragment. */
    homepage: string;
    /** The decoded text of a file of the repository, byte order mark left out; undefined where it cannot be read. */
    source: (file: string) => string | undefined;
    /**
     * The same file as a reader that takes every file for UTF-8 sees it, byte order mark included; undefined where the
     * file is not valid UTF-8. Code scanning hashes this text.
     */
    utf8Source: (file: string) => string | undefined;
    /** Where the root lies in the repository that paths are reported for, such as `sub/folder`; empty for its own root. */
    uriPrefix: string;
    /** How long the run took, in ms; left out where the report is to be the same next time. */
    durationMs?: number | undefined;
    /** SARIF and JUnit: also list the findings that an ignore or the baseline leaves out, marked as such. */
    includeSuppressed?: boolean;
    /** SARIF only: the category of the run, as in `automationDetails.id`. */
    sarifCategory?: string;
}
/** A reported path: that of a file in the repository, behind the prefix. Without a leading `./` or `/`. */
export declare function reportedPath(file: string, uriPrefix: string): string;
/** The parts of a context that come from the repository that was linted. */
export declare function sourcesOf(repository: Repository): Pick<ReportContext, 'source' | 'utf8Source'>;
