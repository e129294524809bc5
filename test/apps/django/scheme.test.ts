import { describe, expect, it } from 'vitest';
import { forwardedScheme } from '../../../src/apps/django/scheme.js';
import type { Setting } from '../../../src/apps/django/setting.js';
import type { Texts } from '../../../src/apps/django/texts.js';
import type { Value } from '../../../src/model/value.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { environment, process, program } from '../../support/launch.js';
import { absent, known, place } from '../../support/model.js';

const AT = place('settings.py');

function header(value: Value<Texts> = absent(AT)): Setting<Texts> {
  return { name: 'SECURE_PROXY_SSL_HEADER', value, at: AT, statements: [], unset: [] };
}

function pair(name: string, scheme: string): Setting<Texts> {
  return header(known({ kind: 'tuple', items: [known(name), known(scheme)] }));
}

interface Given {
  variables?: Readonly<Record<string, string>>;
  files?: Readonly<Record<string, string>>;
  setting?: Setting<Texts>;
}

function scheme(command: string, { variables = {}, files = {}, setting = header() }: Given = {}): string {
  const set = Object.entries(variables).map(
    ([name, value]) => [name, { is: 'set', value: known(value), at: AT } as const] as const,
  );
  const started = process(program(command.split(' ')), AT, { environment: environment(Object.fromEntries(set)) });
  return forwardedScheme(memoryRepository(files), started, setting).is;
}

describe('whether Django learns that a request came by https', () => {
  it.each<[string, Setting<Texts>, string]>([
    ['the header of edges', pair('HTTP_X_FORWARDED_PROTO', 'https'), 'trusted'],
    ['another header', pair('HTTP_X_FORWARDED_SSL', 'on'), 'unknown'],
    ['the header without HTTP_', pair('X_FORWARDED_PROTO', 'https'), 'unknown'],
    ['a value that is not read', header({ is: 'unknown', why: 'is not read', at: AT }), 'unknown'],
    ['no setting', header(), 'plain'],
  ])('by the setting: %s', (_, setting, expected) => {
    expect(scheme('gunicorn mysite.wsgi', { setting })).toBe(expected);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['gunicorn mysite.wsgi', {}, 'plain'],
    ['gunicorn mysite.wsgi', { FORWARDED_ALLOW_IPS: '*' }, 'trusted'],
    ['gunicorn mysite.wsgi', { FORWARDED_ALLOW_IPS: '127.0.0.1,::1' }, 'plain'],
    ['gunicorn mysite.wsgi', { FORWARDED_ALLOW_IPS: '10.0.0.0/8' }, 'unknown'],
    ['gunicorn --forwarded-allow-ips=* mysite.wsgi', {}, 'trusted'],
    ['gunicorn --forwarded-allow-ips * mysite.wsgi', {}, 'trusted'],
    ['gunicorn --forwarded-allow-ips 10.0.0.1 mysite.wsgi', { FORWARDED_ALLOW_IPS: '*' }, 'unknown'],
    ['gunicorn mysite.wsgi', { GUNICORN_CMD_ARGS: '--forwarded-allow-ips=*' }, 'trusted'],
    ['uvicorn mysite.asgi:application', {}, 'plain'],
    ['uvicorn mysite.asgi:application', { FORWARDED_ALLOW_IPS: '*' }, 'trusted'],
    ['uvicorn --no-proxy-headers mysite.asgi:application', { FORWARDED_ALLOW_IPS: '*' }, 'plain'],
    ['uvicorn mysite.asgi:application', { GUNICORN_CMD_ARGS: '--forwarded-allow-ips=*' }, 'plain'],
    ['daphne mysite.asgi:application', { FORWARDED_ALLOW_IPS: '*' }, 'plain'],
    ['daphne --proxy-headers mysite.asgi:application', {}, 'unknown'],
    ['manage.py runserver', { FORWARDED_ALLOW_IPS: '*' }, 'plain'],
    ['something', {}, 'unknown'],
  ])('by the server: %s %o', (command, variables, expected) => {
    expect(scheme(command, { variables })).toBe(expected);
  });

  it.each([
    ['gunicorn mysite.wsgi', 'gunicorn.conf.py', "forwarded_allow_ips = '*'\n", 'unknown'],
    ['gunicorn -c conf.py mysite.wsgi', 'conf.py', "forwarded_allow_ips = '*'\n", 'unknown'],
    ['gunicorn -c conf.py mysite.wsgi', 'gunicorn.conf.py', "forwarded_allow_ips = '*'\n", 'plain'],
    ['gunicorn mysite.wsgi', 'gunicorn.conf.py', 'workers = 2\n', 'plain'],
  ])('by the configuration of gunicorn: %s, %s', (command, file, text, expected) => {
    expect(scheme(command, { files: { [file]: text } })).toBe(expected);
  });

  it('is not known where nothing tells what answers', () => {
    expect(forwardedScheme(memoryRepository({}), undefined, header()).is).toBe('unknown');
  });
});
