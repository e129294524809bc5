import { request, type Agent, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  /** 0 where the connection ends without an answer. */
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Asked {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  agent?: Agent;
  /** Where it is asked; absent: at the edge. */
  address?: string;
}

/** Asks the edge, as a browser would that calls the service by its public host. */
export function ask(port: number, host: string, path: string, asked: Asked = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body, agent, address = '127.0.0.1' } = asked;
  return new Promise((resolve) => {
    const lost = (): void => {
      resolve({ status: 0, headers: {}, body: '' });
    };
    const outgoing = request({
      host: address,
      port,
      path,
      method,
      headers: { host, ...headers },
      ...(agent && { agent }),
    });
    outgoing.once('error', lost);
    outgoing.once('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', lost);
      response.once('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString(),
        });
      });
    });
    outgoing.end(body);
  });
}
