import type { IdleDefault } from './servers.js';

/** An argument of a call, by name or by position from 0. */
export interface Parameter {
  name?: string;
  position?: number;
}

/** A call that listens. */
export interface ListenCall {
  /** As its users write it. */
  title: string;
  /** `module.function`, or `module.Class().method`. */
  callee: RegExp;
  /** Where its arguments are: those of the call, of the object that the method belongs to, or of that object's first argument. */
  arguments: 'call' | 'object' | 'config';
  host?: Parameter;
  port?: Parameter;
  /** One argument for both: a pair, a text `host:port`, or a port alone. */
  address?: Parameter;
  /** It listens on something else where one of these is given. */
  elsewhere?: readonly string[];
  /** For an idle connection, in seconds. */
  keepAlive?: Parameter;
  /** It is an argument of the object that comes first. */
  keepAliveOnFirst?: true;
  defaults: { host: string; port: number | undefined; keepAlive: IdleDefault };
  /** Variables of the environment that stand for arguments. */
  variables?: { host?: string; port?: string };
  /** What its documentation says that it is not made for production; `reload`: the argument that makes it watch files. */
  development?: 'server' | 'plain' | { reload: Parameter };
  /** Given one of these, it hands on to a server for production. */
  production?: readonly string[];
  /** A setting of the app that its host and port come from where no argument gives them. */
  setting?: string;
  source: string;
}

const HOST: Parameter = { name: 'host' };
const PORT: Parameter = { name: 'port' };
const UVICORN_DEFAULTS = { host: '127.0.0.1', port: 8000, keepAlive: { seconds: 5 } } as const;
const UVICORN = {
  host: HOST,
  port: PORT,
  elsewhere: ['uds', 'fd'],
  keepAlive: { name: 'timeout_keep_alive' },
  development: { reload: { name: 'reload' } },
  defaults: UVICORN_DEFAULTS,
  source: 'https://www.uvicorn.org/settings/',
} as const;

