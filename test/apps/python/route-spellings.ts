type Files = Readonly<Record<string, string>>;

interface Row {
  text: string;
  /** Its routes, and why these may not be all, as in routes.test.ts. */
  expected: readonly string[];
  files?: Files;
}

const row = (text: string, expected: readonly string[], files: Files = {}): Row => ({ text, expected, files });

export const FLASK_ROUTES: readonly Row[] = [
  row(
    '# Of a class, its methods are not told.\nfrom flask.views import MethodView\n\nclass Up(MethodView):\n    def post(self):\n        return ""\n\napp.add_url_rule("/up", view_func=Up.as_view("up"))\n',
    ['ALL /up'],
  ),
  row('def up():\n    return ""\n\napp.add_url_rule("/up", "up", up, methods=["POST"])\n', ['POST /up']),
  row(
    'outer = Blueprint("outer", __name__, url_prefix="/outer")\ninner = Blueprint("inner", __name__, url_prefix="/inner")\n\n@inner.get("/up")\ndef up():\n    return ""\n\nouter.register_blueprint(inner)\napp.register_blueprint(outer)\n',
    ['GET /outer/inner/up'],
  ),
  row(
    'one = Blueprint("one", __name__)\n\n@one.get("/up")\ndef up():\n    return ""\n\nfor bp, prefix in [(one, "/api")]:\n    app.register_blueprint(bp, url_prefix=prefix)\n',
    ['GET /api/up'],
  ),
  row('for path in ("/a", "/b"):\n    app.add_url_rule(path, path, lambda: "")\n', ['GET /a', 'GET /b']),
  row('from werkzeug.routing import Rule\n\napp.url_map.add(Rule("/up", endpoint="up"))\n', [
    'what it calls is not followed',
  ]),
  row(
    'from werkzeug.middleware.dispatcher import DispatcherMiddleware\n\napp.wsgi_app = DispatcherMiddleware(app.wsgi_app, {"/api": other})\n',
    ['wsgi_app is given another value'],
  ),
  row(
    'from werkzeug.middleware.proxy_fix import ProxyFix\n\napp.wsgi_app = ProxyFix(app.wsgi_app, x_proto=1)\n@app.get("/up")\ndef up():\n    return ""\n',
    ['GET /up'],
  ),
  row('app.before_request_funcs = {None: [check]}\n@app.get("/up")\ndef up():\n    return ""\n', [
    'GET /up',
    'before_request_funcs is given another value',
  ]),
  row(
    'app.config["JSON_SORT_KEYS"] = False\napp.config.from_prefixed_env()\napp.logger.setLevel("INFO")\napp.secret_key = "x"\n@app.get("/up")\ndef up():\n    return ""\n',
    ['GET /up'],
  ),
  row('import views\n', ['GET /up'], {
    'views.py': 'from app import app\n\n@app.get("/up")\ndef up():\n    return ""\n',
  }),
  row('with app.app_context():\n    from pages import views\n', ['GET /up'], {
    'pages/__init__.py': '',
    'pages/views.py': 'from app import app\n\n@app.get("/up")\ndef up():\n    return ""\n',
  }),
  row('from pages.base import bp\nimport pages.views\n\napp.register_blueprint(bp)\n', ['GET /up'], {
    'pages/__init__.py': '',
    'pages/base.py': 'from flask import Blueprint\n\nbp = Blueprint("pages", __name__)\n',
    'pages/views.py': 'from pages.base import bp\n\n@bp.get("/up")\ndef up():\n    return ""\n',
  }),
  row('import views\n', ['views.py does not parse'], {
    'views.py': 'from app import app\n\n@app.get("/up"\ndef up(:\n',
  }),
  row(
    'def route(path):\n    def add(function):\n        app.add_url_rule(path, function.__name__, function)\n        return function\n    return add\n\n@route("/up")\ndef up():\n    return ""\n',
    ['GET /up'],
  ),
  row('@timed\ndef add(app):\n    @app.get("/up")\n    def up():\n        return ""\n\nadd(app)\n', [
    'add() has a decorator that is not read',
  ]),
  row('from functools import partial\n\nget = partial(app.get)\n\n@get("/up")\ndef up():\n    return ""\n', [
    '`functools.partial` may add routes',
  ]),
  row('from elsewhere import paths\n\nfor path in paths:\n    app.add_url_rule(path, path, lambda: "")\n', [
    'the path of a route cannot be read',
  ]),
  row(
    'class Site:\n    def __init__(self, app):\n        app.add_url_rule("/up", "up", self.up)\n\n    def up(self):\n        return ""\n\nSite(app)\n',
    ['GET /up'],
  ),
  row(
    'class Wrong(Exception):\n    pass\n\n@app.errorhandler(Wrong)\ndef wrong(error):\n    return "wrong", 400\n',
    [],
  ),
  row('@app.errorhandler(Exception)\ndef failed(error):\n    return render_template("index.html")\n', [
    'what it answers in place of 404 is not read',
  ]),
  row('@app.errorhandler(500)\ndef failed(error):\n    return "failed", 500\n', []),
  row('@app.route("/up", subdomain="api")\ndef up():\n    return ""\n', ['GET /up ?']),
  row('app = Flask(__name__, static_folder="../web/dist", static_url_path="/")\n', ['GET /* ?']),
  row('app = Flask(__name__, static_folder="build")\n', ['GET /build/* ?']),
  row('app = Flask(__name__, static_folder=None)\n', []),
  row('bp = Blueprint("site", __name__, static_folder="files", url_prefix="/site")\napp.register_blueprint(bp)\n', [
    'GET /site/files/* ?',
  ]),
];

