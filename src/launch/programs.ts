import type { Role } from '../model/process.js';
import type { Words } from './words.js';

/** How the words of a program tell what it runs. */
export type FindTarget =
  | { by: 'none' }
  /** A file; `fallbacks` are tried in order without one. `outputs`: it is always made by a build. */
  | { by: 'file'; options?: readonly string[]; fallbacks?: readonly string[] }
  /** A folder whose files are served. */
  | { by: 'folder'; options?: readonly string[]; fallback: string }
  /** `module:attribute`. */
  | {
      by: 'object';
      attribute?: string;
      options?: readonly string[];
      folders?: readonly string[];
      factory?: readonly string[];
    }
  /** Found by rules of the program's own. */
  | { by: 'node' | 'python' | 'manage' | 'flask' | 'gunicorn' | 'uwsgi' | 'java' };

/** A program that is known by its name. */
export interface KnownProgram {
  /** As its users call it. */
  name: string;
  /** The words it is called with: its own name, and what tells its commands apart. */
  calls: readonly (readonly string[])[];
  role: Role;
  target: FindTarget;
  /** Options that are followed by a value; for `object`, those that are not. */
  options?: readonly string[];
  /** Options that turn a server into one for development. */
  development?: readonly string[];
  /** Options with which it goes on in the background. */
  detaches?: readonly string[];
  /** Where it is documented. */
  source: string;
}

const NONE: FindTarget = { by: 'none' };
const FILE: FindTarget = { by: 'file' };
const CURRENT: FindTarget = { by: 'folder', fallback: '.' };

type More = Partial<Pick<KnownProgram, 'options' | 'development' | 'detaches'>>;

/** `calls` are separated by commas. */
function known(
  name: string,
  role: Role,
  calls: string,
  target: FindTarget,
  source: string,
  more: More = {},
): KnownProgram {
  return { name, calls: calls.split(', ').map((call) => call.split(' ')), role, target, source, ...more };
}

