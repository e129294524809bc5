interface Row {
  text: string;
  /** Its routes, and why these may not be all, as in routes.test.ts. */
  expected: readonly string[];
}

const starlette = (text: string, expected: readonly string[]): Row => ({
  text:
    'from starlette.applications import Starlette\nfrom starlette.routing import Host, Mount, Route, Router, WebSocketRoute\n\n' +
    `async def up(request):\n    pass\n\n${text}\n`,
  expected,
});

const aiohttp = (text: string, expected: readonly string[]): Row => ({
  text: `from aiohttp import web\n\nasync def up(request):\n    pass\n\n${text}\n`,
  expected,
});

const tornado = (handlers: string, expected: readonly string[]): Row => ({
  text:
    'import tornado.web\n\nclass Up(tornado.web.RequestHandler):\n    def get(self):\n        pass\n\n' +
    'class Own(Up):\n    def post(self):\n        pass\n\nclass Late(Up):\n    def prepare(self):\n        raise tornado.web.HTTPError(403)\n\n' +
    `class Me(tornado.web.RequestHandler):\n    @tornado.web.authenticated\n    def get(self):\n        pass\n\napp = tornado.web.Application(${handlers})\n`,
  expected,
});

const sanic = (text: string, expected: readonly string[]): Row => ({
  text: `from sanic import Blueprint, Sanic\n\nasync def up(request):\n    pass\n\napp = Sanic("shop")\n${text}\n`,
  expected,
});

