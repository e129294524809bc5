import { describe, expect, it } from 'vitest';
import { fileRoutes } from '../../../src/apps/node/file-routes/file-routes.js';
import { unknownEnvironment } from '../../../src/launch/environment.js';
import type { Process } from '../../../src/model/process.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { place } from '../../support/model.js';
import { said, type Files } from './routes-of.js';

async function next(files: Files, words: readonly string[] = ['next', 'start']): Promise<string> {
  const at = place('render.yaml');
  const process: Process = {
    program: { name: 'next', words, role: 'server', target: { is: 'none' } },
    ...{ folder: '', environment: unknownEnvironment(at), steps: [], at, conditional: false },
  };
  const routes = await fileRoutes(memoryRepository({ 'package.json': '{}', ...files }), process);
  return routes ? said(routes) : 'none';
}

const GET = 'export async function GET() {}';

describe('Next', () => {
  it.each<[Files, string]>([
    [{ 'app/page.tsx': '' }, 'GET /'],
    [{ 'src/app/page.jsx': '', 'src/app/about/page.js': '' }, 'GET /about, GET /'],
    [{ 'app/(shop)/cart/page.tsx': '', 'app/@modal/x/page.tsx': '' }, 'GET /cart, GET /x'],
    [{ 'app/_lib/page.tsx': '', 'app/a/(.)b/page.tsx': '', 'app/a/page.tsx': '' }, 'GET /a'],
    [{ 'app/[id]/page.tsx': '', 'app/docs/[...slug]/page.tsx': '' }, 'GET /:id, GET /docs/*'],
    [{ 'app/docs/[[...slug]]/page.tsx': '' }, 'GET /docs, GET /docs/*'],
    [{ 'app/api/health/route.ts': GET }, 'GET /api/health'],
    [{ 'app/a/route.ts': 'export const GET = () => {}; export const POST = GET;' }, 'GET /a, POST /a'],
    [{ 'app/a/route.ts': 'const h = auth(); export const { GET, POST } = h;' }, 'GET /a, POST /a'],
    [{ 'app/a/route.ts': 'const h = () => {}; export { h as GET, h as PUT };' }, 'GET /a, PUT /a'],
    [{ 'app/a/route.ts': "export { GET } from './other';" }, 'GET /a'],
    [{ 'app/a/route.ts': "export * from './other';" }, 'ALL /a ?'],
    [{ 'app/a/route.ts': 'export const dynamic = "force-dynamic";' }, ''],
    [{ 'app/a/layout.tsx': '', 'app/a/route.css': '' }, ''],
    [{ 'pages/index.js': '', 'pages/_app.js': '', 'pages/404.js': '' }, 'GET /'],
    [{ 'pages/api/health.ts': '', 'src/pages/a/index.tsx': '' }, 'ALL /api/health, GET /a'],
    [{ 'pages/[id].tsx': '', 'public/robots.txt': '' }, 'GET /:id, GET /robots.txt'],
    [{ 'app/page.tsx': '', 'next.config.js': "module.exports = { basePath: '/docs' };" }, 'GET /docs'],
    [{ 'app/page.tsx': '', 'next.config.mjs': 'export default withMdx({ reactStrictMode: true });' }, 'GET /'],
    [{ 'app/page.tsx': '', 'next.config.js': 'module.exports = { async rewrites() { return []; } };' }, 'GET /, …'],
    [{ 'app/page.tsx': '', 'next.config.js': 'module.exports = make();' }, '…'],
    [{ 'app/page.tsx': '', 'middleware.ts': '' }, 'GET / guarded, …'],
    [{ 'src/app/page.tsx': '', 'src/proxy.ts': '' }, 'GET / guarded, …'],
    [{ 'public/a.txt': '' }, 'GET /a.txt, …'],
  ])('%j', async (files, expected) => {
    expect(await next(files)).toBe(expected);
  });

  it('reads the folder it is given', async () => {
    expect(await next({ 'web/app/page.tsx': '' }, ['next', 'start', 'web'])).toBe('GET /');
    expect(await next({ 'app/page.tsx': '' }, ['next', 'start', '-p', '3000'])).toBe('GET /');
    expect(await next({ 'app/page.tsx': '' }, ['next', 'start', '../web'])).toBe('none');
  });
});
