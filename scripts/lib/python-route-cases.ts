/** A path, what the app answers GET on it with, and whether reading the program does not tell that. */
type Path = readonly [path: string, status: number, isUnknown?: 'unknown'];

/** An app whose routes are read, and asked for. */
export interface RouteCase {
  name: string;
  /** It listens on the port in PORT. */
  start: string;
  files: Readonly<Record<string, string>>;
  paths: readonly Path[];
}

const ASGI = 'uvicorn main:app --host 0.0.0.0 --port $PORT';
const STARLETTE =
  'from starlette.applications import Starlette\nfrom starlette.endpoints import HTTPEndpoint\n' +
  'from starlette.responses import PlainTextResponse\nfrom starlette.routing import Mount, Route, Router\n\n\n' +
  "async def up(request):\n    return PlainTextResponse('up')\n\n\n";
const FASTAPI = 'from fastapi import FastAPI\n\n\ndef up():\n    return {}\n\n\n';
const AIOHTTP =
  "import os\n\nfrom aiohttp import web\n\n\nasync def up(request):\n    return web.Response(text='up')\n\n\n";
const AIOHTTP_RUN = "web.run_app(app, host='0.0.0.0', port=int(os.environ['PORT']))\n";
const TORNADO =
  'import asyncio\nimport os\n\nimport tornado.web\n\n\nclass Up(tornado.web.RequestHandler):\n' +
  "    def get(self, *parts):\n        self.write('up')\n\n\nclass Post(tornado.web.RequestHandler):\n" +
  "    def post(self):\n        self.write('posted')\n\n\n";
const tornado = (made: string): string =>
  `${TORNADO}async def main():\n    app = ${made}\n    app.listen(int(os.environ['PORT']))\n` +
  '    await asyncio.Event().wait()\n\n\nasyncio.run(main())\n';
const FLASK =
  "from flask import Blueprint, Flask\n\napp = Flask(__name__)\n\n\ndef up(**parts):\n    return 'up'\n\n\n";
const WSGI = 'gunicorn main:app -b 0.0.0.0:$PORT';

const main = (text: string) => ({ 'main.py': text });

