import type { OptionTable } from './arguments.js';

/** How long a server keeps an idle connection by default. `none`: it closes each, or has no limit. */
export type IdleDefault = { seconds: number } | 'none' | 'unknown';

/** A server that is started by a command of its own. */
export interface ServerCommand {
  /** The name of its program, as the table of programs has it. */
  program: string;
  /** The word behind the name that chooses the command. */
  command?: string;
  /** As its users write it. */
  title: string;
  options: OptionTable;
  /** Options for the host, the port, both together, and a unix socket. */
  host?: string;
  port?: string;
  /** It takes no options behind the app. */
  optionsFirst?: true;
  /** `host:port`; given several times, it listens on each. */
  bind?: string;
  /** Options that make it listen on something else than a host and a port. */
  elsewhere?: readonly string[];
  /** The option for a file of settings, which the other options go before. */
  config?: string;
  /** The option for an idle connection, in seconds. */
  keepAlive?: string;
  /** Variables of its environment that stand for options. */
  variables?: { host?: string; port?: string; keepAlive?: string };
  /** A variable that newer versions take their port from, and older ones do not. */
  newerPortVariable?: string;
  defaults: { host: string; port: number; keepAlive: IdleDefault };
  /** Where the defaults stand, or how they were measured. */
  source: string;
}

const UVICORN_OPTIONS: OptionTable = {
  parser: 'click',
  source: 'https://www.uvicorn.org/settings/',
  valued: [
    ...['--host', '--port', '--uds', '--fd', '--reload-dir', '--reload-include', '--reload-exclude', '--reload-delay'],
    ...['--workers', '--loop', '--http', '--ws', '--ws-max-size', '--ws-max-queue', '--ws-ping-interval'],
    ...['--ws-ping-timeout', '--ws-per-message-deflate', '--lifespan', '--interface', '--env-file', '--log-config'],
    ...['--log-level', '--forwarded-allow-ips', '--root-path', '--limit-concurrency', '--backlog'],
    ...['--limit-max-requests', '--limit-max-requests-jitter', '--timeout-keep-alive', '--timeout-graceful-shutdown'],
    ...['--timeout-worker-healthcheck', '--ssl-keyfile', '--ssl-certfile', '--ssl-keyfile-password', '--ssl-version'],
    ...['--ssl-cert-reqs', '--ssl-ca-certs', '--ssl-ciphers', '--header', '--app-dir'],
    '--h11-max-incomplete-event-size',
  ],
  flags: [
    ...['--reload', '--http2', '--access-log', '--no-access-log', '--use-colors', '--no-use-colors'],
    ...['--proxy-headers', '--no-proxy-headers', '--server-header', '--no-server-header', '--date-header'],
    ...['--no-date-header', '--version', '--reset-contextvars', '--factory', '--help', '--debug'],
  ],
};

const HYPERCORN_OPTIONS: OptionTable = {
  parser: 'argparse',
  source: 'https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html',
  valued: [
    ...['--access-log', '--access-logfile', '--access-logformat', '--backlog', '-b --bind', '--ca-certs'],
    ...['--certfile', '--cert-reqs', '--ciphers', '-c --config', '--error-log', '--error-logfile --log-file'],
    ...['--graceful-timeout', '--read-timeout', '-g --group', '-k --worker-class', '--keep-alive', '--keyfile'],
    ...['--keyfile-password', '--insecure-bind', '--log-config', '--log-level', '--max-requests'],
    ...['--max-requests-jitter', '-p --pid', '--quic-bind', '--root-path', '--server-name', '--statsd-host'],
    ...['--statsd-prefix', '-m --umask', '-u --user', '--verify-mode', '--websocket-ping-interval', '-w --workers'],
  ],
  flags: ['--debug', '--reload', '-h --help'],
};

const DAPHNE_OPTIONS: OptionTable = {
  parser: 'argparse',
  source: 'https://github.com/django/daphne/blob/main/daphne/cli.py',
  valued: [
    ...['-p --port', '-b --bind', '--websocket_timeout', '--websocket_connect_timeout', '-u --unix-socket', '--fd'],
    ...['-e --endpoint', '-v --verbosity', '-t --http-timeout', '--access-log', '--log-fmt', '--ping-interval'],
    ...['--ping-timeout', '--application-close-timeout', '--root-path', '--proxy-headers-host'],
    ...['--proxy-headers-port', '-s --server-name'],
  ],
  flags: ['--proxy-headers', '--no-server-name', '-h --help'],
};

