import type { Baseline } from '../model/settings.js';
import type { ConfigProblem } from './problem.js';
export type BaselineResult = {
    is: 'read';
    baseline: Baseline;
} | {
    is: 'wrong';
    problem: ConfigProblem;
};
/** Reads a baseline from the text of its file. An empty file is an empty baseline. */
export declare function readBaseline(text: string, file: string): BaselineResult;
