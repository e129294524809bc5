/**
 * Packages whose modules add no route to a Nest app; others may. Each row has its source beside it: what its documentation says
 * it is for. None was measured.
 */
const WITHOUT_ROUTES = new Set([
  '@nestjs/config', // https://github.com/nestjs/config
  '@nestjs/typeorm', // https://github.com/nestjs/typeorm
  '@nestjs/mongoose', // https://github.com/nestjs/mongoose
  '@nestjs/sequelize', // https://github.com/nestjs/sequelize
  '@nestjs/jwt', // https://github.com/nestjs/jwt
  '@nestjs/passport', // https://github.com/nestjs/passport
  '@nestjs/throttler', // https://github.com/nestjs/throttler
  '@nestjs/schedule', // https://github.com/nestjs/schedule
  '@nestjs/cache-manager', // https://github.com/nestjs/cache-manager
  '@nestjs/bull', // https://github.com/nestjs/bull
  '@nestjs/bullmq', // https://github.com/nestjs/bull
  '@nestjs/axios', // https://github.com/nestjs/axios
  '@nestjs/terminus', // https://github.com/nestjs/terminus
  '@nestjs/event-emitter', // https://github.com/nestjs/event-emitter
  '@nestjs/cqrs', // https://github.com/nestjs/cqrs
  '@nestjs/microservices', // https://github.com/nestjs/nest
  '@nestjs/common', // https://github.com/nestjs/nest
  '@nestjs/core', // https://github.com/nestjs/nest
  '@nestjs/platform-express', // https://github.com/nestjs/nest
  '@nestjs/elasticsearch', // https://github.com/nestjs/elasticsearch
  '@mikro-orm/nestjs', // https://www.npmjs.com/package/@mikro-orm/nestjs
  'nestjs-pino', // https://www.npmjs.com/package/nestjs-pino
  'nest-winston', // https://www.npmjs.com/package/nest-winston
  'nestjs-cls', // https://www.npmjs.com/package/nestjs-cls
  'nestjs-prisma', // https://www.npmjs.com/package/nestjs-prisma
  '@nestjs-modules/mailer', // https://www.npmjs.com/package/@nestjs-modules/mailer
  '@nestjs-modules/ioredis', // https://www.npmjs.com/package/@nestjs-modules/ioredis
  'nestjs-i18n', // https://www.npmjs.com/package/nestjs-i18n
  '@golevelup/nestjs-rabbitmq', // https://www.npmjs.com/package/@golevelup/nestjs-rabbitmq
  '@sentry/nestjs', // https://www.npmjs.com/package/@sentry/nestjs
  'nestjs-zod', // https://www.npmjs.com/package/nestjs-zod
  'nestjs-throttler-storage-redis', // https://www.npmjs.com/package/nestjs-throttler-storage-redis
  '@liaoliaots/nestjs-redis', // https://www.npmjs.com/package/@liaoliaots/nestjs-redis
  'nestjs-redis', // https://www.npmjs.com/package/nestjs-redis
]);

export function addsNestRoutes(specifier: string): boolean {
  return !WITHOUT_ROUTES.has(
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  );
}
