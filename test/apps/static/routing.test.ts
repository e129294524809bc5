import { describe, expect, it } from 'vitest';
import { clientRouting, type ClientRouting } from '../../../src/apps/static/routing.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { known, service } from '../../support/model.js';

type Files = Readonly<Record<string, string>>;

const page = '<script type="module" src="/src/main.jsx"></script>';
const packageFile = '{ "scripts": { "build": "vite build" }, "dependencies": { "any-router": "1" } }';

/** What is said of a site that Vite builds from these files. */
async function viteSite(files: Files, command = 'npm run build', publishPath = 'dist'): Promise<string> {
  return said({ 'package.json': packageFile, 'index.html': page, ...files }, command, publishPath);
}

async function said(files: Files, command: string, publishPath = 'dist'): Promise<string> {
  const site = service('web', 'static', { buildCommand: known(command), publishPath: known(publishPath) });
  const routing = await clientRouting(memoryRepository(files), site, []);
  switch (routing.is) {
    case 'history':
      return `${routing.name} of ${routing.library} at ${routing.at.file}:${routing.at.range.start.line}`;
    case 'undecided':
      return `undecided at ${routing.at.file}:${routing.at.range.start.line}: ${routing.why}`;
    case 'none':
      return 'none';
  }
}

const main = (text: string): Files => ({ 'src/main.jsx': text });

describe('a site whose folder is not below the linted one', () => {
  const files = { 'package.json': packageFile, 'index.html': page, 'src/main.jsx': '' };
  const routing = (root: string): Promise<ClientRouting> =>
    clientRouting(
      memoryRepository(files),
      service('web', 'static', { root: known(root), buildCommand: known('npm run build') }),
      [],
    );

  it.each(['frontend', './frontend/', '/frontend'])('is not decided: %s', async (root) => {
    const said = await routing(root);
    expect(said).toMatchObject({ is: 'undecided', at: { file: 'render.yaml' } });
    expect('why' in said && said.why).toBe(
      `there is no folder \`${root}\` below the linted folder; lint the top of the repository, if this is not it`,
    );
  });

  it('is read where the root is the linted folder itself', async () => {
    expect((await routing('.')).is).toBe('none');
    expect((await routing('/')).is).toBe('none');
  });
});

