import { describe, expect, it } from 'vitest';
import { startedDjango } from '../../../src/apps/django/django.js';
import { djangoProcessRoutes } from '../../../src/apps/django/routes.js';
import type { Routes } from '../../../src/model/routes.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { process, program } from '../../support/launch.js';
import { known, place } from '../../support/model.js';

const PROJECT: Readonly<Record<string, string>> = {
  'mysite/__init__.py': '',
  'mysite/wsgi.py':
    "import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')\napplication = get_wsgi_application()\n",
  'mysite/settings.py': "ROOT_URLCONF = 'mysite.urls'\nMIDDLEWARE = ['django.middleware.common.CommonMiddleware']\n",
};

async function routes(urls: string, files: Record<string, string> = {}): Promise<Routes | undefined> {
  const at = place('render.yaml');
  const target = {
    is: 'module',
    module: known('mysite.wsgi', at),
    attribute: known('application', at),
    call: false,
  } as const;
  const started = process(program(['gunicorn', 'mysite.wsgi'], { target }), at);
  const repository = memoryRepository({ ...PROJECT, 'mysite/urls.py': urls, ...files });
  const django = await startedDjango(repository, started, started.environment);
  return django && djangoProcessRoutes(repository, started, django);
}

/** The paths with `!` for those behind a login; `…` where there may be others. */
async function paths(urls: string, files?: Record<string, string>): Promise<string[]> {
  const found = await routes(urls, files);
  const own = found?.routes.filter(({ statuses }) => statuses === undefined) ?? [];
  return [
    ...own.map(({ path, guarded }) => `${path}${guarded ? '!' : ''}`),
    ...(found?.complete === true ? [] : ['…']),
  ];
}

const HEAD =
  'from django.contrib import admin\nfrom django.conf import settings\nfrom django.conf.urls.static import static\nfrom django.urls import include, path, re_path\nfrom shop import views\n';

