import { describe, expect, it } from 'vitest';
import { pythonRoutes } from '../../../src/apps/python/routes/python-routes.js';
import { launch } from '../../../src/launch/launch.js';
import { answerOf, type Routes } from '../../../src/model/routes.js';
import { renderFacts } from '../../../src/platforms/render/facts.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { known, place, service } from '../../support/model.js';
import { OTHER_ROUTES } from './other-route-spellings.js';
import { FASTAPI_ROUTES, FLASK_ROUTES } from './route-spellings.js';

type Files = Readonly<Record<string, string>>;

async function routesOf(command: string, files: Files): Promise<Routes | undefined> {
  const repository = memoryRepository({ 'render.yaml': `start: ${command}`, ...files });
  const startCommand = known(command, place('render.yaml', 7, command.length));
  const own = service('api', 'web', { platform: 'render', runtime: known('python'), startCommand });
  const { processes } = await launch(repository, own, { facts: renderFacts, groups: [] });
  const [process] = processes;
  if (!process) throw new Error('nothing is started');
  return pythonRoutes(repository, process);
}

/** `METHOD path`, with its statuses, `!` where it is guarded and `?` where it is uncertain; last, why these may not be all. */
async function shown(command: string, files: Files): Promise<readonly string[]> {
  const found = await routesOf(command, files);
  if (!found) return ['unread'];
  const routes = found.routes.map(({ method, path, guarded, uncertain, statuses }) => {
    const only = statuses ? ` ${statuses.join()}` : '';
    return `${method} ${path}${only}${guarded ? ' !' : ''}${uncertain === undefined ? '' : ' ?'}`;
  });
  return [...routes, ...(found.why === undefined ? [] : [found.why])];
}

const FLASK_STATIC = 'GET /static/* ?';
const DOCS = ['GET /openapi.json', 'GET /docs', 'GET /redoc'];

async function flask(text: string, files: Files = {}): Promise<readonly string[]> {
  const all = await shown('gunicorn app:app', {
    'app.py': `from flask import Flask, Blueprint\n\napp = Flask(__name__)\n${text}`,
    ...files,
  });
  return all.filter((each) => !each.startsWith('GET /static/*'));
}

describe('routes of Flask', () => {
  it.each([
    ["@app.route('/')\ndef index():\n    return 'ok'\n", ['GET /']],
    ["@app.get('/health')\ndef health():\n    return 'ok'\n", ['GET /health']],
    ["@app.route('/items', methods=['GET', 'POST'])\ndef items():\n    return ''\n", ['GET /items', 'POST /items']],
    ["@app.route('/items/<int:id>/<name>')\ndef item(id, name):\n    return ''\n", ['GET /items/:id(int)/:name']],
    ["@app.route('/<path:rest>')\ndef rest(rest):\n    return ''\n", ['GET /*']],
    ["def view():\n    return ''\n\napp.add_url_rule('/v', view_func=view)\n", ['GET /v']],
    ["@app.route('/a')\n@app.route('/b')\ndef both():\n    return ''\n", ['GET /a', 'GET /b']],
    ["@app.route('/me')\n@login_required\ndef me():\n    return ''\n", ['GET /me !']],
    [
      "bp = Blueprint('api', __name__, url_prefix='/api')\n\n@bp.get('/up')\ndef up():\n    return ''\n\napp.register_blueprint(bp)\n",
      ['GET /api/up'],
    ],
    // A prefix that is given when it is registered takes the place of its own.
    [
      "bp = Blueprint('api', __name__, url_prefix='/api')\n\n@bp.get('/up')\ndef up():\n    return ''\n\napp.register_blueprint(bp, url_prefix='/v1')\n",
      ['GET /v1/up'],
    ],
    ["bp = Blueprint('api', __name__)\n\n@bp.get('/up')\ndef up():\n    return ''\n", []],
    [
      "@app.before_request\ndef check():\n    if not session.get('user'):\n        return redirect('/login')\n\n@app.get('/up')\ndef up():\n    return ''\n",
      ['GET /up !'],
    ],
    ["@app.before_request\ndef start():\n    g.start = 1\n\n@app.get('/up')\ndef up():\n    return ''\n", ['GET /up']],
    ["from flask_cors import CORS\nCORS(app)\n@app.get('/up')\ndef up():\n    return ''\n", ['GET /up']],
    ['from flask_restful import Api\napi = Api(app)\n', ['`flask_restful.Api` may add routes']],
    ['from views import bp\napp.register_blueprint(bp)\n', ['a router that it takes in cannot be read']],
    [
      "@app.errorhandler(404)\ndef lost(error):\n    return app.send_static_file('index.html')\n",
      ['what it answers in place of 404 is not read'],
    ],
    ["@app.errorhandler(404)\ndef lost(error):\n    return 'lost', 404\n", []],
    ["import os\nif os.environ.get('MAYBE'):\n    @app.get('/x')\n    def x():\n        return ''\n", []],
  ])('%s', async (text, expected) => {
    expect(await flask(text)).toEqual(expected);
  });

  it.each(FLASK_ROUTES)('$text', async ({ text, expected, files = {} }) => {
    expect(await flask(text, files)).toEqual(expected);
  });

  it('follows a factory and blueprints of other modules', async () => {
    const files = {
      'shop/__init__.py':
        "from flask import Flask\n\n\ndef create_app():\n    app = Flask(__name__)\n    from .views import bp\n    app.register_blueprint(bp, url_prefix='/shop')\n\n    @app.route('/healthz')\n    def healthz():\n        return 'ok'\n\n    return app\n",
      'shop/views.py':
        "from flask import Blueprint\n\nbp = Blueprint('views', __name__)\n\n\n@bp.route('/cart', methods=('POST',))\ndef cart():\n    return ''\n",
    };
    expect(await shown("gunicorn 'shop:create_app()'", files)).toEqual([
      FLASK_STATIC,
      'POST /shop/cart',
      'GET /healthz',
    ]);
  });

  it('finds the app that a program starts itself', async () => {
    const text =
      "from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.get('/up')\ndef up():\n    return ''\n\n\nif __name__ == '__main__':\n    app.run(host='0.0.0.0')\n";
    expect(await shown('python main.py', { 'main.py': text })).toEqual([FLASK_STATIC, 'GET /up']);
  });
});

