import { type Trace } from '../model/trace.js';
import type { ReportContext } from './context.js';
/**
 * A trace as JSON, complete, in the format that schema/trace.json describes. The same trace gives the same text. Words
 * and values are cleaned and their secrets hidden; the paths of places are exact.
 */
export declare function traceJson(trace: Trace, context: Pick<ReportContext, 'homepage' | 'version' | 'uriPrefix'>): string;