/** What is said of these paths is compared with what the frameworks that Debian packages answer. */
export const ROUTE_CASES: readonly RouteCase[] = [
  {
    name: 'Starlette, a list of routes',
    start: ASGI,
    files: main(
      `${STARLETTE}class Page(HTTPEndpoint):\n    async def get(self, request):\n        return PlainTextResponse('page')\n\n\n` +
        'class Form(HTTPEndpoint):\n    async def post(self, request):\n        return PlainTextResponse("sent")\n\n\n' +
        "app = Starlette(\n    debug=False,\n    routes=[\n        Route('/up', up),\n        Route('/send', up, methods=['POST']),\n" +
        "        Route('/page', Page),\n        Route('/form', Form),\n        Route('/items/{id:int}', up),\n        Route('/files/{rest:path}', up),\n" +
        "        Mount('/api', routes=[Route('/', up), Route('/up', up)]),\n        Route('/api/late', up),\n    ],\n)\n",
    ),
    paths: [
      ['/up', 200],
      ['/up?x=1', 200],
      ['/up/', 307, 'unknown'],
      ['/send', 405],
      ['/page', 200],
      ['/form', 405],
      ['/items/3', 200],
      ['/items/three', 404],
      ['/files/a/b', 200],
      ['/api/', 200],
      ['/api/up', 200],
      ['/api/late', 404, 'unknown'],
      ['/healthz', 404],
      ['/', 404],
    ],
  },
  {
    name: 'Starlette, methods of the app',
    start: ASGI,
    files: main(
      `${STARLETTE}app = Starlette()\napp.add_route('/up', up)\napp.add_route('/send', up, methods=['POST'])\n\n\n` +
        "@app.route('/page')\nasync def page(request):\n    return PlainTextResponse('page')\n\n\n" +
        "inner = Starlette(routes=[Route('/up', up)])\napp.mount('/inner', inner)\napp.mount('/router', Router(routes=[Route('/up', up)]))\n",
    ),
    paths: [
      ['/up', 200],
      ['/send', 405],
      ['/page', 200],
      ['/inner/up', 200],
      ['/router/up', 200],
      ['/inner/other', 404],
      ['/health', 404],
    ],
  },
  {
    name: 'Starlette, an app behind a login',
    start: ASGI,
    files: main(
      'from starlette.middleware import Middleware\nfrom starlette.middleware.base import BaseHTTPMiddleware\n' +
        `${STARLETTE}class Login(BaseHTTPMiddleware):\n    async def dispatch(self, request, call_next):\n` +
        "        return PlainTextResponse('no', status_code=401)\n\n\n" +
        "app = Starlette(routes=[Route('/up', up)], middleware=[Middleware(Login)])\n",
    ),
    // Asked without a login, it refuses each path, the missing ones too.
    paths: [
      ['/up', 401, 'unknown'],
      ['/other', 401],
    ],
  },
  {
    name: 'FastAPI, with apps of Starlette in it',
    start: ASGI,
    files: main(
      `${STARLETTE}${FASTAPI}app = FastAPI(routes=[Route('/first', up)])\napp.get('/up')(up)\n` +
        "app.mount('/inner', Starlette(routes=[Route('/page', up)]))\n",
    ),
    paths: [
      ['/up', 200],
      ['/docs', 200],
      ['/openapi.json', 200],
      ['/inner/other', 404],
      ['/health', 404],
    ],
  },
  {
    name: 'FastAPI, routes by a helper in a loop',
    start: ASGI,
    files: main(
      `${FASTAPI}app = FastAPI()\n\n\ndef add(path):\n    app.add_api_route(path, up)\n\n\nfor name in ('a', 'b'):\n    add(f'/{name}')\n` +
        "count = 0\nwhile True:\n    add('/up')\n    count += 1\n    add(f'/up{count}')\n    if count > len(app.routes):\n        break\n    if count == 3:\n        break\n",
    ),
    paths: [
      ['/a', 200],
      ['/b', 200],
      ['/up', 200],
      ['/up2', 200, 'unknown'],
      ['/other', 404, 'unknown'],
    ],
  },
  {
    name: 'aiohttp, methods of the router',
    start: 'python3 main.py',
    files: main(
      `${AIOHTTP}app = web.Application()\napp.router.add_get('/up', up)\napp.router.add_post('/send', up)\napp.router.add_route('*', '/any', up)\n` +
        "app.router.add_get('/items/{id:\\\\d+}', up)\napp.router.add_get('/names/{name}', up)\napp.router.add_get('/files/{rest:.*}', up)\n" +
        `inner = web.Application()\ninner.router.add_get('/up', up)\napp.add_subapp('/inner/', inner)\n${AIOHTTP_RUN}`,
    ),
    paths: [
      ['/up', 200],
      ['/up/', 404, 'unknown'],
      ['/send', 405],
      ['/any', 200],
      ['/items/3', 200],
      ['/items/three', 404],
      ['/names/a', 200],
      ['/files/a/b', 200],
      ['/inner/up', 200],
      ['/inner/other', 404],
      ['/health', 404],
    ],
  },
  {
    name: 'aiohttp, tables of routes',
    start: 'python3 main.py',
    files: main(
      `${AIOHTTP}routes = web.RouteTableDef()\n\n\n@routes.get('/table')\nasync def table(request):\n    return web.Response(text='table')\n\n\n` +
        "@routes.view('/view')\nclass View(web.View):\n    async def get(self):\n        return web.Response(text='view')\n\n\n" +
        "class Sent(web.View):\n    async def post(self):\n        return web.Response(text='sent')\n\n\n" +
        '@web.middleware\nasync def timed(request, handler):\n    response = await handler(request)\n    return response\n\n\n' +
        'async def ready(app):\n    pass\n\n\n' +
        'app = web.Application(middlewares=[timed])\napp.on_startup.append(ready)\napp.add_routes(routes)\n' +
        "app.add_routes([web.get('/up', up), web.post('/send', up), web.view('/sent', Sent), web.route('GET', '/routed', up)])\n" +
        `app.router.add_routes([web.get('/more', up)])\n${AIOHTTP_RUN}`,
    ),
    paths: [
      ['/table', 200],
      ['/view', 200],
      ['/up', 200],
      ['/send', 405],
      ['/sent', 405],
      ['/routed', 200],
      ['/more', 200],
      ['/health', 404],
    ],
  },
  {
    name: 'aiohttp, middleware that answers',
    start: 'python3 main.py',
    files: main(
      `${AIOHTTP}@web.middleware\nasync def pages(request, handler):\n    try:\n        return await handler(request)\n` +
        "    except web.HTTPNotFound:\n        return web.Response(text='page')\n\n\n" +
        `app = web.Application(middlewares=[pages])\napp.router.add_get('/up', up)\n${AIOHTTP_RUN}`,
    ),
    paths: [
      ['/up', 200, 'unknown'],
      ['/other', 200, 'unknown'],
    ],
  },
  {
    name: 'Tornado',
    start: 'python3 main.py',
    files: main(
      tornado(
        "tornado.web.Application(\n        [\n            (r'/up', Up),\n            (r'/send', Post),\n            (r'/items/(\\d+)', Up),\n" +
          "            (r'/names/([^/]+)', Up),\n            (r'/slash/?', Up),\n            (r'/files/(.*)', Up),\n            (r'/v1\\.0/up', Up),\n" +
          "            tornado.web.url(r'/named', Up, name='named'),\n            (r'/(a|b)/up', Up),\n            (r'/odd(/\\w+)?', Up),\n            (r'/go', tornado.web.RedirectHandler, {'url': '/up'}),\n        ]\n    )",
      ),
    ),
    paths: [
      ['/up', 200],
      ['/up/', 404, 'unknown'],
      ['/send', 405],
      ['/items/3', 200],
      ['/items/three', 404],
      ['/names/a', 200],
      ['/slash', 200],
      ['/slash/', 200],
      ['/files/a/b', 200],
      ['/v1.0/up', 200],
      ['/named', 200],
      ['/go', 301],
      ['/a/up', 200, 'unknown'],
      ['/c/up', 404, 'unknown'],
      ['/odd', 200, 'unknown'],
      ['/odd/x', 200, 'unknown'],
      ['/odd/x/y', 404, 'unknown'],
      ['/health', 404],
    ],
  },
  {
    name: 'Tornado, all that there is',
    start: 'python3 main.py',
    files: main(
      tornado("tornado.web.Application([(r'/', Up), (r'/api/status', Up), (r'/api/send', Post)], debug=False)"),
    ),
    paths: [
      ['/', 200],
      ['/api/status', 200],
      ['/api/send', 405],
      ['/health', 404],
      ['/api', 404],
    ],
  },
  {
    name: 'Flask, views of all kinds',
    start: WSGI,
    files: main(
      `from flask import request\nfrom flask.views import MethodView\n\n${FLASK}class Page(MethodView):\n    def get(self):\n        return 'page'\n\n\n` +
        "app.add_url_rule('/page', view_func=Page.as_view('page'))\napp.add_url_rule('/up', view_func=up)\napp.add_url_rule('/send', 'send', up, methods=['POST'])\n" +
        "bp = Blueprint('bp', __name__, url_prefix='/bp')\nbp.add_url_rule('/<int:id>', 'id', up)\nbp.add_url_rule('/slash/', 'slash', up)\napp.register_blueprint(bp)\n",
    ),
    paths: [
      ['/page', 200],
      ['/up', 200],
      ['/send', 405],
      ['/bp/3', 200],
      ['/bp/three', 404],
      ['/bp/slash/', 200],
      ['/bp/slash', 308, 'unknown'],
      ['/health', 404],
    ],
  },
  {
    name: 'Flask, a decorator of its own around a view',
    start: WSGI,
    files: main(
      `${FLASK}def login_required(view):\n    return lambda **parts: ('no', 401)\n\n\n@login_required\ndef me():\n    return 'me'\n\n\n` +
        "app.add_url_rule('/me', 'me', me)\napp.add_url_rule('/up', 'up', up)\n",
    ),
    paths: [
      ['/me', 401, 'unknown'],
      ['/up', 200],
    ],
  },
  {
    name: 'Quart',
    start: 'hypercorn main:app -b 0.0.0.0:$PORT',
    files: main(
      "from quart import Blueprint, Quart\n\napp = Quart(__name__)\nbp = Blueprint('bp', __name__, url_prefix='/bp')\n\n\n" +
        "@app.get('/up')\nasync def up():\n    return 'up'\n\n\n@bp.route('/page')\nasync def page():\n    return 'page'\n\n\n" +
        "@app.post('/send')\nasync def send():\n    return 'sent'\n\n\napp.register_blueprint(bp)\n",
    ),
    paths: [
      ['/up', 200],
      ['/bp/page', 200],
      ['/send', 405],
      ['/health', 404],
    ],
  },
  {
    name: 'Django REST framework, routers',
    start: 'gunicorn wsgi:application -b 0.0.0.0:$PORT',
    files: {
      'settings.py':
        "SECRET_KEY = 'x'\nDEBUG = False\nROOT_URLCONF = 'urls'\nALLOWED_HOSTS = ['*']\nINSTALLED_APPS = ['rest_framework']\n" +
        "MIDDLEWARE = ['django.middleware.common.CommonMiddleware']\nREST_FRAMEWORK = {'UNAUTHENTICATED_USER': None, 'DEFAULT_AUTHENTICATION_CLASSES': [], 'DEFAULT_RENDERER_CLASSES': ['rest_framework.renderers.JSONRenderer']}\n",
      'wsgi.py':
        "import os\n\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\napplication = get_wsgi_application()\n",
      'urls.py':
        'from django.http import HttpResponse\nfrom django.urls import include, path\nfrom rest_framework import routers, viewsets\n' +
        'from rest_framework.decorators import action\nfrom rest_framework.response import Response\n\n\n' +
        'class Items(viewsets.ViewSet):\n    def list(self, request, format=None):\n        return Response([])\n\n    @action(detail=False)\n    def last(self, request):\n        return Response({})\n\n\n' +
        "router = routers.DefaultRouter()\nrouter.register(r'items', Items, basename='item')\nplain = routers.SimpleRouter(trailing_slash=False)\nplain.register('things', Items, 'thing')\n" +
        "urlpatterns = [\n    path('up/', lambda request: HttpResponse('up')),\n    path('api/', include(router.urls)),\n]\nurlpatterns += plain.urls\n",
    },
    paths: [
      ['/up/', 200],
      ['/up', 301],
      ['/api/', 200, 'unknown'],
      ['/api', 301],
      ['/api/items/', 200, 'unknown'],
      ['/api/items/last/', 200, 'unknown'],
      ['/api/items.json', 200, 'unknown'],
      ['/things', 200, 'unknown'],
      ['/things/last', 200, 'unknown'],
      ['/health', 404],
      ['/api/health', 404],
      ['/api/health/', 404],
    ],
  },
];
