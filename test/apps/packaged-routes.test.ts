import { describe, expect, it } from 'vitest';
import { packagedRoutes } from '../../src/apps/packaged-routes.js';
import { launch } from '../../src/launch/launch.js';
import { renderFacts } from '../../src/platforms/render/facts.js';
import { memoryRepository } from '../../src/repository/memory.js';
import { known, place, service } from '../support/model.js';

async function paths(command: string, files: Record<string, string> = {}, env: readonly string[] = []) {
  const repository = memoryRepository({ 'render.yaml': `start: ${command}`, 'app.py': '', ...files });
  const at = place('render.yaml', 7, command.length);
  const own = service('api', 'web', {
    platform: 'render',
    runtime: known<string>('python'),
    startCommand: known(command, at),
    env: env.map((key) => ({ key, at, value: known('report', at) })),
  });
  const { processes } = await launch(repository, own, { facts: renderFacts, groups: [] });
  const [process] = processes;
  return process && packagedRoutes(repository, process)?.routes.map(({ path }) => path);
}

describe('the health route of a server that comes ready made', () => {
  it.each([
    ['streamlit run app.py --server.port $PORT', ['/_stcore/health']],
    ['python -m streamlit run app.py', ['/_stcore/health']],
    ['streamlit run app.py --server.baseUrlPath report', []],
    ['streamlit run app.py --server.baseUrlPath=report', []],
    ['strapi start', ['/_health']],
    ['uvicorn app:app', undefined],
  ])('%s', async (command, expected) => {
    expect(await paths(command)).toEqual(expected);
  });

  it('is not known where a file or a variable puts it below a path', async () => {
    const command = 'streamlit run app.py';
    expect(await paths(command, { '.streamlit/config.toml': '[server]\nbaseUrlPath = "report"\n' })).toEqual([]);
    expect(await paths(command, { '.streamlit/config.toml': '[server]\nport = 80\n' })).toEqual(['/_stcore/health']);
    expect(await paths(command, {}, ['STREAMLIT_SERVER_BASE_URL_PATH'])).toEqual([]);
  });
});
