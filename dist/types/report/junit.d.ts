import type { Report } from '../model/report.js';
import { type ReportContext } from './context.js';
/**
 * The report as JUnit XML, in the common ground of what Jenkins and GitLab read: a suite for each service, and in it a test
 * for each finding. An error or warning is a failure; a note passes and says what it has to say; a service without findings
 * is one test that passes. A part of the run that failed is an error.
 */
export declare function junitReport(raw: Report, context: ReportContext): string;