export const FASTAPI_ROUTES: readonly Row[] = [
  row(
    'from contextlib import asynccontextmanager\n\n@asynccontextmanager\nasync def lifespan(app):\n    app.include_router(late)\n    yield\n\napp = FastAPI(lifespan=lifespan)\n',
    ['routes may be added when it starts'],
  ),
  row(
    'from contextlib import asynccontextmanager\n\n@asynccontextmanager\nasync def lifespan(app):\n    await connect()\n    yield\n\napp = FastAPI(lifespan=lifespan)\n@app.get("/up")\ndef up():\n    return ""\n',
    ['GET /up'],
  ),
  row('app = FastAPI()\n\n@app.on_event("startup")\nasync def start():\n    app.include_router(late)\n', [
    'routes are added when it starts',
  ]),
  row('app = FastAPI(root_path="/api")\n@app.get("/up")\ndef up():\n    return ""\n', ['GET /up', 'ALL /api/* ?']),
  row('from starlette.routing import Route\n\napp = FastAPI(routes=[Route("/up", up)])\n', ['ALL /up']),
  row(
    'from starlette.middleware import Middleware\nfrom auth import Login\n\napp = FastAPI(openapi_url=None, middleware=[Middleware(Login)])\n@app.get("/up")\ndef up():\n    return ""\n',
    ['GET /up !'],
  ),
  row(
    'from starlette.middleware import Middleware\nfrom starlette.middleware.cors import CORSMiddleware\n\napp = FastAPI(middleware=[Middleware(CORSMiddleware, allow_origins=["*"])])\n@app.get("/up")\ndef up():\n    return ""\n',
    ['GET /up'],
  ),
  row('app = FastAPI(exception_handlers={404: page})\n', ['what it answers in place of 404 is not read']),
  row(
    'app = FastAPI()\n\n@app.exception_handler(Exception)\nasync def failed(request, error):\n    return JSONResponse({}, status_code=500)\n',
    [],
  ),
  row(
    'from fastapi.exceptions import RequestValidationError\n\napp = FastAPI()\n\n@app.exception_handler(RequestValidationError)\nasync def failed(request, error):\n    return JSONResponse({}, status_code=400)\n',
    [],
  ),
  row(
    'from starlette.exceptions import HTTPException\n\napp = FastAPI()\n\n@app.exception_handler(HTTPException)\nasync def page(request, error):\n    return FileResponse("index.html")\n',
    ['what it answers in place of 404 is not read'],
  ),
  row(
    'import os\n\napp = FastAPI(docs_url="/docs" if settings else None)\n@app.get("/up")\ndef up():\n    return ""\n',
    ['GET /docs ?', 'GET /up'],
  ),
  row(
    'app = FastAPI()\nrouter = APIRouter()\napp.include_router(router)\n\n@router.get("/late")\ndef late():\n    return {}\n',
    ['GET /late ?'],
  ),
  row(
    'class Health:\n    def __init__(self):\n        self.router = APIRouter()\n        self.router.add_api_route("/up", self.up, methods=["GET"])\n\n    def up(self):\n        return {}\n\napp = FastAPI()\napp.include_router(Health().router)\n',
    ['GET /up'],
  ),
  row('app = FastAPI()\n\n@app.get("/up")\ndef up(token: str):\n    return {}\n', ['GET /up !']),
  row('app = FastAPI()\n\n@app.get("/up/{name}")\ndef up(name: str, verbose: bool = False):\n    return {}\n', [
    'GET /up/:name',
  ]),
  row('app = FastAPI()\n\n@app.get("/up/{id}")\ndef up(id: int):\n    return {}\n', [
    'GET /up/:id(int)',
    'GET /up/:id 422',
  ]),
  row('app = FastAPI()\n\n@app.get("/up/{id}")\ndef up(id: UUID):\n    return {}\n', ['GET /up/:id(type) !']),
  row('app = FastAPI()\n\n@app.get("/up/{id}")\ndef up(id: str = Path(min_length=9)):\n    return {}\n', [
    'GET /up/:id(type)',
  ]),
  row('app = FastAPI()\n\n@app.get("/up/{id}")\ndef up(it=Depends(get_db)):\n    return {}\n', ['GET /up/:id(type)']),
  row('app = FastAPI()\n\n@app.get("/up/{id}")\ndef up(id):\n    return {}\n', ['GET /up/:id']),
  row('app = FastAPI()\n\n@app.get("/{a}/{b}")\ndef up(a: int, b: str):\n    return {}\n', [
    'GET /:a(int)/:b',
    'GET /:a/:b 422',
  ]),
  row('app = FastAPI()\n\n@app.get("/{rest:path}")\ndef up(rest: str):\n    return {}\n', ['GET /*']),
  row('app = FastAPI()\n\ndef up(id: int):\n    return {}\n\napp.add_api_route("/up/{id}", up)\n', [
    'GET /up/:id(int)',
    'GET /up/:id 422',
  ]),
  row('app = FastAPI()\n\ndef up(request):\n    return {}\n\napp.add_route("/up/{id}", up)\n', ['GET /up/:id']),
  row(
    'app = FastAPI()\nn = 0\nwhile True:\n    app.add_api_route(f"/up{n}", up)\n    n += 1\n    if n > limit:\n        break\n',
    ['GET /up0', 'how often a loop is gone through is not known'],
  ),
  row('app = FastAPI()\nn = 0\nwhile n < 2:\n    app.add_api_route(f"/up{n}", up, methods=["GET"])\n    n += 1\n', [
    'GET /up0',
    'GET /up1',
  ]),
  row(
    'app = FastAPI()\n\ndef add(path):\n    app.add_api_route(path, up, methods=["GET"])\n\nwhile True:\n    add("/up")\n',
    ['GET /up', 'how often a loop is gone through is not known'],
  ),
  row(
    'app = FastAPI()\n\n@timed\ndef everything(target):\n    add_all(target)\n\neverything(app)\n@app.get("/up")\ndef up():\n    return {}\n',
    ['GET /up', 'everything() has a decorator that is not read'],
  ),
  row('app = FastAPI()\nwhile waiting():\n    sleep(1)\napp.add_api_route("/up", up, methods=["GET"])\n', ['GET /up']),
  row('app = FastAPI()\napp.router.add_route("/up", up)\n', ['what it calls is not followed']),
  row('app = FastAPI()\napp.router.routes.append(route)\n', ['what it calls is not followed']),
  row(
    'app = FastAPI()\napp.state.pool = None\napp.openapi = custom\napp.dependency_overrides[one] = other\n@app.get("/up")\ndef up():\n    return ""\n',
    ['GET /up'],
  ),
  row(
    'from prometheus_fastapi_instrumentator import Instrumentator\n\napp = FastAPI()\nInstrumentator().instrument(app).expose(app)\n',
    ['`prometheus_fastapi_instrumentator.Instrumentator.instrument` may add routes'],
  ),
  row(
    'from strawberry.fastapi import GraphQLRouter\n\napp = FastAPI()\napp.include_router(GraphQLRouter(schema), prefix="/graphql")\n',
    ['a router that it takes in cannot be read'],
  ),
];
