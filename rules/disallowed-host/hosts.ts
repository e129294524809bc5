import type { PublicHost } from '../../src/apps/django/host.js';
import type { Texts } from '../../src/apps/django/texts.js';

/** What an entry of ALLOWED_HOSTS is, beside the host it is compared with. */
export type EntryVerdict =
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

function entryVerdict(pattern: string, { host, suffix, assumed }: PublicHost): EntryVerdict {
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

export type ListVerdict =
  | { is: 'fine' }
  | { is: 'near' }
  | { is: 'undecided'; why: string }
  | { is: 'wrong'; kinds: readonly EntryVerdict[] }
  /** Django refuses the setting itself. */
  | { is: 'no-list' };

/** Whether a list lets requests for the service's own host in. `inferred`: it may be deployed anywhere. */
export function listVerdict({ kind, items, more }: Texts, host: PublicHost, inferred: boolean): ListVerdict {
  if (kind === 'text' || kind === 'set') return { is: 'no-list' };
  const kinds: EntryVerdict[] = [];
  let doubt = more;
  let near = false;
  for (const item of items) {
    if (item.is === 'unknown') doubt ??= item.why;
    const values =
      item.is === 'known' ? [item.value] : item.is === 'oneOf' ? item.values.map(({ value }) => value) : [];
    const verdicts = values.map((value) => entryVerdict(value, host));
    if (verdicts.length > 0 && verdicts.every((each) => each === 'allows')) return { is: 'fine' };
    if (verdicts.includes('allows')) doubt ??= 'an entry depends on a condition that is not decided';
    near ||= verdicts.includes('near');
    kinds.push(...verdicts);
  }
  if (near) return host.assumed ? { is: 'undecided', why: 'the name of the service is not known' } : { is: 'near' };
  if (doubt !== undefined) return { is: 'undecided', why: doubt };
  // A domain may be given to the service in the dashboard.
  const elsewhere = kinds.includes('domain') || (inferred && kinds.some((each) => each.startsWith('other-')));
  if (!elsewhere) return { is: 'wrong', kinds };
  return host.domains.length > 0
    ? { is: 'fine' }
    : { is: 'undecided', why: 'whether the domains it names lead to the service is not known' };
}
