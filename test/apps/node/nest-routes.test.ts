import { describe, expect, it } from 'vitest';
import { routesIn, said } from './routes-of.js';

/** What is said of an app whose root module has these controllers. */
async function nest(
  controllers: string,
  { main = '', module = 'controllers: [AppController]', more = '' } = {},
): Promise<string> {
  return said(
    await routesIn({
      'src/main.ts': `import { NestFactory } from '@nestjs/core'; import { VersioningType } from '@nestjs/common'; import { AppModule } from './app.module'; async function bootstrap() { const app = await NestFactory.create(AppModule); ${main} await app.listen(process.env.PORT ?? 3000); } void bootstrap();`,
      'src/app.module.ts': `import { Module } from '@nestjs/common'; import { ConfigModule } from '@nestjs/config'; import { GraphQLModule } from '@nestjs/graphql'; import { APP_GUARD } from '@nestjs/core'; import { ThrottlerGuard } from '@nestjs/throttler'; import { AppController } from './app.controller'; ${more} @Module({ ${module} }) export class AppModule {}`,
      'src/app.controller.ts': `import { All, Controller, Get, Post, Sse, UseGuards, Version, VERSION_NEUTRAL } from '@nestjs/common'; ${controllers}`,
    }),
  );
}

const one = (head: string, body: string): string => `${head} export class AppController { ${body} }`;

describe('Nest', () => {
  it.each([
    ['@Controller()', '@Get() a() {}', 'GET /'],
    ["@Controller('health')", '@Get() a() {}', 'GET /health'],
    ["@Controller('/users/')", "@Get(':id') a() {} @Post() b() {}", 'GET /users/:id, POST /users'],
    ["@Controller({ path: 'users' })", "@Get(['a', 'b']) a() {}", 'GET /users/a, GET /users/b'],
    ["@Controller(['a', 'b'])", '@Sse() a() {}', 'GET /a, GET /b'],
    ["@Controller('users') @UseGuards(AuthGuard)", '@Get() a() {}', 'GET /users guarded'],
    [
      "@Controller('users')",
      "@UseGuards(AuthGuard) @Get() a() {} @Get('b') b() {}",
      'GET /users guarded, GET /users/b',
    ],
    ["@Controller('users')", 'helper() {} @All() a() {}', 'ALL /users'],
  ])('%s %s', async (head, body, expected) => {
    expect(await nest(one(head, body))).toBe(expected);
  });

  const health = one("@Controller('health')", '@Get() a() {}');
  it.each([
    ["app.setGlobalPrefix('api');", 'GET /api/health'],
    ["app.setGlobalPrefix('api', { exclude: ['health'] });", 'GET /health'],
    ["app.setGlobalPrefix('api', { exclude: [{ path: 'health', method: 0 }] });", 'GET /health'],
    ['app.setGlobalPrefix(process.env.PREFIX);', 'GET /* ?'],
    ["app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });", 'GET /v1/health'],
    ["app.enableVersioning({ type: VersioningType.HEADER, header: 'v', defaultVersion: '1' });", 'GET /health'],
    [
      "app.setGlobalPrefix('api'); app.enableVersioning({ defaultVersion: '2', prefix: 'version' });",
      'GET /api/version2/health',
    ],
    ['app.useGlobalGuards(new AuthGuard());', 'GET /health guarded'],
    ['app.use(helmet());', 'ALL /* ?, GET /health guarded'],
    ["app.use(require('helmet')());", 'GET /health'],
  ])('main: %s', async (main, expected) => {
    expect(await nest(health, { main })).toBe(expected);
  });

  it.each([
    ['imports: [ConfigModule.forRoot({ isGlobal: true })], controllers: [AppController]', 'GET /health'],
    ['imports: [GraphQLModule.forRoot({})], controllers: [AppController]', 'GET /health, …'],
    ['controllers: [AppController], providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }]', 'GET /health'],
    ['controllers: [AppController], providers: [{ provide: APP_GUARD, useClass: JwtGuard }]', 'GET /health guarded'],
    ['controllers: process.env.X ? [AppController] : []', 'GET /health, …'],
  ])('module: %s', async (module, expected) => {
    const said = await nest(health, { module });
    expect(module.startsWith('controllers: process') ? said.endsWith('…') : said).toBe(
      module.startsWith('controllers: process') ? true : expected,
    );
  });

  it('follows imported and dynamic modules, once each', async () => {
    const more =
      '@Module({ controllers: [AppController] }) class Inner {} @Module({}) class Dynamic { static register() { return { module: Dynamic, imports: [Inner] }; } }';
    expect(await nest(health, { more, module: 'imports: [Dynamic.register(), Inner]' })).toBe('GET /health');
  });
});
