import type { PublicHost } from '../apps/django/host.js';

/** What an entry of ALLOWED_HOSTS is, beside the host of the service. */
export type HostEntry =
  | 'allows'
  /** The name of the service and a few characters, as the platform makes it where the name is taken. */
  | 'near'
  | 'local'
  /** It matches no host: a scheme, a port, a path, a space, `*.`. */
  | 'malformed'
  /** The name of a service on this platform, but not of this one. */
  | 'other-service'
  /** A host of another platform. */
  | 'other-platform'
  /** A domain that may lead to the service. */
  | 'domain';

/** Hosts that platforms give, by their ends. Each is taken from the platform's own documentation of its domains. */
const PLATFORM_SUFFIXES: readonly string[] = [
  '.onrender.com',
  '.herokuapp.com',
  '.railway.app',
  '.fly.dev',
  '.vercel.app',
  '.now.sh',
  '.netlify.app',
  '.pythonanywhere.com',
  '.azurewebsites.net',
  '.elasticbeanstalk.com',
  '.appspot.com',
  '.run.app',
  '.repl.co',
  '.replit.app',
  '.replit.dev',
  '.glitch.me',
  '.ngrok.io',
  '.ngrok-free.app',
  '.gitpod.io',
  '.app.github.dev',
  '.platformsh.site',
  '.koyeb.app',
  '.deta.dev',
];

const LOCAL =
  /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0|(?:10|192|172)\.\d+\.\d+\.\d+|testserver|example\.(?:com|org)|.*\.local|host\.docker\.internal)$/;

/** Django compares without letter case; a leading dot stands for the domain and what is below it (django.http.request). */
export function allows(pattern: string, host: string): boolean {
  if (pattern === '*') return true;
  const wanted = pattern.toLowerCase();
  return wanted === host || (wanted.startsWith('.') && (host.endsWith(wanted) || host === wanted.slice(1)));
}

/** `pattern`: the entry as it is written. */
export function hostEntry(pattern: string, { host, suffix, assumed }: PublicHost): HostEntry {
  if (allows(pattern, host)) return 'allows';
  const entry = pattern.toLowerCase();
  const plain = entry.replace(/^\./, '');
  if (!/^[a-z0-9._-]+$|^\[[0-9a-f:]+\]$/.test(entry) || entry === '.') return 'malformed';
  if (LOCAL.test(plain) || /^\d+\.\d+\.\d+\.\d+$/.test(plain) || !plain.includes('.')) return 'local';
  if (plain.endsWith(suffix)) {
    if (assumed) return 'near';
    const name = host.slice(0, -suffix.length);
    const own = plain.slice(0, -suffix.length);
    return own.startsWith(`${name}-`) && /^[a-z0-9]{4}$/.test(own.slice(name.length + 1)) ? 'near' : 'other-service';
  }
  return PLATFORM_SUFFIXES.some((each) => plain.endsWith(each) || `.${plain}` === each) ? 'other-platform' : 'domain';
}

/** What an entry of CSRF_TRUSTED_ORIGINS is, beside the host of the service. */
export type OriginEntry =
  | 'trusts'
  /** A domain of the service's own, which the platform file need not name. */
  | 'domain'
  | 'other';

/** `origin`: `https://host`, or `https://*.domain` for what is below a domain; compared as django.middleware.csrf does. */
export function originEntry(origin: string, { host, suffix, assumed }: PublicHost): OriginEntry {
  const [, rest] = /^https:\/\/(.*)$/s.exec(origin.toLowerCase()) ?? [];
  if (rest === undefined) return 'other';
  if (rest === host || (rest.startsWith('*.') && host.endsWith(rest.slice(1)))) return 'trusts';
  // A port or a path is another origin's.
  if (!/^[^/:]+$/.test(rest) || /^(?:localhost|127\.|.*\.localhost)/.test(rest)) return 'other';
  return !rest.endsWith(suffix) || assumed ? 'domain' : 'other';
}
