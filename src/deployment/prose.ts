import type { Location } from '../model/location.js';
import type { Service } from '../model/service.js';
import { knownValue } from '../model/value.js';

/** A service within a sentence: its name, else what it is called instead. */
export function nameOf({ name }: Pick<Service, 'name'>, otherwise = 'the service'): string {
  const known = knownValue(name);
  return known === undefined ? otherwise : code(known);
}

/** What answers the requests of a service, within a sentence. */
export function serverOf(service: Pick<Service, 'name'>): string {
  const name = nameOf(service, '');
  return name === '' ? 'the server' : `the server of ${name}`;
}

/** As a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether a place is in JavaScript or TypeScript, so that advice can be in these. */
export function isInScript({ file }: Location): boolean {
  return /\.[cm]?[jt]sx?$/.test(file);
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** `a`, `b` and `c`, each as code. */
export function listOf(names: readonly string[]): string {
  const quoted = names.map(code);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`;
}

/** A place within a sentence: `src/server.js:12`. */
export function placeWords({ file, range }: Location): string {
  return `${file}:${String(range.start.line)}`;
}
