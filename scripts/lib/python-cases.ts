import type { Faulty } from './fixed-python.js';

export const FLASK =
  "from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.get('/')\ndef index():\n    return 'ok'\n";
const ASGI =
  "async def app(scope, receive, send):\n    if scope['type'] == 'lifespan':\n        while True:\n" +
  "            kind = (await receive())['type']\n            await send({'type': kind + '.complete'})\n" +
  "            if kind == 'lifespan.shutdown':\n                return\n" +
  "    await send({'type': 'http.response.start', 'status': 200, 'headers': [(b'content-length', b'2')]})\n" +
  "    await send({'type': 'http.response.body', 'body': b'ok'})\n";

/** What the servers are given to serve. */
export const FILES: Readonly<Record<string, string>> = {
  'app.py': FLASK,
  'asgi.py': ASGI,
  'settings.py': "bind = '0.0.0.0:4571'\nthreads = 2\nkeepalive = 3\n",
  'hyper.py': "bind = ['0.0.0.0:4572']\n",
  'hyper.toml': 'bind = "127.0.0.1:4573"\n',
  'run_uvicorn.py': "import uvicorn\n\nuvicorn.run('asgi:app')\n",
  'run_flask.py': 'from app import app\n\napp.run()\n',
  'run_bottle.py': "import bottle\n\n\n@bottle.route('/')\ndef index():\n    return 'ok'\n\n\nbottle.run()\n",
  'run_waitress.py': 'import waitress\nfrom app import app\n\nwaitress.serve(app)\n',
  'run_aiohttp.py': 'from aiohttp import web\n\nweb.run_app(web.Application())\n',
  'run_tornado.py':
    'import asyncio\nimport tornado.web\n\n\nasync def main():\n    tornado.web.Application([]).listen(8000)\n' +
    '    await asyncio.Event().wait()\n\n\nasyncio.run(main())\n',
};

const requirements = { 'requirements.txt': 'flask\ngunicorn\nuvicorn\nhypercorn\nwaitress\naiohttp\n' };
const wsgi = { ...requirements, 'app.py': FLASK };
const asgi = { ...requirements, 'asgi.py': ASGI };
const main = (text: string) => ({ ...requirements, 'main.py': text, 'asgi.py': ASGI });

