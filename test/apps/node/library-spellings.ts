import type { Spelling } from './spellings.js';

const DEFAULT = ':: 10000 5';
const LOCAL = '127.0.0.1 10000 5';
const row = (program: Spelling['program'], ...listens: string[]): Spelling => ({ program, listens });
const express = (rest: string): string => `const app = require('express')();\n${rest}`;
const esm = (rest: string): string => `import express from 'express';\nconst app = express();\n${rest}`;

const SERVER = '{ "server": { "port": 3000, "host": "127.0.0.1" } }';
const settings = (files: Readonly<Record<string, string>>, ...listens: string[]): Spelling => {
  const program =
    "const config = require('config');\napp.listen(config.get('server.port'), config.get('server.host'));";
  return row({ 'server.js': express(program), ...files }, ...listens);
};

/** The package `config`. */
const NODE_CONFIG: readonly Spelling[] = [
  settings({ 'config/default.json': SERVER }, '127.0.0.1 3000 5'),
  settings(
    { 'config/default.json': SERVER, 'config/production.json': '{ "server": { "host": "0.0.0.0" } }' },
    '0.0.0.0 3000 5',
  ),
  settings(
    { 'config/default.json': SERVER, 'config/development.json': '{ "server": { "host": "0.0.0.0" } }' },
    '127.0.0.1 3000 5',
  ),
  settings(
    {
      'config/default.json': SERVER,
      'config/custom-environment-variables.json': '{ "server": { "port": "PORT", "host": "HOST" } }',
    },
    LOCAL,
  ),
  settings(
    {
      'config/default.yaml': 'server:\n  port: 3000\n  host: 127.0.0.1\n',
      'config/custom-environment-variables.yaml': 'server:\n  port:\n    __name: PORT\n    __format: number\n',
    },
    LOCAL,
  ),
  settings(
    {
      'config/default.yml': 'server:\n  port: 8080\n  host: "0.0.0.0"\n',
      'config/production.yml': 'server: { port: 80 }\n',
    },
    '0.0.0.0 80 5',
  ),
  settings(
    { 'config/default.js': "module.exports = { server: { port: process.env.PORT || 3000, host: '127.0.0.1' } };" },
    LOCAL,
  ),
  settings(
    {
      'config/default.js': "module.exports = { server: { port: process.env.PORT || 3000, host: '127.0.0.1' } };",
      'config/production.js': "module.exports = { server: { host: '0.0.0.0' } };",
      'config/test.js': 'module.exports = { server: { port: 1 } };',
    },
    '0.0.0.0 10000 5',
  ),
  settings(
    { 'config/default.json': SERVER, 'config/local.json': '{ "server": { "port": 4000 } }' },
    '127.0.0.1 4000 5',
  ),
  settings(
    { 'config/default.json': SERVER, 'config/local-production.json': '{ "server": { "port": 4001 } }' },
    '127.0.0.1 4001 5',
  ),
  {
    ...settings(
      { 'config/default.json': SERVER, 'config/staging.json': '{ "server": { "port": 5000 } }' },
      '127.0.0.1 5000 5',
    ),
    env: { NODE_CONFIG_ENV: 'staging' },
  },
  { ...settings({ 'settings/default.json': SERVER }, '127.0.0.1 3000 5'), env: { NODE_CONFIG_DIR: './settings' } },
  row(
    {
      'server.js': esm(
        "import config from 'config';\nconst { port, host } = config.get('server');\napp.listen(port, host);",
      ),
      'config/default.json': SERVER,
    },
    '127.0.0.1 3000 5',
  ),
  row(
    {
      'server.js': express("const config = require('config');\napp.listen(config.server.port, config.server.host);"),
      'config/default.json': SERVER,
    },
    '127.0.0.1 3000 5',
  ),
  row(
    {
      'server.js': express(
        "const config = require('config');\napp.listen(process.env.PORT || config.get('port'), config.has('host') ? config.get('host') : '0.0.0.0');",
      ),
      'config/default.json': '{ "port": 3000, "host": "127.0.0.1" }',
    },
    LOCAL,
  ),
  row(
    {
      'server.js': esm("import { port } from './settings.js';\napp.listen(port);"),
      'settings.js': "import config from 'config';\nexport const port = config.get('port');",
      'config/default.cjs': 'exports.port = 3000;',
    },
    ':: 3000 5',
  ),
  // Not decided: a kind of file that is not read, a setting that is nowhere, settings in a variable.
  settings({ 'config/default.toml': '[server]\nport = 3000\n', 'config/production.json': SERVER }, '? ? 5'),
  settings({ 'config/default.json5': '{ server: { port: 3000 } }' }, '? ? 5'),
  settings({ 'config/default.json': '{ "server": { "port": 3000 } }' }, '? 3000 5'),
  settings({}, '? ? 5'),
  { ...settings({ 'config/default.json': SERVER }, '? ? 5'), env: { NODE_CONFIG: '{"server":{"host":"0.0.0.0"}}' } },
  // A module of the repository by that name.
  row(
    {
      'server.js': express("const config = require('./config');\napp.listen(config.port);"),
      'config/index.js': 'exports.port = 7000;',
      'config/default.json': SERVER,
    },
    ':: 7000 5',
  ),
];

