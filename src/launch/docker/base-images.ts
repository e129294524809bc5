/** What `sh` is in an image: it decides whether a command takes the place of the shell that runs it. */
export type System = 'debian' | 'alpine' | 'redhat';

/** What an image brings that is not built here. */
export interface BaseImage {
  /** Absolute, without the slash in front. */
  folder: string;
  user?: string;
  /** Words of its ENTRYPOINT that stay in front of a command. */
  entrypoint: readonly string[];
  cmd: readonly string[];
  /**
   * Its entrypoint is a script that ends in `exec "$@"`: the program it puts in front of words that begin with `-`.
   * Without one, they are run as they are.
   */
  passesTo?: string;
  /** Ports its own command listens on. */
  ports?: readonly number[];
  system: System | undefined;
  source: string;
}

interface Row extends Partial<Omit<BaseImage, 'system'>> {
  system?: System;
  source: string;
}

const PASSES = ['docker-entrypoint.sh'];

/**
 * Images by name, without the host of Docker Hub and the version. The values are those of the Dockerfile each source
 * names; `system` is that of the versions without a system in their name. Where the source is a repository and no file of
 * it, the values were not compared with one.
 */
const IMAGES: Readonly<Record<string, Row>> = {
  node: {
    entrypoint: PASSES,
    passesTo: 'node',
    cmd: ['node'],
    source: 'https://github.com/nodejs/docker-node/blob/main/Dockerfile-debian.template',
  },
  'oven/bun': {
    folder: 'home/bun/app',
    entrypoint: ['/usr/local/bin/docker-entrypoint.sh'],
    passesTo: 'bun',
    cmd: ['bun'],
    source: 'https://github.com/oven-sh/bun/blob/main/dockerhub/debian/Dockerfile',
  },
  'denoland/deno': {
    entrypoint: ['/tini', '--', 'docker-entrypoint.sh'],
    passesTo: 'deno',
    cmd: ['eval', "console.log('Welcome to Deno!')"],
    source: 'https://github.com/denoland/deno_docker/blob/main/debian.dockerfile',
  },
  python: {
    cmd: ['python3'],
    source: 'https://github.com/docker-library/python/blob/master/Dockerfile-linux.template',
  },
  pypy: { cmd: ['pypy3'], source: 'https://github.com/docker-library/pypy/blob/master/Dockerfile-linux.template' },
  'ghcr.io/astral-sh/uv': {
    folder: 'io',
    entrypoint: ['/uv'],
    source: 'https://github.com/astral-sh/uv/blob/main/Dockerfile',
  },
  ruby: { cmd: ['irb'], source: 'https://github.com/docker-library/ruby/blob/master/Dockerfile.template' },
  golang: {
    folder: 'go',
    cmd: ['bash'],
    source: 'https://github.com/docker-library/golang/blob/master/Dockerfile-linux.template',
  },
  rust: { cmd: ['bash'], source: 'https://github.com/rust-lang/docker-rust/blob/master/Dockerfile-debian.template' },
  php: {
    entrypoint: ['docker-php-entrypoint'],
    passesTo: 'php',
    cmd: ['php', '-a'],
    source: 'https://github.com/docker-library/php/blob/master/Dockerfile-linux.template',
  },
  composer: {
    folder: 'app',
    entrypoint: ['/docker-entrypoint.sh'],
    passesTo: 'composer',
    cmd: ['composer'],
    system: 'alpine',
    source: 'https://github.com/composer/docker/blob/main/latest/Dockerfile',
  },
  'eclipse-temurin': {
    entrypoint: ['/__cacert_entrypoint.sh'],
    cmd: ['jshell'],
    source: 'https://github.com/adoptium/containers/blob/main/docker_templates/ubuntu.Dockerfile.j2',
  },
  maven: {
    entrypoint: ['/usr/local/bin/mvn-entrypoint.sh'],
    cmd: ['mvn'],
    source: 'https://github.com/carlossg/docker-maven/blob/main/eclipse-temurin-21/Dockerfile',
  },
  nginx: {
    entrypoint: ['/docker-entrypoint.sh'],
    cmd: ['nginx', '-g', 'daemon off;'],
    ports: [80],
    source: 'https://github.com/nginx/docker-nginx/blob/master/Dockerfile-debian.template',
  },
  'nginxinc/nginx-unprivileged': {
    entrypoint: ['/docker-entrypoint.sh'],
    cmd: ['nginx', '-g', 'daemon off;'],
    user: '101',
    ports: [8080],
    source: 'https://github.com/nginx/docker-nginx-unprivileged/blob/main/Dockerfile-debian.template',
  },
  httpd: {
    folder: 'usr/local/apache2',
    cmd: ['httpd-foreground'],
    ports: [80],
    source: 'https://github.com/docker-library/httpd/blob/master/2.4/Dockerfile',
  },
  caddy: {
    folder: 'srv',
    cmd: ['caddy', 'run', '--config', '/etc/caddy/Caddyfile', '--adapter', 'caddyfile'],
    ports: [80, 443],
    system: 'alpine',
    source:
      'https://github.com/caddyserver/caddy-docker/blob/f760f9dcc0e12d0729e26c968be313dc59ba584f/2.11/alpine/Dockerfile',
  },
  haproxy: {
    entrypoint: PASSES,
    passesTo: 'haproxy',
    cmd: ['haproxy', '-f', '/usr/local/etc/haproxy/haproxy.cfg'],
    folder: 'var/lib/haproxy',
    user: 'haproxy',
    source: 'https://github.com/docker-library/haproxy/blob/master/Dockerfile.template',
  },
  traefik: {
    entrypoint: ['/entrypoint.sh'],
    passesTo: 'traefik',
    cmd: ['traefik'],
    ports: [80],
    system: 'alpine',
    source: 'https://github.com/traefik/traefik-library-image',
  },
  postgres: {
    entrypoint: PASSES,
    passesTo: 'postgres',
    cmd: ['postgres'],
    ports: [5432],
    source: 'https://github.com/docker-library/postgres/blob/master/Dockerfile-debian.template',
  },
  mysql: {
    entrypoint: PASSES,
    passesTo: 'mysqld',
    cmd: ['mysqld'],
    ports: [3306],
    system: 'redhat',
    source: 'https://github.com/docker-library/mysql/blob/master/template/Dockerfile.oracle',
  },
  mariadb: {
    entrypoint: PASSES,
    passesTo: 'mariadbd',
    cmd: ['mariadbd'],
    ports: [3306],
    source: 'https://github.com/MariaDB/mariadb-docker/blob/master/Dockerfile.template',
  },
  mongo: {
    entrypoint: PASSES,
    passesTo: 'mongod',
    cmd: ['mongod'],
    ports: [27017],
    source: 'https://github.com/docker-library/mongo/blob/master/Dockerfile-linux.template',
  },
  redis: {
    folder: 'data',
    entrypoint: PASSES,
    passesTo: 'redis-server',
    cmd: ['redis-server'],
    ports: [6379],
    source:
      'https://github.com/redis/docker-library-redis/blob/0076c90a8028d29b25313f7272fa2d1245c3be76/debian/Dockerfile',
  },
  'valkey/valkey': {
    folder: 'data',
    entrypoint: PASSES,
    passesTo: 'valkey-server',
    cmd: ['valkey-server'],
    ports: [6379],
    source: 'https://github.com/valkey-io/valkey-container/blob/mainline/Dockerfile.template',
  },
  openjdk: {
    cmd: ['jshell'],
    source: 'https://github.com/docker-library/openjdk/blob/master/Dockerfile-linux.template',
  },
  amazoncorretto: {
    cmd: ['/bin/bash'],
    system: 'redhat',
    source: 'https://github.com/corretto/corretto-docker/blob/main/21/jdk/al2023/Dockerfile',
  },
  gradle: { folder: 'home/gradle', cmd: ['gradle'], source: 'https://github.com/gradle/docker-gradle' },
  elixir: { cmd: ['iex'], source: 'https://github.com/erlef/docker-elixir' },
  erlang: { cmd: ['erl'], source: 'https://github.com/erlang/docker-erlang-otp' },
  'hexpm/elixir': { cmd: ['iex'], source: 'https://github.com/hexpm/bob' },
  swift: {
    cmd: ['/bin/bash'],
    source: 'https://github.com/swiftlang/swift-docker/blob/main/6.0/ubuntu/24.04/Dockerfile',
  },
  'mcr.microsoft.com/dotnet/aspnet': { source: 'https://github.com/dotnet/dotnet-docker/tree/main/src/aspnet' },
  'mcr.microsoft.com/dotnet/runtime': { source: 'https://github.com/dotnet/dotnet-docker/tree/main/src/runtime' },
  'mcr.microsoft.com/dotnet/sdk': { source: 'https://github.com/dotnet/dotnet-docker/tree/main/src/sdk' },
  'mcr.microsoft.com/playwright': {
    cmd: ['/bin/bash'],
    source: 'https://github.com/microsoft/playwright/blob/main/utils/docker/Dockerfile.noble',
  },
  'mcr.microsoft.com/playwright/python': {
    cmd: ['/bin/bash'],
    source: 'https://github.com/microsoft/playwright-python/blob/main/utils/docker/Dockerfile.noble',
  },
  ghost: {
    folder: 'var/lib/ghost',
    entrypoint: PASSES,
    cmd: ['node', 'current/index.js'],
    ports: [2368],
    source: 'https://github.com/docker-library/ghost/blob/master/Dockerfile.template',
  },
  wordpress: {
    folder: 'var/www/html',
    entrypoint: PASSES,
    cmd: ['apache2-foreground'],
    ports: [80],
    source: 'https://github.com/docker-library/wordpress/blob/master/Dockerfile.template',
  },
  debian: { cmd: ['bash'], source: 'https://github.com/debuerreotype/docker-debian-artifacts' },
  ubuntu: { cmd: ['/bin/bash'], source: 'https://git.launchpad.net/cloud-images/+oci/ubuntu-base' },
  alpine: { cmd: ['/bin/sh'], system: 'alpine', source: 'https://github.com/alpinelinux/docker-alpine' },
  busybox: { cmd: ['sh'], system: 'alpine', source: 'https://github.com/docker-library/busybox' },
  'buildpack-deps': { cmd: ['bash'], source: 'https://github.com/docker-library/buildpack-deps' },
  fedora: { cmd: ['/bin/bash'], system: 'redhat', source: 'https://github.com/fedora-cloud/docker-brew-fedora' },
  centos: { cmd: ['/bin/bash'], system: 'redhat', source: 'https://github.com/CentOS/sig-cloud-instance-images' },
  rockylinux: {
    cmd: ['/bin/bash'],
    system: 'redhat',
    source: 'https://github.com/rocky-linux/sig-cloud-instance-images',
  },
  almalinux: { cmd: ['/bin/bash'], system: 'redhat', source: 'https://github.com/AlmaLinux/container-images' },
  amazonlinux: { cmd: ['/bin/bash'], system: 'redhat', source: 'https://github.com/amazonlinux/container-images' },
};