/** Services that fixes mend, each with the rules that have one. */
export const FAULTY: readonly Faulty[] = [
  { start: 'gunicorn app:app --bind 127.0.0.1:$PORT', files: wsgi, rules: ['loopback-bind', 'low-gunicorn-timeout'] },
  {
    start: 'gunicorn -b localhost:8000 -t 20 app:app',
    files: wsgi,
    rules: ['loopback-bind', 'ignored-port', 'low-gunicorn-timeout'],
  },
  {
    start: 'gunicorn -b 0.0.0.0:$PORT --threads 4 app:app',
    files: { ...wsgi, 'gunicorn.conf.py': 'timeout = 10\n' },
    rules: ['low-gunicorn-timeout', 'short-keep-alive'],
  },
  { start: 'uvicorn asgi:app', files: asgi, rules: ['ignored-port', 'loopback-bind', 'short-keep-alive'] },
  {
    start: 'uvicorn asgi:app --host=127.0.0.1 --port 8000',
    files: asgi,
    rules: ['ignored-port', 'loopback-bind', 'short-keep-alive'],
  },
  { start: 'hypercorn asgi:app', files: asgi, rules: ['ignored-port', 'loopback-bind', 'short-keep-alive'] },
  {
    start: 'hypercorn -c hyper.toml asgi:app',
    files: { ...asgi, 'hyper.toml': 'bind = "127.0.0.1:8000"\nkeep_alive_timeout = 80\n' },
    rules: ['ignored-port', 'loopback-bind'],
  },
  { start: 'waitress-serve --host 127.0.0.1 app:app', files: wsgi, rules: ['ignored-port', 'loopback-bind'] },
  {
    start: 'python3 main.py',
    files: main(
      "import os\n\nimport uvicorn\n\nif __name__ == '__main__':\n    uvicorn.run('asgi:app', host='127.0.0.1', port=int(os.environ['PORT']))\n",
    ),
    rules: ['loopback-bind', 'short-keep-alive'],
  },
  {
    start: 'python3 main.py',
    files: main("import os\n\nimport uvicorn\n\nuvicorn.run(\n    'asgi:app',\n    port=int(os.environ['PORT']),\n)\n"),
    rules: ['loopback-bind', 'short-keep-alive'],
  },
  {
    start: 'python3 main.py',
    files: main(
      `import os\n\n${FLASK}\n\nif __name__ == '__main__':\n    app.run(port=int(os.environ.get('PORT', 5000)))\n`,
    ),
    rules: ['loopback-bind'],
  },
  { start: 'python3 main.py', files: main(`${FLASK}\n\napp.run()\n`), rules: ['ignored-port', 'loopback-bind'] },
  {
    start: 'python3 main.py',
    files: main(`${FLASK}\n\nPORT = 8080\napp.run(host='127.0.0.1', port=PORT)\n`),
    rules: ['ignored-port', 'loopback-bind'],
  },
  {
    start: 'python3 main.py',
    files: {
      ...main(
        'from waitress import serve\n\nfrom app import app\nfrom settings import PORT\n\nserve(app, port=PORT)\n',
      ),
      'app.py': FLASK,
      'settings.py': '"""Settings."""\n\nPORT = 8080\n',
    },
    rules: ['ignored-port'],
  },
  {
    start: 'python3 main.py',
    files: main("import uvicorn\n\nuvicorn.run('asgi:app', port=8000, reload=False)\n"),
    rules: ['ignored-port', 'loopback-bind', 'short-keep-alive'],
  },
  {
    start: 'python3 main.py',
    files: main(
      "import uvicorn\n\nconfig = uvicorn.Config(\n    'asgi:app',\n    port=8000\n)\nuvicorn.Server(config).run()\n",
    ),
    rules: ['ignored-port', 'loopback-bind', 'short-keep-alive'],
  },
  {
    start: 'python3 main.py',
    files: main(
      "from aiohttp import web\n\n\nasync def index(request):\n    return web.Response(text='ok')\n\n\napp = web.Application()\n" +
        "app.router.add_get('/', index)\nweb.run_app(app, host='localhost', port=8080)\n",
    ),
    rules: ['ignored-port', 'loopback-bind'],
  },
  {
    start: 'python3 main.py',
    files: main(
      'import asyncio\n\nimport tornado.web\n\n\nclass Index(tornado.web.RequestHandler):\n    def get(self):\n        self.write("ok")\n\n\n' +
        "async def main():\n    tornado.web.Application([('/', Index)]).listen(8888, '127.0.0.1')\n    await asyncio.Event().wait()\n\n\nasyncio.run(main())\n",
    ),
    rules: ['ignored-port', 'loopback-bind'],
  },
  {
    start: 'python3 main.py',
    files: main(
      'from http.server import BaseHTTPRequestHandler, HTTPServer\n\n\nclass Index(BaseHTTPRequestHandler):\n    def do_GET(self):\n' +
        "        self.send_response(200)\n        self.end_headers()\n\n\nHTTPServer(('127.0.0.1', 8000), Index).serve_forever()\n",
    ),
    rules: ['ignored-port', 'loopback-bind'],
  },
  {
    start: 'python3 main.py',
    files: main("import bottle\n\n\n@bottle.route('/')\ndef index():\n    return 'ok'\n\n\nbottle.run()\n"),
    rules: ['ignored-port', 'loopback-bind'],
  },
];

const SETTINGS =
  "import os\n\nSECRET_KEY = 'x'\nDEBUG = False\nROOT_URLCONF = 'urls'\nMIDDLEWARE = ['django.middleware.common.CommonMiddleware']\n";

/** A site of Django with this value of ALLOWED_HOSTS. */
export function djangoSite(hosts: string): Readonly<Record<string, string>> {
  return {
    'requirements.txt': 'django\ngunicorn\n',
    'render.yaml':
      'services:\n  - type: web\n    name: site\n    runtime: python\n    buildCommand: pip install -r requirements.txt\n' +
      '    startCommand: gunicorn wsgi:application --timeout 120\n    healthCheckPath: /\n',
    'settings.py': `${SETTINGS}ALLOWED_HOSTS = ${hosts}\n`,
    'urls.py':
      "from django.http import HttpResponse\nfrom django.urls import path\n\nurlpatterns = [path('', lambda request: HttpResponse('ok'))]\n",
    'wsgi.py':
      "import os\n\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\napplication = get_wsgi_application()\n",
  };
}

/** Values of ALLOWED_HOSTS: what Django answers a service's own host is to be what the rule says. */
export const HOSTS: readonly string[] = [
  '[]',
  "['*']",
  "['.onrender.com']",
  "['site.onrender.com']",
  "['SITE.onrender.com']",
  "['*.onrender.com']",
  "['https://site.onrender.com']",
  "os.environ.get('ALLOWED_HOSTS', '').split(',')",
  "['localhost', '127.0.0.1'] + [os.environ['RENDER_EXTERNAL_HOSTNAME']]",
];