const NODE_SERVERS: readonly KnownProgram[] = [
  known('node', 'runtime', 'node', { by: 'node' }, 'https://nodejs.org/api/cli.html', {
    development: ['--watch', '--watch-path'],
  }),
  known('tsx', 'runtime', 'tsx', { by: 'node' }, 'https://tsx.is'),
  known('tsx', 'dev-server', 'tsx watch', { by: 'node' }, 'https://tsx.is/watch-mode'),
  known(
    'ts-node',
    'runtime',
    'ts-node, ts-node-esm, ts-node-script, ts-node-transpile-only',
    { by: 'node' },
    'https://typestrong.org/ts-node/docs/options',
  ),
  known('ts-node-dev', 'dev-server', 'ts-node-dev, tsnd', { by: 'node' }, 'https://github.com/wclr/ts-node-dev'),
  known('babel-node', 'runtime', 'babel-node', { by: 'node' }, 'https://babeljs.io/docs/babel-node'),
  known('swc-node', 'runtime', 'swc-node', { by: 'node' }, 'https://github.com/swc-project/swc-node'),
  known('esno', 'runtime', 'esno, esmo, jiti, sucrase-node', { by: 'node' }, 'https://github.com/esbuild-kit/esno'),
  known(
    'vite-node',
    'runtime',
    'vite-node',
    { by: 'node' },
    'https://github.com/vitest-dev/vitest/tree/main/packages/vite-node',
    { development: ['-w', '--watch'] },
  ),
  known('nodemon', 'dev-server', 'nodemon', { by: 'node' }, 'https://github.com/remy/nodemon'),
  known('bun', 'runtime', 'bun, bun run', { by: 'node' }, 'https://bun.com/docs/cli/run', {
    development: ['--watch', '--hot'],
  }),
  known('deno', 'runtime', 'deno, deno run', { by: 'node' }, 'https://docs.deno.com/runtime/reference/cli/run/', {
    development: ['--watch', '--watch-hmr'],
  }),
  known('deno serve', 'server', 'deno serve', { by: 'node' }, 'https://docs.deno.com/runtime/reference/cli/serve/', {
    development: ['--watch'],
  }),
  known('next', 'server', 'next start', NONE, 'https://nextjs.org/docs/app/api-reference/cli/next', {
    options: ['-p', '--port', '-H', '--hostname', '--keepAliveTimeout'],
  }),
  known('next', 'dev-server', 'next dev, next', NONE, 'https://nextjs.org/docs/app/api-reference/cli/next', {
    options: ['-p', '--port', '-H', '--hostname'],
  }),
  known('nuxt', 'server', 'nuxt start, nuxi start', NONE, 'https://v2.nuxt.com/docs/get-started/commands'),
  known(
    'nuxt',
    'dev-server',
    'nuxt dev, nuxi dev, nuxt preview, nuxi preview, nuxt',
    NONE,
    'https://nuxt.com/docs/api/commands/dev',
  ),
  known('remix-serve', 'server', 'remix-serve', FILE, 'https://v2.remix.run/docs/other-api/serve'),
  known(
    'react-router-serve',
    'server',
    'react-router-serve',
    FILE,
    'https://reactrouter.com/start/framework/deploying',
  ),
  known('remix', 'dev-server', 'remix dev, remix vite:dev', NONE, 'https://v2.remix.run/docs/other-api/dev'),
  known('react-router', 'dev-server', 'react-router dev', NONE, 'https://reactrouter.com/api/other-api/dev'),
  known(
    'astro',
    'dev-server',
    'astro dev, astro preview',
    NONE,
    'https://docs.astro.build/en/reference/cli-reference/',
  ),
  known('vite', 'dev-server', 'vite preview, vite dev, vite serve, vite', NONE, 'https://vite.dev/guide/cli.html', {
    options: ['--host', '--port', '-c', '--config', '--base', '-m', '--mode', '--outDir', '-l', '--logLevel'],
  }),
  known('ng', 'dev-server', 'ng serve, ng s, ng dev', NONE, 'https://angular.dev/cli/serve', {
    options: ['--host', '--port', '-c', '--configuration'],
  }),
  known(
    'react-scripts',
    'dev-server',
    'react-scripts start, craco start, react-app-rewired start',
    NONE,
    'https://create-react-app.dev/docs/available-scripts/',
  ),
  known('vue-cli-service', 'dev-server', 'vue-cli-service serve', NONE, 'https://cli.vuejs.org/guide/cli-service.html'),
  known(
    'webpack-dev-server',
    'dev-server',
    'webpack serve, webpack server, webpack s, webpack-dev-server',
    NONE,
    'https://webpack.js.org/api/cli/#serve',
  ),
  known('rsbuild', 'dev-server', 'rsbuild dev, rsbuild preview', NONE, 'https://rsbuild.rs/guide/basic/cli'),
  known('parcel', 'dev-server', 'parcel serve, parcel', NONE, 'https://parceljs.org/features/cli/'),
  known(
    'gatsby',
    'dev-server',
    'gatsby develop, gatsby serve',
    NONE,
    'https://www.gatsbyjs.com/docs/reference/gatsby-cli/',
  ),
  known(
    'storybook',
    'dev-server',
    'storybook dev, start-storybook, storybook',
    NONE,
    'https://storybook.js.org/docs/api/cli-options',
  ),
  known('expo', 'dev-server', 'expo start', NONE, 'https://docs.expo.dev/more/expo-cli/'),
  known('docusaurus', 'dev-server', 'docusaurus start, docusaurus serve', NONE, 'https://docusaurus.io/docs/cli'),
  known(
    'vitepress',
    'dev-server',
    'vitepress dev, vitepress preview, vitepress serve',
    NONE,
    'https://vitepress.dev/reference/cli',
  ),
  known(
    'ember',
    'dev-server',
    'ember serve, ember server, ember s',
    NONE,
    'https://cli.emberjs.com/release/basic-use/cli-commands/',
  ),
  known('quasar', 'dev-server', 'quasar dev, quasar serve', NONE, 'https://quasar.dev/quasar-cli-vite/commands-list'),
  known('eleventy', 'dev-server', 'eleventy, @11ty/eleventy', NONE, 'https://www.11ty.dev/docs/usage/'),
  known('hexo', 'dev-server', 'hexo server, hexo s', NONE, 'https://hexo.io/docs/server'),
  known(
    'wrangler',
    'dev-server',
    'wrangler dev, wrangler pages',
    NONE,
    'https://developers.cloudflare.com/workers/wrangler/commands/',
  ),
  known('vinxi', 'dev-server', 'vinxi dev', NONE, 'https://vinxi.vercel.app/api/cli'),
  known('vinxi', 'server', 'vinxi start, solid-start start', NONE, 'https://vinxi.vercel.app/api/cli'),
  known('live-server', 'dev-server', 'live-server', CURRENT, 'https://github.com/tapio/live-server', {
    options: ['--port', '--host'],
  }),
  known('browser-sync', 'dev-server', 'browser-sync start', NONE, 'https://browsersync.io/docs/command-line'),
  known('serve', 'server', 'serve', CURRENT, 'https://github.com/vercel/serve', {
    options: ['-l', '--listen', '-p', '-c', '--config', '--ssl-cert', '--ssl-key', '--ssl-pass'],
  }),
  known(
    'http-server',
    'server',
    'http-server',
    { by: 'folder', fallback: './public' },
    'https://github.com/http-party/http-server',
    {
      options: [
        '-p',
        '--port',
        '-a',
        '-c',
        '-P',
        '--proxy',
        '-t',
        '-e',
        '--ext',
        '-C',
        '--cert',
        '-K',
        '--key',
        '-d',
        '-i',
      ],
    },
  ),
  known('sirv', 'server', 'sirv start, sirv', CURRENT, 'https://github.com/lukeed/sirv/tree/master/packages/sirv-cli', {
    options: ['-p', '--port', '-H', '--host', '-I', '--ignores', '-m', '--maxage'],
    development: ['-D', '--dev'],
  }),
  known(
    'ws',
    'server',
    'ws',
    { by: 'folder', options: ['-d', '--directory'], fallback: '.' },
    'https://github.com/lwsjs/local-web-server',
    { options: ['-p', '--port', '-h', '--hostname', '--spa'] },
  ),
  known('pm2 serve', 'server', 'pm2 serve', CURRENT, 'https://pm2.keymetrics.io/docs/usage/expose/'),
  known('json-server', 'server', 'json-server', FILE, 'https://github.com/typicode/json-server/tree/v0', {
    options: [
      '-p',
      '--port',
      '-h',
      '--host',
      '-H',
      '-c',
      '--config',
      '-r',
      '--routes',
      '-m',
      '--middlewares',
      '-s',
      '--static',
      '-d',
      '--delay',
      '-i',
      '--id',
    ],
  }),
  known('strapi', 'server', 'strapi start', NONE, 'https://docs.strapi.io/cms/cli'),
  known('strapi', 'dev-server', 'strapi develop, strapi dev', NONE, 'https://docs.strapi.io/cms/cli'),
  known('medusa', 'server', 'medusa start', NONE, 'https://docs.medusajs.com/resources/medusa-cli'),
  known('medusa', 'dev-server', 'medusa develop', NONE, 'https://docs.medusajs.com/resources/medusa-cli'),
  known('nest', 'runtime', 'nest start', NONE, 'https://docs.nestjs.com/cli/scripts', {
    development: ['-w', '--watch', '--debug', '-d'],
  }),
  known(
    'sails',
    'server',
    'sails lift',
    NONE,
    'https://sailsjs.com/documentation/reference/command-line-interface/sails-lift',
  ),
  known('fastify', 'server', 'fastify start', FILE, 'https://github.com/fastify/fastify-cli', {
    options: [
      '-p',
      '--port',
      '-a',
      '--address',
      '-l',
      '--log-level',
      '-r',
      '--require',
      '-i',
      '--import',
      '-x',
      '--prefix',
      '-T',
      '--plugin-timeout',
      '-o',
      '--options',
    ],
    development: ['-w', '--watch'],
  }),
  known('micro', 'server', 'micro', { by: 'file', fallbacks: ['index.js'] }, 'https://github.com/vercel/micro', {
    options: ['-l', '--listen'],
  }),
  known('keystone', 'server', 'keystone start', NONE, 'https://keystonejs.com/docs/guides/cli'),
  known('keystone', 'dev-server', 'keystone dev', NONE, 'https://keystonejs.com/docs/guides/cli'),
  known('directus', 'server', 'directus start', NONE, 'https://directus.io/docs/self-hosting/overview'),
  known('n8n', 'server', 'n8n start, n8n', NONE, 'https://docs.n8n.io/hosting/cli-commands/'),
  known('probot', 'server', 'probot run', FILE, 'https://probot.github.io/docs/development/'),
  known('blitz', 'server', 'blitz start', NONE, 'https://blitzjs.com/docs/cli-start'),
  known(
    'rw',
    'server',
    'rw serve, rw-server, rw-api-server, rw deploy render api',
    NONE,
    'https://docs.redwoodjs.com/docs/cli-commands/#serve',
  ),
  known('meteor', 'dev-server', 'meteor run, meteor', NONE, 'https://docs.meteor.com/cli/'),
  known(
    'serverless',
    'dev-server',
    'serverless offline, sls offline',
    NONE,
    'https://github.com/dherault/serverless-offline',
  ),
  known('electron', 'worker', 'electron, electron-forge start', NONE, 'https://www.electronforge.io/cli'),
  known('node-red', 'server', 'node-red', NONE, 'https://nodered.org/docs/getting-started/local'),
];