const nconf = (rest: string): string => express(`const nconf = require('nconf');\n${rest}`);

const NCONF: readonly Spelling[] = [
  row(
    nconf(
      "nconf.argv().env().defaults({ PORT: 3000, HOST: '127.0.0.1' });\napp.listen(nconf.get('PORT'), nconf.get('HOST'));",
    ),
    LOCAL,
  ),
  row(
    nconf("nconf.env().argv();\nnconf.defaults({ http: { port: 3000 } });\napp.listen(nconf.get('http:port'));"),
    ':: 3000 5',
  ),
  row(
    nconf(
      "nconf.env('__').defaults({ http: { port: 3000, host: 'localhost' } });\nconst http = nconf.get('http');\napp.listen(http.port, http.host);",
    ),
    'localhost 3000 5',
  ),
  {
    ...row(
      nconf("nconf.env('__').defaults({ http: { port: 3000 } });\napp.listen(nconf.get('http').port);"),
      ':: 8080 5',
    ),
    env: { http__port: '8080' },
  },
  {
    ...row(
      nconf("nconf.env({ separator: '__' }).defaults({ http: { port: 3000 } });\napp.listen(nconf.get('http:port'));"),
      ':: 8080 5',
    ),
    env: { http__port: '8080' },
  },
  row(nconf("nconf.env({ lowerCase: true });\napp.listen(nconf.get('port'));"), DEFAULT),
  row(nconf("nconf.env(['HOST']).defaults({ PORT: 3000 });\napp.listen(nconf.get('PORT'));"), ':: 3000 5'),
  row(
    {
      'server.js': nconf("nconf.file({ file: 'config.json' }).env();\napp.listen(nconf.get('PORT'));"),
      'config.json': '{ "PORT": 5000 }',
    },
    ':: 5000 5',
  ),
  row(
    {
      'server.js': nconf(
        "const path = require('path');\nnconf.env().file('own', path.join(__dirname, 'config', process.env.NODE_ENV + '.json')).file('base', 'config/all.json');\napp.listen(nconf.get('port'), nconf.get('host'));",
      ),
      'config/production.json': '{ "port": 8080 }',
      'config/all.json': '{ "port": 3000, "host": "127.0.0.1" }',
    },
    '127.0.0.1 8080 5',
  ),
  row(nconf("nconf.overrides({ PORT: 9000 });\nnconf.env();\napp.listen(nconf.get('PORT'));"), ':: 9000 5'),
  row(
    {
      'server.js': express("const config = require('./config');\napp.listen(config.get('PORT'), config.get('HOST'));"),
      'config.js': "const nconf = require('nconf');\nmodule.exports = nconf.env().defaults({ HOST: '127.0.0.1' });",
    },
    LOCAL,
  ),
  // Not decided.
  row(nconf("nconf.defaults({ PORT: 1 });\nnconf.set('PORT', 2);\napp.listen(nconf.get('PORT'));"), ':: ? 5'),
  row(nconf("nconf.defaults({ PORT: 1 });\nnconf.set('HTTP_PORT', 2);\napp.listen(nconf.get('PORT'));"), ':: 1 5'),
  row(
    nconf(
      "nconf.defaults({ http: { port: 1 } });\nnconf.set('http', { port: 2 });\napp.listen(nconf.get('http:port'));",
    ),
    ':: ? 5',
  ),
  row(
    nconf("nconf.defaults({ http: { port: 1 } });\nnconf.merge('http', own);\napp.listen(nconf.get('http:port'));"),
    ':: ? 5',
  ),
  // Added again under its name, a store takes the place of the one before.
  row(nconf("nconf.defaults({ port: 1 });\nnconf.defaults({ port: 2 });\napp.listen(nconf.get('port'));"), ':: 2 5'),
  row(
    {
      'a.json': '{"port":1}',
      'b.json': '{"port":2}',
      'server.js': nconf("nconf.file('a.json');\nnconf.file({ file: 'b.json' });\napp.listen(nconf.get('port'));"),
    },
    ':: 2 5',
  ),
  row(
    {
      'a.json': '{"port":1}',
      'b.json': '{"port":2}',
      'server.js': nconf("nconf.file('one', 'a.json');\nnconf.file('two', 'b.json');\napp.listen(nconf.get('port'));"),
    },
    ':: 1 5',
  ),
  row(nconf("nconf.use('redis').defaults({ port: 1 });\napp.listen(nconf.get('port'));"), ':: ? 5'),
  row(nconf("nconf.env({ transform: rename });\napp.listen(nconf.get('port'));"), ':: ? 5'),
];