describe('the routes of Django', () => {
  it.each<[string, string[]]>([
    ["urlpatterns = [path('', views.home), path('health/', views.health)]", ['/', '/health/']],
    ["urlpatterns = [path('items/<int:id>/', views.item)]", ['/items/:id/']],
    ["urlpatterns = [path('files/<path:name>', views.file)]", ['/files/*']],
    ["urlpatterns = [re_path(r'^health/?$', views.health)]", ['…']],
    ["urlpatterns = [re_path(r'^health/$', views.health)]", ['/health/']],
    ["urlpatterns = [re_path(r'^items/(?P<id>\\d+)/$', views.item)]", ['/items/:id/']],
    ["urlpatterns = [path('admin/', admin.site.urls)]", ['/admin/', '/admin/login/', '/admin/*!']],
    ["urlpatterns = [path('api/', include('shop.urls'))]", ['/api/health/']],
    ["urlpatterns = [path('api/', include(('shop.urls', 'shop')))]", ['/api/health/']],
    ["from shop import urls\nurlpatterns = [path('api/', include(urls))]", ['/api/health/']],
    ["urlpatterns = [path('v1/', include([path('a/', views.a)]))]", ['/v1/a/']],
    ["urlpatterns = []\nurlpatterns += [path('a', views.a)]", ['/a']],
    ["urlpatterns = [path('a', views.a)] + static(settings.MEDIA_URL, document_root='x')", ['/a']],
    ["urlpatterns = [path('a', views.a)]\nif settings.DEBUG:\n    urlpatterns += [path('b', views.b)]", ['/a', '/b']],
    ["urlpatterns = [path('accounts/', include('allauth.urls'))]", ['…']],
    [
      "from rest_framework.routers import DefaultRouter\nr = DefaultRouter()\nurlpatterns = [path('api/', include(r.urls))]",
      ['/api/!', '/api/.:format!'],
    ],
    [
      "from rest_framework.routers import SimpleRouter\nr = SimpleRouter(trailing_slash=False)\nr.register(r'items', views.a)\nurlpatterns = [path('api/', include((r.urls, 'api')))]",
      ['/api/items!', '/api/items/*!'],
    ],
    [
      "from rest_framework.routers import SimpleRouter\nr = SimpleRouter()\nr.register('', views.a)\nurlpatterns = r.urls",
      ['/*!'],
    ],
    [
      'from rest_framework.routers import SimpleRouter\nr = SimpleRouter()\nr.registry.extend(other.registry)\nurlpatterns = r.urls',
      ['…'],
    ],
    [
      "from rest_framework.routers import SimpleRouter\nr = SimpleRouter()\nfor name, view in found():\n    r.register('items', view)\nurlpatterns = r.urls",
      ['/items/!', '/items/*!', '…'],
    ],
    [
      "from rest_framework.routers import SimpleRouter\nr = SimpleRouter()\nr.register(r'items/(?P<id>[0-9]{2})/parts', views.a)\nurlpatterns = r.urls",
      ['…'],
    ],
    [
      "from rest_framework_nested.routers import NestedSimpleRouter\nr = NestedSimpleRouter(parent, 'items')\nurlpatterns = [path('', include(r.urls))]",
      ['…'],
    ],
    ["urlpatterns = [path('again/', include('mysite.urls'))]", ['…']],
    ["site = admin.AdminSite()\nurlpatterns = [path('panel/', site.urls)]", ['/panel/!', '…']],
    ["from shop.panel import site\nurlpatterns = [path('panel/', site.urls, name='x')]", ['/panel/!', '…']],
    ["class V(View): ...\nurlpatterns = [path('v/', V.as_view())]", ['/v/!']],
    ["from django.conf.urls.i18n import i18n_patterns\nurlpatterns = i18n_patterns(path('a/', views.a))", ['…']],
    [
      "from django.conf.urls.i18n import i18n_patterns\nurlpatterns = [path('b/', views.b)]\nurlpatterns += i18n_patterns(path('a/', views.a))",
      ['/b/', '…'],
    ],
    [
      "from rest_framework.routers import DefaultRouter\nr = DefaultRouter()\nr.register('items', views.a, basename='item')\nurlpatterns = [path('a/', views.a)] + r.urls",
      ['/a/', '/!', '/.:format!', '/items/!', '/items/*!', '/items.:format!'],
    ],
    [
      "from rest_framework.routers import DefaultRouter\nr = DefaultRouter()\nurlpatterns = [path('a/', views.a), *r.urls]",
      ['/a/', '/!', '/.:format!'],
    ],
    [
      "from rest_framework.urlpatterns import format_suffix_patterns\nurlpatterns = format_suffix_patterns([path('a/', views.a)])",
      ['…'],
    ],
    ['urlpatterns = patterns()', ['…']],
    ['', ['…']],
  ])('%s', async (text, expected) => {
    const files = {
      'shop/__init__.py': '',
      'shop/views.py': ['home', 'health', 'item', 'file', 'a', 'b']
        .map((name) => `def ${name}(request): ...\n`)
        .join(''),
      'shop/urls.py': "from django.urls import path\nurlpatterns = [path('health/', lambda request: None)]\n",
    };
    expect(await paths(`${HEAD}${text}\n`, files)).toEqual(expected);
  });

  it('redirects to the path with a slash', async () => {
    const found = await routes("from django.urls import path\nurlpatterns = [path('health/', lambda request: None)]\n");
    expect(found?.routes.find(({ path }) => path === '/health')?.statuses).toEqual([301]);
  });

  it.each([
    ["@require_GET\ndef one(request): ...\nurlpatterns = [path('a', one)]", ['/a']],
    ["@login_required\ndef one(request): ...\nurlpatterns = [path('a', one)]", ['/a!']],
    ["@require_POST\ndef one(request): ...\nurlpatterns = [path('a', one)]", ['/a!']],
    ["@cache_page(60)\n@api_view(['GET'])\ndef one(request): ...\nurlpatterns = [path('a', one)]", ['/a!']],
    ["urlpatterns = [path('a', csrf_exempt(lambda request: None))]", ['/a']],
    ["urlpatterns = [path('a', login_required(lambda request: None))]", ['/a!']],
    ["urlpatterns = [path('a', TemplateView.as_view(template_name='a.html'))]", ['/a']],
    ["class One(APIView): ...\nurlpatterns = [path('a', One.as_view())]", ['/a!']],
    ["urlpatterns = []\nhandler404 = 'shop.views.not_found'", ['…']],
  ])('may refuse a request: %s', async (text, expected) => {
    const head = [
      'from django.urls import path',
      'from django.contrib.auth.decorators import login_required',
      'from django.views.decorators.cache import cache_page',
      'from django.views.decorators.csrf import csrf_exempt',
      'from django.views.decorators.http import require_GET, require_POST',
      'from django.views.generic import TemplateView',
      'from rest_framework.decorators import api_view',
      'from rest_framework.views import APIView',
    ].join('\n');
    expect(await paths(`${head}\n${text}\n`)).toEqual(expected);
  });

  const ONE = "from django.urls import path\nurlpatterns = [path('a', lambda request: None)]\n";

  it.each([
    ["['django.middleware.security.SecurityMiddleware', 'whitenoise.middleware.WhiteNoiseMiddleware']", ['/a']],
    ["['mysite.middleware.HealthCheckMiddleware']", ['/a', '…']],
    ["['django.contrib.auth.middleware.LoginRequiredMiddleware']", ['/a!']],
    ['load()', ['/a', '…']],
  ])('stand behind MIDDLEWARE = %s', async (middleware, expected) => {
    const settings = `from shop import load\nROOT_URLCONF = 'mysite.urls'\nMIDDLEWARE = ${middleware}\n`;
    expect(await paths(ONE, { 'mysite/settings.py': settings })).toEqual(expected);
  });

  it.each([
    ['from whitenoise import WhiteNoise\napplication = WhiteNoise(application)', ['/a']],
    ['from shop import Health\napplication = Health(application)', ['/a', '…']],
  ])('stand behind what is around the application: %s', async (around, expected) => {
    expect(await paths(ONE, { 'mysite/wsgi.py': `${PROJECT['mysite/wsgi.py'] ?? ''}${around}\n` })).toEqual(expected);
  });

  it('are none of a program that is not of Django', async () => {
    const files = { 'mysite/wsgi.py': 'from flask import Flask\napplication = Flask(__name__)\n' };
    expect(await routes('', files)).toBeUndefined();
  });
});
