import { type Trace } from '../model/trace.js';
import { type PageContext, type PageOptions } from './page.js';
/**
 * What was understood, for a person: each service with its way from the start command to what runs, and what is known of
 * it, each with its place. Ends with a line break. All text from the repository is cleaned and its secrets are hidden.
 */
export declare function traceText(trace: Trace, context: PageContext, options: Omit<PageOptions, 'verbose'>): string;
