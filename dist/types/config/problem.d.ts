import type { Location } from '../model/location.js';
/** Why a configuration cannot be used. `message` is one sentence or more. */
export interface ConfigProblem {
    at: Location;
    message: string;
}
