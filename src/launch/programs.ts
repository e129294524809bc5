import type { KnownProgram } from './programs/known-program.js';
import { NODE_PROGRAMS } from './programs/node.js';
import { OTHER_PROGRAMS } from './programs/other.js';
import { PYTHON_PROGRAMS } from './programs/python.js';
import { TASKS } from './programs/tasks.js';
import type { Words } from './words.js';

const PROGRAMS: readonly KnownProgram[] = [...NODE_PROGRAMS, ...PYTHON_PROGRAMS, ...OTHER_PROGRAMS, ...TASKS];

/** Whether a program of that name is known. */
export function isKnownProgram(name: string): boolean {
  return PROGRAMS.some(({ calls }) => calls.some(([program]) => program === name));
}

/** The program that words call: of several that fit, the one that names most of them. */
export function knownProgram(words: Words): KnownProgram | undefined {
  const [program] = words;
  let best: KnownProgram | undefined;
  let length = 0;
  for (const row of PROGRAMS) {
    for (const call of row.calls) {
      if (call[0] !== program || call.length <= length || !isCall(words.slice(1), call.slice(1), row)) continue;
      best = row;
      length = call.length;
    }
  }
  return best;
}

/** Whether the words that are no options begin with those of a call. */
function isCall(words: Words, call: readonly string[], { options = [], target }: KnownProgram): boolean {
  if (call.length === 0) return true;
  const valued = target.by === 'object' ? [] : options;
  let matched = 0;
  for (let at = 0; at < words.length && matched < call.length; at++) {
    const word = words[at];
    if (word === call[matched]) matched++;
    else if (word?.startsWith('-') !== true) return false;
    else if (valued.includes(word)) at++;
  }
  return matched === call.length;
}
