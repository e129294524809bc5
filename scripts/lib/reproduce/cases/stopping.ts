import type { Reproduction, RuleReproductions } from '../reproduction.js';
import { duringATermination } from '../visits.js';

/** A fixture with a report that takes a while. */
function stopped(title: string, fixture: string, more: Pick<Reproduction, 'repair' | 'versions'>): Reproduction {
  return {
    title,
    repository: `lost-sigterm/${fixture}`,
    status: 502,
    visit: duringATermination({ path: '/report', atOnce: more.versions.includes('gunicorn') ? 1 : 5 }),
    inContainer: true,
    isReplaced: true,
    ...more,
  };
}

const GUNICORN = ['dash', 'gunicorn'];

export const LOST_SIGTERM: RuleReproductions = {
  rule: 'lost-sigterm',
  how: "The image's command is the first process of a process namespace, as in a container. It gets SIGTERM while requests of three seconds are under way, and SIGKILL after the delay of the service, which is 30 seconds; where a server's graceful timeout is longer, the request takes 15 seconds and the delay is 10, or 45 and 30. Until it is gone, one visitor sends the next request as soon as the last is answered. This edge passes requests to the app for as long as it takes connections, and then to its successor (here the edge itself). Render does so a minute before SIGTERM: there, only requests that take longer than that minute can be lost.",
  together: true,
  cases: [
    {
      ...stopped('`npm start` as the first process', 'flagged-npm-start', {
        repair: {
          told: '`CMD ["node", "server.js"]`',
          edits: [{ file: 'Dockerfile', from: '["npm", "start"]', to: '["node", "server.js"]' }],
        },
        versions: ['npm', 'dash', 'node'],
      }),
      quick: true,
    },
    stopped('gunicorn, `CMD` in shell form', 'flagged-shell-form', { repair: 'safe', versions: GUNICORN }),
    stopped('gunicorn, `sh -c`', 'flagged-sh-c', { repair: 'safe', versions: GUNICORN }),
    stopped('gunicorn, a script without `exec`', 'flagged-script', { repair: 'safe', versions: GUNICORN }),
    stopped('Node without a handler', 'flagged-node-first', {
      repair: {
        told: "`process.on('SIGTERM', …)`",
        edits: [
          {
            file: 'server.js',
            from: 'app.listen(process.env.PORT);',
            to: "const server = app.listen(process.env.PORT);\nprocess.on('SIGTERM', () => server.close(() => process.exit(0)));",
          },
        ],
      },
      versions: ['express', 'node'],
    }),
    {
      ...stopped('gunicorn, killed before its graceful timeout', 'flagged-short-delay', {
        repair: {
          told: '`maxShutdownDelaySeconds: 60`',
          edits: [{ file: 'render.yaml', from: 'maxShutdownDelaySeconds: 10', to: 'maxShutdownDelaySeconds: 60' }],
        },
        versions: ['gunicorn'],
      }),
      port: 10_000,
    },
    stopped('gunicorn, `--graceful-timeout 90`', 'flagged-long-grace', {
      repair: {
        told: '`maxShutdownDelaySeconds: 100`',
        edits: [
          {
            file: 'render.yaml',
            from: 'healthCheckPath: /health\n',
            to: 'healthCheckPath: /health\n    maxShutdownDelaySeconds: 100\n',
          },
        ],
      },
      versions: ['gunicorn'],
    }),
  ],
};