/** Debian's and Ubuntu's releases, and what images call a version without a system of its own. */
const DEBIAN = /(?:^|[-.\d])(?:slim|bookworm|bullseye|buster|stretch|trixie|jammy|noble|focal|bionic|debian|ubuntu)/;
const RED_HAT = /(?:^|-)(?:ubi\d?|al2023|amazonlinux|centos|fedora|oraclelinux\d?|rockylinux\d?)(?:$|[-.\d])/;

/** What is known of an image by the name that FROM gives it; undefined for an image that is not known. */
export function baseImage(name: string): BaseImage | undefined {
  if (name === 'scratch') return { folder: '', entrypoint: [], cmd: [], system: undefined, source: SCRATCH };
  const { image, tag } = nameAndTag(name);
  const distroless = distrolessImage(image);
  if (distroless) return distroless;
  const row = Object.hasOwn(IMAGES, image) ? IMAGES[image] : undefined;
  if (!row) return undefined;
  return { folder: '', entrypoint: [], cmd: [], ...row, ...variant(image, tag), system: systemOf(row, tag) };
}

const SCRATCH = 'https://docs.docker.com/build/building/base-images/#create-a-minimal-base-image-using-scratch';

/** Images of a program and nothing else: there is no shell. */
function distrolessImage(image: string): BaseImage | undefined {
  const [, language] = /^gcr\.io\/distroless\/([a-z]+)/.exec(image) ?? [];
  if (language === undefined) return undefined;
  const entrypoint = Object.hasOwn(DISTROLESS, language) ? DISTROLESS[language] : undefined;
  return {
    folder: '',
    entrypoint: entrypoint ?? [],
    cmd: [],
    system: undefined,
    source: 'https://github.com/GoogleContainerTools/distroless',
  };
}

