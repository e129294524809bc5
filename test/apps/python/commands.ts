/** What a start command comes to, as one text for each socket: see `shown` in sockets.test.ts. */
export interface SocketCase {
  command: string;
  /** Where it differs from a native service. */
  runtime?: 'docker';
  files?: Readonly<Record<string, string>>;
  /** null: the dashboard holds it. */
  env?: Readonly<Record<string, string | null>>;
  sockets: readonly string[];
  gaps?: readonly string[];
  /** `seconds worker`; of gunicorn only. */
  gunicorn?: string;
}

const of = (command: string, socket: string, over: Partial<SocketCase> = {}): SocketCase => ({
  command,
  sockets: [socket],
  ...over,
});

const FLASK_APP = 'from flask import Flask\n\napp = Flask(__name__)\n';
const BOT =
  "import os\nfrom telegram.ext import ApplicationBuilder\n\nbot = ApplicationBuilder().token('token').build()\n";
const WANTS_TOKEN = "import os\ntoken = os.getenv('BOT_TOKEN')\nif not token:\n    raise SystemExit('no token')";
const NO_SERVER = 'it starts no server that is known';
const docker = { runtime: 'docker' } as const;
const main = (text: string, more: Readonly<Record<string, string>> = {}) => ({ files: { 'main.py': text, ...more } });
const conf = (text: string, path = 'gunicorn.conf.py') => ({ files: { [path]: text, 'app.py': FLASK_APP } });

