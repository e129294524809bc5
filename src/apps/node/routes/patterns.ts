/** A path as routes write it: a parameter is `:name`, the rest of a path `*`. */
export interface PatternPath {
  path: string;
  /** The pattern may match only some of these paths. */
  partly: boolean;
}

/** Longest pattern that is read, in UTF-16 units. */
const MAX_LENGTH = 300;

/** The paths that a router's pattern stands for. */
export function pathsOf(pattern: string): readonly PatternPath[] {
  if (pattern.length > MAX_LENGTH) return [EVERY_PATH];
  const paths = alternatives(withSlash(pattern))?.map(simple);
  const read = paths?.flatMap((path) => (path === undefined ? [] : [{ path, partly: false }])) ?? [];
  return read.length > 0 && read.length === paths?.length ? read : [cover(withSlash(pattern))];
}

/** Of a regular expression, or of a pattern that is put together at run time. */
export const EVERY_PATH: PatternPath = { path: '/*', partly: true };

/** The prefix of what is mounted without one. */
export const ROOT: readonly PatternPath[] = [{ path: '/', partly: false }];

/** All paths that begin with the plain segments of a pattern. */
function cover(pattern: string): PatternPath {
  const [, ...segments] = pattern.split('/');
  const end = segments.findIndex((segment) => !/^:?[\w.~!@%&=,;-]+$/.test(segment));
  return { path: ['', ...segments.slice(0, Math.max(end, 0)), '*'].join('/'), partly: true };
}

function withSlash(pattern: string): string {
  if (pattern === '*' || pattern === '(.*)') return '/*';
  return pattern.startsWith('/') || pattern.startsWith('{') ? pattern : `/${pattern}`;
}

/** Most paths of one pattern. */
const MAX_PATHS = 16;

/** Both of what may be left out: `/:id?`, Express 5's `{/:id}`. */
function alternatives(pattern: string): readonly string[] | undefined {
  let done = [pattern];
  for (let turn = 0; turn < 4; turn++) {
    const next = done.flatMap(split);
    if (next.length === done.length) return done;
    if (next.length > MAX_PATHS) return undefined;
    done = next;
  }
  return undefined;
}

function split(pattern: string): string[] {
  const braces = /^(?<before>[^{}]*)\{(?<inner>[^{}]*)\}(?<after>.*)$/s.exec(pattern)?.groups;
  // Hono and Koa write a parameter's form in braces: `:id{[0-9]+}`.
  if (braces && !/:\w+$/.test(braces.before ?? '')) {
    const { before = '', inner = '', after = '' } = braces;
    return [before + after, before + inner + after];
  }
  const optional = /^(?<before>[^?]*)(?<inner>\/:\w+)\?(?<after>.*)$/s.exec(pattern)?.groups;
  if (!optional) return [pattern];
  const { before = '', inner = '', after = '' } = optional;
  return [before + after, before + inner + after];
}

/** One path without what may be left out; undefined where it holds more than parameters and a final rest. */
function simple(pattern: string): string | undefined {
  const segments = pattern.split('/');
  const last = segments.length - 1;
  const paths = segments.map((segment, index) => {
    if (segment === '') return '';
    // The rest of a path: `*`, `(.*)`, Express 5's `*name`, Koa's `:rest*` and `:rest(.*)`.
    if (index === last && /^(?:\*\w*|\(\.\*\)|:\w+\*|:\w+\(\.\*\)|:\w+\{\.[*+]\})$/.test(segment)) return '*';
    if (/^:\w+(?:\([^()*]*\)|\{[^{}]*\})$/.test(segment)) return segment.replace(/[({].*$/s, '~');
    return /^(?::?[\w.~!@%&=,;-]+|\[\w+\])$/.test(segment) ? segment : undefined;
  });
  if (paths.includes(undefined)) return undefined;
  // A parameter that only takes some values may match: `:` alone is no whole name.
  return (
    paths.map((each) => (each?.endsWith('~') && each.startsWith(':') ? `${each.slice(0, -1)}{}` : each)).join('/') ||
    '/'
  );
}

/** A path below a prefix; a lone `/` adds nothing. */
export function joined(prefix: string, path: string): string {
  const before = prefix.replace(/(?<!\/)\/+$/, '');
  const after = path === '' || path === '/' ? '' : path.startsWith('/') ? path : `/${path}`;
  return before + after || '/';
}