describe('clientRouting', () => {
  it.each([
    ["import { BrowserRouter as Router } from 'react-router-dom'; <Router />", 'BrowserRouter of react-router-dom'],
    ["import * as R from 'react-router'; <R.BrowserRouter />", 'BrowserRouter of react-router'],
    [
      "const { createBrowserRouter: make } = require('react-router-dom'); make([])",
      'createBrowserRouter of react-router-dom',
    ],
    [
      "import { Router, browserHistory } from 'react-router'; <Router history={browserHistory} />",
      'browserHistory of react-router',
    ],
    [
      "import { createBrowserHistory as c } from 'history'; import { Router } from 'react-router'; <Router history={c()} />",
      'createBrowserHistory of history',
    ],
    [
      "import { createRouter, createWebHistory } from 'vue-router'; createRouter({ history: createWebHistory() })",
      'createWebHistory of vue-router',
    ],
    ["import V from 'vue-router'; const mode = 'history'; new V({ mode })", "mode: 'history' of vue-router"],
    [
      "const V = require('vue-router').default; const o = { mode: 'history' }; new V(o)",
      "mode: 'history' of vue-router",
    ],
    ["import { Route } from 'wouter'; <Route />", 'Route of wouter'],
    ["import { Router, useBrowserLocation } from 'wouter'; <Router hook={useBrowserLocation} />", 'Router of wouter'],
    [
      "import { createRouter } from '@tanstack/react-router'; createRouter({ routeTree })",
      'createRouter of @tanstack/react-router',
    ],
    [
      "import { createBrowserHistory, createRouter } from '@tanstack/react-router'; createRouter({ history: createBrowserHistory() })",
      'createRouter of @tanstack/react-router',
    ],
    ["import { Router } from '@solidjs/router'; <Router />", 'Router of @solidjs/router'],
    ["import Router from 'preact-router'; <Router />", 'Router of preact-router'],
    ["import { LocationProvider } from 'preact-iso'; <LocationProvider />", 'LocationProvider of preact-iso'],
    ["import { Router } from '@reach/router'; <Router />", 'Router of @reach/router'],
    [
      "import { createRouter, createMemoryHistory, createWebHistory } from 'vue-router'; import.meta.env.SSR ? createMemoryHistory() : createWebHistory()",
      'createWebHistory of vue-router',
    ],
    [
      "import { BrowserRouter } from 'react-router'; user ? <BrowserRouter /> : <Login />",
      'BrowserRouter of react-router',
    ],
  ])('finds the history router in %s', async (text, expected) => {
    expect(await viteSite(main(text))).toBe(`${expected} at src/main.jsx:1`);
  });

  it.each([
    "import { HashRouter as BrowserRouter } from 'react-router-dom'; <BrowserRouter />",
    "import { BrowserRouter } from 'react-router-dom'; export { BrowserRouter }",
    "import { BrowserRouter } from 'somewhere-else'; <BrowserRouter />",
    "import { Link, Router } from 'react-router-dom'; <Router><Link /></Router>",
    "import { createBrowserHistory } from 'history'; createBrowserHistory()",
    "import { createWebHashHistory as createWebHistory } from 'vue-router'; createWebHistory()",
    "import V from 'vue-router'; Vue.use(V); new V({ routes: [] }); new V()",
    "import V from 'vue-router'; new V({ mode: 'hash' })",
    "import { Link } from 'wouter'; <Link />",
    "import { Route, Router } from 'wouter'; import { useHashLocation } from 'wouter/use-hash-location'; <Router hook={useHashLocation}><Route /></Router>",
    "import { createHashHistory, createRouter } from '@tanstack/react-router'; createRouter({ history: createHashHistory() })",
    "import { HashRouter } from '@solidjs/router'; <HashRouter />",
    "import { Router } from 'svelte-spa-router'; <Router />",
    "'BrowserRouter react-router-dom' // import { BrowserRouter } from 'react-router-dom'",
  ])('finds none in %s', async (text) => {
    expect(await viteSite(main(text))).toBe('none');
  });

  it.each([
    [
      "import { BrowserRouter as B, HashRouter as H } from 'react-router'; const R = x ? H : B; <R />",
      'which of BrowserRouter and HashRouter the app takes is not read',
    ],
    [
      "import { BrowserRouter as B, HashRouter as H } from 'react-router'; let R = B; if (x) R = H; <R />",
      'which of BrowserRouter and HashRouter the app takes is not read',
    ],
    [
      "import { createWebHistory as w, createWebHashHistory as h } from 'vue-router'; const f = () => { if (x) return h(); return w(); };",
      'which of createWebHistory and createWebHashHistory the app takes is not read',
    ],
    [
      "import V from 'vue-router'; new V({ mode: process.env.MODE })",
      'how vue-router keeps its routes is decided by a value that cannot be read',
    ],
    [
      "import V from 'vue-router'; new V({ ...options })",
      'how vue-router keeps its routes is decided by a value that cannot be read',
    ],
    [
      "import { createRouter } from '@tanstack/react-router'; createRouter({ history })",
      'how @tanstack/react-router keeps its routes is decided by a value that cannot be read',
    ],
    [
      "import { Router } from 'wouter'; <Router hook={useMine} />",
      'how wouter keeps its routes is decided by a value that cannot be read',
    ],
  ])('does not decide on %s', async (text, why) => {
    expect(await viteSite(main(text))).toBe(`undecided at src/main.jsx:1: ${why}`);
  });

  it('follows imports of every kind, and names that are passed on', async () => {
    const files = {
      'src/main.jsx': "import('./lazy'); import './style.css';",
      'src/lazy.tsx': "import { Shell as S } from '@/lib'; <S />",
      'src/lib/index.ts': "export * from './names';",
      'src/lib/names.ts': "import { BrowserRouter } from 'react-router'; export { BrowserRouter as Shell };",
    };
    expect(await viteSite(files)).toBe('BrowserRouter of react-router at src/lazy.tsx:1');
  });

  it('tells how it got there', async () => {
    const files = {
      'package.json': packageFile,
      'index.html': page,
      'src/main.jsx': "import './a';",
      'src/a.js': "import './b';",
      'src/b.jsx': "import { BrowserRouter } from 'react-router'; <BrowserRouter />",
      'public/_redirects': '',
      'vercel.json': '',
      'netlify.toml': '',
    };
    const site = service('web', 'static', { buildCommand: known('npm run build') });
    const routing = await clientRouting(memoryRepository(files), site, ['vercel.json', '_redirects']);
    if (routing.is !== 'history') throw new Error('not found');
    expect(routing.trail.map(({ words }) => words)).toEqual([
      'the build runs `npm run build`',
      'the script build runs `vite build`',
      'the page loads src/main.jsx',
      'src/main.jsx imports src/a.js',
      'src/a.js imports src/b.jsx',
    ]);
    expect(routing.otherHosts.map(({ file }) => file).sort()).toEqual(['public/_redirects', 'vercel.json']);
  });

  it('survives imports in circles', async () => {
    expect(
      await viteSite({
        ...main("import './a';"),
        'src/a.js': "export * from './a'; export * from './main.jsx'; import { x } from './a'; x;",
      }),
    ).toBe('none');
  });

  it('does not decide where a file on the way is not there or does not parse, unless another one tells', async () => {
    expect(await viteSite(main("import './gone';"))).toBe(
      'undecided at src/main.jsx:1: src/main.jsx imports ./gone, which is not in the repository',
    );
    expect(await viteSite({ ...main("import './a';"), 'src/a.js': '\nlet = ;' })).toBe(
      'undecided at src/a.js:2: src/a.js does not parse',
    );
    const other = { 'src/b.jsx': "import { BrowserRouter } from 'react-router'; <BrowserRouter />" };
    expect(await viteSite({ ...main("import './gone'; import './b';"), ...other })).toBe(
      'BrowserRouter of react-router at src/b.jsx:1',
    );
  });

  it('does not read an app whose packages hold no router', async () => {
    const files = { 'package.json': packageFile.replace('any-router', 'react'), ...main('let = ;') };
    expect(await viteSite(files)).toBe('none');
  });
});

