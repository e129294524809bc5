/**
 * The packages of npm that the reproductions run on, each at one version, so that a run of another day tells the same.
 * Those of Python are Debian's, but for Django in the full run.
 */
export const NPM_PACKAGES: Readonly<Record<string, string>> = {
  '@types/node': '22.19.1',
  '@vitejs/plugin-react': '6.3.0',
  express: '5.3.0',

  fastify: '5.12.8',
  koa: '3.3.0',
  nodemon: '3.1.14',
  pg: '8.23.1',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'react-router-dom': '6.30.1',
  typescript: '5.9.3',
  vite: '8.3.8',
};

export const DJANGO = 'Django==5.2.17';
