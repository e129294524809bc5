import { spawnSync } from 'node:child_process';

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs Node on these arguments, without colours or variables of the machine that could change what is printed. */
export function runNode(args: readonly string[], cwd: string): Outcome {
  const env = { PATH: process.env.PATH, HOME: cwd, NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}