async function fastapi(text: string, files: Files = {}): Promise<readonly string[]> {
  const all = await shown('uvicorn main:app', {
    'main.py': `from fastapi import APIRouter, Depends, FastAPI\n\n${text}`,
    ...files,
  });
  return all;
}

describe('routes of FastAPI', () => {
  it.each([
    ["app = FastAPI()\n\n@app.get('/health')\nasync def health():\n    return {}\n", [...DOCS, 'GET /health']],
    ['app = FastAPI(docs_url=None, redoc_url=None)\n', ['GET /openapi.json']],
    ['app = FastAPI(openapi_url=None)\n', []],
    ["app = FastAPI(docs_url='/api/docs')\n", ['GET /openapi.json', 'GET /api/docs', 'GET /redoc']],
    [
      "app = FastAPI(openapi_url=None)\nrouter = APIRouter(prefix='/items')\n\n@router.post('/{id}')\ndef x(id: int):\n    return {}\n\napp.include_router(router, prefix='/api/v1')\n",
      ['POST /api/v1/items/:id(int)', 'POST /api/v1/items/:id 422'],
    ],
    [
      "app = FastAPI(openapi_url=None)\nrouter = APIRouter(dependencies=[Depends(check)])\n\n@router.get('/x')\ndef x():\n    return {}\n\napp.include_router(router)\n",
      ['GET /x !'],
    ],
    [
      "app = FastAPI(openapi_url=None)\n\n@app.get('/x')\ndef x(user=Depends(current_user)):\n    return {}\n",
      ['GET /x !'],
    ],
    [
      "app = FastAPI(openapi_url=None)\n\n@app.get('/x')\ndef x(db: Session = Depends(get_db)):\n    return {}\n",
      ['GET /x'],
    ],
    [
      "app = FastAPI(openapi_url=None)\n\n@app.get('/x')\ndef x(settings: Settings = Depends(settings_dep)):\n    return {}\n",
      ['GET /x'],
    ],
    [
      "app = FastAPI(openapi_url=None)\n\n@app.get('/x')\ndef x(db: Annotated[Session, Depends(get_db)]):\n    return {}\n",
      ['GET /x'],
    ],
    [
      "app = FastAPI(openapi_url=None)\n\n@app.get('/x')\ndef x(db: SessionDep, limit: int = 5):\n    return {}\n",
      ['GET /x'],
    ],
    [
      "app = FastAPI(openapi_url=None)\n\n@app.get('/x')\ndef x(user: Annotated[User, Depends(current_user)]):\n    return {}\n",
      ['GET /x !'],
    ],
    ["app = FastAPI(openapi_url=None)\n\n@app.get('/x')\ndef x(user: UserDep):\n    return {}\n", ['GET /x !']],
    [
      "app = FastAPI(openapi_url=None)\n\n@app.get('/x')\ndef x(key: Annotated[str, Header()]):\n    return {}\n",
      ['GET /x !'],
    ],
    [
      "app = FastAPI(openapi_url=None)\n\n@app.api_route('/x', methods=['GET', 'HEAD'])\ndef x():\n    return {}\n",
      ['GET /x', 'HEAD /x'],
    ],
    [
      "from fastapi.staticfiles import StaticFiles\napp = FastAPI(openapi_url=None)\napp.mount('/', StaticFiles(directory='dist', html=True))\n",
      ['ALL /* ?'],
    ],
    [
      "app = FastAPI(openapi_url=None)\nv1 = FastAPI(openapi_url=None)\n\n@v1.get('/x')\ndef x():\n    return {}\n\napp.mount('/v1', v1)\n",
      ['GET /v1/x'],
    ],
    [
      "from fastapi.middleware.cors import CORSMiddleware\napp = FastAPI(openapi_url=None)\napp.add_middleware(CORSMiddleware, allow_origins=['*'])\n\n@app.get('/x')\ndef x():\n    return {}\n",
      ['GET /x'],
    ],
    [
      "from auth import KeyMiddleware\napp = FastAPI(openapi_url=None)\napp.add_middleware(KeyMiddleware)\n\n@app.get('/x')\ndef x():\n    return {}\n",
      ['GET /x !'],
    ],
    [
      "app = FastAPI(openapi_url=None)\n\n@app.middleware('http')\nasync def timing(request, call_next):\n    response = await call_next(request)\n    return response\n\n@app.get('/x')\ndef x():\n    return {}\n",
      ['GET /x'],
    ],
    [
      "import gradio as gr\napp = FastAPI(openapi_url=None)\napp = gr.mount_gradio_app(app, gr.Blocks(), path='/')\n",
      ['unread'],
    ],
  ])('%s', async (text, expected) => {
    expect(await fastapi(text)).toEqual(expected);
  });

  it.each(FASTAPI_ROUTES)('$text', async ({ text, expected, files = {} }) => {
    const all = await fastapi(text, files);
    expect(all.filter((each) => !/^GET \/(?:openapi\.json|docs|redoc)$/.test(each))).toEqual(expected);
  });

  it('follows routers of other modules, and one that is installed is not read', async () => {
    const routers = {
      'api/__init__.py': '',
      'api/users.py':
        "from fastapi import APIRouter\n\nrouter = APIRouter(prefix='/users')\n\n\n@router.get('')\ndef all():\n    return []\n",
    };
    const text =
      "from api import users\nfrom installed import router\n\napp = FastAPI(openapi_url=None)\napp.include_router(users.router, prefix='/api')\n";
    expect(await fastapi(text, routers)).toEqual(['GET /api/users']);
    expect(await fastapi(`${text}app.include_router(router)\n`, routers)).toEqual([
      'GET /api/users',
      'a router that it takes in cannot be read',
    ]);
  });

  it('finds the app of uvicorn.run, by name too', async () => {
    const text =
      "import uvicorn\nfrom fastapi import FastAPI\n\napp = FastAPI(openapi_url=None)\n\n\n@app.get('/up')\ndef up():\n    return {}\n\n\nif __name__ == '__main__':\n";
    expect(await shown('python main.py', { 'main.py': `${text}    uvicorn.run(app)\n` })).toEqual(['GET /up']);
    expect(await shown('python main.py', { 'main.py': `${text}    uvicorn.run('main:app')\n` })).toEqual(['GET /up']);
  });
});