/** Options of gunicorn and others without a value: their words cannot be told from operands otherwise. */
const UVICORN_FLAGS = [
  '--reload',
  '--use-colors',
  '--no-use-colors',
  '--proxy-headers',
  '--no-proxy-headers',
  '--server-header',
  '--no-server-header',
  '--date-header',
  '--no-date-header',
  '--access-log',
  '--no-access-log',
  '--factory',
  '--version',
  '--help',
  '--use-subprocess',
];

const PYTHON_SERVERS: readonly KnownProgram[] = [
  known('python', 'runtime', 'python', { by: 'python' }, 'https://docs.python.org/3/using/cmdline.html'),
  known('gunicorn', 'server', 'gunicorn', { by: 'gunicorn' }, 'https://docs.gunicorn.org/en/stable/run.html', {
    options: [
      '--reload',
      '--spew',
      '--check-config',
      '--print-config',
      '--preload',
      '--no-sendfile',
      '--reuse-port',
      '-D',
      '--daemon',
      '--initgroups',
      '--capture-output',
      '--log-syslog',
      '-R',
      '--enable-stdio-inheritance',
      '--proxy-protocol',
      '--suppress-ragged-eofs',
      '--do-handshake-on-connect',
      '--strip-header-spaces',
      '-h',
      '--help',
      '-v',
      '--version',
    ],
    detaches: ['-D', '--daemon'],
  }),
  known(
    'uvicorn',
    'server',
    'uvicorn',
    { by: 'object', folders: ['--app-dir'], factory: ['--factory'] },
    'https://www.uvicorn.org/settings/',
    { options: UVICORN_FLAGS, development: ['--reload'] },
  ),
  known(
    'hypercorn',
    'server',
    'hypercorn',
    { by: 'object', attribute: 'app' },
    'https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html',
    { options: ['--debug', '--reload', '-h', '--help', '--version'], development: ['--reload'] },
  ),
  known('daphne', 'server', 'daphne', { by: 'object' }, 'https://github.com/django/daphne', {
    options: ['--proxy-headers', '--no-server-name', '-h', '--help'],
  }),
  known(
    'waitress-serve',
    'server',
    'waitress-serve',
    { by: 'object', options: ['--app'], factory: ['--call'] },
    'https://docs.pylonsproject.org/projects/waitress/en/stable/runner.html',
    {
      options: [
        '--call',
        '--expose-tracebacks',
        '--no-expose-tracebacks',
        '--help',
        '--asyncore-use-poll',
        '--no-asyncore-use-poll',
        '--ipv4',
        '--no-ipv4',
        '--ipv6',
        '--no-ipv6',
        '--log-untrusted-proxy-headers',
        '--clear-untrusted-proxy-headers',
        '--no-clear-untrusted-proxy-headers',
      ],
    },
  ),
  known(
    'granian',
    'server',
    'granian',
    { by: 'object', folders: ['--working-dir'], factory: ['--factory'], attribute: 'app' },
    'https://github.com/emmett-framework/granian',
    {
      options: [
        '--ws',
        '--no-ws',
        '--factory',
        '--no-factory',
        '--reload',
        '--no-reload',
        '--log',
        '--no-log',
        '--access-log',
        '--no-access-log',
        '--respawn-failed-workers',
        '--no-respawn-failed-workers',
        '--ssl-client-verify',
        '--uvloop',
      ],
      development: ['--reload'],
    },
  ),
  known('uwsgi', 'server', 'uwsgi', { by: 'uwsgi' }, 'https://uwsgi-docs.readthedocs.io/en/latest/Options.html', {
    detaches: ['--daemonize', '-d'],
  }),
  known('flask', 'dev-server', 'flask run', { by: 'flask' }, 'https://flask.palletsprojects.com/en/stable/cli/', {
    options: ['--app', '-A', '-h', '--host', '-p', '--port', '-e', '--env-file', '--cert', '--key'],
  }),
  known('flask', 'task', 'flask', NONE, 'https://flask.palletsprojects.com/en/stable/cli/', {
    options: ['--app', '-A'],
  }),
  known('quart', 'dev-server', 'quart run', { by: 'flask' }, 'https://quart.palletsprojects.com/en/latest/tutorials/'),
  known(
    'fastapi',
    'server',
    'fastapi run',
    { by: 'file', fallbacks: ['main.py', 'app.py', 'api.py', 'app/main.py', 'app/app.py', 'app/api.py'] },
    'https://fastapi.tiangolo.com/fastapi-cli/',
    {
      options: ['--host', '--port', '--workers', '--root-path', '--app', '-e', '--entrypoint', '--forwarded-allow-ips'],
    },
  ),
  known(
    'fastapi',
    'dev-server',
    'fastapi dev',
    { by: 'file', fallbacks: ['main.py', 'app.py', 'api.py', 'app/main.py', 'app/app.py', 'app/api.py'] },
    'https://fastapi.tiangolo.com/fastapi-cli/',
    { options: ['--host', '--port', '--root-path', '--app', '-e', '--entrypoint'] },
  ),
  known(
    'sanic',
    'server',
    'sanic',
    { by: 'object', factory: ['--factory'] },
    'https://sanic.dev/en/guide/running/running.html',
    {
      options: [
        '--fast',
        '--dev',
        '-d',
        '--debug',
        '-r',
        '--reload',
        '--auto-reload',
        '--factory',
        '--simple',
        '--access-logs',
        '--no-access-logs',
        '--single-process',
        '--motd',
        '--no-motd',
      ],
      development: ['--dev', '-r', '--reload', '--auto-reload'],
    },
  ),
  known('litestar', 'server', 'litestar run', NONE, 'https://docs.litestar.dev/latest/usage/cli.html', {
    options: ['--app', '--app-dir'],
    development: ['-r', '--reload'],
  }),
  known('streamlit', 'server', 'streamlit run', FILE, 'https://docs.streamlit.io/develop/api-reference/cli/run', {
    options: [
      '--server.port',
      '--server.address',
      '--server.headless',
      '--server.baseUrlPath',
      '--server.enableCORS',
      '--server.enableXsrfProtection',
      '--browser.serverAddress',
      '--browser.gatherUsageStats',
      '--server.maxUploadSize',
      '--theme.base',
      '--logger.level',
      '--server.fileWatcherType',
    ],
  }),
  known('gradio', 'dev-server', 'gradio', FILE, 'https://www.gradio.app/guides/developing-faster-with-reload-mode'),
  known('chainlit', 'server', 'chainlit run', FILE, 'https://docs.chainlit.io/backend/command-line', {
    options: ['--host', '--port', '--root-path'],
    development: ['-w', '--watch'],
  }),
  known('panel', 'server', 'panel serve', FILE, 'https://panel.holoviz.org/how_to/server/commandline.html', {
    options: ['--port', '--address', '--allow-websocket-origin', '--num-procs', '--prefix'],
  }),
  known(
    'bokeh',
    'server',
    'bokeh serve',
    FILE,
    'https://docs.bokeh.org/en/latest/docs/reference/command/subcommands/serve.html',
    { options: ['--port', '--address', '--allow-websocket-origin', '--num-procs', '--prefix'] },
  ),
  known('voila', 'server', 'voila', FILE, 'https://voila.readthedocs.io/en/stable/deploy.html', {
    options: ['--port', '--template', '--base_url'],
  }),
  known(
    'solara',
    'server',
    'solara run',
    FILE,
    'https://solara.dev/documentation/advanced/understanding/solara-server',
    { options: ['--host', '--port'] },
  ),
  known('reflex', 'dev-server', 'reflex run', NONE, 'https://reflex.dev/docs/hosting/self-hosting/'),
  known('mlflow', 'server', 'mlflow server, mlflow ui', NONE, 'https://mlflow.org/docs/latest/api_reference/cli.html'),
  known('bentoml', 'server', 'bentoml serve', NONE, 'https://docs.bentoml.com/en/latest/reference/bentoml/cli.html'),
  known(
    'datasette',
    'server',
    'datasette serve, datasette',
    FILE,
    'https://docs.datasette.io/en/stable/cli-reference.html',
  ),
  known(
    'jupyter',
    'server',
    'jupyter lab, jupyter notebook, jupyter server',
    NONE,
    'https://jupyter-server.readthedocs.io/en/latest/',
  ),
  known(
    'superset',
    'dev-server',
    'superset run',
    NONE,
    'https://superset.apache.org/docs/configuration/configuring-superset',
  ),
  known(
    'airflow',
    'server',
    'airflow webserver, airflow api-server, airflow standalone',
    NONE,
    'https://airflow.apache.org/docs/apache-airflow/stable/cli-and-env-variables-ref.html',
  ),
  known('rasa', 'server', 'rasa run', NONE, 'https://rasa.com/docs/rasa/command-line-interface/'),
  known('mod_wsgi-express', 'server', 'mod_wsgi-express start-server', FILE, 'https://modwsgi.readthedocs.io'),
  known(
    'http.server',
    'dev-server',
    'http.server',
    { by: 'folder', options: ['-d', '--directory'], fallback: '.' },
    'https://docs.python.org/3/library/http.server.html',
    { options: ['-b', '--bind', '-p', '--protocol'] },
  ),
  known(
    'manage.py',
    'runtime',
    'manage.py',
    { by: 'manage' },
    'https://docs.djangoproject.com/en/stable/ref/django-admin/',
  ),
  known(
    'django-admin',
    'dev-server',
    'django-admin runserver',
    NONE,
    'https://docs.djangoproject.com/en/stable/ref/django-admin/',
  ),
  known('django-admin', 'task', 'django-admin', NONE, 'https://docs.djangoproject.com/en/stable/ref/django-admin/'),
  known('celery', 'task', 'celery', NONE, 'https://docs.celeryq.dev/en/stable/reference/cli.html', {
    options: ['-A', '--app', '-b', '--broker', '-l', '--loglevel', '--workdir', '--result-backend', '--config', '-C'],
  }),
  known(
    'celery',
    'worker',
    'celery worker, celery beat, celery events',
    NONE,
    'https://docs.celeryq.dev/en/stable/reference/cli.html',
    {
      options: ['-A', '--app', '-b', '--broker', '-l', '--loglevel', '--workdir', '--result-backend', '--config'],
      detaches: ['-D', '--detach'],
    },
  ),
  known('flower', 'server', 'celery flower, flower', NONE, 'https://flower.readthedocs.io/en/latest/config.html', {
    options: ['-A', '--app', '-b', '--broker', '-l', '--loglevel'],
  }),
  known(
    'rq',
    'worker',
    'rq worker, rq worker-pool, rqworker, rqscheduler',
    NONE,
    'https://python-rq.org/docs/workers/',
    { options: ['--url', '-u'] },
  ),
  known('dramatiq', 'worker', 'dramatiq', NONE, 'https://dramatiq.io/guide.html'),
  known(
    'huey',
    'worker',
    'huey_consumer, huey_consumer.py',
    NONE,
    'https://huey.readthedocs.io/en/latest/consumer.html',
  ),
  known('arq', 'worker', 'arq', NONE, 'https://arq-docs.helpmanual.io'),
  known('taskiq', 'worker', 'taskiq worker, taskiq scheduler', NONE, 'https://taskiq-python.github.io/guide/cli.html'),
  known(
    'procrastinate',
    'worker',
    'procrastinate worker',
    NONE,
    'https://procrastinate.readthedocs.io/en/stable/howto/basics/worker.html',
    { options: ['--app', '-a'] },
  ),
  known('faust', 'worker', 'faust worker', NONE, 'https://faust.readthedocs.io/en/latest/userguide/workers.html', {
    options: ['-A', '--app'],
  }),
];

