import type { OptionTable } from './arguments.js';

/** The options of gunicorn 26.2 (gunicorn/config.py, `KNOWN_SETTINGS`). */
export const GUNICORN_OPTIONS: OptionTable = {
  parser: 'argparse',
  source: 'https://docs.gunicorn.org/en/stable/settings.html',
  valued: [
    ...['-c --config', '-b --bind', '--backlog', '-w --workers', '-k --worker-class', '--threads'],
    ...['--worker-connections', '--max-requests', '--max-requests-jitter', '-t --timeout', '--graceful-timeout'],
    ...['--keep-alive', '--limit-request-line', '--limit-request-fields', '--limit-request-field_size'],
    ...['--reload-engine', '--reload-extra-file', '--chdir', '-e --env', '-p --pid', '--worker-tmp-dir'],
    ...['-u --user', '-g --group', '-m --umask', '--forwarded-allow-ips', '--access-logfile', '--access-logformat'],
    ...['--error-logfile --log-file', '--log-level', '--logger-class', '--log-config', '--log-config-json'],
    ...['--log-syslog-to', '--log-syslog-prefix', '--log-syslog-facility', '--statsd-host', '--dogstatsd-tags'],
    ...['--statsd-prefix', '-n --name', '--pythonpath', '--paste --paster', '--proxy-allow-from', '--protocol'],
    ...['--uwsgi-allow-from', '--keyfile', '--certfile', '--ssl-version', '--cert-reqs', '--ca-certs', '--ciphers'],
    ...['--http-protocols', '--http2-cleartext', '--http2-max-concurrent-streams', '--http2-initial-window-size'],
    ...['--http2-max-frame-size', '--http2-max-header-list-size', '--paste-global', '--forwarder-headers'],
    ...['--header-map', '--asgi-loop', '--asgi-lifespan', '--asgi-disconnect-grace-period', '--http-parser'],
    ...['--root-path', '--dirty-app', '--dirty-workers', '--dirty-timeout', '--dirty-threads'],
    ...['--dirty-graceful-timeout', '--control-socket', '--control-socket-mode'],
  ],
  flags: [
    ...['--reload', '--spew', '--check-config', '--print-config', '--preload', '--no-sendfile', '--reuse-port'],
    ...['-D --daemon', '--initgroups', '--disable-redirect-access-to-syslog', '--capture-output', '--log-syslog'],
    ...['-R --enable-stdio-inheritance', '--enable-backlog-metric', '--suppress-ragged-eofs'],
    ...['--do-handshake-on-connect', '--permit-obsolete-folding', '--strip-header-spaces'],
    ...['--permit-unconventional-http-method', '--permit-unconventional-http-version', '--casefold-http-method'],
    ...['--no-control-socket', '-h --help', '-v --version'],
  ],
  optional: ['--proxy-protocol'],
};

/** The settings that are read here, with their options and their names in a configuration file. */
export const GUNICORN_SETTINGS = {
  bind: { option: '--bind', name: 'bind' },
  timeout: { option: '--timeout', name: 'timeout' },
  workerClass: { option: '--worker-class', name: 'worker_class' },
  threads: { option: '--threads', name: 'threads' },
  gracefulTimeout: { option: '--graceful-timeout', name: 'graceful_timeout' },
  keepAlive: { option: '--keep-alive', name: 'keepalive' },
} as const;

export type GunicornSetting = keyof typeof GUNICORN_SETTINGS;

/** Defaults of gunicorn 26.2, measured with 26.2 and 20.1 in November 2026, and documented. Times are seconds. */
export const GUNICORN_DEFAULTS = {
  source: 'https://docs.gunicorn.org/en/stable/settings.html',
  host: '127.0.0.1',
  /** With PORT in its environment, it listens on every interface. */
  hostWithPort: '0.0.0.0',
  port: 8000,
  timeout: 30,
  gracefulTimeout: 30,
  workerClass: 'sync',
  threads: 1,
  keepAlive: 2,
  /** Read without being named: https://docs.gunicorn.org/en/stable/configure.html#configuration-file. */
  configFile: 'gunicorn.conf.py',
} as const;
