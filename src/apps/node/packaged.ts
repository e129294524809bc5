/** How a packaged server is told one thing. */
export interface Setting {
  flags?: readonly string[];
  /** What an option without a value means. */
  bare?: string;
  /** How the value is written behind the option, `*` for the value itself. */
  template?: string;
  variables?: readonly string[];
  /** Keys of a configuration file, each a path of names; the first that is there counts. It wins over variables, or not. */
  configured?: { files: readonly string[]; keys: readonly (readonly string[])[]; afterVariables?: true };
  /** Undefined: not known. */
  otherwise?: string;
}

/** A server that is started by its own command, or that a framework's build makes. */
export interface Packaged {
  title: string;
  /** The name of its program, and words that its command has one of. */
  program?: string;
  command?: readonly string[];
  /** Versions of its package; `unsure`: whether one counts that cannot be read. */
  package?: { name: string; from: number; below: number; unsure: boolean };
  /** A file that a build makes, and the package that makes it. */
  built?: { file: RegExp; package?: string };
  host: Setting;
  port: Setting;
  /** In ms; `unit`: ms of 1. Without options and variables it cannot be set. Left out: no limit that is known. */
  keepAlive?: { otherwise: number; unit: number; flags?: readonly string[]; variables?: readonly string[] };
  source: string;
  measured?: string;
}

/** Host, port and idle time of a connection, on Linux with PORT set: docs/servers.md. */
const MEASURED = 'measured 2026-11-21 on Node 20, 22, 24, 26';
const MEASURED_ONCE = 'measured 2026-11 on Node 20';
const NODE = { otherwise: 5_000, unit: 1 } as const;
const SERVE_FLAGS = ['-l', '--listen', '-p'];

const NEXT: Pick<Packaged, 'host' | 'port' | 'source'> = {
  host: { flags: ['-H', '--hostname'], otherwise: '::' },
  port: { flags: ['-p', '--port'], variables: ['PORT'], otherwise: '3000' },
  source: 'https://nextjs.org/docs/app/api-reference/cli/next',
};

const VITE_FILES = ['vite.config.ts', 'vite.config.js', 'vite.config.mjs', 'vite.config.mts', 'vite.config.cjs'];

const ASTRO_FILES = ['astro.config.mjs', 'astro.config.ts', 'astro.config.js'];

function vite(command: 'preview' | 'server', port: string): Pick<Packaged, 'host' | 'port' | 'source' | 'measured'> {
  // Vite's preview takes what `server` is set to where `preview` says nothing, but for the port.
  const hosts =
    command === 'preview'
      ? [
          ['preview', 'host'],
          ['server', 'host'],
        ]
      : [['server', 'host']];
  return {
    host: {
      flags: ['--host'],
      bare: '0.0.0.0',
      configured: { files: VITE_FILES, keys: hosts },
      otherwise: 'localhost',
    },
    port: { flags: ['--port'], configured: { files: VITE_FILES, keys: [[command, 'port']] }, otherwise: port },
    source: 'https://vite.dev/guide/cli.html',
    measured: MEASURED,
  };
}