describe('the page of a Vite project', () => {
  const app = { 'src/main.jsx': "import { BrowserRouter } from 'react-router'; <BrowserRouter />" };
  const found = 'BrowserRouter of react-router at';

  it.each([
    ['a script without a leading slash', { 'index.html': '<script type=module src=src/main.jsx></script>' }],
    ['a script in the page', { 'index.html': '<script type="module">import "./src/main.jsx";</script>' }],
    [
      'one page by name',
      {
        'vite.config.js': 'export default { build: { rollupOptions: { input: "app.html" } } }',
        'app.html': page,
        'index.html': '',
      },
    ],
  ])('is found by %s', async (_, files) => {
    expect(await viteSite({ ...app, ...files })).toBe(`${found} src/main.jsx:1`);
  });

  it('is found in the root of the project', async () => {
    const files = { 'client/index.html': page, 'client/src/main.jsx': app['src/main.jsx'], 'index.html': '' };
    const config =
      'import path from "path"; export default { root: path.resolve(__dirname, "client"), resolve: { alias: { "@": path.resolve(__dirname, "lib") } } }';
    expect(await viteSite({ ...files, 'vite.config.ts': config }, 'npm run build', 'client/dist')).toBe(
      `${found} client/src/main.jsx:1`,
    );
    expect(await viteSite(files, 'npx vite build client', 'client/dist')).toBe(`${found} client/src/main.jsx:1`);
    expect(await viteSite({ ...files, 'vite.config.ts': 'export default { root: dir() }' })).toMatch(
      /^undecided at vite.config.ts:1/,
    );
  });

  it('counts aliases of the configuration', async () => {
    const files = { 'src/main.jsx': 'import "#app/x";', 'lib/x.jsx': app['src/main.jsx'] };
    expect(
      await viteSite({ ...files, 'vite.config.ts': 'export default { resolve: { alias: { "#app": "./lib" } } }' }),
    ).toBe(`${found} lib/x.jsx:1`);
    expect(
      await viteSite({
        ...files,
        'vite.config.ts': 'export default { resolve: { alias: [{ find: "#app", replacement: "./lib" }] } }',
      }),
    ).toBe(`${found} lib/x.jsx:1`);
  });

  it.each([
    ['several pages', 'export default { build: { rollupOptions: { input: ["a.html", "b.html"] } } }', /several pages/],
    ['a framework', 'import vike from "vike/plugin"; export default { plugins: [vike()] }', /Vike writes a page/],
    ['a configuration that does not parse', 'export default {', /vite.config.js does not parse/],
  ])('is not decided with %s', async (_, config, why) => {
    expect(await viteSite({ ...app, 'vite.config.js': config })).toMatch(why);
  });

  it('is none with a framework that writes a page for each route', async () => {
    expect(
      await viteSite({ ...app, 'vite.config.js': 'import { sveltekit } from "@sveltejs/kit/vite"; export default {}' }),
    ).toBe('none');
    const fallback = {
      'svelte.config.js':
        'import adapter from "@sveltejs/adapter-static"; export default { kit: { adapter: adapter({ fallback: "200.html" }) } }',
    };
    expect(
      await viteSite({
        ...app,
        ...fallback,
        'vite.config.js': 'import { sveltekit } from "@sveltejs/kit/vite"; export default {}',
      }),
    ).toMatch(/fallback/);
  });

  it('is not decided where the page or its script is not there', async () => {
    expect(await viteSite({})).toMatch(/^undecided at index.html:1: the page loads \/src\/main.jsx/);
    expect(await said({ 'package.json': packageFile }, 'npm run build')).toMatch(/index.html does not exist$/);
  });
});

