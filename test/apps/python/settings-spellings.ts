import type { SocketCase } from './commands.js';

const TWO =
  'from pydantic import AliasChoices, Field, field_validator\nfrom pydantic_settings import BaseSettings, SettingsConfigDict\n';
const ONE = 'from pydantic import BaseSettings, Field\n';

/** A program whose host and port are `HOST` and `PORT` of what comes before. */
function program(text: string): string {
  return `import os\nimport uvicorn\n${text}\nif __name__ == '__main__':\n    uvicorn.run('main:app', host=HOST, port=PORT)\n`;
}

/** The same by an object of the class Settings. */
function settings(fields: string, from = TWO): string {
  const body = fields.replace(/^/gm, '    ');
  return program(`${from}\n\nclass Settings(BaseSettings):\n${body}\n\n\ns = Settings()\nHOST = s.host\nPORT = s.port`);
}

const row = (
  text: string,
  socket: string,
  env: SocketCase['env'] = {},
  files: SocketCase['files'] = {},
): SocketCase => ({ command: 'python main.py', files: { 'main.py': text, ...files }, env, sockets: [`${socket} 5s`] });

const HOST = 'host: str = "0.0.0.0"\n';

/** Libraries that read settings, as `host:port` of the server that they are for. */
export const SETTINGS: readonly SocketCase[] = [
  row(settings(`${HOST}port: int = 8000`), '0.0.0.0:10000=PORT'),
  row(settings(`${HOST}model_config = SettingsConfigDict(env_prefix="APP_")\nport: int = 8000`), '0.0.0.0:8000'),
  row(settings(`${HOST}model_config = {"env_prefix": "APP_"}\nport: int = 8000`), '0.0.0.0:9000=APP_PORT', {
    APP_PORT: '9000',
  }),
  row(settings(`${HOST}port: int = Field(8000, alias="SERVER_PORT")`), '0.0.0.0:8000'),
  row(
    settings(`${HOST}port: int = Field(8000, validation_alias=AliasChoices("APP_PORT", "PORT"))`),
    '0.0.0.0:10000=PORT',
  ),
  // An alias stands without the prefix.
  row(
    settings(
      `${HOST}model_config = SettingsConfigDict(env_prefix="APP_")\nport: int = Field(8000, validation_alias="PORT")`,
    ),
    '0.0.0.0:10000=PORT',
  ),
  row(
    settings(
      `${HOST}number: int = Field(8000, validation_alias="PORT")\n\n@property\ndef port(self) -> int:\n    return self.number`,
    ),
    '0.0.0.0:10000=PORT',
  ),
  row(settings(`${HOST}port: int | None = 8000`), '0.0.0.0:10000=PORT'),
  row(settings(`${HOST}port: Optional[int] = 8000`), '0.0.0.0:10000=PORT'),
  row(settings(`${HOST}port: Annotated[int, Field(ge=1)] = 8000`), '0.0.0.0:10000=PORT'),
  row(settings(`${HOST}port: Annotated[int, Field(alias="APP_PORT")] = 8000`), '0.0.0.0:?'),
  row(settings(`${HOST}port: int = Field(default_factory=lambda: 9000, alias="APP_PORT")`), '0.0.0.0:9000'),
  row(settings(`${HOST}model_config = SettingsConfigDict(case_sensitive=True)\nport: int = 8000`), '0.0.0.0:8000'),
  row(
    settings(
      `${HOST}port: int = 8000\n\n@classmethod\ndef settings_customise_sources(cls, *given, **named):\n    return ()`,
    ),
    '?:?',
  ),
  row(
    settings(
      `${HOST}port: int = 8000\n\n@field_validator("host")\n@classmethod\ndef check(cls, value):\n    return value or "127.0.0.1"`,
    ),
    '?:10000=PORT',
  ),
  row(
    settings(
      `${HOST}port: int = 8000\n\n@field_validator("port")\n@classmethod\ndef check(cls, value):\n    if value < 1:\n        raise ValueError(value)\n    return value`,
    ),
    '0.0.0.0:10000=PORT',
  ),
  row(
    settings(
      'model_config = SettingsConfigDict(env_file=".env", extra="ignore")\nhost: str = "127.0.0.1"\nport: int = Field(8000, alias="API_PORT")',
    ),
    '0.0.0.0:7000=API_PORT',
    {},
    { '.env': 'HOST=0.0.0.0\nAPI_PORT=7000\n' },
  ),
  // A file that is not committed is not there.
  row(settings(`${HOST}model_config = SettingsConfigDict(env_file=".env")\nport: int = 8000`), '0.0.0.0:10000=PORT'),
  // Version 1 names variables by `env` and knows no aliases here.
  row(settings(`${HOST}port: int = Field(8000, env="PORT")`, ONE), '0.0.0.0:10000=PORT'),
  row(settings(`${HOST}port: int = Field(8000, env="APP_PORT")`, ONE), '0.0.0.0:8000'),
  row(settings(`${HOST}port: int = 8000\n\nclass Config:\n    env_prefix = "APP_"`, ONE), '0.0.0.0:9000=APP_PORT', {
    APP_PORT: '9000',
  }),
  row(settings(`${HOST}port: int = 8000\n\nclass Config:\n    fields = {"port": {"env": "APP_PORT"}}`, ONE), '?:?'),
  row(
    program(
      'from pydantic import BaseModel\n\nclass Server(BaseModel):\n    host: str = "127.0.0.1"\n    port: int = 8000\n\ns = Server(host="0.0.0.0", port=int(os.environ["PORT"]))\nHOST = s.host\nPORT = s.port',
    ),
    '0.0.0.0:10000=PORT',
  ),
  row(
    program(
      'from dataclasses import dataclass, field\n\n@dataclass\nclass Server:\n    host: str = "0.0.0.0"\n    port: int = field(default_factory=lambda: int(os.getenv("PORT", "8000")))\n\ns = Server()\nHOST = s.host\nPORT = s.port',
    ),
    '0.0.0.0:10000=PORT',
  ),
  row(
    program(
      'from decouple import config\n\nHOST = config("HOST", default="0.0.0.0")\nPORT = config("PORT", default=8000, cast=int)',
    ),
    '0.0.0.0:10000=PORT',
  ),
  row(
    program(
      'from decouple import config\n\nHOST = config("HOST", default="127.0.0.1")\nPORT = config("APP_PORT", default=8000, cast=int)',
    ),
    '0.0.0.0:7000=APP_PORT',
    {},
    { 'settings.ini': '[settings]\nHOST=0.0.0.0\nAPP_PORT=7000\n' },
  ),
  row(
    program(
      'from decouple import AutoConfig\n\nconfig = AutoConfig(search_path=".")\nHOST = config("HOST", default="127.0.0.1")\nPORT = config("APP_PORT", default=8000, cast=int)',
    ),
    '0.0.0.0:7000=APP_PORT',
    {},
    { '.env': 'HOST=0.0.0.0\nAPP_PORT=7000\n' },
  ),
  row(
    program(
      'from environs import Env\n\nenv = Env()\nenv.read_env()\nHOST = env.str("HOST", "0.0.0.0")\nPORT = env.int("PORT", 8000)',
    ),
    '0.0.0.0:10000=PORT',
  ),
  row(
    program(
      'from environs import Env\n\nenv = Env()\nwith env.prefixed("APP_"):\n    HOST = env("HOST", "0.0.0.0")\n    PORT = env.int("PORT", 8000)',
    ),
    '0.0.0.0:7000=APP_PORT',
    { APP_PORT: '7000' },
  ),
  row(
    program(
      'import environ\n\nenv = environ.Env(PORT=(int, 8000))\nHOST = env("HOST", default="0.0.0.0")\nPORT = env("PORT")',
    ),
    '0.0.0.0:10000=PORT',
  ),
  row(
    program(
      'from dynaconf import Dynaconf\n\ns = Dynaconf(settings_files=["settings.toml"])\nHOST = s.HOST\nPORT = s.PORT',
    ),
    '?:?',
    {},
    { 'settings.toml': '[default]\nhost = "127.0.0.1"\nport = 8000\n' },
  ),
  row(
    program(
      'from dotenv import load_dotenv\n\nload_dotenv()\nHOST = os.getenv("HOST", "127.0.0.1")\nPORT = int(os.getenv("APP_PORT", "8000"))',
    ),
    '0.0.0.0:7000=APP_PORT',
    {},
    { '.env': 'HOST=0.0.0.0\nAPP_PORT=7000\n' },
  ),
  // `?:?`: it is not read, and so not decided.
  row(
    program(
      'from starlette.config import Config\n\nconfig = Config(".env")\nHOST = config("HOST", default="127.0.0.1")\nPORT = config("APP_PORT", cast=int, default=8000)',
    ),
    '?:?',
    {},
    { '.env': 'HOST=0.0.0.0\nAPP_PORT=7000\n' },
  ),
  row(
    program(
      'from starlette.config import Config\n\nconfig = Config()\nHOST = config("HOST", default="0.0.0.0")\nPORT = config("PORT", cast=int, default=8000)',
    ),
    '?:?',
  ),
  row(
    program(
      'defaults = {"PORT": "8000", "HOST": "0.0.0.0"}\nsettings = defaults | os.environ\nHOST = settings["HOST"]\nPORT = int(settings["PORT"])',
    ),
    '?:?',
  ),
  row(
    program(
      'settings = {"PORT": "8000", "HOST": "0.0.0.0", **os.environ}\nHOST = settings["HOST"]\nPORT = int(settings["PORT"])',
    ),
    '?:?',
  ),
  row(
    program(
      'from dataclasses import dataclass, field\n\n@dataclass\nclass Settings:\n    host: str = "0.0.0.0"\n    port: int = field(default_factory=lambda: int(os.environ.get("PORT", 8000)))\n\ns = Settings()\nHOST = s.host\nPORT = s.port',
    ),
    '0.0.0.0:10000=PORT',
  ),
  row(
    program(
      'import argparse\n\nparser = argparse.ArgumentParser()\nparser.add_argument("--host", default="0.0.0.0")\nparser.add_argument("--port", type=int, default=int(os.environ.get("PORT", 8000)))\nargs = parser.parse_args()\nHOST = args.host\nPORT = args.port',
    ),
    '0.0.0.0:10000=PORT',
  ),
  row(
    program(
      'from pydantic_settings import BaseSettings, SettingsConfigDict\nfrom pydantic import Field\n\nclass Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix="APP_")\n    host: str = "0.0.0.0"\n    port: int = Field(8000, validation_alias="PORT")\n\ns = Settings()\nHOST = s.host\nPORT = s.port',
    ),
    '0.0.0.0:10000=PORT',
  ),
  row(
    program(
      'from pydantic import BaseSettings\n\nclass Settings(BaseSettings):\n    host: str = "127.0.0.1"\n    port: int = 8000\n\n    class Config:\n        env_prefix = "APP_"\n        env_file = ".env"\n\ns = Settings()\nHOST = s.host\nPORT = s.port',
    ),
    '0.0.0.0:7000=APP_PORT',
    {},
    { '.env': 'APP_HOST=0.0.0.0\nAPP_PORT=7000\n' },
  ),
  row(
    program(
      'from pydantic import BaseModel\nfrom pydantic_settings import BaseSettings, SettingsConfigDict\n\nclass Server(BaseModel):\n    host: str = "127.0.0.1"\n    port: int = 8000\n\nclass Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_nested_delimiter="__")\n    server: Server = Server()\n\ns = Settings()\nHOST = s.server.host\nPORT = s.server.port',
    ),
    '?:?',
    { SERVER__PORT: '7000', SERVER__HOST: '0.0.0.0' },
  ),
];