const ARGUMENTS: readonly Spelling[] = [
  row(
    express(
      "const argv = require('minimist')(process.argv.slice(2), { default: { port: 3000, host: 'localhost' } });\napp.listen(argv.port, argv.host);",
    ),
    'localhost 3000 5',
  ),
  row(
    express(
      "const argv = require('minimist')(process.argv.slice(2), { alias: { p: 'port' }, default: { p: process.env.PORT } });\napp.listen(argv.port);",
    ),
    DEFAULT,
  ),
  row(
    express(
      "const argv = require('minimist')(process.argv.slice(2));\napp.listen(argv.port || process.env.PORT || 3000);",
    ),
    DEFAULT,
  ),
  row(
    express(
      "const { argv } = require('yargs')(process.argv.slice(2)).options({ port: { default: process.env.PORT }, host: { default: '127.0.0.1' } });\napp.listen(argv.port, argv.host);",
    ),
    LOCAL,
  ),
  row(
    express(
      "const yargs = require('yargs/yargs')(process.argv.slice(2));\nconst argv = yargs.option('port', { alias: 'p', type: 'number', default: 3000 }).argv;\napp.listen(argv.p);",
    ),
    ':: 3000 5',
  ),
  row(
    esm(
      "import yargs from 'yargs';\nimport { hideBin } from 'yargs/helpers';\nconst argv = await yargs(hideBin(process.argv)).default('port', 4000).alias('port', 'p').parse();\napp.listen(argv.p);",
    ),
    ':: 4000 5',
  ),
  row(
    esm(
      "import yargs from 'yargs';\nimport { hideBin } from 'yargs/helpers';\nconst { port } = yargs(hideBin(process.argv)).option('port', { type: 'number' }).parseSync();\napp.listen(port ?? process.env.PORT);",
    ),
    DEFAULT,
  ),
  row(
    express(
      "const { program } = require('commander');\nprogram.option('-p, --port <number>', 'port', '3000').option('--http-host <host>', 'host', '127.0.0.1');\nprogram.parse();\nconst { port, httpHost } = program.opts();\napp.listen(port, httpHost);",
    ),
    '127.0.0.1 3000 5',
  ),
  row(
    esm(
      "import { Command } from 'commander';\nconst program = new Command();\nprogram.name('x').option('-p, --port <number>', 'port', Number, 8080).parse(process.argv);\napp.listen(program.opts().port);",
    ),
    ':: 8080 5',
  ),
  row(
    esm(
      "import { Command, Option } from 'commander';\nconst program = new Command().addOption(new Option('-p, --port <n>', 'port').env('PORT').default(3000).argParser((text) => parseInt(text, 10)));\nprogram.parse();\napp.listen(program.opts().port);",
    ),
    DEFAULT,
  ),
  row(
    esm(
      "import { parseArgs } from 'node:util';\nconst { values } = parseArgs({ options: { port: { type: 'string', short: 'p', default: '3000' } } });\napp.listen(Number(values.port));",
    ),
    ':: 3000 5',
  ),
  // `parseInt` gets what is there already as its second argument.
  row(
    esm(
      "import { Command, Option } from 'commander';\nconst program = new Command().addOption(new Option('-p, --port <n>', 'port').env('PORT').default(3000).argParser(parseInt));\nprogram.parse();\napp.listen(program.opts().port);",
    ),
    ':: ? 5',
  ),
  // Not decided.
  row(
    express(
      "const yargs = require('yargs/yargs')(process.argv.slice(2));\nconst argv = yargs.env('APP').option('port', { default: 3000 }).argv;\napp.listen(argv.port);",
    ),
    ':: ? 5',
  ),
  row(
    express(
      "require('yargs/yargs')(process.argv.slice(2)).command('$0', 'x', (y) => y, (argv) => app.listen(argv.port)).argv;",
    ),
    ':: ? 5',
  ),
  row(
    express(
      "const { program } = require('commander');\nprogram.option('-p, --port <n>').action((options) => app.listen(options.port));\nprogram.parse();",
    ),
    ':: ? 5',
  ),
];