describe('other builders', () => {
  const router = "import { BrowserRouter } from 'react-router'; h(BrowserRouter)";
  const own = '{ "dependencies": { "react-router": "7" }, "source": "src/app.html" }';

  it.each<[string, string, Files, string]>([
    ['Create React App', 'npx react-scripts build', { 'src/index.tsx': router }, 'src/index.tsx'],
    [
      'craco',
      'npx craco build',
      {
        'src/index.js': 'import "~x/a"',
        'lib/a.js': router,
        'craco.config.js': 'module.exports = { webpack: { alias: { "~x": path.resolve(__dirname, "lib") } } }',
      },
      'lib/a.js',
    ],
    ['Vue CLI', 'npx vue-cli-service build', { 'src/main.js': router }, 'src/main.js'],
    ['Parcel', 'npx parcel build app.html', { 'app.html': '<script src="./a.js">', 'a.js': router }, 'a.js'],
    [
      'Parcel by its source',
      'npx parcel build',
      { 'src/app.html': '<script src="a.js">', 'src/a.js': router },
      'src/a.js',
    ],
    ['webpack', 'npx webpack', { 'src/index.js': router }, 'src/index.js'],
    [
      'webpack with an entry',
      'npx webpack --config w.js',
      { 'app/a.js': router, 'w.js': 'module.exports = { entry: { main: ["./polyfill", "./app/a"] } }' },
      'app/a.js',
    ],
    [
      'Rsbuild',
      'npx rsbuild build',
      {
        'app/a.ts': router,
        'rsbuild.config.ts': 'export default defineConfig({ source: { entry: { index: "./app/a.ts" } } })',
      },
      'app/a.ts',
    ],
    ['Rspack', 'npx rspack build', { 'src/index.ts': router }, 'src/index.ts'],
  ])('%s', async (_, command, files, file) => {
    const publishPath = /react-scripts|craco/.test(command) ? 'build' : 'dist';
    expect(await said({ 'package.json': own, ...files }, command, publishPath)).toBe(
      `BrowserRouter of react-router at ${file}:1`,
    );
  });

  it.each([
    ['a builder that is not known', 'make site', /what make makes is not known/],
    ['a server build', 'npx vite build && npx vite build --ssr src/server.js', /a renderer for its pages/],
    ['pages written after the build', 'npx vite build && npx react-snap', /react-snap/],
    ['a script that writes pages', 'npx vite build && node prerender.js', /node prerender.js/],
    ['pages copied after the build', 'npx vite build && cp dist/index.html dist/about/index.html', /cp dist/],
    ['two builders in one folder', 'npx vite build && npx webpack', /both Vite and webpack/],
    ['React Router with a server', 'npx react-router build', /unless `ssr: false`/],
    ['Expo', 'npx expo export -p web', /app.json/],
  ])('does not decide on %s', async (_, command, why) => {
    const files = {
      'package.json': own,
      'index.html': page,
      'src/main.jsx': router,
      'prerender.js': "write('about.html')",
    };
    expect(await said(files, command)).toMatch(why);
  });

  it.each([
    'npx vite build && node sitemap.js',
    'npx vite build && cp dist/index.html dist/404.html',
    'npx vite build && cp _headers dist/',
  ])('is not kept from it by what comes after: %s', async (command) => {
    const files = {
      'package.json': own,
      'index.html': page,
      'src/main.jsx': router,
      'sitemap.js': "write('sitemap.xml')",
    };
    expect(await said(files, command)).toBe('BrowserRouter of react-router at src/main.jsx:1');
  });

  it('takes the builder of what is published', async () => {
    const files = {
      'web/package.json': own,
      'web/index.html': page,
      'web/src/main.jsx': router,
      'docs/package.json': '{}',
    };
    const command = '(cd web && npx vite build) && (cd docs && npx vitepress build)';
    expect(await said(files, command, 'web/dist')).toBe('BrowserRouter of react-router at web/src/main.jsx:1');
    expect(await said(files, command, 'docs/.vitepress/dist')).toBe('none');
  });

  it('knows when Expo Router has one page', async () => {
    const files = {
      'package.json': '{ "main": "expo-router/entry" }',
      'app.json': '{ "expo": { "web": { "output": "single" } } }',
    };
    expect(await said(files, 'npx expo export -p web')).toBe('expo-router/entry of expo-router at package.json:1');
    expect(
      await said({ ...files, 'app.json': '{ "expo": { "web": { "output": "static" } } }' }, 'npx expo export -p web'),
    ).toBe('none');
  });

  it('takes a site that nothing builds for plain pages', async () => {
    expect(await said({ 'dist/index.html': page }, 'echo nothing to build')).toBe('none');
  });
});

