/**
 * Packages whose modules add no route to a Nest app, by the purpose each is published for on https://www.npmjs.com; none was
 * measured. Others may.
 */
const WITHOUT_ROUTES = new Set([
  ...['@nestjs/config', '@nestjs/typeorm', '@nestjs/mongoose', '@nestjs/sequelize', '@nestjs/jwt', '@nestjs/passport'],
  ...[
    '@nestjs/throttler',
    '@nestjs/schedule',
    '@nestjs/cache-manager',
    '@nestjs/bull',
    '@nestjs/bullmq',
    '@nestjs/axios',
  ],
  ...[
    '@nestjs/terminus',
    '@nestjs/event-emitter',
    '@nestjs/cqrs',
    '@nestjs/microservices',
    '@nestjs/common',
    '@nestjs/core',
  ],
  ...[
    '@nestjs/platform-express',
    '@nestjs/elasticsearch',
    '@mikro-orm/nestjs',
    'nestjs-pino',
    'nest-winston',
    'nestjs-cls',
  ],
  ...[
    'nestjs-prisma',
    '@nestjs-modules/mailer',
    '@nestjs-modules/ioredis',
    'nestjs-i18n',
    '@golevelup/nestjs-rabbitmq',
  ],
  ...['@sentry/nestjs', 'nestjs-zod', 'nestjs-throttler-storage-redis', '@liaoliaots/nestjs-redis', 'nestjs-redis'],
]);

export function addsNestRoutes(specifier: string): boolean {
  return !WITHOUT_ROUTES.has(
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  );
}