const WAITRESS_OPTIONS: OptionTable = {
  parser: 'getopt',
  source: 'https://docs.pylonsproject.org/projects/waitress/en/stable/runner.html',
  valued: [
    ...['--host', '--port', '--listen', '--unix-socket', '--unix-socket-perms', '--threads', '--trusted-proxy'],
    ...['--trusted-proxy-count', '--trusted-proxy-headers', '--url-scheme', '--url-prefix', '--backlog'],
    ...['--recv-bytes', '--send-bytes', '--outbuf-overflow', '--inbuf-overflow', '--connection-limit'],
    ...['--cleanup-interval', '--channel-timeout', '--max-request-header-size', '--max-request-body-size'],
    ...[
      '--ident',
      '--asyncore-loop-timeout',
      '--channel-request-lookahead',
      '--server-name',
      '--app',
      '--outbuf-high-watermark',
    ],
  ],
  flags: [
    ...['--call', '--expose-tracebacks', '--no-expose-tracebacks', '--help', '--asyncore-use-poll'],
    ...['--no-asyncore-use-poll', '--ipv4', '--no-ipv4', '--ipv6', '--no-ipv6', '--log-untrusted-proxy-headers'],
    ...['--no-log-untrusted-proxy-headers', '--log-socket-errors', '--no-log-socket-errors'],
    ...['--clear-untrusted-proxy-headers', '--no-clear-untrusted-proxy-headers'],
  ],
};

const FLASK_OPTIONS: OptionTable = {
  parser: 'click',
  source: 'https://flask.palletsprojects.com/en/stable/cli/',
  valued: [
    ...['-A --app', '-e --env-file', '-h --host', '-p --port', '--cert', '--key', '--extra-files'],
    '--exclude-patterns',
  ],
  flags: [
    ...['--debug', '--no-debug', '--reload', '--no-reload', '--debugger', '--no-debugger', '--with-threads'],
    ...['--without-threads', '--version', '--help'],
  ],
};

/** Of a program whose other options do not matter here. */
function someOptions(valued: readonly string[], source: string): OptionTable {
  return { parser: 'click', partial: true, valued, flags: [], source };
}

/**
 * Servers of Python that a command starts, gunicorn and uWSGI left out. "Measured" means started, with and without PORT,
 * and watched, in November 2026.
 */
