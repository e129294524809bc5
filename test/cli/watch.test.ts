import { describe, expect, it } from 'vitest';
import { watchRun } from '../../src/cli/watch.js';

const CLEAR = '\r\u001B[2K';

function watched(isTTY: boolean, columns = 40) {
  let now = 0;
  const written: string[] = [];
  const watch = watchRun({ write: (text) => written.push(text), isTTY, columns }, () => now);
  return { watch, written, wait: (ms: number) => void (now += ms) };
}

const on = (service: string, done = 0) => ({ phase: 'rules', service, done, total: 9 }) as const;

describe('progress', () => {
  it('is one line, shown after a second and at most every tenth of one', () => {
    const { watch, written, wait } = watched(true);
    watch.onProgress({ phase: 'platform files' });
    wait(900);
    watch.onProgress(on('api'));
    expect(written).toEqual([]);
    wait(200);
    watch.onProgress(on('web', 1));
    wait(50);
    watch.onProgress(on('jobs', 2));
    wait(60);
    watch.onProgress({ phase: 'services' });
    expect(written).toEqual([`${CLEAR}lint-deploy: service 2 of 9: web`, `${CLEAR}lint-deploy: services`]);
    watch.clear();
    watch.clear();
    expect(written.slice(2)).toEqual([CLEAR]);
  });

  it('keeps within the line, and lets no name move the cursor', () => {
    const { watch, written, wait } = watched(true);
    wait(2000);
    watch.onProgress(on(`\u001B[2J\n${'x'.repeat(100)}`));
    const [line = ''] = written;
    expect(line.slice(CLEAR.length)).toMatch(/^[ -~…]{1,39}$/);
  });

  it('is not shown where nobody looks on', () => {
    const { watch, written, wait } = watched(false);
    wait(5000);
    watch.onProgress(on('api'));
    watch.clear();
    expect(written).toEqual([]);
  });
});

describe('the statistics', () => {
  it('give the time of each phase, all of its parts together', () => {
    const { watch, wait } = watched(false);
    watch.start('configuration');
    wait(5);
    watch.onProgress({ phase: 'platform files' });
    wait(20);
    watch.onProgress(on('api'));
    wait(30);
    watch.onProgress(on('web', 1));
    wait(12);
    watch.onProgress({ phase: 'done', filesRead: 7 });
    wait(3);
    watch.onProgress(on('api'));
    wait(1);
    watch.onProgress({ phase: 'done', filesRead: 8 });
    const text = watch.stats();
    expect(text.split('\n').slice(0, 7)).toEqual([
      'lint-deploy: time by phase',
      '  configuration        5 ms',
      '  platform files      20 ms',
      '  rules               43 ms',
      '  reports              3 ms',
      '  total               71 ms',
      '  files read: 8',
    ]);
    expect(text).toMatch(/\n {2}parsers loaded: \w+/);
  });
});