const OTHER_SERVERS: readonly KnownProgram[] = [
  known('rails', 'server', 'rails server, rails s', NONE, 'https://guides.rubyonrails.org/command_line.html', {
    detaches: ['-d', '--daemon'],
  }),
  known('rails', 'task', 'rails', NONE, 'https://guides.rubyonrails.org/command_line.html'),
  known('puma', 'server', 'puma', NONE, 'https://puma.io/puma/', { detaches: ['-d', '--daemon'] }),
  known('rackup', 'server', 'rackup', { by: 'file', fallbacks: ['config.ru'] }, 'https://github.com/rack/rackup', {
    options: ['-p', '--port', '-o', '--host', '-s', '--server', '-E', '--env'],
  }),
  known('unicorn', 'server', 'unicorn, unicorn_rails', NONE, 'https://yhbt.net/unicorn/unicorn_1.html', {
    detaches: ['-D', '--daemonize'],
  }),
  known('thin', 'server', 'thin start', NONE, 'https://github.com/macournoyer/thin'),
  known('falcon', 'server', 'falcon serve, falcon host', NONE, 'https://socketry.github.io/falcon/'),
  known('passenger', 'server', 'passenger start', NONE, 'https://www.phusionpassenger.com/docs/references/standalone/'),
  known('iodine', 'server', 'iodine', NONE, 'https://github.com/boazsegev/iodine'),
  known('hanami', 'server', 'hanami server', NONE, 'https://guides.hanamirb.org/'),
  known('ruby', 'runtime', 'ruby', FILE, 'https://docs.ruby-lang.org/en/master/ruby/options_md.html', {
    options: ['-r', '-I', '-e', '-C'],
  }),
  known('sidekiq', 'worker', 'sidekiq', NONE, 'https://github.com/sidekiq/sidekiq/wiki'),
  known('resque', 'worker', 'resque', NONE, 'https://github.com/resque/resque'),
  known(
    'rake',
    'worker',
    'rake jobs:work, rake resque:work, rails jobs:work, rails solid_queue:start',
    NONE,
    'https://github.com/collectiveidea/delayed_job',
  ),
  known('good_job', 'worker', 'good_job start, good_job', NONE, 'https://github.com/bensheldon/good_job'),
  known('rake', 'task', 'rake', NONE, 'https://ruby.github.io/rake/'),
  known('jekyll', 'dev-server', 'jekyll serve, jekyll s', NONE, 'https://jekyllrb.com/docs/usage/'),
  known('mix', 'server', 'mix phx.server', NONE, 'https://hexdocs.pm/phoenix/Mix.Tasks.Phx.Server.html'),
  known('mix', 'runtime', 'mix run', NONE, 'https://hexdocs.pm/mix/Mix.Tasks.Run.html'),
  known('mix', 'task', 'mix', NONE, 'https://hexdocs.pm/mix/Mix.html'),
  known('elixir', 'runtime', 'elixir, iex', FILE, 'https://hexdocs.pm/elixir/', {
    options: ['-S', '--sname', '--name', '--cookie', '--erl'],
  }),
  known(
    'java',
    'runtime',
    'java',
    { by: 'java' },
    'https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html',
  ),
  known(
    'mvn',
    'runtime',
    'mvn spring-boot:run, mvnw spring-boot:run, mvn exec:java, mvnw exec:java, mvn quarkus:dev, mvnw quarkus:dev',
    NONE,
    'https://docs.spring.io/spring-boot/maven-plugin/run.html',
  ),
  known(
    'gradle',
    'runtime',
    'gradle bootRun, gradlew bootRun, gradle run, gradlew run',
    NONE,
    'https://docs.spring.io/spring-boot/gradle-plugin/running.html',
  ),
  known('mvn', 'task', 'mvn, mvnw', NONE, 'https://maven.apache.org/run.html'),
  known(
    'gradle',
    'task',
    'gradle, gradlew',
    NONE,
    'https://docs.gradle.org/current/userguide/command_line_interface.html',
  ),
  known('sbt', 'runtime', 'sbt run', NONE, 'https://www.scala-sbt.org/1.x/docs/Running.html'),
  known('dotnet', 'runtime', 'dotnet run', NONE, 'https://learn.microsoft.com/dotnet/core/tools/dotnet-run', {
    options: ['--project', '-c', '--configuration', '--urls', '-p', '-f', '--launch-profile'],
  }),
  known('dotnet', 'dev-server', 'dotnet watch', NONE, 'https://learn.microsoft.com/dotnet/core/tools/dotnet-watch'),
  known(
    'dotnet',
    'task',
    'dotnet ef, dotnet build, dotnet publish, dotnet restore, dotnet tool',
    NONE,
    'https://learn.microsoft.com/dotnet/core/tools/',
  ),
  known('dotnet', 'runtime', 'dotnet', FILE, 'https://learn.microsoft.com/dotnet/core/tools/dotnet'),
  known('go', 'runtime', 'go run', FILE, 'https://pkg.go.dev/cmd/go#hdr-Compile_and_run_Go_program', {
    options: ['-tags', '-ldflags', '-mod', '-C', '-gcflags', '-exec'],
  }),
  known('go', 'task', 'go', NONE, 'https://pkg.go.dev/cmd/go'),
  known('air', 'dev-server', 'air', NONE, 'https://github.com/air-verse/air'),
  known('cargo', 'runtime', 'cargo run', NONE, 'https://doc.rust-lang.org/cargo/commands/cargo-run.html'),
  known('cargo', 'dev-server', 'cargo watch', NONE, 'https://github.com/watchexec/cargo-watch'),
  known('cargo', 'task', 'cargo', NONE, 'https://doc.rust-lang.org/cargo/commands/'),
  known('php', 'runtime', 'php', FILE, 'https://www.php.net/manual/en/features.commandline.options.php', {
    options: ['-d', '-c', '-f', '-r', '-z'],
  }),
  known(
    'php -S',
    'dev-server',
    'php -S',
    { by: 'folder', options: ['-t'], fallback: '.' },
    'https://www.php.net/manual/en/features.commandline.webserver.php',
    { options: ['-S', '-d', '-c'] },
  ),
  known('artisan', 'dev-server', 'php artisan serve, artisan serve', NONE, 'https://laravel.com/docs/artisan'),
  known('artisan', 'server', 'php artisan octane:start, artisan octane:start', NONE, 'https://laravel.com/docs/octane'),
  known(
    'artisan',
    'worker',
    'php artisan queue:work, php artisan queue:listen, php artisan horizon, php artisan schedule:work, php artisan reverb:start',
    NONE,
    'https://laravel.com/docs/queues',
  ),
  known('artisan', 'task', 'php artisan, artisan', NONE, 'https://laravel.com/docs/artisan'),
  known(
    'php-fpm',
    'server',
    'php-fpm, php-fpm8.1, php-fpm8.2, php-fpm8.3, php-fpm8.4',
    NONE,
    'https://www.php.net/manual/en/install.fpm.php',
    { detaches: ['-D', '--daemonize'] },
  ),
  known(
    'apache',
    'server',
    'apache2-foreground, httpd-foreground, apache2ctl, apachectl, httpd',
    NONE,
    'https://httpd.apache.org/docs/current/programs/httpd.html',
  ),
  known(
    'heroku-php-apache2',
    'server',
    'heroku-php-apache2, heroku-php-nginx',
    CURRENT,
    'https://devcenter.heroku.com/articles/custom-php-settings',
    { options: ['-C', '-F', '-i', '-l', '-p'] },
  ),
  known('frankenphp', 'server', 'frankenphp run, frankenphp php-server', NONE, 'https://frankenphp.dev/docs/'),
  known('rr', 'server', 'rr serve', NONE, 'https://docs.roadrunner.dev'),
  known('composer', 'task', 'composer', NONE, 'https://getcomposer.org/doc/03-cli.md'),
  known('nginx', 'server', 'nginx', NONE, 'https://nginx.org/en/docs/switches.html'),
  known(
    'caddy',
    'server',
    'caddy run, caddy reverse-proxy, caddy php-server',
    NONE,
    'https://caddyserver.com/docs/command-line',
  ),
  known(
    'caddy',
    'server',
    'caddy file-server',
    { by: 'folder', options: ['--root', '-r'], fallback: '.' },
    'https://caddyserver.com/docs/command-line',
    { options: ['--listen', '-l', '--domain', '-d'] },
  ),
  known('haproxy', 'server', 'haproxy', NONE, 'https://docs.haproxy.org', { detaches: ['-D'] }),
  known('traefik', 'server', 'traefik', NONE, 'https://doc.traefik.io/traefik/'),
  known('envoy', 'server', 'envoy', NONE, 'https://www.envoyproxy.io/docs'),
  known('static-web-server', 'server', 'static-web-server', NONE, 'https://static-web-server.net'),
  known('hugo', 'dev-server', 'hugo server, hugo serve', NONE, 'https://gohugo.io/commands/hugo_server/'),
  known('mkdocs', 'dev-server', 'mkdocs serve', NONE, 'https://www.mkdocs.org/user-guide/cli/'),
  known('zola', 'dev-server', 'zola serve', NONE, 'https://www.getzola.org/documentation/getting-started/cli-usage/'),
  known(
    'minio',
    'server',
    'minio server',
    NONE,
    'https://docs.min.io/community/minio-object-store/reference/minio-server/minio-server.html',
  ),
  known('code-server', 'server', 'code-server', NONE, 'https://coder.com/docs/code-server'),
  known('temporal', 'server', 'temporal server', NONE, 'https://docs.temporal.io/cli/server'),
  known(
    'hasura',
    'server',
    'graphql-engine serve',
    NONE,
    'https://hasura.io/docs/2.0/deployment/graphql-engine-flags/',
  ),
  known('R', 'runtime', 'Rscript, R', FILE, 'https://stat.ethz.ch/R-manual/R-devel/library/utils/html/Rscript.html', {
    options: ['-e', '-f'],
  }),
  known('dart', 'runtime', 'dart, dart run', FILE, 'https://dart.dev/tools/dart-run'),
  known(
    'tail',
    'worker',
    'tail -f, tail -F',
    NONE,
    'https://www.gnu.org/software/coreutils/manual/html_node/tail-invocation.html',
  ),
  known(
    'sleep',
    'worker',
    'sleep infinity',
    NONE,
    'https://www.gnu.org/software/coreutils/manual/html_node/sleep-invocation.html',
  ),
  known(
    'pm2',
    'worker',
    'pm2 logs, pm2 monit, pm2 attach, pm2 log',
    NONE,
    'https://pm2.keymetrics.io/docs/usage/log-management/',
  ),
  known(
    'cloudflared',
    'worker',
    'cloudflared',
    NONE,
    'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/',
  ),
];