/** Packages that check variables. */
const CHECKED: readonly Spelling[] = [
  row(
    esm(
      "import * as v from 'valibot';\nconst env = v.parse(v.object({ PORT: v.optional(v.pipe(v.string(), v.transform(Number)), '3000'), HOST: v.optional(v.string(), '127.0.0.1') }), process.env);\napp.listen(env.PORT, env.HOST);",
    ),
    LOCAL,
  ),
  row(
    esm(
      "import * as v from 'valibot';\nconst schema = v.object({ API_PORT: v.pipe(v.optional(v.string(), '4000'), v.decimal(), v.transform(Number)) });\nconst result = v.safeParse(schema, process.env);\nif (!result.success) process.exit(1);\napp.listen(result.output.API_PORT);",
    ),
    ':: 4000 5',
  ),
  row(
    esm(
      "import { object, parse, pipe, string, transform } from 'valibot';\nexport const env = parse(object({ PORT: pipe(string(), transform((x) => parseInt(x, 10))) }), process.env);\napp.listen(env.PORT);",
    ),
    DEFAULT,
  ),
  row(
    esm(
      "import { Type } from '@sinclair/typebox';\nimport { Value } from '@sinclair/typebox/value';\nconst Env = Type.Object({ PORT: Type.Number({ default: 3000 }), HOST: Type.String({ default: '127.0.0.1' }) });\nconst env = Value.Parse(Env, process.env);\napp.listen(env.PORT, env.HOST);",
    ),
    LOCAL,
  ),
  row(
    esm(
      "import { Type } from '@sinclair/typebox';\nimport { Value } from '@sinclair/typebox/value';\nconst Env = Type.Object({ API_PORT: Type.Integer({ default: 4000 }) });\nconst env = Value.Default(Env, { ...process.env });\napp.listen(env.API_PORT);",
    ),
    ':: 4000 5',
  ),
  row(
    esm(
      "import { Type } from '@sinclair/typebox';\nimport { Value } from '@sinclair/typebox/value';\nconst Env = Type.Object({ PORT: Type.Number() });\nconst env = Value.Decode(Env, Value.Convert(Env, { ...process.env }));\napp.listen(env.PORT);",
    ),
    DEFAULT,
  ),
  row(
    express(
      "const envSchema = require('env-schema');\nconst config = envSchema({ schema: { type: 'object', required: ['PORT'], properties: { PORT: { type: 'number', default: 3000 }, HOST: { type: 'string', default: '127.0.0.1' } } }, dotenv: true });\napp.listen(config.PORT, config.HOST);",
    ),
    LOCAL,
  ),
  row(
    {
      'server.js': esm(
        "import { envSchema } from 'env-schema';\nconst config = envSchema({ schema: { type: 'object', properties: { PORT: { type: 'string' }, API_HOST: { type: 'string', default: '0.0.0.0' } } }, dotenv: true });\napp.listen(config.PORT, config.API_HOST);",
      ),
      '.env': 'PORT=4000\nAPI_HOST=127.0.0.1\n',
    },
    LOCAL,
  ),
  row(
    express(
      "const envSchema = require('env-schema');\nconst config = envSchema({ schema: { type: 'object', properties: { PORT: { type: 'string', default: '3000' } } }, data: { PORT: '5000' } });\napp.listen(config.PORT);",
    ),
    ':: 5000 5',
  ),
  row(
    express(
      "const envSchema = require('env-schema');\nconst config = envSchema({ schema: require('@acme/schema') });\napp.listen(config.PORT);",
    ),
    ':: ? 5',
  ),
  row(
    "const fastify = require('fastify')();\nconst schema = { type: 'object', required: ['PORT'], properties: { PORT: { type: 'string', default: 3000 } } };\nfastify.register(require('@fastify/env'), { schema, dotenv: true });\nfastify.ready().then(() => fastify.listen({ port: Number(fastify.config.PORT), host: '0.0.0.0' }));",
    '0.0.0.0 10000 72',
  ),
  row(
    "import Fastify from 'fastify';\nimport fastifyEnv from '@fastify/env';\nconst app = Fastify();\nawait app.register(fastifyEnv, { confKey: 'env', schema: { type: 'object', properties: { APP_PORT: { type: 'number', default: 4000 }, HOST: { type: 'string', default: '127.0.0.1' } } } });\nawait app.listen({ port: app.env.APP_PORT, host: app.getEnvs().HOST });",
    '127.0.0.1 4000 72',
  ),
  row(
    esm(
      "import { parseEnv } from 'znv';\nimport { z } from 'zod';\nexport const { PORT, HOST } = parseEnv(process.env, { PORT: z.number().default(3000), HOST: z.string().default('127.0.0.1') });\napp.listen(PORT, HOST);",
    ),
    LOCAL,
  ),
  row(
    esm(
      "import { createEnv } from '@t3-oss/env-core';\nimport { z } from 'zod';\nexport const env = createEnv({ server: { API_PORT: z.coerce.number().default(4000) }, runtimeEnvStrict: { API_PORT: process.env.API_PORT } });\napp.listen(env.API_PORT);",
    ),
    ':: 4000 5',
  ),
];