/** gunicorn: `app:app` with one worker that is `sync` keeps no connection. */
const GUNICORN: readonly SocketCase[] = [
  // Render's native Python sets GUNICORN_CMD_ARGS, whose --bind holds without one on the command line.
  of('gunicorn app:app', '0.0.0.0:10000 -', { gunicorn: '30 sync' }),
  of('gunicorn app:app', '0.0.0.0:10000 -', { env: { PORT: '8080' } }),
  of('gunicorn app:app', '0.0.0.0:10000=PORT -', { ...docker, gunicorn: '30 sync' }),
  of('gunicorn app:app', '0.0.0.0:5000=PORT -', { ...docker, env: { PORT: '5000' } }),
  of('env -u PORT gunicorn app:app', '127.0.0.1:8000 -', docker),
  of('gunicorn app:app', '0.0.0.0:? -', { ...docker, env: { PORT: null } }),
  of('gunicorn app:app --bind 0.0.0.0:8000', '0.0.0.0:8000 -'),
  of('gunicorn app:app --bind=0.0.0.0:8000', '0.0.0.0:8000 -'),
  of('gunicorn app:app -b 0.0.0.0:8000', '0.0.0.0:8000 -'),
  of('gunicorn app:app -b0.0.0.0:8000', '0.0.0.0:8000 -'),
  of('gunicorn app:app -b=0.0.0.0:8000', '0.0.0.0:8000 -'),
  of('gunicorn app:app --bin 0.0.0.0:8000', '0.0.0.0:8000 -'),
  of('gunicorn -b 0.0.0.0:$PORT app:app', '0.0.0.0:10000=PORT -'),
  of('gunicorn -b "0.0.0.0:${PORT}" app:app', '0.0.0.0:10000=PORT -'),
  of('gunicorn --bind=0.0.0.0:${PORT:-8000} app:app', '0.0.0.0:10000=PORT -'),
  of('gunicorn --bind 0.0.0.0:$PORT app:app', '0.0.0.0:? -', { env: { PORT: null } }),
  of('gunicorn --bind=0.0.0.0:$PORT app:app', '0.0.0.0:? -', { env: { PORT: null } }),
  of("gunicorn --bind '0.0.0.0:$PORT' app:app", '0.0.0.0:? -'),
  of('gunicorn app:app -b :$PORT', '0.0.0.0:10000=PORT -'),
  of('gunicorn app:app -b :4569', '0.0.0.0:4569 -'),
  of('gunicorn app:app -b 0.0.0.0', '0.0.0.0:8000 -'),
  of('gunicorn app:app -b [::]:$PORT', ':::10000=PORT -'),
  of('gunicorn app:app -b [::1]:8000', '::1:8000 -'),
  of('gunicorn app:app -b localhost:8000', 'localhost:8000 -'),
  of('gunicorn app:app -b 127.0.0.1:$PORT', '127.0.0.1:10000=PORT -'),
  of('gunicorn app:app -b unix:/tmp/app.sock', '/tmp/app.sock:- -'),
  of('gunicorn app:app -b tcp://0.0.0.0:8000', '0.0.0.0:8000 -'),
  {
    command: 'gunicorn app:app -b 0.0.0.0:$PORT -b 127.0.0.1:9000',
    sockets: ['0.0.0.0:10000=PORT -', '127.0.0.1:9000 -'],
  },
  { command: 'gunicorn app:app -b unix:a.sock --bind=:8000', sockets: ['unix:a.sock:- -', '0.0.0.0:8000 -'] },
  of('gunicorn app:app -b 0.0.0.0:abc', '0.0.0.0:? -'),
  of('gunicorn app:app --timeout 120', '0.0.0.0:10000 -', { gunicorn: '120 sync' }),
  of('gunicorn app:app --timeout=90', '0.0.0.0:10000 -', { gunicorn: '90 sync' }),
  of('gunicorn app:app -t 60', '0.0.0.0:10000 -', { gunicorn: '60 sync' }),
  of('gunicorn app:app -t60', '0.0.0.0:10000 -', { gunicorn: '60 sync' }),
  of('gunicorn app:app -t=60', '0.0.0.0:10000 -', { gunicorn: '60 sync' }),
  of('gunicorn app:app --time 60', '0.0.0.0:10000 -', { gunicorn: '60 sync' }),
  of('gunicorn app:app --timeout 0', '0.0.0.0:10000 -', { gunicorn: 'never sync' }),
  of('gunicorn app:app --timeout 0x3c', '0.0.0.0:10000 -', { gunicorn: '60 sync' }),
  of('gunicorn app:app --timeout soon', '0.0.0.0:10000 -', { gunicorn: '? sync' }),
  of('gunicorn --timeout 120 app:app -t 10', '0.0.0.0:10000 -', { gunicorn: '10 sync' }),
  of('gunicorn app:app --graceful-timeout 90', '0.0.0.0:10000 -', { gunicorn: '30 sync' }),
  of('gunicorn app:app -w4 -t25', '0.0.0.0:10000 -', { gunicorn: '25 sync' }),
  of('gunicorn app:app --workers=$WEB_CONCURRENCY --timeout 40', '0.0.0.0:10000 -', { gunicorn: '40 sync' }),
  of('gunicorn app:app --workers $((2 * 2 + 1)) -t 45', '0.0.0.0:10000 -', { gunicorn: '45 sync' }),
  of('gunicorn app:app --threads 8', '0.0.0.0:10000 2s', { gunicorn: '30 gthread' }),
  of('gunicorn app:app --threads 1', '0.0.0.0:10000 -', { gunicorn: '30 sync' }),
  of('gunicorn app:app -w 1 --threads 8 --timeout 0', '0.0.0.0:10000 2s', { gunicorn: 'never gthread' }),
  of('gunicorn app:app -k gthread', '0.0.0.0:10000 2s', { gunicorn: '30 gthread' }),
  of('gunicorn app:app -kgevent --keep-alive 80', '0.0.0.0:10000 80s', { gunicorn: '30 gevent' }),
  of('gunicorn app:app -k eventlet -w 1', '0.0.0.0:10000 2s', { gunicorn: '30 eventlet' }),
  of('gunicorn app:app -k gevent --threads 4', '0.0.0.0:10000 2s', { gunicorn: '30 gevent' }),
  of('gunicorn app:app -k egg:gunicorn#gevent', '0.0.0.0:10000 2s', { gunicorn: '30 gevent' }),
  of('gunicorn app:app -k gunicorn.workers.ggevent.GeventWorker', '0.0.0.0:10000 2s', { gunicorn: '30 gevent' }),
  of('gunicorn main:app -k uvicorn.workers.UvicornWorker', '0.0.0.0:10000 2s', {
    gunicorn: '30 uvicorn.workers.UvicornWorker',
  }),
  of('gunicorn main:app --worker-class uvicorn_worker.UvicornWorker --keep-alive=75', '0.0.0.0:10000 75s'),
  of('gunicorn main:app -k uvicorn.workers.UvicornWorker --keep-alive 0', '0.0.0.0:10000 0s'),
  of('gunicorn app:app -k gthread --keep-alive 0', '0.0.0.0:10000 -'),
  of('gunicorn main:app -k aiohttp.GunicornWebWorker', '0.0.0.0:10000 2s'),
  of('gunicorn main:app -k tornado', '0.0.0.0:10000 -'),
  of('gunicorn main:app -k asgi', '0.0.0.0:10000 -'),
  of('gunicorn app:app -k own.Worker', '0.0.0.0:10000 ?', { gunicorn: '30 own.Worker' }),
  of('python -m gunicorn app:app -b 0.0.0.0:$PORT', '0.0.0.0:10000=PORT -'),
  of('poetry run gunicorn app:app --bind 0.0.0.0:8000', '0.0.0.0:8000 -'),
  of('uv run gunicorn app:app --bind 0.0.0.0:$PORT', '0.0.0.0:10000=PORT -'),
  of('exec gunicorn app:app --bind 0.0.0.0:$PORT', '0.0.0.0:10000=PORT -'),
  of('python manage.py migrate && gunicorn mysite.wsgi:application', '0.0.0.0:10000 -'),
  of("sh -c 'gunicorn app:app -b 0.0.0.0:$PORT'", '0.0.0.0:10000=PORT -'),
  of('PORT=5000 gunicorn app:app', '0.0.0.0:5000=PORT -', docker),
  of('newrelic-admin run-program gunicorn app:app -t 90', '0.0.0.0:10000 -', { gunicorn: '90 sync' }),
  // The variable.
  of('gunicorn app:app', '0.0.0.0:9000 -', {
    env: { GUNICORN_CMD_ARGS: '--bind 0.0.0.0:9000 --timeout 99' },
    gunicorn: '99 sync',
  }),
  of('gunicorn app:app', '0.0.0.0:10000=PORT 2s', {
    env: { GUNICORN_CMD_ARGS: "--threads '4' --access-logformat '%(h)s \"%(r)s\"'" },
    gunicorn: '30 gthread',
  }),
  of('gunicorn app:app', '?:? -', {
    env: { GUNICORN_CMD_ARGS: "--bind '0.0.0.0:9000" },
    gunicorn: '? ?',
    sockets: ['?:? ?'],
  }),
  of('gunicorn app:app -b 0.0.0.0:$PORT -t 60 -k sync', '0.0.0.0:10000=PORT -', {
    env: { GUNICORN_CMD_ARGS: null },
    gunicorn: '60 ?',
    sockets: ['0.0.0.0:10000=PORT ?'],
  }),
  // The file.
  of('gunicorn app:app', '0.0.0.0:10000 -', { ...conf("bind = '127.0.0.1:5000'\ntimeout = 61"), gunicorn: '61 sync' }),
  of('gunicorn app:app', '127.0.0.1:5000 -', { ...docker, ...conf("bind = '127.0.0.1:5000'") }),
  of('gunicorn app:app', '0.0.0.0:10000=PORT -', {
    ...docker,
    ...conf('import os\nbind = f"0.0.0.0:{os.environ.get(\'PORT\', 8000)}"'),
  }),
  of('gunicorn app:app', '0.0.0.0:10000=PORT -', {
    ...docker,
    ...conf("import os\nbind = '0.0.0.0:' + os.getenv('PORT', '8000')"),
  }),
  of('gunicorn app:app', '0.0.0.0:10000=PORT -', {
    ...docker,
    ...conf('import os\nport = os.environ["PORT"]\nbind = "0.0.0.0:%s" % port'),
  }),
  {
    command: 'gunicorn app:app',
    ...docker,
    ...conf("bind = ['0.0.0.0:8000', 'unix:/run/a.sock']"),
    sockets: ['0.0.0.0:8000 -', '/run/a.sock:- -'],
  },
  {
    command: 'gunicorn app:app',
    ...docker,
    ...conf("bind = '0.0.0.0:8000,0.0.0.0:8001'"),
    sockets: ['0.0.0.0:8000 -', '0.0.0.0:8001 -'],
  },
  of('gunicorn app:app', '0.0.0.0:10000 4s', {
    ...conf('import multiprocessing\nworkers = multiprocessing.cpu_count() * 2 + 1\nthreads = 2\nkeepalive = 2 + 2'),
    gunicorn: '30 gthread',
  }),
  of('gunicorn -c config/prod.py app:app', '0.0.0.0:10000 2s', {
    ...conf("worker_class = 'gevent'\ntimeout = 300", 'config/prod.py'),
    gunicorn: '300 gevent',
  }),
  of('gunicorn --config file:config/prod.py app:app', '0.0.0.0:10000 -', {
    ...conf('timeout = 300', 'config/prod.py'),
    gunicorn: '300 sync',
  }),
  of('gunicorn --config=python:config.prod app:app', '0.0.0.0:10000 -', {
    ...conf('timeout = 300', 'config/prod.py'),
    gunicorn: '300 sync',
  }),
  of('gunicorn app:app', '0.0.0.0:10000 -', { ...conf('timeout = 300', 'gunicorn_config.py'), gunicorn: '30 sync' }),
  of('gunicorn --chdir sub app:app', '0.0.0.0:10000 -', {
    ...conf('timeout = 300', 'sub/gunicorn.conf.py'),
    gunicorn: '30 sync',
  }),
  of('cd sub && gunicorn app:app', '0.0.0.0:10000 -', {
    ...conf('timeout = 300', 'sub/gunicorn.conf.py'),
    gunicorn: '300 sync',
  }),
  of('gunicorn app:app -t 50', '0.0.0.0:10000 -', { ...conf('timeout = 300'), gunicorn: '50 sync' }),
  of('gunicorn app:app', '0.0.0.0:10000 -', {
    ...conf("import os\ntimeout = 120 if 'RENDER' in os.environ else 10"),
    gunicorn: '120 sync',
  }),
  of('gunicorn app:app', '0.0.0.0:10000 -', {
    ...conf('from settings import TIMEOUT\ntimeout = TIMEOUT'),
    files: { 'gunicorn.conf.py': 'from settings import TIMEOUT\ntimeout = TIMEOUT', 'settings.py': 'TIMEOUT = 75' },
    gunicorn: '75 sync',
  }),
  of('gunicorn -c /etc/gunicorn.py app:app', '0.0.0.0:10000 ?', { gunicorn: '? ?' }),
  of('gunicorn app:app', '0.0.0.0:10000 ?', { ...conf('timeout = ('), gunicorn: '? ?' }),
  // What cannot be read.
  of('gunicorn app:app --tiemout 60', '0.0.0.0:10000 -', {
    gaps: ['`--tiemout` is no option that is known'],
    gunicorn: '30 sync',
  }),
  of('gunicorn app:app --worker 4', '0.0.0.0:10000 -', { gaps: ['`--worker` is no option that is known'] }),
  of('gunicorn app:app $OPTIONS', '0.0.0.0:10000 -', {
    env: { OPTIONS: null },
    gaps: ['some of its options depend on a variable'],
  }),
  of('gunicorn app:app $OPTIONS', '0.0.0.0:7000 2s', {
    env: { OPTIONS: '--bind 0.0.0.0:7000 --threads 4' },
    gunicorn: '30 gthread',
  }),
  of('gunicorn app:app --timeout', '0.0.0.0:10000 -', { gaps: ['`--timeout` has no value'], gunicorn: '30 sync' }),
];

