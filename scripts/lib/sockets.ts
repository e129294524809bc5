import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Where a process listens. */
export interface Address {
  host: string;
  port: number;
}

/** The addresses that the processes of a group listen on. Linux only. */
export function listenersOf(group: number): readonly Address[] {
  const inodes = new Set(membersOf(group).flatMap(socketsOf));
  return [...table('/proc/net/tcp'), ...table('/proc/net/tcp6')].filter(({ inode }) => inodes.has(inode));
}

/** The processes of a group, by their ids. */
function membersOf(leader: number): readonly string[] {
  return readdirSync('/proc').filter((id) => {
    if (!/^\d+$/.test(id)) return false;
    const fields = quietly(() => readFileSync(`/proc/${id}/stat`, 'utf8'))
      ?.replace(/^.*\) /s, '')
      .split(' ');
    return fields?.[2] === String(leader);
  });
}

function socketsOf(id: string): readonly string[] {
  const names = quietly(() => readdirSync(`/proc/${id}/fd`)) ?? [];
  return names.flatMap((name) => {
    const target = quietly(() => readlinkSync(`/proc/${id}/fd/${name}`));
    return /^socket:\[(\d+)\]$/.exec(target ?? '')?.[1] ?? [];
  });
}

/** What listens, of all processes: https://www.kernel.org/doc/html/latest/networking/proc_net_tcp.html. */
function table(path: string): readonly (Address & { inode: string })[] {
  const text = quietly(() => readFileSync(path, 'utf8')) ?? '';
  return text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([, local = '', , state, , , , , , inode = '']) => {
      const [host = '', port = ''] = local.split(':');
      return state === '0A' ? [{ host: hostOf(host), port: parseInt(port, 16), inode }] : [];
    });
}

function hostOf(hex: string): string {
  if (/^0+$/.test(hex)) return hex.length === 8 ? '0.0.0.0' : '::';
  if (hex.length !== 8) return '::1';
  return (hex.match(/../g) ?? [])
    .reverse()
    .map((byte) => parseInt(byte, 16))
    .join('.');
}

function quietly<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
