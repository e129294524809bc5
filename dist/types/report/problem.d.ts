import type { Location } from '../model/location.js';
/** Why there is no run to report. `message` is a sentence or more; `at` its place, where it has one. */
export interface Problem {
    message: string;
    at?: Location;
}