export const PACKAGED: readonly Packaged[] = [
  {
    title: 'next start',
    program: 'next',
    command: ['start'],
    ...NEXT,
    keepAlive: { ...NODE, flags: ['--keepAliveTimeout'] },
    measured: MEASURED,
  },
  // How long it keeps a connection differs from one start to the next (measured 2026-11-21 on Node 22: 2 s).
  { title: 'next dev', program: 'next', ...NEXT, measured: MEASURED },
  {
    title: 'Next standalone',
    built: { file: /(?:^|\/)\.next\/standalone\/(?:.*\/)?server\.js$/ },
    host: { variables: ['HOSTNAME'], otherwise: '0.0.0.0' },
    port: { variables: ['PORT'], otherwise: '3000' },
    keepAlive: { ...NODE, variables: ['KEEP_ALIVE_TIMEOUT'] },
    source: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/output',
    measured: MEASURED_ONCE,
  },
  {
    title: 'Nitro',
    built: { file: /(?:^|\/)\.output\/server\/index\.mjs$/ },
    host: { variables: ['NITRO_HOST', 'HOST'], otherwise: '::' },
    port: { variables: ['NITRO_PORT', 'PORT'], otherwise: '3000' },
    keepAlive: NODE,
    source: 'https://nitro.build/deploy/runtimes/node',
    measured: MEASURED_ONCE,
  },
  {
    title: 'SvelteKit',
    built: { file: /(?:^|\/)build(?:\/index\.js)?$/, package: '@sveltejs/kit' },
    host: { variables: ['HOST'], otherwise: '0.0.0.0' },
    port: { variables: ['PORT'], otherwise: '3000' },
    keepAlive: { otherwise: 5_000, unit: 1_000, variables: ['KEEP_ALIVE_TIMEOUT'] },
    source: 'https://svelte.dev/docs/kit/adapter-node#Environment-variables',
  },
  {
    title: 'Astro',
    built: { file: /(?:^|\/)dist\/server\/entry\.mjs$/, package: 'astro' },
    host: {
      variables: ['HOST'],
      configured: { files: ASTRO_FILES, keys: [['server', 'host']], afterVariables: true },
      otherwise: 'localhost',
    },
    port: {
      variables: ['PORT'],
      configured: { files: ASTRO_FILES, keys: [['server', 'port']], afterVariables: true },
      otherwise: '4321',
    },
    keepAlive: NODE,
    source: 'https://docs.astro.build/en/guides/integrations-guide/node/',
    measured: MEASURED_ONCE,
  },
  {
    title: 'nuxt start',
    program: 'nuxt',
    command: ['start'],
    package: { name: 'nuxt', from: 0, below: 3, unsure: false },
    host: {
      flags: ['-H', '--hostname'],
      variables: ['NUXT_HOST', 'HOST'],
      configured: { files: ['nuxt.config.js', 'nuxt.config.ts'], keys: [['server', 'host']] },
      otherwise: 'localhost',
    },
    port: {
      flags: ['-p', '--port'],
      variables: ['NUXT_PORT', 'PORT'],
      configured: { files: ['nuxt.config.js', 'nuxt.config.ts'], keys: [['server', 'port']] },
      otherwise: '3000',
    },
    keepAlive: NODE,
    source: 'https://v2.nuxt.com/docs/configuration-glossary/configuration-server/',
  },
  {
    title: 'react-router-serve',
    program: 'react-router-serve',
    host: { variables: ['HOST'], otherwise: '::' },
    port: { variables: ['PORT'], otherwise: '3000' },
    keepAlive: NODE,
    source: 'https://reactrouter.com/api/other-api/serve',
  },
  {
    title: 'remix-serve',
    program: 'remix-serve',
    host: { variables: ['HOST'], otherwise: '::' },
    port: { variables: ['PORT'], otherwise: '3000' },
    keepAlive: NODE,
    source: 'https://v2.remix.run/docs/other-api/serve',
  },
  {
    title: 'serve',
    program: 'serve',
    host: { flags: SERVE_FLAGS, template: 'tcp://*:$PORT', otherwise: '::' },
    port: { flags: SERVE_FLAGS, variables: ['PORT'], otherwise: '3000' },
    keepAlive: NODE,
    source: 'https://github.com/vercel/serve',
    measured: MEASURED,
  },
  {
    title: 'http-server',
    program: 'http-server',
    host: { flags: ['-a'], otherwise: '0.0.0.0' },
    port: { flags: ['-p', '--port'], variables: ['PORT'], otherwise: '8080' },
    keepAlive: NODE,
    source: 'https://github.com/http-party/http-server',
    measured: MEASURED,
  },
  {
    title: 'sirv',
    program: 'sirv',
    host: { flags: ['-H', '--host'], bare: '0.0.0.0', variables: ['HOST'], otherwise: 'localhost' },
    port: { flags: ['-p', '--port'], variables: ['PORT'], otherwise: '8080' },
    keepAlive: NODE,
    source: 'https://github.com/lukeed/sirv/tree/master/packages/sirv-cli',
    measured: MEASURED,
  },
  {
    title: 'json-server',
    program: 'json-server',
    package: { name: 'json-server', from: 0, below: 1, unsure: false },
    host: { flags: ['-H', '--host'], otherwise: 'localhost' },
    port: { flags: ['-p', '--port'], otherwise: '3000' },
    keepAlive: NODE,
    source: 'https://github.com/typicode/json-server/tree/v0',
    measured: MEASURED,
  },
  {
    title: 'micro',
    program: 'micro',
    host: { flags: ['-l', '--listen'], template: 'tcp://*:$PORT', otherwise: '::' },
    port: { flags: ['-l', '--listen'], otherwise: '3000', template: 'tcp://0.0.0.0:*' },
    keepAlive: NODE,
    source: 'https://github.com/vercel/micro',
    measured: MEASURED,
  },
  {
    title: 'fastify start',
    program: 'fastify',
    command: ['start'],
    // It listens everywhere where it finds itself in a container.
    host: { flags: ['-a', '--address'], variables: ['FASTIFY_ADDRESS'] },
    port: { flags: ['-p', '--port'], variables: ['FASTIFY_PORT', 'PORT'], otherwise: '3000' },
    keepAlive: { otherwise: 72_000, unit: 1 },
    source: 'https://github.com/fastify/fastify-cli',
    measured: MEASURED,
  },
  {
    title: 'Strapi',
    program: 'strapi',
    command: ['start'],
    host: {
      configured: { files: ['config/server.js', 'config/server.ts'], keys: [['host']] },
      variables: ['HOST'],
    },
    port: {
      configured: { files: ['config/server.js', 'config/server.ts'], keys: [['port']] },
      variables: ['PORT'],
      otherwise: '1337',
    },
    keepAlive: NODE,
    source: 'https://docs.strapi.io/cms/configurations/server',
  },
  {
    title: 'deno serve',
    program: 'deno serve',
    host: { flags: ['--host'], variables: ['DENO_SERVE_ADDRESS'], otherwise: '0.0.0.0' },
    port: { flags: ['--port'], variables: ['DENO_SERVE_ADDRESS'], otherwise: '8000' },
    source: 'https://docs.deno.com/runtime/reference/cli/serve/',
    measured: 'measured 2026-11 with Deno 2.9',
  },
  { title: 'vite preview', program: 'vite', command: ['preview'], ...vite('preview', '4173') },
  { title: 'vite', program: 'vite', ...vite('server', '5173') },
  {
    title: 'ng serve',
    program: 'ng',
    host: { flags: ['--host'], otherwise: 'localhost' },
    port: { flags: ['--port'], otherwise: '4200' },
    source: 'https://angular.dev/cli/serve',
  },
  {
    title: 'gatsby serve',
    program: 'gatsby',
    command: ['serve'],
    host: { flags: ['-H', '--host'], otherwise: 'localhost' },
    port: { flags: ['-p', '--port'], otherwise: '9000' },
    source: 'https://www.gatsbyjs.com/docs/reference/gatsby-cli/',
  },
  {
    title: 'react-scripts start',
    program: 'react-scripts',
    host: { variables: ['HOST'], otherwise: '0.0.0.0' },
    port: { variables: ['PORT'], otherwise: '3000' },
    source: 'https://create-react-app.dev/docs/advanced-configuration/',
  },
];
