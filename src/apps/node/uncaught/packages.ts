import type { External } from '../../../code/run/values.js';

/**
 * Packages that ask something outside of the process and reject where that does not answer. Those without a source beside them
 * were seen to do so on 2026-11-21 (docs/middleware.md); the others were not measured and rest on it. Clients that give errors
 * back as values (Supabase) are left out, as are queues that wait for their store to come (bull, bullmq).
 */
const ASKING = new Set([
  'pg',
  'pg-promise',
  'postgres',
  '@neondatabase/serverless',
  '@vercel/postgres',
  'mysql2',
  'mysql2/promise',
  'mariadb',
  'mssql',
  'mongoose',
  'mongodb',
  'sequelize',
  'typeorm',
  'knex',
  'drizzle-orm',
  '@mikro-orm/core', // https://www.npmjs.com/package/@mikro-orm/core
  'objection',
  '@prisma/client', // https://www.npmjs.com/package/@prisma/client
  'redis',
  'ioredis',
  '@upstash/redis',
  'cassandra-driver',
  'neo4j-driver',
  'sqlite', // https://www.npmjs.com/package/sqlite
  'oracledb', // https://www.npmjs.com/package/oracledb
  'axios',
  'node-fetch',
  'cross-fetch',
  'undici',
  'got',
  'superagent',
  'ky',
  'request-promise',
  'needle',
  'openai',
  '@anthropic-ai/sdk',
  '@google/generative-ai',
  '@google/genai',
  'groq-sdk',
  'cohere-ai',
  'replicate',
  'stripe',
  'nodemailer',
  '@sendgrid/mail',
  'twilio',
  'googleapis', // https://www.npmjs.com/package/googleapis
  'firebase-admin', // https://www.npmjs.com/package/firebase-admin
  'cloudinary',
  'web-push',
  'amqplib',
  'kafkajs',
  'puppeteer', // https://www.npmjs.com/package/puppeteer
  'playwright', // https://www.npmjs.com/package/playwright
  '@octokit/rest',
  '@slack/web-api',
  'algoliasearch',
  'fs/promises',
  'node:fs/promises',
  'dns/promises',
  'node:dns/promises',
]);

/** Deepest chain of calls and names that is followed. */
const MAX_DEPTH = 30;

/** Families of them (https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/, https://cloud.google.com/nodejs/docs/reference); not measured. */
const FAMILIES = /^(?:@aws-sdk\/client-|drizzle-orm\/|@google-cloud\/)/;

/** Whether what a package offers asks outside of the process, and rejects where nothing answers. */
export function isClient(specifier: string): boolean {
  return ASKING.has(specifier) || FAMILIES.test(specifier);
}

/** Whether something of a package asks outside of the process when it is called. */
export function asksOutside(value: External): boolean {
  let each = value;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const { origin } = each;
    switch (origin.by) {
      case 'package':
        return isClient(origin.specifier);
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

/**
 * Packages that let Express 4 catch what async handlers throw, or that catch unhandled rejections of the whole process; those
 * of error reporters do so where they are set up for it. Each was started for real on 2026-11-21 (docs/middleware.md). Not
 * @honeybadger-io/js and make-promises-safe, which end the process themselves, nor newrelic and dd-trace, which let it end.
 */
export const CATCHING: ReadonlySet<string> = new Set([
  'express-async-errors',
  'express-async-router',
  'express-promise-router',
  '@sentry/node',
  '@awaitjs/express',
  'express-asyncify',
  'express-async-patch',
  'express-async-await',
  'async-express-mw',
  '@bugsnag/js',
  'rollbar',
  'loud-rejection',
]);