/** Programs that end by themselves, with where they are documented. */
const TASKS: readonly KnownProgram[] = [
  ['prisma', 'https://www.prisma.io/docs/orm/reference/prisma-cli-reference'],
  ['drizzle-kit', 'https://orm.drizzle.team/docs/kit-overview'],
  ['sequelize, sequelize-cli', 'https://sequelize.org/docs/v6/other-topics/migrations/'],
  ['knex', 'https://knexjs.org/guide/migrations.html'],
  ['typeorm, typeorm-ts-node-commonjs, typeorm-ts-node-esm', 'https://typeorm.io/using-cli'],
  ['mikro-orm', 'https://mikro-orm.io/docs/migrations'],
  ['node-pg-migrate', 'https://github.com/salsita/node-pg-migrate'],
  ['db-migrate', 'https://db-migrate.readthedocs.io'],
  ['migrate-mongo', 'https://github.com/seppevs/migrate-mongo'],
  ['alembic', 'https://alembic.sqlalchemy.org/en/latest/'],
  ['aerich', 'https://github.com/tortoise/aerich'],
  ['flyway', 'https://documentation.red-gate.com/fd/command-line-184127404.html'],
  ['dbmate', 'https://github.com/amacneil/dbmate'],
  ['goose', 'https://github.com/pressly/goose'],
  ['migrate', 'https://github.com/golang-migrate/migrate'],
  ['atlas', 'https://atlasgo.io/cli-reference'],
  ['tsc, tsc-alias', 'https://www.typescriptlang.org/docs/handbook/compiler-options.html'],
  ['vue-tsc', 'https://github.com/vuejs/language-tools'],
  ['esbuild', 'https://esbuild.github.io/api/'],
  ['swc', 'https://swc.rs/docs/usage/cli'],
  ['babel', 'https://babeljs.io/docs/babel-cli'],
  ['rollup', 'https://rollupjs.org/command-line-interface/'],
  ['tsup', 'https://tsup.egoist.dev'],
  ['tsdown', 'https://tsdown.dev'],
  ['ncc', 'https://github.com/vercel/ncc'],
  ['webpack', 'https://webpack.js.org/api/cli/'],
  ['vite build', 'https://vite.dev/guide/cli.html'],
  ['next build, next lint, next export', 'https://nextjs.org/docs/app/api-reference/cli/next'],
  [
    'nuxt build, nuxt generate, nuxt prepare, nuxi build, nuxi generate, nuxi prepare',
    'https://nuxt.com/docs/api/commands/build',
  ],
  ['astro build, astro check', 'https://docs.astro.build/en/reference/cli-reference/'],
  ['nest build', 'https://docs.nestjs.com/cli/usages'],
  ['ng build', 'https://angular.dev/cli/build'],
  [
    'react-scripts build, react-scripts test, craco build, react-app-rewired build',
    'https://create-react-app.dev/docs/available-scripts/',
  ],
  ['vue-cli-service build', 'https://cli.vuejs.org/guide/cli-service.html'],
  ['remix build, remix vite:build, react-router build', 'https://reactrouter.com/start/framework/deploying'],
  ['gatsby build', 'https://www.gatsbyjs.com/docs/reference/gatsby-cli/'],
  ['parcel build', 'https://parceljs.org/features/cli/'],
  ['strapi build', 'https://docs.strapi.io/cms/cli'],
  ['medusa db:migrate, medusa build, medusa migrations', 'https://docs.medusajs.com/resources/medusa-cli'],
  ['rimraf', 'https://github.com/isaacs/rimraf'],
  ['shx', 'https://github.com/shelljs/shx'],
  ['cpx', 'https://github.com/mysticatea/cpx'],
  ['copyfiles', 'https://github.com/calvinmetcalf/copyfiles'],
  ['eslint', 'https://eslint.org/docs/latest/use/command-line-interface'],
  ['prettier', 'https://prettier.io/docs/cli'],
  ['jest', 'https://jestjs.io/docs/cli'],
  ['vitest', 'https://vitest.dev/guide/cli'],
  ['mocha', 'https://mochajs.org'],
  ['pytest', 'https://docs.pytest.org'],
  ['wait-on', 'https://github.com/jeffbski/wait-on'],
  ['wait-for-it', 'https://github.com/vishnubob/wait-for-it'],
  ['wait-port', 'https://github.com/dwmkerr/wait-port'],
  ['kill-port', 'https://github.com/tiaanduplessis/kill-port'],
  ['is-ci', 'https://github.com/watson/is-ci'],
  ['husky', 'https://typicode.github.io/husky/'],
  ['patch-package', 'https://github.com/ds300/patch-package'],
  ['graphql-codegen', 'https://the-guild.dev/graphql/codegen'],
  ['playwright', 'https://playwright.dev/docs/test-cli'],
  ['puppeteer', 'https://pptr.dev/guides/configuration'],
  ['npm, npx, yarn, pnpm', 'https://docs.npmjs.com/cli'],
  ['pip', 'https://pip.pypa.io/en/stable/cli/'],
  ['poetry', 'https://python-poetry.org/docs/cli/'],
  ['pipenv', 'https://pipenv.pypa.io/en/latest/cli.html'],
  ['uv', 'https://docs.astral.sh/uv/reference/cli/'],
  ['pdm', 'https://pdm-project.org/latest/reference/cli/'],
  ['rye', 'https://rye.astral.sh/guide/commands/'],
  ['hatch', 'https://hatch.pypa.io/latest/cli/reference/'],
  ['corepack', 'https://github.com/nodejs/corepack'],
  ['pm2', 'https://pm2.keymetrics.io/docs/usage/quick-start/'],
  ['bundle, gem', 'https://bundler.io/man/bundle.1.html'],
  ['apt-get, apt', 'https://manpages.debian.org/apt-get'],
  ['apk', 'https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper'],
  ['git', 'https://git-scm.com/docs'],
  ['curl', 'https://curl.se/docs/manpage.html'],
  ['wget', 'https://www.gnu.org/software/wget/manual/'],
  ['pg_isready, psql, createdb, pg_dump, pg_restore', 'https://www.postgresql.org/docs/current/reference-client.html'],
  ['mysql, mysqladmin', 'https://dev.mysql.com/doc/refman/8.4/en/programs-client.html'],
  ['redis-cli', 'https://redis.io/docs/latest/develop/tools/cli/'],
  ['nc', 'https://man.openbsd.org/nc.1'],
  ['envsubst', 'https://www.gnu.org/software/gettext/manual/html_node/envsubst-Invocation.html'],
  ['env, printenv', 'https://www.gnu.org/software/coreutils/manual/html_node/env-invocation.html'],
  [
    'sleep, mkdir, rm, cp, mv, ln, ls, cat, chmod, chown, touch, echo, printf, find, sed, awk, grep, head, tail, tr, cut, sort, tee, date, hostname, whoami, id, uname, pwd, seq, yes, basename, dirname, xargs, wc, df, du, tar, unzip, gzip, base64, openssl, jq, nproc, free, ps, pgrep, killall, pkill, stat, test, expr, sync, mktemp, rsync, install, readlink, realpath, time, clear, timeout, false',
    'https://www.gnu.org/software/coreutils/manual/',
  ],
].map(([calls = '', source = '']) => known(calls.split(', ')[0] ?? '', 'task', calls, NONE, source));