describe('a file that is named and is not there', () => {
  const own = '{ "dependencies": { "any-router": "1" } }';

  it.each<[string, Files, RegExp]>([
    [
      'npx ng build',
      {
        'angular.json':
          '{ "projects": { "a": { "architect": { "build": { "options": { "main": "src/gone.ts" } } } } } }',
      },
      /^undecided at angular\.json:1: the app begins in src\/gone\.ts, which is not in the repository$/,
    ],
    ['npx parcel build gone.js', {}, /^undecided at render\.yaml:\d+: the app begins in gone\.js, which is not/],
    ['npx parcel build gone.html', {}, /^undecided at render\.yaml:\d+: gone\.html does not exist/],
    ['npx vite build --config gone.ts', {}, /^undecided at render\.yaml:\d+: gone\.ts does not exist/],
    ['npx webpack --config gone.js', {}, /^undecided at render\.yaml:\d+: gone\.js does not exist/],
    ['npx rsbuild build --config gone.js', {}, /^undecided at render\.yaml:\d+: gone\.js does not exist/],
  ])('is no place: %s', async (command, files, expected) => {
    expect(await said({ 'package.json': own, ...files }, command)).toMatch(expected);
  });
});

describe('an Angular app', () => {
  const workspace = (options: object, more: object = {}): string =>
    JSON.stringify({
      projects: { shop: { architect: { build: { options } } }, ui: { projectType: 'library' }, ...more },
    });
  const app = {
    'package.json': '{ "dependencies": { "@angular/router": "19" } }',
    'src/main.ts':
      "import { routes } from './routes'; import { provideRouter, withHashLocation } from '@angular/router'; provideRouter(routes);",
    'src/routes.ts': "export const routes: Routes = [{ path: 'a' }];",
    'angular.json': workspace({ browser: 'src/main.ts' }),
  };

  it.each<[string, Files, string]>([
    ['by provideRouter', {}, 'provideRouter of @angular/router at src/main.ts:1'],
    [
      'by RouterModule',
      {
        'src/main.ts':
          "import { RouterModule } from '@angular/router'; @NgModule({ imports: [RouterModule.forRoot([a], { useHash: false })] }) class M {}",
      },
      'RouterModule of @angular/router at src/main.ts:1',
    ],
    [
      'of the older builder',
      { 'angular.json': workspace({ main: 'src/main.ts', prerender: false }) },
      'provideRouter of @angular/router at src/main.ts:1',
    ],
    ['with a hash', { 'src/main.ts': app['src/main.ts'].replace('(routes)', '(routes, withHashLocation())') }, 'none'],
    [
      'with useHash',
      { 'src/main.ts': "import { RouterModule } from '@angular/router'; RouterModule.forRoot([a], { useHash: true })" },
      'none',
    ],
    ['without routes', { 'src/routes.ts': 'export const routes: Routes = [];' }, 'none'],
    [
      'with routes of a feature only',
      { 'src/main.ts': "import { RouterModule } from '@angular/router'; RouterModule.forChild([a])" },
      'none',
    ],
  ])('routes %s', async (_, files, expected) => {
    expect(await said({ ...app, ...files }, 'npx ng build')).toBe(expected);
  });

  it.each<[string, Files, RegExp]>([
    ['it prerenders', { 'angular.json': workspace({ browser: 'src/main.ts', outputMode: 'static' }) }, /prerenders/],
    [
      'a configuration prerenders',
      {
        'angular.json': JSON.stringify({
          projects: {
            shop: {
              architect: {
                build: { options: { browser: 'src/main.ts' }, configurations: { production: { prerender: true } } },
              },
            },
          },
        }),
      },
      /prerenders/,
    ],
    ['there are several', { 'angular.json': workspace({}, { other: {} }) }, /which Angular project/],
    [
      'the hash depends on a value',
      {
        'src/main.ts':
          "import { RouterModule } from '@angular/router'; RouterModule.forRoot([a], { useHash: env.hash })",
      },
      /cannot be read/,
    ],
  ])('is not decided where %s', async (_, files, why) => {
    expect(await said({ ...app, ...files }, 'npx ng build')).toMatch(why);
  });

  it('is the project the command names', async () => {
    const two = workspace(
      { browser: 'src/gone.ts' },
      { other: { architect: { build: { options: { browser: 'src/main.ts' } } } } },
    );
    expect(await said({ ...app, 'angular.json': two }, 'npx ng build other')).toBe(
      'provideRouter of @angular/router at src/main.ts:1',
    );
  });
});

