/**
 * Packages whose modules add no route to a Nest app; others may. Beside each: the version of it that was read, on 2026-11-21. It
 * declares no controller and gives Nest's adapter no path.
 */
const WITHOUT_ROUTES = new Set([
  '@nestjs/config', // 12.0.1
  '@nestjs/typeorm', // 12.0.2
  '@nestjs/mongoose', // 12.0.0
  '@nestjs/sequelize', // 12.0.0
  '@nestjs/jwt', // 12.0.2
  '@nestjs/passport', // 12.0.0
  '@nestjs/throttler', // 6.7.1
  '@nestjs/schedule', // 12.0.2
  '@nestjs/cache-manager', // 12.0.0
  '@nestjs/bull', // 12.0.0
  '@nestjs/bullmq', // 12.0.0
  '@nestjs/axios', // 12.0.1
  '@nestjs/terminus', // 12.1.0
  '@nestjs/event-emitter', // 12.0.1
  '@nestjs/cqrs', // 12.0.0
  '@nestjs/microservices', // 12.1.1
  '@nestjs/common', // 12.5.1
  '@nestjs/core', // 12.5.1
  '@nestjs/platform-express', // 12.5.1
  '@nestjs/elasticsearch', // 12.0.1
  '@mikro-orm/nestjs', // 6.1.2
  'nestjs-pino', // 4.6.1
  'nest-winston', // 2.0.0
  'nestjs-cls', // 6.3.1
  'nestjs-prisma', // 0.27.0
  '@nestjs-modules/mailer', // 2.3.7
  '@nestjs-modules/ioredis', // 2.2.2
  'nestjs-i18n', // 10.6.1
  '@golevelup/nestjs-rabbitmq', // 9.0.2
  '@sentry/nestjs', // 10.75.3
  'nestjs-zod', // 5.5.0
  'nestjs-throttler-storage-redis', // 0.5.1
  '@liaoliaots/nestjs-redis', // 10.0.0
  'nestjs-redis', // 1.3.3
]);

export function addsNestRoutes(specifier: string): boolean {
  return !WITHOUT_ROUTES.has(
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  );
}
