import { type Settings } from '../model/settings.js';
import type { Repository } from '../repository/repository.js';
import type { ConfigProblem } from './problem.js';
import { type SchemaFacts } from './schema.js';
/** Where configuration is read from: nothing outside of it can be reached. */
export type ConfigFiles = Pick<Repository, 'lookup' | 'read'>;
export type ConfigResult = {
    is: 'read';
    settings: Settings;
}
/** In the order of the files; never empty. */
 | {
    is: 'wrong';
    problems: readonly ConfigProblem[];
};
/**
 * Reads lint-deploy's own configuration: `file`, or where none is given lint-deploy.yaml at the root, or the key
 * `lint-deploy` of package.json there. Data only: nothing of it is run. Without any, the settings are empty.
 */
export declare function readSettings(files: ConfigFiles, facts: SchemaFacts, file?: string): Promise<ConfigResult>;
