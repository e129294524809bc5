import type { Repository, Unread } from './repository.js';
/** An entry as it lies in its folder: a link is a link. */
export interface RawEntry {
    name: string;
    is: 'file' | 'directory' | 'link' | 'special';
}
/**
 * Where a tree comes from. Every path it is asked about is normalised, was listed by it before and runs through no
 * link, so it has no decisions to make. It never throws.
 */
export interface TreeSource {
    /** The entries of a folder, in any order. */
    list(folder: string): {
        is: 'entries';
        entries: readonly RawEntry[];
    } | Unread;
    /** Whether its folder is sure not to list this path. False where only a list of it can say. */
    lacks(path: string): boolean;
    /** Whether a folder is sure to hold no folder. False where only a list of it can say. */
    isFlat(folder: string): boolean;
    /** Where a link leads, seen from its folder, with `/`. Undefined where it leads out of the tree. */
    linkTarget(link: string): string | undefined;
    /** The content of a file, at most MAX_FILE_BYTES of it. */
    bytes(file: string): {
        is: 'bytes';
        bytes: Uint8Array;
    } | Unread;
    executable(file: string): boolean | undefined;
}
/** The answer of a source for a file over the limit. */
export declare const TOO_LARGE: Unread;
/** The answer of a source for a file that turned into something else since it was listed. */
export declare const SPECIAL: Unread;
/** A repository over a tree: paths, links, letter case, decoding and caching are the same for every source. */
export declare function repositoryOf(source: TreeSource): Repository;
