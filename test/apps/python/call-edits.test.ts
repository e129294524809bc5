import { describe, expect, it } from 'vitest';
import { pythonSockets } from '../../../src/apps/python/sockets.js';
import { applyEdits } from '../../../src/fixes/edit.js';
import { launch } from '../../../src/launch/launch.js';
import type { TextEdit } from '../../../src/model/finding.js';
import { renderFacts } from '../../../src/platforms/render/facts.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { known, place, service } from '../../support/model.js';
import { EDITS } from './edit-spellings.js';

type Files = Readonly<Record<string, string>>;

/** The files that edits change, as they are then. */
function changed(files: Files, edits: readonly TextEdit[] | undefined): Files | undefined {
  if (!edits) return undefined;
  return Object.fromEntries(
    [...new Set(edits.map(({ at }) => at.file))].map((file) => [
      file,
      applyEdits(
        files[file] ?? '',
        edits.filter(({ at }) => at.file === file),
      ),
    ]),
  );
}

async function socketOf(files: Files) {
  const command = 'python main.py';
  const repository = memoryRepository({ 'render.yaml': `start: ${command}`, ...files });
  const startCommand = known(command, place('render.yaml', 7, command.length));
  const own = service('api', 'web', { platform: 'render', runtime: known('python'), startCommand });
  const { processes } = await launch(repository, own, { facts: renderFacts, groups: [] });
  const [process] = processes;
  const sockets = process && (await pythonSockets(repository, process));
  const socket = sockets?.sockets[0];
  if (!socket) throw new Error('nothing listens');
  return socket;
}

describe('edits of the calls that listen', () => {
  it.each(EDITS)('$text', async ({ text, port, host, files = {} }) => {
    const all = { ...files, 'main.py': text };
    const { edits } = await socketOf(all);
    const withMain = (wanted: string | Files | undefined) =>
      typeof wanted === 'string' ? { 'main.py': wanted } : wanted;
    expect(changed(all, edits.port)).toEqual(withMain(port));
    if (host !== null) expect(changed(all, edits.host)).toEqual(withMain(host));
  });

  it.each(EDITS.filter(({ port }) => port !== undefined))(
    '$text listens on PORT then',
    async ({ text, port, files }) => {
      const then = typeof port === 'string' ? { 'main.py': port } : port;
      const socket = await socketOf({ ...files, 'main.py': text, ...then });
      expect(socket.port).toMatchObject({ is: 'known', value: 10_000 });
      // There is nothing left to change.
      expect(socket.edits.port).toBeUndefined();
    },
  );
});
