/** An address to listen on, as text has it. A part that cannot be read is undefined. */
export type Address =
  | { is: 'tcp'; host: string; port: string | undefined }
  | { is: 'unix'; path: string }
  /** A socket that is handed over open. */
  | { is: 'fd' };

/**
 * Reads an address as gunicorn 26.2 does (gunicorn/util.py, `parse_address`); hypercorn 0.18 differs in nothing that
 * matters here (hypercorn/config.py, `_create_sockets`). Without a host, all interfaces are meant.
 */
export function parseAddress(text: string): Address {
  const unix = /^unix:(?:\/\/)?(.*)$/s.exec(text)?.[1];
  if (unix !== undefined) return { is: 'unix', path: unix };
  if (text.startsWith('fd://')) return { is: 'fd' };
  const bare = text.replace(/^tcp:\/\//, '');
  const [, inner, six] = /^[^[\]]*\[([^\]]*)\](?::(.*))?$/s.exec(bare) ?? [];
  if (inner !== undefined) return { is: 'tcp', host: hostOf(inner), port: six };
  const [host = '', port] = bare.split(':');
  return { is: 'tcp', host: hostOf(host), port };
}

function hostOf(text: string): string {
  return text === '' || text === '*' ? '0.0.0.0' : text.toLowerCase();
}

/** The number that a text is as a port; undefined where it is none. */
export function portNumber(text: string): number | undefined {
  return /^\s*\d{1,5}\s*$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}
