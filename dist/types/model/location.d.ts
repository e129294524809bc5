/** A point in a text. `offset`, `line` and `column` count UTF-16 units; `line` and `column` start at 1, as in SARIF. */
export interface Position {
    offset: number;
    line: number;
    column: number;
}
/** From `start` up to, not including, `end`. */
export interface Range {
    start: Position;
    end: Position;
}
/** A range in a file. `file` is relative to the repository's root, with `/`. */
export interface Location {
    file: string;
    range: Range;
}
