import type { Run } from '../../../code/run/run.js';
import type { Call, External, JsValue } from '../../../code/run/values.js';
import type { Dialect } from './dialects.js';
import type { PatternPath } from './patterns.js';
import type { Entry, Link, Router } from './router.js';

/** An app or router of a program, and what is known of its part in it. */
export interface Owner {
  dialect: Dialect;
  is: 'app' | 'router';
  router: Router;
  /** What makes it. */
  made: External;
  mounted: boolean;
  listens: boolean;
}

/** What a method is called on: an owner, or the builder that its `route` gives. */
export interface Target {
  owner: Owner;
  paths?: readonly PatternPath[];
}

/** What a framework does with the calls of its methods; false where it does not know the name. */
export type Reader = (collector: Collecting, target: Target, name: string, call: Call) => boolean;

/** What reads the routes of a program, as its parts see it. */
export interface Collecting {
  readonly run: Run;
  /** The app or router that a value is. */
  ownerOf(value: JsValue): Owner | undefined;
  /** What a method of something outside the program is called on. */
  target(value: External): Target | undefined;
  /** The paths that an argument stands for. */
  paths(value: JsValue | undefined): readonly PatternPath[];
  /** What handles a request, from arguments. */
  links(values: readonly JsValue[], dialect: Dialect): readonly Link[];
  /** What a route's handler does: it answers, even where it is not followed. */
  answer(handler: JsValue | undefined, dialect: Dialect): readonly Link[];
  entry(
    call: Call,
    paths: readonly PatternPath[],
    links: readonly Link[],
    methods: readonly string[],
    isPrefix: boolean,
  ): Entry;
  /** Notes why there may be other routes: a clause. */
  doubt(why: string): void;
}