const DOTENV: readonly Spelling[] = [
  row(
    {
      'server.js': express("require('dotenv-flow').config();\napp.listen(process.env.APP_PORT, process.env.HOST);"),
      '.env': 'APP_PORT=3000\nHOST=127.0.0.1\n',
      '.env.production': 'HOST=0.0.0.0\n',
      '.env.development': 'APP_PORT=1\n',
    },
    '0.0.0.0 3000 5',
  ),
  row(
    {
      'server.js': `import 'dotenv-flow/config';\n${esm('app.listen(process.env.APP_PORT);')}`,
      '.env': 'APP_PORT=3000\n',
      '.env.local': 'APP_PORT=3001\n',
    },
    ':: 3001 5',
  ),
  row(
    {
      'server.js': express(
        "require('dotenv-flow').config({ node_env: 'staging', path: 'env' });\napp.listen(process.env.APP_PORT);",
      ),
      'env/.env': 'APP_PORT=3000\n',
      'env/.env.staging': 'APP_PORT=4000\n',
    },
    ':: 4000 5',
  ),
  row(
    {
      'server.js': express(
        "require('@dotenvx/dotenvx').config();\napp.listen(process.env.APP_PORT, process.env.HOST);",
      ),
      '.env': 'APP_PORT=3000\nHOST=127.0.0.1\n',
    },
    '127.0.0.1 3000 5',
  ),
  row(
    {
      'server.js': `import '@dotenvx/dotenvx/config';\n${esm('app.listen(process.env.PORT, process.env.HOST);')}`,
      '.env': 'PORT=3000\nHOST=127.0.0.1\n',
    },
    LOCAL,
  ),
  row(
    {
      'server.js': express(
        "require('@dotenvx/dotenvx').config({ path: '.env.production', overload: true });\napp.listen(process.env.PORT);",
      ),
      '.env.production': 'PORT=5000\n',
    },
    ':: 5000 5',
  ),
  row(
    {
      'server.js': express("require('@dotenvx/dotenvx').config();\napp.listen(process.env.PORT, process.env.HOST);"),
      '.env': 'HOST="encrypted:BDqDBibm4wsYqMpCjTQ6BsDHmMadg9K3dAt"\n',
    },
    '? 10000 5',
  ),
];