const ROWS: readonly KnownProgram[] = [...NODE_SERVERS, ...PYTHON_SERVERS, ...OTHER_SERVERS, ...TASKS.flatMap(each)];

/** Each program of a row of tasks goes by its own name. */
function each(row: KnownProgram): readonly KnownProgram[] {
  return row.calls.map((call) => ({ ...row, name: call[0] ?? row.name, calls: [call] }));
}

/** Whether a program of that name is known. */
export function isKnownProgram(name: string): boolean {
  return ROWS.some(({ calls }) => calls.some(([program]) => program === name));
}

/** The program that words call: of several that fit, the one that names most of them. */
export function knownProgram(words: Words): KnownProgram | undefined {
  const [program] = words;
  let best: KnownProgram | undefined;
  let length = 0;
  for (const row of ROWS) {
    for (const call of row.calls) {
      if (call[0] !== program || call.length <= length || !isCall(words.slice(1), call.slice(1), row)) continue;
      best = row;
      length = call.length;
    }
  }
  return best;
}

/** Whether the words that are no options begin with those of a call. */
function isCall(words: Words, call: readonly string[], { options = [], target }: KnownProgram): boolean {
  if (call.length === 0) return true;
  const valued = target.by === 'object' ? [] : options;
  let matched = 0;
  for (let at = 0; at < words.length && matched < call.length; at++) {
    const word = words[at];
    if (word === call[matched]) matched++;
    else if (word?.startsWith('-') !== true) return false;
    else if (valued.includes(word)) at++;
  }
  return matched === call.length;
}