const SERVERS: readonly SocketCase[] = [
  of('uvicorn main:app', '127.0.0.1:8000 5s'),
  of('uvicorn main:app --host 0.0.0.0', '0.0.0.0:8000 5s'),
  of('uvicorn main:app --host 0.0.0.0 --port $PORT', '0.0.0.0:10000=PORT 5s'),
  of('uvicorn main:app --host=0.0.0.0 --port=${PORT:-8000}', '0.0.0.0:10000=PORT 5s'),
  of('uvicorn main:app --host 0.0.0.0 --port 10000', '0.0.0.0:10000 5s'),
  of('uvicorn --factory app:make --port 80 --host ::', ':::80 5s'),
  of('uvicorn main:app --host "" --port $PORT', '0.0.0.0:10000=PORT 5s'),
  of('uvicorn main:app --host localhost --port 3000', 'localhost:3000 5s'),
  of('uvicorn main:app --timeout-keep-alive 80 --host 0.0.0.0', '0.0.0.0:8000 80s'),
  of('uvicorn main:app --timeout-keep-alive=120 --host 0.0.0.0', '0.0.0.0:8000 120s'),
  of('uvicorn main:app --host 0.0.0.0 --port "$PORT" --workers 4 --proxy-headers', '0.0.0.0:10000=PORT 5s'),
  of('uvicorn main:app', '0.0.0.0:9000=UVICORN_PORT 5s', { env: { UVICORN_HOST: '0.0.0.0', UVICORN_PORT: '9000' } }),
  of('uvicorn main:app --port 7000', '0.0.0.0:7000 80s', {
    env: { UVICORN_HOST: '0.0.0.0', UVICORN_PORT: '9000', UVICORN_TIMEOUT_KEEP_ALIVE: '80' },
  }),
  of('uvicorn main:app', '?:8000 5s', { env: { UVICORN_HOST: null } }),
  of("uvicorn main:app --host 0.0.0.0 --port '$PORT'", '0.0.0.0:? 5s'),
  // click knows no shortened options.
  of('uvicorn main:app --hos 0.0.0.0', '127.0.0.1:8000 5s', { gaps: ['`--hos` is no option that is known'] }),
  { command: 'uvicorn main:app --uds /tmp/a.sock', sockets: [], gaps: ['what uvicorn listens on is set elsewhere'] },
  of('python -m uvicorn main:app --host 0.0.0.0 --port $PORT', '0.0.0.0:10000=PORT 5s'),
  of('uv run uvicorn main:app --host 0.0.0.0', '0.0.0.0:8000 5s'),
  of('hypercorn main:app', '127.0.0.1:8000 5s'),
  of('hypercorn main:app --bind 0.0.0.0:$PORT', '0.0.0.0:10000=PORT 5s'),
  of('hypercorn main:app -b :8080 --keep-alive 90', '0.0.0.0:8080 90s'),
  of('hypercorn main:app --bind "[::]:$PORT"', ':::10000=PORT 5s'),
  of('hypercorn main:app --config hypercorn.toml', '0.0.0.0:7000 5s', {
    files: { 'hypercorn.toml': 'bind = ["0.0.0.0:7000"]\n' },
  }),
  of('hypercorn main:app -c python:settings', '0.0.0.0:10000 90s', {
    files: { 'settings.py': 'import os\nbind = [f"0.0.0.0:{os.environ[\'PORT\']}"]\nkeep_alive_timeout = 90\n' },
  }),
  of('hypercorn main:app -c file:conf/hyper.py', '127.0.0.1:7000 5s', {
    files: { 'conf/hyper.py': 'bind = "127.0.0.1:7000"\n' },
  }),
  {
    command: 'hypercorn main:app -c hypercorn.toml',
    files: { 'hypercorn.toml': 'bind = ["127.0.0.1:7000", "0.0.0.0:7001"]\nkeep_alive_timeout = 99 # s\n' },
    sockets: ['127.0.0.1:7000 99s', '0.0.0.0:7001 99s'],
  },
  // The command line goes before the file.
  of('hypercorn main:app -c hypercorn.toml --bind 0.0.0.0:$PORT', '0.0.0.0:10000=PORT 5s', {
    files: { 'hypercorn.toml': 'bind = "127.0.0.1:7000"\n' },
  }),
  of('hypercorn main:app -c nowhere.toml --bind 0.0.0.0:$PORT', '0.0.0.0:10000=PORT ?'),
  {
    command: 'hypercorn main:app -c python:nowhere',
    sockets: [],
    gaps: ['what hypercorn listens on is set elsewhere'],
  },
  of('daphne mysite.asgi:application', '127.0.0.1:8000 ?'),
  of('daphne -b 0.0.0.0 -p $PORT mysite.asgi:application', '0.0.0.0:10000=PORT ?'),
  of('daphne mysite.asgi:application --port 8001 --bind 0.0.0.0 -v2', '0.0.0.0:8001 ?'),
  { command: 'daphne -e tcp:port=8000 a:b', sockets: [], gaps: ['what daphne listens on is set elsewhere'] },
  of('waitress-serve app:app', '0.0.0.0:8080 120s'),
  of('waitress-serve --port=$PORT app:app', '0.0.0.0:10000=PORT 120s'),
  of('waitress-serve --listen=*:$PORT app:app', '0.0.0.0:10000=PORT 120s'),
  of('waitress-serve --host=127.0.0.1 --port 8000 --call app:create', '127.0.0.1:8000 120s'),
  of('waitress-serve --channel-timeout=60 --listen 0.0.0.0:9000 app:app', '0.0.0.0:9000 60s'),
  of('granian --interface asgi main:app', '127.0.0.1:8000 ?'),
  of('granian --interface asgi --host 0.0.0.0 --port $PORT main:app', '0.0.0.0:10000=PORT ?'),
  of('granian --interface wsgi app:app', '0.0.0.0:9000=GRANIAN_PORT ?', {
    env: { GRANIAN_HOST: '0.0.0.0', GRANIAN_PORT: '9000' },
  }),
  of('flask run', '127.0.0.1:5000 -', { files: { 'app.py': FLASK_APP } }),
  of('flask run --host=0.0.0.0 --port=$PORT', '0.0.0.0:10000=PORT -'),
  of('flask --app server run -h 0.0.0.0 -p 8000', '0.0.0.0:8000 -'),
  of('python -m flask run -h0.0.0.0', '0.0.0.0:5000 -'),
  of('flask run', '0.0.0.0:8000=FLASK_RUN_PORT -', { env: { FLASK_RUN_HOST: '0.0.0.0', FLASK_RUN_PORT: '8000' } }),
  of('flask run', '0.0.0.0:5001=FLASK_RUN_PORT -', {
    files: { '.flaskenv': 'FLASK_RUN_HOST=0.0.0.0\nFLASK_RUN_PORT=5001\n' },
  }),
  of('FLASK_RUN_PORT=$PORT flask run --host 0.0.0.0', '0.0.0.0:10000=FLASK_RUN_PORT -'),
  of('fastapi run main.py', '0.0.0.0:8000|10000=PORT 5s'),
  of('fastapi run main.py --port $PORT', '0.0.0.0:10000=PORT 5s'),
  of('fastapi dev main.py', '127.0.0.1:8000|10000=PORT 5s'),
  of('sanic server:app', '127.0.0.1:8000 120s'),
  of('sanic server:app --host=0.0.0.0 --port=$PORT --workers=2', '0.0.0.0:10000=PORT 120s'),
  of('litestar run --host 0.0.0.0 --port $PORT', '0.0.0.0:10000=PORT 5s'),
  of('quart run', '127.0.0.1:5000 5s'),
  of('shiny run app.py', '127.0.0.1:8000 5s'),
  of('shiny run --host 0.0.0.0 -p $PORT app.py', '0.0.0.0:10000=PORT 5s'),
  of('streamlit run app.py', '0.0.0.0:8501 -'),
  of('streamlit run app.py --server.port $PORT --server.address 0.0.0.0', '0.0.0.0:10000=PORT -'),
  of('streamlit run app.py --server.port=$PORT --server.headless=true', '0.0.0.0:10000=PORT -'),
  of('streamlit run app.py', '0.0.0.0:9000=STREAMLIT_SERVER_PORT -', { env: { STREAMLIT_SERVER_PORT: '9000' } }),
  of('streamlit run app.py', 'localhost:8080 -', {
    files: { '.streamlit/config.toml': '[server]\nport = 8080 # here\naddress = "localhost"\n' },
  }),
  of('python manage.py runserver', '127.0.0.1:8000 -', { files: { 'manage.py': '' } }),
  of('python manage.py runserver 0.0.0.0:$PORT', '0.0.0.0:10000=PORT -', { files: { 'manage.py': '' } }),
  of('python manage.py runserver 8080', '127.0.0.1:8080 -', { files: { 'manage.py': '' } }),
  of('python manage.py runserver 0:8000 --noreload', '0.0.0.0:8000 -', { files: { 'manage.py': '' } }),
  of('python manage.py runserver --insecure [::]:8000', ':::8000 -', { files: { 'manage.py': '' } }),
  of('python -m http.server $PORT', '0.0.0.0:10000=PORT -'),
  of('python3 -m http.server', '0.0.0.0:8000 -'),
  of('python -m http.server 8000 --bind 127.0.0.1 -d site', '127.0.0.1:8000 -', { files: { 'site/index.html': '' } }),
  of('uwsgi --http 0.0.0.0:$PORT --module app:app', '0.0.0.0:10000=PORT -'),
  of('uwsgi --http-socket :8000 -w app:app', '0.0.0.0:8000 -'),
  of('uwsgi uwsgi.ini', '0.0.0.0:10000=PORT -', {
    files: { 'uwsgi.ini': '[uwsgi]\nhttp = 0.0.0.0:$(PORT)\nmodule = app:app\n' },
  }),
  of('uwsgi --ini uwsgi.ini', '127.0.0.1:8000 -', {
    files: { 'uwsgi.ini': '[uwsgi]\nhttp-socket = 127.0.0.1:8000\n' },
  }),
  {
    command: 'uwsgi --socket 0.0.0.0:8000 -w app:app',
    sockets: [],
    gaps: ['uwsgi is given no address for HTTP that can be read'],
  },
  { command: 'celery -A app worker -l info', sockets: [] },
];

