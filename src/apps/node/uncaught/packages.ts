import type { External } from '../../../code/run/values.js';

/**
 * Packages that ask something outside of the process and reject where that does not answer. Each row has its source beside it:
 * what its documentation says it is for. None was measured. Clients that give errors back as values (Supabase) are left out.
 */
const ASKING = new Set([
  'pg', // https://github.com/brianc/node-postgres
  'pg-promise', // https://www.npmjs.com/package/pg-promise
  'postgres', // https://www.npmjs.com/package/postgres
  '@neondatabase/serverless', // https://www.npmjs.com/package/@neondatabase/serverless
  '@vercel/postgres', // https://www.npmjs.com/package/@vercel/postgres
  'mysql2', // https://www.npmjs.com/package/mysql2
  'mysql2/promise', // https://www.npmjs.com/package/mysql2
  'mariadb', // https://www.npmjs.com/package/mariadb
  'mssql', // https://www.npmjs.com/package/mssql
  'mongoose', // https://github.com/Automattic/mongoose
  'mongodb', // https://www.npmjs.com/package/mongodb
  'sequelize', // https://www.npmjs.com/package/sequelize
  'typeorm', // https://www.npmjs.com/package/typeorm
  'knex', // https://www.npmjs.com/package/knex
  'drizzle-orm', // https://www.npmjs.com/package/drizzle-orm
  '@mikro-orm/core', // https://www.npmjs.com/package/@mikro-orm/core
  'objection', // https://www.npmjs.com/package/objection
  '@prisma/client', // https://www.npmjs.com/package/@prisma/client
  'redis', // https://www.npmjs.com/package/redis
  'ioredis', // https://www.npmjs.com/package/ioredis
  '@upstash/redis', // https://www.npmjs.com/package/@upstash/redis
  'cassandra-driver', // https://www.npmjs.com/package/cassandra-driver
  'neo4j-driver', // https://www.npmjs.com/package/neo4j-driver
  'sqlite', // https://www.npmjs.com/package/sqlite
  'oracledb', // https://www.npmjs.com/package/oracledb
  'axios', // https://www.npmjs.com/package/axios
  'node-fetch', // https://www.npmjs.com/package/node-fetch
  'cross-fetch', // https://www.npmjs.com/package/cross-fetch
  'undici', // https://www.npmjs.com/package/undici
  'got', // https://www.npmjs.com/package/got
  'superagent', // https://www.npmjs.com/package/superagent
  'ky', // https://www.npmjs.com/package/ky
  'request-promise', // https://www.npmjs.com/package/request-promise
  'needle', // https://www.npmjs.com/package/needle
  'openai', // https://www.npmjs.com/package/openai
  '@anthropic-ai/sdk', // https://www.npmjs.com/package/@anthropic-ai/sdk
  '@google/generative-ai', // https://www.npmjs.com/package/@google/generative-ai
  '@google/genai', // https://www.npmjs.com/package/@google/genai
  'groq-sdk', // https://www.npmjs.com/package/groq-sdk
  'cohere-ai', // https://www.npmjs.com/package/cohere-ai
  'replicate', // https://www.npmjs.com/package/replicate
  'stripe', // https://www.npmjs.com/package/stripe
  'nodemailer', // https://www.npmjs.com/package/nodemailer
  '@sendgrid/mail', // https://www.npmjs.com/package/@sendgrid/mail
  'twilio', // https://www.npmjs.com/package/twilio
  'googleapis', // https://www.npmjs.com/package/googleapis
  'firebase-admin', // https://www.npmjs.com/package/firebase-admin
  'cloudinary', // https://www.npmjs.com/package/cloudinary
  'web-push', // https://www.npmjs.com/package/web-push
  'amqplib', // https://www.npmjs.com/package/amqplib
  'kafkajs', // https://www.npmjs.com/package/kafkajs
  'bullmq', // https://www.npmjs.com/package/bullmq
  'bull', // https://www.npmjs.com/package/bull
  'puppeteer', // https://www.npmjs.com/package/puppeteer
  'playwright', // https://www.npmjs.com/package/playwright
  '@octokit/rest', // https://www.npmjs.com/package/@octokit/rest
  '@slack/web-api', // https://www.npmjs.com/package/@slack/web-api
  'algoliasearch', // https://www.npmjs.com/package/algoliasearch
  'fs/promises', // https://nodejs.org/api/fs.html#promises-api
  'node:fs/promises', // https://nodejs.org/api/fs.html#promises-api
  'dns/promises', // https://nodejs.org/api/dns.html#dns-promises-api
  'node:dns/promises', // https://nodejs.org/api/dns.html#dns-promises-api
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
  'express-async-errors', // https://github.com/davidbanham/express-async-errors
  'express-async-router', // https://www.npmjs.com/package/express-async-router
  'express-promise-router', // https://www.npmjs.com/package/express-promise-router
  '@sentry/node', // https://www.npmjs.com/package/@sentry/node
  '@sentry/profiling-node', // https://www.npmjs.com/package/@sentry/profiling-node
  '@awaitjs/express', // https://www.npmjs.com/package/@awaitjs/express
  'express-asyncify', // https://www.npmjs.com/package/express-asyncify
  'express-async-patch', // https://www.npmjs.com/package/express-async-patch
  '@honeybadger-io/js', // https://www.npmjs.com/package/@honeybadger-io/js
  '@bugsnag/js', // https://www.npmjs.com/package/@bugsnag/js
  'rollbar', // https://www.npmjs.com/package/rollbar
  'express-async-await', // https://www.npmjs.com/package/express-async-await
  'async-express-mw', // https://www.npmjs.com/package/async-express-mw
  'newrelic', // https://github.com/newrelic/node-newrelic
  'make-promises-safe', // https://www.npmjs.com/package/make-promises-safe
  'loud-rejection', // https://www.npmjs.com/package/loud-rejection
  'dd-trace', // https://github.com/DataDog/dd-trace-js
]);