const DISTROLESS: Readonly<Record<string, readonly string[]>> = {
  nodejs: ['node'],
  python: ['python'],
  java: ['java', '-jar'],
};

function nameAndTag(name: string): { image: string; tag: string } {
  const [unpinned = ''] = name.split('@', 1);
  const colon = unpinned.lastIndexOf(':');
  const hasTag = colon > unpinned.lastIndexOf('/');
  const path = hasTag ? unpinned.slice(0, colon) : unpinned;
  // The same images stand in several registries.
  const image = path
    .replace(/^(?:docker\.io|index\.docker\.io|registry-1\.docker\.io|public\.ecr\.aws\/docker|mirror\.gcr\.io)\//, '')
    .replace(/^library\//, '');
  return { image, tag: hasTag ? unpinned.slice(colon + 1) : 'latest' };
}

/** The versions of an image that start something of their own. */
function variant(image: string, tag: string): Partial<BaseImage> {
  if (image === 'php' && /(?:^|-)apache/.test(tag)) {
    return { folder: 'var/www/html', cmd: ['apache2-foreground'], passesTo: 'apache2-foreground', ports: [80] };
  }
  if (image === 'php' && /(?:^|-)fpm/.test(tag))
    return { folder: 'var/www/html', cmd: ['php-fpm'], passesTo: 'php-fpm', ports: [9000] };
  // A version with a system has no entrypoint; without one it is nothing but the program.
  if (image === 'ghcr.io/astral-sh/uv' && /alpine|slim|bookworm|trixie|debian/.test(tag)) {
    return { folder: '', entrypoint: [], cmd: ['/usr/local/bin/uv'] };
  }
  return {};
}

function systemOf(row: Row, tag: string): System | undefined {
  if (/(?:^|-)alpine/.test(tag)) return 'alpine';
  if (RED_HAT.test(tag)) return 'redhat';
  if (/distroless|nanoserver|windowsservercore/.test(tag)) return undefined;
  if (DEBIAN.test(tag)) return 'debian';
  return row.system ?? 'debian';
}

/** What `sh` is in an image of which nothing else is known. */
export function systemByName(name: string): System | undefined {
  const { image, tag } = nameAndTag(name);
  if (`${image}:${tag}`.includes('alpine')) return 'alpine';
  if (DEBIAN.test(tag) || /(?:^|\/)(?:debian|ubuntu)/.test(image)) return 'debian';
  return RED_HAT.test(tag) || /(?:^|\/)ubi\d/.test(image) ? 'redhat' : undefined;
}
