import type { Location } from './location.js';
/** Where a known value comes from. */
export type Origin = {
    by: 'written';
}
/** The default of a program or platform; `source` says where that default is documented. */
 | {
    by: 'default';
    of: string;
    source: string;
} | {
    by: 'platform';
    platform: string;
} | {
    by: 'variable';
    name: string;
};
export interface Known<T> {
    is: 'known';
    value: T;
    at: Location;
    from: Origin;
    /** Variables of the environment that would take its place if something set them. */
    unless?: readonly string[];
}
/** A value as it is written at a place. */
export declare function written<T>(value: T, at: Location): Known<T>;
/** One of several values, by a condition that cannot be decided. */
export interface OneOf<T> {
    is: 'oneOf';
    values: readonly Known<T>[];
}
/** Nothing is written and no default exists. `at` is the place where it would be written. */
export interface Absent {
    is: 'absent';
    at: Location;
    /** Variables of the environment that would give one if something set them. */
    unless?: readonly string[];
}
/** Something is written, but what it yields cannot be decided. `why` is a clause without a full stop. */
export interface Unknown {
    is: 'unknown';
    why: string;
    at: Location;
    /** Whatever it is, it is a text that is not empty. */
    filled?: true;
    /** A text of the same form, where only that is known: `postgresql://user:password@host/database`. */
    form?: string;
}
/** What is known of a value of the deployment. Unknown is never wrong. */
export type Value<T> = Known<T> | OneOf<T> | Absent | Unknown;
export type Judgement = 'wrong' | 'fine' | 'undecided';
/**
 * Judges a value that may not be decided: `oneOf` is wrong only if all its values are, and fine only if none is.
 * What absence means differs from rule to rule, so an absent value is not accepted here.
 */
export declare function judge<T>(value: Exclude<Value<T>, Absent>, isWrong: (value: T) => boolean): Judgement;
/** The value itself where it is known for certain, else undefined. */
export declare function knownValue<T>(value: Value<T>): T | undefined;
