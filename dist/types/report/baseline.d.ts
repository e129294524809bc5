import type { Baseline } from '../model/settings.js';
/** A baseline as its file holds it: one entry below the other in a steady order, so that changes of it read well. */
export declare function baselineText({ entries }: Baseline): string;
