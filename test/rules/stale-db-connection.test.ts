import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/stale-db-connection/rule.js';
import { lint } from '../../src/engine/lint.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

const BLUEPRINT =
  'services:\n  - type: web\n    name: api\n    runtime: python\n    buildCommand: pip install -r requirements.txt\n' +
  '    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT\n    envVars:\n      - { key: DATABASE_URL, sync: false }\n';

/** `stale`, `fine`, or `?` for what is not decided, of a program behind these first lines. */
async function verdict(text: string, files: Record<string, string> = {}): Promise<string> {
  const head = 'import os\nfrom fastapi import FastAPI\n\napp = FastAPI()\nURL = os.environ["DATABASE_URL"]\n';
  const repository = memoryRepository({ 'render.yaml': BLUEPRINT, 'main.py': head + text, ...files });
  const { findings, undecided } = await lint({ repository, rules: [rule], platforms: [render] });
  return findings.length > 0 ? 'stale' : undecided.length > 0 ? '?' : 'fine';
}

const SQL = 'from sqlalchemy import create_engine\n';
const ASYNC = 'from sqlalchemy.ext.asyncio import create_async_engine\n';
const POOL = 'from sqlalchemy.pool import NullPool, QueuePool, StaticPool\n';

describe('an engine of SQLAlchemy', () => {
  it.each([
    [`${SQL}engine = create_engine(URL)`, 'stale'],
    [`${SQL}engine = create_engine("postgresql://localhost/shop")`, 'stale'],
    [`${SQL}engine = create_engine(url=URL, echo=True)`, 'stale'],
    [`${SQL}engine = create_engine(URL, pool_size=5, max_overflow=10, pool_timeout=30)`, 'stale'],
    [`${SQL}engine = create_engine(URL, pool_pre_ping=False)`, 'stale'],
    [`${SQL}engine = create_engine(URL, pool_recycle=-1)`, 'stale'],
    [`${SQL}${POOL}engine = create_engine(URL, poolclass=QueuePool)`, 'stale'],
    ['import sqlalchemy as sa\nengine = sa.create_engine(URL)', 'stale'],
    ['import sqlalchemy\nengine = sqlalchemy.create_engine(URL)', 'stale'],
    ['from sqlalchemy.engine import create_engine\nengine = create_engine(URL)', 'stale'],
    ['from sqlmodel import create_engine\nengine = create_engine(URL)', 'stale'],
    [`${ASYNC}engine = create_async_engine(URL)`, 'stale'],
    ['from sqlalchemy.ext.asyncio.engine import create_async_engine\nengine = create_async_engine(URL)', 'stale'],
    [`${SQL}def make():\n    return create_engine(URL)\n\nengine = make()`, 'stale'],
    [`${SQL}options = {"pool_size": 5}\nengine = create_engine(URL, **options)`, 'stale'],
    [
      `${SQL}class Database:\n    def __init__(self):\n        self.engine = create_engine(URL)\n\ndb = Database()`,
      'stale',
    ],
    [`${SQL}engine = create_engine(URL, pool_pre_ping=os.environ.get("PING") == "1")`, 'stale'],
    // Each of these tests a connection, replaces it in time, or keeps none.
    [`${SQL}engine = create_engine(URL, pool_pre_ping=True)`, 'fine'],
    [`${SQL}engine = create_engine(URL, pool_recycle=300)`, 'fine'],
    [`${SQL}RECYCLE = 1800\nengine = create_engine(URL, pool_recycle=RECYCLE)`, 'fine'],
    [`${SQL}engine = create_engine(URL, pool_pre_ping=False, pool_recycle=300)`, 'fine'],
    [`${SQL}options = {"pool_pre_ping": True}\nengine = create_engine(URL, **options)`, 'fine'],
    [`${SQL}${POOL}engine = create_engine(URL, poolclass=NullPool)`, 'fine'],
    [`${SQL}${POOL}engine = create_engine(URL, poolclass=StaticPool)`, 'fine'],
    ['import sqlalchemy\nengine = sqlalchemy.create_engine(URL, poolclass=sqlalchemy.pool.NullPool)', 'fine'],
    [`${ASYNC}${POOL}engine = create_async_engine(URL, poolclass=NullPool)`, 'fine'],
    [`${ASYNC}engine = create_async_engine(URL, pool_pre_ping=True)`, 'fine'],
    ['from sqlmodel import create_engine\nengine = create_engine(URL, pool_pre_ping=True)', 'fine'],
    [`${SQL}engine = create_engine("sqlite:///shop.db")`, 'fine'],
    [`${SQL}engine = create_engine("sqlite+aiosqlite:///shop.db", connect_args={"check_same_thread": False})`, 'fine'],
    [`${SQL}engine = create_engine(os.environ.get("OTHER_URL", "sqlite:///shop.db"))`, 'fine'],
    // Nothing makes it when the service starts.
    [`${SQL}def make():\n    return create_engine(URL)`, 'fine'],
    [`${SQL}if __name__ == "__main__":\n    create_engine(URL)`, 'fine'],
    // Other pools are not judged: some test their connections, some replace them.
    ['import asyncpg\n\nasync def start():\n    return await asyncpg.create_pool(URL)', 'fine'],
    ['from psycopg_pool import ConnectionPool\n\npool = ConnectionPool(URL)', 'fine'],
    ['import psycopg2\n\nconnection = psycopg2.connect(URL)', 'fine'],
    ['from peewee import PostgresqlDatabase\n\ndb = PostgresqlDatabase("shop")', 'fine'],
    ['from databases import Database\n\ndb = Database(URL)', 'fine'],
    ['from own import create_engine\n\nengine = create_engine(URL)', 'fine'],
    // Not told.
    [`${SQL}from elsewhere import options\nengine = create_engine(URL, **options)`, '?'],
    [`${SQL}from elsewhere import PING\nengine = create_engine(URL, pool_pre_ping=PING)`, '?'],
    [`${SQL}engine = create_engine(URL, pool_recycle=int(os.environ["DATABASE_URL"]))`, '?'],
    [`${SQL}from elsewhere import pool\nengine = create_engine(URL, poolclass=pool)`, '?'],
  ])('%s', async (text, expected) => {
    expect(await verdict(`${text}\n`)).toBe(expected);
  });

  it('is found in the module that the program imports, and not in one that nobody does', async () => {
    const files = { 'database.py': `${SQL}engine = create_engine("postgresql://db/shop")\n` };
    expect(await verdict('import database\n', files)).toBe('stale');
    expect(await verdict('', files)).toBe('fine');
  });
});

it('says nothing of a program that the build writes', async () => {
  const written = BLUEPRINT.replace('pip install -r requirements.txt', 'cp production.py main.py');
  const files = { 'render.yaml': written, 'production.py': 'app = None\n' };
  expect(await verdict(`${SQL}engine = create_engine(URL)`, files)).toBe('fine');
});
