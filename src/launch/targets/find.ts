import { NO_TARGET, type Asked, type FoundTarget } from './asked.js';
import { asFile, fileTarget, folderTarget } from './files.js';
import { nestTarget } from './nest.js';
import { nodeTarget } from './node.js';
import { flaskTarget, gunicornTarget, objectTarget, pythonTarget, uwsgiTarget } from './python.js';

/** Finds what a known program runs, by its words. */
export function findTarget(asked: Asked): FoundTarget {
  const { target: how } = asked.program;
  switch (how.by) {
    case 'none':
      return NO_TARGET;
    case 'file':
      return fileTarget(asked, how);
    case 'folder':
      return folderTarget(asked, how);
    case 'object':
      return objectTarget(asked, how);
    case 'node':
      return nodeTarget(asked);
    case 'nest':
      return nestTarget(asked);
    case 'python':
      return pythonTarget(asked);
    case 'manage':
      // It is called as Python's script: its path, wherever it lies, is the first word.
      return asFile(asked.words[1], asked, []);
    case 'flask':
      return flaskTarget(asked);
    case 'gunicorn':
      return gunicornTarget(asked);
    case 'uwsgi':
      return uwsgiTarget(asked);
    case 'java':
      return javaTarget(asked);
  }
}

function javaTarget(asked: Asked): FoundTarget {
  const { words } = asked;
  const at = words.indexOf('-jar');
  return at === -1 ? NO_TARGET : asFile(words[at + 1], asked, []);
}