/** Apps of `main:app`; Sanic's own pages are left out. */
export const OTHER_ROUTES: readonly Row[] = [
  starlette('app = Starlette(routes=[Route("/up", up)])', ['GET /up']),
  starlette('app = Starlette(False, [Route("/up", up)])', ['GET /up']),
  starlette('app = Starlette(routes=[Route("/up", endpoint=up, methods=["GET", "POST"])])', ['GET /up', 'POST /up']),
  starlette('routes = [Route("/up", up)]\nroutes.append(Route("/more", up))\napp = Starlette(routes=routes)', [
    'GET /up',
    'GET /more',
  ]),
  starlette('app = Starlette(routes=[Route("/up", up), WebSocketRoute("/ws", up)])', ['GET /up']),
  // An app of its own answers every method.
  starlette('from graphs import Graph\napp = Starlette(routes=[Route("/graph", Graph())])', ['ALL /graph']),
  starlette('from views import up\napp = Starlette(routes=[Route("/up", up)])', ['ALL /up']),
  starlette(
    '@requires("authenticated")\nasync def me(request):\n    pass\n\napp = Starlette(routes=[Route("/me", me)])',
    ['GET /me !'],
  ),
  starlette('app = Starlette(routes=[Mount("/v1", app=Router(routes=[Route("/up", up)])), Mount("/", files)])', [
    'GET /v1/up',
    'ALL /* ?',
  ]),
  // What is mounted first answers for all below its path.
  starlette('app = Starlette(routes=[Mount("/", files), Route("/up", up)])', ['ALL /* ?', 'GET /up ?']),
  starlette('app = Starlette(routes=[Host("api.example.com", other)])', ['a route is made in a way that is not read']),
  starlette('app = Starlette(routes=[make("/up")])', ['a route is made in a way that is not read']),
  starlette('app = Starlette(routes=[Route(path, up)])', ['the path of a route cannot be read']),
  starlette('from urls import routes\napp = Starlette(routes=routes)', ['a list of routes cannot be read']),
  starlette('from urls import more\napp = Starlette(routes=[Route("/up", up)] + more)', [
    'GET /up',
    'urls.more is not read',
  ]),
  starlette('app = Starlette(**options)', ['what the app is given cannot be read']),
  starlette('app = Starlette(routes=[Route("/up", up)], exception_handlers={404: page})', [
    'GET /up',
    'what it answers in place of 404 is not read',
  ]),
  starlette('def start():\n    app.add_route("/late", up)\n\napp = Starlette(on_startup=[start])', [
    'routes may be added when it starts',
  ]),
  starlette('def start():\n    connect()\n\napp = Starlette(routes=[Route("/up", up)], on_startup=[start])', [
    'GET /up',
  ]),
  starlette('app = Starlette(routes=[Route("/up", up)])\napp.routes.append(other)', [
    'GET /up',
    'what it calls is not followed',
  ]),
  aiohttp('app = web.Application()\napp.router.add_get("/up", up)', ['GET /up']),
  aiohttp('app = web.Application()\nrouter = app.router\nrouter.add_get("/up", up)\nrouter.add_delete("/x", up)', [
    'GET /up',
    'DELETE /x',
  ]),
  aiohttp('app = web.Application()\napp.add_routes([web.static("/static", "files")])', ['GET /static/* ?']),
  aiohttp('app = web.Application()\napp.router.add_view("/view", View)', ['ALL /view']),
  aiohttp('app = web.Application()\napp.router.add_resource("/up").add_route("GET", up)', [
    'a route is made in a way that is not read',
  ]),
  aiohttp('app = web.Application()\napp.add_routes(routes)', ['a list of routes cannot be read']),
  aiohttp(
    'routes = web.RouteTableDef()\napp = web.Application()\napp.add_routes(routes)\n\n@routes.get("/late")\nasync def late(request):\n    pass',
    [],
  ),
  aiohttp(
    'app = web.Application()\nimport aiohttp_cors\n\ncors = aiohttp_cors.setup(app)\ncors.add(app.router.add_get("/up", up))',
    ['GET /up'],
  ),
  aiohttp('app = web.Application()\nfrom aiohttp_swagger import setup_swagger\n\nsetup_swagger(app)', [
    '`aiohttp_swagger.setup_swagger` may add routes',
  ]),
  aiohttp('app = web.Application(middlewares=[check])\napp.router.add_get("/up", up)', [
    'GET /up !',
    'its middleware may answer in place of its routes',
  ]),
  aiohttp('app = web.Application(middlewares=[web.normalize_path_middleware()])\napp.router.add_get("/up", up)', [
    'GET /up',
  ]),
  aiohttp(
    'app = web.Application()\n\nasync def start(app):\n    app.router.add_get("/late", up)\n\napp.on_startup.append(start)',
    ['routes may be added when it starts'],
  ),
  aiohttp('app = web.Application()\napp.add_subapp("/api", other)', ['an app that it takes in cannot be read']),
  aiohttp('app = web.Application()\nfor path in paths:\n    app.router.add_get(path, up)', [
    'the path of a route cannot be read',
  ]),
  aiohttp(
    '@login_required\nasync def me(request):\n    pass\n\napp = web.Application()\napp.router.add_get("/me", me)',
    ['GET /me !'],
  ),
  aiohttp('app = web.Application()\nif maybe():\n    app.router.add_get("/up", up)', ['GET /up ?']),
  tornado('[("/up", Up)]', ['GET /up']),
  tornado('handlers=[(r"^/up$", Up, dict(name="x"), "up")]', ['GET /up']),
  tornado('[("/own", Own)]', ['GET /own', 'POST /own']),
  tornado('[("/late", Late)]', ['GET /late !']),
  tornado('[("/me", Me)]', ['GET /me !']),
  tornado('[("/files/(.*)", tornado.web.StaticFileHandler, {"path": "files"})]', ['ALL /files/* ?']),
  tornado('[("/other", Other)]', ['ALL /other ?']),
  tornado('[("/a|/b", Up)]', ['GET /* ?']),
  tornado('[("/up", Up)], static_path="static"', [
    'GET /static/* ?',
    'GET /favicon.ico ?',
    'GET /robots.txt ?',
    'GET /up',
  ]),
  tornado('[("/up", Up)], default_handler_class=Up', ['GET /up', 'what it answers in place of 404 is not read']),
  tornado('[("/up", Up)], **settings', ['GET /up', 'what the app is given cannot be read']),
  tornado('[("/up", Up)] + tornado.more', ['GET /up', 'tornado.more is not read']),
  tornado('[make("/up")]', ['a route is made in a way that is not read']),
  tornado('[("/up", Up)])\napp.add_handlers("api.example.com", [("/x", Up)]', [
    'GET /up',
    'routes of a host of its own are not read',
  ]),
  sanic('@app.get("/up")\nasync def one(request):\n    pass', ['GET /up']),
  sanic('app.add_route(up, "/up")', ['GET /up']),
  sanic('app.add_route(up, "/send", methods=["POST"])', ['POST /send']),
  sanic('app.add_route(View.as_view(), "/view")', ['ALL /view']),
  sanic('@app.get("/<name>/<id:int>/<rest:path>")\nasync def one(request, name, id, rest):\n    pass', [
    'GET /:name/:id(int)/*',
  ]),
  sanic(
    'bp = Blueprint("bp", url_prefix="/api")\n\n@bp.route("/up")\nasync def one(request):\n    pass\n\napp.blueprint(bp)',
    ['GET /api/up'],
  ),
  sanic('bp = Blueprint("bp", url_prefix="/api")\nbp.add_route(up, "/up")\napp.blueprint(bp, url_prefix="/v1")', [
    'GET /v1/up',
  ]),
  sanic('bp = Blueprint("bp", version=1)\nbp.add_route(up, "/up")\napp.blueprint(bp)', [
    'GET /up',
    'a version is put before a path',
  ]),
  sanic('app.blueprint(Blueprint.group(one, other, url_prefix="/api"))', ['a router that it takes in cannot be read']),
  sanic('app.static("/static", "./static")', ['GET /static ?', 'GET /static/* ?']),
  sanic(
    '@app.on_request\nasync def check(request):\n    if not request.token:\n        return text("no", 401)\n\napp.add_route(up, "/up")',
    ['GET /up !'],
  ),
  sanic(
    'from sanic.exceptions import NotFound\n\n@app.exception(NotFound)\nasync def lost(request, error):\n    return html("page")',
    ['what it answers in place of 404 is not read'],
  ),
];
