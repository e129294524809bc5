import type { Body, Expression } from '../../../syntax/python.js';
import type { PythonFunction } from './values.js';

/** Whether a function has statements; a lambda has one expression. */
export function isBody(body: Body | Expression): body is Body {
  return Array.isArray(body);
}

/** The text of what a function does, without its head. */
export function functionText({ program, body }: PythonFunction): string {
  const [first, last] = isBody(body) ? [body[0], body.at(-1)] : [body, body];
  return program.text.slice(first?.start ?? 0, last?.end ?? 0);
}
