/**
 * The packages of npm that the reproductions run on, each at one version, so that a run of another day tells the same.
 * Those of Python are Debian's, but for these in the full run.
 */
export const NPM_PACKAGES: Readonly<Record<string, string>> = {
  '@nestjs/common': '11.2.10',
  '@nestjs/core': '11.2.10',
  '@nestjs/platform-express': '11.2.10',
  '@nestjs/platform-fastify': '11.2.8',
  '@types/node': '22.19.1',
  '@vitejs/plugin-react': '6.3.0',
  '@hono/node-server': '2.1.8',
  express: '5.3.0',
  fastify: '5.12.8',
  hono: '4.13.19',
  koa: '3.3.0',
  nodemon: '3.1.14',
  pg: '8.23.1',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'react-router-dom': '6.30.1',
  'reflect-metadata': '0.2.2',
  rxjs: '7.8.2',
  'ts-node-dev': '2.0.0',
  tsx: '4.23.15',
  typescript: '5.9.3',
  vite: '8.3.8',
  webpack: '5.112.2',
  'webpack-cli': '7.3.1',
  'webpack-dev-server': '5.2.7',
};

export const DJANGO = 'Django==5.2.17';

export const PYTHON_PACKAGES = [DJANGO, 'psycopg[binary]==3.3.6'];

/** What does another thing in its newer version. */
export const NEWER_PYTHON_PACKAGES = ['gunicorn==26.2.0', 'flask==3.1.3'];
