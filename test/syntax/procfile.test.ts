import { describe, expect, it } from 'vitest';
import { parseProcfile } from '../../src/syntax/procfile.js';

describe('parseProcfile', () => {
  it('reads each process with the place of its name and command', () => {
    const entries = parseProcfile('web: gunicorn app:app\r\nworker:  celery -A app worker  \n', 'Procfile');
    expect(entries.map(({ process, command }) => [process, command])).toEqual([
      ['web', 'gunicorn app:app'],
      ['worker', 'celery -A app worker'],
    ]);
    expect(entries[1]).toMatchObject({
      processAt: { file: 'Procfile', range: { start: { line: 2, column: 1 }, end: { column: 7 } } },
      commandAt: { range: { start: { line: 2, column: 10 }, end: { line: 2, column: 30 } } },
    });
  });

  it('passes over what is no process', () => {
    expect(parseProcfile('# web: node a.js\n\nweb\nweb :x\n web: node b.js\nweb:\n', 'Procfile')).toEqual([]);
  });

  it('finds a command that begins like its process', () => {
    const [entry] = parseProcfile('web: web --port 1', 'Procfile');
    expect(entry?.commandAt.range.start.column).toBe(6);
  });

  it('comes to an end on a command with a million spaces', () => {
    const [entry] = parseProcfile(`web: node${' '.repeat(1_000_000)}server.js \n`, 'Procfile');
    expect(entry?.command).toHaveLength(1_000_013);
  });
});
