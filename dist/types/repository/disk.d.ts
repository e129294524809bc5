import type { Repository } from './repository.js';
import { type TreeSource } from './tree.js';
export interface DirectoryOptions {
    /** Called at most once, with a sentence, where git should have said which files are ignored but could not. */
    notice?: (text: string) => void;
}
/**
 * The repository in a folder on disk; the folder may be a subfolder of a git work tree. Inside a work tree, what git
 * ignores is not there (one `git ls-files`, made with the first question); elsewhere everything is. `.git` never is.
 * Throws where the folder does not exist or is none.
 */
export declare function openDirectory(root: string, options?: DirectoryOptions): Repository;
/** What such a repository is made from. Throws where the folder does not exist or is none. */
export declare function directorySource(root: string, options?: DirectoryOptions): TreeSource;
/** The content of a file on disk, if it is a plain one. `file` is an absolute path; its last name is not followed. */
export declare function readRegularFile(file: string): ReturnType<TreeSource['bytes']>;
