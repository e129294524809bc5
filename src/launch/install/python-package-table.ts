/** A package of PyPI that is known. */
export interface PythonPackage {
  name: string;
  /** Modules that it gives, by their first name. */
  modules: readonly string[];
  programs: readonly string[];
  /** Packages that it is installed with, extras in brackets. */
  needs: readonly string[];
}

/**
 * `name | modules | programs | needs`; modules left empty are the name with `_` for `-`. From each package's wheel
 * (entry_points.txt, top_level.txt, Requires-Dist), as https://pypi.org/project/NAME/ shows it, 2026-11. A row of an extra
 * says only what it adds. What a package needs on other systems or older versions of Python is left out; `?` stands for
 * more that it needs.
 */
const ROWS = `
flask | | flask | werkzeug jinja2 click itsdangerous blinker markupsafe
flask[async] | - | | asgiref
flask[dotenv] | - | | python-dotenv
werkzeug | | | markupsafe
jinja2 | | | markupsafe
markupsafe
click
itsdangerous
blinker
quart | | quart | aiofiles blinker click flask hypercorn itsdangerous jinja2 markupsafe werkzeug
gunicorn | | gunicorn | packaging
gunicorn[gevent] | - | | gevent
gunicorn[eventlet] | - | | eventlet
gunicorn[tornado] | - | | tornado
uvicorn | | uvicorn | click h11
uvicorn[standard] | - | | httptools python-dotenv pyyaml uvloop watchfiles websockets
uvicorn-worker | | | uvicorn gunicorn
hypercorn | | hypercorn | h11 h2 priority wsproto
daphne | | daphne | asgiref autobahn twisted
waitress | | waitress-serve
granian | | granian | click
uwsgi | uwsgi | uwsgi
uwsgi-binary | uwsgi | uwsgi
pyuwsgi | pyuwsgi uwsgi | uwsgi pyuwsgi
gevent | | | greenlet zope-event zope-interface
gevent-websocket | geventwebsocket | | gevent
eventlet | | | greenlet dnspython
greenlet
meinheld | | | greenlet
cheroot | | cheroot | more-itertools jaraco-functools ?
bjoern
tornado
aiohttp | | | aiohappyeyeballs aiosignal attrs frozenlist multidict propcache yarl
sanic | | sanic | sanic-routing httptools aiofiles websockets multidict uvloop tracerite html5tagger typing-extensions setuptools
litestar | | litestar | anyio click httpx litestar-htmx msgspec multidict multipart polyfactory pyyaml rich rich-click typing-extensions ?
litestar[standard] | - | | uvicorn[standard] jinja2 jsbeautifier fast-query-parsers ?
bottle | | bottle
falcon
pyramid | | pserve pshell | ?
cherrypy | | cherryd | cheroot portend more-itertools zc-lockfile jaraco-collections ?
django | | django-admin | asgiref sqlparse
asgiref
sqlparse | | sqlformat
djangorestframework | rest_framework | | django
djangorestframework-simplejwt | rest_framework_simplejwt | | django djangorestframework pyjwt
django-cors-headers | corsheaders | | django asgiref
django-environ | environ
django-filter | django_filters | | django
django-extensions | | | django
django-crispy-forms | crispy_forms | | django
crispy-bootstrap4 | | | django django-crispy-forms
crispy-bootstrap5 | | | django django-crispy-forms
crispy-tailwind | | | django django-crispy-forms
django-storages | storages | | django
django-storages[s3] | - | | boto3
django-storages[boto3] | - | | boto3
django-allauth | allauth | | django asgiref
django-redis | | | django redis
django-celery-beat | | | celery django django-timezone-field tzdata python-crontab cron-descriptor
django-celery-results | | | celery django
django-debug-toolbar | debug_toolbar | | django sqlparse
django-import-export | import_export | | django diff-match-patch tablib
django-jazzmin | jazzmin | | django
django-unfold | unfold | | django
django-tailwind | tailwind | | django
django-widget-tweaks | widget_tweaks
django-bootstrap4 | bootstrap4 | | django beautifulsoup4
django-bootstrap5 | | | django
django-bootstrap-v5 | bootstrap5 | | django beautifulsoup4
django-ckeditor | ckeditor ckeditor_uploader | | django django-js-asset
django-ckeditor-5 | | | django pillow
django-cloudinary-storage | cloudinary_storage | | requests cloudinary
django-csp | csp | | django packaging
django-cleanup
django-compressor | compressor | | django django-appconf rcssmin rjsmin
django-htmx | | | django asgiref
django-ninja | ninja | | django pydantic
django-taggit | taggit | | django
django-mptt | mptt | | django django-js-asset
django-phonenumber-field | phonenumber_field | | django
django-countries | | | asgiref typing-extensions
django-money | djmoney | | django py-moneyed
django-simple-history | simple_history | | django
django-oauth-toolkit | oauth2_provider | | django requests oauthlib jwcrypto
django-rest-auth | rest_auth | | django djangorestframework
dj-rest-auth | | | django djangorestframework
django-rest-knox | knox | | django djangorestframework
django-tinymce | tinymce | | django
django-summernote | | | django bleach
django-sslserver | sslserver | | django
django-heroku | | | django whitenoise dj-database-url psycopg2
django-on-heroku | django_on_heroku | | django whitenoise dj-database-url psycopg2-binary
django-axes | axes | | django asgiref
django-ratelimit
django-anymail | anymail | | django requests urllib3
django-otp | | | django
django-two-factor-auth | two_factor | | django qrcode django-otp django-formtools django-phonenumber-field
django-dbbackup | dbbackup | | django
django-silk | silk | | django sqlparse gprof2dot
django-health-check | health_check | | django
django-prometheus | | | django prometheus-client
django-rq | | | django redis rq
django-q | | | django redis blessed arrow django-picklefield
django-q2 | django_q | | django django-picklefield
django-browser-reload | | | django
django-livereload-server | livereload | | beautifulsoup4 tornado
django-dotenv | dotenv
django-model-utils | model_utils | | django
django-polymorphic | polymorphic | | django
django-guardian | guardian | | django
django-recaptcha | captcha django_recaptcha | | django
django-simple-captcha | captcha | | django pillow django-ranged-response
django-admin-interface | admin_interface colorfield | | django-colorfield python-slugify
django-colorfield | colorfield | | pillow
django-jet-reboot | jet | | django
django-grappelli | grappelli
django-fontawesome | fontawesome
django-fontawesome-5 | fontawesome_5 | | django
django-pwa | pwa | | django
django-quill-editor | django_quill | | django
django-resized | | | django pillow
django-imagekit | imagekit | | pillow pilkit django-appconf
django-user-agents | | | django user-agents
django-decouple | decouple
django-mathfilters | mathfilters
django-environ-2 | environ
djongo | | | pymongo sqlparse
drf-yasg | | | django djangorestframework pyyaml inflection packaging pytz uritemplate
drf-spectacular | | | django djangorestframework uritemplate pyyaml jsonschema inflection
drf-nested-routers | rest_framework_nested | | django djangorestframework
djoser | | | django djangorestframework djangorestframework-simplejwt social-auth-app-django
social-auth-app-django | social_django | | django social-auth-core
whitenoise
whitenoise[brotli] | - | | brotli
dj-database-url | | | django
dj-static
python-decouple | decouple
python-dotenv | dotenv | dotenv
environs | | | marshmallow python-dotenv
wagtail | | wagtail | django djangorestframework django-filter django-taggit django-treebeard django-modelcluster django-permissionedforms django-tasks pillow beautifulsoup4 requests willow openpyxl l18n anyascii draftjs-exporter telepath laces modelsearch ?
channels | | | django asgiref
channels[daphne] | - | | daphne
channels-redis | | | redis msgpack asgiref channels
mezzanine | | mezzanine-project | django ?
fastapi | | | starlette pydantic typing-extensions annotated-doc typing-inspection
fastapi[standard] | - | | fastapi-cli[standard] httpx jinja2 python-multipart email-validator uvicorn[standard] pydantic-settings pydantic-extra-types
fastapi[all] | - | | fastapi-cli[standard] httpx jinja2 python-multipart email-validator uvicorn[standard] itsdangerous pyyaml ujson orjson pydantic-settings pydantic-extra-types
fastapi-cli[standard] | - | | uvicorn[standard]
fastapi-cli | | fastapi | typer uvicorn[standard] rich-toolkit
fastapi-users | | | fastapi pwdlib email-validator pyjwt python-multipart makefun
fastapi-mail | | | fastapi starlette aiosmtplib pydantic pydantic-settings email-validator jinja2 cryptography blinker regex
fastapi-pagination | | | fastapi pydantic
fastapi-limiter | | | redis fastapi
fastapi-cache2 | fastapi_cache | | fastapi uvicorn pendulum
starlette | | | anyio typing-extensions
sse-starlette | | | starlette anyio
anyio | | | idna sniffio
pydantic | | | annotated-types pydantic-core typing-extensions typing-inspection
pydantic[email] | - | | email-validator
pydantic-settings | | | pydantic python-dotenv typing-inspection
pydantic-core
typing-extensions
python-multipart | multipart python_multipart
email-validator | | email_validator | dnspython idna
orjson
ujson
slowapi | | | limits
limits | | | deprecated packaging typing-extensions
h11
httptools
uvloop
watchfiles | | watchfiles | anyio
websockets | | websockets
httpx | | httpx | anyio certifi httpcore idna
httpcore | | | certifi h11
requests | | | charset-normalizer idna urllib3 certifi
urllib3
certifi
idna
charset-normalizer
typer | | typer | click typing-extensions rich shellingham
rich
flask-cors | | | flask werkzeug
flask-sqlalchemy | | | flask sqlalchemy
flask-migrate | | | flask flask-sqlalchemy alembic
flask-login | | | flask werkzeug
flask-wtf | | | flask wtforms itsdangerous
flask-jwt-extended | | | flask werkzeug pyjwt
flask-bcrypt | | | flask bcrypt
flask-restful | | | flask aniso8601 six pytz
flask-restx | | | flask werkzeug aniso8601 jsonschema referencing importlib-resources
flask-socketio | | | flask python-socketio
flask-marshmallow | | | flask marshmallow
flask-mail | | | flask blinker
flask-session | | | flask msgspec cachelib
flask-session[redis] | - | | redis
flask-limiter | | | flask limits ordered-set rich typing-extensions
flask-caching | | | flask cachelib
flask-compress | | | flask brotli pyzstd
flask-talisman
flask-admin | | | flask jinja2 markupsafe werkzeug wtforms
flask-pymongo | | | flask pymongo
flask-mysqldb | | | flask mysqlclient
flask-swagger-ui | | | flask
flask-swagger | | | flask pyyaml
flask-smorest | | | flask marshmallow webargs apispec werkzeug
flask-httpauth | | | flask
flask-dance | | | flask requests oauthlib requests-oauthlib urlobject werkzeug
flask-babel | | | flask babel jinja2 pytz
flask-security-too | flask_security | | flask flask-login flask-principal flask-wtf email-validator markupsafe passlib libpass importlib-resources wtforms
flask-apscheduler | | | flask apscheduler python-dateutil
flask-moment | | | flask
flask-uploads | | | flask
flask-sock | | | flask simple-websocket
flasgger | | | flask pyyaml jsonschema mistune six packaging
wtforms | | | markupsafe
python-socketio | socketio | | bidict python-engineio
python-engineio | engineio | | simple-websocket
sqlalchemy | | | typing-extensions greenlet
sqlalchemy[asyncio] | - | | greenlet
sqlalchemy-utils | | | sqlalchemy
sqlmodel | | | sqlalchemy pydantic
alembic | | alembic | sqlalchemy mako typing-extensions
mako | | | markupsafe
databases | | | sqlalchemy
databases[postgresql] | - | | asyncpg
databases[asyncpg] | - | | asyncpg
databases[sqlite] | - | | aiosqlite
tortoise-orm | tortoise | | aiosqlite iso8601 pypika-tortoise pytz
peewee | | pwiz.py
psycopg2 | psycopg2
psycopg2-binary | psycopg2
psycopg | | | typing-extensions
psycopg[binary] | - | | psycopg-binary
psycopg[pool] | - | | psycopg-pool
psycopg[c] | - | | psycopg-c
psycopg-pool
psycopg-binary
psycopg-c
asyncpg
aiosqlite
pymysql
mysqlclient | MySQLdb
mysql-connector-python | mysql
aiomysql | | | pymysql
pymongo | pymongo bson gridfs | | dnspython
pymongo[srv] | - | | dnspython
motor | | | pymongo
mongoengine | | | pymongo
beanie | | | pymongo pydantic click lazy-model typing-extensions
odmantic | | | motor pydantic pymongo
dnspython | dns
redis
redis[hiredis] | - | | hiredis
hiredis
aioredis
upstash-redis | | | httpx
celery | | celery | billiard kombu vine click click-didyoumean click-plugins click-repl python-dateutil tzdata
celery[redis] | - | | redis
celery[sqs] | - | | boto3
kombu | | | amqp vine tzdata packaging
kombu[redis] | - | | redis
flower | | flower | celery tornado prometheus-client humanize pytz
rq | | rq rqworker | redis click croniter
rq-scheduler | rq_scheduler | rqscheduler | rq crontab freezegun python-dateutil
huey | | huey_consumer huey_consumer.py
huey[redis] | - | | redis
dramatiq | | dramatiq | prometheus-client
dramatiq[redis] | - | | redis
dramatiq[rabbitmq] | - | | pika
arq | | arq | redis click
apscheduler | | | tzlocal
pika
schedule
boto3 | | | botocore jmespath s3transfer
botocore | | | jmespath python-dateutil urllib3
cloudinary | | | six urllib3 certifi
stripe | | | requests typing-extensions
twilio | | | requests pyjwt aiohttp aiohttp-retry
sendgrid | | | python-http-client cryptography werkzeug
resend | | | requests typing-extensions
openai | | openai | anyio distro httpx jiter pydantic sniffio tqdm typing-extensions
anthropic | | | anyio distro httpx jiter pydantic sniffio typing-extensions docstring-parser
groq | | | anyio distro httpx pydantic sniffio typing-extensions
cohere | | | ?
mistralai | | | ?
google-generativeai | google | | google-ai-generativelanguage google-api-core google-api-python-client google-auth protobuf pydantic tqdm typing-extensions ?
google-genai | google | | anyio google-auth httpx pydantic requests tenacity typing-extensions websockets
google-auth | google | | cachetools pyasn1-modules rsa
google-auth-oauthlib | | | google-auth requests-oauthlib
google-api-python-client | googleapiclient apiclient | | httplib2 google-auth google-auth-httplib2 google-api-core uritemplate
supabase | | | httpx postgrest realtime storage3 supabase-auth supabase-functions yarl ?
firebase-admin | | | google-api-core google-cloud-firestore google-cloud-storage pyjwt cachecontrol httpx ?
sentry-sdk | | | urllib3 certifi
newrelic | | newrelic-admin
passlib
passlib[bcrypt] | - | | bcrypt
bcrypt
argon2-cffi | argon2 | | argon2-cffi-bindings
cryptography | | | cffi
pyjwt | jwt
pyjwt[crypto] | - | | cryptography
python-jose | jose | | ecdsa rsa pyasn1
python-jose[cryptography] | - | | cryptography
authlib | | | cryptography
oauthlib
requests-oauthlib | | | oauthlib requests
pillow | PIL
numpy | | f2py
pandas | | | numpy python-dateutil tzdata pytz
scipy | | | numpy
scikit-learn | sklearn | | numpy scipy joblib threadpoolctl
matplotlib | matplotlib mpl_toolkits pylab | | contourpy cycler fonttools kiwisolver numpy packaging pillow pyparsing python-dateutil
seaborn | | | numpy pandas matplotlib
plotly | plotly _plotly_utils | | narwhals packaging
dash | | | flask werkzeug plotly importlib-metadata typing-extensions requests retrying nest-asyncio setuptools
dash-bootstrap-components | | | dash
streamlit | | streamlit | altair blinker cachetools click numpy packaging pandas pillow protobuf pyarrow pydeck requests tenacity toml tornado typing-extensions gitpython watchdog
gradio | | gradio | fastapi uvicorn httpx pydantic numpy pandas pillow jinja2 aiofiles huggingface-hub orjson python-multipart pyyaml typer starlette markupsafe packaging ?
chainlit | | chainlit | fastapi uvicorn starlette python-dotenv httpx pydantic python-socketio aiofiles click python-multipart pyjwt ?
nicegui | | | fastapi uvicorn[standard] starlette httpx python-socketio jinja2 aiofiles python-multipart orjson
xgboost | | | numpy scipy
lightgbm | | | numpy scipy
catboost | | | ?
joblib
torch | | | ?
torchvision | | | torch numpy pillow
tensorflow | | | ?
tensorflow-cpu | tensorflow | | ?
keras | | | ?
transformers | | transformers-cli | numpy huggingface-hub packaging pyyaml regex requests tokenizers safetensors tqdm filelock ?
sentence-transformers | | | transformers torch scikit-learn scipy huggingface-hub pillow tqdm typing-extensions
nltk | | nltk | click joblib regex tqdm
spacy | | spacy | ?
opencv-python | cv2 | | numpy
opencv-python-headless | cv2 | | numpy
opencv-contrib-python | cv2 | | numpy
opencv-contrib-python-headless | cv2 | | numpy
beautifulsoup4 | bs4 | | soupsieve typing-extensions
lxml
html5lib | | | six webencodings
selenium | | | ?
playwright | | playwright | greenlet pyee
scrapy | | | ?
pyyaml | yaml
toml
tomli
python-dateutil | dateutil | | six
pytz
tzdata
tzlocal
arrow | | | python-dateutil
pendulum | | | python-dateutil tzdata
openpyxl | | | et-xmlfile
xlsxwriter
xlrd
python-docx | docx | | lxml typing-extensions
python-pptx | pptx | | lxml pillow xlsxwriter typing-extensions
pypdf
pypdf2 | PyPDF2
pdfplumber | | pdfplumber | pdfminer-six pillow pypdfium2
pymupdf | fitz pymupdf
reportlab | | | pillow charset-normalizer
weasyprint | | weasyprint | ?
xhtml2pdf | | | ?
fpdf | fpdf
fpdf2 | fpdf | | pillow defusedxml fonttools
qrcode | | qr
qrcode[pil] | - | | pillow
markdown | | markdown_py
bleach | | | webencodings
python-slugify | slugify | slugify | text-unidecode
marshmallow
marshmallow-sqlalchemy | | | marshmallow sqlalchemy
jsonschema | | jsonschema | attrs jsonschema-specifications referencing rpds-py
graphene | | | graphql-core graphql-relay python-dateutil typing-extensions
graphene-django | | | graphene django graphql-core graphql-relay text-unidecode promise
strawberry-graphql | strawberry | strawberry | graphql-core python-dateutil typing-extensions packaging
ariadne | | | graphql-core starlette typing-extensions
psutil
tqdm | | tqdm
loguru
structlog
colorama
six
attrs | attr attrs
packaging
pytest | | pytest py.test | pluggy packaging iniconfig pygments
pytest-django | | | pytest
pytest-asyncio | | | pytest
black | | black blackd | click packaging pathspec platformdirs mypy-extensions
flake8 | | | ?
ruff | | ruff
isort | | isort
mypy | | mypy
ipython | | | ?
discord-py | discord | | aiohttp
python-telegram-bot | telegram | | httpx
pytelegrambotapi | telebot | | requests
aiogram | | | aiohttp aiofiles pydantic magic-filter certifi
telethon | | | ?
pyrogram | | | ?
slack-sdk
slack-bolt | | | slack-sdk
aiofiles
aiosmtplib
aiohttp-cors | | | aiohttp
tenacity
cachetools
watchdog | | watchmedo
yt-dlp | | yt-dlp
praw | | | ?
tweepy | | | oauthlib requests requests-oauthlib
langchain | | | langchain-core langgraph pydantic langchain-text-splitters langsmith sqlalchemy requests pyyaml ?
langchain-core | | | langsmith tenacity jsonpatch pyyaml packaging pydantic typing-extensions ?
langchain-openai | | | langchain-core openai tiktoken ?
langchain-community | | | langchain-core langchain sqlalchemy requests pyyaml aiohttp tenacity pydantic-settings langsmith numpy dataclasses-json httpx-sse ?
langgraph | | | langchain-core langgraph-checkpoint langgraph-prebuilt langgraph-sdk pydantic xxhash ?
tiktoken | | | regex requests
faiss-cpu | faiss | | numpy packaging
pinecone | | | ?
chromadb | | chroma | fastapi uvicorn[standard] pydantic numpy typing-extensions posthog tokenizers httpx pyyaml rich typer tenacity orjson ?
mcp | | mcp | anyio httpx httpx-sse pydantic pydantic-settings python-multipart sse-starlette starlette uvicorn jsonschema
fastmcp | | fastmcp | mcp httpx python-dotenv rich uvicorn websockets ?
mlflow | | mlflow | flask gunicorn alembic sqlalchemy numpy pandas scikit-learn scipy matplotlib docker graphene fastapi uvicorn ?
rasa | | | ?
prefect | | prefect | fastapi uvicorn starlette httpx pydantic sqlalchemy ?
datasette | | datasette | uvicorn asgiref click httpx jinja2 hupper
functions-framework | | functions-framework functions_framework | flask gunicorn uvicorn starlette watchdog click werkzeug cloudevents
connexion | | connexion | asgiref httpx inflection jsonschema jinja2 python-multipart pyyaml requests starlette werkzeug
connexion[flask] | - | | flask a2wsgi
connexion[uvicorn] | - | | uvicorn[standard]
honcho | | honcho
supervisor | | supervisord supervisorctl
mkdocs | | mkdocs | click jinja2 markdown pyyaml watchdog
mkdocs-material | material | | mkdocs jinja2 markdown pygments requests
sphinx | | sphinx-build sphinx-quickstart | ?
voila | | voila | ?
panel | | panel | bokeh ?
bokeh | | bokeh | jinja2 numpy pandas pillow pyyaml tornado packaging contourpy xyzservices narwhals
`;

/** By name; an extra of a package has a row of its own, as `NAME[EXTRA]`. */
export const PACKAGES: ReadonlyMap<string, PythonPackage> = new Map(
  ROWS.trim()
    .split('\n')
    .map((row) => {
      const [name = '', modules = '', programs = '', needs = ''] = row.split('|').map((each) => each.trim());
      const own = modules === '-' ? [] : modules === '' ? [name.replaceAll('-', '_')] : modules.split(' ');
      return [name, { name, modules: own, programs: words(programs), needs: words(needs) }];
    }),
);

function words(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}