describe('the choice between routers', () => {
  const browser = "import { BrowserRouter } from 'react-router'; export const Browser = () => <BrowserRouter />;";
  const hash = "import { HashRouter } from 'react-router'; export const Hash = () => <HashRouter />;";
  const each = { 'src/browser.jsx': browser, 'src/hash.jsx': hash };

  it.each<[string, Files]>([
    [
      'each in a file of its own',
      {
        ...main("import { Browser } from './browser'; import { Hash } from './hash'; x ? <Browser /> : <Hash />"),
        ...each,
      },
    ],
    ['behind lazy imports', { ...main("x ? lazy(() => import('./browser')) : lazy(() => import('./hash'))"), ...each }],
    [
      'by key',
      main(
        "import { BrowserRouter, HashRouter } from 'react-router'; ({ hash: HashRouter, browser: BrowserRouter })[x]",
      ),
    ],
    ['of memory', main("import { BrowserRouter, MemoryRouter } from 'react-router'; x ? BrowserRouter : MemoryRouter")],
    [
      'of the history that is handed over',
      main(
        "import { createBrowserHistory as b, createHashHistory as h } from 'history'; import { Router } from 'react-router'; <Router history={x ? h() : b()} />",
      ),
    ],
    ['by spread attributes', main("import { Router } from 'wouter'; <Router {...o} />")],
    ['of a history by spread attributes', main("import Router from 'preact-router'; <Router {...o} />")],
    ['by createElement', main("import { Router } from 'wouter'; createElement(Router, { hook })")],
    ['of a history by createElement', main("import { Router } from 'preact-router'; h(Router, { history })")],
    ['by spread features', main("import { provideRouter } from '@angular/router'; provideRouter(r, ...features)")],
    [
      'by features that are made elsewhere',
      main("import { provideRouter } from '@angular/router'; provideRouter(r, f())"),
    ],
  ])('is not decided: %s', async (_, files) => {
    expect(await viteSite(files)).toMatch(/^undecided/);
  });

  it.each<[string, Files]>([
    [
      'by another name',
      main("import { provideRouter, withHashLocation as wh } from '@angular/router'; provideRouter(r, wh())"),
    ],
    [
      'a barrel that passes on more than is asked for',
      {
        ...main("import { Button } from './all'; <Button />"),
        'src/all.js': "export { Button } from './button'; export { Browser } from './browser';",
        'src/button.jsx': 'export const Button = 1;',
        ...each,
      },
    ],
    [
      'a barrel of all',
      {
        ...main("import { Button } from './all'; <Button />"),
        'src/all.js': "export * from './browser'; export * from './button';",
        'src/button.jsx': 'export const Button = 1;',
        ...each,
      },
    ],
    [
      'in development only',
      {
        ...main(
          "import { BrowserRouter } from 'react-router'; import { Browser } from './browser'; if (import.meta.env.DEV) { <Browser />; import('./browser'); } process.env.NODE_ENV !== 'production' && <BrowserRouter />",
        ),
        ...each,
      },
    ],
    ['a shadowed name', main("import { BrowserRouter as B } from 'react-router'; function f(B) { return B(); }")],
    ['a shadowed constant', main("import { BrowserRouter as B } from 'react-router'; { const B = 1; f(B); }")],
    [
      'data and templates of the page',
      {
        'index.html':
          '<script type="text/plain" src="/src/browser.jsx"></script><template><script type="module" src="/src/browser.jsx"></script></template>',
        ...each,
      },
    ],
  ])('is none: %s', async (_, files) => {
    expect(await viteSite(files)).toBe('none');
  });

  it.each<[string, Files, string]>([
    [
      'through a barrel',
      { ...main("import { Browser } from './all'; <Browser />"), 'src/all.js': "export * from './browser';", ...each },
      'src/browser.jsx',
    ],
    [
      'in production',
      main("import { BrowserRouter } from 'react-router'; import.meta.env.DEV ? f() : <BrowserRouter />"),
      'src/main.jsx',
    ],
    [
      'with attributes that say nothing of it',
      main("import { BrowserRouter } from 'react-router'; <BrowserRouter {...o} />"),
      'src/main.jsx',
    ],
  ])('is the browser’s: %s', async (_, files, file) => {
    expect(await viteSite(files)).toBe(`BrowserRouter of react-router at ${file}:1`);
  });

  it('takes little time where every file passes on every other', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `m${String(index)}`);
    const files = Object.fromEntries(
      names.map((name) => [`src/${name}.js`, names.map((other) => `export * from './${other}';`).join('')]),
    );
    expect(await viteSite({ ...main("import { X } from './m0'; X"), ...files })).toBe('none');
  });
});

