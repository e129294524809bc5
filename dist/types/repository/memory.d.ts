import type { Repository } from './repository.js';
/** A file by its content, with its mode, or a link by where it leads as seen from its folder. Text is stored as UTF-8. */
export type MemoryFile = string | Uint8Array | {
    content: string | Uint8Array;
    executable?: boolean;
} | {
    link: string;
};
/**
 * A repository of these files, by path; folders follow from the paths. Nothing is ignored but `.git`.
 * Throws where a path leaves the root, or is both a file and a folder.
 */
export declare function memoryRepository(files: Readonly<Record<string, MemoryFile>>): Repository;
