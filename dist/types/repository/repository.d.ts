/**
 * What a path in the repository is. `path` is its canonical spelling, with links resolved: a report cannot point at a
 * link. `executable` is undefined where neither git nor the file system says.
 */
export type Lookup = {
    is: 'file';
    path: string;
    executable: boolean | undefined;
} | {
    is: 'directory';
    path: string;
}
/** Nothing under exactly this name. `otherCase` is the path that differs in letter case only. */
 | {
    is: 'missing';
    otherCase?: string | undefined;
}
/** The path leaves the repository: `..`, an absolute path, or a link that points outside. */
 | {
    is: 'outside';
}
/** A FIFO, a socket, a device, a broken or circular link, or anything in a folder that cannot be listed. Never opened. */
 | {
    is: 'special';
};
export interface Entry {
    name: string;
    is: 'file' | 'directory' | 'special';
    /** It is a link, and `is` says what it leads to; what leads nowhere or out of the repository is special. */
    link?: true;
}
/** The text of a file, decoded, line endings kept, byte order mark left out. */
export interface SourceText {
    is: 'text';
    text: string;
    encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
    /** A byte order mark precedes the text in the file. */
    bom: boolean;
    /** Some bytes are not valid in this encoding: the text must not be written back. */
    lossy: boolean;
}
/** Why a file has no text. `why` is a clause for a message, such as "is larger than 1 MB". */
export interface Unread {
    is: 'missing' | 'outside' | 'special' | 'directory' | 'tooLarge' | 'binary' | 'unreadable';
    why: string;
}
/**
 * The tree under lint, as a deploy gets it: what git ignores is not there. Synchronous.
 * Paths are relative to the root, with `/`; `.`, empty segments and a leading `./` mean nothing.
 * No method throws on what it finds in the tree, follows a link out of it, or opens anything but a regular file.
 */
export interface Repository {
    lookup(path: string): Lookup;
    /**
     * Entries of a folder in code-unit order; empty where there is no such folder. With `folders` files may be left out,
     * which spares reading a folder that is known to hold nothing else.
     */
    list(path: string, wanted?: 'folders'): readonly Entry[];
    read(path: string): SourceText | Unread;
}
