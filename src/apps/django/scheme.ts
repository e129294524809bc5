import type { Process } from '../../model/process.js';
import type { Value } from '../../model/value.js';
import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import type { Setting } from './setting.js';
import type { Texts } from './texts.js';

/**
 * Whether Django learns that a request came by https, though the edge passes it on as plain http. `unknown`: `why` is a
 * clause.
 */
export type ForwardedScheme = { is: 'trusted' } | { is: 'plain' } | { is: 'unknown'; why: string };

/** The header that edges put the scheme in, as Django calls it, and its value for https. */
const HEADER = ['HTTP_X_FORWARDED_PROTO', 'https'] as const;

export function forwardedScheme(
  repository: Repository,
  process: Process | undefined,
  header: Setting<Texts>,
): ForwardedScheme {
  const bySetting = schemeBySetting(header.value);
  return bySetting.is === 'plain' ? schemeByServer(repository, process) : bySetting;
}

function schemeBySetting(value: Value<Texts>): ForwardedScheme {
  if (value.is === 'absent') return { is: 'plain' };
  if (value.is !== 'known') return { is: 'unknown', why: 'SECURE_PROXY_SSL_HEADER cannot be read' };
  const [name, wanted] = value.value.items.map((item) => (item.is === 'known' ? item.value : undefined));
  if (name === HEADER[0] && wanted === HEADER[1]) return { is: 'trusted' };
  return { is: 'unknown', why: 'SECURE_PROXY_SSL_HEADER names another header than X-Forwarded-Proto' };
}

/** Servers that take the scheme from the header where the address of the edge is trusted, with the option for it. */
const BY_ADDRESS = new Set(['gunicorn', 'uvicorn']);

/** Servers that never do by themselves. */
const NEVER = new Set(['manage.py', 'django-admin', 'hypercorn', 'granian', 'waitress-serve', 'daphne']);

/**
 * gunicorn and uvicorn trust the header from the addresses in `--forwarded-allow-ips`, else FORWARDED_ALLOW_IPS, else from
 * 127.0.0.1 (https://docs.gunicorn.org/en/stable/settings.html#forwarded-allow-ips, https://www.uvicorn.org/settings/#http).
 */
function schemeByServer(repository: Repository, process: Process | undefined): ForwardedScheme {
  if (!process) return { is: 'unknown', why: 'what answers the requests is not known' };
  const { name, words } = process.program;
  if (NEVER.has(name)) {
    const isTold = words.some((word) => word?.includes('proxy') === true);
    return isTold ? { is: 'unknown', why: `${name} is told of a proxy` } : { is: 'plain' };
  }
  if (!BY_ADDRESS.has(name)) return { is: 'unknown', why: `how ${name} treats X-Forwarded-Proto is not known` };
  if (words.includes(undefined)) return { is: 'unknown', why: `a part of the command of ${name} is not known` };
  if (words.includes('--no-proxy-headers')) return { is: 'plain' };
  const given = option(words, '--forwarded-allow-ips') ?? inVariable(process, 'GUNICORN_CMD_ARGS');
  if (given !== undefined)
    return given === '*' ? { is: 'trusted' } : { is: 'unknown', why: 'which proxies it trusts is not known' };
  if (name === 'gunicorn' && configMentions(repository, process)) {
    return { is: 'unknown', why: "gunicorn's configuration file has a part in it" };
  }
  return byVariable(process);
}

function option(words: readonly (string | undefined)[], name: string): string | undefined {
  const joined = words.find((word) => word?.startsWith(`${name}=`));
  const index = words.indexOf(name);
  return joined?.slice(name.length + 1) ?? (index < 0 ? undefined : words[index + 1]);
}

function inVariable({ environment, program }: Process, name: string): string | undefined {
  if (program.name !== 'gunicorn') return undefined;
  const variable = environment.variable(name);
  const text = variable.is === 'set' && variable.value.is === 'known' ? variable.value.value : '';
  return option(text.split(/[\s'"]+/), '--forwarded-allow-ips');
}

function configMentions(repository: Repository, { folder, program }: Process): boolean {
  const named = option(program.words, '-c') ?? option(program.words, '--config') ?? 'gunicorn.conf.py';
  const source = repository.read(childOf(folder, named.replace(/^(?:file:|\.\/)+/, '')));
  return source.is === 'text' && /forwarded_allow_ips|secure_scheme_headers/.test(source.text);
}

function byVariable({ environment }: Process): ForwardedScheme {
  const variable = environment.variable('FORWARDED_ALLOW_IPS');
  if (variable.is === 'unset') return { is: 'plain' };
  if (variable.is === 'set' && variable.value.is === 'known') {
    const { value } = variable.value;
    if (value === '*') return { is: 'trusted' };
    if (/^(?:127\.0\.0\.1|::1|localhost|,|\s)*$/.test(value)) return { is: 'plain' };
  }
  return { is: 'unknown', why: 'the value of FORWARDED_ALLOW_IPS is not known' };
}
