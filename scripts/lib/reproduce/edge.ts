import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './ports.js';
import { listening, run, stop, type Running } from './processes.js';

/** A real nginx in front of what is deployed, as the platform's own edge is. */
export interface Edge {
  port: number;
  stop: () => Promise<void>;
}

/**
 * The address that the edge calls an app at. All of 127.0.0.0/8 is this machine on Linux, so a server on every interface
 * answers here, and one on 127.0.0.1 alone does not: as it is between two machines.
 */
export const APP_ADDRESS = '127.0.0.2';
/** Where the edge's calls come from: a server that trusts 127.0.0.1 alone does not trust the edge. */
const EDGE_ADDRESS = '127.0.0.3';

/** How long the edge keeps an idle connection to an app, in s: as Render's does, by its tutorial on runtime errors. */
const IDLE = 75;
/** How long it waits for an answer, in s: Render's 100 minutes. */
const ANSWER = 6_000;

/** Passes every request to an app on a port. */
export function proxyTo(folder: string, appPort: number): Promise<Edge> {
  const kept = `keepalive 1024;
    keepalive_timeout ${IDLE}s;
    keepalive_requests 1000000;`;
  const upstream = `upstream app { server ${APP_ADDRESS}:${appPort}; ${kept} }`;
  return edge(folder, upstream, passedOn('""'));
}

/**
 * Passes requests to an app for as long as it takes connections, one each, then to its successor, which answers 200.
 * A connection that is kept would keep an app of Node, too.
 */
export async function proxyToOneOf(folder: string, appPort: number): Promise<Edge> {
  const next = await freePort();
  const servers = `server ${APP_ADDRESS}:${appPort} max_fails=0; server ${APP_ADDRESS}:${next} backup;`;
  const successor = `server { listen ${APP_ADDRESS}:${next}; location / { return 200; } }`;
  return edge(folder, `upstream app { ${servers} }\n  ${successor}`, passedOn('close'));
}

/** Says that the visitor came by https, as an edge does where TLS ends. */
function passedOn(connection: string): string {
  return `location / {
      proxy_pass http://app;
      proxy_bind ${EDGE_ADDRESS};
      proxy_http_version 1.1;
      proxy_set_header Connection ${connection};
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-Proto https;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_read_timeout ${ANSWER}s;
    }`;
}

/** Answers everything by itself: 503 where no instance is healthy, 200 in place of the version that runs on. */
export function answering(folder: string, status: number): Promise<Edge> {
  return edge(folder, '', `location / { return ${status}; }`);
}

/** Serves the files of a folder; what has no file is answered by `otherwise`, a path or `=404`, or sent elsewhere. */
export function filesOf(folder: string, published: string, otherwise: string | { redirect: string }): Promise<Edge> {
  const last = typeof otherwise === 'string' ? otherwise : '@redirected';
  const redirected = typeof otherwise === 'string' ? '' : `location @redirected { return 301 ${otherwise.redirect}; }`;
  return edge(
    folder,
    '',
    `root ${JSON.stringify(published)};
    index index.html;
    location / { try_files $uri $uri/index.html ${last}; }
    ${redirected}`,
  );
}

async function edge(folder: string, upstreams: string, locations: string): Promise<Edge> {
  const port = await freePort();
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration(folder, port, upstreams, locations));
  const nginx = run(['nginx', '-e', 'stderr', '-p', folder, '-c', file], {
    cwd: folder,
    env: { PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` },
  });
  if ((await listening(nginx)).length === 0) throw new Error(`nginx does not start: ${nginx.output()}`);
  await settled(nginx);
  return { port, stop: () => stop(nginx) };
}

/** The port is open before the workers are there. */
async function settled(nginx: Running): Promise<void> {
  await wait(50);
  if (nginx.hasEnded()) throw new Error(`nginx ended: ${nginx.output()}`);
}

function configuration(folder: string, port: number, upstreams: string, locations: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder};`);
  // Its workers would be of a user who may not enter the folder.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `daemon off;
${user}
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr crit;
events { worker_connections 8192; }
http {
  access_log off;
  types { text/html html; text/javascript js; text/css css; }
  ${temporary.join('\n  ')}
  ${upstreams}
  server {
    listen 127.0.0.1:${port};
    keepalive_timeout 3600s;
    keepalive_requests 1000000;
    ${locations}
  }
}
`;
}