/** Settings that the program reads from a file itself. */
const FILES: readonly Spelling[] = [
  // A function gives other values than those in the file.
  row(
    {
      'server.js': express(
        "const config = JSON.parse(require('fs').readFileSync('config.json'), (key, value) => process.env[key] ?? value);\napp.listen(config.PORT);",
      ),
      'config.json': '{"PORT":8080}',
    },
    ':: ? 5',
  ),
  ...[
    "const fs = require('fs');\nconst path = require('path');\nconst config = JSON.parse(fs.readFileSync(path.join(__dirname, 'config.json'), 'utf8'));",
    "const config = JSON.parse(require('node:fs').readFileSync('./config.json').toString());",
    "const { readFileSync } = require('fs');\nconst config = JSON.parse(readFileSync('config.json'));",
    "const config = require('fs-extra').readJsonSync('config.json');",
  ].map((text) =>
    row(
      {
        'server.js': express(`${text}\napp.listen(process.env.PORT || config.port, config.host);`),
        'config.json': '{ "port": 4100, "host": "127.0.0.1" }',
      },
      LOCAL,
    ),
  ),
  row(
    {
      'server.js': esm(
        "import { readFile } from 'node:fs/promises';\nconst config = JSON.parse(await readFile(new URL('./config.json', import.meta.url), 'utf8'));\napp.listen(config.port, config.host);",
      ),
      'config.json': '{ "port": 4100, "host": "127.0.0.1" }',
    },
    '127.0.0.1 4100 5',
  ),
  // A file that only the machine has, and one that depends on a value.
  row(
    express("const config = JSON.parse(require('fs').readFileSync('/etc/config.json'));\napp.listen(config.port);"),
    ':: ? 5',
  ),
  row(express("const config = JSON.parse(require('fs').readFileSync(load()));\napp.listen(config.port);"), ':: ? 5'),
];

export const LIBRARY_SPELLINGS: readonly Spelling[] = [
  ...FILES,
  ...NODE_CONFIG,
  ...NCONF,
  ...ARGUMENTS,
  ...CHECKED,
  ...DOTENV,
];
