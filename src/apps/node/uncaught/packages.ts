import type { External } from '../../../code/run/values.js';

/**
 * Packages that ask something outside of the process and reject where that does not answer, by the purpose each is published
 * for on https://www.npmjs.com; none was measured. Clients that give errors back as values (Supabase) are left out.
 */
const ASKING = new Set([
  ...[
    'pg',
    'pg-promise',
    'postgres',
    '@neondatabase/serverless',
    '@vercel/postgres',
    'mysql2',
    'mysql2/promise',
    'mariadb',
  ],
  ...['mssql', 'mongoose', 'mongodb', 'sequelize', 'typeorm', 'knex', 'drizzle-orm', '@mikro-orm/core', 'objection'],
  ...['@prisma/client', 'redis', 'ioredis', '@upstash/redis', 'cassandra-driver', 'neo4j-driver', 'sqlite', 'oracledb'],
  ...['axios', 'node-fetch', 'cross-fetch', 'undici', 'got', 'superagent', 'ky', 'request-promise', 'needle'],
  ...['openai', '@anthropic-ai/sdk', '@google/generative-ai', '@google/genai', 'groq-sdk', 'cohere-ai', 'replicate'],
  ...['stripe', 'nodemailer', '@sendgrid/mail', 'twilio', 'googleapis', 'firebase-admin', 'cloudinary', 'web-push'],
  ...[
    'amqplib',
    'kafkajs',
    'bullmq',
    'bull',
    'puppeteer',
    'playwright',
    '@octokit/rest',
    '@slack/web-api',
    'algoliasearch',
  ],
  ...['fs/promises', 'node:fs/promises', 'dns/promises', 'node:dns/promises'],
]);

/** Deepest chain of calls and names that is followed. */
const MAX_DEPTH = 30;

/** Whether something of a package asks outside of the process when it is called. */
export function asksOutside(value: External): boolean {
  let each = value;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const { origin } = each;
    switch (origin.by) {
      case 'package':
        return (
          ASKING.has(origin.specifier) || /^(?:@aws-sdk\/client-|drizzle-orm\/|@google-cloud\/)/.test(origin.specifier)
        );
      case 'global':
        return origin.name === 'fetch';
      case 'member':
        // `fs.promises`: all else of `fs` takes a callback.
        if (origin.name === 'promises' && origin.of.origin.by === 'package')
          return /^(?:node:)?fs$/.test(origin.of.origin.specifier);
        each = origin.of;
        break;
      case 'call': {
        const { callee } = origin.call;
        if (callee.is !== 'external') return false;
        each = callee;
      }
    }
  }
  return false;
}

/** Packages that let Express 4 catch what async handlers throw, or that catch unhandled rejections of the whole process. */
export const CATCHING: ReadonlySet<string> = new Set([
  ...[
    'express-async-errors',
    'express-async-router',
    'express-promise-router',
    '@sentry/node',
    '@sentry/profiling-node',
  ],
  ...['@awaitjs/express', 'express-asyncify', 'express-async-patch', '@honeybadger-io/js', '@bugsnag/js', 'rollbar'],
  ...['express-async-await', 'async-express-mw', 'newrelic', 'make-promises-safe', 'loud-rejection', 'dd-trace'],
]);
