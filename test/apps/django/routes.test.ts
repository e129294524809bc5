import { describe, expect, it } from 'vitest';
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

function routes(urls: string, files: Record<string, string> = {}): Promise<Routes | undefined> {
  const at = place('render.yaml');
  const target = {
    is: 'module',
    module: known('mysite.wsgi', at),
    attribute: known('application', at),
    call: false,
  } as const;
  const started = process(program(['gunicorn', 'mysite.wsgi'], { target }), at);
  return djangoProcessRoutes(memoryRepository({ ...PROJECT, 'mysite/urls.py': urls, ...files }), started);
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
      ['…'],
    ],
    ["urlpatterns = [path('again/', include('mysite.urls'))]", ['…']],
    ['urlpatterns = patterns()', ['…']],
    ['', ['…']],
  ])('%s', async (text, expected) => {
    const files = {
      'shop/__init__.py': '',
      'shop/views.py': 'def home(request): ...\n',
      'shop/urls.py': "from django.urls import path\nurlpatterns = [path('health/', None)]\n",
    };
    expect(await paths(`${HEAD}${text}\n`, files)).toEqual(expected);
  });

  it('redirects to the path with a slash', async () => {
    const found = await routes("from django.urls import path\nurlpatterns = [path('health/', None)]\n");
    expect(found?.routes.find(({ path }) => path === '/health')?.statuses).toEqual([301]);
  });

  it('are none of a program that is not of Django', async () => {
    const files = { 'mysite/wsgi.py': 'from flask import Flask\napplication = Flask(__name__)\n' };
    expect(await routes('', files)).toBeUndefined();
  });
});