const UVICORN_RUN = (args: string): string =>
  `import os\nimport uvicorn\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\nif __name__ == '__main__':\n    uvicorn.run(${args})\n`;

const CODE: readonly SocketCase[] = [
  of('python main.py', '127.0.0.1:8000 5s', main(UVICORN_RUN('app'))),
  of('python main.py', '0.0.0.0:8000 5s', main(UVICORN_RUN("app, host='0.0.0.0'"))),
  of(
    'python main.py',
    '0.0.0.0:10000=PORT 5s',
    main(UVICORN_RUN("app, host='0.0.0.0', port=int(os.environ.get('PORT', 8000))")),
  ),
  of(
    'python main.py',
    '0.0.0.0:10000=PORT 5s',
    main(UVICORN_RUN("'main:app', host='0.0.0.0', port=int(os.getenv('PORT') or 8000)")),
  ),
  of(
    'python main.py',
    '0.0.0.0:10000=PORT 80s',
    main(UVICORN_RUN("app, host='0.0.0.0', port=int(os.environ['PORT']), timeout_keep_alive=80")),
  ),
  // The variables of the command mean nothing to the function.
  of('python main.py', '127.0.0.1:8000 5s', { ...main(UVICORN_RUN('app')), env: { UVICORN_HOST: '0.0.0.0' } }),
  of(
    'python main.py',
    '0.0.0.0:8000 5s',
    main(UVICORN_RUN("app, host='0.0.0.0' if 'RENDER' in os.environ else '127.0.0.1'")),
  ),
  of(
    'python main.py',
    '0.0.0.0:9000 5s',
    main(UVICORN_RUN("app, host='0.0.0.0', port=settings.port").replace('import os', 'import os\nimport settings'), {
      'settings.py': 'port = 9000\n',
    }),
  ),
  of('python main.py', '?:8000 5s', {
    ...main(UVICORN_RUN("app, host=os.environ['APP_HOST']")),
    env: { APP_HOST: null },
  }),
  of(
    'python main.py',
    '127.0.0.1:8000 5s',
    main('import uvicorn\n\n\ndef main():\n    uvicorn.run("app:app")\n\n\nmain()\n'),
  ),
  of(
    'python main.py',
    '0.0.0.0:8000 5s',
    main(
      'import asyncio\nimport uvicorn\n\n\nasync def main():\n    config = uvicorn.Config("app:app", host="0.0.0.0")\n    server = uvicorn.Server(config)\n    await server.serve()\n\n\nasyncio.run(main())\n',
    ),
  ),
  of('python -m app', '0.0.0.0:8000 5s', {
    files: {
      'app/__init__.py': '',
      'app/__main__.py': 'from app.server import start\n\nstart()\n',
      'app/server.py': 'import uvicorn\n\n\ndef start():\n    uvicorn.run("app.main:app", host="0.0.0.0")\n',
    },
  }),
  of('python -m app.main', '0.0.0.0:8000 5s', {
    files: { 'app/__init__.py': '', 'app/main.py': UVICORN_RUN("app, host='0.0.0.0'") },
  }),
  of('python main.py', '127.0.0.1:5000 -', main(`${FLASK_APP}\napp.run()\n`)),
  of(
    'python main.py',
    '0.0.0.0:10000=PORT -',
    main(
      `import os\n${FLASK_APP}\nif __name__ == "__main__":\n    port = int(os.environ.get("PORT", 5000))\n    app.run(host="0.0.0.0", port=port, debug=False)\n`,
    ),
  ),
  of('python main.py', '0.0.0.0:8080 -', main(`${FLASK_APP}\napp.run("0.0.0.0", 8080)\n`)),
  of('python main.py', '127.0.0.1:5000 -', main(`${FLASK_APP}\napp.run(debug=True)\n`)),
  of('python main.py', '', {
    sockets: [],
    ...main(`${FLASK_APP}\napp.config['SERVER_NAME'] = 'example.com:80'\napp.run()\n`),
    gaps: ['SERVER_NAME in main.py may set what Flask listens on'],
  }),
  of('python main.py', '', {
    sockets: [],
    ...main(`${FLASK_APP}\napp.config.update(SERVER_NAME='0.0.0.0:10000')\napp.run()\n`),
    gaps: ['SERVER_NAME in main.py may set what Flask listens on'],
  }),
  of('python main.py', '', {
    sockets: [],
    files: {
      'main.py': `from config import Config\n${FLASK_APP}\napp.config.from_object(Config)\napp.run('0.0.0.0')\n`,
      'config.py': 'class Config:\n    SERVER_NAME = "0.0.0.0:10000"\n',
    },
    gaps: ['SERVER_NAME in config.py may set what Flask listens on'],
  }),
  of('python main.py', '127.0.0.1:5000 -', main(`${FLASK_APP}\napp.config['SERVER_NAME'] = None\napp.run()\n`)),
  of('python main.py', '0.0.0.0:80 -', main(`${FLASK_APP}\nSERVER_NAME = 'x:1'\napp.run('0.0.0.0', 80)\n`)),
  of(
    'python main.py',
    '0.0.0.0:5000 -',
    main(
      'from server import create_app\n\napp = create_app()\n\nif __name__ == "__main__":\n    app.run(host="0.0.0.0")\n',
      { 'server.py': 'from flask import Flask\n\n\ndef create_app():\n    app = Flask(__name__)\n    return app\n' },
    ),
  ),
  { command: 'python main.py', ...main(FLASK_APP), sockets: [], gaps: [NO_SERVER] },
  of(
    'python main.py',
    '0.0.0.0:5000 ?',
    main(
      'from flask import Flask\nfrom flask_socketio import SocketIO\n\napp = Flask(__name__)\nio = SocketIO(app)\n\nio.run(app, host="0.0.0.0")\n',
    ),
  ),
  of('python main.py', '127.0.0.1:8050|10000=PORT -', {
    ...main('from dash import Dash\n\napp = Dash(__name__)\napp.run(debug=False)\n'),
    sockets: ['127.0.0.1:10000=PORT -'],
  }),
  of(
    'python main.py',
    '0.0.0.0:10000=PORT -',
    main(
      'import dash\nimport os\n\napp = dash.Dash(__name__)\n\nif __name__ == "__main__":\n    app.run_server(host="0.0.0.0", port=int(os.environ.get("PORT", 8050)))\n',
    ),
  ),
  of(
    'python main.py',
    '127.0.0.1:7860 ?',
    main('import gradio as gr\n\ndemo = gr.Interface(fn=str, inputs="text", outputs="text")\ndemo.launch()\n'),
  ),
  of(
    'python main.py',
    '0.0.0.0:10000=PORT ?',
    main(
      'import os\nimport gradio as gr\n\nwith gr.Blocks() as demo:\n    gr.Markdown("hi")\n\ndemo.launch(server_name="0.0.0.0", server_port=int(os.environ.get("PORT", 7860)))\n',
    ),
  ),
  of(
    'python main.py',
    '0.0.0.0:8080 75s',
    main('from aiohttp import web\n\napp = web.Application()\nweb.run_app(app)\n'),
  ),
  of(
    'python main.py',
    '127.0.0.1:10000=PORT 75s',
    main(
      'import os\nfrom aiohttp import web\n\nweb.run_app(web.Application(), host="127.0.0.1", port=int(os.environ["PORT"]))\n',
    ),
  ),
  of(
    'python main.py',
    '0.0.0.0:8888 -',
    main(
      'import tornado.ioloop\nimport tornado.web\n\napp = tornado.web.Application([])\napp.listen(8888)\ntornado.ioloop.IOLoop.current().start()\n',
    ),
  ),
  of(
    'python main.py',
    '0.0.0.0:8080 120s',
    main('from waitress import serve\nfrom app import app\n\nserve(app)\n', { 'app.py': FLASK_APP }),
  ),
  of(
    'python main.py',
    '0.0.0.0:10000=PORT 120s',
    main(
      'import os\nfrom waitress import serve\nfrom app import app\n\nserve(app, host="0.0.0.0", port=os.environ.get("PORT", 8080))\n',
      { 'app.py': FLASK_APP },
    ),
  ),
  of(
    'python main.py',
    '127.0.0.1:8080 ?',
    main('from bottle import route, run\n\n\n@route("/")\ndef index():\n    return "hi"\n\n\nrun()\n'),
  ),
  of(
    'python main.py',
    '0.0.0.0:8000 120s',
    main(
      'from sanic import Sanic\n\napp = Sanic("app")\n\nif __name__ == "__main__":\n    app.run(host="0.0.0.0", port=8000)\n',
    ),
  ),
  // A webhook of python-telegram-bot.
  of('python main.py', '127.0.0.1:10000=PORT -', main(`${BOT}\nbot.run_webhook(port=int(os.environ['PORT']))\n`)),
  of('python main.py', '0.0.0.0:80 -', main(`${BOT}\nbot.run_webhook('0.0.0.0', webhook_url='https://a.com')\n`)),
  of(
    'python main.py',
    '0.0.0.0:8443 -',
    main(
      "from telegram.ext import Updater\n\nupdater = Updater('token')\nupdater.start_webhook(listen='0.0.0.0', port=8443)\nupdater.idle()\n",
    ),
  ),
  { command: 'python main.py', ...main(`${BOT}\nbot.run_polling()\n`), sockets: [], gaps: [NO_SERVER] },
  // A variable that the platform file does not name may be set in the dashboard.
  of('python main.py', '0.0.0.0:8000 -', main(`${FLASK_APP}\n${WANTS_TOKEN}\napp.run('0.0.0.0', 8000)\n`)),
  of(
    'python main.py',
    '0.0.0.0:8000 -',
    main(
      `import asyncio\nfrom threading import Thread\n${FLASK_APP}\nasync def main():\n    ${WANTS_TOKEN.replaceAll('\n', '\n    ')}\n    Thread(target=lambda: app.run('0.0.0.0', 8000)).start()\n\n\nasyncio.new_event_loop().run_until_complete(main())\n`,
    ),
  ),
  {
    command: 'python main.py',
    ...main(`${WANTS_TOKEN}\nprint(token)\n`),
    sockets: [],
    gaps: ['main.py raises an error when it is imported'],
  },
  of('python main.py', '127.0.0.1:5000 5s', main('from quart import Quart\n\napp = Quart(__name__)\napp.run()\n')),
  of(
    'python main.py',
    '0.0.0.0:10000=PORT -',
    main(
      'import os\nfrom http.server import HTTPServer, SimpleHTTPRequestHandler\n\nserver = HTTPServer(("", int(os.environ.get("PORT", 8000))), SimpleHTTPRequestHandler)\nserver.serve_forever()\n',
    ),
  ),
  of(
    'python main.py',
    'localhost:8000 -',
    main(
      'import socketserver\nimport http.server\n\nwith socketserver.TCPServer(("localhost", 8000), http.server.SimpleHTTPRequestHandler) as httpd:\n    httpd.serve_forever()\n',
    ),
  ),
  of(
    'python main.py',
    '0.0.0.0:8000 -',
    main(
      'from wsgiref.simple_server import make_server\nfrom app import app\n\nmake_server("", 8000, app).serve_forever()\n',
      { 'app.py': FLASK_APP },
    ),
  ),
  of(
    'python main.py',
    '0.0.0.0:5000 ?',
    main(
      'from gevent.pywsgi import WSGIServer\nfrom app import app\n\nserver = WSGIServer(("0.0.0.0", 5000), app)\nserver.serve_forever()\n',
      { 'app.py': FLASK_APP },
    ),
  ),
  of(
    'python main.py',
    '0.0.0.0:8080 120s',
    main(
      'import asyncio\nfrom aiohttp import web\n\n\nasync def main():\n    runner = web.AppRunner(web.Application(), keepalive_timeout=120)\n    await runner.setup()\n    await web.TCPSite(runner, "0.0.0.0", 8080).start()\n\n\nasyncio.run(main())\n',
    ),
  ),
  // A server beside a bot.
  of(
    'python main.py',
    '0.0.0.0:8080 -',
    main(
      `from threading import Thread\n${FLASK_APP}\n\ndef run():\n    app.run(host="0.0.0.0", port=8080)\n\n\nThread(target=run, daemon=True).start()\nclient.run("token")\n`,
    ),
  ),
  of(
    'python main.py',
    '127.0.0.1:8000 5s',
    main(
      'import multiprocessing\nimport uvicorn\n\nserver = multiprocessing.Process(target=uvicorn.run, args=("a:app",), kwargs={"port": 8000})\nserver.start()\nserver.join()\n',
    ),
  ),
  of(
    'python main.py',
    '0.0.0.0:10000=PORT 5s',
    main(
      'import os\nimport uvicorn\n\nif port := os.environ.get("PORT"):\n    number = int(port)\nelse:\n    number = 8000\nuvicorn.run("a:app", **{"host": "0.0.0.0", "port": number})\n',
    ),
  ),
  of(
    'python main.py',
    '0.0.0.0:10000=PORT 5s',
    main(
      'import os\nimport uvicorn\n\ngiven = dict(host="127.0.0.1", port=8000)\nif os.getenv("RENDER"):\n    given.update(host="0.0.0.0", port=int(os.getenv("PORT")))\nuvicorn.run("a:app", **given)\n',
    ),
  ),
  of('python', '', { sockets: [], gaps: ['`python` is given nothing to run'] }),
  of('python -c "import app"', '', { sockets: [], gaps: ['what `python` runs cannot be read'] }),
  { command: 'python main.py', ...main('import (\n'), sockets: [], gaps: ['main.py does not parse'] },
];

export const SOCKETS: readonly SocketCase[] = [...GUNICORN, ...SERVERS, ...CODE];