describe('what is published', () => {
  const router = "import { BrowserRouter } from 'react-router'; <BrowserRouter />";
  const found = 'BrowserRouter of react-router at src/main.jsx:1';

  it.each<[string, Files, string, string]>([
    ['a committed folder', {}, 'npm run build', 'landing'],
    ['documentation', {}, 'npm run build && npx typedoc --out docs src', 'docs'],
    [
      'another folder than is configured',
      { 'vite.config.js': "export default { build: { outDir: 'build' } }" },
      'npm run build',
      'static',
    ],
    [
      'the usual folder, where another is configured',
      { 'vite.config.js': "export default { build: { outDir: 'build' } }" },
      'npm run build',
      'dist',
    ],
    [
      'a folder that cannot be read',
      { 'vite.config.js': 'export default { build: { outDir: x } }' },
      'npm run build',
      'dist',
    ],
    [
      'a library',
      { 'vite.config.js': "export default { build: { lib: { entry: 'src/main.jsx' } } }" },
      'npm run build',
      'dist',
    ],
    [
      'what another program builds',
      { 'apps/doc/build.js': '' },
      'npm run build && (cd apps/doc && node build.js)',
      'apps/doc/out',
    ],
  ])('is not decided to be the app: %s', async (_, files, command, publishPath) => {
    expect(await viteSite({ ...main(router), ...files }, command, publishPath)).toMatch(/^undecided/);
  });

  it.each<[string, Files, string, string]>([
    [
      'the folder that is configured',
      { 'vite.config.js': "export default { build: { outDir: './build' } }" },
      'npm run build',
      'build/',
    ],
    ['the folder of the command', {}, 'npx vite build --outDir=out', './out'],
    [
      'a folder built from a path',
      { 'vite.config.js': "export default { build: { outDir: path.resolve(__dirname, 'www') } }" },
      'npm run build',
      'www',
    ],
  ])('is the app: %s', async (_, files, command, publishPath) => {
    expect(await viteSite({ ...main(router), ...files }, command, publishPath)).toBe(found);
  });

  it('is the app that another folder’s build writes there', async () => {
    const doc = { 'apps/doc/package.json': packageFile, 'apps/doc/index.html': page, 'apps/doc/src/main.jsx': '1' };
    const command = 'npm run build && (cd apps/doc && npx vite build --outDir ../../site)';
    expect(await viteSite({ ...main(router), ...doc }, command, 'site')).toBe('none');
    expect(await viteSite({ ...main(router), ...doc }, command, 'dist')).toBe(found);
  });
});
