import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that asks something outside of the process that is not there: nothing listens, or nobody knows the name. */
export interface AskingCase {
  /** As a program imports it. */
  specifier: string;
  /** As `npm install` takes them, its own first; none: it is Node's. */
  packages: readonly string[];
  /** In JavaScript, a promise. */
  asks: string;
  outcome: Asked;
}

/** What becomes of the promise within a minute. */
export type Asked = 'rejects' | 'waits';

/** Major versions that most programs have. */
const OLDER: Readonly<Record<string, string>> = {
  'node-fetch': '@2',
  got: '@11',
  ioredis: '@5',
  undici: '@7',
  ky: '@1',
};

function asking(specifier: string, asks: string, more: readonly string[] = []): AskingCase {
  const own = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  return { specifier, packages: [`${own}${OLDER[own] ?? ''}`, ...more], asks, outcome: 'rejects' };
}

export const ASKING_CASES: readonly AskingCase[] = [
  asking('pg', "new (require('pg').Client)({ host: '127.0.0.1', port: 1 }).connect()"),
  asking('pg-promise', "require('pg-promise')()('postgres://a:b@127.0.0.1:1/a').any('select 1')"),
  asking('postgres', "require('postgres')({ host: '127.0.0.1', port: 1, connect_timeout: 2 })`select 1`"),
  asking(
    '@neondatabase/serverless',
    "require('@neondatabase/serverless').neon('postgres://a:b@a.invalid/a')`select 1`",
  ),
  asking(
    '@vercel/postgres',
    "require('@vercel/postgres').createPool({ connectionString: 'postgres://a:b@a-pooler.invalid/a' }).sql`select 1`",
  ),
  asking('mysql2/promise', "require('mysql2/promise').createConnection({ host: '127.0.0.1', port: 1 })"),
  asking('mariadb', "require('mariadb').createConnection({ host: '127.0.0.1', port: 1, connectTimeout: 2000 })"),
  asking('mysql2', "require('mysql2').createPool({ host: '127.0.0.1', port: 1 }).promise().query('select 1')"),
  asking(
    'mssql',
    "require('mssql').connect({ server: '127.0.0.1', port: 1, user: 'a', password: 'b', connectionTimeout: 2000 })",
  ),
  asking('mongoose', "require('mongoose').connect('mongodb://127.0.0.1:1/a', { serverSelectionTimeoutMS: 1000 })"),
  asking(
    'mongodb',
    "new (require('mongodb').MongoClient)('mongodb://127.0.0.1:1/a', { serverSelectionTimeoutMS: 1000 }).connect()",
  ),
  asking(
    'sequelize',
    "new (require('sequelize').Sequelize)('a', 'b', 'c', { host: '127.0.0.1', port: 1, dialect: 'postgres', logging: false }).authenticate()",
    ['pg'],
  ),
  asking(
    'typeorm',
    "new (require('typeorm').DataSource)({ type: 'postgres', host: '127.0.0.1', port: 1 }).initialize()",
    ['pg', 'reflect-metadata'],
  ),
  asking('knex', "require('knex')({ client: 'pg', connection: { host: '127.0.0.1', port: 1 } }).raw('select 1')", [
    'pg',
  ]),
  asking(
    'drizzle-orm',
    "require('drizzle-orm/node-postgres').drizzle(new (require('pg').Pool)({ host: '127.0.0.1', port: 1 })).execute('select 1')",
    ['pg'],
  ),
  asking(
    'objection',
    "(() => { const { Model } = require('objection'); class A extends Model { static get tableName() { return 'a'; } } A.knex(require('knex')({ client: 'pg', connection: { host: '127.0.0.1', port: 1 } })); return A.query(); })()",
    ['knex', 'pg'],
  ),
  asking(
    'redis',
    "(() => { const c = require('redis').createClient({ url: 'redis://127.0.0.1:1', socket: { reconnectStrategy: false } }); c.on('error', () => 0); return c.connect(); })()",
  ),
  asking(
    'ioredis',
    "(() => { const c = new (require('ioredis'))({ host: '127.0.0.1', port: 1 }); c.on('error', () => 0); return c.get('a'); })()",
  ),
  asking(
    '@upstash/redis',
    "new (require('@upstash/redis').Redis)({ url: 'http://127.0.0.1:1', token: 'a', retry: false }).get('a')",
  ),
  asking(
    'cassandra-driver',
    "new (require('cassandra-driver').Client)({ contactPoints: ['127.0.0.1:1'], localDataCenter: 'a' }).connect()",
  ),
  asking(
    'neo4j-driver',
    "(() => { const n = require('neo4j-driver'); return n.driver('bolt://127.0.0.1:1', n.auth.basic('a', 'b')).session().run('return 1'); })()",
  ),
  asking('axios', "require('axios').get('http://127.0.0.1:1')"),
  asking('node-fetch', "require('node-fetch')('http://127.0.0.1:1')"),
  asking('cross-fetch', "require('cross-fetch')('http://127.0.0.1:1')"),
  asking('undici', "require('undici').request('http://127.0.0.1:1')"),
  asking('got', "require('got')('http://127.0.0.1:1', { retry: 0 })"),
  asking('superagent', "require('superagent').get('http://127.0.0.1:1').then((a) => a)"),
  asking('ky', "import('ky').then((k) => k.default('http://127.0.0.1:1', { retry: 0 }))"),
  asking('request-promise', "require('request-promise')('http://127.0.0.1:1').then((a) => a)", ['request']),
  asking('needle', "require('needle')('get', 'http://127.0.0.1:1')"),
  asking(
    'openai',
    "new (require('openai').OpenAI)({ apiKey: 'a', baseURL: 'http://127.0.0.1:1', maxRetries: 0 }).models.list()",
  ),
  asking(
    '@anthropic-ai/sdk',
    "new (require('@anthropic-ai/sdk').Anthropic)({ apiKey: 'a', baseURL: 'http://127.0.0.1:1', maxRetries: 0 }).models.list()",
  ),
  asking(
    '@google/generative-ai',
    "new (require('@google/generative-ai').GoogleGenerativeAI)('a').getGenerativeModel({ model: 'a' }, { baseUrl: 'http://127.0.0.1:1' }).generateContent('a')",
  ),
  asking(
    '@google/genai',
    "new (require('@google/genai').GoogleGenAI)({ apiKey: 'a', httpOptions: { baseUrl: 'http://127.0.0.1:1' } }).models.generateContent({ model: 'a', contents: 'a' })",
  ),
  asking(
    'groq-sdk',
    "new (require('groq-sdk').Groq)({ apiKey: 'a', baseURL: 'http://127.0.0.1:1', maxRetries: 0 }).models.list()",
  ),
  asking(
    'cohere-ai',
    "new (require('cohere-ai').CohereClient)({ token: 'a', environment: 'http://127.0.0.1:1' }).chat({ message: 'a' }, { maxRetries: 0 })",
  ),
  asking('replicate', "new (require('replicate'))({ auth: 'a', baseUrl: 'http://127.0.0.1:1' }).models.list()"),
  asking(
    'stripe',
    "(() => { const S = require('stripe'); return new (S.default || S)('sk_test_a', { host: '127.0.0.1', port: 1, protocol: 'http', maxNetworkRetries: 0 }).customers.list(); })()",
  ),
  asking(
    'nodemailer',
    "require('nodemailer').createTransport({ host: '127.0.0.1', port: 1 }).sendMail({ from: 'a@b.c', to: 'a@b.c', text: 'a' })",
  ),
  asking(
    '@sendgrid/mail',
    "(() => { const s = require('@sendgrid/mail'); s.setApiKey('SG.a'); s.client.setDefaultRequest('baseUrl', 'http://127.0.0.1:1'); return s.send({ to: 'a@b.c', from: 'a@b.c', subject: 'a', text: 'a' }); })()",
  ),
  asking(
    'twilio',
    "require('twilio')('AC' + 'a'.repeat(32), 'b').messages.create({ body: 'a', from: '+1', to: '+1' })",
  ),
  asking(
    'web-push',
    "(() => { const w = require('web-push'); const k = w.generateVAPIDKeys(); w.setVapidDetails('mailto:a@b.c', k.publicKey, k.privateKey); return w.sendNotification({ endpoint: 'https://127.0.0.1:1/a', keys: { p256dh: k.publicKey, auth: 'AAAAAAAAAAAAAAAAAAAAAA' } }, 'a'); })()",
  ),
  asking('amqplib', "require('amqplib').connect('amqp://127.0.0.1:1')"),
  asking(
    'kafkajs',
    "new (require('kafkajs').Kafka)({ brokers: ['127.0.0.1:1'], retry: { retries: 0 }, logLevel: 0 }).producer().connect()",
  ),
  {
    specifier: 'bullmq',
    packages: ['bullmq@5'],
    asks: "(() => { const q = new (require('bullmq').Queue)('a', { connection: { host: '127.0.0.1', port: 1 } }); q.on('error', () => 0); return q.add('a', {}); })()",
    outcome: 'waits',
  },
  {
    specifier: 'bull',
    packages: ['bull@4'],
    asks: "(() => { const q = new (require('bull'))('a', { redis: { host: '127.0.0.1', port: 1 } }); q.on('error', () => 0); return q.add({}); })()",
    outcome: 'waits',
  },
  asking(
    '@octokit/rest',
    "import('@octokit/rest').then(({ Octokit }) => new Octokit({ baseUrl: 'http://127.0.0.1:1', log: { debug() {}, info() {}, warn() {}, error() {} } }).rest.meta.get())",
  ),
  asking(
    '@slack/web-api',
    "new (require('@slack/web-api').WebClient)('a', { slackApiUrl: 'http://127.0.0.1:1/', retryConfig: { retries: 0 }, logLevel: 'error' }).auth.test()",
  ),
  asking('algoliasearch', "require('algoliasearch').algoliasearch('a', 'b').listIndices()"),
  asking(
    'cloudinary',
    "(() => { const c = require('cloudinary').v2; c.config({ cloud_name: 'a', api_key: 'b', api_secret: 'c', upload_prefix: 'https://127.0.0.1:1' }); return c.api.ping(); })()",
  ),
  { specifier: 'fs/promises', packages: [], asks: "require('fs/promises').readFile('/none')", outcome: 'rejects' },
  { specifier: 'dns/promises', packages: [], asks: "require('dns/promises').lookup('a.invalid')", outcome: 'rejects' },
];

/** Longest time that one is given, in ms. */
const LIMIT = 60_000;

/** What became of it, in a folder that has the packages; undefined: neither. */
export function askedIn(folder: string, { specifier, asks }: AskingCase): Asked | undefined {
  const file = join(folder, `asks-${specifier.replace(/\W+/g, '-')}.cjs`);
  // Some throw beside the promise, too.
  writeFileSync(
    file,
    `process.on('uncaughtException', () => {});
(async () => {
const asked = (async () => ${asks})().then(() => 'answers', () => 'rejects');
const waits = new Promise((resolve) => setTimeout(resolve, 45000, 'waits'));
console.log('ASKED ' + (await Promise.race([asked, waits])));
process.exit(0);
})();
`,
  );
  const { stdout } = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8', timeout: LIMIT });
  const word = /^ASKED (?<word>rejects|waits)$/m.exec(stdout)?.groups?.word;
  return word === 'rejects' || word === 'waits' ? word : undefined;
}
