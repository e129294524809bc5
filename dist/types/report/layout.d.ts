/** Columns one code point takes in a terminal. */
export declare function codePointWidth(character: string): 0 | 1 | 2;
/** Columns a text takes in a terminal. It holds no control characters. */
export declare function displayWidth(text: string): number;
/** The text cut to so many columns, with `…` where something is left out. */
export declare function truncate(text: string, width: number): string;
/**
 * Cleans prose and breaks it at blanks into lines of at most `width` columns. Only a word longer than a line is broken
 * inside.
 */
export declare function wrap(prose: string, width: number): string[];
/** A text that is never broken, and how it is painted. */
export interface Piece {
    text: string;
    paint?: (text: string) => string;
}
/** Puts as many pieces on a line as fit. A separator at the end of a line loses its last blank. */
export declare function flow(pieces: readonly Piece[], separator: string, width: number): string[];
