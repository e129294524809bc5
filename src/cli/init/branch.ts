import { askGit, isInWorkTree } from '../../repository/git.js';

const USUAL = 'main';

/**
 * The branch that others take their work from: that of the remote, else the one that is checked out before there is a
 * remote; `main` where git does not say, or where its name would have to be quoted in YAML.
 */
export function defaultBranch(root: string): string {
  if (!isInWorkTree(root)) return USUAL;
  const remote = shortName(root, 'refs/remotes/origin/HEAD')?.replace(/^origin\//, '');
  if (remote !== undefined) return remote;
  const hasRemote = askGit(root, ['config', '--get', 'remote.origin.url']).is === 'answered';
  return (hasRemote ? undefined : shortName(root, 'HEAD')) ?? USUAL;
}

function shortName(root: string, ref: string): string | undefined {
  const answer = askGit(root, ['symbolic-ref', '--quiet', '--short', ref]);
  const name = answer.is === 'answered' ? answer.output.toString().trim() : '';
  return /^[A-Za-z][\w./-]*$/.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name) ? name : undefined;
}