export const SERVER_COMMANDS: readonly ServerCommand[] = [
  {
    program: 'uvicorn',
    title: 'uvicorn',
    options: UVICORN_OPTIONS,
    host: '--host',
    port: '--port',
    elsewhere: ['--uds', '--fd'],
    keepAlive: '--timeout-keep-alive',
    variables: { host: 'UVICORN_HOST', port: 'UVICORN_PORT', keepAlive: 'UVICORN_TIMEOUT_KEEP_ALIVE' },
    defaults: { host: '127.0.0.1', port: 8000, keepAlive: { seconds: 5 } },
    source: 'https://www.uvicorn.org/settings/',
  },
  {
    program: 'hypercorn',
    title: 'hypercorn',
    options: HYPERCORN_OPTIONS,
    bind: '--bind',
    config: '--config',
    keepAlive: '--keep-alive',
    defaults: { host: '127.0.0.1', port: 8000, keepAlive: { seconds: 5 } },
    source: 'https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html',
  },
  {
    program: 'daphne',
    title: 'daphne',
    options: DAPHNE_OPTIONS,
    host: '--bind',
    port: '--port',
    elsewhere: ['--unix-socket', '--fd', '--endpoint'],
    defaults: { host: '127.0.0.1', port: 8000, keepAlive: 'unknown' },
    source: 'https://github.com/django/daphne/blob/main/daphne/cli.py',
  },
  {
    program: 'waitress-serve',
    title: 'waitress',
    options: WAITRESS_OPTIONS,
    // waitress/runner.py: getopt.
    optionsFirst: true,
    host: '--host',
    port: '--port',
    bind: '--listen',
    elsewhere: ['--unix-socket'],
    keepAlive: '--channel-timeout',
    defaults: { host: '0.0.0.0', port: 8080, keepAlive: { seconds: 120 } },
    source: 'https://docs.pylonsproject.org/projects/waitress/en/stable/arguments.html',
  },
  {
    program: 'granian',
    title: 'granian',
    options: someOptions(['--host', '--port', '--uds'], 'https://github.com/emmett-framework/granian'),
    host: '--host',
    port: '--port',
    elsewhere: ['--uds'],
    variables: { host: 'GRANIAN_HOST', port: 'GRANIAN_PORT' },
    defaults: { host: '127.0.0.1', port: 8000, keepAlive: 'unknown' },
    source: 'https://github.com/emmett-framework/granian/blob/master/granian/cli.py',
  },
  {
    program: 'flask',
    command: 'run',
    title: 'flask run',
    options: FLASK_OPTIONS,
    host: '--host',
    port: '--port',
    variables: { host: 'FLASK_RUN_HOST', port: 'FLASK_RUN_PORT' },
    defaults: { host: '127.0.0.1', port: 5000, keepAlive: 'none' },
    source: 'https://flask.palletsprojects.com/en/stable/cli/#run-the-development-server',
  },
  {
    program: 'quart',
    command: 'run',
    title: 'quart run',
    options: someOptions(['-h --host', '-p --port'], 'https://quart.palletsprojects.com/en/latest/'),
    host: '--host',
    port: '--port',
    defaults: { host: '127.0.0.1', port: 5000, keepAlive: { seconds: 5 } },
    source: 'https://github.com/pallets/quart/blob/main/src/quart/cli.py',
  },
  {
    program: 'fastapi',
    command: 'run',
    title: 'fastapi run',
    options: someOptions(['--host', '--port'], 'https://fastapi.tiangolo.com/fastapi-cli/'),
    host: '--host',
    port: '--port',
    // Since fastapi-cli 0.0.12.
    newerPortVariable: 'PORT',
    defaults: { host: '0.0.0.0', port: 8000, keepAlive: { seconds: 5 } },
    source: 'https://fastapi.tiangolo.com/fastapi-cli/',
  },
  {
    program: 'fastapi',
    command: 'dev',
    title: 'fastapi dev',
    options: someOptions(['--host', '--port'], 'https://fastapi.tiangolo.com/fastapi-cli/'),
    host: '--host',
    port: '--port',
    newerPortVariable: 'PORT',
    defaults: { host: '127.0.0.1', port: 8000, keepAlive: { seconds: 5 } },
    source: 'https://fastapi.tiangolo.com/fastapi-cli/',
  },
  {
    program: 'sanic',
    title: 'Sanic',
    options: someOptions(['-H --host', '-p --port', '-u --unix'], 'https://sanic.dev/en/guide/running/running.html'),
    host: '--host',
    port: '--port',
    elsewhere: ['--unix'],
    defaults: { host: '127.0.0.1', port: 8000, keepAlive: { seconds: 120 } },
    source: 'https://sanic.dev/en/guide/running/configuration.html',
  },
  {
    program: 'litestar',
    command: 'run',
    title: 'litestar run',
    options: someOptions(
      ['-H --host', '-p --port', '-U --uds --unix-domain-socket', '-F --fd --file-descriptor'],
      'https://docs.litestar.dev/latest/usage/cli.html',
    ),
    host: '--host',
    port: '--port',
    elsewhere: ['--uds', '--fd'],
    variables: { host: 'LITESTAR_HOST', port: 'LITESTAR_PORT' },
    defaults: { host: '127.0.0.1', port: 8000, keepAlive: { seconds: 5 } },
    source: 'https://docs.litestar.dev/latest/reference/cli.html',
  },
  {
    program: 'shiny',
    command: 'run',
    title: 'Shiny',
    options: someOptions(
      [
        '-h --host',
        '-p --port',
        '-d --app-dir',
        '--autoreload-port',
        '--reload-dir',
        '--reload-includes',
        '--log-level',
      ],
      'https://github.com/posit-dev/py-shiny/blob/main/shiny/_main/_run.py',
    ),
    host: '--host',
    port: '--port',
    // It runs uvicorn, and has no option for this.
    defaults: { host: '127.0.0.1', port: 8000, keepAlive: { seconds: 5 } },
    source: 'https://github.com/posit-dev/py-shiny/blob/main/shiny/_main/_run.py',
  },
  {
    program: 'streamlit',
    command: 'run',
    title: 'Streamlit',
    options: someOptions(
      ['--server.port', '--server.address'],
      'https://docs.streamlit.io/develop/api-reference/configuration/config.toml',
    ),
    host: '--server.address',
    port: '--server.port',
    variables: { host: 'STREAMLIT_SERVER_ADDRESS', port: 'STREAMLIT_SERVER_PORT' },
    defaults: { host: '0.0.0.0', port: 8501, keepAlive: 'none' },
    source: 'https://docs.streamlit.io/develop/api-reference/configuration/config.toml',
  },
];
