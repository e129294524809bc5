import { functionText } from '../../../code/python/evaluate/function-text.js';
import { alternatives, type Evaluated } from '../../../code/python/evaluate/values.js';
import { PASSING_MIDDLEWARE } from './dialects.js';

/** Signs of an answer that is not the one of what follows. */
const ANSWERS =
  /\bRe(?:sponse|direct)\w*\(|\babort\(|\braise\b|\bjsonify\(|\bredirect\(|\breturn\s+(?!await (?:call_next|handler)\b|response\b|None\b|$)/m;

/** Whether a function in front of others may answer a request itself, by its text. */
export function mayAnswerItself(text: string): boolean {
  const passed = [...text.matchAll(/\b(\w+)(?:[ \t]*:[ \t]*\w+)?[ \t]*=[ \t]*await[ \t]+(?:call_next|handler)\(/g)].map(
    ([, name = '']) => name,
  );
  const own = text
    .replace(/\breturn[ \t]+(\w+)[ \t]*$/gm, (whole, name: string) => (passed.includes(name) ? 'return None' : whole))
    // What is caught and raised again is the error of what follows.
    .replace(/^[ \t]*raise[ \t]*(?:#.*)?$/gm, '');
  return ANSWERS.test(own);
}

/** Whether middleware lets every request pass: packages that do, and classes whose `dispatch` gives on what follows answers. */
export function letsPass(middleware: Evaluated | undefined): boolean {
  if (middleware === undefined) return false;
  // Where its import fails there is none to add.
  const given = alternatives(middleware).filter(({ is }) => is !== 'undefined' && is !== 'none');
  return given.length > 0 && given.every(passes);
}

function passes(middleware: Evaluated): boolean {
  if (middleware.is === 'external') return PASSING_MIDDLEWARE.test(middleware.name);
  if (middleware.is !== 'class') return false;
  const [base, ...others] = middleware.bases;
  const isBase = base?.is === 'external' && base.name.endsWith('.BaseHTTPMiddleware') && others.length === 0;
  const dispatch = middleware.members.bindings.get('dispatch')?.value;
  return isBase && dispatch?.is === 'function' && !mayAnswerItself(functionText(dispatch));
}
