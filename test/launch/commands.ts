import type { MemoryFile } from '../../src/repository/memory.js';

/**
 * A start command with what it comes to. Where the note says "measured", the command was run with recorders in place of
 * the servers; the others follow from the documents of the programs.
 */
export interface CommandCase {
  name: string;
  files?: Readonly<Record<string, MemoryFile>>;
  service?: { runtime?: string; root?: string; env?: Readonly<Record<string, string>> };
  command: string;
  processes: readonly ExpectedProcess[];
  before?: readonly string[];
  ends?: string;
  gaps?: readonly string[];
  note?: string;
}

export interface ExpectedProcess {
  /** The words of its steps. */
  chain: readonly string[];
  program: string;
  role: string;
  /** A path, or `module:attribute`, with `()` behind a factory; null where the program needs none. */
  target: string | null;
  /** The root of the repository where it is left out. */
  folder?: string;
  conditional?: boolean;
  /** Of its variables, those that the command has to do with; null: not set. */
  env?: Readonly<Record<string, string | null>>;
}

export const COMMANDS: readonly CommandCase[] = [
  {
    name: 'npm / npm start to node with a flag',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node --max-old-space-size=512 server.js"}}',
      'server.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `node --max-old-space-size=512 server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'npm / npm start without a start script falls back to server.js',
    files: {
      'package.json': '{"name":"app","scripts":{}}',
      'server.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'npm runs `node server.js`, as there is no script start'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'docs.npmjs.com/cli/commands/npm-start; measured npm 11.',
  },
  {
    name: 'npm / npm run start has the same server.js fallback',
    files: {
      'package.json': '{"name":"app","scripts":{"build":"tsc"}}',
      'server.js': '',
    },
    command: 'npm run start',
    processes: [
      {
        chain: ['the start command runs `npm run start`', 'npm runs `node server.js`, as there is no script start'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'Measured npm 11: not only the `npm start` spelling.',
  },
  {
    name: 'npm / npm start without a start script, only main',
    files: {
      'package.json': '{"name":"app","main":"index.js","scripts":{}}',
      'index.js': '',
    },
    command: 'npm start',
    processes: [],
    gaps: ['package.json has no script start'],
    note: 'The fallback is the literal file server.js, never "main".',
  },
  {
    name: 'npm / missing script',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node index.js"}}',
      'index.js': '',
    },
    command: 'npm run start:prod',
    processes: [],
    gaps: ['package.json has no script start:prod'],
  },
  {
    name: 'npm / missing script with --if-present ends silently',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node index.js"}}',
      'index.js': '',
    },
    command: 'npm run start:prod --if-present',
    processes: [],
    ends: 'it starts nothing that stays',
    note: 'Exit 0 without running anything.',
  },
  {
    name: 'npm / prestart builds, then start',
    files: {
      'package.json':
        '{"name":"app","scripts":{"prestart":"npm run build","build":"tsc","start":"node dist/index.js"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node dist/index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/index.js',
      },
    ],
    before: ['tsc'],
    gaps: ['there is no file dist/index.js'],
    note: 'npm runs prestart first.',
  },
  {
    name: 'npm / poststart runs only after the server has ended',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node server.js","poststart":"node notify.js"}}',
      'server.js': '',
      'notify.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'poststart is never reached while the server runs: not a process of the service.',
  },
  {
    name: 'npm / ignore-scripts in .npmrc skips prestart, not start',
    files: {
      'package.json':
        '{"name":"app","scripts":{"prestart":"npm run build","build":"tsc","start":"node dist/index.js"}}',
      '.npmrc': 'ignore-scripts=true\n',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node dist/index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/index.js',
      },
    ],
    gaps: ['there is no file dist/index.js'],
    note: 'Measured: `npm start --ignore-scripts` runs start without prestart, so the build in prestart does not happen.',
  },
  {
    name: 'npm / arguments after -- are appended to the script',
    files: {
      'package.json': '{"name":"app","dependencies":{"next":"16"},"scripts":{"start":"next start"}}',
    },
    command: 'npm start -- -p 4000',
    processes: [
      {
        chain: ['the start command runs `npm start -- -p 4000`', 'the script start runs `next start -p 4000`'],
        program: 'next',
        role: 'server',
        target: null,
      },
    ],
  },
  {
    name: 'npm / without -- npm keeps the option and hands on only its value',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node server.js"}}',
      'server.js': '',
    },
    command: 'npm start --port 3000',
    processes: [
      {
        chain: ['the start command runs `npm start --port 3000`', 'the script start runs `node server.js 3000`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'Measured npm 11: an unknown option is taken as npm config and dropped; "3000" arrives as a bare argument. `next start` would read it as a directory.',
  },
  {
    name: 'npm / appended arguments go to the last command of the script',
    files: {
      'package.json':
        '{"name":"app","dependencies":{"next":"16"},"scripts":{"start":"prisma migrate deploy && next start"}}',
    },
    command: 'npm run start -- -H 0.0.0.0',
    processes: [
      {
        chain: [
          'the start command runs `npm run start -- -H 0.0.0.0`',
          'the script start runs `next start -H 0.0.0.0`',
        ],
        program: 'next',
        role: 'server',
        target: null,
      },
    ],
    before: ['prisma migrate deploy'],
    note: 'npm appends the words to the text of the script.',
  },
  {
    name: 'npm / npm start --production=false passes nothing on',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node index.js"}}',
      'index.js': '',
    },
    command: 'npm start --production=false',
    processes: [
      {
        chain: ['the start command runs `npm start --production=false`', 'the script start runs `node index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'index.js',
      },
    ],
    note: 'A known npm option.',
  },
  {
    name: 'npm / npm run start --production sets NODE_ENV',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node index.js"}}',
      'index.js': '',
    },
    command: 'npm run start --production',
    processes: [
      {
        chain: ['the start command runs `npm run start --production`', 'the script start runs `node index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'index.js',
        env: {
          NODE_ENV: 'production',
        },
      },
    ],
    note: 'Measured npm 11: --production / --omit=dev make npm export NODE_ENV=production to the script.',
  },
  {
    name: 'npm / --prefix before the command',
    files: {
      'package.json': '{"name":"app","scripts":{}}',
      'server/package.json': '{"name":"app","scripts":{"start":"node index.js"}}',
      'server/index.js': '',
    },
    command: 'npm --prefix server start',
    processes: [
      {
        chain: ['the start command runs `npm --prefix server start`', 'the script start runs `node index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server/index.js',
        folder: 'server',
      },
    ],
  },
  {
    name: 'npm / --prefix after the command',
    files: {
      'package.json': '{"name":"app","scripts":{}}',
      'server/package.json': '{"name":"app","scripts":{"start":"node index.js"}}',
      'server/index.js': '',
    },
    command: 'npm start --prefix server',
    processes: [
      {
        chain: ['the start command runs `npm start --prefix server`', 'the script start runs `node index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server/index.js',
        folder: 'server',
      },
    ],
    note: 'npm takes its own options anywhere before "--" (pnpm does not).',
  },
  {
    name: 'npm / --prefix=dir with run',
    files: {
      'server/package.json': '{"name":"app","scripts":{"start:prod":"node dist/main"}}',
    },
    command: 'npm run start:prod --prefix=./server',
    processes: [
      {
        chain: [
          'the start command runs `npm run start:prod --prefix=./server`',
          'the script start:prod runs `node dist/main`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server/dist/main',
        folder: 'server',
      },
    ],
    gaps: ['there is no file server/dist/main'],
    note: 'node resolves dist/main to dist/main.js.',
  },
  {
    name: 'npm / -C is --prefix',
    files: {
      'api/package.json': '{"name":"app","scripts":{"start":"node app.js"}}',
      'api/app.js': '',
    },
    command: 'npm -C api start',
    processes: [
      {
        chain: ['the start command runs `npm -C api start`', 'the script start runs `node app.js`'],
        program: 'node',
        role: 'runtime',
        target: 'api/app.js',
        folder: 'api',
      },
    ],
    note: 'npm shorthand -C = --prefix.',
  },
  {
    name: 'npm / workspace by folder',
    files: {
      'package.json': '{"name":"root","private":true,"workspaces":["packages/*"]}',
      'packages/api/package.json': '{"name":"@shop/api","scripts":{"start":"node index.js"}}',
      'packages/api/index.js': '',
    },
    command: 'npm start -w packages/api',
    processes: [
      {
        chain: ['the start command runs `npm start -w packages/api`', 'the script start runs `node index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'packages/api/index.js',
        folder: 'packages/api',
      },
    ],
  },
  {
    name: 'npm / workspace by name',
    files: {
      'package.json': '{"name":"root","private":true,"workspaces":["packages/*"]}',
      'packages/api/package.json': '{"name":"@shop/api","scripts":{"start":"node index.js"}}',
      'packages/api/index.js': '',
    },
    command: 'npm run start --workspace=@shop/api',
    processes: [
      {
        chain: [
          'the start command runs `npm run start --workspace=@shop/api`',
          'the script start runs `node index.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'packages/api/index.js',
        folder: 'packages/api',
      },
    ],
    note: 'The name in package.json, not the folder name.',
  },
  {
    name: 'npm / server.js fallback inside a workspace',
    files: {
      'package.json': '{"name":"root","private":true,"workspaces":["apps/*"]}',
      'apps/api/package.json': '{"name":"api"}',
      'apps/api/server.js': '',
    },
    command: 'npm start --workspace api',
    processes: [
      {
        chain: [
          'the start command runs `npm start --workspace api`',
          'npm runs `node server.js`, as there is no script start',
        ],
        program: 'node',
        role: 'runtime',
        target: 'apps/api/server.js',
        folder: 'apps/api',
      },
    ],
  },
  {
    name: 'npm / --workspaces runs them one after another',
    files: {
      'package.json': '{"name":"root","private":true,"workspaces":["apps/api","apps/web"]}',
      'apps/api/package.json': '{"name":"api","scripts":{"start":"node a.js"}}',
      'apps/api/a.js': '',
      'apps/web/package.json': '{"name":"web","scripts":{"start":"node b.js"}}',
      'apps/web/b.js': '',
    },
    command: 'npm start --workspaces --if-present',
    processes: [
      {
        chain: ['the start command runs `npm start --workspaces --if-present`', 'the script start runs `node a.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/api/a.js',
        folder: 'apps/api',
      },
    ],
    note: 'Serial, in the order of "workspaces": the second never starts while the first runs.',
  },
  {
    name: 'npm / unknown workspace',
    files: {
      'package.json': '{"name":"root","private":true,"workspaces":["packages/*"]}',
      'packages/api/package.json': '{"name":"@shop/api","scripts":{"start":"node index.js"}}',
    },
    command: 'npm start -w api',
    processes: [],
    gaps: ['there is no workspace package api'],
    note: '-w takes the full name or a path from the root.',
  },
  {
    name: 'npm / npm looks upward for package.json',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node server.js"}}',
      'server.js': '',
      'backend/readme.txt': '-',
    },
    command: 'cd backend && npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'No backend/package.json: npm uses the nearest one above and runs the script in that folder. Measured npm 11.',
  },
  {
    name: 'npm / cd into a folder that has its own package',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"cd server && npm start"}}',
      'server/package.json': '{"name":"app","scripts":{"start":"node app.js"}}',
      'server/app.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `npm start`',
          'the script start runs `node app.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server/app.js',
        folder: 'server',
      },
    ],
    note: 'Not a recursion: another package.json.',
  },
  {
    name: 'npm / cd into a folder without package.json is a recursion',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"cd server && npm start"}}',
      'server/app.js': '',
    },
    command: 'npm start',
    processes: [],
    gaps: ['the script start runs itself, over and over'],
  },
  {
    name: 'npm / a script that calls itself',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"npm start"}}',
    },
    command: 'npm start',
    processes: [],
    gaps: ['the script start runs itself, over and over'],
  },
  {
    name: 'npm / two scripts that call each other',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"npm run serve","serve":"npm run start"}}',
    },
    command: 'npm start',
    processes: [],
    gaps: ['the script start runs itself, over and over'],
  },
  {
    name: 'npm / three steps of scripts with an env prefix',
    files: {
      'package.json':
        '{"name":"app","scripts":{"start":"npm run start:prod","start:prod":"NODE_ENV=production npm run serve","serve":"node dist/main"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `npm run start:prod`',
          'the script start:prod runs `NODE_ENV=production npm run serve`',
          'the script serve runs `node dist/main`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'dist/main',
        env: {
          NODE_ENV: 'production',
        },
      },
    ],
    gaps: ['there is no file dist/main'],
  },
  {
    name: 'npm / build in the start command',
    files: {
      'package.json': '{"name":"app","scripts":{"build":"tsc","start":"node dist/server.js"}}',
    },
    command: 'npm install && npm run build && npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node dist/server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/server.js',
      },
    ],
    before: ['npm install', 'tsc'],
    gaps: ['there is no file dist/server.js'],
  },
  {
    name: 'npm / build inside the start script',
    files: {
      'package.json': '{"name":"app","scripts":{"build":"tsc","start":"npm run build && node dist/server.js"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node dist/server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/server.js',
      },
    ],
    before: ['tsc'],
    gaps: ['there is no file dist/server.js'],
  },
  {
    name: 'npm / node . takes main',
    files: {
      'package.json': '{"name":"app","main":"lib/index.js","scripts":{"start":"node ."}}',
      'lib/index.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node .`'],
        program: 'node',
        role: 'runtime',
        target: 'lib/index.js',
      },
    ],
  },
  {
    name: 'npm / node . without main is index.js',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node ."}}',
      'index.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node .`'],
        program: 'node',
        role: 'runtime',
        target: 'index.js',
      },
    ],
  },
  {
    name: 'npm / express generator: bin/www has no extension',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node ./bin/www"}}',
      'bin/www': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node ./bin/www`'],
        program: 'node',
        role: 'runtime',
        target: 'bin/www',
      },
    ],
  },
  {
    name: 'npm / node with a folder',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node build"}}',
      'build/index.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node build`'],
        program: 'node',
        role: 'runtime',
        target: 'build/index.js',
      },
    ],
    note: 'SvelteKit adapter-node; usually made by the build.',
  },
  {
    name: 'npm / npm package config variable',
    files: {
      'package.json':
        '{"name":"app","config":{"port":"8080"},"dependencies":{"http-server":"14"},"scripts":{"start":"http-server public -p $npm_package_config_port"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `http-server public -p $npm_package_config_port`',
        ],
        program: 'http-server',
        role: 'server',
        target: 'public',
      },
    ],
    gaps: ['there is no folder public'],
    note: 'npm exports "config" entries as npm_package_config_*; target is the folder served.',
  },
  {
    name: 'npm / Windows set in small letters starts without the variable',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"set NODE_ENV=staging && node server.js"}}',
      'server.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          NODE_ENV: 'production',
        },
      },
    ],
    note: 'In sh `set` only sets $1: NODE_ENV stays what the platform gives. Must not be read as an assignment.',
  },
  {
    name: 'npm / if-env chooses the script',
    files: {
      'package.json':
        '{"name":"app","dependencies":{"if-env":"1"},"scripts":{"start":"if-env NODE_ENV=production && npm run start:prod || npm run start:dev","start:prod":"node server.js","start:dev":"nodemon server.js"}}',
      'server.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `npm run start:prod`',
          'the script start:prod runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['if-env NODE_ENV=production'],
  },
  {
    name: 'npm / a variable with && does not reach node',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"APP_MODE=live && node server.js"}}',
      'server.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          APP_MODE: null,
        },
      },
    ],
    note: 'A shell variable that is not exported, unless the platform already exported one of that name (then it changes it, see PORT).',
  },
  {
    name: 'npm / silent flags',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node server.js"}}',
      'server.js': '',
    },
    command: 'npm run -s start --silent',
    processes: [
      {
        chain: ['the start command runs `npm run -s start --silent`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'npm / output redirected',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node server.js > app.log 2>&1"}}',
      'server.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node server.js > app.log 2>&1`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'npm / npm exec',
    files: {
      'package.json': '{"name":"app","dependencies":{"next":"16"},"scripts":{}}',
    },
    command: 'npm exec -- next start -p 3000',
    processes: [
      {
        chain: ['the start command runs `npm exec -- next start -p 3000`'],
        program: 'next',
        role: 'server',
        target: null,
      },
    ],
  },
  {
    name: 'npm / npx with options before the program',
    files: {
      'build/index.html': '<p>',
    },
    command: 'npx --yes serve@14 -s build',
    processes: [
      {
        chain: ['the start command runs `npx --yes serve@14 -s build`'],
        program: 'serve',
        role: 'server',
        target: 'build',
      },
    ],
    note: 'serve listens on PORT by itself.',
  },
  {
    name: 'npm / npx -p names the package, not the program',
    files: {
      'package.json': '{"name":"app","scripts":{}}',
      'src/index.ts': '',
    },
    command: 'npx -p typescript -p tsx tsx src/index.ts',
    processes: [
      {
        chain: ['the start command runs `npx -p typescript -p tsx tsx src/index.ts`'],
        program: 'tsx',
        role: 'runtime',
        target: 'src/index.ts',
      },
    ],
  },
  {
    name: 'npm / npx -c is a shell command',
    files: {
      'package.json': '{"name":"app","scripts":{}}',
      'server.js': '',
    },
    command: 'npx -c "NODE_ENV=production node server.js"',
    processes: [
      {
        chain: [
          'the start command runs `npx -c "NODE_ENV=production node server.js"`',
          'sh -c runs `NODE_ENV=production node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          NODE_ENV: 'production',
        },
      },
    ],
  },
  {
    name: 'npm / the bin by its path',
    files: {
      'package.json':
        '{"name":"app","dependencies":{"next":"16"},"scripts":{"start":"./node_modules/.bin/next start"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `./node_modules/.bin/next start`'],
        program: 'next',
        role: 'server',
        target: null,
      },
    ],
  },
  {
    name: 'npm / node on the bin with a memory flag',
    files: {
      'package.json':
        '{"name":"app","dependencies":{"next":"16"},"scripts":{"start":"node --max-old-space-size=460 node_modules/next/dist/bin/next start"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `node --max-old-space-size=460 node_modules/next/dist/bin/ …`',
        ],
        program: 'next',
        role: 'server',
        target: null,
      },
    ],
  },
  {
    name: 'npm / node $(which next)',
    files: {
      'package.json':
        '{"name":"app","dependencies":{"next":"16"},"scripts":{"start":"node --max-old-space-size=1024 $(which next) start"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `node --max-old-space-size=1024 $(which next) start`',
        ],
        program: 'next',
        role: 'server',
        target: null,
      },
    ],
  },
  {
    name: 'npm / json with a trailing comma',
    files: {
      'package.json': '{"scripts": {"start": "node server.js",}}',
      'server.js': '',
    },
    command: 'npm start',
    processes: [],
    gaps: ['package.json is no valid JSON, so npm runs nothing'],
    note: 'Even though server.js exists.',
  },
  {
    name: 'npm / scripts.start is not a string',
    files: {
      'package.json': '{"scripts": {"start": ["node", "server.js"]}}',
      'server.js': '',
    },
    command: 'npm start',
    processes: [],
    gaps: ['the script start is not a text'],
  },
  {
    name: 'npm / root of the service',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node wrong.js"}}',
      'api/package.json': '{"name":"app","scripts":{"start":"node src/index.js"}}',
      'api/src/index.js': '',
    },
    service: {
      root: 'api',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node src/index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'api/src/index.js',
        folder: 'api',
      },
    ],
  },
  {
    name: 'npm / start of a TypeScript worker through a runner script',
    files: {
      'package.json': '{"name":"app","scripts":{"start:service":"node scripts/run-ts.js apps/service/src/server.ts"}}',
      'scripts/run-ts.js': '',
      'apps/service/src/server.ts': '',
    },
    command: 'npm run start:service',
    processes: [
      {
        chain: [
          'the start command runs `npm run start:service`',
          'the script start:service runs `node scripts/run-ts.js apps/service/src/server.ts`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'scripts/run-ts.js',
      },
    ],
  },
  {
    name: 'pnpm / pnpm start',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node server.js"}}',
      'server.js': '',
    },
    command: 'pnpm start',
    processes: [
      {
        chain: ['the start command runs `pnpm start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'pnpm / pnpm with a bare script name',
    files: {
      'package.json': '{"name":"app","scripts":{"start:prod":"node dist/main.js"}}',
    },
    command: 'pnpm start:prod',
    processes: [
      {
        chain: ['the start command runs `pnpm start:prod`', 'the script start:prod runs `node dist/main.js`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/main.js',
      },
    ],
    gaps: ['there is no file dist/main.js'],
  },
  {
    name: 'pnpm / pnpm start without a script: server.js too',
    files: {
      'package.json': '{"name":"app","scripts":{}}',
      'server.js': '',
    },
    command: 'pnpm start',
    processes: [
      {
        chain: ['the start command runs `pnpm start`', 'pnpm runs `node server.js`, as there is no script start'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'Measured pnpm 8 and 10.',
  },
  {
    name: 'pnpm / pnpm 10 runs prestart',
    files: {
      'package.json':
        '{"name":"app","packageManager":"pnpm@10.34.9","scripts":{"prestart":"tsc","start":"node dist/main.js"}}',
    },
    command: 'pnpm start',
    processes: [
      {
        chain: ['the start command runs `pnpm start`', 'the script start runs `node dist/main.js`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/main.js',
      },
    ],
    before: ['tsc'],
    gaps: ['there is no file dist/main.js'],
    note: 'enable-pre-post-scripts is true since pnpm 9; measured 10.',
  },
  {
    name: 'pnpm / pnpm 8 does not run prestart',
    files: {
      'package.json':
        '{"name":"app","packageManager":"pnpm@8.15.9","scripts":{"prestart":"tsc","start":"node dist/main.js"}}',
    },
    command: 'pnpm start',
    processes: [
      {
        chain: ['the start command runs `pnpm start`', 'the script start runs `node dist/main.js`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/main.js',
      },
    ],
    gaps: ['there is no file dist/main.js'],
    note: 'Measured 8: the build in prestart does not happen unless .npmrc says enable-pre-post-scripts=true.',
  },
  {
    name: 'pnpm / pnpm -C',
    files: {
      'apps/api/package.json': '{"name":"app","scripts":{"start":"node index.js"}}',
      'apps/api/index.js': '',
    },
    command: 'pnpm -C apps/api start',
    processes: [
      {
        chain: ['the start command runs `pnpm -C apps/api start`', 'the script start runs `node index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/api/index.js',
        folder: 'apps/api',
      },
    ],
  },
  {
    name: 'pnpm / pnpm --dir before run',
    files: {
      'apps/api/package.json': '{"name":"app","scripts":{"start":"node index.js"}}',
      'apps/api/index.js': '',
    },
    command: 'pnpm --dir=apps/api run start',
    processes: [
      {
        chain: ['the start command runs `pnpm --dir=apps/api run start`', 'the script start runs `node index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/api/index.js',
        folder: 'apps/api',
      },
    ],
  },
  {
    name: 'pnpm / pnpm --filter by name',
    files: {
      'package.json': '{"name":"root","private":true,"workspaces":["apps/*"]}',
      'pnpm-workspace.yaml': "packages:\n  - 'apps/*'\n",
      'apps/api/package.json': '{"name":"@shop/api","version":"1.0.0","scripts":{"start":"node api.js"}}',
      'apps/api/api.js': '',
      'apps/web/package.json': '{"name":"@shop/web","version":"1.0.0","scripts":{"start":"node web.js"}}',
      'apps/web/web.js': '',
    },
    command: 'pnpm --filter @shop/api start',
    processes: [
      {
        chain: ['the start command runs `pnpm --filter @shop/api start`', 'the script start runs `node api.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/api/api.js',
        folder: 'apps/api',
      },
    ],
  },
  {
    name: 'pnpm / pnpm --filter by the name without its scope',
    files: {
      'package.json': '{"name":"root","private":true,"workspaces":["apps/*"]}',
      'pnpm-workspace.yaml': "packages:\n  - 'apps/*'\n",
      'apps/api/package.json': '{"name":"@shop/api","version":"1.0.0","scripts":{"start":"node api.js"}}',
      'apps/api/api.js': '',
      'apps/web/package.json': '{"name":"@shop/web","version":"1.0.0","scripts":{"start":"node web.js"}}',
      'apps/web/web.js': '',
    },
    command: 'pnpm --filter api run start',
    processes: [
      {
        chain: ['the start command runs `pnpm --filter api run start`', 'the script start runs `node api.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/api/api.js',
        folder: 'apps/api',
      },
    ],
    note: 'pnpm: a name without scope matches @any/name when no package has the bare name (pnpm.io/filtering).',
  },
  {
    name: 'nest / nest start: the source of what it compiles',
    files: { 'package.json': '{"scripts":{"start":"nest start"}}', 'src/main.ts': '' },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `nest start`'],
        program: 'nest',
        role: 'runtime',
        target: 'src/main.ts',
      },
    ],
  },
  {
    name: 'nest / nest start with a project of nest-cli.json',
    files: {
      'nest-cli.json':
        '{"sourceRoot":"apps/web/src","projects":{"api":{"sourceRoot":"apps/api/src","entryFile":"index"}}}',
      'apps/api/src/index.ts': '',
      'apps/web/src/main.ts': '',
    },
    command: 'nest start api',
    processes: [
      {
        chain: ['the start command runs `nest start api`'],
        program: 'nest',
        role: 'runtime',
        target: 'apps/api/src/index.ts',
      },
    ],
  },
  {
    name: 'nest / nest start of what is not there',
    files: { 'nest-cli.json': '{"sourceRoot":"lib"}', 'src/main.ts': '' },
    command: 'nest start',
    processes: [{ chain: ['the start command runs `nest start`'], program: 'nest', role: 'runtime', target: null }],
  },
  {
    name: 'pnpm / pnpm --filter by folder',
    files: {
      'package.json': '{"name":"root","private":true,"workspaces":["apps/*"]}',
      'pnpm-workspace.yaml': "packages:\n  - 'apps/*'\n",
      'apps/api/package.json': '{"name":"@shop/api","version":"1.0.0","scripts":{"start":"node api.js"}}',
      'apps/api/api.js': '',
      'apps/web/package.json': '{"name":"@shop/web","version":"1.0.0","scripts":{"start":"node web.js"}}',
      'apps/web/web.js': '',
    },
    command: 'pnpm -F ./apps/web start',
    processes: [
      {
        chain: ['the start command runs `pnpm -F ./apps/web start`', 'the script start runs `node web.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/web/web.js',
        folder: 'apps/web',
      },
    ],
  },
  {
    name: 'pnpm / pnpm start --filter: the option goes to the root script',
    files: {
      'package.json': '{"name":"root","private":true,"workspaces":["apps/*"],"scripts":{"start":"node manager.js"}}',
      'manager.js': '',
      'pnpm-workspace.yaml': "packages:\n  - 'apps/*'\n",
      'apps/api/package.json': '{"name":"@shop/api","version":"1.0.0","scripts":{"start":"node api.js"}}',
      'apps/api/api.js': '',
      'apps/web/package.json': '{"name":"@shop/web","version":"1.0.0","scripts":{"start":"node web.js"}}',
      'apps/web/web.js': '',
    },
    command: 'pnpm start --filter @shop/web',
    processes: [
      {
        chain: [
          'the start command runs `pnpm start --filter @shop/web`',
          'the script start runs `node manager.js --filter @shop/web`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'manager.js',
      },
    ],
    note: 'Measured pnpm 10.',
  },
  {
    name: 'pnpm / pnpm start --filter without a root script',
    files: {
      'package.json': '{"name":"root","private":true,"workspaces":["apps/*"]}',
      'pnpm-workspace.yaml': "packages:\n  - 'apps/*'\n",
      'apps/api/package.json': '{"name":"@shop/api","version":"1.0.0","scripts":{"start":"node api.js"}}',
      'apps/api/api.js': '',
      'apps/web/package.json': '{"name":"@shop/web","version":"1.0.0","scripts":{"start":"node web.js"}}',
      'apps/web/web.js': '',
    },
    command: 'pnpm start --filter @shop/web',
    processes: [],
    gaps: ['package.json has no script start'],
  },
  {
    name: 'pnpm / pnpm hands -- on as a word',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node server.js"}}',
      'server.js': '',
    },
    command: 'pnpm start -- --port 3000',
    processes: [
      {
        chain: [
          'the start command runs `pnpm start -- --port 3000`',
          'the script start runs `node server.js -- --port 3000`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'Since pnpm 7; measured 10. `next start -- -p 3000` then takes "-p" for a directory.',
  },
  {
    name: 'pnpm / pnpm exec in a filtered package',
    files: {
      'package.json': '{"name":"root","private":true,"workspaces":["apps/*"]}',
      'pnpm-workspace.yaml': "packages:\n  - 'apps/*'\n",
      'apps/api/package.json': '{"name":"@shop/api","version":"1.0.0","scripts":{"start":"node api.js"}}',
      'apps/api/api.js': '',
      'apps/web/package.json': '{"name":"@shop/web","version":"1.0.0","scripts":{"start":"node web.js"}}',
      'apps/web/web.js': '',
    },
    command: 'pnpm --filter @shop/api exec node api.js',
    processes: [
      {
        chain: ['the start command runs `pnpm --filter @shop/api exec node api.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/api/api.js',
        folder: 'apps/api',
      },
    ],
  },
  {
    name: 'pnpm / pnpm with a bin name',
    files: {
      'package.json': '{"name":"app","dependencies":{"next":"16"},"scripts":{}}',
    },
    command: 'pnpm next start',
    processes: [
      {
        chain: ['the start command runs `pnpm next start`'],
        program: 'next',
        role: 'server',
        target: null,
      },
    ],
    note: 'No such script: pnpm runs the program (pnpm exec).',
  },
  {
    name: 'pnpm / pnpm dlx',
    files: {
      'dist/index.html': '<p>',
    },
    command: 'pnpm dlx serve -s dist',
    processes: [
      {
        chain: ['the start command runs `pnpm dlx serve -s dist`'],
        program: 'serve',
        role: 'server',
        target: 'dist',
      },
    ],
  },
  {
    name: 'pnpm / pnpm -r --parallel',
    files: {
      'package.json': '{"name":"root","private":true,"workspaces":["apps/*"]}',
      'pnpm-workspace.yaml': "packages:\n  - 'apps/*'\n",
      'apps/api/package.json': '{"name":"@shop/api","version":"1.0.0","scripts":{"start":"node api.js"}}',
      'apps/api/api.js': '',
      'apps/web/package.json': '{"name":"@shop/web","version":"1.0.0","scripts":{"start":"node web.js"}}',
      'apps/web/web.js': '',
    },
    command: 'pnpm -r --parallel start',
    processes: [
      {
        chain: ['the start command runs `pnpm -r --parallel start`', 'the script start runs `node api.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/api/api.js',
        folder: 'apps/api',
      },
      {
        chain: ['the start command runs `pnpm -r --parallel start`', 'the script start runs `node web.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/web/web.js',
        folder: 'apps/web',
      },
    ],
  },
  {
    name: 'pnpm / pnpm looks upward for package.json',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node server.js"}}',
      'server.js': '',
      'backend/readme.txt': '-',
    },
    command: 'cd backend && pnpm start',
    processes: [
      {
        chain: ['the start command runs `pnpm start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'Measured pnpm 10, like npm.',
  },
  {
    name: 'pnpm / yarn 1 looks upward for package.json',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node server.js"}}',
      'server.js': '',
      'backend/readme.txt': '-',
    },
    command: 'cd backend && yarn start',
    processes: [
      {
        chain: ['the start command runs `yarn start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'pnpm / bun looks upward for package.json',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node server.js"}}',
      'server.js': '',
      'backend/readme.txt': '-',
    },
    command: 'cd backend && bun run start',
    processes: [
      {
        chain: ['the start command runs `bun run start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'pnpm / corepack',
    files: {
      'package.json': '{"name":"app","packageManager":"pnpm@10.34.9","scripts":{"start":"node server.js"}}',
      'server.js': '',
    },
    command: 'corepack enable && corepack pnpm start',
    processes: [
      {
        chain: ['the start command runs `corepack pnpm start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['corepack enable'],
  },
  {
    name: 'pnpm / t3: a script that ends in --',
    files: {
      'apps/web/package.json':
        '{"name":"app","dependencies":{"next":"16"},"scripts":{"start":"pnpm with-env next start","with-env":"dotenv -e ../../.env --"}}',
    },
    service: {
      root: 'apps/web',
    },
    command: 'pnpm start',
    processes: [
      {
        chain: [
          'the start command runs `pnpm start`',
          'the script start runs `pnpm with-env next start`',
          'the script with-env runs `dotenv -e ../../.env -- next start`',
        ],
        program: 'next',
        role: 'server',
        target: null,
        folder: 'apps/web',
      },
    ],
  },
  {
    name: 'yarn 1 / yarn start',
    files: {
      'package.json': '{"name":"app","packageManager":"yarn@1.22.22","scripts":{"start":"node server.js"}}',
      'server.js': '',
      'yarn.lock': '# yarn lockfile v1\n',
    },
    command: 'yarn start',
    processes: [
      {
        chain: ['the start command runs `yarn start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'yarn 1 / yarn 1 runs prestart',
    files: {
      'package.json':
        '{"name":"app","packageManager":"yarn@1.22.22","scripts":{"prestart":"tsc","start":"node dist/main.js"}}',
    },
    command: 'yarn start',
    processes: [
      {
        chain: ['the start command runs `yarn start`', 'the script start runs `node dist/main.js`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/main.js',
      },
    ],
    before: ['tsc'],
    gaps: ['there is no file dist/main.js'],
  },
  {
    name: 'yarn 1 / yarn 1 start without a script: server.js',
    files: {
      'package.json': '{"name":"app","packageManager":"yarn@1.22.22","scripts":{}}',
      'server.js': '',
    },
    command: 'yarn start',
    processes: [
      {
        chain: ['the start command runs `yarn start`', 'yarn runs `node server.js`, as there is no script start'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'Measured 1.22.22.',
  },
  {
    name: 'yarn 1 / yarn alone installs',
    files: {
      'package.json': '{"name":"app","packageManager":"yarn@1.22.22","scripts":{"start":"node server.js"}}',
      'server.js': '',
    },
    command: 'yarn',
    processes: [],
    before: ['yarn'],
    ends: '`yarn` ends by itself',
  },
  {
    name: 'yarn 1 / yarn --cwd',
    files: {
      'server/package.json': '{"name":"app","packageManager":"yarn@1.22.22","scripts":{"start":"node index.js"}}',
      'server/index.js': '',
    },
    command: 'yarn --cwd server start',
    processes: [
      {
        chain: ['the start command runs `yarn --cwd server start`', 'the script start runs `node index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server/index.js',
        folder: 'server',
      },
    ],
  },
  {
    name: 'yarn 1 / yarn start with an option',
    files: {
      'package.json':
        '{"name":"app","packageManager":"yarn@1.22.22","dependencies":{"next":"14"},"scripts":{"start":"next start"}}',
    },
    command: 'yarn start -p 3000',
    processes: [
      {
        chain: ['the start command runs `yarn start -p 3000`', 'the script start runs `next start -p 3000`'],
        program: 'next',
        role: 'server',
        target: null,
      },
    ],
    note: 'No -- needed; with one, yarn 1 drops it.',
  },
  {
    name: 'yarn 1 / yarn workspace',
    files: {
      'package.json': '{"name":"root","private":true,"packageManager":"yarn@1.22.22","workspaces":["apps/*"]}',
      'apps/api/package.json': '{"name":"@shop/api","version":"1.0.0","scripts":{"start":"node api.js"}}',
      'apps/api/api.js': '',
      'apps/web/package.json': '{"name":"@shop/web","version":"1.0.0","scripts":{"start":"node web.js"}}',
      'apps/web/web.js': '',
    },
    command: 'yarn workspace @shop/api start',
    processes: [
      {
        chain: ['the start command runs `yarn workspace @shop/api start`', 'the script start runs `node api.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/api/api.js',
        folder: 'apps/api',
      },
    ],
  },
  {
    name: 'yarn 1 / yarn workspaces run is serial',
    files: {
      'package.json': '{"name":"root","private":true,"packageManager":"yarn@1.22.22","workspaces":["apps/*"]}',
      'apps/api/package.json': '{"name":"@shop/api","version":"1.0.0","scripts":{"start":"node api.js"}}',
      'apps/api/api.js': '',
      'apps/web/package.json': '{"name":"@shop/web","version":"1.0.0","scripts":{"start":"node web.js"}}',
      'apps/web/web.js': '',
    },
    command: 'yarn workspaces run start',
    processes: [
      {
        chain: ['the start command runs `yarn workspaces run start`', 'the script start runs `node api.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/api/api.js',
        folder: 'apps/api',
      },
    ],
    note: 'One after another; the second waits for ever.',
  },
  {
    name: 'yarn 1 / yarn with a bin name',
    files: {
      'package.json': '{"name":"app","packageManager":"yarn@1.22.22","dependencies":{"serve":"14"},"scripts":{}}',
      'build/index.html': '<p>',
    },
    command: 'yarn serve -s build',
    processes: [
      {
        chain: ['the start command runs `yarn serve -s build`'],
        program: 'serve',
        role: 'server',
        target: 'build',
      },
    ],
  },
  {
    name: 'yarn 1 / a script hides the bin of the same name',
    files: {
      'package.json':
        '{"name":"app","packageManager":"yarn@1.22.22","dependencies":{"serve":"14"},"scripts":{"serve":"node static.js"}}',
      'static.js': '',
    },
    command: 'yarn serve -s build',
    processes: [
      {
        chain: ['the start command runs `yarn serve -s build`', 'the script serve runs `node static.js -s build`'],
        program: 'node',
        role: 'runtime',
        target: 'static.js',
      },
    ],
    note: 'Scripts win over programs in yarn, pnpm and bun.',
  },
  {
    name: 'yarn 1 / yarn node',
    files: {
      'package.json': '{"name":"app","packageManager":"yarn@1.22.22","scripts":{}}',
      'server.js': '',
    },
    command: 'yarn node server.js',
    processes: [
      {
        chain: ['the start command runs `yarn node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'yarn 1 / install first',
    files: {
      'package.json': '{"name":"app","packageManager":"yarn@1.22.22","scripts":{"start":"node server.js"}}',
      'server.js': '',
    },
    command: 'yarn; yarn start',
    processes: [
      {
        chain: ['the start command runs `yarn start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['yarn'],
  },
  {
    name: 'yarn 1 / rsync, then yarn start',
    files: {
      'package.json': '{"name":"app","packageManager":"yarn@1.22.22","scripts":{"start":"node server.js"}}',
      'server.js': '',
      'public/a.txt': 'a',
    },
    command: 'rsync -a public/ /data/public/ && yarn start',
    processes: [
      {
        chain: ['the start command runs `yarn start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['rsync -a public/ /data/public/'],
    note: 'An unknown program before && is set-up, not the server.',
  },
  {
    name: 'yarn berry / berry does not run prestart',
    files: {
      'package.json':
        '{"name":"app","packageManager":"yarn@4.5.0","scripts":{"prestart":"tsc","start":"node dist/main.js"}}',
      '.yarnrc.yml': 'nodeLinker: node-modules\n',
      'yarn.lock': '__metadata:\n  version: 8\n',
    },
    command: 'yarn start',
    processes: [
      {
        chain: ['the start command runs `yarn start`', 'the script start runs `node dist/main.js`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/main.js',
      },
    ],
    gaps: ['there is no file dist/main.js'],
    note: 'Measured yarn 4.18; yarnpkg.com/advanced/lifecycle-scripts. The build in prestart does not happen.',
  },
  {
    name: 'yarn berry / berry start without a script',
    files: {
      'package.json': '{"name":"app","packageManager":"yarn@4.5.0","scripts":{}}',
      'server.js': '',
      '.yarnrc.yml': 'nodeLinker: node-modules\n',
      'yarn.lock': '__metadata:\n  version: 8\n',
    },
    command: 'yarn start',
    processes: [],
    gaps: ['package.json has no script start'],
  },
  {
    name: 'yarn berry / berry runs scripts in its own shell',
    files: {
      'package.json':
        '{"name":"app","packageManager":"yarn@4.5.0","scripts":{"start":"NODE_ENV=production node server.js ${PORT:-3000}"}}',
      'server.js': '',
      '.yarnrc.yml': 'nodeLinker: node-modules\n',
      'yarn.lock': '__metadata:\n  version: 8\n',
    },
    command: 'yarn start',
    processes: [
      {
        chain: [
          'the start command runs `yarn start`',
          'the script start runs `NODE_ENV=production node server.js ${PORT:-3000}`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          NODE_ENV: 'production',
        },
      },
    ],
    note: '@yarnpkg/shell: a portable subset of sh; expansions, &&, ||, pipes work.',
  },
  {
    name: 'yarn berry / berry keeps --',
    files: {
      'package.json': '{"name":"app","packageManager":"yarn@4.5.0","scripts":{"start":"node server.js"}}',
      'server.js': '',
      '.yarnrc.yml': 'nodeLinker: node-modules\n',
      'yarn.lock': '__metadata:\n  version: 8\n',
    },
    command: 'yarn start -- --port 1',
    processes: [
      {
        chain: [
          'the start command runs `yarn start -- --port 1`',
          'the script start runs `node server.js -- --port 1`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'Measured 4.18; yarn 1 drops it.',
  },
  {
    name: 'yarn berry / berry workspace',
    files: {
      'package.json': '{"name":"root","private":true,"packageManager":"yarn@4.5.0","workspaces":["apps/*"]}',
      'apps/api/package.json': '{"name":"@shop/api","version":"1.0.0","scripts":{"start":"node api.js"}}',
      'apps/api/api.js': '',
      'apps/web/package.json': '{"name":"@shop/web","version":"1.0.0","scripts":{"start":"node web.js"}}',
      'apps/web/web.js': '',
      '.yarnrc.yml': 'nodeLinker: node-modules\n',
      'yarn.lock': '__metadata:\n  version: 8\n',
    },
    command: 'yarn workspace @shop/api run start',
    processes: [
      {
        chain: ['the start command runs `yarn workspace @shop/api run start`', 'the script start runs `node api.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/api/api.js',
        folder: 'apps/api',
      },
    ],
  },
  {
    name: 'yarn berry / berry foreach -p -j unlimited',
    files: {
      'package.json': '{"name":"root","private":true,"packageManager":"yarn@4.5.0","workspaces":["apps/*"]}',
      'apps/api/package.json': '{"name":"@shop/api","version":"1.0.0","scripts":{"start":"node api.js"}}',
      'apps/api/api.js': '',
      'apps/web/package.json': '{"name":"@shop/web","version":"1.0.0","scripts":{"start":"node web.js"}}',
      'apps/web/web.js': '',
      '.yarnrc.yml': 'nodeLinker: node-modules\n',
      'yarn.lock': '__metadata:\n  version: 8\n',
    },
    command: 'yarn workspaces foreach -Api -j unlimited run start',
    processes: [
      {
        chain: [
          'the start command runs `yarn workspaces foreach -Api -j unlimited run start`',
          'the script start runs `node api.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'apps/api/api.js',
        folder: 'apps/api',
      },
      {
        chain: [
          'the start command runs `yarn workspaces foreach -Api -j unlimited run start`',
          'the script start runs `node web.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'apps/web/web.js',
        folder: 'apps/web',
      },
    ],
    note: '-p parallel, -A all, -i interlaced.',
  },
  {
    name: 'yarn berry / berry: a script with a colon belongs to the whole project',
    files: {
      'package.json': '{"name":"root","private":true,"packageManager":"yarn@4.5.0","workspaces":["apps/*"]}',
      'apps/api/package.json': '{"name":"@shop/api","scripts":{"start:api":"node api.js"}}',
      'apps/api/api.js': '',
      '.yarnrc.yml': 'nodeLinker: node-modules\n',
      'yarn.lock': '__metadata:\n  version: 8\n',
    },
    command: 'yarn start:api',
    processes: [
      {
        chain: ['the start command runs `yarn start:api`', 'the script start:api runs `node api.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/api/api.js',
        folder: 'apps/api',
      },
    ],
    note: 'yarnpkg.com/cli/run: with ":" in its name, and only one workspace that has it, it runs from anywhere, in that workspace. Measured 4.18.',
  },
  {
    name: 'yarn berry / yarn dlx',
    files: {
      'package.json': '{"name":"app","packageManager":"yarn@4.5.0","scripts":{}}',
      'dist/index.html': '<p>',
      '.yarnrc.yml': 'nodeLinker: node-modules\n',
      'yarn.lock': '__metadata:\n  version: 8\n',
    },
    command: 'yarn dlx serve dist',
    processes: [
      {
        chain: ['the start command runs `yarn dlx serve dist`'],
        program: 'serve',
        role: 'server',
        target: 'dist',
      },
    ],
  },
  {
    name: 'yarn berry / yarnPath decides the version, not packageManager',
    files: {
      'package.json': '{"name":"app","scripts":{"prestart":"tsc","start":"node dist/main.js"}}',
      '.yarnrc.yml': 'yarnPath: .yarn/releases/yarn-3.6.4.cjs\n',
    },
    command: 'yarn start',
    processes: [
      {
        chain: ['the start command runs `yarn start`', 'the script start runs `node dist/main.js`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/main.js',
      },
    ],
    gaps: ['there is no file dist/main.js'],
    note: '.yarnrc.yml (any) or packageManager yarn@≥2 or a lockfile that begins with __metadata mean berry.',
  },
  {
    name: 'yarn berry / redwood',
    files: {
      'package.json':
        '{"name":"root","private":true,"packageManager":"yarn@4.5.0","workspaces":["apps/*"],"devDependencies":{"@redwoodjs/core":"6"}}',
      'redwood.toml': '',
    },
    command: 'yarn rw deploy render api',
    processes: [
      {
        chain: ['the start command runs `yarn rw deploy render api`'],
        program: 'rw',
        role: 'server',
        target: null,
      },
    ],
  },
  {
    name: 'bun / bun start',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"bun src/index.ts"}}',
      'src/index.ts': '',
    },
    command: 'bun start',
    processes: [
      {
        chain: ['the start command runs `bun start`', 'the script start runs `bun src/index.ts`'],
        program: 'bun',
        role: 'runtime',
        target: 'src/index.ts',
      },
    ],
  },
  {
    name: 'bun / bun run start, script through node',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node server.js"}}',
      'server.js': '',
    },
    command: 'bun run start',
    processes: [
      {
        chain: ['the start command runs `bun run start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'Without --bun the script is a shell command: node runs it (if node exists in the image; bun puts a fake node on the PATH otherwise).',
  },
  {
    name: 'bun / bun has no server.js fallback',
    files: {
      'package.json': '{"name":"app","scripts":{}}',
      'server.js': '',
    },
    command: 'bun start',
    processes: [],
    gaps: ['package.json has no script start'],
    note: 'Measured 1.4.5.',
  },
  {
    name: 'bun / bun runs prestart',
    files: {
      'package.json': '{"name":"app","scripts":{"prestart":"tsc","start":"bun dist/main.js"}}',
    },
    command: 'bun run start',
    processes: [
      {
        chain: ['the start command runs `bun run start`', 'the script start runs `bun dist/main.js`'],
        program: 'bun',
        role: 'runtime',
        target: 'dist/main.js',
      },
    ],
    before: ['tsc'],
    gaps: ['there is no file dist/main.js'],
  },
  {
    name: 'bun / bun with a file',
    files: {
      'package.json': '{"name":"app","scripts":{}}',
      'src/index.ts': '',
    },
    command: 'bun run src/index.ts',
    processes: [
      {
        chain: ['the start command runs `bun run src/index.ts`'],
        program: 'bun',
        role: 'runtime',
        target: 'src/index.ts',
      },
    ],
  },
  {
    name: 'bun / bun run: a script wins over a file',
    files: {
      'package.json': '{"name":"app","scripts":{"server":"bun src/a.ts"}}',
      'src/a.ts': '',
      'server.ts': '',
    },
    command: 'bun run server',
    processes: [
      {
        chain: ['the start command runs `bun run server`', 'the script server runs `bun src/a.ts`'],
        program: 'bun',
        role: 'runtime',
        target: 'src/a.ts',
      },
    ],
  },
  {
    name: 'bun / bun finds the extension',
    files: {
      'package.json': '{"name":"app","scripts":{}}',
      'server.ts': '',
    },
    command: 'bun run server',
    processes: [
      {
        chain: ['the start command runs `bun run server`'],
        program: 'bun',
        role: 'runtime',
        target: 'server.ts',
      },
    ],
  },
  {
    name: 'bun / bun .',
    files: {
      'package.json': '{"name":"app","module":"src/index.ts","scripts":{}}',
      'src/index.ts': '',
    },
    command: 'bun .',
    processes: [
      {
        chain: ['the start command runs `bun .`'],
        program: 'bun',
        role: 'runtime',
        target: 'src/index.ts',
      },
    ],
    note: 'bun init writes "module", not "main".',
  },
  {
    name: 'bun / bun --cwd',
    files: {
      'api/package.json': '{"name":"app","scripts":{"start":"bun index.ts"}}',
      'api/index.ts': '',
    },
    command: 'bun --cwd api start',
    processes: [
      {
        chain: ['the start command runs `bun --cwd api start`', 'the script start runs `bun index.ts`'],
        program: 'bun',
        role: 'runtime',
        target: 'api/index.ts',
        folder: 'api',
      },
    ],
  },
  {
    name: 'bun / bun --filter',
    files: {
      'package.json': '{"name":"root","private":true,"workspaces":["apps/*"]}',
      'apps/api/package.json': '{"name":"@shop/api","version":"1.0.0","scripts":{"start":"node api.js"}}',
      'apps/api/api.js': '',
      'apps/web/package.json': '{"name":"@shop/web","version":"1.0.0","scripts":{"start":"node web.js"}}',
      'apps/web/web.js': '',
    },
    command: "bun --filter '@shop/api' start",
    processes: [
      {
        chain: ["the start command runs `bun --filter '@shop/api' start`", 'the script start runs `node api.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/api/api.js',
        folder: 'apps/api',
      },
    ],
  },
  {
    name: 'bun / bunx --bun',
    files: {
      'package.json': '{"name":"app","dependencies":{"next":"16"},"scripts":{"start":"bunx --bun next start"}}',
    },
    command: 'bun run start',
    processes: [
      {
        chain: ['the start command runs `bun run start`', 'the script start runs `bunx --bun next start`'],
        program: 'next',
        role: 'server',
        target: null,
      },
    ],
  },
  {
    name: 'bun / bun --hot is for development',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"bun --hot src/index.ts"}}',
      'src/index.ts': '',
    },
    command: 'bun start',
    processes: [
      {
        chain: ['the start command runs `bun start`', 'the script start runs `bun --hot src/index.ts`'],
        program: 'bun',
        role: 'dev-server',
        target: 'src/index.ts',
      },
    ],
  },
  {
    name: 'bun / env file of bun',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"bun --env-file=.env.production src/index.ts"}}',
      'src/index.ts': '',
      '.env.production': 'API_URL=https://api.example.com\n',
    },
    command: 'bun start',
    processes: [
      {
        chain: [
          'the start command runs `bun start`',
          'the script start runs `bun --env-file=.env.production src/index.ts`',
        ],
        program: 'bun',
        role: 'runtime',
        target: 'src/index.ts',
        env: {
          API_URL: 'https://api.example.com',
        },
      },
    ],
    note: 'bun also loads .env, .env.local, .env.$NODE_ENV by itself.',
  },
  {
    name: 'deno / deno run',
    files: {
      'main.ts': '',
    },
    command: 'deno run --allow-net --allow-env main.ts',
    processes: [
      {
        chain: ['the start command runs `deno run --allow-net --allow-env main.ts`'],
        program: 'deno',
        role: 'runtime',
        target: 'main.ts',
      },
    ],
  },
  {
    name: 'deno / deno task',
    files: {
      'deno.json': '{"tasks": {"start": "deno run -A src/main.ts"}}',
      'src/main.ts': '',
    },
    command: 'deno task start',
    processes: [
      {
        chain: ['the start command runs `deno task start`', 'the task start runs `deno run -A src/main.ts`'],
        program: 'deno',
        role: 'runtime',
        target: 'src/main.ts',
      },
    ],
  },
  {
    name: 'deno / deno serve',
    files: {
      'mod.ts': '',
    },
    command: 'deno serve --port 8000 mod.ts',
    processes: [
      {
        chain: ['the start command runs `deno serve --port 8000 mod.ts`'],
        program: 'deno serve',
        role: 'server',
        target: 'mod.ts',
      },
    ],
  },
  {
    name: 'monorepo tools / turbo wants the whole name',
    files: {
      'package.json': '{"name":"root","private":true,"packageManager":"pnpm@10.34.9","workspaces":["apps/*"]}',
      'pnpm-workspace.yaml': "packages:\n  - 'apps/*'\n",
      'apps/api/package.json': '{"name":"@shop/api","version":"1.0.0","scripts":{"start":"node api.js"}}',
      'apps/api/api.js': '',
      'apps/web/package.json': '{"name":"@shop/web","version":"1.0.0","scripts":{"start":"node web.js"}}',
      'apps/web/web.js': '',
      'turbo.json': '{"tasks": {"start": {}}}',
    },
    command: 'npx turbo start -F web',
    processes: [],
    gaps: ['there is no workspace package web'],
    note: 'Measured turbo 2.11, lerna 9.',
  },
  {
    name: 'monorepo tools / nx run-commands',
    files: {
      'nx.json': '{}',
      'package.json': '{"name":"app","scripts":{}}',
      'apps/api/project.json':
        '{"name":"api","targets":{"start":{"executor":"nx:run-commands","options":{"command":"node dist/apps/api/main.js"}}}}',
    },
    command: 'npx nx run api:start',
    processes: [
      {
        chain: ['the start command runs `npx nx run api:start`', 'the target start runs `node dist/apps/api/main.js`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/apps/api/main.js',
      },
    ],
    gaps: ['there is no file dist/apps/api/main.js'],
    note: 'run-commands runs in the workspace root unless options.cwd.',
  },
  {
    name: 'monorepo tools / nx serve of a plugin',
    files: {
      'nx.json': '{}',
      'package.json': '{"name":"app","scripts":{"start":"nx serve api"}}',
      'apps/api/project.json':
        '{"name":"api","targets":{"build":{"executor":"@nx/webpack:webpack"},"serve":{"executor":"@nx/js:node","options":{"buildTarget":"api:build"}}}}',
    },
    command: 'npm start',
    processes: [],
    gaps: ['what the executor @nx/js:node of nx runs is not known'],
    note: "The file is the build target's output (dist/apps/api/main.js by default), watched: development.",
  },
  {
    name: 'shell / &&',
    files: {
      'server.js': '',
      'worker.js': '',
      'scripts/init.js': '// ends',
    },
    command: 'node scripts/init.js && node server.js',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['node scripts/init.js'],
  },
  {
    name: 'shell / ;',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'npm run migrate; node server.js',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    gaps: ['there is no package.json in the root of the repository'],
    note: 'The script may be missing: with ; the server starts all the same.',
  },
  {
    name: 'shell / cd with ;',
    files: {
      'backend/start.sh': '#!/bin/bash\nset -e\npython manage.py migrate\nexec gunicorn shop.wsgi:application\n',
      'backend/manage.py': '',
      'backend/shop/__init__.py': '',
      'backend/shop/wsgi.py': 'application = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'cd backend; bash ./start.sh',
    processes: [
      {
        chain: [
          'the start command runs `bash ./start.sh`',
          'backend/start.sh runs `exec gunicorn shop.wsgi:application`',
        ],
        program: 'gunicorn',
        role: 'server',
        target: 'shop.wsgi:application',
        folder: 'backend',
      },
    ],
    before: ['python manage.py migrate'],
  },
  {
    name: 'shell / the second of a fallback',
    files: {
      'apps/web/server.js': '',
    },
    command: 'PORT=${PORT:-3000} node apps/web/server.js || node server.js',
    processes: [
      {
        chain: ['the start command runs `PORT=${PORT:-3000} node apps/web/server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/web/server.js',
        env: {
          PORT: '10000',
        },
      },
    ],
    note: 'Right of || runs only if the left fails; the left file exists.',
  },
  {
    name: 'shell / the left of a fallback does not exist',
    files: {
      'server.js': '',
    },
    command: 'node apps/web/server.js || node server.js',
    processes: [
      {
        chain: ['the start command runs `node apps/web/server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'apps/web/server.js',
        conditional: true,
      },
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        conditional: true,
      },
    ],
    gaps: ['there is no file apps/web/server.js'],
    note: 'Only where nothing can build the left file.',
  },
  {
    name: 'shell / || true is set-up',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'npx prisma migrate deploy || true; node server.js',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['prisma migrate deploy'],
  },
  {
    name: 'shell / background worker, server in front',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'node worker.js & node server.js',
    processes: [
      {
        chain: ['the start command runs `node worker.js`'],
        program: 'node',
        role: 'runtime',
        target: 'worker.js',
      },
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'shell / trailing &',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'node server.js &',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    ends: 'it goes on in the background, and nothing stays in front',
    note: 'The shell ends at once; the platform sees the command end.',
  },
  {
    name: 'shell / nohup and &',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'nohup node server.js > out.log 2>&1 &',
    processes: [
      {
        chain: ['the start command runs `nohup node server.js > out.log 2>&1`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    ends: 'it goes on in the background, and nothing stays in front',
  },
  {
    name: 'shell / & and wait',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'node server.js & node worker.js & wait',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
      {
        chain: ['the start command runs `node worker.js`'],
        program: 'node',
        role: 'runtime',
        target: 'worker.js',
      },
    ],
    note: 'wait keeps the shell: something is left running.',
  },
  {
    name: 'shell / two subshells with &, the last in front',
    files: {
      'api/package.json': '{"name":"app","scripts":{"start":"node index.js"}}',
      'api/index.js': '',
      'web/package.json': '{"name":"app","dependencies":{"next":"16"},"scripts":{"start":"next start"}}',
    },
    command: '(cd api && npm start) & (cd web && npm start)',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'api/index.js',
        folder: 'api',
      },
      {
        chain: ['the start command runs `npm start`', 'the script start runs `next start`'],
        program: 'next',
        role: 'server',
        target: null,
        folder: 'web',
      },
    ],
    note: 'cd is local to each subshell.',
  },
  {
    name: 'shell / cd && x & takes the cd along',
    files: {
      'api/index.js': '',
      'server.js': '',
    },
    command: 'cd api && node index.js & node server.js',
    processes: [
      {
        chain: ['the start command runs `node index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'api/index.js',
        folder: 'api',
      },
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: '& takes the whole and-or list into a subshell: the second command runs in the root.',
  },
  {
    name: 'shell / cd out of and into folders',
    files: {
      'client/package.json': '{"name":"app","scripts":{"build":"vite build"}}',
      'server/index.js': '',
    },
    command: 'cd client && npm run build && cd ../server && node index.js',
    processes: [
      {
        chain: ['the start command runs `node index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server/index.js',
        folder: 'server',
      },
    ],
    before: ['vite build'],
  },
  {
    name: 'shell / cd to a folder that is absent, with ;',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'cd backend; node server.js',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    gaps: ['there is no folder backend'],
    note: 'The failed cd leaves the folder as it is. Nothing builds "backend".',
  },
  {
    name: 'shell / cd to a folder that is absent, with &&',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'cd backend && node server.js',
    processes: [],
    gaps: ['there is no folder backend'],
  },
  {
    name: 'shell / exit before the server',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'npm run build; exit 0; node server.js',
    processes: [],
    ends: '`exit` ends the shell',
    gaps: ['there is no package.json in the root of the repository'],
    note: 'The line is not reached.',
  },
  {
    name: 'shell / yes into a tool, then the server',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'yes | true && node server.js',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['yes'],
  },
  {
    name: 'shell / env prefix',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'NODE_ENV=production PORT=8080 node server.js',
    processes: [
      {
        chain: ['the start command runs `NODE_ENV=production PORT=8080 node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          NODE_ENV: 'production',
          PORT: '8080',
        },
      },
    ],
  },
  {
    name: 'shell / env',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'env -u DEBUG NODE_ENV=production node server.js',
    processes: [
      {
        chain: ['the start command runs `env -u DEBUG NODE_ENV=production node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          NODE_ENV: 'production',
          DEBUG: null,
        },
      },
    ],
  },
  {
    name: 'shell / env -S is not needed to see -C',
    files: {
      'api/server.js': '',
    },
    command: 'env -C api A=1 node server.js',
    processes: [
      {
        chain: ['the start command runs `env -C api A=1 node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'api/server.js',
        folder: 'api',
        env: {
          A: '1',
        },
      },
    ],
  },
  {
    name: 'shell / export, then the server',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'export NODE_ENV=production; export LOG_LEVEL="info"; node server.js',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          NODE_ENV: 'production',
          LOG_LEVEL: 'info',
        },
      },
    ],
  },
  {
    name: 'shell / assignment without export to a variable that is exported already',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'PORT=8080; node server.js',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          PORT: '8080',
        },
      },
    ],
    note: 'Measured: the platform exports PORT, and assigning to an exported variable changes what children see.',
  },
  {
    name: 'shell / PORT=… && node too',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'PORT=8080 && node server.js',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          PORT: '8080',
        },
      },
    ],
    note: 'As above. A prefix looks the same but is not.',
  },
  {
    name: 'shell / default expansion of a set variable',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'export PORT=${PORT:-3000} && node server.js',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          PORT: '10000',
        },
      },
    ],
    note: '"${PORT}" = the value of the platform.',
  },
  {
    name: 'shell / : "${VAR:=default}" and export',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: ': "${APP_HOST:=0.0.0.0}"; export APP_HOST; node server.js',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          APP_HOST: '0.0.0.0',
        },
      },
    ],
  },
  {
    name: 'shell / eval makes it a command',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    service: {
      env: {
        START_CMD: 'cd . && LOG=1 node server.js',
      },
    },
    command: 'eval "$START_CMD"',
    processes: [
      {
        chain: ['the start command runs `eval "$START_CMD"`', 'eval runs `LOG=1 node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          LOG: '1',
        },
      },
    ],
  },
  {
    name: 'shell / sh -c takes one word',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'sh -c node server.js',
    processes: [],
    before: ['node'],
    ends: '`node` ends by itself',
    note: 'Only "node" is the command (server.js is $0): node without a file reads standard input, which is empty in a container, and ends. Measured.',
  },
  {
    name: 'shell / line continuation',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'node \\\n  --enable-source-maps \\\n  server.js',
    processes: [
      {
        chain: ['the start command runs `node --enable-source-maps server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'shell / several lines are several commands',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'npm run migrate\nnode server.js\n',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    gaps: ['there is no package.json in the root of the repository'],
    note: 'YAML `|` keeps line ends; `>` makes spaces of them (next case).',
  },
  {
    name: 'shell / folded YAML joins the lines',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'npm run migrate node server.js\n',
    processes: [],
    gaps: ['there is no package.json in the root of the repository'],
    note: 'What `startCommand: >` with two lines becomes.',
  },
  {
    name: 'shell / && at the line ends',
    files: {
      'server/package.json': '{"name":"app","scripts":{"start":"node index.js"}}',
      'server/index.js': '',
    },
    command: 'cd server &&\nnpx prisma db push &&\nnpm start\n',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server/index.js',
        folder: 'server',
      },
    ],
    before: ['prisma db push'],
  },
  {
    name: 'shell / a here-document as input of a set-up command',
    files: {
      'manage.py': '',
      'shop/wsgi.py': 'application = 1\n',
      'entrypoint.sh':
        "#!/bin/sh\nset -e\npython manage.py migrate --noinput\npython manage.py shell << 'END'\nfrom django.contrib.auth import get_user_model\nprint('exec gunicorn other:app')\nEND\nexec gunicorn shop.wsgi:application \\\n    --bind 0.0.0.0:$PORT \\\n    --workers 3\n",
    },
    service: {
      runtime: 'python',
    },
    command: 'sh entrypoint.sh',
    processes: [
      {
        chain: [
          'the start command runs `sh entrypoint.sh`',
          'entrypoint.sh runs `exec gunicorn shop.wsgi:application --bind 0.0.0.0:$PORT …`',
        ],
        program: 'gunicorn',
        role: 'server',
        target: 'shop.wsgi:application',
      },
    ],
    before: ['python manage.py migrate --noinput', 'python manage.py shell'],
    note: 'The text of the here-document is no command.',
  },
  {
    name: 'shell / a here-document that writes a file',
    files: {
      'server.js': '',
      'worker.js': '',
      'start.sh': '#!/bin/bash\ncat > config.json <<EOF\n{"port": ${PORT}}\nEOF\nnode server.js\n',
    },
    command: 'bash start.sh',
    processes: [
      {
        chain: ['the start command runs `bash start.sh`', 'start.sh runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['cat'],
  },
  {
    name: 'shell / until the database answers',
    files: {
      'app/main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'until pg_isready -h $DB_HOST; do sleep 1; done; uvicorn app.main:app --host 0.0.0.0 --port $PORT',
    processes: [
      {
        chain: ['the start command runs `uvicorn app.main:app --host 0.0.0.0 --port $PORT`'],
        program: 'uvicorn',
        role: 'server',
        target: 'app.main:app',
      },
    ],
    before: ['pg_isready -h', 'sleep 1'],
  },
  {
    name: 'shell / for loop starts workers',
    files: {
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'for i in 1 2; do celery -A app worker -n w$i & done; gunicorn app:app',
    processes: [
      {
        chain: ['the start command runs `celery -A app worker -n w$i`'],
        program: 'celery',
        role: 'worker',
        target: null,
        conditional: true,
      },
      {
        chain: ['the start command runs `gunicorn app:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
    note: 'One process entry for the loop body is enough.',
  },
  {
    name: 'shell / if with a file test',
    files: {
      'start.sh':
        '#!/usr/bin/env bash\nset -e\nif [ -d "dist" ]; then\n  cd dist\n  node server.js\nelse\n  node server/server.js\nfi\n',
      'server/server.js': '',
    },
    command: 'bash start.sh',
    processes: [
      {
        chain: ['the start command runs `bash start.sh`', 'start.sh runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/server.js',
        folder: 'dist',
        conditional: true,
      },
      {
        chain: ['the start command runs `bash start.sh`', 'start.sh runs `node server/server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server/server.js',
        conditional: true,
      },
    ],
    gaps: ['there is no folder dist', 'there is no file dist/server.js'],
    note: 'Both branches are kept; what is the same in both is decided.',
  },
  {
    name: 'shell / [ -f x ] && a || b',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: '[ -f dist/server.js ] && node dist/server.js || node server.js',
    processes: [
      {
        chain: ['the start command runs `node dist/server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/server.js',
        conditional: true,
      },
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        conditional: true,
      },
    ],
    gaps: ['there is no file dist/server.js'],
  },
  {
    name: 'shell / unbalanced quote',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'node server.js --name "api',
    processes: [],
    gaps: ['the shell cannot read it: unterminated double quote'],
  },
  {
    name: 'shell / empty command',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: '',
    processes: [],
    ends: 'it starts nothing that stays',
    note: 'startCommand: "" — nothing is started; on Docker the image\'s own command counts.',
  },
  {
    name: 'shell / only set-up',
    files: {
      'package.json': '{"name":"app","scripts":{"build":"tsc"}}',
    },
    command: 'npm run build',
    processes: [],
    before: ['tsc'],
    ends: '`tsc` ends by itself',
    note: 'A web service whose start command ends.',
  },
  {
    name: 'shell / trap and wait',
    files: {
      'backend/run.py': '',
      'frontend/package.json':
        '{"name":"app","dependencies":{"react-scripts":"5"},"scripts":{"start":"react-scripts start"}}',
      'start.sh':
        '#!/bin/bash\ncd backend\npython run.py &\nBACK=$!\ncd ../frontend\nnpm start &\nFRONT=$!\ntrap "kill $BACK $FRONT" EXIT\nwait\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'bash start.sh',
    processes: [
      {
        chain: ['the start command runs `bash start.sh`', 'start.sh runs `python run.py`'],
        program: 'python',
        role: 'runtime',
        target: 'backend/run.py',
        folder: 'backend',
      },
      {
        chain: [
          'the start command runs `bash start.sh`',
          'start.sh runs `npm start`',
          'the script start runs `react-scripts start`',
        ],
        program: 'react-scripts',
        role: 'dev-server',
        target: null,
        folder: 'frontend',
      },
    ],
    note: 'The cd of a line before & moves the rest; the trap text is no command of the start.',
  },
  {
    name: 'shell script files / ./script without mode',
    files: {
      'start.sh': '#!/bin/bash\nexec node server.js\n',
      'server.js': '',
      'worker.js': '',
    },
    command: './start.sh',
    processes: [
      {
        chain: ['the start command runs `./start.sh`', 'start.sh runs `exec node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'Needs the executable bit in git (100755); otherwise "Permission denied": missing-start-target says a warning.',
  },
  {
    name: 'shell script files / chmod first',
    files: {
      'start.sh': '#!/bin/bash\nexec node server.js\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'chmod +x start.sh && ./start.sh',
    processes: [
      {
        chain: ['the start command runs `./start.sh`', 'start.sh runs `exec node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['chmod +x start.sh'],
  },
  {
    name: 'shell script files / a script in a folder is run from where the shell is',
    files: {
      'scripts/start.sh': '#!/bin/sh\nnode server.js\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'sh scripts/start.sh',
    processes: [
      {
        chain: ['the start command runs `sh scripts/start.sh`', 'scripts/start.sh runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: "The working directory is not the script's folder.",
  },
  {
    name: 'shell script files / cd "$(dirname "$0")"',
    files: {
      'api/run.sh': '#!/usr/bin/env bash\nset -euo pipefail\ncd "$(dirname "$0")"\nexec node server.js\n',
      'api/server.js': '',
    },
    command: 'bash api/run.sh',
    processes: [
      {
        chain: ['the start command runs `bash api/run.sh`', 'api/run.sh runs `exec node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'api/server.js',
        folder: 'api',
      },
    ],
    note: 'The one command substitution that is worth knowing: the folder of the script.',
  },
  {
    name: 'shell script files / DIR=$(cd "$(dirname "$0")" && pwd)',
    files: {
      'api/run.sh': '#!/bin/sh\nDIR="$(cd "$(dirname "$0")" && pwd)"\nnode "$DIR/server.js" "$@"\n',
      'api/server.js': '',
    },
    command: 'sh api/run.sh --quiet',
    processes: [
      {
        chain: ['the start command runs `sh api/run.sh --quiet`', 'api/run.sh runs `node "$DIR/server.js" "$@"`'],
        program: 'node',
        role: 'runtime',
        target: 'api/server.js',
      },
    ],
  },
  {
    name: 'shell script files / bash -x with arguments',
    files: {
      'start.sh': 'node server.js "$1"\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'bash -x start.sh prod',
    processes: [
      {
        chain: ['the start command runs `bash -x start.sh prod`', 'start.sh runs `node server.js "$1"`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'No shebang needed.',
  },
  {
    name: 'shell script files / source',
    files: {
      'env.sh': 'export NODE_ENV=production\nexport API_URL=https://api.example.com\n',
      'server.js': '',
      'worker.js': '',
    },
    command: '. ./env.sh && node server.js',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          NODE_ENV: 'production',
          API_URL: 'https://api.example.com',
        },
      },
    ],
    note: 'Read into this shell: its exports and its cd count.',
  },
  {
    name: 'shell script files / source .env without set -a',
    files: {
      '.env': 'LOG_LEVEL=debug\nPORT=5000\n',
      'server.js': '',
      'worker.js': '',
    },
    command: '. ./.env; node server.js',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          PORT: '5000',
          LOG_LEVEL: null,
        },
      },
    ],
  },
  {
    name: 'shell script files / set -a; source .env',
    files: {
      '.env': 'LOG_LEVEL=debug\nPORT=5000\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'set -a; . ./.env; set +a; node server.js',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          PORT: '5000',
          LOG_LEVEL: 'debug',
        },
      },
    ],
  },
  {
    name: 'shell script files / export $(cat .env | xargs)',
    files: {
      '.env': 'LOG_LEVEL=debug\nPORT=5000\n',
      'server.js': '',
      'worker.js': '',
    },
    command: "export $(grep -v '^#' .env | xargs) && node server.js",
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          PORT: '5000',
          LOG_LEVEL: 'debug',
        },
      },
    ],
  },
  {
    name: 'shell script files / a script that calls a script',
    files: {
      'start.sh': '#!/bin/sh\n./scripts/migrate.sh\n./scripts/serve.sh\n',
      'scripts/migrate.sh': '#!/bin/sh\nnpx prisma migrate deploy\n',
      'scripts/serve.sh': '#!/bin/sh\nexec node server.js\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'sh start.sh',
    processes: [
      {
        chain: [
          'the start command runs `sh start.sh`',
          'start.sh runs `./scripts/serve.sh`',
          'scripts/serve.sh runs `exec node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['prisma migrate deploy'],
  },
  {
    name: 'shell script files / a function',
    files: {
      'start.sh':
        '#!/bin/bash\nset -e\nmigrate() {\n  npx prisma migrate deploy\n}\nserve() {\n  cd api\n  exec node server.js\n}\nmigrate\nserve "$@"\n',
      'api/server.js': '',
    },
    command: 'bash start.sh',
    processes: [
      {
        chain: ['the start command runs `bash start.sh`', 'start.sh runs `exec node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'api/server.js',
        folder: 'api',
      },
    ],
    before: ['prisma migrate deploy'],
    note: 'Functions run where they are called; one never called is nothing.',
  },
  {
    name: 'shell script files / a function named like a program',
    files: {
      'start.sh': '#!/bin/bash\nnode() {\n  command node --enable-source-maps "$@"\n}\nnode server.js\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'bash start.sh',
    processes: [
      {
        chain: ['the start command runs `bash start.sh`', 'start.sh runs `command node --enable-source-maps "$@"`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: '`command` goes past the function; without it this would call itself.',
  },
  {
    name: 'shell script files / exec "$@" in an entrypoint',
    files: {
      'entrypoint.sh': '#!/bin/sh\nset -e\npython manage.py migrate --noinput\nexec "$@"\n',
      'manage.py': '',
      'shop/wsgi.py': 'application = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'sh entrypoint.sh gunicorn shop.wsgi:application --bind 0.0.0.0:8000',
    processes: [
      {
        chain: [
          'the start command runs `sh entrypoint.sh gunicorn shop.wsgi:application --bind 0. …`',
          'entrypoint.sh runs `exec "$@"`',
        ],
        program: 'gunicorn',
        role: 'server',
        target: 'shop.wsgi:application',
      },
    ],
    before: ['python manage.py migrate --noinput'],
  },
  {
    name: 'shell script files / set -e stops at a failing command',
    files: {
      'start.sh': '#!/bin/sh\nset -e\ncd missing\nnode server.js\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'sh start.sh',
    processes: [],
    gaps: ['there is no folder missing'],
  },
  {
    name: 'shell script files / without set -e it goes on',
    files: {
      'start.sh': '#!/bin/sh\ncd missing\nnode server.js\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'sh start.sh',
    processes: [
      {
        chain: ['the start command runs `sh start.sh`', 'start.sh runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    gaps: ['there is no folder missing'],
  },
  {
    name: 'shell script files / npm runs a script file',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"./start.sh"}}',
      'start.sh': '#!/bin/sh\nexec node server.js\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `./start.sh`',
          'start.sh runs `exec node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'shell script files / CRLF line ends',
    files: {
      'start.sh': '#!/bin/bash\r\nset -e\r\nnode server.js\r\n',
      'server.js': '',
      'worker.js': '',
    },
    command: './start.sh',
    processes: [],
    gaps: ['its first line ends with a carriage return, which becomes part of the name of the program'],
    note: "env: 'bash\\r': No such file or directory is the usual message. git with autocrlf may change it at checkout.",
  },
  {
    name: 'shell script files / missing script file',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'bash start.sh',
    processes: [],
    gaps: ['start.sh does not exist'],
  },
  {
    name: 'shell script files / a script path without ./',
    files: {
      'start.sh': '#!/bin/sh\nnode server.js\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'start.sh',
    processes: [],
    gaps: ['start.sh is looked for in the PATH, not in the folder: `./start.sh` runs it'],
  },
  {
    name: 'shell script files / the interpreter is not sh',
    files: {
      'start.sh': '#!/usr/bin/env node\nrequire("./server.js")\n',
      'server.js': '',
      'worker.js': '',
    },
    command: './start.sh',
    processes: [
      {
        chain: ['the start command runs `./start.sh`'],
        program: 'node',
        role: 'runtime',
        target: 'start.sh',
      },
    ],
    note: 'The #! line decides, not the name.',
  },
  {
    name: 'shell script files / node script with a shebang',
    files: {
      'bin/server': '#!/usr/bin/env node\n',
      'server.js': '',
      'worker.js': '',
    },
    command: './bin/server',
    processes: [
      {
        chain: ['the start command runs `./bin/server`'],
        program: 'node',
        role: 'runtime',
        target: 'bin/server',
      },
    ],
  },
  {
    name: 'shell script files / manage.py run by its path',
    files: {
      'manage.py': '#!/usr/bin/env python\n',
    },
    service: {
      runtime: 'python',
    },
    command: './manage.py runserver 0.0.0.0:$PORT',
    processes: [
      {
        chain: ['the start command runs `./manage.py runserver 0.0.0.0:$PORT`'],
        program: 'manage.py',
        role: 'dev-server',
        target: 'manage.py',
      },
    ],
  },
  {
    name: 'shell script files / python with manage.py in a folder',
    files: {
      'src/manage.py': '#!/usr/bin/env python\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'python src/manage.py runserver 0.0.0.0:$PORT',
    processes: [
      {
        chain: ['the start command runs `python src/manage.py runserver 0.0.0.0:$PORT`'],
        program: 'manage.py',
        role: 'dev-server',
        target: 'src/manage.py',
      },
    ],
  },
  {
    name: 'shell script files / manage.py in a folder run by its path',
    files: {
      'src/manage.py': '#!/usr/bin/env python\n',
    },
    service: {
      runtime: 'python',
    },
    command: './src/manage.py runserver 0.0.0.0:$PORT',
    processes: [
      {
        chain: ['the start command runs `./src/manage.py runserver 0.0.0.0:$PORT`'],
        program: 'manage.py',
        role: 'dev-server',
        target: 'src/manage.py',
      },
    ],
  },
  {
    name: 'node / a link out of the repository',
    files: {
      'server.js': { link: '../shared/server.js' },
    },
    command: 'node server.js',
    processes: [
      {
        chain: ['the start command runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: '(unknown)',
      },
    ],
  },
  {
    name: 'shell script files / a script with a long build before',
    files: {
      'start-production.sh':
        '#!/bin/bash\nset -e\nlog() { echo "$1"; }\ncheck_port() {\n  local port=$1\n  if lsof -i :$port >/dev/null 2>&1; then return 1; fi\n}\nexport NODE_ENV=production\nexport PORT=3000\nif ! check_port 3000; then\n  log "busy"\nfi\nmkdir -p data logs\nlog "building"\nnpm run build\nnode dist/index.js',
      'package.json': '{"name":"app","scripts":{"build":"tsc"}}',
    },
    command: 'bash start-production.sh',
    processes: [
      {
        chain: ['the start command runs `bash start-production.sh`', 'start-production.sh runs `node dist/index.js`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/index.js',
        env: {
          NODE_ENV: 'production',
          PORT: '3000',
        },
      },
    ],
    before: ['lsof -i :3000', 'mkdir -p data logs', 'tsc'],
    gaps: ['there is no file dist/index.js'],
    note: 'No line end after the last line. The `if` holds no server, so it does not matter that its condition cannot be decided.',
  },
  {
    name: 'variables / cross-env',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"cross-env NODE_ENV=production PORT=8080 node server.js"}}',
      'server.js': '',
      'worker.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `cross-env NODE_ENV=production PORT=8080 node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          NODE_ENV: 'production',
          PORT: '8080',
        },
      },
    ],
  },
  {
    name: 'variables / cross-env twice',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"cross-env A=1 cross-env B=2 node server.js"}}',
      'server.js': '',
      'worker.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `cross-env A=1 cross-env B=2 node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          A: '1',
          B: '2',
        },
      },
    ],
  },
  {
    name: 'variables / cross-env with a quoted command',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"cross-env NODE_ENV=production \\"node server.js\\""}}',
      'server.js': '',
      'worker.js': '',
    },
    command: 'npm start',
    processes: [],
    gaps: ['cross-env starts a program of the name `node server.js`, not a command'],
  },
  {
    name: 'variables / cross-env NODE_OPTIONS',
    files: {
      'package.json':
        '{"name":"app","scripts":{"start":"cross-env NODE_OPTIONS=--max-old-space-size=4096 next start"}}',
      'server.js': '',
      'worker.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `cross-env NODE_OPTIONS=--max-old-space-size=4096 next start`',
        ],
        program: 'next',
        role: 'server',
        target: null,
        env: {
          NODE_OPTIONS: '--max-old-space-size=4096',
        },
      },
    ],
  },
  {
    name: 'variables / NODE_OPTIONS loads TypeScript',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"NODE_OPTIONS=\'--import tsx\' node src/index.ts"}}',
      'server.js': '',
      'worker.js': '',
      'src/index.ts': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          "the script start runs `NODE_OPTIONS='--import tsx' node src/index.ts`",
        ],
        program: 'node',
        role: 'runtime',
        target: 'src/index.ts',
        env: {
          NODE_OPTIONS: '--import tsx',
        },
      },
    ],
  },
  {
    name: 'variables / dotenv-cli',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"dotenv -e .env.production -- node server.js"}}',
      'server.js': '',
      'worker.js': '',
      '.env.production': 'API_URL=https://api.example.com\nPORT=5000\n',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `dotenv -e .env.production -- node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          API_URL: 'https://api.example.com',
          PORT: '10000',
        },
      },
    ],
  },
  {
    name: 'variables / dotenv-cli without --',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"dotenv node server.js --quiet"}}',
      'server.js': '',
      'worker.js': '',
      '.env': 'A=1\n',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `dotenv node server.js --quiet`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          A: '1',
        },
      },
    ],
    note: 'Measured: without "--" dotenv takes options behind the program as its own.',
  },
  {
    name: 'variables / dotenv-cli -o overrides',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"dotenv -o -e .env.production -- node server.js"}}',
      'server.js': '',
      'worker.js': '',
      '.env.production': 'PORT=5000\n',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `dotenv -o -e .env.production -- node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          PORT: '5000',
        },
      },
    ],
  },
  {
    name: 'variables / dotenv-cli -c',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"dotenv -c production -- node server.js"}}',
      'server.js': '',
      'worker.js': '',
      '.env': 'A=base\nB=base\n',
      '.env.production': 'B=prod\n',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `dotenv -c production -- node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          A: 'base',
          B: 'prod',
        },
      },
    ],
    note: 'First one to set a variable wins.',
  },
  {
    name: 'variables / dotenv-cli -v',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"dotenv -v MODE=live -- node server.js"}}',
      'server.js': '',
      'worker.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `dotenv -v MODE=live -- node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          MODE: 'live',
        },
      },
    ],
  },
  {
    name: 'variables / node -r dotenv/config',
    files: {
      'package.json':
        '{"name":"app","scripts":{"start":"node -r dotenv/config server.js dotenv_config_path=.env.prod"}}',
      'server.js': '',
      'worker.js': '',
      '.env.prod': 'A=1\n',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `node -r dotenv/config server.js dotenv_config_path=.env.prod`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          A: '1',
        },
      },
    ],
    note: 'Measured dotenv 17; dotenv 18 takes no such words, and reads .env.',
  },
  {
    name: 'variables / node --env-file',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node --env-file=.env.production server.js"}}',
      'server.js': '',
      'worker.js': '',
      '.env.production': 'A=1\nPORT=5000\n',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `node --env-file=.env.production server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          A: '1',
          PORT: '10000',
        },
      },
    ],
    note: 'Node ≥ 20.6. Does not override PORT from the platform.',
  },
  {
    name: 'variables / node --env-file of a file that is not committed',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node --env-file=.env server.js"}}',
      'server.js': '',
      'worker.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node --env-file=.env server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    gaps: ['.env does not exist'],
  },
  {
    name: 'variables / node --env-file with a space',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node --env-file .env.production server.js"}}',
      'server.js': '',
      'worker.js': '',
      '.env.production': 'A=1\n',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `node --env-file .env.production server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          A: '1',
        },
      },
    ],
  },
  {
    name: 'variables / env-cmd overrides',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"env-cmd -f .env.production node server.js"}}',
      'server.js': '',
      'worker.js': '',
      '.env.production': 'A=1\nPORT=5000\n',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `env-cmd -f .env.production node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          A: '1',
          PORT: '5000',
        },
      },
    ],
    note: "Measured env-cmd 11: file values win over the platform's (dotenv: the other way). --no-override turns it.",
  },
  {
    name: 'variables / env-cmd --no-override',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"env-cmd --no-override -f .env.production node server.js"}}',
      'server.js': '',
      'worker.js': '',
      '.env.production': 'A=1\nPORT=5000\n',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `env-cmd --no-override -f .env.production node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          A: '1',
          PORT: '10000',
        },
      },
    ],
  },
  {
    name: 'variables / env-cmd -e',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"env-cmd -e production -- node server.js"}}',
      'server.js': '',
      'worker.js': '',
      '.env-cmdrc.json': '{"production": {"A": "rc"}, "test": {"A": "no"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `env-cmd -e production -- node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          A: 'rc',
        },
      },
    ],
  },
  {
    name: 'variables / dotenvx',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"dotenvx run -f .env.production -- node server.js"}}',
      'server.js': '',
      'worker.js': '',
      '.env.production': 'A=1\n',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `dotenvx run -f .env.production -- node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          A: '1',
        },
      },
    ],
  },
  {
    name: 'variables / python-dotenv has another "dotenv"',
    files: {
      '.env': 'A=1\n',
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'dotenv run -- gunicorn app:app',
    processes: [
      {
        chain: ['the start command runs `dotenv run -- gunicorn app:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
        env: {
          A: '1',
        },
      },
    ],
    note: 'Overrides by default (--no-override). dotenv-cli (Node) would start a program named "run".',
  },
  {
    name: 'variables / infisical --command',
    files: {
      'package.json':
        '{"name":"app","scripts":{"start":"infisical run --command \\"node worker.js & node server.js\\""}}',
      'server.js': '',
      'worker.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `infisical run --command "node worker.js & node server.js"`',
          'infisical runs `node worker.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'worker.js',
      },
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `infisical run --command "node worker.js & node server.js"`',
          'infisical runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'several scripts at once / concurrently with commands',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"concurrently \\"node server.js\\" \\"node worker.js\\""}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `concurrently "node server.js" "node worker.js"`',
          'concurrently runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `concurrently "node server.js" "node worker.js"`',
          'concurrently runs `node worker.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'worker.js',
      },
    ],
  },
  {
    name: 'several scripts at once / concurrently with options and names',
    files: {
      'package.json':
        '{"name":"app","scripts":{"start":"concurrently -k -n api,web -c \'blue,green\' --restart-tries 3 \'node server.js\' \'next start\'"}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          "the script start runs `concurrently -k -n api,web -c 'blue,green' --restart-trie …`",
          'concurrently runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
      {
        chain: [
          'the start command runs `npm start`',
          "the script start runs `concurrently -k -n api,web -c 'blue,green' --restart-trie …`",
          'concurrently runs `next start`',
        ],
        program: 'next',
        role: 'server',
        target: null,
      },
    ],
    note: '-n, -c, --restart-tries take a value.',
  },
  {
    name: 'several scripts at once / concurrently npm:',
    files: {
      'package.json':
        '{"name":"app","scripts":{"start":"concurrently npm:api \\"npm:web -- --port 4000\\"","api":"node server.js","web":"node web.js"}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `concurrently npm:api "npm:web -- --port 4000"`',
          'the script api runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `concurrently npm:api "npm:web -- --port 4000"`',
          'the script web runs `node web.js --port 4000`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'web.js',
      },
    ],
  },
  {
    name: 'several scripts at once / concurrently npm:* matches every level',
    files: {
      'package.json':
        '{"name":"app","scripts":{"start":"concurrently \\"npm:start:*\\"","start:api":"node server.js","start:web":"node web.js","start:web:ssr":"node worker.js"}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `concurrently "npm:start:*"`',
          'the script start:api runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `concurrently "npm:start:*"`',
          'the script start:web runs `node web.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'web.js',
      },
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `concurrently "npm:start:*"`',
          'the script start:web:ssr runs `node worker.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'worker.js',
      },
    ],
    note: 'Measured 9.2: start:web:ssr matches too (run-p does not).',
  },
  {
    name: 'several scripts at once / concurrently without quotes',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"concurrently npm run api","api":"node server.js"}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [],
    gaps: ['concurrently takes each word for a command of its own, so it runs `npm` alone'],
    note: 'Measured: sh: run: not found.',
  },
  {
    name: 'several scripts at once / concurrently in folders',
    files: {
      'package.json':
        '{"name":"app","scripts":{"start":"concurrently \\"cd api && npm start\\" \\"npm start --prefix client\\""}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
      'api/package.json': '{"name":"app","scripts":{"start":"node index.js"}}',
      'api/index.js': '',
      'client/package.json':
        '{"name":"app","dependencies":{"react-scripts":"5"},"scripts":{"start":"react-scripts start"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `concurrently "cd api && npm start" "npm start --prefix cl …`',
          'concurrently runs `npm start`',
          'the script start runs `node index.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'api/index.js',
        folder: 'api',
      },
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `concurrently "cd api && npm start" "npm start --prefix cl …`',
          'concurrently runs `npm start --prefix client`',
          'the script start runs `react-scripts start`',
        ],
        program: 'react-scripts',
        role: 'dev-server',
        target: null,
        folder: 'client',
      },
    ],
  },
  {
    name: 'several scripts at once / a check, then npx concurrently',
    files: {
      'package.json':
        '{"name":"app","scripts":{"start":"node check-env.js && npx concurrently \\"npm start --prefix client\\" \\"npm start --prefix server\\""}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
      'check-env.js': '// ends',
      'client/package.json': '{"name":"app","scripts":{"start":"serve -s build"}}',
      'server/package.json': '{"name":"app","scripts":{"start":"node app.js"}}',
      'server/app.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `npx concurrently "npm start --prefix client" "npm start - …`',
          'concurrently runs `npm start --prefix client`',
          'the script start runs `serve -s build`',
        ],
        program: 'serve',
        role: 'server',
        target: 'client/build',
        folder: 'client',
      },
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `npx concurrently "npm start --prefix client" "npm start - …`',
          'concurrently runs `npm start --prefix server`',
          'the script start runs `node app.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server/app.js',
        folder: 'server',
      },
    ],
    before: ['node check-env.js'],
    gaps: ['there is no folder client/build'],
  },
  {
    name: 'several scripts at once / concurrently passes arguments',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"concurrently -P \\"node server.js --port {1}\\" --"}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `concurrently -P "node server.js --port {1}" --`',
          'concurrently runs `node server.js --port {1}`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'Without arguments {1} becomes nothing.',
  },
  {
    name: 'several scripts at once / run-p',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"run-p api web","api":"node server.js","web":"node web.js"}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `run-p api web`',
          'the script api runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `run-p api web`',
          'the script web runs `node web.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'web.js',
      },
    ],
  },
  {
    name: 'several scripts at once / run-p start:* matches one level',
    files: {
      'package.json':
        '{"name":"app","scripts":{"start":"run-p \\"start:*\\"","start:api":"node server.js","start:web":"node web.js","start:web:ssr":"node worker.js"}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `run-p "start:*"`',
          'the script start:api runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `run-p "start:*"`',
          'the script start:web runs `node web.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'web.js',
      },
    ],
    note: 'Measured npm-run-all 4.1: ":" separates like "/" in a glob; start:** would take all.',
  },
  {
    name: 'several scripts at once / run-s',
    files: {
      'package.json':
        '{"name":"app","scripts":{"start":"run-s migrate api","migrate":"prisma migrate deploy","api":"node server.js"}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `run-s migrate api`',
          'the script api runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['prisma migrate deploy'],
  },
  {
    name: 'several scripts at once / run-s never comes to the second server',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"run-s api web","api":"next start","web":"node web.js"}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `run-s api web`',
          'the script api runs `next start`',
        ],
        program: 'next',
        role: 'server',
        target: null,
      },
    ],
  },
  {
    name: 'several scripts at once / npm-run-all mixed',
    files: {
      'package.json':
        '{"name":"app","scripts":{"start":"npm-run-all build --parallel api web","build":"tsc","api":"node server.js","web":"node web.js"}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `npm-run-all build --parallel api web`',
          'the script api runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `npm-run-all build --parallel api web`',
          'the script web runs `node web.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'web.js',
      },
    ],
    before: ['tsc'],
  },
  {
    name: 'several scripts at once / npm-run-all -l -p with an argument in quotes',
    files: {
      'package.json':
        '{"name":"app","scripts":{"start":"npm-run-all -l -p \\"api -- --port 4000\\" web","api":"node server.js","web":"node web.js"}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `npm-run-all -l -p "api -- --port 4000" web`',
          'the script api runs `node server.js --port 4000`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `npm-run-all -l -p "api -- --port 4000" web`',
          'the script web runs `node web.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'web.js',
      },
    ],
  },
  {
    name: 'several scripts at once / npm-run-all runs pre scripts',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"run-s serve","preserve":"tsc","serve":"node server.js"}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `run-s serve`',
          'the script serve runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['tsc'],
  },
  {
    name: 'several scripts at once / wait-on, then the server',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"wait-on -t 20000 tcp:db:5432 && node server.js"}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['wait-on -t 20000 tcp:db:5432'],
  },
  {
    name: 'several scripts at once / wait-on inside concurrently',
    files: {
      'package.json':
        '{"name":"app","scripts":{"start":"concurrently \\"node server.js\\" \\"wait-on http://localhost:4000 && node worker.js\\""}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `concurrently "node server.js" "wait-on http://localhost:4 …`',
          'concurrently runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `concurrently "node server.js" "wait-on http://localhost:4 …`',
          'concurrently runs `node worker.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'worker.js',
      },
    ],
    before: ['wait-on http://localhost:4000'],
  },
  {
    name: 'several scripts at once / wait-on without command',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node server.js & wait-on http://localhost:3000"}}',
      'server.js': '',
      'worker.js': '',
      'web.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['wait-on http://localhost:3000'],
    ends: 'it goes on in the background, and nothing stays in front',
    note: 'Once the port answers wait-on ends, and with it the shell.',
  },
  {
    name: 'pm2 and forever / pm2 start forks',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'pm2 start server.js',
    processes: [
      {
        chain: ['the start command runs `pm2 start server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    ends: '`pm2 start` starts it in the background and ends',
    note: 'Measured pm2 7: the command ends with 0 while the daemon stays; in a container everything ends with it.',
  },
  {
    name: 'pm2 and forever / pm2 start and save',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'pm2 start server.js && pm2 save',
    processes: [
      {
        chain: ['the start command runs `pm2 start server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['pm2 save'],
    ends: '`pm2 start` starts it in the background and ends',
  },
  {
    name: 'pm2 and forever / pm2-runtime with a quoted command',
    files: {
      'server.js': '',
      'worker.js': '',
      'package.json': '{"name":"app","scripts":{"start":"node server.js"}}',
    },
    command: 'pm2-runtime "npm start"',
    processes: [
      {
        chain: [
          'the start command runs `pm2-runtime "npm start"`',
          'pm2 runs `npm start`',
          'the script start runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'A script with a space is run by a shell (measured pm2 7).',
  },
  {
    name: 'pm2 and forever / pm2-runtime with an ecosystem file',
    files: {
      'server.js': '',
      'worker.js': '',
      'ecosystem.config.js':
        "module.exports = {\n  apps: [{ name: 'api', script: './server.js', instances: 2, exec_mode: 'cluster', env: { NODE_ENV: 'production', PORT: 5000 } }]\n};\n",
    },
    command: 'pm2-runtime ecosystem.config.js',
    processes: [
      {
        chain: ['the start command runs `pm2-runtime ecosystem.config.js`', 'the app api runs `./server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          NODE_ENV: 'production',
          PORT: '5000',
        },
      },
    ],
  },
  {
    name: 'pm2 and forever / pm2-runtime --env production',
    files: {
      'server.js': '',
      'worker.js': '',
      'ecosystem.config.js':
        "module.exports = {\n  apps: [{ name: 'api', script: 'server.js', node_args: '--max_old_space_size=1024', env: { NODE_ENV: 'development', PORT: 5000 }, env_production: { NODE_ENV: 'production' } }]\n};\n",
    },
    command: 'pm2-runtime start ecosystem.config.js --env production',
    processes: [
      {
        chain: [
          'the start command runs `pm2-runtime start ecosystem.config.js --env production`',
          'the app api runs `server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          NODE_ENV: 'production',
          PORT: '5000',
        },
      },
    ],
    note: 'env_production is laid over env; without --env it would be NODE_ENV=development.',
  },
  {
    name: 'pm2 and forever / two apps, one with a cwd',
    files: {
      'api/server.js': '',
      'web/package.json': '{"name":"app","dependencies":{"next":"16"},"scripts":{"start":"next start"}}',
      'ecosystem.config.js':
        "module.exports = {\n  apps: [\n    { name: 'api', cwd: './api', script: 'server.js' },\n    { name: 'web', cwd: './web', script: 'npm', args: 'start', env: { PORT: 3000 } }\n  ]\n};\n",
    },
    command: 'pm2-runtime ecosystem.config.js',
    processes: [
      {
        chain: ['the start command runs `pm2-runtime ecosystem.config.js`', 'the app api runs `server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'api/server.js',
        folder: 'api',
      },
      {
        chain: [
          'the start command runs `pm2-runtime ecosystem.config.js`',
          'the app web runs `npm start`',
          'the script start runs `next start`',
        ],
        program: 'next',
        role: 'server',
        target: null,
        folder: 'web',
        env: {
          PORT: '3000',
        },
      },
    ],
  },
  {
    name: 'pm2 and forever / an app that is a static server',
    files: {
      'server.js': '',
      'worker.js': '',
      'web/dist/index.html': '<p>',
      'ecosystem.config.js':
        "module.exports = {\n  apps: [{ name: 'api', script: 'server.js' }, { name: 'web', script: 'serve', args: '-s ./web/dist -l 5173' }]\n};\n",
    },
    command: 'pm2 start ecosystem.config.js',
    processes: [
      {
        chain: ['the start command runs `pm2 start ecosystem.config.js`', 'the app api runs `server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
      {
        chain: [
          'the start command runs `pm2 start ecosystem.config.js`',
          'the app web runs `serve -s ./web/dist -l 5173`',
        ],
        program: 'serve',
        role: 'server',
        target: 'web/dist',
      },
    ],
    ends: '`pm2 start` starts it in the background and ends',
  },
  {
    name: 'pm2 and forever / interpreter none, python, bun',
    files: {
      'app.py': '',
      'index.ts': '',
      'ecosystem.config.js':
        "module.exports = {\n  apps: [\n    { name: 'py', script: 'app.py', interpreter: 'python3' },\n    { name: 'bun', script: 'index.ts', interpreter: 'bun' },\n    { name: 'bin', script: 'gunicorn', args: 'app:app', interpreter: 'none' }\n  ]\n};\n",
    },
    command: 'pm2-runtime ecosystem.config.js',
    processes: [
      {
        chain: ['the start command runs `pm2-runtime ecosystem.config.js`', 'the app py runs `app.py`'],
        program: 'python',
        role: 'runtime',
        target: 'app.py',
      },
      {
        chain: ['the start command runs `pm2-runtime ecosystem.config.js`', 'the app bun runs `index.ts`'],
        program: 'bun',
        role: 'runtime',
        target: 'index.ts',
      },
      {
        chain: ['the start command runs `pm2-runtime ecosystem.config.js`', 'the app bin runs `gunicorn app:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
  },
  {
    name: 'pm2 and forever / interpreter by extension',
    files: {
      'run.sh': '#!/bin/bash\nexec node server.js\n',
      'server.js': '',
      'worker.js': '',
      'ecosystem.config.js': "module.exports = {\n  apps: [{ name: 'api', script: './run.sh' }]\n};\n",
    },
    command: 'pm2-runtime ecosystem.config.js',
    processes: [
      {
        chain: [
          'the start command runs `pm2-runtime ecosystem.config.js`',
          'the app api runs `./run.sh`',
          'run.sh runs `exec node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: '.sh → bash, .py → python, .rb → ruby, .php → php, .ts/.tsx → bun (pm2@7 lib/API/interpreter.json; ts-node before 6).',
  },
  {
    name: 'pm2 and forever / pm2 JSON and YAML files',
    files: {
      'server.js': '',
      'worker.js': '',
      'process.yml': 'apps:\n  - name: api\n    script: ./server.js\n    env:\n      NODE_ENV: production\n',
    },
    command: 'pm2-runtime process.yml',
    processes: [
      {
        chain: ['the start command runs `pm2-runtime process.yml`', 'the app api runs `./server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          NODE_ENV: 'production',
        },
      },
    ],
  },
  {
    name: 'pm2 and forever / pm2 with a start script of npm',
    files: {
      'server.js': '',
      'worker.js': '',
      'package.json': '{"name":"app","type":"module","scripts":{"start":"pm2-runtime start ecosystem.config.cjs"}}',
      'ecosystem.config.cjs': "module.exports = { apps: [{ script: 'server.js' }] };\n",
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `pm2-runtime start ecosystem.config.cjs`',
          'the app runs `server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'pm2 and forever / forever start',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'forever start server.js',
    processes: [
      {
        chain: ['the start command runs `forever start server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    ends: '`forever start` starts it in the background and ends',
  },
  {
    name: 'pm2 and forever / forever -c',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node server.js"}}',
      'server.js': '',
      'worker.js': '',
    },
    command: 'forever -c "npm start" ./',
    processes: [
      {
        chain: [
          'the start command runs `forever -c "npm start" ./`',
          'forever runs `npm start`',
          'the script start runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'nodemon and TypeScript runners / nodemon',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'nodemon server.js',
    processes: [
      {
        chain: ['the start command runs `nodemon server.js`'],
        program: 'nodemon',
        role: 'dev-server',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'nodemon and TypeScript runners / nodemon without a file takes main',
    files: {
      'package.json': '{"name":"app","main":"server.js","scripts":{"start":"nodemon"}}',
      'server.js': '',
      'worker.js': '',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `nodemon`'],
        program: 'nodemon',
        role: 'dev-server',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'nodemon and TypeScript runners / nodemon without file and main takes the start script',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node server.js","dev":"nodemon"}}',
      'server.js': '',
      'worker.js': '',
    },
    command: 'npm run dev',
    processes: [
      {
        chain: [
          'the start command runs `npm run dev`',
          'the script dev runs `nodemon`',
          'the script start runs `node server.js`',
        ],
        program: 'nodemon',
        role: 'dev-server',
        target: 'server.js',
      },
    ],
    note: 'nodemon@3 lib/config/exec.js execFromPackage.',
  },
  {
    name: 'nodemon and TypeScript runners / nodemon --exec',
    files: {
      'src/index.ts': '',
    },
    command: 'nodemon --watch src --ext ts,json --exec "tsx src/index.ts"',
    processes: [
      {
        chain: [
          'the start command runs `nodemon --watch src --ext ts,json --exec "tsx src/index.ts"`',
          'nodemon runs `tsx src/index.ts`',
        ],
        program: 'nodemon',
        role: 'dev-server',
        target: 'src/index.ts',
      },
    ],
  },
  {
    name: 'nodemon and TypeScript runners / nodemon --exec with the file outside',
    files: {
      'src/index.ts': '',
    },
    command: 'nodemon -x tsx src/index.ts',
    processes: [
      {
        chain: ['the start command runs `nodemon -x tsx src/index.ts`', 'nodemon runs `tsx src/index.ts`'],
        program: 'nodemon',
        role: 'dev-server',
        target: 'src/index.ts',
      },
    ],
  },
  {
    name: 'nodemon and TypeScript runners / nodemon knows .ts and .py',
    files: {
      'app.py': '',
    },
    command: 'nodemon app.py',
    processes: [
      {
        chain: ['the start command runs `nodemon app.py`'],
        program: 'nodemon',
        role: 'dev-server',
        target: 'app.py',
      },
    ],
    note: 'execMap: py → python, rb → ruby, ts → ts-node.',
  },
  {
    name: 'nodemon and TypeScript runners / nodemon with a .ts file',
    files: {
      'src/index.ts': '',
      'package.json': '{"name":"app","scripts":{"start":"nodemon src/index.ts"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `nodemon src/index.ts`'],
        program: 'nodemon',
        role: 'dev-server',
        target: 'src/index.ts',
      },
    ],
  },
  {
    name: 'nodemon and TypeScript runners / nodemon.json',
    files: {
      'nodemon.json': '{"watch": ["src"], "ext": "ts", "exec": "ts-node -r dotenv/config ./src/index.ts"}',
      'src/index.ts': '',
    },
    command: 'nodemon',
    processes: [
      {
        chain: ['the start command runs `nodemon`', 'nodemon runs `ts-node -r dotenv/config ./src/index.ts`'],
        program: 'nodemon',
        role: 'dev-server',
        target: 'src/index.ts',
      },
    ],
    note: 'Also "nodemonConfig" in package.json; "env" there sets variables.',
  },
  {
    name: 'nodemon and TypeScript runners / nodemon adds .js',
    files: {
      'dist/main.js': '',
    },
    command: 'nodemon --delay 2 dist/main',
    processes: [
      {
        chain: ['the start command runs `nodemon --delay 2 dist/main`'],
        program: 'nodemon',
        role: 'dev-server',
        target: 'dist/main.js',
      },
    ],
  },
  {
    name: 'nodemon and TypeScript runners / nodemon hands node options on',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'nodemon -r dotenv/config --inspect server.js --quiet',
    processes: [
      {
        chain: ['the start command runs `nodemon -r dotenv/config --inspect server.js --quiet`'],
        program: 'nodemon',
        role: 'dev-server',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'nodemon and TypeScript runners / tsx with options before and behind',
    files: {
      'server.ts': '',
      '.env': 'A=1\n',
      'tsconfig.server.json': '{}',
    },
    command: 'tsx --tsconfig tsconfig.server.json --env-file=.env server.ts --port 1',
    processes: [
      {
        chain: ['the start command runs `tsx --tsconfig tsconfig.server.json --env-file=.env serve …`'],
        program: 'tsx',
        role: 'runtime',
        target: 'server.ts',
        env: {
          A: '1',
        },
      },
    ],
  },
  {
    name: 'node options / V8 option without =',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'node --max-old-space-size 512 server.js',
    processes: [],
    gaps: ['node takes the value of `--max-old-space-size` behind `=` only'],
    note: 'Measured node 20: exits 9; server.js is never read.',
  },
  {
    name: 'node options / underscores',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'node --max_old_space_size=512 --optimize_for_size server.js',
    processes: [
      {
        chain: ['the start command runs `node --max_old_space_size=512 --optimize_for_size server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'node options / options with a separate value',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command:
      'node -C production --title app --dns-result-order ipv4first --unhandled-rejections strict --max-http-header-size 16384 server.js',
    processes: [
      {
        chain: ['the start command runs `node -C production --title app --dns-result-order ipv4fir …`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'Node\'s own options (not V8\'s) may have the value behind a space: -C/--conditions, --title, --icu-data-dir, --dns-result-order, --unhandled-rejections, --max-http-header-size, --env-file, --import, --loader, -r, --watch-path, --redirect-warnings, --trace-event-categories … (node --help, "=..." ).',
  },
  {
    name: 'node options / --inspect takes no separate value',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'node --inspect 0.0.0.0:9229 server.js',
    processes: [
      {
        chain: ['the start command runs `node --inspect 0.0.0.0:9229 server.js`'],
        program: 'node',
        role: 'runtime',
        target: '0.0.0.0:9229',
      },
    ],
    gaps: ['there is no file 0.0.0.0:9229'],
    note: 'Measured.',
  },
  {
    name: 'node options / --inspect=',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'node --inspect=0.0.0.0:9229 server.js',
    processes: [
      {
        chain: ['the start command runs `node --inspect=0.0.0.0:9229 server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'node options / -r twice',
    files: {
      'server.js': '',
      'worker.js': '',
      'a.cjs': '// pre',
      'b.cjs': '// pre',
    },
    command: 'node -r ./a.cjs --require ./b.cjs server.js',
    processes: [
      {
        chain: ['the start command runs `node -r ./a.cjs --require ./b.cjs server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'node options / --',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'node -- server.js --x',
    processes: [
      {
        chain: ['the start command runs `node -- server.js --x`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'node options / --watch',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'node --watch server.js',
    processes: [
      {
        chain: ['the start command runs `node --watch server.js`'],
        program: 'node',
        role: 'dev-server',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'node options / --watch-path',
    files: {
      'server.js': '',
      'worker.js': '',
      'src/a.txt': '',
    },
    command: 'node --watch-path ./src --watch-preserve-output server.js',
    processes: [
      {
        chain: ['the start command runs `node --watch-path ./src --watch-preserve-output server.js`'],
        program: 'node',
        role: 'dev-server',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'node options / node -e',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'node -e "require(\'./server.js\')"',
    processes: [
      {
        chain: ['the start command runs `node -e "require(\'./server.js\')"`'],
        program: 'node',
        role: 'runtime',
        target: '(unknown)',
      },
    ],
  },
  {
    name: 'node options / node --run',
    files: {
      'server.js': '',
      'worker.js': '',
      'package.json': '{"name":"app","scripts":{"prestart":"tsc","start":"node server.js"}}',
    },
    command: 'node --run start',
    processes: [
      {
        chain: ['the start command runs `node --run start`', 'the script start runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'node options / nodejs and an absolute node',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: '/usr/bin/env node server.js',
    processes: [
      {
        chain: ['the start command runs `/usr/bin/env node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'node options / nothing',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'node',
    processes: [],
    before: ['node'],
    ends: '`node` ends by itself',
    note: 'Reads standard input.',
  },
  {
    name: 'node options / node with a cluster helper of New Relic',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'node -r newrelic --trace-warnings server.js',
    processes: [
      {
        chain: ['the start command runs `node -r newrelic --trace-warnings server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'python servers / gunicorn module:attribute',
    files: {
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'gunicorn app:app',
    processes: [
      {
        chain: ['the start command runs `gunicorn app:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
  },
  {
    name: 'python servers / gunicorn without an attribute',
    files: {
      'wsgi.py': 'application = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'gunicorn --bind 0.0.0.0:$PORT wsgi',
    processes: [
      {
        chain: ['the start command runs `gunicorn --bind 0.0.0.0:$PORT wsgi`'],
        program: 'gunicorn',
        role: 'server',
        target: 'wsgi:application',
      },
    ],
    note: 'Default attribute: application. The app comes after the options here.',
  },
  {
    name: 'python servers / gunicorn factory in quotes',
    files: {
      'app/__init__.py': 'def create_app(): pass\n',
    },
    service: {
      runtime: 'python',
    },
    command: "gunicorn 'app:create_app()' -w 2",
    processes: [
      {
        chain: ["the start command runs `gunicorn 'app:create_app()' -w 2`"],
        program: 'gunicorn',
        role: 'server',
        target: 'app:create_app()',
      },
    ],
  },
  {
    name: 'python servers / a factory without quotes',
    files: {
      'app.py': 'def create_app(): pass\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'gunicorn app:create_app()',
    processes: [],
    gaps: ["the shell cannot read it: unexpected token '('"],
  },
  {
    name: 'python servers / gunicorn --chdir',
    files: {
      'src/wsgi.py': 'application = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'gunicorn wsgi --chdir ./src/',
    processes: [
      {
        chain: ['the start command runs `gunicorn wsgi --chdir ./src/`'],
        program: 'gunicorn',
        role: 'server',
        target: 'wsgi:application',
      },
    ],
    note: 'gunicorn changes its directory itself; its default config file is still looked for where it was started.',
  },
  {
    name: 'python servers / gunicorn --pythonpath',
    files: {
      'src/web/__init__.py': '',
      'src/web/app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'gunicorn --pythonpath src,lib web.app:app',
    processes: [
      {
        chain: ['the start command runs `gunicorn --pythonpath src,lib web.app:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'web.app:app',
      },
    ],
    note: 'Comma separated.',
  },
  {
    name: 'python servers / gunicorn with the app in its config',
    files: {
      'gunicorn.conf.py': "wsgi_app = 'app:app'\nbind = '0.0.0.0:10000'\n",
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'gunicorn -c gunicorn.conf.py',
    processes: [
      {
        chain: ['the start command runs `gunicorn -c gunicorn.conf.py`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
    note: 'wsgi_app since gunicorn 20.1; with gunicorn.conf.py here even `gunicorn` alone.',
  },
  {
    name: 'python servers / gunicorn with many options',
    files: {
      'run.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command:
      'gunicorn --worker-tmp-dir /dev/shm --workers=2 --threads=4 --worker-class=gthread --worker-connections=1000 --timeout 120 --bind 0.0.0.0:$PORT run:app',
    processes: [
      {
        chain: ['the start command runs `gunicorn --worker-tmp-dir /dev/shm --workers=2 --threads= …`'],
        program: 'gunicorn',
        role: 'server',
        target: 'run:app',
      },
    ],
  },
  {
    name: 'python servers / gunicorn short options with and without a space',
    files: {
      'app/__init__.py': '',
      'app/main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'gunicorn -w4 -t 60 -b:8000 -k uvicorn.workers.UvicornWorker app.main:app',
    processes: [
      {
        chain: ['the start command runs `gunicorn -w4 -t 60 -b:8000 -k uvicorn.workers.UvicornWork …`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app.main:app',
      },
    ],
  },
  {
    name: 'python servers / gunicorn flags without value before the app',
    files: {
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'gunicorn --preload --reload app:app',
    processes: [
      {
        chain: ['the start command runs `gunicorn --preload --reload app:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
    note: '--preload, --reload, --daemon, --check-config, --print-config, --spew, --no-sendfile … stand alone; --reload is for development.',
  },
  {
    name: 'python servers / gunicorn --daemon',
    files: {
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'gunicorn --daemon -b 0.0.0.0:$PORT app:app',
    processes: [
      {
        chain: ['the start command runs `gunicorn --daemon -b 0.0.0.0:$PORT app:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
    ends: '`gunicorn` goes on in the background and the command ends',
    note: '-D/--daemon detaches; the command ends.',
  },
  {
    name: 'python servers / python -m gunicorn',
    files: {
      'manage.py': '',
      'shop/__init__.py': '',
      'shop/settings.py': '',
      'shop/wsgi.py': 'application = 1\n',
      'shop/asgi.py': 'application = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'python -m gunicorn shop.asgi:application -k uvicorn.workers.UvicornWorker',
    processes: [
      {
        chain: ['the start command runs `python -m gunicorn shop.asgi:application -k uvicorn.worke …`'],
        program: 'gunicorn',
        role: 'server',
        target: 'shop.asgi:application',
      },
    ],
    note: 'python -m puts the working directory on the path; the gunicorn command does so too (chdir).',
  },
  {
    name: 'python servers / gunicorn with a file name for a module',
    files: {
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'gunicorn app.py:app',
    processes: [
      {
        chain: ['the start command runs `gunicorn app.py:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app.py:app',
      },
    ],
    note: 'Imports module app.py (package app, module py): ModuleNotFoundError. A finding of missing-start-target.',
  },
  {
    name: 'python servers / the project folder twice',
    files: {
      'shop/manage.py': '',
      'shop/shop/__init__.py': '',
      'shop/shop/wsgi.py': 'application = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'gunicorn shop.shop.wsgi:application --bind 0.0.0.0:$PORT',
    processes: [
      {
        chain: ['the start command runs `gunicorn shop.shop.wsgi:application --bind 0.0.0.0:$PORT`'],
        program: 'gunicorn',
        role: 'server',
        target: 'shop.shop.wsgi:application',
      },
    ],
    note: 'shop/ has no __init__.py: a namespace package, importable. (Its settings module name may then be wrong.)',
  },
  {
    name: 'python servers / GUNICORN_CMD_ARGS prefix',
    files: {
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'GUNICORN_CMD_ARGS="--bind=0.0.0.0:8080 --timeout=60" gunicorn app:app',
    processes: [
      {
        chain: ['the start command runs `GUNICORN_CMD_ARGS="--bind=0.0.0.0:8080 --timeout=60" guni …`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
        env: {
          GUNICORN_CMD_ARGS: '--bind=0.0.0.0:8080 --timeout=60',
        },
      },
    ],
  },
  {
    name: 'python servers / uvicorn',
    files: {
      'app/__init__.py': '',
      'app/main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'uvicorn app.main:app --host 0.0.0.0 --port $PORT --workers 2',
    processes: [
      {
        chain: ['the start command runs `uvicorn app.main:app --host 0.0.0.0 --port $PORT --workers 2`'],
        program: 'uvicorn',
        role: 'server',
        target: 'app.main:app',
      },
    ],
  },
  {
    name: 'python servers / uvicorn --app-dir',
    files: {
      'src/api/main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'uvicorn --app-dir src api.main:app --host 0.0.0.0',
    processes: [
      {
        chain: ['the start command runs `uvicorn --app-dir src api.main:app --host 0.0.0.0`'],
        program: 'uvicorn',
        role: 'server',
        target: 'api.main:app',
      },
    ],
  },
  {
    name: 'python servers / uvicorn --factory',
    files: {
      'app/main.py': 'def create_app(): pass\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'uvicorn --factory app.main:create_app --proxy-headers',
    processes: [
      {
        chain: ['the start command runs `uvicorn --factory app.main:create_app --proxy-headers`'],
        program: 'uvicorn',
        role: 'server',
        target: 'app.main:create_app()',
      },
    ],
  },
  {
    name: 'python servers / uvicorn --reload',
    files: {
      'src/apps/api/main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'python -m uvicorn apps.api.main:app --host 0.0.0.0 --port 8000 --reload',
    processes: [
      {
        chain: ['the start command runs `python -m uvicorn apps.api.main:app --host 0.0.0.0 --port …`'],
        program: 'uvicorn',
        role: 'dev-server',
        target: 'apps.api.main:app',
      },
    ],
  },
  {
    name: 'python servers / PYTHONPATH',
    files: {
      'src/api/web/main.py': 'app = 1\n',
      'pyproject.toml': '[project]\nname = "app"\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'PYTHONPATH=src:. uv run uvicorn api.web.main:app --host 0.0.0.0 --port $PORT',
    processes: [
      {
        chain: ['the start command runs `PYTHONPATH=src:. uv run uvicorn api.web.main:app --host 0 …`'],
        program: 'uvicorn',
        role: 'server',
        target: 'api.web.main:app',
        env: {
          PYTHONPATH: 'src:.',
        },
      },
    ],
  },
  {
    name: 'python servers / PYTHONPATH by export in a script',
    files: {
      'start.sh':
        '#!/bin/bash\npip install -r requirements.txt\nexport PYTHONPATH=src\npython -m uvicorn apps.main:app --host 0.0.0.0 --port 8000\n',
      'src/apps/main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'bash start.sh',
    processes: [
      {
        chain: [
          'the start command runs `bash start.sh`',
          'start.sh runs `python -m uvicorn apps.main:app --host 0.0.0.0 --port 8000`',
        ],
        program: 'uvicorn',
        role: 'server',
        target: 'apps.main:app',
        env: {
          PYTHONPATH: 'src',
        },
      },
    ],
    before: ['pip install -r requirements.txt'],
  },
  {
    name: 'python servers / uvicorn with one module in a folder',
    files: {
      'backend/main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'cd backend && uvicorn main:app --host 0.0.0.0 --port 10000',
    processes: [
      {
        chain: ['the start command runs `uvicorn main:app --host 0.0.0.0 --port 10000`'],
        program: 'uvicorn',
        role: 'server',
        target: 'main:app',
        folder: 'backend',
      },
    ],
  },
  {
    name: 'python servers / hypercorn',
    files: {
      'main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'hypercorn main:app --bind "[::]:$PORT"',
    processes: [
      {
        chain: ['the start command runs `hypercorn main:app --bind "[::]:$PORT"`'],
        program: 'hypercorn',
        role: 'server',
        target: 'main:app',
      },
    ],
  },
  {
    name: 'python servers / daphne',
    files: {
      'manage.py': '',
      'shop/__init__.py': '',
      'shop/settings.py': '',
      'shop/wsgi.py': 'application = 1\n',
      'shop/asgi.py': 'application = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'daphne -b 0.0.0.0 -p $PORT shop.asgi:application',
    processes: [
      {
        chain: ['the start command runs `daphne -b 0.0.0.0 -p $PORT shop.asgi:application`'],
        program: 'daphne',
        role: 'server',
        target: 'shop.asgi:application',
      },
    ],
  },
  {
    name: 'python servers / waitress with --call',
    files: {
      'app.py': 'def create_app(): pass\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'waitress-serve --port=$PORT --call app:create_app',
    processes: [
      {
        chain: ['the start command runs `waitress-serve --port=$PORT --call app:create_app`'],
        program: 'waitress-serve',
        role: 'server',
        target: 'app:create_app()',
      },
    ],
  },
  {
    name: 'python servers / granian',
    files: {
      'main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'granian --interface asgi --host 0.0.0.0 --port $PORT main:app',
    processes: [
      {
        chain: ['the start command runs `granian --interface asgi --host 0.0.0.0 --port $PORT main …`'],
        program: 'granian',
        role: 'server',
        target: 'main:app',
      },
    ],
  },
  {
    name: 'python servers / uwsgi options',
    files: {
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'uwsgi --http 0.0.0.0:$PORT --master --module app:app',
    processes: [
      {
        chain: ['the start command runs `uwsgi --http 0.0.0.0:$PORT --master --module app:app`'],
        program: 'uwsgi',
        role: 'server',
        target: 'app:app',
      },
    ],
    note: '--module/-w, --wsgi-file/--file, --mount; --ini file.',
  },
  {
    name: 'python servers / uwsgi ini',
    files: {
      'uwsgi.ini': '[uwsgi]\nmodule = wsgi:app\nhttp = 0.0.0.0:$(PORT)\n',
      'wsgi.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'uwsgi --ini uwsgi.ini',
    processes: [
      {
        chain: ['the start command runs `uwsgi --ini uwsgi.ini`'],
        program: 'uwsgi',
        role: 'server',
        target: 'wsgi:app',
      },
    ],
  },
  {
    name: 'python servers / flask run finds app.py',
    files: {
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'flask run --host=0.0.0.0 --port=$PORT',
    processes: [
      {
        chain: ['the start command runs `flask run --host=0.0.0.0 --port=$PORT`'],
        program: 'flask',
        role: 'dev-server',
        target: 'app:',
      },
    ],
    note: 'Without FLASK_APP: wsgi.py, then app.py. Development server.',
  },
  {
    name: 'python servers / flask --app',
    files: {
      'shop/__init__.py': 'def create_app(): pass\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'flask --app shop:create_app run -h 0.0.0.0 -p $PORT',
    processes: [
      {
        chain: ['the start command runs `flask --app shop:create_app run -h 0.0.0.0 -p $PORT`'],
        program: 'flask',
        role: 'dev-server',
        target: 'shop:create_app',
      },
    ],
  },
  {
    name: 'python servers / FLASK_APP from the service',
    files: {
      'server.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
      env: {
        FLASK_APP: 'server.py',
      },
    },
    command: 'python -m flask run --host 0.0.0.0',
    processes: [
      {
        chain: ['the start command runs `python -m flask run --host 0.0.0.0`'],
        program: 'flask',
        role: 'dev-server',
        target: 'server:',
      },
    ],
  },
  {
    name: 'python servers / migrate, then flask run',
    files: {
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'flask db upgrade && flask run --host 0.0.0.0',
    processes: [
      {
        chain: ['the start command runs `flask run --host 0.0.0.0`'],
        program: 'flask',
        role: 'dev-server',
        target: 'app:',
      },
    ],
    before: ['flask db upgrade'],
  },
  {
    name: 'python servers / fastapi run',
    files: {
      'app/__init__.py': '',
      'app/main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'fastapi run app/main.py --port $PORT',
    processes: [
      {
        chain: ['the start command runs `fastapi run app/main.py --port $PORT`'],
        program: 'fastapi',
        role: 'server',
        target: 'app/main.py',
      },
    ],
  },
  {
    name: 'python servers / fastapi run without a file',
    files: {
      'app/__init__.py': '',
      'app/main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'fastapi run',
    processes: [
      {
        chain: ['the start command runs `fastapi run`'],
        program: 'fastapi',
        role: 'server',
        target: 'app/main.py',
      },
    ],
    note: 'main.py, app.py, api.py, app/main.py, app/app.py, app/api.py in this order (fastapi-cli discover.py).',
  },
  {
    name: 'python servers / fastapi dev',
    files: {
      'main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'fastapi dev main.py',
    processes: [
      {
        chain: ['the start command runs `fastapi dev main.py`'],
        program: 'fastapi',
        role: 'dev-server',
        target: 'main.py',
      },
    ],
  },
  {
    name: 'python servers / runserver',
    files: {
      'manage.py': '',
      'shop/__init__.py': '',
      'shop/settings.py': '',
      'shop/wsgi.py': 'application = 1\n',
      'shop/asgi.py': 'application = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'python manage.py runserver 0.0.0.0:$PORT',
    processes: [
      {
        chain: ['the start command runs `python manage.py runserver 0.0.0.0:$PORT`'],
        program: 'manage.py',
        role: 'dev-server',
        target: 'manage.py',
      },
    ],
    note: 'With --noreload still a development server.',
  },
  {
    name: 'python servers / migrate, collectstatic, gunicorn',
    files: {
      'backend/manage.py': '',
      'backend/shop/__init__.py': '',
      'backend/shop/settings.py': '',
      'backend/shop/wsgi.py': 'application = 1\n',
      'backend/shop/asgi.py': 'application = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'cd backend && python manage.py migrate && python manage.py init_owner && gunicorn shop.wsgi:application',
    processes: [
      {
        chain: ['the start command runs `gunicorn shop.wsgi:application`'],
        program: 'gunicorn',
        role: 'server',
        target: 'shop.wsgi:application',
        folder: 'backend',
      },
    ],
    before: ['python manage.py migrate', 'python manage.py init_owner'],
    note: 'Any manage.py command except runserver/runserver_plus/qcluster/… ends; an own command is taken as set-up.',
  },
  {
    name: 'python servers / streamlit',
    files: {
      'app.py': '',
    },
    service: {
      runtime: 'python',
    },
    command: 'streamlit run app.py --server.port $PORT --server.address 0.0.0.0',
    processes: [
      {
        chain: ['the start command runs `streamlit run app.py --server.port $PORT --server.address …`'],
        program: 'streamlit',
        role: 'server',
        target: 'app.py',
      },
    ],
  },
  {
    name: 'python servers / python file',
    files: {
      'app.py': '',
    },
    service: {
      runtime: 'python',
    },
    command: 'python app.py',
    processes: [
      {
        chain: ['the start command runs `python app.py`'],
        program: 'python',
        role: 'runtime',
        target: 'app.py',
      },
    ],
  },
  {
    name: 'python servers / python options',
    files: {
      'src/server.py': '',
    },
    service: {
      runtime: 'python',
    },
    command: 'python3 -u -X dev -W ignore::DeprecationWarning src/server.py --port $PORT',
    processes: [
      {
        chain: ['the start command runs `python3 -u -X dev -W ignore::DeprecationWarning src/serve …`'],
        program: 'python',
        role: 'runtime',
        target: 'src/server.py',
      },
    ],
    note: '-X and -W take a value; -m and -c end the options.',
  },
  {
    name: 'python servers / python -m package',
    files: {
      'app/__init__.py': '',
      'app/__main__.py': '',
    },
    service: {
      runtime: 'python',
    },
    command: 'python -m app',
    processes: [
      {
        chain: ['the start command runs `python -m app`'],
        program: 'python',
        role: 'runtime',
        target: 'app:',
      },
    ],
  },
  {
    name: 'python servers / python -m module',
    files: {
      'app/__init__.py': '',
      'app/server.py': '',
    },
    service: {
      runtime: 'python',
    },
    command: 'python -m app.server --port 8000',
    processes: [
      {
        chain: ['the start command runs `python -m app.server --port 8000`'],
        program: 'python',
        role: 'runtime',
        target: 'app.server:',
      },
    ],
  },
  {
    name: 'python servers / python with a folder',
    files: {
      'api/__main__.py': '',
    },
    service: {
      runtime: 'python',
    },
    command: 'python api',
    processes: [
      {
        chain: ['the start command runs `python api`'],
        program: 'python',
        role: 'runtime',
        target: 'api/__main__.py',
      },
    ],
  },
  {
    name: 'python servers / python -c',
    files: {
      'main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: "python -c \"import uvicorn; uvicorn.run('main:app', host='0.0.0.0')\"",
    processes: [
      {
        chain: ["the start command runs `python -c \"import uvicorn; uvicorn.run('main:app', host=' …`"],
        program: 'python',
        role: 'runtime',
        target: '(unknown)',
      },
    ],
  },
  {
    name: 'python servers / http.server',
    files: {
      'dist/index.html': '<p>',
    },
    service: {
      runtime: 'python',
    },
    command: 'python -m http.server $PORT --directory dist',
    processes: [
      {
        chain: ['the start command runs `python -m http.server $PORT --directory dist`'],
        program: 'http.server',
        role: 'dev-server',
        target: 'dist',
      },
    ],
  },
  {
    name: 'python servers / celery worker',
    files: {
      'manage.py': '',
      'shop/__init__.py': '',
      'shop/settings.py': '',
      'shop/wsgi.py': 'application = 1\n',
      'shop/asgi.py': 'application = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'celery -A shop worker --loglevel=info',
    processes: [
      {
        chain: ['the start command runs `celery -A shop worker --loglevel=info`'],
        program: 'celery',
        role: 'worker',
        target: null,
      },
    ],
    note: 'Never a web server, even when the service says web.',
  },
  {
    name: 'python servers / celery with options before the command',
    files: {
      'tasks.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'celery --app tasks --loglevel info flower --port=$PORT',
    processes: [
      {
        chain: ['the start command runs `celery --app tasks --loglevel info flower --port=$PORT`'],
        program: 'flower',
        role: 'server',
        target: null,
      },
    ],
    note: 'flower is a web page; worker, beat, events are not. Before Celery 5 the sub-command could stand before -A, too.',
  },
  {
    name: 'python servers / celery beat in the background',
    files: {
      'manage.py': '',
      'shop/__init__.py': '',
      'shop/settings.py': '',
      'shop/wsgi.py': 'application = 1\n',
      'shop/asgi.py': 'application = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'celery -A shop beat & gunicorn shop.wsgi',
    processes: [
      {
        chain: ['the start command runs `celery -A shop beat`'],
        program: 'celery',
        role: 'worker',
        target: null,
      },
      {
        chain: ['the start command runs `gunicorn shop.wsgi`'],
        program: 'gunicorn',
        role: 'server',
        target: 'shop.wsgi:application',
      },
    ],
  },
  {
    name: 'python servers / celery --detach in a function',
    files: {
      'start.sh':
        '#!/bin/bash\nexport ENVIRONMENT=${ENVIRONMENT:-production}\nstart_worker() {\n  celery -A celery_config worker --hostname=worker-$1@%h --detach\n}\nstart_worker 1\nstart_worker 2\nsleep 3\ncelery -A celery_config status\nexec python main.py\n',
      'main.py': '',
    },
    service: {
      runtime: 'python',
    },
    command: 'bash start.sh',
    processes: [
      {
        chain: [
          'the start command runs `bash start.sh`',
          'start.sh runs `celery -A celery_config worker --hostname=worker-$1@%h -- …`',
        ],
        program: 'celery',
        role: 'worker',
        target: null,
        env: {
          ENVIRONMENT: 'production',
        },
      },
      {
        chain: [
          'the start command runs `bash start.sh`',
          'start.sh runs `celery -A celery_config worker --hostname=worker-$1@%h -- …`',
        ],
        program: 'celery',
        role: 'worker',
        target: null,
        env: {
          ENVIRONMENT: 'production',
        },
      },
      {
        chain: ['the start command runs `bash start.sh`', 'start.sh runs `exec python main.py`'],
        program: 'python',
        role: 'runtime',
        target: 'main.py',
        env: {
          ENVIRONMENT: 'production',
        },
      },
    ],
    before: ['sleep 3', 'celery -A celery_config status'],
  },
  {
    name: 'python servers / rq, dramatiq, huey, arq',
    service: {
      runtime: 'python',
    },
    command: 'rq worker --url $REDIS_URL default',
    processes: [
      {
        chain: ['the start command runs `rq worker --url $REDIS_URL default`'],
        program: 'rq',
        role: 'worker',
        target: null,
      },
    ],
  },
  {
    name: 'python wrappers / poetry run',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'poetry run gunicorn app:app',
    processes: [
      {
        chain: ['the start command runs `poetry run gunicorn app:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
  },
  {
    name: 'python wrappers / poetry -C and --directory',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'backend/main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'poetry -C backend run uvicorn main:app',
    processes: [
      {
        chain: ['the start command runs `poetry -C backend run uvicorn main:app`'],
        program: 'uvicorn',
        role: 'server',
        target: 'main:app',
        folder: 'backend',
      },
    ],
    note: 'Poetry 2: --directory/-C runs in that folder; --project/-P only names it. Poetry 1: not checked.',
  },
  {
    name: 'python wrappers / poetry script',
    files: {
      'pyproject.toml': '[tool.poetry]\nname = "app"\n\n[tool.poetry.scripts]\nstart = "app.main:run"\n',
      'app/__init__.py': '',
      'app/main.py': 'def run(): pass\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'poetry run start',
    processes: [
      {
        chain: ['the start command runs `poetry run start`', 'start = "app.main:run"'],
        program: 'python',
        role: 'runtime',
        target: 'app.main:run()',
      },
    ],
    note: 'An entry point: it calls the function. [project.scripts] likewise (uv run start, after install).',
  },
  {
    name: 'python wrappers / pipenv run',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      Pipfile: '[packages]\n',
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'pipenv run gunicorn app:app --bind 0.0.0.0:$PORT',
    processes: [
      {
        chain: ['the start command runs `pipenv run gunicorn app:app --bind 0.0.0.0:$PORT`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
    note: 'pipenv loads .env by itself.',
  },
  {
    name: 'python wrappers / pipenv script',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      Pipfile: '[scripts]\nstart = "flask run -p 3000 -h 0.0.0.0"\nupgrade = "flask db upgrade"\n',
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'pipenv run start',
    processes: [
      {
        chain: ['the start command runs `pipenv run start`', 'the script start runs `flask run -p 3000 -h 0.0.0.0`'],
        program: 'flask',
        role: 'dev-server',
        target: 'app:',
      },
    ],
  },
  {
    name: 'python wrappers / uv run',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'app/__init__.py': '',
      'app/main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'uv run uvicorn app.main:app --host 0.0.0.0 --port $PORT',
    processes: [
      {
        chain: ['the start command runs `uv run uvicorn app.main:app --host 0.0.0.0 --port $PORT`'],
        program: 'uvicorn',
        role: 'server',
        target: 'app.main:app',
      },
    ],
  },
  {
    name: 'python wrappers / uv run --',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'uv run -- uvicorn --host 0.0.0.0 main:app',
    processes: [
      {
        chain: ['the start command runs `uv run -- uvicorn --host 0.0.0.0 main:app`'],
        program: 'uvicorn',
        role: 'server',
        target: 'main:app',
      },
    ],
  },
  {
    name: 'python wrappers / uv run with options',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'app.py': 'app = 1\n',
      '.env.prod': 'A=1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'uv run --frozen --no-dev --package api --with gunicorn --env-file .env.prod gunicorn app:app',
    processes: [
      {
        chain: ['the start command runs `uv run --frozen --no-dev --package api --with gunicorn -- …`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
        env: {
          A: '1',
        },
      },
    ],
    note: '--package, --with, --env-file, --python/-p, --extra, --group, --directory, --project, --index-url take a value.',
  },
  {
    name: 'python wrappers / uv run with a file',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'main.py': '',
    },
    service: {
      runtime: 'python',
    },
    command: 'uv run main.py',
    processes: [
      {
        chain: ['the start command runs `uv run main.py`'],
        program: 'python',
        role: 'runtime',
        target: 'main.py',
      },
    ],
    note: 'A .py file is run with python.',
  },
  {
    name: 'python wrappers / uv run -m',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'app/server.py': '',
    },
    service: {
      runtime: 'python',
    },
    command: 'uv run -m app.server',
    processes: [
      {
        chain: ['the start command runs `uv run -m app.server`'],
        program: 'python',
        role: 'runtime',
        target: 'app.server:',
      },
    ],
  },
  {
    name: 'python wrappers / uv --directory',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'services/api/main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'uv --directory services/api run uvicorn main:app',
    processes: [
      {
        chain: ['the start command runs `uv --directory services/api run uvicorn main:app`'],
        program: 'uvicorn',
        role: 'server',
        target: 'main:app',
        folder: 'services/api',
      },
    ],
  },
  {
    name: 'python wrappers / uvx',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'uvx --from gunicorn gunicorn app:app',
    processes: [
      {
        chain: ['the start command runs `uvx --from gunicorn gunicorn app:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
  },
  {
    name: 'python wrappers / pdm script',
    files: {
      'pyproject.toml': '[tool.pdm.scripts]\nstart = {cmd = "uvicorn main:app --host 0.0.0.0"}\n',
      'main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'pdm run start',
    processes: [
      {
        chain: ['the start command runs `pdm run start`', 'the script start runs `uvicorn main:app --host 0.0.0.0`'],
        program: 'uvicorn',
        role: 'server',
        target: 'main:app',
      },
    ],
    note: 'A string, {cmd}, {shell}, {call = "module:func"} or {composite = [...]}; _.env for all; pre_/post_ hooks.',
  },
  {
    name: 'python wrappers / pdm run with a program',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'pdm run gunicorn app:app',
    processes: [
      {
        chain: ['the start command runs `pdm run gunicorn app:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
  },
  {
    name: 'python wrappers / hatch run',
    files: {
      'pyproject.toml': '[tool.hatch.envs.prod.scripts]\nserve = "gunicorn {args:app:app}"\n',
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'hatch run prod:serve',
    processes: [
      {
        chain: ['the start command runs `hatch run prod:serve`', 'the script serve runs `gunicorn app:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
  },
  {
    name: 'python wrappers / rye run',
    files: {
      'pyproject.toml': '[tool.rye.scripts]\nstart = { cmd = ["uvicorn", "main:app"] }\n',
      'main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'rye run start',
    processes: [
      {
        chain: ['the start command runs `rye run start`', 'the script start runs `uvicorn main:app`'],
        program: 'uvicorn',
        role: 'server',
        target: 'main:app',
      },
    ],
  },
  {
    name: 'python wrappers / venv by path',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: './venv/bin/gunicorn app:app',
    processes: [
      {
        chain: ['the start command runs `./venv/bin/gunicorn app:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
  },
  {
    name: 'python wrappers / activate, then run',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: '. venv/bin/activate && gunicorn app:app',
    processes: [
      {
        chain: ['the start command runs `gunicorn app:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
    note: 'The venv is made by the build; reading activate changes PATH only.',
  },
  {
    name: 'python wrappers / ddtrace-run',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'ddtrace-run gunicorn app:app',
    processes: [
      {
        chain: ['the start command runs `ddtrace-run gunicorn app:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
  },
  {
    name: 'python wrappers / newrelic-admin',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'NEW_RELIC_CONFIG_FILE=newrelic.ini newrelic-admin run-program gunicorn app:app',
    processes: [
      {
        chain: ['the start command runs `NEW_RELIC_CONFIG_FILE=newrelic.ini newrelic-admin run-pro …`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
        env: {
          NEW_RELIC_CONFIG_FILE: 'newrelic.ini',
        },
      },
    ],
  },
  {
    name: 'python wrappers / opentelemetry-instrument',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'opentelemetry-instrument --traces_exporter otlp --service_name api uvicorn main:app',
    processes: [
      {
        chain: ['the start command runs `opentelemetry-instrument --traces_exporter otlp --service …`'],
        program: 'uvicorn',
        role: 'server',
        target: 'main:app',
      },
    ],
    note: 'Its options take a value each.',
  },
  {
    name: 'python wrappers / watchmedo',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'watchmedo auto-restart --directory=./ --pattern=*.py --recursive -- celery -A app worker',
    processes: [
      {
        chain: ['the start command runs `watchmedo auto-restart --directory=./ --pattern=*.py --re …`'],
        program: 'watchmedo',
        role: 'worker',
        target: null,
      },
    ],
  },
  {
    name: 'python wrappers / watchfiles',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'app.py': '',
    },
    service: {
      runtime: 'python',
    },
    command: 'watchfiles "python app.py" .',
    processes: [
      {
        chain: ['the start command runs `watchfiles "python app.py" .`', 'watchfiles runs `python app.py`'],
        program: 'watchfiles',
        role: 'dev-server',
        target: 'app.py',
      },
    ],
  },
  {
    name: 'python wrappers / conda run',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'conda run --no-capture-output -n web gunicorn app:app',
    processes: [
      {
        chain: ['the start command runs `conda run --no-capture-output -n web gunicorn app:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
  },
  {
    name: 'python wrappers / alembic first',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'app/__init__.py': '',
      'app/main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'alembic upgrade head && exec uvicorn app.main:app --host 0.0.0.0 --port ${PORT:-8000}',
    processes: [
      {
        chain: ['the start command runs `exec uvicorn app.main:app --host 0.0.0.0 --port ${PORT:-8 …`'],
        program: 'uvicorn',
        role: 'server',
        target: 'app.main:app',
      },
    ],
    before: ['alembic upgrade head'],
  },
  {
    name: 'python wrappers / the working directory of the module',
    files: {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n',
      'app/main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'gunicorn main:app',
    processes: [
      {
        chain: ['the start command runs `gunicorn main:app`'],
        program: 'gunicorn',
        role: 'server',
        target: 'main:app',
      },
    ],
    note: 'main.py lies in app/: module not found.',
  },
  {
    name: 'init programs and supervisors / dumb-init',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'dumb-init node server.js',
    processes: [
      {
        chain: ['the start command runs `dumb-init node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'init programs and supervisors / dumb-init with options',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'dumb-init --rewrite 15:2 -- sh -c "node server.js"',
    processes: [
      {
        chain: [
          'the start command runs `dumb-init --rewrite 15:2 -- sh -c "node server.js"`',
          'sh -c runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: '--rewrite/-r takes a value.',
  },
  {
    name: 'init programs and supervisors / tini',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'tini -s -- node server.js',
    processes: [
      {
        chain: ['the start command runs `tini -s -- node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'init programs and supervisors / gosu, su-exec, runuser',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'gosu app:app node server.js',
    processes: [
      {
        chain: ['the start command runs `gosu app:app node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'init programs and supervisors / su -c',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: "su -s /bin/sh app -c 'exec node server.js'",
    processes: [
      {
        chain: ["the start command runs `su -s /bin/sh app -c 'exec node server.js'`", 'su runs `exec node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'init programs and supervisors / wait-for-it',
    files: {
      'wait-for-it.sh': '#!/usr/bin/env bash\n# waits\n',
      'server.js': '',
      'worker.js': '',
    },
    command: './wait-for-it.sh db:5432 -t 60 -- node server.js',
    processes: [
      {
        chain: ['the start command runs `./wait-for-it.sh db:5432 -t 60 -- node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    before: ['wait-for-it db:5432 -t 60'],
    note: 'A known script by its name: what follows "--" is the command; its body is not worth reading.',
  },
  {
    name: 'init programs and supervisors / dockerize',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'dockerize -wait tcp://db:5432 -timeout 60s node server.js',
    processes: [
      {
        chain: ['the start command runs `dockerize -wait tcp://db:5432 -timeout 60s node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'init programs and supervisors / xvfb-run',
    files: {
      'server.js': '',
      'worker.js': '',
    },
    command: 'xvfb-run -a --server-args="-screen 0 1280x800x24" node server.js',
    processes: [
      {
        chain: ['the start command runs `xvfb-run -a --server-args="-screen 0 1280x800x24" node se …`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'init programs and supervisors / supervisord.conf',
    files: {
      'supervisord.conf':
        '[supervisord]\nnodaemon=true\n\n[program:api]\ncommand=node server.js\nenvironment=NODE_ENV="production",LOG="a,b"\n\n[program:jobs]\ncommand=/usr/bin/env node worker.js\nautostart=false\n\n[program:py]\ncommand=gunicorn app:app --bind 0.0.0.0:%(ENV_PORT)s\ndirectory=%(here)s/api\n',
      'api/app.py': 'app = 1\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'supervisord -c supervisord.conf',
    processes: [
      {
        chain: ['the start command runs `supervisord -c supervisord.conf`', 'the program api runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: {
          NODE_ENV: 'production',
          LOG: 'a,b',
        },
      },
      {
        chain: [
          'the start command runs `supervisord -c supervisord.conf`',
          'the program py runs `gunicorn app:app --bind 0.0.0.0:%(ENV_PORT)s`',
        ],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
        folder: 'api',
      },
    ],
    note: 'autostart=false is not started. %(here)s is the folder of the file, %(ENV_X)s a variable. Measured supervisor 4.2.',
  },
  {
    name: 'init programs and supervisors / supervisord has no shell',
    files: {
      'supervisord.conf':
        '[supervisord]\nnodaemon=true\n[program:web]\ncommand=gunicorn app:app --bind 0.0.0.0:$PORT && echo done\n',
      'app.py': 'app = 1\n',
    },
    command: 'supervisord -c supervisord.conf',
    processes: [
      {
        chain: [
          'the start command runs `supervisord -c supervisord.conf`',
          'the program web runs `gunicorn app:app --bind 0.0.0.0:$PORT && echo done`',
        ],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
      },
    ],
    note: '$PORT and && arrive as plain words: gunicorn refuses them. Needs sh -c or %(ENV_PORT)s.',
  },
  {
    name: 'init programs and supervisors / supervisord without nodaemon',
    files: {
      'supervisord.conf': '[supervisord]\nlogfile=/tmp/s.log\n[program:web]\ncommand=node server.js\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'supervisord -c supervisord.conf',
    processes: [
      {
        chain: ['the start command runs `supervisord -c supervisord.conf`', 'the program web runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    ends: 'supervisord goes into the background, where `nodaemon` is not set',
    note: 'nodaemon is false by default (supervisor options.py); -n turns it.',
  },
  {
    name: 'init programs and supervisors / supervisord -n with the default file',
    files: {
      'supervisord.conf': '[supervisord]\n[program:web]\ncommand=node server.js\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'supervisord -n',
    processes: [
      {
        chain: ['the start command runs `supervisord -n`', 'the program web runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: 'supervisord.conf, etc/supervisord.conf, /etc/supervisord.conf, /etc/supervisor/supervisord.conf in this order.',
  },
  {
    name: 'init programs and supervisors / supervisord include',
    files: {
      'supervisord.conf': '[supervisord]\nnodaemon=true\n[include]\nfiles = conf.d/*.conf\n',
      'conf.d/web.conf': '[program:web]\ncommand=node server.js\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'supervisord -c supervisord.conf',
    processes: [
      {
        chain: ['the start command runs `supervisord -c supervisord.conf`', 'the program web runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'init programs and supervisors / honcho start',
    files: {
      Procfile:
        'release: python manage.py migrate\nweb: gunicorn app:app --bind 0.0.0.0:$PORT\nworker: celery -A app worker\n',
      'app.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'honcho start web worker',
    processes: [
      {
        chain: [
          'the start command runs `honcho start web worker`',
          'the process web runs `gunicorn app:app --bind 0.0.0.0:$PORT`',
        ],
        program: 'gunicorn',
        role: 'server',
        target: 'app:app',
        env: {
          PORT: '10000',
        },
      },
      {
        chain: ['the start command runs `honcho start web worker`', 'the process worker runs `celery -A app worker`'],
        program: 'celery',
        role: 'worker',
        target: null,
        env: {
          PORT: '10100',
        },
      },
    ],
    note: 'honcho numbers ports: PORT for the first, +100 for the next.',
  },
  {
    name: 'init programs and supervisors / honcho -f',
    files: {
      'Procfile.prod': 'web: uvicorn main:app --host 0.0.0.0 --port $PORT\n',
      'main.py': 'app = 1\n',
    },
    service: {
      runtime: 'python',
    },
    command: 'honcho -f Procfile.prod start',
    processes: [
      {
        chain: [
          'the start command runs `honcho -f Procfile.prod start`',
          'the process web runs `uvicorn main:app --host 0.0.0.0 --port $PORT`',
        ],
        program: 'uvicorn',
        role: 'server',
        target: 'main:app',
      },
    ],
  },
  {
    name: 'init programs and supervisors / foreman starts every line, release too',
    files: {
      Procfile: 'web: node server.js\nworker: node worker.js\nrelease: npm run migrate\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'foreman start',
    processes: [
      {
        chain: ['the start command runs `foreman start`', 'the process web runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: { PORT: '10000' },
      },
      {
        chain: ['the start command runs `foreman start`', 'the process worker runs `node worker.js`'],
        program: 'node',
        role: 'runtime',
        target: 'worker.js',
        env: { PORT: '10100' },
      },
    ],
    gaps: ['there is no package.json in the root of the repository'],
    note: 'foreman has no "release" phase: the line is a process that ends, and foreman then stops all the others. The role by the line\'s name.',
  },
  {
    name: 'init programs and supervisors / node-foreman',
    files: {
      Procfile: 'web: node server.js\nclock: node worker.js\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'npx nf start web',
    processes: [
      {
        chain: ['the start command runs `npx nf start web`', 'the process web runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
  },
  {
    name: 'init programs and supervisors / heroku local, overmind, hivemind',
    files: {
      Procfile: 'web: node server.js\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'overmind start -l web',
    processes: [
      {
        chain: ['the start command runs `overmind start -l web`', 'the process web runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: { PORT: '(unknown)' },
      },
    ],
  },
  {
    name: 'init programs and supervisors / foreman counts the lines it does not start',
    files: { Procfile: 'css: yarn build:css --watch\nweb: node server.js\n', 'server.js': '' },
    command: 'foreman start web',
    processes: [
      {
        chain: ['the start command runs `foreman start web`', 'the process web runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: { PORT: '10100' },
      },
    ],
    note: 'github.com/ddollar/foreman lib/foreman/engine.rb, port_for: the place in the file counts.',
  },
  {
    name: 'init programs and supervisors / foreman -m',
    files: {
      Procfile: 'web: node server.js\nworker: node worker.js\nclock: node clock.js\n',
      'server.js': '',
      'worker.js': '',
      'clock.js': '',
    },
    command: 'foreman start -p 4000 -m all=1,worker=0',
    processes: [
      {
        chain: [
          'the start command runs `foreman start -p 4000 -m all=1,worker=0`',
          'the process web runs `node server.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: { PORT: '4000' },
      },
      {
        chain: [
          'the start command runs `foreman start -p 4000 -m all=1,worker=0`',
          'the process clock runs `node clock.js`',
        ],
        program: 'node',
        role: 'runtime',
        target: 'clock.js',
        env: { PORT: '4200' },
      },
    ],
  },
  {
    name: 'init programs and supervisors / node-foreman with counts',
    files: {
      Procfile: 'release: node migrate.js\nweb: node server.js\nworker: node worker.js\n',
      'server.js': '',
      'worker.js': '',
    },
    command: 'nf start web=1,worker=2',
    processes: [
      {
        chain: ['the start command runs `nf start web=1,worker=2`', 'the process web runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: { PORT: '10000' },
      },
      {
        chain: ['the start command runs `nf start web=1,worker=2`', 'the process worker runs `node worker.js`'],
        program: 'node',
        role: 'runtime',
        target: 'worker.js',
        env: { PORT: '10100' },
      },
    ],
    note: 'Measured node-foreman 3. One process entry for both workers is enough.',
  },
  {
    name: 'init programs and supervisors / honcho: -p counts more than PORT',
    files: { Procfile: 'web: node server.js\n', 'server.js': '' },
    command: 'honcho start -p 4000',
    processes: [
      {
        chain: ['the start command runs `honcho start -p 4000`', 'the process web runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
        env: { PORT: '4000' },
      },
    ],
    note: 'github.com/nickstenning/honcho honcho/command.py, map_from.',
  },
  {
    name: 'init programs and supervisors / overmind -N has no value',
    files: { Procfile: 'web: node server.js\nworker: node worker.js\n', 'server.js': '', 'worker.js': '' },
    command: 'overmind start -N -l web',
    processes: [
      {
        chain: ['the start command runs `overmind start -N -l web`', 'the process web runs `node server.js`'],
        program: 'node',
        role: 'runtime',
        target: 'server.js',
      },
    ],
    note: '-N, --no-port: PORT is left as it is.',
  },
  {
    name: 'frameworks / next standalone',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node .next/standalone/server.js"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node .next/standalone/server.js`'],
        program: 'node',
        role: 'runtime',
        target: '.next/standalone/server.js',
      },
    ],
    gaps: ['there is no file .next/standalone/server.js'],
  },
  {
    name: 'frameworks / nuxt',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node .output/server/index.mjs"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node .output/server/index.mjs`'],
        program: 'node',
        role: 'runtime',
        target: '.output/server/index.mjs',
      },
    ],
    gaps: ['there is no file .output/server/index.mjs'],
  },
  {
    name: 'frameworks / remix',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"cross-env NODE_ENV=production remix-serve ./build/index.js"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `cross-env NODE_ENV=production remix-serve ./build/index.js`',
        ],
        program: 'remix-serve',
        role: 'server',
        target: 'build/index.js',
        env: {
          NODE_ENV: 'production',
        },
      },
    ],
    gaps: ['there is no file build/index.js'],
  },
  {
    name: 'frameworks / react router',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"react-router-serve ./build/server/index.js"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `react-router-serve ./build/server/index.js`',
        ],
        program: 'react-router-serve',
        role: 'server',
        target: 'build/server/index.js',
      },
    ],
    gaps: ['there is no file build/server/index.js'],
  },
  {
    name: 'frameworks / react-scripts',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"HOST=0.0.0.0 react-scripts start"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `HOST=0.0.0.0 react-scripts start`'],
        program: 'react-scripts',
        role: 'dev-server',
        target: null,
        env: {
          HOST: '0.0.0.0',
        },
      },
    ],
  },
  {
    name: 'frameworks / nest in production',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node dist/main"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node dist/main`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/main',
      },
    ],
    gaps: ['there is no file dist/main'],
  },
  {
    name: 'frameworks / strapi develop through two scripts',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"npm run develop","develop":"strapi develop"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: [
          'the start command runs `npm start`',
          'the script start runs `npm run develop`',
          'the script develop runs `strapi develop`',
        ],
        program: 'strapi',
        role: 'dev-server',
        target: null,
      },
    ],
  },
  {
    name: 'frameworks / astro',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"node ./dist/server/entry.mjs"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `node ./dist/server/entry.mjs`'],
        program: 'node',
        role: 'runtime',
        target: 'dist/server/entry.mjs',
      },
    ],
    gaps: ['there is no file dist/server/entry.mjs'],
  },
  {
    name: 'frameworks / webpack-dev-server',
    files: {
      'package.json': '{"name":"app","scripts":{"start":"webpack serve --mode production"}}',
    },
    command: 'npm start',
    processes: [
      {
        chain: ['the start command runs `npm start`', 'the script start runs `webpack serve --mode production`'],
        program: 'webpack-dev-server',
        role: 'dev-server',
        target: null,
      },
    ],
  },
  {
    name: 'frameworks / rails',
    files: {
      Gemfile: 'gem "rails"\n',
      'config/puma.rb': 'port ENV.fetch("PORT", 3000)\n',
    },
    service: {
      runtime: 'ruby',
    },
    command: 'bundle exec rails server -b 0.0.0.0 -p 3000',
    processes: [
      {
        chain: ['the start command runs `bundle exec rails server -b 0.0.0.0 -p 3000`'],
        program: 'rails',
        role: 'server',
        target: null,
      },
    ],
  },
  {
    name: 'frameworks / a compiled program',
    files: {
      'go.mod': 'module app\n',
    },
    service: {
      runtime: 'go',
    },
    command: './app',
    processes: [
      {
        chain: ['the start command runs `./app`'],
        program: 'app',
        role: 'runtime',
        target: 'app',
      },
    ],
    gaps: ['there is no file app'],
  },
];