/** Calls of Python's servers that listen. Defaults as in the sources; uvicorn's, Flask's and aiohttp's were measured, too. */
export const LISTEN_CALLS: readonly ListenCall[] = [
  // `uvicorn.run` reads no UVICORN_ variables: those are the command's.
  { ...UVICORN, title: 'uvicorn', callee: /^uvicorn(?:\.main)?\.run$/, arguments: 'call' },
  {
    ...UVICORN,
    title: 'uvicorn',
    callee: /^uvicorn(?:\.server)?\.Server\(\)\.(?:run|serve)$/,
    arguments: 'config',
  },
  {
    title: 'Flask',
    callee: /^flask(?:\.app)?\.Flask\(\)\.run$/,
    arguments: 'call',
    host: { name: 'host', position: 0 },
    port: { name: 'port', position: 1 },
    defaults: { host: '127.0.0.1', port: 5000, keepAlive: 'none' },
    setting: 'SERVER_NAME',
    development: 'server',
    source: 'https://flask.palletsprojects.com/en/stable/api/#flask.Flask.run',
  },
  {
    title: 'Flask-SocketIO',
    callee: /^flask_socketio\.SocketIO\(\)\.run$/,
    arguments: 'call',
    host: { name: 'host', position: 1 },
    port: { name: 'port', position: 2 },
    defaults: { host: '127.0.0.1', port: 5000, keepAlive: 'unknown' },
    setting: 'SERVER_NAME',
    source: 'https://flask-socketio.readthedocs.io/en/latest/api.html',
  },
  {
    title: 'Quart',
    callee: /^quart(?:\.app)?\.Quart\(\)\.run(?:_task)?$/,
    arguments: 'call',
    host: { name: 'host', position: 0 },
    port: { name: 'port', position: 1 },
    defaults: { host: '127.0.0.1', port: 5000, keepAlive: { seconds: 5 } },
    setting: 'SERVER_NAME',
    development: 'server',
    source: 'https://github.com/pallets/quart/blob/main/src/quart/app.py',
  },
  {
    title: 'Sanic',
    callee: /^sanic(?:\.app)?\.Sanic\(\)\.run$/,
    arguments: 'call',
    host: { name: 'host', position: 0 },
    port: { name: 'port', position: 1 },
    elsewhere: ['unix', 'sock'],
    defaults: { host: '127.0.0.1', port: 8000, keepAlive: { seconds: 120 } },
    source: 'https://sanic.dev/en/guide/running/configuration.html',
  },
  {
    title: 'Dash',
    callee: /^(?:jupyter_)?dash(?:\.dash)?\.(?:Jupyter)?Dash\(\)\.run(?:_server)?$/,
    arguments: 'call',
    host: HOST,
    port: PORT,
    variables: { host: 'HOST', port: 'PORT' },
    defaults: { host: '127.0.0.1', port: 8050, keepAlive: 'none' },
    development: 'server',
    source: 'https://dash.plotly.com/reference#app.run',
  },
  {
    title: 'Bottle',
    callee: /^bottle\.(?:run|Bottle\(\)\.run)$/,
    arguments: 'call',
    host: HOST,
    port: PORT,
    defaults: { host: '127.0.0.1', port: 8080, keepAlive: 'unknown' },
    development: 'plain',
    production: ['server'],
    source: 'https://bottlepy.org/docs/stable/api.html#bottle.run',
  },
  {
    title: 'waitress',
    callee: /^waitress\.serve$/,
    arguments: 'call',
    host: HOST,
    port: PORT,
    elsewhere: ['listen', 'unix_socket', 'sockets'],
    keepAlive: { name: 'channel_timeout' },
    defaults: { host: '0.0.0.0', port: 8080, keepAlive: { seconds: 120 } },
    source: 'https://docs.pylonsproject.org/projects/waitress/en/stable/arguments.html',
  },
  {
    title: 'aiohttp',
    callee: /^aiohttp\.web\.run_app$/,
    arguments: 'call',
    host: HOST,
    port: PORT,
    elsewhere: ['path', 'sock'],
    keepAlive: { name: 'keepalive_timeout' },
    defaults: { host: '0.0.0.0', port: 8080, keepAlive: { seconds: 75 } },
    source: 'https://docs.aiohttp.org/en/stable/web_reference.html#aiohttp.web.run_app',
  },
  {
    title: 'aiohttp',
    callee: /^aiohttp\.web\.TCPSite\(\)\.start$/,
    arguments: 'object',
    host: { name: 'host', position: 1 },
    port: { name: 'port', position: 2 },
    // `web.AppRunner(app, keepalive_timeout=…)`.
    keepAlive: { name: 'keepalive_timeout' },
    keepAliveOnFirst: true,
    defaults: { host: '0.0.0.0', port: 8080, keepAlive: { seconds: 75 } },
    source: 'https://docs.aiohttp.org/en/stable/web_reference.html#aiohttp.web.TCPSite',
  },
  {
    // A webhook of python-telegram-bot, which Tornado serves.
    title: 'python-telegram-bot',
    callee: /^telegram\.ext\..*\.(?:run|start)_webhook$/,
    arguments: 'call',
    host: { name: 'listen', position: 0 },
    port: { name: 'port', position: 1 },
    elsewhere: ['unix'],
    defaults: { host: '127.0.0.1', port: 80, keepAlive: 'none' },
    source: 'https://docs.python-telegram-bot.org/en/stable/telegram.ext.application.html',
  },
  {
    title: 'Tornado',
    callee: /^tornado\.(?:web\.Application|httpserver\.HTTPServer)\(\)\.(?:listen|bind)$/,
    arguments: 'call',
    host: { name: 'address', position: 1 },
    port: { name: 'port', position: 0 },
    defaults: { host: '0.0.0.0', port: undefined, keepAlive: 'none' },
    source: 'https://www.tornadoweb.org/en/stable/tcpserver.html',
  },
  {
    title: 'Gradio',
    callee: /^gradio\..*\.launch$/,
    arguments: 'call',
    host: { name: 'server_name' },
    port: { name: 'server_port' },
    variables: { host: 'GRADIO_SERVER_NAME', port: 'GRADIO_SERVER_PORT' },
    defaults: { host: '127.0.0.1', port: 7860, keepAlive: 'unknown' },
    source: 'https://www.gradio.app/guides/environment-variables',
  },
  {
    title: 'wsgiref',
    callee: /^wsgiref\.simple_server\.make_server$/,
    arguments: 'call',
    host: { name: 'host', position: 0 },
    port: { name: 'port', position: 1 },
    defaults: { host: '0.0.0.0', port: undefined, keepAlive: 'none' },
    development: 'plain',
    source: 'https://docs.python.org/3/library/wsgiref.html#module-wsgiref.simple_server',
  },
  {
    title: 'http.server',
    callee: /^(?:http\.server|socketserver)\.(?:Threading)?(?:HTTP|TCP)Server$/,
    arguments: 'call',
    address: { name: 'server_address', position: 0 },
    defaults: { host: '0.0.0.0', port: undefined, keepAlive: 'none' },
    development: 'plain',
    source: 'https://docs.python.org/3/library/http.server.html',
  },
  {
    title: 'Werkzeug',
    callee: /^werkzeug\.serving\.run_simple$/,
    arguments: 'call',
    host: { name: 'hostname', position: 0 },
    port: { name: 'port', position: 1 },
    defaults: { host: '127.0.0.1', port: undefined, keepAlive: 'none' },
    development: 'server',
    source: 'https://werkzeug.palletsprojects.com/en/stable/serving/',
  },
  {
    title: 'gevent',
    callee: /^gevent\.pywsgi\.WSGIServer\(\)\.(?:serve_forever|start)$/,
    arguments: 'object',
    address: { name: 'listener', position: 0 },
    defaults: { host: '0.0.0.0', port: undefined, keepAlive: 'unknown' },
    source: 'https://www.gevent.org/api/gevent.pywsgi.html',
  },
  {
    title: 'eventlet',
    callee: /^eventlet\.listen$/,
    arguments: 'call',
    address: { name: 'addr', position: 0 },
    defaults: { host: '0.0.0.0', port: undefined, keepAlive: 'unknown' },
    source: 'https://eventlet.readthedocs.io/en/latest/basic_usage.html',
  },
  {
    title: 'granian',
    callee: /^granian\.(?:server\.)?(?:Granian|Server)\(\)\.serve$/,
    arguments: 'object',
    host: { name: 'address', position: 1 },
    port: { name: 'port', position: 2 },
    elsewhere: ['uds'],
    defaults: { host: '127.0.0.1', port: 8000, keepAlive: 'unknown' },
    source: 'https://github.com/emmett-framework/granian/blob/master/granian/server/common.py',
  },
];
