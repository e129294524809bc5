/** Packages that applications list themselves: nothing in common use depends on them. */
const LISTED_ITSELF = new Set([
  ...['gunicorn', 'whitenoise', 'dj-database-url', 'python-decouple', 'django-environ', 'django-cors-headers', 'uwsgi'],
  ...['django-crispy-forms', 'crispy-bootstrap5', 'crispy-bootstrap4', 'django-storages', 'django-cloudinary-storage'],
  ...['djangorestframework-simplejwt', 'django-filter', 'django-allauth', 'django-jazzmin', 'django-debug-toolbar'],
  ...[
    'flask-cors',
    'flask-login',
    'flask-migrate',
    'flask-bcrypt',
    'flask-jwt-extended',
    'flask-socketio',
    'flask-mail',
  ],
  ...[
    'flask-wtf',
    'flask-sqlalchemy',
    'flask-limiter',
    'flask-session',
    'flask-restful',
    'waitress',
    'daphne',
    'hypercorn',
  ],
  ...['drf-yasg', 'drf-spectacular', 'djoser', 'psycopg2-binary', 'mysqlclient', 'celery', 'django-redis', 'channels'],
  ...['django-import-export', 'django-extensions', 'django-tailwind', 'django-ckeditor', 'django-browser-reload'],
  ...['streamlit', 'gradio', 'granian', 'uvicorn-worker', 'cloudinary', 'channels-redis', 'django-widget-tweaks'],
]);

const SERVERS =
  /api|serv|web|asgi|mcp|llm|agent|flow|chain|lit|ui|http|chat|ray|model|studio|rag|haystack|autogen|crew|prefect|dagster|chroma|label|phoenix|adk|star|shiny|notebook/;

const READERS =
  /pdf|doc|office|ocr|text|llama|index|rag|haystack|unstructured|crew|agent|autogen|load|pars|extract|embed|markitdown|kotaemon/;

/** What the names of packages have in common that may bring another one, where that is known. */
const BROUGHT_BY: Readonly<Record<string, RegExp>> = {
  uvicorn: SERVERS,
  starlette: SERVERS,
  fastapi: SERVERS,
  'fastapi-cli': /fastapi/,
  flask: /flask|dash|superset|airflow|mlflow|connexion|api|functions|flow|chain|bot|server|web/,
  django: /django|drf|wagtail|channels|cms|oscar|mezzanine|^dj|saleor|health|rest|social|graphene|psql|geo/,
  redis:
    /redis|celery|rq|cache|queue|task|job|worker|session|limit|saq|huey|dramatiq|channels|llama|mem|haystack|superset|airflow|ray|feast|bot|pubsub|broker|lock/,
  celery: /celery|airflow|superset|flower/,
  pymongo: /mongo|motor|beanie|odm|langchain|store|db/,
  pypdf2: READERS,
  pypdf: READERS,
  pdfplumber: READERS,
  pymupdf: READERS,
  'python-docx': READERS,
  djangorestframework: /rest|drf|django|api|wagtail|saleor/,
  pillow:
    /image|pil|plot|pdf|qr|django|torch|vision|chart|draw|gui|media|photo|thumb|barcode|office|doc|pptx|stream|matplot|wagtail|ocr|face|transform|web|ml|ai|learn|seaborn|wordcloud|captcha|sorl|wand|easy|model|bot|sdk|code|report/,
};

/**
 * Whether a package may come with one of those whose own needs are not known; which one. One that is named for another
 * is written for it, and often needs it: `dj3-cloudinary-storage`.
 */
export function mayBring(open: readonly string[], name: string): string | undefined {
  const namesake = open.find((each) => each !== name && `-${each}-`.includes(`-${name}-`));
  if (namesake !== undefined) return namesake;
  if (LISTED_ITSELF.has(name)) return undefined;
  const pattern = Object.hasOwn(BROUGHT_BY, name) ? BROUGHT_BY[name] : undefined;
  return open.find((each) => !pattern || pattern.test(each));
}