it('takes a number where only one is asked for', async () => {
  const text =
    "from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.get('/<int:id>')\ndef one(id):\n    return ''\n";
  const found = await routesOf('gunicorn app:app', { 'app.py': text });
  const isAccepted = (status: number) => status < 400;
  if (!found) throw new Error('no routes');
  expect(answerOf(found, '/12', isAccepted).is).toBe('yes');
  expect(answerOf(found, '/health', isAccepted)).toEqual({ is: 'no', because: 'no-route' });
});

it('reads no routes where the app is of another kind, or not there', async () => {
  expect(await shown('gunicorn wsgi:application', { 'wsgi.py': 'def application(environ, start): pass\n' })).toEqual([
    'unread',
  ]);
  expect(await shown('uvicorn main:app', {})).toEqual(['unread']);
});

describe('apps of other frameworks', () => {
  it.each(OTHER_ROUTES)('$text', async ({ text, expected }) => {
    const all = await shown('uvicorn main:app', { 'main.py': text });
    expect(all.filter((each) => !each.startsWith('GET /docs/*'))).toEqual(expected);
  });

  it('does not read Bottle', async () => {
    const text = "from bottle import Bottle\n\napp = Bottle()\n\n@app.route('/up')\ndef up():\n    return ''\n";
    expect(await shown('gunicorn main:app', { 'main.py': text })).toEqual(['unread']);
  });

  it('takes Quart for what Flask is', async () => {
    const text =
      "from quart import Quart\n\napp = Quart(__name__)\n\n@app.get('/up')\nasync def up():\n    return ''\n";
    expect(await shown('hypercorn main:app', { 'main.py': text })).toEqual([FLASK_STATIC, 'GET /up']);
  });
});
