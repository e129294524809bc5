import { type DirectoryOptions } from './disk.js';
import type { Repository } from './repository.js';
export type CommitAnswer = {
    is: 'opened';
    repository: Repository;
}
/** `why` is a clause, which says what is missing; `isAbsent`: the commit, which a fuller clone may have. */
 | {
    is: 'failed';
    why: string;
    isAbsent: boolean;
};
/**
 * The tree of the commit at which the work tree left `ref`, below a folder of that work tree: read from git's objects, so
 * that the checkout stays as it is. Where no common commit is known, as in a shallow clone, it is `ref` itself. A submodule
 * is an empty folder. `root` is an absolute path; `options.notice` is called at most once, where a file cannot be read.
 */
export declare function openCommit(root: string, ref: string, options?: DirectoryOptions): CommitAnswer;
