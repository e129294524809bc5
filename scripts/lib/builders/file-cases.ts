import type { BuilderCase } from './run.js';
import { SCRIPT } from './sources.js';

const FILES = { 'src/server.js': SCRIPT, 'src/lib/db.js': SCRIPT, 'src/mail.html': 'x\n', 'old.js': SCRIPT };

function handled(command: string, more: Partial<BuilderCase> = {}): BuilderCase {
  return { name: command, command, exact: true, files: FILES, ...more };
}

/** Commands that every system has. */
export const FILE_CASES: readonly BuilderCase[] = [
  handled('cp -r src dist'),
  handled('mkdir dist && cp -r src dist'),
  handled('mkdir -p dist/a && cp -r src/. dist/a/'),
  handled('cp -R src/ dist'),
  handled('mkdir dist && cp -a src/* dist', { exact: false }),
  handled('mkdir dist && cp src/*.js dist/', { exact: false }),
  handled('mkdir out && cp src/server.js old.js out'),
  handled('mkdir out && cp -t out src/server.js old.js'),
  handled('cp src/server.js app.js'),
  handled('cp src dist', { name: 'a folder without -r' }),
  handled('cp -rT src dist', { name: 'a target that is no folder to go into' }),
  handled('mkdir dist && cp -rT src dist'),
  handled('cp -r src dist && mv dist/lib other'),
  handled('cp -r src dist && mv dist build'),
  handled('cp -r src dist && mkdir build && mv dist build'),
  handled('cp -r src dist && mv dist/server.js dist/index.js'),
  handled('cp -r src dist && rm -rf dist/lib'),
  handled('cp -r src dist && rm -f dist/*.js', { exact: false, name: 'a pattern is removed' }),
  handled('cp -r src dist && rm -rf dist/*'),
  handled('cp -r src dist && rm -rf dist && mkdir dist && cp old.js dist/'),
  handled('cp -r src dist && cd dist && mv server.js index.js'),
  handled('mkdir dist && (cd src && cp server.js ../dist/)'),
  handled('ln -s src dist'),
  handled('ln -s ../src/server.js src/index.js'),
  handled('mkdir bin && ln src/server.js bin/app.js'),
  handled('touch index.js'),
  handled("echo 'export {}' > index.js"),
  handled('mkdir -p dist && cat src/server.js old.js > dist/all.js'),
  handled('mkdir -p dist && cat src/server.js | tee dist/all.js'),
  handled('install -D src/server.js dist/server.js'),
  handled('cp -r src dist && find dist -name "*.js" -delete', { name: 'find deletes', unknown: true }),
  handled('test -d dist || cp -r src dist', { exact: false, unknown: true, name: 'where there is no such folder' }),
  handled('for f in src/*.js; do cp $f .; done', { exact: false, unknown: true, name: 'a loop' }),
  handled('cp -r missing dist || cp -r src dist', { exact: false, name: 'the second of two' }),
];

/** Programs of npm packages that do the same. */
export const FILE_PROGRAM_CASES: readonly BuilderCase[] = [
  handled('shx mkdir -p dist && shx cp -r src/* dist/', { exact: false }),
  handled('shx cp -r src dist'),
  handled('shx mkdir dist && shx cp -r src dist'),
  handled('shx cp -r src dist && shx mv dist/lib other && shx rm -rf dist'),
  handled('shx touch index.js'),
  handled('cpx "src/**/*.js" dist', { exact: false }),
  handled('cpx src/server.js dist', { exact: false }),
  handled('copyfiles src/server.js dist', { exact: false }),
  handled('copyfiles -u 1 "src/**/*.js" dist', { exact: false }),
  handled('copyfiles -f "src/**/*.js" dist', { exact: false }),
  handled('cpy "src/**/*.js" dist', { exact: false }),
  handled('ncp src dist'),
  handled('mkdirp dist/a && cp src/server.js dist/a'),
  handled('cp -r src dist && rimraf dist && cp -r src build'),
  handled('cp -r src dist && rimraf dist/lib'),
  handled('cp -r src dist && rimraf "dist/*" && cp old.js dist', { exact: false }),
  handled('cp -r src dist && rimraf --glob "dist/**/*.js"', { exact: false, name: 'a pattern is removed' }),
  handled('cp -r src dist && del-cli dist/lib'),
  handled('ncp src dist && del dist/lib'),
];
