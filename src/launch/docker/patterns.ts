/**
 * Whether a path matches a pattern of a `.dockerignore` or of COPY: `*` and `?` stand for units of one name, `[…]` for
 * one of several, and `**` for any number of folders (https://docs.docker.com/build/concepts/context/#syntax). Takes
 * time in the product of both lengths, whatever is written.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const names = path.split('/');
  return reachedBy(pattern, names).has(names.length);
}

/** The same of the path or a folder that it is in. */
export function matchesWithin(pattern: string, path: string): boolean {
  const reached = reachedBy(pattern, path.split('/'));
  reached.delete(0);
  return reached.size > 0;
}

/** After how many of the names the pattern can end. */
function reachedBy(pattern: string, names: readonly string[]): Set<number> {
  let reached = new Set([0]);
  for (const each of pattern.split('/')) {
    const next = new Set<number>();
    if (each === '**') for (let at = Math.min(...reached); at <= names.length; at++) next.add(at);
    else for (const at of reached) if (at < names.length && matchesName(each, names[at] ?? '')) next.add(at + 1);
    if (next.size === 0) return next;
    reached = next;
  }
  return reached;
}

/** Whether a word is a pattern, not the name of one file. */
export function isPattern(word: string): boolean {
  return /[*?[]/.test(word);
}

/** One name against one part of a pattern: after a mismatch, the last star takes one unit more. */
function matchesName(pattern: string, name: string): boolean {
  let [at, unit, star, resume] = [0, 0, -1, 0];
  while (unit < name.length) {
    const length = at < pattern.length ? oneUnit(pattern, at, name.charAt(unit)) : 0;
    if (pattern.charAt(at) === '*') {
      star = at++;
      resume = unit;
    } else if (length > 0) {
      at += length;
      unit++;
    } else if (star !== -1) {
      at = star + 1;
      unit = ++resume;
    } else return false;
  }
  while (pattern.charAt(at) === '*') at++;
  return at === pattern.length;
}

/** How many units of the pattern stand for this one; none where they do not. */
function oneUnit(pattern: string, at: number, unit: string): number {
  const first = pattern.charAt(at);
  if (first === '?') return 1;
  if (first === '\\' && at + 1 < pattern.length) return pattern.charAt(at + 1) === unit ? 2 : 0;
  if (first !== '[') return first === unit ? 1 : 0;
  const end = pattern.indexOf(']', at + 2);
  if (end === -1) return 0;
  const inner = pattern.slice(at + 1, end);
  const negated = inner.startsWith('^');
  return inSet(negated ? inner.slice(1) : inner, unit) === negated ? 0 : end - at + 1;
}

function inSet(set: string, unit: string): boolean {
  for (let at = 0; at < set.length; at++) {
    const last = set.charAt(at + 1) === '-' ? set.charAt(at + 2) : '';
    if (last !== '' && set.charAt(at) <= unit && unit <= last) return true;
    if (set.charAt(at) === unit) return true;
    if (last !== '') at += 2;
  }
  return false;
}
