import { connect } from 'node:net';
import { APP_ADDRESS } from './edge.js';
import type { Site } from './platform.js';

/** Connections that are watched at once. */
const WATCHED = 9;
/** How long they are watched, in ms: beyond the limits that are too short. */
const LIMIT = 90_000;

/** How long an app keeps an idle connection, in ms: the middle of several. */
export async function idleTime({ appPort = 0 }: Site, path: string): Promise<number> {
  const times = await Promise.all(Array.from({ length: WATCHED }, () => idleTimeOnce(appPort, path)));
  return times.sort((one, other) => one - other)[Math.floor(WATCHED / 2)] ?? LIMIT;
}

function idleTimeOnce(port: number, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, APP_ADDRESS);
    let answered = 0;
    const limit = setTimeout(() => {
      socket.destroy();
      reject(new Error(`An idle connection was kept for more than ${LIMIT / 1_000} s.`));
    }, LIMIT);
    socket.once('error', reject);
    socket.on('data', () => (answered = Date.now()));
    socket.once('close', () => {
      clearTimeout(limit);
      resolve(Date.now() - answered);
    });
    socket.write(`GET ${path} HTTP/1.1\r\nHost: shop.onrender.com\r\n\r\n`);
  });
}
