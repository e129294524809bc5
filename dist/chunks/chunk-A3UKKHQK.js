import { createRequire as __lintDeployCreateRequire } from 'node:module';import { fileURLToPath as __lintDeployToPath } from 'node:url';import { dirname as __lintDeployDirname } from 'node:path';const require = __lintDeployCreateRequire(import.meta.url);const __filename = __lintDeployToPath(import.meta.url);const __dirname = __lintDeployDirname(__filename);
import{a as Ot,b as Yr,d as Ne}from"./chunk-2SBININ4.js";import{a as Ct}from"./chunk-Y7B6EKYZ.js";import{a as zr}from"./chunk-JFOEGXGS.js";import{a as Pt}from"./chunk-WRXSWL7N.js";import{a as Kr}from"./chunk-4FIDEOSJ.js";import{a as G,b as ke,c as k}from"./chunk-DBDO3DNC.js";import{a as Br,b as Ur,d as Jr}from"./chunk-QWXGPTMW.js";import{a as he,b as xe,c as B}from"./chunk-I7ILA4XV.js";import{a as $e,b as qr,c as X,d as ae,e as U,f as Gn}from"./chunk-I4OWIK2V.js";import{a as Tt,b as Q,c as f,d as A,e as N}from"./chunk-ELJHYZJF.js";import{a as me,b as q}from"./chunk-SKAUTUF2.js";import{c as ic,e as ac}from"./chunk-WF4TQBPV.js";var Ea=ic((CR,Ar)=>{var Tn=process||{},xa=Tn.argv||[],On=Tn.env||{},sg=!(On.NO_COLOR||xa.includes("--no-color"))&&(!!On.FORCE_COLOR||xa.includes("--color")||Tn.platform==="win32"||(Tn.stdout||{}).isTTY&&On.TERM!=="dumb"||!!On.CI),og=(e,t,n=e)=>r=>{let s=""+r,o=s.indexOf(t,e.length);return~o?e+ig(s,t,n,o)+t:e+s+t},ig=(e,t,n,r)=>{let s="",o=0;do s+=e.substring(o,r)+n,o=r+t.length,r=e.indexOf(t,o);while(~r);return s+e.substring(o)},Ra=(e=sg)=>{let t=e?og:()=>String;return{isColorSupported:e,reset:t("\x1B[0m","\x1B[0m"),bold:t("\x1B[1m","\x1B[22m","\x1B[22m\x1B[1m"),dim:t("\x1B[2m","\x1B[22m","\x1B[22m\x1B[2m"),italic:t("\x1B[3m","\x1B[23m"),underline:t("\x1B[4m","\x1B[24m"),inverse:t("\x1B[7m","\x1B[27m"),hidden:t("\x1B[8m","\x1B[28m"),strikethrough:t("\x1B[9m","\x1B[29m"),black:t("\x1B[30m","\x1B[39m"),red:t("\x1B[31m","\x1B[39m"),green:t("\x1B[32m","\x1B[39m"),yellow:t("\x1B[33m","\x1B[39m"),blue:t("\x1B[34m","\x1B[39m"),magenta:t("\x1B[35m","\x1B[39m"),cyan:t("\x1B[36m","\x1B[39m"),white:t("\x1B[37m","\x1B[39m"),gray:t("\x1B[90m","\x1B[39m"),bgBlack:t("\x1B[40m","\x1B[49m"),bgRed:t("\x1B[41m","\x1B[49m"),bgGreen:t("\x1B[42m","\x1B[49m"),bgYellow:t("\x1B[43m","\x1B[49m"),bgBlue:t("\x1B[44m","\x1B[49m"),bgMagenta:t("\x1B[45m","\x1B[49m"),bgCyan:t("\x1B[46m","\x1B[49m"),bgWhite:t("\x1B[47m","\x1B[49m"),blackBright:t("\x1B[90m","\x1B[39m"),redBright:t("\x1B[91m","\x1B[39m"),greenBright:t("\x1B[92m","\x1B[39m"),yellowBright:t("\x1B[93m","\x1B[39m"),blueBright:t("\x1B[94m","\x1B[39m"),magentaBright:t("\x1B[95m","\x1B[39m"),cyanBright:t("\x1B[96m","\x1B[39m"),whiteBright:t("\x1B[97m","\x1B[39m"),bgBlackBright:t("\x1B[100m","\x1B[49m"),bgRedBright:t("\x1B[101m","\x1B[49m"),bgGreenBright:t("\x1B[102m","\x1B[49m"),bgYellowBright:t("\x1B[103m","\x1B[49m"),bgBlueBright:t("\x1B[104m","\x1B[49m"),bgMagentaBright:t("\x1B[105m","\x1B[49m"),bgCyanBright:t("\x1B[106m","\x1B[49m"),bgWhiteBright:t("\x1B[107m","\x1B[49m")}};Ar.exports=Ra();Ar.exports.createColors=Ra});function R({name:e},t="the service"){let n=k(e);return n===void 0?t:v(n)}function se(e){let t=R(e,"");return t===""?"the server":`the server of ${t}`}function y(e){return e.charAt(0).toUpperCase()+e.slice(1)}function v(e){return`\`${e}\``}function P(e){let t=e.map(v),n=t.at(-1)??"";return t.length<2?n:`${t.slice(0,-1).join(", ")} and ${n}`}function At({file:e,range:t}){return`${e}:${String(t.start.line)}`}var cc="It watches files and starts the program again when one changes; when the program crashes, it waits for a change instead of ending, so the platform does not restart it.",_t="It compiles while it serves, which takes long, needs much memory and may run out of it, and is not made for traffic.",dc="It is there to look at a finished build on one machine, and is not made for traffic.",lc="Build the site and serve it as a static site, or start a server that is made for production.",Dt="It is not made for load or for the open internet, as its documentation says: requests wait for each other or are lost under load.",ge={effect:cc,remedy:"Start the program itself."},Xr={...Object.fromEntries(["nodemon","tsx","ts-node-dev","node","bun","deno","vite-node","watchfiles","air","cargo","dotnet","nest","fastify"].map(e=>[e,ge])),nodemon:{...ge,remedy:"Start the program itself: `node` and its file in place of `nodemon`."},tsx:{...ge,remedy:"Leave out `watch`."},node:{...ge,remedy:"Leave out `--watch`."},"ts-node-dev":{...ge,remedy:"Compile the program and start it with `node`, or use `tsx` or `ts-node` without watching."},next:{effect:_t,remedy:"Run `next build` in the build command and start `next start`."},nuxt:{effect:_t,remedy:"Run `nuxt build` in the build command and start `node .output/server/index.mjs`."},vite:{effect:_t,remedy:"Run `vite build` and serve its folder as a static site; with a server of its own, start that one."},flask:{effect:Dt,remedy:"Start the app with gunicorn, such as `gunicorn app:app`."},quart:{effect:Dt,remedy:"Start the app with hypercorn."},"manage.py":{effect:Dt,remedy:"Start the project's `wsgi` or `asgi` module with gunicorn."},"django-admin":{effect:Dt,remedy:"Start the project's `wsgi` or `asgi` module with gunicorn."},uvicorn:{...ge,remedy:"Leave out `--reload`."},hypercorn:{...ge,remedy:"Leave out `--reload`."},granian:{...ge,remedy:"Leave out `--reload`."},fastapi:{...ge,remedy:"Start `fastapi run` in place of `fastapi dev`."},"http.server":{effect:"It answers with the files of a folder and is, as its documentation says, not made for production.",remedy:"Serve the folder as a static site, or with a web server."},"php -S":{effect:"It answers one request at a time and is, as its documentation says, not made for a public network.",remedy:"Start a web server with PHP, such as FrankenPHP or Apache."},artisan:{effect:"It runs the web server built into PHP, which answers one request at a time.",remedy:"Start a web server with PHP, such as FrankenPHP or Apache."}},Qr={effect:_t,remedy:lc};function Zr({name:e,words:t}){let n=Object.hasOwn(Xr,e)?Xr[e]??Qr:Qr;return t[1]==="preview"?{...n,effect:dc}:n}var es={id:"dev-server",title:"A web service runs a development server",severity:"warning",statuses:[403,502],scope:"service",appliesTo:e=>e.kind==="web"&&e.elsewhere===void 0&&uc(e),check:fc};function uc({inferred:e,file:t}){return!e||/(?:^|\/)Procfile$/.test(t)}async function*fc(e,t){let{processes:n}=await t.launch(e);for(let r of n){if(r.program.role!=="dev-server"||pc(r))continue;let{name:s}=r.program;if(r.conditional){let i=`Whether ${R(e)} runs the development server \`${s}\` depends on a condition that is not decided.`;yield{is:"undecided",at:r.at,why:i};continue}let o=t.refusesHosts(r);yield{is:"finding",at:r.at,label:"a development server",severity:mc(r,o),statuses:o?[403]:[502],message:hc(e,t,r,o),trail:r.steps.slice(0,-1),facts:{program:s,refusesHosts:o}}}}function pc({program:e}){let{name:t,words:n}=e;return t==="reflex"&&(n.includes("--env=prod")||n[n.indexOf("--env")+1]==="prod")}function mc({program:e},t){return t?"error":e.name==="http.server"?"note":"warning"}function hc(e,t,{program:n},r){let{title:s}=t.facts(e),o=n.words.map(c=>c??"\u2026").join(" "),{effect:i,remedy:a}=Zr(n);return{found:`${y(R(e))} starts \`${o}\`, a development server.`,effect:r?`It answers only requests for a local host: those that reach it under the service's name on ${s} get 403.`:i,remedy:a}}var gc=[".onrender.com",".herokuapp.com",".railway.app",".fly.dev",".vercel.app",".now.sh",".netlify.app",".pythonanywhere.com",".azurewebsites.net",".elasticbeanstalk.com",".appspot.com",".run.app",".repl.co",".replit.app",".replit.dev",".glitch.me",".ngrok.io",".ngrok-free.app",".gitpod.io",".app.github.dev",".platformsh.site",".koyeb.app",".deta.dev"],yc=/^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0|(?:10|192|172)\.\d+\.\d+\.\d+|testserver|example\.(?:com|org)|.*\.local|host\.docker\.internal)$/;function Hn(e,t){if(e==="*")return!0;let n=e.toLowerCase();return n===t||n.startsWith(".")&&(t.endsWith(n)||t===n.slice(1))}function wc(e,{host:t,suffix:n,assumed:r}){if(Hn(e,t))return"allows";let s=e.toLowerCase(),o=s.replace(/^\./,"");if(!/^[a-z0-9._-]+$|^\[[0-9a-f:]+\]$/.test(s)||s===".")return"malformed";if(yc.test(o)||/^\d+\.\d+\.\d+\.\d+$/.test(o)||!o.includes("."))return"local";if(o.endsWith(n)){if(r)return"near";let i=t.slice(0,-n.length),a=o.slice(0,-n.length);return a.startsWith(`${i}-`)&&/^[a-z0-9]{4}$/.test(a.slice(i.length+1))?"near":"other-service"}return gc.some(i=>o.endsWith(i)||`.${o}`===i)?"other-platform":"domain"}function ts({kind:e,items:t,more:n},r,s){if(e==="text"||e==="set")return{is:"no-list"};let o=[],i=n,a=!1;for(let d of t){d.is==="unknown"&&(i??=d.why);let u=(d.is==="known"?[d.value]:d.is==="oneOf"?d.values.map(({value:p})=>p):[]).map(p=>wc(p,r));if(u.length>0&&u.every(p=>p==="allows"))return{is:"fine"};u.includes("allows")&&(i??="an entry depends on a condition that is not decided"),a||=u.includes("near"),o.push(...u)}return a?r.assumed?{is:"undecided",why:"the name of the service is not known"}:{is:"near"}:i!==void 0?{is:"undecided",why:i}:o.includes("domain")||s&&o.some(d=>d.startsWith("other-"))?r.domains.length>0?{is:"fine"}:{is:"undecided",why:"whether the domains it names lead to the service is not known"}:{is:"wrong",kinds:o}}var rs={id:"disallowed-host",title:"Django's ALLOWED_HOSTS lacks the host of the service",severity:"error",statuses:[400],scope:"service",appliesTo:e=>e.kind==="web"&&e.elsewhere===void 0,check:bc};async function*bc(e,t){let n=t.publicHost(e),r=n&&await t.django(e);if(!r)return;if(r.is==="undecided"){yield{is:"undecided",at:r.at,why:`What ALLOWED_HOSTS holds cannot be decided: ${r.why}.`};return}let s=r.allowedHosts,o=vc(s.value,n,e.inferred);switch(o.is){case"fine":yield*$c(s,r,n);return;case"undecided":yield{is:"undecided",at:s.at,why:`Whether ALLOWED_HOSTS has the host cannot be decided: ${o.why}.`};return;default:yield Sc(o,{service:e,deployment:t,django:r,host:n})}}function vc(e,t,n){if(e.is==="absent")return{is:"wrong",kinds:[]};if(e.is==="unknown")return{is:"undecided",why:e.why};let s=(e.is==="known"?[e.value]:e.values.map(a=>a.value)).map(a=>ts(a,t,n)),[o]=s,i=s.every(({is:a})=>a===o?.is);return o&&i?o:{is:"undecided",why:"it depends on a condition that is not decided"}}function Sc(e,t){let{django:n,deployment:r,host:s}=t,{allowedHosts:o}=n,i=e.is==="no-list"?void 0:r.djangoEdits(n).allowHost(s.variable),a=`Add the host in ${s.variable} to ALLOWED_HOSTS`,c=i&&{title:a,safety:"safe",edits:i};return{is:"finding",at:o.at,label:o.value.is==="absent"?"nothing sets ALLOWED_HOSTS here":"written here",...e.is==="near"&&{severity:"note"},...e.is==="no-list"&&{statuses:[502]},message:kc(e,t),trail:n.steps,facts:{host:s.host,hosts:Le(o.value)},...c&&{fixes:[c]}}}function kc(e,t){let{deployment:n,service:r,host:s,django:o}=t,{title:i}=n.facts(r),a=s.assumed?`the host that ${i} gives the service`:`\`${s.host}\``,c=`Add the host that ${i} puts in \`${s.variable}\` to \`ALLOWED_HOSTS\`.`;return e.is==="no-list"?{found:`\`ALLOWED_HOSTS\` is ${Le(o.allowedHosts.value)}, which is neither a list nor a tuple.`,effect:"Django refuses it when it starts, so the process ends.",remedy:`Make it a list. ${c}`}:e.is==="near"?{found:`\`ALLOWED_HOSTS\` is ${Le(o.allowedHosts.value)}, which names the service with four characters added.`,effect:`${i} adds them only where the name is taken: under ${a} Django answers each request with 400.`,remedy:c}:{found:xc(o.allowedHosts,e.kinds),effect:`Django answers each request for ${a} with 400.`,remedy:c}}function xc({value:e,unset:t},n){if(e.is==="absent")return"`ALLOWED_HOSTS` is not set, so it is empty.";let r=Le(e);if(t.length>0){let s=P(t),[o,i]=t.length>1?["The variables","are"]:["The variable","is"];return`${o} ${s} ${i} not set for the service (unless in the dashboard), which leaves \`ALLOWED_HOSTS\` at ${r}.`}return`\`ALLOWED_HOSTS\` is ${r}${Rc(n)}.`}function Rc(e){let[t]=e;return t===void 0?"":e.includes("other-service")?", which names another service":e.includes("other-platform")?", which names a host of another platform":e.includes("malformed")?", where an entry is more than a host: with a scheme, a port, a path, a space or `*.` it matches none":e.length>1?", which are local names only":", a local name only"}function Le(e){return e.is==="absent"?"`[]`":(e.is==="known"?[e.value]:e.is==="oneOf"?e.values.map(n=>n.value):[]).map(n=>`\`${Ec(n)}\``).join(" or ")}var ns=6;function Ec({kind:e,items:t}){let n=t.slice(0,ns).map(o=>o.is==="known"?`'${o.value}'`:"\u2026");if(t.length>ns&&n.push("\u2026"),e==="text")return n.join("");let[r,s]=e==="list"?["[","]"]:e==="tuple"?["(",t.length===1?",)":")"]:["{","}"];return`${r}${n.join(", ")}${s}`}function*$c(e,t,n){let{value:r}=e;if(r.is!=="known"||r.value.more!==void 0)return;let s=r.value.items.flatMap(o=>o.is==="known"?[o.value]:[]);if(!(s.length<r.value.items.length))for(let o of n.domains)s.some(i=>Hn(i,o))||(yield{is:"finding",at:e.at,label:"written here",message:{found:`\`ALLOWED_HOSTS\` is ${Le(r)}, without \`${o}\`, a domain of the service.`,effect:`Django answers each request for \`${o}\` with 400.`,remedy:`Add \`${o}\` to \`ALLOWED_HOSTS\`.`},trail:t.steps,facts:{host:o,hosts:Le(r)}})}async function Fe(e,t){let{processes:n,gaps:r}=await t.launch(e),s=[],o=r.flatMap(({why:d,at:l,missing:u})=>u?[]:[{why:d,at:l}]),i=n.filter(({program:d})=>!(e.inferred&&d.role==="dev-server"));for(let d of i){let l=await t.sockets(d);s.push(...l.sockets.map(u=>({socket:u,process:d}))),o.push(...l.gaps)}let a=s.filter(({socket:d,process:l})=>qn(d,Yn(e,l,t))==="fine"),c=n.length>0&&n.every(({program:d})=>d.role==="worker");return{all:s,routed:a.length>0?a:s,gaps:o,idle:c?n:[]}}function Yn(e,{environment:t},n){let{port:r}=n.facts(e);if(!r)return;let s=t.variable(r.variable),o=s.is==="set"&&s.value.is==="known"?Number(s.value.value):NaN;return Number.isInteger(o)?o:r.default}function ss(e,t){let{edge:n,title:r}=t.facts(e);if(!n)return;let{idleTimeout:s,advised:o}=n;return e.inferred?{name:"A load balancer usually",idleTimeout:6e4,advised:o}:{name:`${r}'s edge`,idleTimeout:s,advised:o}}function qn({port:e,host:t},n){if(n===void 0||jc(t))return"undecided";switch(e.is){case"absent":return"wrong";case"unknown":return"undecided";case"known":return e.value===n?"fine":"wrong";case"oneOf":{let r=e.values.filter(({value:s})=>s===n).length;return r===e.values.length?"fine":r===0?"wrong":"undecided"}}}function jc(e){return e.is==="known"&&(e.value.startsWith("unix:")||e.value.startsWith("/"))}function os(e){let t=e.trim().toLowerCase().replace(/^\[(.*)\]$/,"$1");return t==="localhost"||t==="::1"||/^127(?:\.\d{1,3}){3}$/.test(t)||t.startsWith("::ffff:127.")}function Me(e){return e.is==="known"?[e.value]:e.is==="oneOf"?e.values.map(t=>t.value):[]}function ye(e,t){return e.is==="oneOf"?e.values[0]?.at??t:e.at}function Ie(e,{at:t,steps:n,server:r}){return e===t?n:[...n,{at:t,words:`${r} begins to listen`}]}var is={id:"ignored-port",title:"The server does not listen on the port that requests go to",severity:"error",statuses:[502],scope:"service",appliesTo:e=>e.kind==="web"&&e.elsewhere===void 0,check:Oc};async function*Oc(e,t){let n=t.facts(e).port;if(!n)return;let r=await Fe(e,t);yield*Nc(e,r);let s=r.all.map(u=>{let p=Yn(e,u.process,t);return{listener:u,wanted:p,judgement:qn(u.socket,p)}}),o=s.find(({judgement:u})=>u!=="undecided")??s[0];if(!o)return;let{listener:i,wanted:a}=o;if(s.some(({judgement:u})=>u==="fine")){yield*_c(e,n,i.process,a);return}let c=s.find(u=>u.listener.socket.unexpanded)?.listener;if(c){yield Cc(e,n,c);return}let d=s.find(({judgement:u})=>u==="undecided")?.listener,l=r.gaps[0];if(d||l||s.every(({listener:{socket:u}})=>u.conditional)){let u=(d??i).socket.port,p=d?Tc(d):l?.why??"it listens only on a condition";yield{is:"undecided",at:d||!l?ye(u,i.socket.at):l.at,why:`Which port ${se(e)} listens on is not decided: ${p}.`};return}yield Pc(e,n,i,a??n.default)}function Tc({socket:{port:e,host:t}}){return e.is==="unknown"?e.why:t.is==="known"&&t.value.startsWith("unix:")?"it is a unix socket":"it depends on a condition"}function Pc(e,t,{socket:n},r){let{port:s,server:o,edits:i}=n,a=ye(s,n.at),c=Me(s),d=c.some(u=>t.reserved.includes(u)),l=s.is==="known"&&s.from.by==="default";return{is:"finding",at:a,label:c[0]===void 0?"no port is given":`not ${String(r)}`,severity:t.finds&&!d?"warning":"error",message:{found:Ac(e,n,t.variable),effect:d?"That port is reserved: the service does not start.":`Requests go to port ${String(r)}, the one in \`${t.variable}\`. ${t.otherwise}`,remedy:Dc(n,t.variable)},trail:Ie(a,n),fixes:i.port?[{title:`Listen on the port in ${t.variable}`,safety:"safe",edits:i.port}]:[],facts:{server:o,...c[0]!==void 0&&{port:c[0]},expected:r,default:l}}}function Cc(e,{variable:t},{socket:n}){let{server:r,unexpanded:s,steps:o,at:i}=n,a=s?.text??"";return{is:"finding",at:s?.at??i,label:"no shell reads this",severity:"error",message:{found:`${y(se(e))} is given \`${a}\` as it stands: no shell puts in the variable.`,effect:`${r} refuses it as a port and does not start.`,remedy:`Let a shell read the command: without single quotes around \`$${t}\`, and in a Dockerfile as \`CMD program \u2026\` in place of a list.`},trail:o,facts:{server:r,text:a,expected:t}}}function Ac(e,{port:t,server:n},r){let s=y(se(e)),o=(t.is==="known"||t.is==="absent"?t.unless??[]:[]).filter(l=>l!==r),i=P(o),a=o.length>0?`, as nothing sets ${i}`:"";if(t.is==="absent")return`${s} is given no port${a}, so it gets any that is free.`;let c=Me(t).map(String).join(" or "),d=t.is==="known"&&t.from.by==="default";return`${s} listens on port ${c}${d?`, which is ${n}'s default`:a}.`}function Dc({at:e},t){return/\.[cm]?[jt]sx?$/.test(e.file)?`Take the port from the environment: \`process.env.${t}\`.`:`Take the port from the environment variable \`${t}\`.`}function*_c(e,{reserved:t,variable:n},{environment:r},s){let o=r.variable(n);s===void 0||!t.includes(s)||o.is!=="set"||(yield{is:"finding",at:o.at,message:{found:`${y(se(e))} is given port ${String(s)}.`,effect:"That port is reserved: the service does not start.",remedy:`Leave \`${n}\` out, or set another port.`},facts:{port:s,reserved:!0}})}function*Nc(e,{idle:t}){let[n]=t;if(!n||e.inferred||n.conditional)return;let{name:r}=n.program;yield{is:"finding",at:n.at,label:"it opens no port",message:{found:`${y(se(e))} is \`${r}\`, which opens no port.`,effect:"A web service without an open port does not pass its deploy.",remedy:"Make it a background worker, or start a server in it."},trail:n.steps.slice(0,-1),facts:{program:r}}}function cs({effect:e}){return e===void 0?"error":e==="none"?"note":"warning"}function ds(e,t){let n=Fc(e,t);return{found:n.found,effect:n.effect??Lc(e,t),remedy:e.remedy??n.remedy}}function Lc({effect:e},t){switch(e){case"unclear":return`${t} may refuse the file, or deploy without it.`;case"lost":return"What needs it goes without.";case"none":return"It changes nothing.";default:return`${t} does not accept this, so the file cannot be deployed.`}}function Fc(e,t){let n=Bn(e);switch(e.problem){case"unread":return e.reason==="too-large"?{found:`The file ${e.at.file} ${e.why}.`,effect:"That is more than lint-deploy reads, so nothing in it is checked.",remedy:"It may well be right: check it by other means."}:{found:`The file ${e.at.file} ${e.why}.`,effect:"Nothing in it is checked.",remedy:"Make it a text file that can be read."};case"syntax":return{found:e.why,effect:`${t} cannot read the file, so nothing in it is deployed.`,remedy:"Correct the YAML here."};case"wrong-type":return e.key===""&&e.got==="nothing"?{found:`${y(n)} is empty.`,remedy:`Write ${e.expected}.`}:{found:`${ut(e)} holds ${e.got}, not ${e.expected}.`,remedy:`Write ${e.expected}.`};case"unquoted":return{found:`${ut(e)} is the plain value ${v(e.value)}, which YAML reads as ${e.reads}.`,effect:`${t} takes text here, and a strict reader refuses anything else.`,remedy:`Quote it: ${v(`"${e.value}"`)}.`};case"unknown-key":return{found:`${y(n)} has the unknown key ${v(e.key)}.`,remedy:Mc(e)};case"misplaced-key":return{found:`${y(n)} has ${v(e.key)}, a key of ${e.belongs}.`,remedy:"Move it there, or remove it."};case"repeated-key":return{found:`${y(n)} has the key ${v(e.key)} twice; the first is on line ${e.first.range.start.line}.`,effect:"A strict reader refuses the file, any other keeps only the last.",remedy:"Keep one of the two."};case"repeated-variable":return{found:`${y(n)} sets the variable ${v(e.key)} twice; the first is on line ${e.first.range.start.line}.`,effect:"Only one of the two can take effect.",remedy:"Keep one of the two."};case"missing-key":return{found:`${y(n)} has no ${v(e.key)}.`,remedy:`Add ${v(e.key)}${as(e.allowed)}.`};case"refused-value":return{found:`${ut(e)} is ${v(e.value)}, which ${t} does not know.`,remedy:e.meant===void 0?`Take another value${as(e.allowed)}.`:`Write ${v(e.meant)}.`};case"out-of-limit":return{found:`${ut(e)} is ${v(e.value)}; it must be ${e.limit}.`,remedy:"Change the value."};case"conflict":return{found:`${y(n)} has ${v(e.key)} together with ${v(e.other)}. ${e.because}`,remedy:"Change or remove one of them."};case"unresolved-reference":return{found:`${y(n)} refers to the ${e.to} ${v(e.name)}, which no file here declares.`,effect:`Unless the workspace has it already, ${t} cannot resolve the reference.`,remedy:"Declare it, or correct the name."};case"wrong-reference":return{found:`${y(n)} refers to ${v(e.name)} as a ${e.expected}, but it is declared as a ${e.got}.`,remedy:`Refer to it as a ${e.got}, or declare it as a ${e.expected}.`};case"duplicate-name":return{found:`The name ${v(e.name)} is given twice; the first is on line ${e.first.range.start.line}.`,remedy:"Rename one of the two."};case"deprecated":return{found:`${v(e.value===void 0?e.key:`${e.key}: ${e.value}`)} of ${n} is deprecated.`,effect:e.keptOnly?`${t} keeps it where it is in use, and accepts it for nothing new.`:`${t} still accepts it.`,remedy:`Write ${v(e.replacement)}.`};case"ignored":return{found:`${v(e.key)} of ${n} has no effect. ${e.because}`,remedy:"Remove it."};case"placeholder":return{found:`${ut(e)} is still ${v(e.value)}.`,effect:"What uses it fails until it is filled in.",remedy:"Replace it with the real value."};case"file-name":return{found:`The file is not named ${e.expected}.`,effect:`${t} reads ${e.expected}, unless another path is chosen in the dashboard.`,remedy:`Rename it to ${e.expected}.`}}}function Mc({meant:e,allowed:t}){return e!==void 0?`Write ${v(e)}.`:t.length>0&&t.length<=8?`Remove it; the keys here are ${t.map(v).join(", ")}.`:"Remove it."}function as(e){return e.length>0&&e.length<=12?`: ${e.map(v).join(", ")}`:""}function Bn({owner:e}){return e===""?"the file":`the ${e}`}function ut(e){return e.key===""?y(Bn(e)):e.owner===""?v(e.key):`${v(e.key)} of ${Bn(e)}`}var ls={id:"invalid-config",title:"The platform file does not say what it is meant to say",severity:"error",statuses:[],scope:"platformFile",appliesTo:()=>!0,check:Ic};async function*Ic(e,t){let{title:n}=t.facts(e);for(let r of e.problems)yield{is:"finding",at:r.at,severity:cs(r),message:ds(r,n),trail:Wc(r),fixes:r.fixes,facts:{problem:r.problem,owner:r.owner,..."key"in r&&{key:r.key}}}}function Wc(e){return e.problem==="wrong-reference"?[{at:e.actual,words:`declared as a ${e.got}`}]:[]}var us={id:"loopback-bind",title:"The server listens on a local address only",severity:"error",statuses:[502],scope:"service",appliesTo:e=>e.kind==="web"&&e.elsewhere===void 0,check:Vc};async function*Vc(e,t){if(!t.facts(e).port)return;let n=await Fe(e,t),r=n.routed.map(a=>[a,Gc(a)]);if(r.length===0||r.some(([,a])=>a==="fine"))return;let[s]=n.routed;if(!s)return;let o=r.find(([,a])=>a==="undecided")?.[0]??Hc(n),i=n.gaps[0];if(o||i){let a=i?.why??Yc(o??s);yield{is:"undecided",at:o?ye(o.socket.host,o.socket.at):i?.at??s.socket.at,why:`Which address ${se(e)} listens on is not decided: ${a}.`};return}yield qc(e,t,s)}function Gc({socket:{host:e}}){return e.is==="absent"?"fine":ke(e,os)}function Hc({routed:e}){let[t]=e;return e.every(({socket:n})=>n.conditional)?t:void 0}function Yc({socket:{host:e}}){return e.is==="unknown"?e.why:"it depends on a condition"}function qc(e,t,{socket:n,process:r}){let{host:s,server:o,edits:i}=n,a=ye(s,n.at),c=Me(s)[0]??"",d=s.is==="known"&&s.from.by==="default";return{is:"finding",at:a,label:d?`${o} listens on ${c} by default`:"a local address",message:Bc(e,t,{socket:n,process:r}),trail:Ie(a,n),fixes:i.host?[{title:"Listen on 0.0.0.0",safety:"safe",edits:i.host}]:[],facts:{server:o,host:c,default:d}}}function Bc(e,t,{socket:n}){let{title:r}=t.facts(e),{host:s,server:o}=n,i=Me(s).map(v).join(" or "),a=s.is==="known"?s.unless??[]:[],c=P(a),d=s.is==="known"&&s.from.by==="default"?`, which is ${o}'s default`:a.length>0?`, as nothing sets ${c}`:"";return{found:`${y(se(e))} listens on ${i}${d}.`,effect:`That address is reached from inside its own machine only: ${r} cannot connect, and every request gets 502.`,remedy:a.length>0&&!e.inferred?`Listen on \`0.0.0.0\`, unless ${c} is set in the dashboard.`:"Listen on `0.0.0.0`."}}function fs({process:e,keeper:t,above:n},{name:r,platform:s}){let o=Kn(e),i=n&&!Un(n.name)?`${n.name}, which starts it through ${t.name}`:t.name;return{found:`In the container of ${r}, \`${o}\` runs below ${Un(i)?`the script \`${i}\``:i}.`,effect:`When ${s} replaces or restarts the service, its SIGTERM ends at ${t.name} and never reaches the server, which is killed with the requests it is at work on: they are answered 502.`,remedy:Uc({process:e,keeper:t,above:n})}}function Uc({process:e,keeper:t,above:n}){if(Un(t.name))return"Put `exec` in front of the command, so that the server takes the place of the script.";let r=["npm","npx","yarn","pnpm"],s=[n,...e.container?.parents??[]].find(o=>r.includes(o?.name??""));return s?e.steps.every(({words:i})=>!i.includes("$"))?`Start the program itself: \`CMD ${Kc(e)}\`.`:`Start the program itself in place of ${s.name}, with \`exec\` in front.`:`Put \`exec\` in front of \`${Kn(e)}\`, so that the server takes the place of the shell.`}function Kc({program:e}){let[t="",...n]=e.words.map(s=>s??"\u2026");return`[${[["node","python","bun","deno"].includes(t)?t:`node_modules/.bin/${t}`,...n].map(s=>JSON.stringify(s)).join(", ")}]`}function ps(e,{name:t,platform:n}){return{found:`\`${Kn(e)}\` is the first process in the container of ${t}, and its code does not handle SIGTERM.`,effect:`The kernel ends a first process by SIGTERM only if it handles it: when ${n} replaces the service, it is killed after the delay, with the requests it is at work on.`,remedy:'Close the server in `process.on("SIGTERM", \u2026)`, or start it below an init such as tini.'}}function ms({process:e,seconds:t,delay:n,by:r},s,{name:o,platform:i}){let{program:a}=e,c=r===void 0?`${t} s, the default of ${a.name}`:`${t} s (\`${r}\`)`,d=s?.most??0;return{found:`After SIGTERM, ${a.name} gives open requests of ${o} ${c}, and ${i} kills it after ${n} s.`,effect:"Requests that take longer than that are cut off and answered 502 at each deploy.",remedy:s&&t<d?`Set \`${s.key}\` to more than ${t}, or lower the time of ${a.name}.`:`Lower the time of ${a.name}.`}}function Kn({program:e}){let t=e.words.map(n=>n??"\u2026").join(" ");return t.length>60?`${t.slice(0,57).trimEnd()} \u2026`:t}function Un(e){return e.includes("/")||e.includes(".")}var hs={id:"lost-sigterm",title:"SIGTERM does not reach the server",severity:"warning",statuses:[502],scope:"service",appliesTo:({kind:e,elsewhere:t})=>(e==="web"||e==="private")&&t===void 0,check:Jc};async function*Jc(e,t){let n=await t.shutdown(e),{title:r,shutdown:s}=t.facts(e),o={name:R(e),platform:r};switch(n?.is){case"kept":yield{...Jn(n.at),label:`${n.keeper.name} stays above it`,trail:n.process.steps,message:fs(n,o),facts:{program:n.process.program.name,keeper:n.keeper.name}};return;case"unhandled":yield{...Jn(n.process.at),severity:"note",label:"the first process",trail:n.process.steps.slice(0,-1),message:ps(n.process,o),facts:{program:n.process.program.name}};return;case"cut":yield{...Jn(n.at),label:`killed after ${n.delay} s`,trail:n.process.steps,message:ms(n,s,o),facts:{seconds:n.seconds,delay:n.delay}};return;case"undecided":yield{is:"undecided",at:n.at,why:`Whether the server of ${o.name} gets SIGTERM is not decided: ${n.why}.`};return;default:}}function Jn(e){return{is:"finding",at:e}}var ys={id:"low-gunicorn-timeout",title:"A gunicorn worker is killed after 30 seconds or less",severity:"warning",statuses:[500,502],scope:"service",appliesTo:e=>e.kind==="web"&&e.elsewhere===void 0,check:zc},Xn=120;async function*zc(e,t){let n=t.facts(e),{processes:r}=await t.launch(e);for(let s of r){let o=await t.gunicorn(s),i=o&&Xc(e,o,n);i&&(yield i)}}function Xc(e,t,n){let{timeout:r,workerClass:s,gaps:o,conditional:i}=t,[a]=o;if(a)return ft(e,a.why,a.at);if(r.is==="absent"||s.is==="absent")return;if(r.is==="unknown")return ft(e,r.why,r.at);if(s.is==="unknown")return zn(r).every(u=>gs(u,"sync",t,n)===void 0)?void 0:ft(e,s.why,s.at);let c=zn(s).flatMap(l=>zn(r).map(u=>gs(u,l.value,t,n))),[d]=c;if(!c.every(l=>l===void 0))return d===void 0||c.some(l=>l?.severity!==d.severity)?ft(e,"its timeout depends on a condition",t.at):i?ft(e,"gunicorn runs only under a condition",t.at):Qc(e,t,d,n)}function zn(e){return e.is==="known"?[e]:e.values}function ft(e,t,n){return{is:"undecided",at:n,why:`The worker timeout of ${R(e)} is not decided: ${t}.`}}function gs(e,t,{defaultTimeout:n},{answerLimit:r}){let s={severity:"note",timeout:e,worker:t};return e.value===1/0?s:t==="sync"?e.value>n?void 0:r===void 0?s:r.seconds*1e3>e.value?{...s,severity:"warning"}:void 0:e.from.by!=="default"&&e.value<n?s:void 0}function Qc(e,t,{severity:n,timeout:r,worker:s},o){let i=r.from.by==="default",a=t.setTimeout(Xn),c=a&&{title:`Set the worker timeout to ${Xn} seconds`,safety:"safe",edits:a},d=i||r.from.by==="platform";return{is:"finding",severity:n,at:d?t.at:r.at,label:i?`gunicorn's default, ${Nt(r.value)}`:"set here",message:Zc(e,r,s,o),trail:d?t.steps.slice(0,-1):t.steps,fixes:c?[c]:[],facts:{timeout:r.value===1/0?0:r.value/1e3,workerClass:s,isDefault:i}}}function Zc(e,t,n,r){let s=y(R(e)),o=t.from.by==="default",i=`Set \`--timeout ${Xn}\`.`;if(t.value===1/0)return{found:`${s} runs gunicorn with a worker timeout of 0, which is none.`,effect:`A worker that hangs (worker class \`${n}\`) is never replaced: its requests get no answer until the service is restarted.`,remedy:i};let a=o?`${s} runs gunicorn without \`--timeout\`, so its workers have the default of ${Nt(t.value)}.`:`${s} runs gunicorn with a worker timeout of ${Nt(t.value)}.`;return n!=="sync"?{found:a,effect:`With the worker class \`${n}\` it bounds no single request, but a worker that is blocked for so long is killed with all its requests, which get 502.`,remedy:`${i.slice(0,-1)}, or leave it out.`}:{found:a,effect:`A \`sync\` worker that takes longer over one request is killed, and the request gets 500 or 502${ed(r)}.`,remedy:i}}function ed({answerLimit:e,title:t}){return e?`, although ${t} itself waits up to ${Nt(e.seconds*1e3)}`:""}function Nt(e){let t=e/1e3;return t%60===0&&t>=120?`${t/60} minutes`:t===1?"1 second":`${t} seconds`}function ws(e,t,n){let{lack:r,wants:s,phase:o}=t,i=td(e,s),a=rd(o,s);switch(r.is){case"no-install":return{found:`${i}, but ${sd(t,r)}.`,effect:`${n} installs nothing by itself for this service. ${a}`,remedy:od(t,r)};case"other-folder":return{found:`${i}, which is installed in ${cd(r.folders)} only; the command does not look there.`,effect:a,remedy:`Run it with \`npx ${s[0]?.name??""}\`, or in the folder where it is installed.`};case"omitted":{let{install:c,omission:d}=r,l=P(Zn(s.map(u=>u.package)));return{found:`${i}, which package.json lists in \`${r.list}\` only, and \`${c.name}\` leaves these out: \`${d.text}\` is ${d.by==="option"?"given":"set"}.`,effect:a,remedy:d.by==="option"?`Remove \`${d.text}\`, or move ${l} to \`dependencies\`.`:`Move ${l} to \`dependencies\`, or install with \`${c.name} ${ad(c.name)}\`.`}}case"not-listed":return{found:`${i}, but ${r.file===""?"nothing that the build installs brings it":`\`${r.file}\`, which ${t.build?"the build installs":"lists what it needs"}, does not list ${s.length>1?"them":"it"}`}.`,effect:a,remedy:`Add ${P(Zn(s.flatMap(({line:c=[]})=>c)))} to ${r.file===""?"what the build installs":`\`${r.file}\``}${r.file.endsWith("package.json")?", with the version that you use":""}.`}}}function bs(e,{failing:t,phase:n}){let{install:r,folder:s,needs:o,instead:i}=t,a=s===""?"the root of the repository":`\`${s}\``;return{found:`${y(Qn[n])} of ${e} runs \`${r.name}\`, which needs a lockfile, and there is no ${o.map(v).join(" or ")} in ${a}.`,effect:n==="build"?"The build fails, and nothing is deployed.":"The command fails.",remedy:`Commit the lockfile, or use \`${i}\`.`}}var Qn={build:"the build","pre-deploy":"the pre-deploy command",start:"the start command"};function td(e,t){let[n]=t;if(!n)return"";let r=t.filter(o=>o.what===n.what&&o.phase===n.phase),s=P(Zn(r.map(({name:o})=>o)).slice(0,nd));return n.what==="program"?`${y(Qn[n.phase])} of ${e} runs ${s}`:n.at.file.endsWith(".py")||vs(n)?`What ${e} starts imports ${s}`:`${y(Qn[n.phase])} of ${e} needs ${s}`}var nd=4;function rd(e,t){switch(e){case"build":return"The build fails, and nothing is deployed.";case"pre-deploy":return"The command fails, and the deploy is cancelled.";case"start":return t[0]?.what==="program"?'The shell answers "command not found", the service ends at once, and every request is answered 502.':"The service ends as soon as it starts, and every request is answered 502."}}function sd({build:e},{listedIn:t,folder:n,others:r}){return r?`nothing installs what ${t===void 0?"it needs":`\`${t}\` lists`} in ${n===""?"the root of the repository":`\`${n}\``}`:e?"the build command installs nothing":"there is no build command that installs anything"}function od({build:e,wants:t},{listedIn:n,folder:r,others:s,package:o}){let[i]=t,a=n?.endsWith("package.json")===!0||i!==void 0&&vs(i),c=a?"npm install":id(n);if(s&&a&&r!=="")return`Add \`npm install --prefix ${r}\` to the build command.`;let d=n===void 0&&!a?` and list \`${o}\` in what it installs`:"";return e?`Begin the build command with \`${c}\`${d}.`:`Add \`buildCommand: ${c}\` to the service${d}.`}function vs({at:e}){return/\.[cm]?[jt]sx?$|(?:^|\/)package\.json$/.test(e.file)}function Zn(e){return[...new Set(e)]}function id(e){return e?.endsWith("pyproject.toml")===!0?"pip install .":e?.endsWith("Pipfile")===!0?"pipenv install":"pip install -r requirements.txt"}function ad(e){return e.startsWith("npm")?"--include=dev":"--prod=false"}function cd(e){return P(e.map(t=>t===""?"the root of the repository":t))}var Ss={id:"missing-dependency",title:"A command needs a package that nothing installs",severity:"error",statuses:[502],scope:"service",appliesTo:e=>e.elsewhere===void 0,check:dd};async function*dd(e,t){for(let n of await t.dependencies(e))yield ld(e,t,n)}function ld(e,t,n){let{at:r,steps:s}=n,o=R(e);switch(n.is){case"undecided":return{is:"undecided",at:r,why:`Whether \`${n.name}\`, which ${o} needs, is installed is not decided: ${n.why}.`};case"failing":return{is:"finding",at:r,label:"needs a lockfile",message:bs(o,n),trail:s.slice(0,-1),facts:{cause:"no-lockfile",command:n.phase},...n.phase!=="start"&&{statuses:[]}};case"missing":{let[i]=n.wants,{lack:a}=n;return{is:"finding",at:r,label:a.is==="omitted"?"leaves it out":"not installed",message:ws(o,n,t.facts(e).title),trail:ud(n),facts:{cause:a.is,package:a.package,command:n.phase,name:i?.name??""},...n.phase!=="start"&&{statuses:[]}}}}}function ud({lack:e,wants:t,steps:n}){let[r]=t;return e.is==="not-listed"||e.is==="other-folder"?n.slice(0,-1):[...e.is==="omitted"&&e.omission.by!=="option"?[{at:e.omission.at,words:`\`${e.omission.text}\` is set`}]:[],...r?.steps??[]]}var ks={id:"missing-health-check",title:"A web service has no health check path",severity:"warning",statuses:[503],scope:"service",appliesTo:e=>e.kind==="web"&&!e.inferred,check:fd};async function*fd(e,t){let{healthCheck:n,title:r}=t.facts(e);if(!n||!md(e))return;let s=k(e.image),o=await pd(e,t,n.statuses),i=o&&t.edits(e).setHealthCheckPath(e,o.path),{key:a}=n;yield{is:"finding",at:e.at,...s!==void 0&&{severity:"note"},message:{found:`${R(e,"This web service")} has no \`${a}\`.`,effect:`${n.without} A version that starts but cannot answer gets the traffic, and its requests fail until someone notices.`,remedy:o?`Set \`${a}\` to \`${o.path}\`, which the app answers (${At(o.at)}).`:`Set \`${a}\` to a path that the app answers with ${n.accepts} by GET, without login.`},facts:{key:a,platform:r,...o&&{path:o.path}},...i&&{fixes:[{title:`Set ${a} to ${o.path}`,safety:"safe",edits:i}]}}}async function pd(e,t,[n,r]){let s=await t.served(e);if(s.is!=="read")return;let[o]=Ne(s.routes,i=>n<=i&&i<=r);return o}function md({healthCheckPath:e}){return e.is==="absent"||k(e)?.trim()===""}function xs({routes:e}){let t=e.findIndex(({matches:i})=>i==="all"),n=e[t];if(n)return hd(n,e.slice(t+1));let r=e.filter(({type:i,leadsTo:a})=>i==="rewrite"&&a==="index"),s=r.find(({matches:i})=>i==="some");if(s)return{is:"undecided",why:`whether \`${s.source}\` covers every page of the app is not known`,route:s};let o=r.find(({matches:i})=>i==="literal-pattern")??r[0];return o?{is:"ineffective",because:"no-wildcard",route:o}:{is:"missing"}}function hd(e,t){let{type:n,leadsTo:r}=e;if(n==="rewrite"&&r==="index")return{is:"rewritten"};let s=t.find(o=>o.type==="rewrite"&&o.matches==="all"&&o.leadsTo==="index");return s?{is:"shadowed",route:s,by:e}:r==="index"?{is:"ineffective",because:"redirect",route:e}:r==="nowhere"?{is:"ineffective",because:"destination",route:e}:{is:"undecided",why:`whether \`${e.destination}\` gives the app is not known`,route:e}}var Rs={id:"missing-spa-rewrite",title:"A static site with client-side routes does not rewrite every path to its index page",severity:"error",statuses:[404],scope:"service",appliesTo:e=>e.kind==="static"&&!e.inferred&&e.elsewhere===void 0,check:gd};async function*gd(e,t){if(!t.facts(e).rewrite)return;let n=xs(e);if(n.is==="rewritten")return;let r=await t.clientRouting(e);switch(r.is){case"none":return;case"undecided":yield{is:"undecided",at:r.at,why:`Whether ${R(e,"the site")} needs a rewrite to its index page is not decided: ${r.why}.`};return;case"history":yield yd(e,t,r,n)}}function yd(e,t,n,r){if(r.is==="undecided")return{is:"undecided",at:r.route.at,why:`Whether every page of ${R(e,"the site")} is rewritten is not decided: ${r.why}.`};let s=`\`${n.name}\` of ${n.library}`,o={at:n.at,words:`${s} takes the routes from the address`},i={is:"finding",at:e.at,...r.is==="missing"&&{label:"no rewrite here"},message:wd(e,t,n,r,s),trail:[...n.trail,o,...Sd(r)],facts:{library:n.library,router:n.name,routes:r.is==="ineffective"?r.because:r.is},fixes:kd(e,t,r),...Es(r)&&{statuses:[301]}},[a]=e.refusedRoutes;return a?{...i,explainedBy:a.at}:i}function wd(e,t,n,r,s){let{title:o}=t.facts(e),i=n.otherHosts.map(({file:a})=>a);return{found:`${y(R(e,"the site"))} routes in the browser (${s}), ${bd(r)}.`,effect:Es(r)?"Whoever opens or reloads any other page is sent to the start page.":"Every page but the start page answers 404 when it is opened directly or reloaded, unless the dashboard holds such a rewrite.",remedy:[vd(r),...i.length>0?[`${o} does not read ${xd(i)}.`]:[]].join(" ")}}function Es(e){return e.is==="ineffective"&&e.because==="redirect"}var er={redirect:{found:"is a redirect",remedy:"Make it a rewrite (`type: rewrite`).",step:"this redirect changes the address to that of the start page"},"no-wildcard":{found:"has no wildcard that matches every path",remedy:"Give a rewrite to `/index.html` the source `/*`.",step:"this source matches few paths"},destination:{found:"leads to no page of the site",remedy:"Give it the destination `/index.html`; the path starts at the publish directory.",step:"this destination is no file of the site"}};function bd(e){switch(e.is){case"missing":return"but no route rewrites `/*` to `/index.html`";case"shadowed":return`but its rewrite to \`/index.html\` is never reached: the ${e.by.type} from \`${e.by.source}\` to \`${e.by.destination}\` above it matches every path`;case"ineffective":{let{source:t,destination:n}=e.route;return`but its route from \`${t}\` to \`${n}\` ${er[e.because].found}`}}}function vd(e){switch(e.is){case"missing":return"Add a route that rewrites `/*` to `/index.html`.";case"shadowed":return"Move the rewrite above it, or narrow the source of the other route.";case"ineffective":return er[e.because].remedy}}function Sd(e){switch(e.is){case"missing":return[];case"shadowed":return[{at:e.by.at,words:`this ${e.by.type} matches every path`},{at:e.route.at,words:"so this rewrite is never reached"}];case"ineffective":return[{at:e.route.at,words:er[e.because].step}]}}function kd(e,t,n){if(!(n.is==="missing"||n.is==="ineffective"&&n.because==="no-wildcard")||e.refusedRoutes.length>0)return[];let s=t.edits(e).addIndexRewrite(e);return s?[{title:"Rewrite /* to /index.html",safety:"safe",edits:s}]:[]}function xd(e){let t=e.at(-1)??"";return e.length<2?t:`${e.slice(0,-1).join(", ")} or ${t}`}function Ts(e,t){return{found:Ed(e,t),effect:Rd[e.phase],remedy:jd(e)}}var Rd={build:"The build fails, and nothing is deployed.","pre-deploy":"The command fails, and the deploy is cancelled.",start:"The service ends as soon as it starts, and every request is answered 502."};function Ed(e,t){let{what:n,name:r,path:s,module:o="",program:i="",inImage:a}=e;if(a!==void 0&&n!=="module")return $d(e,t,a);let c=y(t);switch(n){case"script":return`${c} runs the script \`${r}\`, which \`${s}\` does not have.`;case"build":return`${c} runs \`${i}\`, but ${e.because==="no-build"?"there is no build command":`the build does not run \`${r}\``}.`;case"source":return`${c} copies \`${r}\` into the image, but ${e.ignored?`a .dockerignore leaves \`${s}\` out`:`there is no \`${s}\``}.`;case"file":return`${c} runs \`${r}\`, but there is no file \`${s}\`${$s(e)}.`;case"folder":return`${c} needs the folder \`${r}\`, but there is no \`${s}\`${$s(e)}.`;case"package":return`${c} names the workspace package \`${r}\`, which no package.json of the workspace has.`;case"manifest":return`${c} needs a package.json, but there is none in ${Os(Cs(s))} or above it.`;case"module":return`${c} gives ${i} the module \`${o}\`, but there is no module \`${r}\` in ${a===void 0?Os(js(s,r)):`\`${js(a,r)||"/"}\` of the image`}.`;case"attribute":return`${c} gives ${i} \`${r}\` of the module \`${o}\`, but \`${s}\` defines no \`${r}\` when it is imported.`;case"root":return`The folder of the service is \`${r}\`, but the repository has no such folder.`;case"dockerfile":return`The service is built from \`${r}\`, but the repository has no such file.`;case"context":return`The image is built with the folder \`${r}\`, but the repository has no such folder.`}}function $d({what:e,name:t,path:n,ignored:r},s,o){let i=`${y(s)} ${e==="file"?"runs":"needs"} \`${t}\``;return r?`${i}, but a .dockerignore leaves \`${n}\` out of the image.`:`${i}, but the image has no \`${o}\`: no COPY brings it, and no RUN makes it.`}function Ps({what:e,name:t}){switch(e){case"manifest":return"the package.json it needs";case"script":case"module":case"folder":return`the ${e} \`${t}\``;default:return`\`${t}\``}}function $s({because:e,made:t}){switch(e){case"not-made":return t?", and the build does not make it":", and nothing in the build makes it";case"no-build":return", and no build command that could make it";case"build-installs":return", and the build makes none: it only installs";case"not-built":return""}}function jd({what:e,name:t,path:n,module:r="",near:s,elsewhere:o,otherCase:i,made:a,inImage:c,ignored:d}){if(e==="build")return`Add \`${t}\` to the build command.`;if(a&&i===void 0){let u=P(a.paths);return a.edit?`\`${a.program}\` makes ${u}: name that one.`:`\`${a.program}\` makes ${u}: name what is made, or set where it goes.`}if(d)return`Take it out of the .dockerignore, or add \`!${Od(n)}\` below the line that names it.`;if(i!==void 0)return`There is \`${i}\`: letter case counts on Linux.`;if(e==="folder"&&n.endsWith(`${t}/${t}`))return`The command runs in \`${Cs(n)}\` already: leave that step out.`;if(e==="source"&&o.length>0)return`There is ${P(o)}: name it from the folder the image is built with, or set \`dockerContext\`.`;if(c!==void 0&&e==="module"&&o.length>0)return`There is ${P(o)}: name the module as it is seen from the working directory of the image.`;if(c!==void 0&&s.length===0)return"Copy it into the image, or make it there with RUN.";if(o.length>0)return`There is ${P(o)}: set the folder of the service, or name the path from where the command runs.`;let l=P(s);switch(e){case"script":return s.length>0?`It has ${l}: name ${s.length>1?"one of them":"that one"}, or add the script.`:"Add the script to it.";case"attribute":{let u=s.find(p=>/^(?:create|make|get|build)_/.test(p));return u!==void 0?`It defines ${l}: give the server the factory, \`${r}:${u}()\`, or define \`${t}\` outside of functions and \`__main__\`.`:s.length>0?`It defines ${l}: name ${s.length>1?"one of them":"that one"}, or define \`${t}\` outside of functions and \`__main__\`.`:`Define \`${t}\` in it, outside of functions and \`__main__\`.`}case"module":return s.length>0?`There is ${l}: name that one.`:"Name the module as it is seen from the folder the command runs in.";case"package":return s.length>0?`The workspace has ${l}.`:"Name a package of the workspace.";case"root":return"Name a folder of the repository, or leave the key out. Where only a part of the repository is linted, lint its top.";case"context":return"Name a folder of the repository, or leave the key out.";case"manifest":return"Run the command in the folder of the package.json.";default:return s.length>0?`There is ${l}: name that one, or add what is missing.`:"Add it to the repository, make it in the build, or name another one."}}function Cs(e){return e.slice(0,Math.max(e.lastIndexOf("/"),0))}function js(e,t){return e.slice(0,Math.max(e.length-t.length-1,0))}function Od(e){return e.slice(e.lastIndexOf("/")+1)}function Os(e){return e===""?"the root of the repository":`\`${e}\``}var Ds={id:"missing-start-target",title:"A command names a file, script or module that is not there",severity:"error",statuses:[502],scope:"service",appliesTo:e=>e.elsewhere===void 0,check:Td};async function*Td(e,t){for(let n of await t.targets(e))yield Pd(e,t,n)}function Pd(e,t,n){let r=`the ${Cd[n.is==="ends"||n.is==="outside"?"start":n.phase]} of ${R(e)}`;switch(n.is){case"undecided":return As(n,`What ${r} starts is not decided: ${n.why}.`);case"may-be-made":return As(n,`Whether \`${n.name}\`, which ${r} needs, is there when it runs is not decided: ${n.why??"the build would have to make it"}.`);case"missing":return{...pt(n),label:"not there",message:Ts(n,r),facts:{what:n.what,name:n.name,path:n.path,command:n.phase},fixes:Ad(n),...n.phase!=="start"&&{statuses:[]}};case"ends":return{...pt(n),label:"ends here",message:{found:`${y(r)} leaves nothing running: ${n.why}.`,effect:"The platform takes the service for ended, and every request is answered 502.",remedy:"Let the command end with the server in the foreground."},facts:{what:"ends",command:"start"}};case"not-executable":return{...pt(n),severity:"warning",label:"run by its path",message:{found:`${y(r)} runs \`${n.path}\` by its path, but git records that file as not executable.`,effect:'The shell refuses it with "Permission denied", and the command fails.',remedy:`Run \`git update-index --chmod=+x ${n.path}\` and commit it, or run it with \`bash\`.`},facts:{what:"not-executable",path:n.path,command:n.phase},...n.phase!=="start"&&{statuses:[]}};case"outside":return{...pt(n),label:`outside ${n.root}`,message:{found:`${y(r)} runs \`${n.path}\`, which is outside the folder of the service, \`${n.root}\`.`,effect:`${t.facts(e).title} gives a service only the files in its folder, so the program is not there and every request is answered 502.`,remedy:"Set the folder of the service to one that holds all it runs, and name the paths from there."},facts:{what:"outside",path:n.path,command:"start"}};case"beside":return{...pt(n),severity:"warning",label:"runs at the root of the repository",message:{found:`${y(r)} runs at the root of the repository, since \`rootDir\` is not set; but ${Ps(n)} is in \`${n.folder}\`, beside the Blueprint.`,effect:"The command does not find it and fails, unless that folder is set in the dashboard.",remedy:`Add \`rootDir: ${n.folder}\` to the service.`},facts:{what:"beside",folder:n.folder,name:n.name,command:n.phase},fixes:Dd(e,t,n.folder),...n.phase!=="start"&&{statuses:[]}}}}var Cd={build:"build","pre-deploy":"pre-deploy command",start:"start command"};function pt({at:e,steps:t}){return{is:"finding",at:e,trail:t.slice(0,-1)}}function As({at:e},t){return{is:"undecided",at:e,why:t}}function Ad({made:e}){return e?.edit?[{title:`Name ${e.edit.text}`,safety:"safe",edits:[e.edit]}]:[]}function Dd(e,t,n){let r=t.edits(e).setRoot(e,n);return r?[{title:`Set rootDir to ${n}`,safety:"safe",edits:r}]:[]}var Ls={id:"region-mismatch",title:"A service and the store it uses are in different regions",severity:"warning",statuses:[500,502],scope:"service",appliesTo:e=>e.kind!=="static",check:_d};async function*_d(e,t){let{privateNetwork:n,title:r}=t.facts(e);if(!n)return;let s=k(e.region);if(s!==void 0)for(let{reference:o,target:i}of Nd(e,t)){let a=k(i.region);if(a===void 0||a===s)continue;let c=i.kind==="postgres"?"database":"key value store";yield{is:"finding",at:o.at,label:`in ${a}`,message:{found:`${y(R(e,"this service"))} runs in ${s}, but the ${c} \`${o.name}\` is in ${a}.`,effect:`${r}'s private network joins only services of one region, so the internal address does not connect and requests that need the ${c} fail.`,remedy:`Give both the same region. ${r} does not move what exists: a region changes only by creating it anew.`},trail:[{at:_s(e),words:`${R(e,"this service")} is in ${Ns(e,s)}`},{at:_s(i),words:`\`${o.name}\` is in ${Ns(i,a)}`}],fixes:Fd(e,a,t),facts:{service:s,store:a}}}}function Nd(e,t){let n=new Set;return e.env.flatMap(({reference:r})=>{let s=r&&t.resolve(e,r);return!r||!s||!Ld(s)||n.has(s)?[]:(n.add(s),[{reference:r,target:s}])})}function Ld(e){return e.kind==="postgres"||e.kind==="keyvalue"}function _s({region:e,at:t}){return e.is==="known"&&e.from.by==="written"?e.at:t}function Ns({region:e},t){return e.is==="known"&&e.from.by==="default"?`${t}, the default`:t}function Fd(e,t,n){let r=n.edits(e).setRegion(e,t);return r?[{title:`Set the region of the service to ${t}`,safety:"unsafe",because:"A service that already runs cannot change its region.",edits:r}]:[]}var Fs={id:"short-keep-alive",title:"The server closes idle connections before the platform does",severity:"warning",statuses:[502],scope:"service",appliesTo:e=>e.kind==="web"&&e.elsewhere===void 0,check:Md};async function*Md(e,t){let n=ss(e,t);if(!n)return;let r=await Fe(e,t),s=r.routed.filter(({process:d})=>d.program.role!=="dev-server"),o=s.map(d=>[d,Id(d,n)]),[i]=s;if(!i||o.some(([,d])=>d==="fine"))return;let a=o.find(([,d])=>d==="undecided")?.[0],c=r.gaps[0];if(a||c){let{socket:d}=a??i,l=c?.why??Wd(d.keepAlive);yield{is:"undecided",at:a?ye(d.keepAlive,d.at):c?.at??d.at,why:`How long ${se(e)} keeps idle connections is not decided: ${l}.`};return}yield Vd(e,i,n)}function Id({socket:{keepAlive:e}},{idleTimeout:t}){return e.is==="absent"?"fine":ke(e,n=>n<t)}function Wd(e){return e.is==="unknown"?e.why:"it depends on a condition"}function Vd(e,{socket:t},n){let{keepAlive:r,server:s,edits:o}=t,i=ye(r,t.at),a=r.is==="known"?r.value:0,c=r.is==="known"&&r.from.by==="default";return{is:"finding",at:i,label:`${We(a)}, ${c?`${s}'s default`:"less than the edge"}`,severity:Hd(e,t,a,n),message:Yd(e,t,a,n),trail:Ie(i,t),fixes:o.keepAlive?[{title:`Keep idle connections for ${We(n.advised)}`,safety:"safe",edits:o.keepAlive(n.advised)}]:[],facts:{server:s,milliseconds:a,edge:n.idleTimeout,default:c}}}var Gd=5e3;function Hd(e,{keepAliveFixed:t},n,{idleTimeout:r}){return e.inferred||t||n>r-Gd?"note":"warning"}function Yd(e,t,n,{idleTimeout:r,advised:s,name:o}){let{keepAlive:i,server:a,keepAliveFixed:c}=t,d=i.is==="known"&&i.from.by==="default"?`, which is ${a}'s default`:"";return{found:`${y(se(e))} closes a connection that was idle for ${We(n)}${d}.`,effect:`${o} keeps one for up to ${We(r)} and may send a request just when the server closes it: that request gets 502.`,remedy:c?`${a} has no setting for it: where this happens, serve the app with a server that has one.`:`Keep idle connections for longer than ${We(r)}, such as ${We(s)}.`}}function We(e){return`${String(e/1e3)} s`}var Ms={id:"ssl-redirect-loop",title:"Django redirects every request to itself",severity:"error",statuses:[301],scope:"service",appliesTo:e=>e.kind==="web"&&e.elsewhere===void 0,check:Bd},qd="django.middleware.security.SecurityMiddleware";async function*Bd(e,t){let n=await t.django(e);if(n?.is!=="settings")return;let{sslRedirect:r,forwardedScheme:s}=n;if(r.value.is==="absent"||Ud(n))return;let o=ke(r.value,d=>d);if(o==="fine"||s.is==="trusted")return;let i=d=>({is:"undecided",at:r.at,why:d});if(o==="undecided"){yield i("Whether SECURE_SSL_REDIRECT is on cannot be decided.");return}if(s.is==="unknown"){yield i(`Whether Django sees https behind the edge cannot be decided: ${s.why}.`);return}let a=t.djangoEdits(n).trustForwardedScheme();yield{is:"finding",at:r.at,label:"on in this service",message:Kd(n,t.facts(e).title),trail:n.steps,facts:{server:n.process?.program.name??""},...a&&{fixes:[{title:"Set SECURE_PROXY_SSL_HEADER",safety:"safe",edits:a}]}}}function Ud({middleware:{value:e}}){return e.is==="absent"?!0:e.is!=="known"||e.value.more!==void 0?!1:e.value.items.every(t=>t.is==="known"&&t.value!==qd)}function Kd({process:e},t){let n=e?.program.name??"the server";return{found:"`SECURE_SSL_REDIRECT` is on, and nothing tells Django that a request came by https: `SECURE_PROXY_SSL_HEADER` is not set.",effect:`${t}'s edge passes requests on as plain http, and ${n} does not take the scheme from its header, so Django answers each with a redirect to the address that was asked for: a loop.`,remedy:"Set `SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')`."}}var Is={id:"stale-db-connection",title:"Database connections are used without being tested",severity:"note",statuses:[500],scope:"service",appliesTo:e=>e.kind!=="static"&&!e.inferred&&e.elsewhere===void 0,check:Jd},Ws="The database, or the network between, may close a connection that is idle. The next request that is given it fails with 500.";async function*Jd(e,t){let n=await t.django(e);if(n?.is==="settings")for(let r of n.databases)zd(n,r)&&(yield{...Xd(r),trail:n.steps});for(let r of await t.engines(e))r.unpooled||Vs(r.url)||(r.refreshed===!1&&(yield Qd(r)),r.refreshed===void 0&&(yield{is:"undecided",at:r.at,why:"Whether connections are tested before use cannot be decided."}))}function zd({testsConnections:e},{engine:t,maxAge:n,healthChecks:r}){let s=k(n);return e!==!0||s===void 0||s<=0||Vs(t)?!1:r.is==="absent"||k(r)===!1}function Vs(e){return(e.is==="known"?[e]:e.is==="oneOf"?e.values:[]).some(n=>n.value.includes("sqlite"))}function Xd({alias:e,maxAge:t,maxAgeAt:n}){let r=k(t)??0,s=r===1/0?"without an end":`for ${String(r)} s`;return{is:"finding",at:n,label:"kept, and not tested",message:{found:`Django keeps each connection of the database \`${e}\` ${s} and does not test it before a request uses it.`,effect:Ws,remedy:"Set `CONN_HEALTH_CHECKS` to `True` beside it; dj-database-url calls it `conn_health_checks`."},facts:{database:e,seconds:r===1/0?"never":r}}}function Qd({name:e,at:t,steps:n}){return{is:"finding",at:t,label:"keeps connections",message:{found:`\`${e}()\` is called without \`pool_pre_ping\` and \`pool_recycle\`, so connections of the pool are used without being tested.`,effect:Ws,remedy:"Add `pool_pre_ping=True`."},trail:n,facts:{function:e}}}var Gs={id:"unapplied-migrations",title:"Nothing applies the migrations",severity:"warning",statuses:[500],scope:"service",appliesTo:e=>e.kind==="web"&&!e.inferred&&e.elsewhere===void 0,check:Zd};async function*Zd(e,t){for(let n of await t.migrations(e)){let{tool:r,applied:s}=n;if(s.is==="unknown"){let o=`Whether something applies the migrations of ${r} cannot be decided: ${s.why}.`;yield{is:"undecided",at:e.at,why:o}}s.is==="no"&&(yield el(e,n))}}function el(e,{tool:t,command:n,seen:r}){let{buildCommand:s,at:o}=e;return{is:"finding",at:s.is==="known"&&tl(s.at)?s.at:o,label:"applies no migrations",message:{found:`There are migrations of ${t}, and no command of the service applies them, nor does its code.`,effect:"Tables or columns that the program asks for are missing in a new database, and after each change: requests that need them answer 500.",remedy:`Run \`${n}\` in the pre-deploy command, or at the end of the build.`},trail:[{at:r,words:`${t} has migrations`}],facts:{tool:t}}}function tl({range:e}){return e.start.line===e.end.line}var Hs={id:"uncaught-error",title:"A handler can end the process with an error that nothing catches",severity:"warning",statuses:[500,502],scope:"service",appliesTo:({kind:e,elsewhere:t})=>(e==="web"||e==="private")&&t===void 0,check:nl};async function*nl(e,t){let{processes:n}=await t.launch(e);for(let r of n){let s=await t.uncaught(r);if(!s)continue;let o=rl(s,r);o&&(yield o);let i=ol(s,r);i&&(yield i)}}function rl({handlers:e},t){let[n,...r]=e;if(!n)return;let{server:s,at:o,added:i,is:a}=n,c=s==="Express"?"Express 4":"Node's http server";return{is:"finding",at:o,label:a==="throws"?"thrown here":"can reject here",message:{found:`An async handler ${a==="throws"?"throws an error":"awaits what can fail"}, and nothing catches that${Ys(r.map(l=>l.at))}.`,effect:`${c} does not catch it either: Node ends the process on an unhandled rejection, and requests are answered 502 until it is up again.`,remedy:sl[s]},trail:[...t.steps,{at:i,words:"adds the handler"}],facts:{server:s,handlers:e.length}}}var sl={Express:"Update to Express 5, which passes rejections to its error handlers; or add `require('express-async-errors')` before the routes; or catch the error and give it to `next`.",http:"Catch the error in the handler and answer 500."};function ol({startUp:e},t){let[n,...r]=e;if(n)return{is:"finding",severity:"note",at:n.at,label:"not awaited, not caught",message:{found:`A promise is started with nothing that waits for it or catches its error${Ys(r.map(s=>s.at))}.`,effect:"Where it is rejected, Node ends the process, also while the server answers requests.",remedy:"Await it before the server listens, or add a `.catch` that says what to do."},trail:t.steps,facts:{promises:e.length}}}var il=2;function Ys(e){if(e.length===0)return"";let t=e.slice(0,il).map(({file:r,range:s})=>`${r}:${String(s.start.line)}`),n=e.length-t.length;return`; the same at ${[...t,...n>0?[`${String(n)} more`]:[]].join(" and ")}`}function Bs(e,t,n){let r=qs(t);return e.routes.find(o=>r!==""&&qs(o.path)===r&&Yr(o)&&!/[:*]/.test(o.path)&&Ot(e,o.path,n).is==="yes")??Ne(e,n)[0]}function qs(e){return e.replace(/[?#].*$/s,"").split("/").filter(t=>t!=="").at(-1)??""}var Us={id:"unserved-health-check",title:"The app does not answer its health check path",severity:"error",statuses:[503],scope:"service",appliesTo:({kind:e,inferred:t,elsewhere:n,image:r})=>e==="web"&&!t&&n===void 0&&r.is==="absent",check:al};async function*al(e,t){let{healthCheck:n,title:r}=t.facts(e),{healthCheckPath:s}=e;if(!n||s.is!=="known")return;let{at:o}=s,i=s.value.trim();if(!i.startsWith("/"))return;let a=await t.served(e),c=ll(n.statuses),d=a.is==="read"?Ot(a.routes,i,c):{...a,is:"unknown"};if(d.is==="yes")return;if(d.is==="unknown"||a.is!=="read"){d.is==="unknown"&&(yield{is:"undecided",at:o,why:`Whether the app answers \`${i}\` is not decided: ${d.why}.`});return}let{routes:l,process:u}=a,p=ml(e,t,n.key,l,c);yield{...cl(d),at:o,message:ul(d,{key:n.key,path:i,title:r,healthCheck:n,routes:l,isAccepted:c}),trail:[...u.steps,...l.steps,...d.because==="no-route"?[]:[dl(d)]],facts:{path:i,because:d.because,platform:r},fixes:p}}function cl({because:e}){return{is:"finding",label:e==="no-route"?"no such route":"not answered as the check needs"}}function dl(e){let{route:t,because:n}=e;return{at:n==="refused"?t.refusedAt??t.at:t.at,words:n==="refused"?"refuses what carries no login":`${t.method} ${t.path}`}}function ll([e,t]){return n=>e<=n&&n<=t}function ul(e,{key:t,path:n,title:r,healthCheck:s,routes:o,isAccepted:i}){let a=Bs(o,n,i),c=a?`Set \`${t}\` to \`${a.path}\`, which the app answers, or add a route for \`${n}\`.`:`Add a route that answers GET \`${n}\` without login, or set \`${t}\` to one that there is.`;return{found:`${fl[e.because](t,n)}${pl(e)}`,effect:`${r} asks this path by GET and needs ${s.accepts}. ${s.failing}`,remedy:c}}var fl={"no-route":(e,t)=>`\`${e}\` is \`${t}\`, but the app has no such route.`,method:(e,t)=>`\`${e}\` is \`${t}\`, which the app does not answer to GET:`,refused:(e,t)=>`\`${e}\` is \`${t}\`, which the app refuses without a login:`,status:(e,t)=>`\`${e}\` is \`${t}\`, which the app does not answer with success:`};function pl(e){if(e.because==="no-route")return"";let{route:t}=e;return e.because==="status"?` it sends ${(t.statuses??[]).join(" or ")}.`:e.because==="method"?` that route is for ${t.method} only.`:` see ${At(t.refusedAt??t.at)}.`}function ml(e,t,n,r,s){let[o,...i]=Ne(r,s),a=o&&i.length===0?t.edits(e).setHealthCheckPath(e,o.path):void 0;return o&&a?[{title:`Set ${n} to ${o.path}`,safety:"safe",edits:a}]:[]}var Ks={id:"unserved-static",title:"Static files of Django are not collected or not served",severity:"error",statuses:[404,500],scope:"service",appliesTo:e=>e.kind==="web"&&!e.inferred&&e.elsewhere===void 0,check:hl};async function*hl(e,t){let n=await t.django(e),r=n?.is==="settings"?await t.staticFiles(e):void 0;if(n?.is!=="settings"||!r)return;let s=gl(n,r)??(tr(n)===!1?yl(n,r):void 0);s?yield{...s,trail:n.steps}:r.any&&(yield*wl(n,r))}function tr({debug:{value:e}}){if(e.is==="absent")return!1;let t=ke(e,n=>n);return t==="undecided"?void 0:t==="wrong"}function gl({staticRoot:e,staticStorage:t},n){let r=k(t.value),s=t.value.is==="absent"||r!==void 0&&/^django\.|whitenoise/.test(r);if(!(!(e.value.is==="absent"||k(e.value)==="")||!n.installed||n.collected!=="yes"||!n.collectedAt||!s))return{is:"finding",at:e.at,label:"nothing sets STATIC_ROOT here",statuses:[],message:{found:"`STATIC_ROOT` is not set, and the service runs `collectstatic`.",effect:'Django does not know where to put the files: the command ends with "ImproperlyConfigured", and the deploy with it.',remedy:"Set `STATIC_ROOT = BASE_DIR / 'staticfiles'`, and serve that folder, for which WhiteNoise is made."},facts:{fault:"no-static-root"}}}function yl(e,t){let{staticStorage:n,middleware:r}=e,s=k(n.value);if(s!==void 0&&s.includes("Manifest")&&t.collected==="no"&&!t.committed&&t.any)return{is:"finding",at:n.at,label:"looks files up in a manifest",statuses:[500],message:{found:`Static files are stored by \`${s.split(".").at(-1)??s}\`, and no command of the service runs \`collectstatic\`.`,effect:"The manifest in which each file is looked up is missing: every page that names a static file answers 500.",remedy:"Add `python manage.py collectstatic --noinput` to the build command."},facts:{fault:"no-manifest",storage:s}};if(!(!t.any||t.served!=="no"))return{is:"finding",at:r.at,label:"nothing here serves static files",statuses:[404],message:{found:"Nothing serves the static files: `DEBUG` is off, and neither a middleware nor a route does.",effect:"Each of them, those of the admin included, answers 404: pages come without style and scripts.",remedy:"Add `'whitenoise.middleware.WhiteNoiseMiddleware'` to `MIDDLEWARE`, behind `SecurityMiddleware`, and run `collectstatic` in the build."},facts:{fault:"not-served"}}}function*wl(e,t){let{staticStorage:n,middleware:r,debug:s}=e,o=k(n.value);if(tr(e)===void 0){if(t.served==="yes")return;yield{is:"undecided",at:s.at,why:"Whether DEBUG, which serves static files, is on cannot be decided."}}else{if(tr(e)===!0)return;o!==void 0&&o.includes("Manifest")&&t.collected==="unknown"&&!t.committed?yield{is:"undecided",at:n.at,why:"Whether the service runs collectstatic cannot be decided."}:t.served==="unknown"&&(yield{is:"undecided",at:r.at,why:"Whether something serves static files cannot be decided."})}}var Js={id:"untrusted-origin",title:"CSRF_TRUSTED_ORIGINS lacks the host of the service",severity:"warning",statuses:[403],scope:"service",appliesTo:e=>e.kind==="web"&&e.elsewhere===void 0,check:bl};async function*bl(e,t){let n=t.publicHost(e);if(!n)return;let r=await t.django(e);if(r?.is!=="settings"||!vl(r)||!r.hasForms)return;let{forwardedScheme:s,trustedOrigins:o}=r;if(s.is==="trusted")return;let i=Sl(r,n);if(i==="trusted")return;if(i!=="lacks"||s.is==="unknown"){let d=s.is==="unknown"?s.why:i;yield{is:"undecided",at:o.at,why:`Whether Django accepts forms cannot be decided: ${d}.`};return}let a=t.djangoEdits(r).trustOrigin(n.variable),c=`Add the host in ${n.variable} to CSRF_TRUSTED_ORIGINS`;yield{is:"finding",at:o.at,label:o.value.is==="absent"?"nothing sets CSRF_TRUSTED_ORIGINS here":"written here",message:El(r,n,t.facts(e).title),trail:r.steps,facts:{host:n.host},...a&&{fixes:[{title:c,safety:"safe",edits:a}]}}}function vl({originsAreCompared:e,middleware:{value:t}}){return e!==!0||t.is==="absent"?!1:t.is!=="known"||t.value.more!==void 0?!0:t.value.items.some(n=>n.is!=="known"||n.value.endsWith("CsrfViewMiddleware"))}function Sl({trustedOrigins:{value:e}},t){if(e.is==="absent")return"lacks";if(e.is==="unknown")return e.why;let n=e.is==="known"?[e.value]:e.values.map(o=>o.value),r=new Set(n.map(o=>kl(o,t))),[s]=r;return r.size===1&&s!==void 0?s:"it depends on a condition that is not decided"}function kl({items:e,more:t},n){let r=t;for(let s of e)if(s.is!=="absent")if(s.is!=="known")r??="an entry cannot be read";else{if(xl(s.value,n.host))return"trusted";Rl(s.value,n)&&(r??=`whether \`${s.value}\` is an origin of the service is not known`)}return r??"lacks"}function xl(e,t){let[n,r=""]=e.toLowerCase().split("://");return n!=="https"?!1:r===t||r.startsWith("*.")&&t.endsWith(r.slice(1))}function Rl(e,{suffix:t,assumed:n}){let r=/^https:\/\/([^/:]+)$/.exec(e.toLowerCase())?.[1];return r===void 0||/^(?:localhost|127\.|.*\.localhost)/.test(r)?!1:!r.endsWith(t)||n}function El({trustedOrigins:{value:e,unset:t}},n,r){let s=P(t),o=n.assumed?"the origin of the service":`\`https://${n.host}\``;return{found:e.is==="absent"?"`CSRF_TRUSTED_ORIGINS` is not set, and Django does not see that requests come by https.":t.length>0?`\`CSRF_TRUSTED_ORIGINS\` is read from ${s}, which the service does not set (unless in the dashboard), and lacks ${o}.`:`\`CSRF_TRUSTED_ORIGINS\` lacks ${o}, and Django does not see that requests come by https.`,effect:`A browser sends ${o} with a form; Django takes its own origin for http, as ${r}'s edge passes requests on, and answers the form with 403.`,remedy:`Add ${n.assumed?"that origin":o} to \`CSRF_TRUSTED_ORIGINS\`, or set \`SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')\`.`}}var zs={id:"wrong-publish-path",title:"A static site publishes a folder that its build does not make",severity:"error",statuses:[404],scope:"service",appliesTo:e=>e.kind==="static"&&!e.inferred&&e.elsewhere===void 0,check:$l};async function*$l(e,t){let n=await t.publishing(e);n.is==="undecided"&&(yield{is:"undecided",at:n.at,why:`Whether the build of ${R(e,"the site")} makes the folder that it publishes is not decided: ${n.why}.`}),n.is==="wrong"&&(yield jl(e,t,n))}function jl(e,t,n){let{written:r,path:s,at:o,made:i,program:a="the build",trail:c}=n,[d]=i;return{is:"finding",at:o,label:d===void 0?"nothing makes it":`not ${d}`,message:{found:d===void 0?`${y(R(e,"the site"))} publishes \`${r}\`, but there is no \`${s}\` in the repository, and nothing in the build makes it.`:`${y(R(e,"the site"))} publishes \`${r}\`, but \`${a}\` writes the pages to ${P(i)}.`,effect:"The deploy finds no files to publish, or every address answers 404.",remedy:d===void 0?"Name the folder that holds the pages, or build them in the build command.":`Publish ${i.length===1?`\`${d}\``:"one of these"}.`},trail:c,facts:{published:r,made:i.join(", ")},fixes:Ol(e,t,n)}}function Ol(e,t,{made:n,certain:r}){let[s]=n;if(s===void 0||n.length>1||!r)return[];let o=t.edits(e).setPublishPath(e,s);return o?[{title:`Publish ${s}`,safety:"safe",edits:o}]:[]}var O={"dev-server":`<!-- generated -->

# dev-server

A web service runs a development server.

- Severity: warning
- Leads to: 403, 502
- Judges: each service
- Fix: by hand

<!-- /generated -->

## What it finds

A web service whose start command, followed through scripts, runs a server that is made for development: nodemon,
ts-node-dev, \`tsx watch\`, \`node --watch\`, Vite (\`vite preview\`, too), webpack-dev-server, \`next dev\`, \`nuxt dev\`,
\`astro dev\`, \`ng serve\`, \`react-scripts start\`, \`flask run\`, \`manage.py runserver\`, \`uvicorn --reload\`, \`fastapi dev\`,
\`php -S\`, \`jekyll serve\`, and others of their kind.

It is an error where the server is known to refuse every host but a local one, as Vite does since 5.4.12 and 6.0.9 and
webpack-dev-server always, unless the configuration mentions allowed hosts. Python's \`http.server\` is a note.

## Why it matters

Such a server compiles or watches files while it serves, needs more memory for that than a small instance has, is slow to
begin with, and shows its errors to visitors. A watcher outlives the program it watches: when the program crashes it waits
for a file to change, so the platform sees a process that runs and does not start it again, while requests get 502. One
that refuses foreign hosts answers 403 to all of them.

## How to fix it

Start the program itself, or the production server that belongs to it:

| instead of                  | start                                         |
| --------------------------- | --------------------------------------------- |
| \`nodemon server.js\`         | \`node server.js\`                              |
| \`tsx watch src/server.ts\`   | \`tsx src/server.ts\`                           |
| \`next dev\`                  | \`next start\`, after \`next build\`              |
| \`vite\`, \`vite preview\`      | a static site with the output of \`vite build\` |
| \`flask run\`                 | \`gunicorn app:app\`                            |
| \`manage.py runserver\`       | \`gunicorn mysite.wsgi\`                        |
| \`uvicorn main:app --reload\` | \`uvicorn main:app\`                            |
| \`fastapi dev\`               | \`fastapi run\`                                 |

There is no fix: what takes its place often has to be installed or built.

## When it stays silent

- A script such as \`dev\` that is not what the service starts.
- Static sites: they start nothing. Workers and cron jobs: they take no requests.
- \`tsx\`, \`ts-node\`, \`bun\` and \`deno\` that run a file without watching it.
- Services that no platform file or Procfile declares: the development server of such a repository often belongs to a
  static site.

Not decided: a development server behind a condition.

A server that the code starts, such as Flask's \`app.run()\` or one that a script spawns, is not judged yet: only commands
are.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: npm start
\`\`\`

\`\`\`json file=package.json
{ "scripts": { "start": "nodemon server.js" }, "dependencies": { "nodemon": "^3.1.10" } }
\`\`\`

\`\`\`js file=server.js
require('node:http').createServer().listen(process.env.PORT);
\`\`\`

### Flagged: it answers 403

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: node
    buildCommand: npm install && npx vite build
    startCommand: npx vite preview --host 0.0.0.0 --port $PORT
\`\`\`

\`\`\`json file=package.json
{ "devDependencies": { "vite": "^7.0.6" } }
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: npm start
\`\`\`

\`\`\`json file=package.json
{ "scripts": { "dev": "nodemon server.js", "start": "node server.js" } }
\`\`\`

\`\`\`js file=server.js
require('node:http').createServer().listen(process.env.PORT);
\`\`\`

## Sources

- Vite, server.allowedHosts: https://vite.dev/config/server-options#server-allowedhosts
- Vite, Building for production (\`vite preview\`): https://vite.dev/guide/static-deploy
- webpack, devServer.allowedHosts: https://webpack.js.org/configuration/dev-server/#devserverallowedhosts
- Next.js, CLI: https://nextjs.org/docs/app/api-reference/cli/next
- Flask, Deploying to production: https://flask.palletsprojects.com/en/stable/deploying/
- Django, runserver: https://docs.djangoproject.com/en/stable/ref/django-admin/#runserver
- Uvicorn, Deployment: https://www.uvicorn.org/deployment/
- nodemon: https://github.com/remy/nodemon
- Python, http.server: https://docs.python.org/3/library/http.server.html
`,"disallowed-host":`<!-- generated -->

# disallowed-host

Django's ALLOWED_HOSTS lacks the host of the service.

- Severity: error
- Leads to: 400
- Judges: each service
- Fix: safe (\`--fix\`)

<!-- /generated -->

## What it finds

A web service that starts Django whose \`ALLOWED_HOSTS\` cannot match the host the service is reached under. The settings
module is the one in force: \`DJANGO_SETTINGS_MODULE\` of the service, of the command or of an image, else the one that the
WSGI or ASGI module or \`manage.py\` names. Star imports, branches on the environment and later changes of the list count.

- It is missing or empty, also with \`DEBUG\` on.
- It has local names only.
- It is read from a variable that the service does not set: \`''.split(',')\` is \`['']\`.
- Its entries are more than hosts: with a scheme, a port, a path, a space or \`*.\` they match nothing.
- It names another platform's host, or another service of this one.
- It is a plain text, which Django refuses when it starts.
- It lacks a domain that the service declares.

An entry such as \`shop-x1y2.onrender.com\` is a note: Render adds four characters only where a name is taken.

## Why it matters

Django compares the \`Host\` of each request with \`ALLOWED_HOSTS\` and answers 400 where none fits. That includes the
platform's health check, which then fails the deploy. With \`DEBUG\` on and an empty list, only local names pass.

## How to fix it

Add the host that the platform puts in a variable:

\`\`\`python
ALLOWED_HOSTS = ['localhost']
if os.environ.get('RENDER_EXTERNAL_HOSTNAME'):
    ALLOWED_HOSTS.append(os.environ['RENDER_EXTERNAL_HOSTNAME'])
\`\`\`

The fix adds these two lines behind the statements that make the list. Domains of your own have to be added by hand.

## When it stays silent

- \`'*'\`, \`'.onrender.com'\`, the service's own name.
- The platform's variable anywhere on the way: \`append\`, \`extend\`, \`+=\`, in an \`if\`.
- Variables that the service sets, defaults that fit, and the same through python-decouple, django-environ, environs and
  python-dotenv.
- Settings modules that are not in force, and \`local_settings\` that git ignores.

Not decided: values that only a dashboard knows, that come from a function which is not read, or settings that do not
parse; a domain of your own that the platform file does not declare.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: python
    buildCommand: pip install -r requirements.txt
    startCommand: gunicorn mysite.wsgi --timeout 120
    healthCheckPath: /
\`\`\`

\`\`\`text file=requirements.txt
Django==5.2.7
gunicorn==23.0.0
\`\`\`

\`\`\`python file=mysite/wsgi.py
import os
from django.core.wsgi import get_wsgi_application

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
application = get_wsgi_application()
\`\`\`

\`\`\`python file=mysite/settings.py
import os

ALLOWED_HOSTS = os.environ.get('ALLOWED_HOSTS', '').split(',')
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: python
    buildCommand: pip install -r requirements.txt
    startCommand: gunicorn mysite.wsgi --timeout 120
    healthCheckPath: /
\`\`\`

\`\`\`text file=requirements.txt
Django==5.2.7
gunicorn==23.0.0
\`\`\`

\`\`\`python file=mysite/wsgi.py
import os
from django.core.wsgi import get_wsgi_application

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
application = get_wsgi_application()
\`\`\`

\`\`\`python file=mysite/settings.py
import os

ALLOWED_HOSTS = os.environ.get('ALLOWED_HOSTS', '').split(',')
if os.environ.get('RENDER_EXTERNAL_HOSTNAME'):
    ALLOWED_HOSTS.append(os.environ['RENDER_EXTERNAL_HOSTNAME'])
\`\`\`

## Sources

- Django, ALLOWED_HOSTS: https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts
- Render, Deploy a Django app: https://render.com/docs/deploy-django
- Render, Default environment variables: https://render.com/docs/environment-variables
- Render, Troubleshooting deploys (400): https://render.com/docs/troubleshooting-deploys
`,"ignored-port":`<!-- generated -->

# ignored-port

The server does not listen on the port that requests go to.

- Severity: error
- Leads to: 502
- Judges: each service
- Fix: safe (\`--fix\`)

<!-- /generated -->

## What it finds

A web service whose server does not listen on the port in \`PORT\`: a number that is written, a variable of another name, the
default of a server that does not read \`PORT\`, or no port at all, for which the operating system picks any that is free.

Also a Python server that is given the text \`$PORT\` as it stands, since no shell reads it: in single quotes, or in the list
of a Dockerfile's \`CMD ["uvicorn", "main:app", "--port", "$PORT"]\`.

## Why it matters

Render sends requests to the port in \`PORT\`, which is 10000 unless the service sets another. It looks for another open port
where nothing listens there, and usually finds it, so this is a warning. Where it finds none in time, the deploy fails;
where it finds the wrong one, requests get 502. Ports 18012, 18013 and 19099 are reserved, so with them it is an error. So
it is for the text \`$PORT\`, which a server refuses when it starts, and for a program that opens no port, such as Electron or
a Celery worker: a web service without one does not pass its deploy.

## How to fix it

Take the port from the environment:

\`\`\`js
app.listen(process.env.PORT || 3000);
\`\`\`

\`\`\`python
app.run(host='0.0.0.0', port=int(os.environ.get('PORT', 5000)))
\`\`\`

In a command, write \`$PORT\` without quotes or in double quotes; in a Dockerfile, as \`CMD uvicorn main:app --port $PORT\`
without a list.

The fix puts \`process.env.PORT ||\` in front of the number that is written (in TypeScript \`Number(process.env.PORT) ||\`), and
\`$PORT\` behind a command's own option.

## When it stays silent

- A port that equals the one in force: 10000, or the service's own \`PORT\`.
- \`PORT\` with a fallback in any spelling: \`??\`, \`Number()\`, \`parseInt()\`, destructuring, configuration in another module,
  zod, envalid, convict, env-var, Joi, Nest's ConfigService, files of dotenv that are in the repository.
- Several servers of which one is on the port; a second \`listen\` that only runs when the first one fails.
- Servers that read \`PORT\` themselves: gunicorn without \`--bind\`, \`next start\`, \`serve\`, http-server, Nitro, SvelteKit, \`fastify start\`.
- Unix sockets, workers, and what a Dockerfile exposes or sets as \`PORT\`, which Render overrides.

Not decided: a port that comes from a file, from the command line or from a condition that cannot be read.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm ci
    startCommand: node server.js
\`\`\`

\`\`\`js file=server.js
const express = require('express');
const app = express();
const PORT = 3001;
app.listen(PORT);
\`\`\`

### Flagged: a server's default

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm ci
    startCommand: node server.js
\`\`\`

\`\`\`js file=server.js
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

serve(new Hono());
\`\`\`

### Flagged: single quotes

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: python
    buildCommand: pip install -r requirements.txt
    startCommand: uvicorn main:app --host 0.0.0.0 --port '$PORT'
\`\`\`

\`\`\`text file=requirements.txt
fastapi==0.119.0
uvicorn==0.38.0
\`\`\`

\`\`\`python file=main.py
from fastapi import FastAPI

app = FastAPI()
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm ci
    startCommand: node server.js
\`\`\`

\`\`\`js file=server.js
const express = require('express');
const app = express();
const { PORT = 3000 } = process.env;
app.listen(PORT);
\`\`\`

## Sources

- Render, Port binding: https://render.com/docs/web-services#port-binding
- Render, Environment variables: https://render.com/docs/environment-variables
- Node.js, server.listen(): https://nodejs.org/api/net.html#serverlistenport-host-backlog-callback
- Docker, Shell and exec form: https://docs.docker.com/reference/dockerfile/#shell-and-exec-form
- Hono on Node.js: https://hono.dev/docs/getting-started/nodejs
`,"invalid-config":`<!-- generated -->

# invalid-config

The platform file does not say what it is meant to say.

- Severity: error
- Leads to: a failed deploy
- Judges: each platform file
- Fix: safe (\`--fix\`)

<!-- /generated -->

## What it finds

What is wrong with the platform file itself, on Render a Blueprint (\`render.yaml\`):

- it is not YAML, or not a map: tabs, an unclosed quote, a second document, nothing at all;
- a key that does not exist, stands in the wrong place or is there twice;
- a value of the wrong type, or one that is not among the allowed ones;
- a key that is missing: a service without \`runtime\`, or without \`startCommand\` where no image supplies one;
- keys that do not go together: a free plan with a disk, a worker or a private service; a disk with several instances;
- a reference to a resource of another kind, or to one that nothing declares;
- a name that is given twice, or a variable that one list sets twice;
- a key value store among the databases;
- a value that has no effect, an old name, a plain \`true\` where text belongs, a placeholder that was never filled in.

How bad it is depends on what Render does with it. What it refuses is an error. A warning is given where the documentation
calls it wrong without saying what follows, and where a value is silently lost. What works all the same is a note.

## Why it matters

Render deploys nothing from a file it refuses: the services stay as they were, and the change that was to repair them
does not arrive. What it accepts and leaves out is harder to see: a variable with \`sync: false\` in a group is never
declared, and the app starts without it.

## How to fix it

The message names the key and what belongs there. \`--fix\` renames keys with a newer name, quotes plain booleans and
declares \`type: static\` as what it means. \`--fix=unsafe\` also corrects spellings; look at the result, since what was meant
is a guess.

An entry that is written wrongly but is clear is read as it is meant, so that the other rules judge the service it
describes.

## When it stays silent

- Files of the same name that belong to other tools, and files in folders named as examples, templates, samples,
  fixtures or tests.
- A name that an earlier Blueprint of the repository declares, the root's first: the later entry is taken for a copy.
- A group that no file declares: groups are often made in the dashboard.
- A key with nothing after it, such as \`envVars:\` above a commented list.
- A variable that is only a \`key\`: Render's schema allows it, and what becomes of it is not documented.
- A variable that overrides one taken in by an alias, a merge key or a group.
- Paths that do not exist: that is another rule's matter.
- The same name in two environments, whose collision is not documented.

## Examples

### Flagged: an unknown key

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: node server.js
    healthCheck: /health
\`\`\`

### Flagged: a free worker

\`\`\`yaml file=render.yaml
services:
  - type: worker
    name: mailer
    runtime: docker
    plan: free
\`\`\`

### Flagged: an old name

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    env: docker
    healthCheckPath: /health
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
version: '1'
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: node server.js
    healthCheckPath: /health
    autoDeployTrigger: 'off'
    envVars:
      - key: LOG_LEVEL
        value: info
      - key: API_KEY
        sync: false
      - fromGroup: made-in-the-dashboard
  - type: worker
    name: mailer
    runtime: docker
\`\`\`

## Sources

- Render, Blueprint specification: https://render.com/docs/blueprint-spec
- Render's JSON Schema of the format: https://render.com/schema/render.yaml.json
- Render, free instances: https://render.com/docs/free
- Render, persistent disks (mount paths, one instance): https://render.com/docs/disks
- YAML 1.2: https://yaml.org/spec/1.2.2/
`,"loopback-bind":`<!-- generated -->

# loopback-bind

The server listens on a local address only.

- Severity: error
- Leads to: 502
- Judges: each service
- Fix: safe (\`--fix\`)

<!-- /generated -->

## What it finds

A web service whose server listens on \`127.0.0.1\`, \`localhost\` or \`::1\` only: written so, or as the server's own default.
The start command is followed to the program, and the program through the modules it loads to the call that listens, under
the variables that the service has.

These listen on a local address unless they are told otherwise: Fastify, Nest on Fastify, Astro, Vite, \`ng serve\`,
json-server 0.17, sirv, \`gatsby serve\`, Nuxt 2; uvicorn, hypercorn, daphne, \`flask run\`, \`app.run()\` of Flask, \`runserver\`.

## Why it matters

A local address is reached from inside the same container only. The process runs and its log says that it listens, but
Render's edge cannot connect to it: the deploy finds no open port, or every request is answered 502.

## How to fix it

Listen on every interface:

\`\`\`js
app.listen(process.env.PORT, '0.0.0.0');
fastify.listen({ port: process.env.PORT, host: '0.0.0.0' });
\`\`\`

\`\`\`sh
uvicorn main:app --host 0.0.0.0 --port $PORT
\`\`\`

Where the machine of a developer should stay closed, let the platform decide:

\`\`\`js
const host = process.env.RENDER ? '0.0.0.0' : '127.0.0.1';
\`\`\`

The fix writes \`'0.0.0.0'\` in place of the address, or adds it where a default applies.

## When it stays silent

- No host, \`undefined\`, \`null\` or \`''\` in Node's own \`listen\`, Express, Koa and others: they mean every interface. \`hostname\`
  in the options of Node's \`listen\` means nothing.
- A condition or a variable that gives another address on Render: \`process.env.RENDER\`, \`process.env.PORT\`,
  \`NODE_ENV === 'production'\`, a variable that the service sets.
- Another server of the same service that listens on every interface on the port of the service.
- Servers that test whether a port is free, metrics beside the real server, files that nothing starts, code under
  \`require.main === module\` or \`__name__ == '__main__'\` of a module that is loaded, addresses of databases, logs and links.
- gunicorn without \`--bind\` where Render gives it \`GUNICORN_CMD_ARGS\` or \`PORT\`.

Not decided: an address that a condition, a file or a variable gives which cannot be read, and programs that may be a proxy
in front. A service that no platform file declares may have any variable set in its dashboard.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm ci
    startCommand: node server.js
\`\`\`

\`\`\`js file=server.js
const express = require('express');
const app = express();
const host = process.env.HOST || 'localhost';
app.listen(process.env.PORT || 3000, host);
\`\`\`

### Flagged: Fastify's default

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm ci
    startCommand: node server.js
\`\`\`

\`\`\`js file=server.js
const fastify = require('fastify')();
fastify.listen({ port: process.env.PORT });
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm ci
    startCommand: node server.js
\`\`\`

\`\`\`js file=server.js
const express = require('express');
const app = express();
app.listen(process.env.PORT || 3000);
\`\`\`

## Sources

- Render, Port binding: https://render.com/docs/web-services#port-binding
- Node.js, server.listen(): https://nodejs.org/api/net.html#serverlistenport-host-backlog-callback
- Fastify, listen: https://fastify.dev/docs/latest/Reference/Server/#listen
- Nest, Fastify: https://docs.nestjs.com/techniques/performance
- Astro, Node adapter: https://docs.astro.build/en/guides/integrations-guide/node/
- Uvicorn, Settings: https://www.uvicorn.org/settings/
- Flask, Flask.run(): https://flask.palletsprojects.com/en/stable/api/#flask.Flask.run
- gunicorn, bind: https://docs.gunicorn.org/en/stable/settings.html#bind
`,"lost-sigterm":`<!-- generated -->

# lost-sigterm

SIGTERM does not reach the server.

- Severity: warning
- Leads to: 502
- Judges: each service
- Fix: by hand

<!-- /generated -->

## What it finds

A web or private service in Docker whose server does not get SIGTERM when the service is replaced or restarted. The
signal goes to the first process of the container, and the server is not the one:

- \`CMD gunicorn \u2026\` in shell form, or \`sh -c "gunicorn \u2026"\`, on an image where \`sh\` is dash (Debian, Ubuntu): dash stays
  above what it runs, even above a single command, and hands no signal on.
- A shell script that runs the server without \`exec\`.
- \`npm start\`, \`yarn start\`, \`pnpm start\`, \`npx \u2026\` on such an image: they hand the signal to the shell that they start the
  program with, and it ends there.

Also: a server that gives open requests more time after SIGTERM (gunicorn's \`--graceful-timeout\`) than the platform
waits before it kills the container.

It is a note where Node itself is the first process and its code does not handle SIGTERM. For a first process the kernel
has no default, so nothing happens until it is killed.

## Why it matters

A server that gets SIGTERM takes no new requests, finishes those it has and ends. One that does not get it goes on until
it is killed, in the midst of requests, which are answered 502. This happens at every deploy.

## How to fix it

| instead of                       | write                                        |
| -------------------------------- | -------------------------------------------- |
| \`CMD gunicorn app:app -b :$PORT\` | \`CMD exec gunicorn app:app -b :$PORT\`        |
| \`CMD ["sh", "-c", "uvicorn \u2026"]\`  | \`CMD ["sh", "-c", "exec uvicorn \u2026"]\`         |
| \`CMD ["npm", "start"]\`           | \`CMD ["node", "server.js"]\`                  |
| \`gunicorn \u2026\` in \`start.sh\`       | \`exec gunicorn \u2026\`                            |
| Node without a handler           | \`process.on('SIGTERM', \u2026)\`, or tini above it |

A JSON list such as \`["gunicorn", "app:app"]\` starts the program without a shell, but expands no variables.

## When it stays silent

- Native services: the platform's own processes start them.
- Images where \`sh\` hands its place to its last command: Alpine's ash, and bash.
- \`bash -c "\u2026"\` and \`SHELL ["/bin/bash", "-c"]\`.
- \`exec\` in front of the command, and an entrypoint that ends in \`exec "$@"\`.
- \`dumb-init\` and \`tini -g\`, which signal everything below them.
- Workers and cron jobs, which answer no requests.
- Stages that are not the last one, and HEALTHCHECK.

Not decided: what \`sh\` is in an image that is not known, a script with a \`trap\`, programs of which it is not known what
they do with signals (\`bun run\`, \`uv run\`, \`doppler run\`), which shell runs a command of the platform file, and Node
programs that cannot be read whole.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: docker
    plan: starter
    healthCheckPath: /health
\`\`\`

\`\`\`dockerfile file=Dockerfile
FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt app.py ./
RUN pip install -r requirements.txt
CMD gunicorn app:app --bind 0.0.0.0:$PORT
\`\`\`

\`\`\`text file=requirements.txt
flask
gunicorn
\`\`\`

\`\`\`python file=app.py
from flask import Flask

app = Flask(__name__)
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: docker
    plan: starter
    healthCheckPath: /health
\`\`\`

\`\`\`dockerfile file=Dockerfile
FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt app.py ./
RUN pip install -r requirements.txt
CMD exec gunicorn app:app --bind 0.0.0.0:$PORT
\`\`\`

\`\`\`text file=requirements.txt
flask
gunicorn
\`\`\`

\`\`\`python file=app.py
from flask import Flask

app = Flask(__name__)
\`\`\`

## Sources

- Docker, shell and exec form of ENTRYPOINT and CMD: https://docs.docker.com/reference/dockerfile/#shell-and-exec-form
- Docker, which process a stop signal goes to: https://docs.docker.com/reference/cli/docker/container/stop/
- Linux, signals to the first process of a namespace: https://man7.org/linux/man-pages/man7/pid_namespaces.7.html
- Render, how a service is replaced: https://render.com/docs/deploys
- tini: https://github.com/krallin/tini \xB7 dumb-init: https://github.com/Yelp/dumb-init
- Measured with dash 0.5.12, BusyBox 1.35, bash 5.2, npm 11.19, yarn 1.22 and pnpm 10.11 on 2026-11-21.
`,"low-gunicorn-timeout":`<!-- generated -->

# low-gunicorn-timeout

A gunicorn worker is killed after 30 seconds or less.

- Severity: warning
- Leads to: 500, 502
- Judges: each service
- Fix: safe (\`--fix\`)

<!-- /generated -->

## What it finds

A web service that starts gunicorn with a worker timeout (\`--timeout\`, \`-t\`) of 30 seconds or less, or without one: 30
seconds is the default. The command line counts before \`GUNICORN_CMD_ARGS\`, and that before the configuration file: the
one named by \`--config\`, else \`gunicorn.conf.py\` in the folder where gunicorn is run. A file of that name in the folder of
\`--chdir\` is not read, and \`gunicorn_config.py\` never by itself.

What the timeout means depends on the worker class:

| worker                                     | reported                                              |
| ------------------------------------------ | ----------------------------------------------------- |
| \`sync\`, which is the default               | 30 seconds or less, set or not: a warning             |
| threads, \`gevent\`, \`eventlet\`, uvicorn's \u2026 | only a value below 30 seconds that is set: a note     |
| any                                        | \`--timeout 0\`, with which no worker is killed: a note |

## Why it matters

A \`sync\` worker answers one request at a time and reports to gunicorn in between. One that is busy with a request for
longer than the timeout is killed: the log says \`WORKER TIMEOUT\`, and the client gets 500 or 502. The platform in front
would have waited: Render gives a service up to 100 minutes. A report, an upload, a call of a slow API or the first request
after a start on a small instance takes longer than 30 seconds sooner or later.

Workers with threads or an event loop report while a request runs, so the timeout bounds no single request there. It kills
a worker whose process is blocked, with all the requests that it has.

## How to fix it

Add \`--timeout 120\` to the command, or set it where the timeout is set now: the fix does so. Work that takes minutes is
better done by a background worker.

## When it stays silent

- A timeout above 30 seconds in any spelling: \`--timeout 120\`, \`--timeout=120\`, \`-t 120\`, \`-t120\`, \`--time 120\`, in
  \`GUNICORN_CMD_ARGS\`, or in the configuration file.
- Workers with threads (\`--threads\` above 1, \`gthread\`), \`gevent\`, \`eventlet\` and uvicorn's workers that keep the default.
- \`--graceful-timeout\`, which is how long a worker may take to stop: it plays no part.
- Platforms whose edge itself gives up after 30 seconds. Where a platform publishes no limit, it is a note.
- Services that take no requests from the web.

Not decided: a configuration file that cannot be read or found, an option that gunicorn does not know, a value that only
the dashboard has.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: python
    buildCommand: pip install -r requirements.txt
    startCommand: gunicorn app:app
    healthCheckPath: /health
\`\`\`

\`\`\`text file=requirements.txt
flask
gunicorn
\`\`\`

\`\`\`python file=app.py
from flask import Flask

app = Flask(__name__)


@app.get("/health")
def health():
    return "ok"
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: python
    buildCommand: pip install -r requirements.txt
    startCommand: gunicorn app:app --timeout 120
    healthCheckPath: /health
\`\`\`

\`\`\`text file=requirements.txt
flask
gunicorn
\`\`\`

\`\`\`python file=app.py
from flask import Flask

app = Flask(__name__)


@app.get("/health")
def health():
    return "ok"
\`\`\`

### Clean: set in the configuration file

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: python
    buildCommand: pip install -r requirements.txt
    startCommand: gunicorn app:app
    healthCheckPath: /health
\`\`\`

\`\`\`text file=requirements.txt
flask
gunicorn
\`\`\`

\`\`\`python file=gunicorn.conf.py
workers = 2
timeout = 120
\`\`\`

\`\`\`python file=app.py
from flask import Flask

app = Flask(__name__)


@app.get("/health")
def health():
    return "ok"
\`\`\`

## Sources

- gunicorn, timeout: https://docs.gunicorn.org/en/stable/settings.html#timeout
- gunicorn, Configuration overview: https://docs.gunicorn.org/en/stable/configure.html
- gunicorn, Choosing a worker type: https://docs.gunicorn.org/en/stable/design.html#choosing-a-worker-type
- Render, Environment variables (\`GUNICORN_CMD_ARGS\`): https://render.com/docs/environment-variables
- Render, Troubleshooting deploys (502, \`WORKER TIMEOUT\`): https://render.com/docs/troubleshooting-deploys
- Render, Comparison with Heroku (100 minutes for a response): https://render.com/docs/render-vs-heroku-comparison
`,"missing-dependency":`<!-- generated -->

# missing-dependency

A command needs a package that nothing installs.

- Severity: error
- Leads to: 502
- Judges: each service
- Fix: by hand

<!-- /generated -->

## What it finds

A build or start command, followed through scripts, that needs a package which nothing installs:

- A program that no list of packages has: \`gunicorn app:app\` where requirements.txt, pyproject.toml or the Pipfile, whichever
  the build installs, does not list gunicorn; \`serve\` or \`tsc\` where package.json does not list it.
- A program that package.json lists for development only, where the install leaves that out: by \`--omit=dev\`,
  \`--production\`, \`--prod\`, \`npm prune\`, a setting in .npmrc, or \`NODE_ENV=production\` among the service's variables, which
  hold for its build, too.
- A service that installs nothing: Render installs by itself for static sites only.
- A program that is installed in another folder than the one it is run in.
- \`npm ci\`, \`pnpm install --frozen-lockfile\` or \`yarn install --immutable\` without a lockfile.
- A module that the started code imports as soon as it is loaded, Django's apps and middleware included, and whose package
  is in no list; also the package of gunicorn's worker class, and what \`node -r\` and \`--import\` load.

## Why it matters

The shell answers "command not found", Node "Cannot find module", Python "ModuleNotFoundError". In a build the deploy
fails; in a start command the service ends at once, and requests get 502. On a developer's machine all of it works: there
the package is installed globally, or \`npm install\` takes in everything.

## How to fix it

Add the package to the list that the build installs: the message has the line. What the build needs belongs to
\`dependencies\`, or the install takes in what is for development: \`npm install --include=dev\`,
\`pnpm install --prod=false\`, \`yarn install --production=false\`.

There is no fix: which version belongs into the list, the repository does not tell, and a list without one installs
whatever is newest.

## When it stays silent

- Extras and what comes with another package: uvicorn with \`fastapi[standard]\`, jinja2 with flask. Names are compared as pip
  does: \`Flask_Cors\` is flask-cors.
- Requirements files that include others (\`-r\`), hashes, UTF-16, and packages listed for some versions of Python only.
- Imports that are guarded by \`try\`, under a condition, under \`TYPE_CHECKING\`, or in a function; in TypeScript, imports of
  types.
- Modules that the repository has under that name, wherever they lie.
- \`npx\`, \`npm exec\`, \`pnpm dlx\`, \`yarn dlx\`, \`bunx\` and \`uvx\`, which fetch what they run; \`uv run\`, which installs first.
- \`NODE_ENV=production\` of Render itself, which holds while the service runs, not while it is built; bun and later versions
  of yarn, whose install takes no notice of it.
- Packages of a workspace, and programs that a lockfile shows to be installed.
- Programs of the system or the runtime: only those are judged that are known to come from npm or PyPI, or that
  package.json lists.
- Steps that may fail or may not run: \`npm run lint || true\`.
- Images, which install for themselves.

For a service that no platform file declares, only packages count that no list of the repository has.

Not decided: what \`make\`, \`apt-get\` or a fetched script installs, lists that do not parse or are too large, a package that
another one may bring where no lockfile tells.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: python
    buildCommand: pip install -r requirements.txt
    startCommand: gunicorn app:app
\`\`\`

\`\`\`text file=requirements.txt
flask==3.1.2
\`\`\`

\`\`\`python file=app.py
from flask import Flask

app = Flask(__name__)
\`\`\`

### Flagged: left out of the install

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install && npm run build
    startCommand: node dist/server.js
    envVars:
      - key: NODE_ENV
        value: production
\`\`\`

\`\`\`json file=package.json
{
  "scripts": { "build": "tsc" },
  "dependencies": { "express": "^5.1.0" },
  "devDependencies": { "typescript": "^5.9.3" }
}
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: python
    buildCommand: pip install -r requirements.txt
    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT
\`\`\`

\`\`\`text file=requirements.txt
fastapi[standard]==0.121.0
\`\`\`

\`\`\`python file=main.py
from fastapi import FastAPI

app = FastAPI()
\`\`\`

## Sources

- Render, Node.js environment variables: https://render.com/docs/environment-variables
- Render, static sites: https://render.com/docs/static-sites
- npm, install: https://docs.npmjs.com/cli/v11/commands/npm-install
- npm, ci: https://docs.npmjs.com/cli/v11/commands/npm-ci
- pnpm, install: https://pnpm.io/cli/install
- Yarn 1, install: https://classic.yarnpkg.com/en/docs/cli/install
- pip, requirements file format: https://pip.pypa.io/en/stable/reference/requirements-file-format/
- PyPA, dependency specifiers: https://packaging.python.org/en/latest/specifications/dependency-specifiers/
- Poetry, install: https://python-poetry.org/docs/cli/#install
- uv, locking and syncing: https://docs.astral.sh/uv/concepts/projects/sync/
`,"missing-health-check":`<!-- generated -->

# missing-health-check

A web service has no health check path.

- Severity: warning
- Leads to: 503
- Judges: each service
- Fix: safe (\`--fix\`)

<!-- /generated -->

## What it finds

A public web service whose platform file sets no health check path, or an empty one.

## Why it matters

Without a path, Render only checks that a port is open. A version that opens its port but cannot answer, because its
database is out of reach or a variable is missing, passes the deploy and gets the traffic: visitors see errors until
someone notices. With a path, Render asks it by GET and goes on only when the answer is 2xx or 3xx within 5 seconds. A new
version that does not answer so within 15 minutes is cancelled, and the old one stays. A running instance that fails for
15 seconds gets no more traffic; after 60 seconds it is restarted.

## How to fix it

Give the app a route that answers 200 as soon as it can serve, without login and without asking third parties, and name it:

\`\`\`yaml
healthCheckPath: /health
\`\`\`

Where the app already serves a route that is obviously meant for this by GET and without login (\`/health\`, \`/healthz\`,
\`/api/health\`, \`/up\` \u2026), the message names it, and \`--fix\` sets it.

The check carries the service's own host name, so a Django app must allow that host.

## When it stays silent

- Static sites, private services, workers, cron jobs and key value stores: Render checks none of them by a path.
- Services that no platform file declares: their path may be set in the dashboard.
- A path that is set by an alias, a merge key or a misspelt key (the misspelling is reported as such).

A service that runs a prebuilt image gets a note instead of a warning, since its routes cannot be seen here.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: node server.js
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: node server.js
    healthCheckPath: /health
\`\`\`

## Sources

- Render, Health checks: https://render.com/docs/health-checks
- Render, Blueprint specification: https://render.com/docs/blueprint-spec
`,"missing-spa-rewrite":`<!-- generated -->

# missing-spa-rewrite

A static site with client-side routes does not rewrite every path to its index page.

- Severity: error
- Leads to: 404
- Judges: each service
- Fix: safe (\`--fix\`)

<!-- /generated -->

## What it finds

A static site whose app routes in the browser (React Router's \`BrowserRouter\`, Vue Router's \`createWebHistory\`, Angular's
router, wouter, TanStack Router and others) while no route of the service rewrites every path to \`/index.html\`.

The build command is followed to the program that builds the site, and from there the app's own files are read, beginning
with the page or script that the builder begins with. The router counts only if that app loads and uses it.

A route that cannot do it counts as none, and the message says which one it is:

- a redirect instead of a rewrite: it changes the address, and the page that was asked for is lost;
- a source without a wildcard for every path, such as \`/.*\`: only \`*\` and \`:name\` have a meaning, the rest is read as it
  stands;
- a destination that is no file of the site, such as \`/dist/index.html\`: paths start at the publish directory;
- a rewrite below a route that matches every path: the first one that matches is taken.

## Why it matters

A static host answers with the file that an address names. Such an app has one page, and makes the addresses of the
others up in the browser, so \`/about\` works as long as one gets there by a link. Opened directly, reloaded or shared, it
is asked of the host, which has no such file and answers 404.

## How to fix it

Add the rewrite as the last of the service's routes:

\`\`\`yaml
routes:
  - type: rewrite
    source: /*
    destination: /index.html
\`\`\`

Files that exist are still served as they are. Routes for an API or for redirects go above it. A \`_redirects\` file, a
\`netlify.toml\`, a \`vercel.json\` or a copy of the page named \`404.html\` works on other hosts; Render's documentation knows
none of them.

## When it stays silent

- Routers that keep their routes behind a \`#\` or in memory, under whatever name they are imported.
- A router that is a dependency but is not loaded by this site: not imported, imported but not used, used in tests only,
  or part of another site in the same repository.
- Builders that write a page for each route: Next.js (static export), Nuxt, Gatsby, Docusaurus, VitePress, Astro, Hugo,
  Jekyll, Eleventy, MkDocs, SvelteKit without a fallback page, and plain HTML.
- A rewrite in any equivalent spelling: \`/*\`, \`/**\`, \`*\` or \`/:path*\`, to \`/index.html\`, \`index.html\` or \`/\`.
- Web services: their own server decides.
- Services that no platform file declares: their routes may be set in the dashboard.

Not decided, and reported as such: a builder that is not known, a router that is chosen by a condition, builds that
prerender, files on the way that do not parse or are not in the repository, a \`rootDir\` that does not exist below the
linted folder (lint the top of the repository), and rewrites of single paths only.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: static
    buildCommand: npm install && npm run build
    staticPublishPath: dist
\`\`\`

\`\`\`json file=package.json
{
  "scripts": { "build": "vite build" },
  "dependencies": { "react": "^19.1.0", "react-dom": "^19.1.0", "react-router": "^7.6.0" },
  "devDependencies": { "vite": "^6.3.0" }
}
\`\`\`

\`\`\`html file=index.html
<div id="root"></div>
<script type="module" src="/src/main.jsx"></script>
\`\`\`

\`\`\`jsx file=src/main.jsx
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Route, Routes } from 'react-router';

createRoot(document.getElementById('root')).render(
  <BrowserRouter>
    <Routes>
      <Route path="/orders/:id" element={<p>Order</p>} />
    </Routes>
  </BrowserRouter>,
);
\`\`\`

### Flagged: a redirect is no rewrite

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: static
    buildCommand: npm install && npx vue-cli-service build
    staticPublishPath: dist
    routes:
      - type: redirect
        source: /*
        destination: /index.html
\`\`\`

\`\`\`json file=package.json
{ "dependencies": { "vue": "^3.5.0", "vue-router": "^4.5.0" }, "devDependencies": { "@vue/cli-service": "^5.0.8" } }
\`\`\`

\`\`\`js file=src/main.js
import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';

const router = createRouter({ history: createWebHistory(), routes: [] });
createApp({ template: '<router-view />' }).use(router).mount('#app');
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: static
    buildCommand: npm install && npm run build
    staticPublishPath: dist
    routes:
      - type: rewrite
        source: /*
        destination: /index.html
\`\`\`

\`\`\`json file=package.json
{
  "scripts": { "build": "vite build" },
  "dependencies": { "react": "^19.1.0", "react-dom": "^19.1.0", "react-router": "^7.6.0" },
  "devDependencies": { "vite": "^6.3.0" }
}
\`\`\`

\`\`\`html file=index.html
<div id="root"></div>
<script type="module" src="/src/main.jsx"></script>
\`\`\`

\`\`\`jsx file=src/main.jsx
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';

createRoot(document.getElementById('root')).render(<BrowserRouter />);
\`\`\`

### Clean: a hash router under another name

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: static
    buildCommand: npm install && npm run build
    staticPublishPath: build
\`\`\`

\`\`\`json file=package.json
{
  "scripts": { "build": "react-scripts build" },
  "dependencies": { "react-router-dom": "^6.30.0", "react-scripts": "5.0.1" }
}
\`\`\`

\`\`\`jsx file=src/index.js
import { createRoot } from 'react-dom/client';
import { HashRouter as Router } from 'react-router-dom';

createRoot(document.getElementById('root')).render(<Router />);
\`\`\`

## Sources

- Render, Static site redirects and rewrites: https://render.com/docs/redirects-rewrites
- Render, Troubleshooting your deploy: https://render.com/docs/troubleshooting-deploys
- Create React App, Serving apps with client-side routing: https://create-react-app.dev/docs/deployment/#serving-apps-with-client-side-routing
- Vue Router, HTML5 mode: https://router.vuejs.org/guide/essentials/history-mode.html
- Angular, Deployment: https://angular.dev/tools/cli/deployment
`,"missing-start-target":`<!-- generated -->

# missing-start-target

A command names a file, script or module that is not there.

- Severity: error
- Leads to: 502
- Judges: each service
- Fix: safe (\`--fix\`)

<!-- /generated -->

## What it finds

A build, pre-deploy or start command that, followed through package scripts, shell scripts and folders, comes to
something that is not there:

- a file, folder or shell script that is not in the repository and that the build does not make, since there is no build
  command or it only installs packages;
- a script that package.json does not have, a workspace package that no workspace has, no package.json at all;
- a name in another letter case: \`Server.js\` and \`server.js\` are two files on Linux;
- a Python module, or the object in it, that a server is given: \`gunicorn app:app\` where \`app.py\` only assigns \`app\`
  under \`if __name__ == '__main__'\`;
- a \`rootDir\`, Dockerfile or Docker context that the repository does not have, or a start file outside of \`rootDir\`;
- \`next start\` and the like where nothing runs \`next build\`;
- a path that differs from where the compiler writes to, such as \`dist/server.js\` for \`dist/src/server.js\`;
- in Docker: a source of COPY or ADD that is not in the folder the image is built with, or that a \`.dockerignore\` leaves
  out, and a file, script or module that the container starts with and that no COPY brings and no RUN can have made;
- a start command that leaves nothing running, such as one that ends with \`&\`, or \`pm2 start\`.

Two cases are warnings: a script that is run by its path while git records it as not executable, and a Blueprint in a
folder that sets no \`rootDir\`, so that its commands run at the root of the repository, while what they name is beside it.

## Why it matters

The command fails. In the build that cancels the deploy; at the start the service ends at once, and requests are answered
502 until a deploy succeeds.

## How to fix it

The message says what there is instead: the scripts of that package.json, a file of the same name in another folder, what
the module defines. Name that, set \`rootDir\` to the folder that holds it, or build what is missing:

\`\`\`yaml
buildCommand: npm install && npm run build
startCommand: node dist/server.js
\`\`\`

For a script that is not executable, commit its mode (\`git update-index --chmod=+x build.sh\`) or run it with \`bash\`.
For a server in the background, use a command that stays: \`node server.js\`, \`pm2-runtime server.js\`.

\`--fix\` adds \`rootDir\` where a Blueprint in a folder lacks it, and names the built file where the compiler's path differs
by folders alone. The other cases have no fix: only you know which file is meant.

## When it stays silent

- The build makes the file: a compiler or bundler, \`cp\`, \`mv\` and the like, in the build command, in \`postinstall\`,
  \`prepare\` or \`prestart\`. For TypeScript the folders are worked out as the compiler of that version does.
- A program that is not known, a script of the project's own or a configuration that cannot be read may make it. That is
  reported as not decided.
- Files that a RUN may make, in any stage they are copied from, and files of images that are not known.
- Stages that the last one takes nothing from: Docker does not build them.
- Sources of COPY with \`*\` or a variable, or from another image.
- Dockerfile and context under either reading of \`rootDir\`: from the root of the repository, or from the service's.
- Endings that Node adds, the \`main\` of a package.json, \`cd\`, \`--prefix\`, \`--chdir\`, \`--app-dir\`, \`PYTHONPATH\`, and the
  folders of workspaces.
- Programs of dependencies (\`npx\`, \`node_modules/.bin\`).
- Packages without \`__init__.py\`, a module without an object (\`gunicorn shop.wsgi\`), factories (\`app:create_app()\`), and
  packages whose \`__init__.py\` takes the object in from elsewhere.
- Python modules that an installed package may hold.
- Steps that may fail: before \`||\`, or before \`;\` and a new line where no \`set -e\` is in force.
- Cron jobs that end, and \`a & b & wait\`.
- Scripts that \`sh\`, \`bash\` or a \`chmod\` comes before.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: node dist/server.js
\`\`\`

\`\`\`json file=package.json
{ "scripts": { "build": "tsc" }, "devDependencies": { "typescript": "^5.8.3" } }
\`\`\`

\`\`\`ts file=src/server.ts
import { createServer } from 'node:http';

createServer((request, response) => response.end('ok')).listen(process.env.PORT);
\`\`\`

### Flagged: the compiler keeps the folder of the sources

\`config.ts\` beside \`src\` makes TypeScript lay its output out from the folder that both are in: the server is
\`dist/src/server.js\`.

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm ci && npx tsc
    startCommand: node dist/server.js
\`\`\`

\`\`\`json file=package.json
{ "devDependencies": { "typescript": "^5.9.3" } }
\`\`\`

\`\`\`json file=tsconfig.json
{ "compilerOptions": { "outDir": "dist", "module": "nodenext" } }
\`\`\`

\`\`\`ts file=config.ts
export const port = process.env.PORT;
\`\`\`

\`\`\`ts file=src/server.ts
import { createServer } from 'node:http';
import { port } from '../config.js';

createServer((request, response) => response.end('ok')).listen(port);
\`\`\`

### Flagged: the app exists only where the module is run by itself

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: python
    buildCommand: pip install -r requirements.txt
    startCommand: gunicorn app:app
\`\`\`

\`\`\`text file=requirements.txt
flask
gunicorn
\`\`\`

\`\`\`python file=app.py
from flask import Flask


def create_app():
    return Flask(__name__)


if __name__ == '__main__':
    app = create_app()
\`\`\`

### Flagged: the image does not have the file

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: docker
\`\`\`

\`\`\`dockerfile file=Dockerfile
FROM node:22-slim
WORKDIR /app
COPY package.json ./
RUN npm install
COPY src ./src
CMD ["node", "server.js"]
\`\`\`

\`\`\`json file=package.json
{ "dependencies": { "pino": "^9.5.0" } }
\`\`\`

\`\`\`js file=src/server.js
const { createServer } = require('node:http');

createServer((request, response) => response.end('ok')).listen(process.env.PORT);
\`\`\`

### Flagged: the folder of the Blueprint is not the one the commands run in

\`\`\`yaml file=backend/render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: npm start
\`\`\`

\`\`\`json file=backend/package.json
{ "scripts": { "start": "node server.js" } }
\`\`\`

\`\`\`js file=backend/server.js
require('node:http').createServer().listen(process.env.PORT);
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install && npm run build
    startCommand: node dist/server.js
\`\`\`

\`\`\`json file=package.json
{ "scripts": { "build": "tsc" }, "dependencies": { "typescript": "^5.8.3" } }
\`\`\`

\`\`\`json file=tsconfig.json
{ "compilerOptions": { "outDir": "dist", "rootDir": "src" }, "include": ["src"] }
\`\`\`

\`\`\`ts file=src/server.ts
import { createServer } from 'node:http';

createServer((request, response) => response.end('ok')).listen(process.env.PORT);
\`\`\`

### Clean: a factory

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: python
    buildCommand: pip install -r requirements.txt
    startCommand: gunicorn 'app:create_app()'
\`\`\`

\`\`\`python file=app.py
from flask import Flask


def create_app():
    return Flask(__name__)
\`\`\`

## Sources

- Render, Troubleshooting your deploy: https://render.com/docs/troubleshooting-deploys
- Render, Monorepo support: https://render.com/docs/monorepo-support
- Render, Blueprint specification: https://render.com/docs/blueprint-spec
- npm, scripts: https://docs.npmjs.com/cli/using-npm/scripts
- Gunicorn, Running Gunicorn: https://docs.gunicorn.org/en/stable/run.html
- Uvicorn, Settings: https://www.uvicorn.org/settings/
- Python, The import system: https://docs.python.org/3/reference/import.html
`,"region-mismatch":`<!-- generated -->

# region-mismatch

A service and the store it uses are in different regions.

- Severity: warning
- Leads to: 500, 502
- Judges: each service
- Fix: needs your review (\`--fix=unsafe\`)

<!-- /generated -->

## What it finds

A service that takes its connection to a database or key value store from the platform file, while the two are in
different regions. On Render a resource without \`region\` is in Oregon.

## Why it matters

The address that \`fromDatabase\` and \`fromService\` supply is the internal one. Render's private network joins only
resources of one region, so the connection is never made: the app fails at its start, or answers 500 to each request that
needs the store.

## How to fix it

Write the same \`region\` at both. A resource that already exists keeps its region: create it anew in the other one and
move the data, or use the external address of the store.

\`--fix=unsafe\` writes the store's region at the service. It is not a safe fix, since a service that already runs cannot
change its region.

## When it stays silent

- The store is not declared in the repository, or no variable of the service refers to it.
- Static sites: they run nowhere.
- Two services in different regions that call each other by their public addresses.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    region: frankfurt
    buildCommand: npm install
    startCommand: node server.js
    healthCheckPath: /health
    envVars:
      - key: DATABASE_URL
        fromDatabase:
          name: shop
          property: connectionString
databases:
  - name: shop
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    region: frankfurt
    buildCommand: npm install
    startCommand: node server.js
    healthCheckPath: /health
    envVars:
      - key: DATABASE_URL
        fromDatabase:
          name: shop
          property: connectionString
databases:
  - name: shop
    region: frankfurt
\`\`\`

## Sources

- Render, Blueprint specification (\`region\`, default \`oregon\`): https://render.com/docs/blueprint-spec
- Render, Postgres (the internal URL needs the same region): https://render.com/docs/postgresql-creating-connecting
- Render, Private network: https://render.com/docs/private-network
`,"short-keep-alive":`<!-- generated -->

# short-keep-alive

The server closes idle connections before the platform does.

- Severity: warning
- Leads to: 502
- Judges: each service
- Fix: safe (\`--fix\`)

<!-- /generated -->

## What it finds

A web service whose HTTP server closes an idle connection sooner than Render's edge does, which keeps one for up to 75
seconds: set so, or by default. Node's own server closes after 5 seconds, and with it Express, Koa, Nest, Hapi, Hono,
\`next start\` and most others; uvicorn after 5 seconds; gunicorn after 2 seconds with threads or asynchronous workers.

It is a note for a server that comes within 5 seconds of the edge, such as Fastify with its 72 seconds, for one that has no
setting for it, such as \`serve\`, and for a service that no platform file declares: that one is compared with the 60 seconds
of AWS's load balancers, a usual time.

## Why it matters

The edge keeps connections to the server open and sends the next request over one of them. When the server closes it at that
very moment, the request is lost, and the visitor gets 502. It happens rarely and without a trace in the log, under any load.

## How to fix it

Keep idle connections for longer than the edge does:

\`\`\`js
const server = app.listen(process.env.PORT);
server.keepAliveTimeout = 120000;
server.headersTimeout = 125000;
\`\`\`

Fastify takes it as an option: \`fastify({ keepAliveTimeout: 120000 })\`; Next as \`next start --keepAliveTimeout 120000\`;
Next's standalone server from \`KEEP_ALIVE_TIMEOUT\` in milliseconds, SvelteKit's from the same variable in seconds; uvicorn as
\`--timeout-keep-alive 120\`; gunicorn as \`--keep-alive 120\`.

## When it stays silent

- A time at or above the edge's, wherever it is set: before or after \`listen\`, in its callback, in another module, as an option
  of \`createServer\` (Node 18 and later), on the http server that an app is mounted on.
- \`keepAliveTimeout = 0\`: Node then never closes an idle connection.
- A \`headersTimeout\` that is not above \`keepAliveTimeout\`: it closes no idle connection, from Node 12 on.
- gunicorn's sync workers, which keep no connection; development servers; http2.
- \`server.timeout\` and \`server.setTimeout()\` are something else and do not count.

Not decided: a time that depends on a condition, or that is set on something which cannot be followed, and a program in the
same container that may be a proxy in front.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm ci
    startCommand: node server.js
\`\`\`

\`\`\`js file=server.js
const express = require('express');
const app = express();
app.listen(process.env.PORT);
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm ci
    startCommand: node server.js
\`\`\`

\`\`\`js file=server.js
const express = require('express');
const app = express();
const server = app.listen(process.env.PORT);
server.keepAliveTimeout = 120 * 1000;
server.headersTimeout = 120 * 1000;
\`\`\`

## Sources

- Render, When deploys go wrong: https://render.com/tutorials/when-deploys-go-wrong/runtime-errors
- Render, Troubleshooting deploys: https://render.com/docs/troubleshooting-deploys
- AWS, Idle timeout of load balancers:
  https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#connection-idle-timeout
- Node.js, server.keepAliveTimeout: https://nodejs.org/api/http.html#serverkeepalivetimeout
- Fastify, keepAliveTimeout: https://fastify.dev/docs/latest/Reference/Server/#keepalivetimeout
- Next.js, next start: https://nextjs.org/docs/app/api-reference/cli/next
- SvelteKit, Node servers: https://svelte.dev/docs/kit/adapter-node#Environment-variables
- Uvicorn, Settings: https://www.uvicorn.org/settings/
- gunicorn, keepalive: https://docs.gunicorn.org/en/stable/settings.html#keepalive
`,"ssl-redirect-loop":`<!-- generated -->

# ssl-redirect-loop

Django redirects every request to itself.

- Severity: error
- Leads to: 301
- Judges: each service
- Fix: safe (\`--fix\`)

<!-- /generated -->

## What it finds

A web service that starts Django with \`SECURE_SSL_REDIRECT\` on, where nothing tells Django that a request came by https.

## Why it matters

The platform's edge speaks https to browsers and passes requests on as plain http, with the scheme in the header
\`X-Forwarded-Proto\`. Django takes no notice of that header by itself: it sees http, answers with a redirect to https, and
the same request comes again. Browsers give up with "too many redirects".

## How to fix it

\`\`\`python
SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')
\`\`\`

The fix adds this line behind \`SECURE_SSL_REDIRECT\`. The edge already redirects http to https, so leaving out
\`SECURE_SSL_REDIRECT\` works, too.

## When it stays silent

- \`SECURE_PROXY_SSL_HEADER\` names \`X-Forwarded-Proto\`.
- gunicorn or uvicorn takes the scheme from the edge: \`FORWARDED_ALLOW_IPS=*\`, which Render sets for its Python runtime but
  not for images, or \`--forwarded-allow-ips='*'\`.
- The setting is off on the platform, or Django's \`SecurityMiddleware\` is not in \`MIDDLEWARE\`.

Not decided: a setting read from a variable that only a dashboard knows, a configuration file of gunicorn that has a part
in it, another header, a server that is not known.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: python
    buildCommand: pip install -r requirements.txt && python manage.py collectstatic --noinput && python manage.py migrate
    startCommand: hypercorn mysite.asgi:application --bind 0.0.0.0:$PORT --keep-alive 120
    healthCheckPath: /
\`\`\`

\`\`\`text file=requirements.txt
Django==5.2.7
hypercorn==0.17.3
whitenoise==6.9.0
\`\`\`

\`\`\`python file=mysite/asgi.py
import os
from django.core.asgi import get_asgi_application

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
application = get_asgi_application()
\`\`\`

\`\`\`python file=manage.py
import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
execute_from_command_line(sys.argv)
\`\`\`

\`\`\`python file=mysite/settings.py
ALLOWED_HOSTS = ['.onrender.com']
MIDDLEWARE = ['django.middleware.security.SecurityMiddleware']
SECURE_SSL_REDIRECT = True
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: python
    buildCommand: pip install -r requirements.txt && python manage.py collectstatic --noinput && python manage.py migrate
    startCommand: hypercorn mysite.asgi:application --bind 0.0.0.0:$PORT --keep-alive 120
    healthCheckPath: /
\`\`\`

\`\`\`text file=requirements.txt
Django==5.2.7
hypercorn==0.17.3
whitenoise==6.9.0
\`\`\`

\`\`\`python file=mysite/asgi.py
import os
from django.core.asgi import get_asgi_application

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
application = get_asgi_application()
\`\`\`

\`\`\`python file=manage.py
import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
execute_from_command_line(sys.argv)
\`\`\`

\`\`\`python file=mysite/settings.py
ALLOWED_HOSTS = ['.onrender.com']
MIDDLEWARE = ['django.middleware.security.SecurityMiddleware']
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')
\`\`\`

## Sources

- Django, SECURE_PROXY_SSL_HEADER: https://docs.djangoproject.com/en/stable/ref/settings/#secure-proxy-ssl-header
- Django, SECURE_SSL_REDIRECT: https://docs.djangoproject.com/en/stable/ref/settings/#secure-ssl-redirect
- gunicorn, forwarded_allow_ips: https://docs.gunicorn.org/en/stable/settings.html#forwarded-allow-ips
- Uvicorn, HTTP settings: https://www.uvicorn.org/settings/#http
- Render, Default environment variables: https://render.com/docs/environment-variables
`,"stale-db-connection":`<!-- generated -->

# stale-db-connection

Database connections are used without being tested.

- Severity: note
- Leads to: 500
- Judges: each service
- Fix: by hand

<!-- /generated -->

## What it finds

A service that keeps database connections between requests and uses them without a test:

- Django with \`CONN_MAX_AGE\` above 0 or \`None\` and without \`CONN_HEALTH_CHECKS\`; \`conn_max_age\` and \`conn_health_checks\` of
  dj-database-url.
- SQLAlchemy's \`create_engine()\` or \`create_async_engine()\`, called when the program starts, without \`pool_pre_ping\` and
  \`pool_recycle\`.

## Why it matters

A database that restarts, fails over or closes idle connections leaves dead ones behind. The request that is given one
fails with 500: "SSL connection has been closed unexpectedly", "server closed the connection unexpectedly".

## How to fix it

\`\`\`python
DATABASES = {'default': dj_database_url.config(conn_max_age=600, conn_health_checks=True)}
\`\`\`

\`\`\`python
engine = create_engine(url, pool_pre_ping=True)
\`\`\`

## When it stays silent

- SQLite, \`NullPool\`, \`StaticPool\`.
- \`CONN_MAX_AGE\` 0, which is the default; Django before 4.1, which has no such test.
- Engines that nothing makes when the service starts: those of scripts and of migrations.

Not decided: options in a \`**\` argument that is not read.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: python
    buildCommand: pip install -r requirements.txt
    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT --timeout-keep-alive 120
    healthCheckPath: /health
    envVars:
      - key: DATABASE_URL
        sync: false
\`\`\`

\`\`\`text file=requirements.txt
fastapi==0.115.14
uvicorn==0.35.0
SQLAlchemy==2.0.41
psycopg2-binary==2.9.10
\`\`\`

\`\`\`python file=main.py
import os

from fastapi import FastAPI
from sqlalchemy import create_engine

engine = create_engine(os.environ['DATABASE_URL'])
app = FastAPI()


@app.get('/health')
def health():
    return {}
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: python
    buildCommand: pip install -r requirements.txt
    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT --timeout-keep-alive 120
    healthCheckPath: /health
    envVars:
      - key: DATABASE_URL
        sync: false
\`\`\`

\`\`\`text file=requirements.txt
fastapi==0.115.14
uvicorn==0.35.0
SQLAlchemy==2.0.41
psycopg2-binary==2.9.10
\`\`\`

\`\`\`python file=main.py
import os

from fastapi import FastAPI
from sqlalchemy import create_engine

engine = create_engine(os.environ['DATABASE_URL'], pool_pre_ping=True)
app = FastAPI()


@app.get('/health')
def health():
    return {}
\`\`\`

## Sources

- Django, CONN_HEALTH_CHECKS: https://docs.djangoproject.com/en/stable/ref/settings/#conn-health-checks
- dj-database-url: https://github.com/jazzband/dj-database-url
- SQLAlchemy, Dealing with disconnects: https://docs.sqlalchemy.org/en/20/core/pooling.html#dealing-with-disconnects
- Render, Troubleshooting deploys (500): https://render.com/docs/troubleshooting-deploys
`,"unapplied-migrations":`<!-- generated -->

# unapplied-migrations

Nothing applies the migrations.

- Severity: warning
- Leads to: 500
- Judges: each service
- Fix: by hand

<!-- /generated -->

## What it finds

A web service whose program has migrations of its database, where neither the build, the pre-deploy nor the start command
applies them, nor a script of these, nor the code:

| Migrations of                 | applied by, for example        |
| ----------------------------- | ------------------------------ |
| Django, its own apps included | \`python manage.py migrate\`     |
| Alembic, Flask-Migrate        | \`alembic upgrade head\`         |
| Prisma                        | \`npx prisma migrate deploy\`    |
| Knex                          | \`npx knex migrate:latest\`      |
| TypeORM                       | \`npx typeorm migration:run\`    |
| Drizzle                       | \`npx drizzle-kit migrate\`      |
| Sequelize                     | \`npx sequelize-cli db:migrate\` |
| Rails                         | \`bundle exec rails db:migrate\` |

## Why it matters

A new database has no tables, and an old one lacks what the last change added. The program starts all the same, and each
request that needs them answers 500.

## How to fix it

Run the command in \`preDeployCommand\`, which comes before the new version gets requests, or at the end of the build. There
is no fix: which of the two is right depends on the plan and the database.

## When it stays silent

- One of these commands in the build, pre-deploy or start command, a script of these, the image, or a deploy hook.
- Another service of the same files that runs it.
- Tools whose package is not listed; Django without a database, without apps that have tables, or with a committed file of
  SQLite.

Not decided: code that may apply them itself (\`migrationsRun\`, \`call_command('migrate')\`, \`create_all()\`, \`.sync()\`),
commands that cannot be followed.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm ci
    startCommand: node server.js
    healthCheckPath: /health
\`\`\`

\`\`\`json file=package.json
{ "name": "api", "dependencies": { "prisma": "6.11.1", "@prisma/client": "6.11.1" } }
\`\`\`

\`\`\`json file=package-lock.json
{ "name": "api", "lockfileVersion": 3, "packages": {} }
\`\`\`

\`\`\`js file=server.js
const server = require('node:http').createServer((request, response) => response.end('ok'));
server.keepAliveTimeout = 120000;
server.listen(process.env.PORT);
\`\`\`

\`\`\`sql file=prisma/migrations/20240101000000_init/migration.sql
CREATE TABLE items (id INT);
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm ci && npx prisma migrate deploy
    startCommand: node server.js
    healthCheckPath: /health
\`\`\`

\`\`\`json file=package.json
{ "name": "api", "dependencies": { "prisma": "6.11.1", "@prisma/client": "6.11.1" } }
\`\`\`

\`\`\`json file=package-lock.json
{ "name": "api", "lockfileVersion": 3, "packages": {} }
\`\`\`

\`\`\`js file=server.js
const server = require('node:http').createServer((request, response) => response.end('ok'));
server.keepAliveTimeout = 120000;
server.listen(process.env.PORT);
\`\`\`

\`\`\`sql file=prisma/migrations/20240101000000_init/migration.sql
CREATE TABLE items (id INT);
\`\`\`

## Sources

- Django, migrate: https://docs.djangoproject.com/en/stable/ref/django-admin/#migrate
- Alembic: https://alembic.sqlalchemy.org/en/latest/tutorial.html#running-our-first-migration
- Flask-Migrate: https://flask-migrate.readthedocs.io/en/latest/
- Prisma: https://www.prisma.io/docs/orm/prisma-client/deployment/deploy-database-changes-with-prisma-migrate
- Knex: https://knexjs.org/guide/migrations.html
- TypeORM: https://typeorm.io/docs/migrations/executing/
- Drizzle: https://orm.drizzle.team/docs/drizzle-kit-migrate
- Sequelize: https://sequelize.org/docs/v6/other-topics/migrations/
- Rails: https://guides.rubyonrails.org/active_record_migrations.html#running-migrations
- Render, preDeployCommand: https://render.com/docs/deploys
`,"uncaught-error":`<!-- generated -->

# uncaught-error

A handler can end the process with an error that nothing catches.

- Severity: warning
- Leads to: 500, 502
- Judges: each service
- Fix: by hand

<!-- /generated -->

## What it finds

An async handler or middleware of Express 4, or of Node's own http server, that can reject with nothing to catch it: it
throws, or it awaits a call that asks something outside of the process, such as a database or another service, directly or
through other functions of the program.

There is one finding for a service, at the first such place; the message names the next ones and says how many there are. One
change mends them all.

A promise that the program starts on its way up and that nothing waits for or catches is a note.

## Why it matters

Express 4 does not look at the promise that a handler gives. Its rejection is unhandled, and Node has ended the process
on unhandled rejections since version 15. One request that meets a database that is restarting takes the whole service down:
every request in flight is answered 502, and so are those that come until it is up again. A request whose handler fails
is never answered.

## How to fix it

For Express, one of these:

- update to Express 5, which gives what a handler rejects with to the error handlers;
- load \`express-async-errors\` before the routes;
- catch the error in the handler and give it to \`next\`.

\`\`\`js
app.get('/users', async (request, response, next) => {
  try {
    response.json(await findUsers());
  } catch (error) {
    next(error);
  }
});
\`\`\`

With Node's http server, catch the error in the handler and answer 500.

## When it stays silent

- Express 5, Koa, Fastify, Hono, Hapi and Nest, which catch it. The version is that of the lockfile, else of package.json;
  where neither says it, nothing is reported.
- \`express-async-errors\`, \`express-promise-router\`, \`express-async-handler\` and wrappers of the program's own.
- A \`try\` around what can fail, a \`.catch\` behind it, functions that catch by themselves.
- A handler of \`unhandledRejection\` or \`uncaughtException\`, also one that an error reporter such as Sentry brings.
- Calls that are not known to fail, and Express apps that merely have no error handler.
- A start that leads to the server: where it fails, the process had better end.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm ci
    startCommand: node server.js
    healthCheckPath: /health
\`\`\`

\`\`\`json file=package.json
{ "name": "api", "dependencies": { "express": "4.21.2", "pg": "8.16.3" } }
\`\`\`

\`\`\`json file=package-lock.json
{
  "name": "api",
  "lockfileVersion": 3,
  "packages": {
    "": { "name": "api", "dependencies": { "express": "4.21.2", "pg": "8.16.3" } },
    "node_modules/express": { "version": "4.21.2" },
    "node_modules/pg": { "version": "8.16.3" }
  }
}
\`\`\`

\`\`\`js file=server.js
const express = require('express');
const { Pool } = require('pg');

const pool = new Pool();
const app = express();
app.get('/health', (request, response) => response.send('ok'));
app.get('/users', async (request, response) => {
  const { rows } = await pool.query('SELECT * FROM users');
  response.json(rows);
});

const server = app.listen(process.env.PORT || 3000);
server.keepAliveTimeout = 120_000;
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm ci
    startCommand: node server.js
    healthCheckPath: /health
\`\`\`

\`\`\`json file=package.json
{ "name": "api", "dependencies": { "express": "5.1.0", "pg": "8.16.3" } }
\`\`\`

\`\`\`json file=package-lock.json
{
  "name": "api",
  "lockfileVersion": 3,
  "packages": {
    "": { "name": "api", "dependencies": { "express": "5.1.0", "pg": "8.16.3" } },
    "node_modules/express": { "version": "5.1.0" },
    "node_modules/pg": { "version": "8.16.3" }
  }
}
\`\`\`

\`\`\`js file=server.js
const express = require('express');
const { Pool } = require('pg');

const pool = new Pool();
const app = express();
app.get('/health', (request, response) => response.send('ok'));
app.get('/users', async (request, response) => {
  const { rows } = await pool.query('SELECT * FROM users');
  response.json(rows);
});

const server = app.listen(process.env.PORT || 3000);
server.keepAliveTimeout = 120_000;
\`\`\`

## Sources

- Node.js, \`--unhandled-rejections\`: https://nodejs.org/api/cli.html#--unhandled-rejectionsmode
- Express, Migrating to Express 5: https://expressjs.com/en/guide/migrating-5.html
- Express, Error handling: https://expressjs.com/en/guide/error-handling.html
`,"unserved-health-check":`<!-- generated -->

# unserved-health-check

The app does not answer its health check path.

- Severity: error
- Leads to: 503
- Judges: each service
- Fix: safe (\`--fix\`)

<!-- /generated -->

## What it finds

A web service whose health check path the started app does not answer, or not as the platform needs. Where the routes of
the app can all be read, these are found:

- no such route, often since the router it is on is mounted under a prefix: \`/health\` where the app has \`/api/health\`;
- a route for POST only;
- a route behind a login: the check carries none;
- a route whose statuses are all outside what the platform accepts.

## Why it matters

Render asks the path by GET and needs 2xx or 3xx within 5 seconds. A new version that does not answer so within 15 minutes
is cancelled, though the app itself runs well. The first deploy of a service never becomes live.

## How to fix it

Name a route that the app has, or add one that answers 200 without login:

\`\`\`yaml
healthCheckPath: /api/health
\`\`\`

Where the app has exactly one route that is obviously meant for this, such as \`/health\`, \`/healthz\` or \`/api/health\`, \`--fix\`
names it.

## When it stays silent

Whatever may answer the path is reported as not decided, never as a finding:

- frameworks and plugins that are not known, and routes that are put together at run time;
- patterns that are regular expressions, paths that a handler compares by hand, folders of files that the build makes;
- middleware that may refuse a request under a condition, routes that are added under one;
- rewrites, redirects and middleware of Next;
- middleware of Django that is not known, as some answers health checks itself, and routers of its REST framework.

These answer, so there is nothing to find:

- a route for every path, such as \`app.get('*')\` of a single-page app: it answers 200;
- routes that frameworks bring along, such as Strapi's \`/_health\`;
- files of a folder that is served, redirects (Django's to the path with a slash too), a path with a query string;
- a login that is asked for only behind the route.

Images and services of another repository are not judged.

## Examples

### Flagged: a prefix

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm ci
    startCommand: node server.js
    healthCheckPath: /health
\`\`\`

\`\`\`json file=package.json
{ "name": "api", "dependencies": { "express": "5.1.0" } }
\`\`\`

\`\`\`json file=package-lock.json
{
  "name": "api",
  "lockfileVersion": 3,
  "packages": {
    "": { "name": "api", "dependencies": { "express": "5.1.0" } },
    "node_modules/express": { "version": "5.1.0" }
  }
}
\`\`\`

\`\`\`js file=server.js
const express = require('express');

const router = express.Router();
router.get('/health', (request, response) => response.send('ok'));

const app = express();
app.use('/api', router);
const server = app.listen(process.env.PORT || 3000);
server.keepAliveTimeout = 120_000;
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm ci
    startCommand: node server.js
    healthCheckPath: /api/health
\`\`\`

\`\`\`json file=package.json
{ "name": "api", "dependencies": { "express": "5.1.0" } }
\`\`\`

\`\`\`json file=package-lock.json
{
  "name": "api",
  "lockfileVersion": 3,
  "packages": {
    "": { "name": "api", "dependencies": { "express": "5.1.0" } },
    "node_modules/express": { "version": "5.1.0" }
  }
}
\`\`\`

\`\`\`js file=server.js
const express = require('express');

const router = express.Router();
router.get('/health', (request, response) => response.send('ok'));

const app = express();
app.use('/api', router);
const server = app.listen(process.env.PORT || 3000);
server.keepAliveTimeout = 120_000;
\`\`\`

## Sources

- Render, Health checks: https://render.com/docs/health-checks
- Express, Routing: https://expressjs.com/en/guide/routing.html
- Fastify, Routes: https://fastify.dev/docs/latest/Reference/Routes/
- Nest, Controllers: https://docs.nestjs.com/controllers
- Django, URL dispatcher: https://docs.djangoproject.com/en/stable/topics/http/urls/
- Next.js, Route Handlers: https://nextjs.org/docs/app/api-reference/file-conventions/route
`,"unserved-static":`<!-- generated -->

# unserved-static

Static files of Django are not collected or not served.

- Severity: error
- Leads to: 404, 500
- Judges: each service
- Fix: by hand

<!-- /generated -->

## What it finds

A web service that starts Django, and

- runs \`collectstatic\` without a \`STATIC_ROOT\`: the deploy fails;
- looks static files up in a manifest, with \`DEBUG\` off, and never runs \`collectstatic\`: pages answer 500;
- has static files, with \`DEBUG\` off, and nothing that serves them: they answer 404.

## Why it matters

Django's development server serves static files by itself. With \`DEBUG\` off Django does not: something else has to, from
the folder that \`collectstatic\` fills. A storage with a manifest fails at the first template that names a file which is not
in it, and so do the pages of the admin.

## How to fix it

Let WhiteNoise serve them, and collect them in the build:

\`\`\`python
MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'whitenoise.middleware.WhiteNoiseMiddleware',
    # \u2026
]
STATIC_ROOT = BASE_DIR / 'staticfiles'
\`\`\`

\`\`\`shell
python manage.py collectstatic --noinput
\`\`\`

There is no fix: a package has to be added.

## When it stays silent

- \`collectstatic\` in the build, pre-deploy or start command, in a script of these, or in the image; its result is committed.
- WhiteNoise or another middleware for static files, an application wrapped in one, a route to \`serve\`, a web server in the
  same container, a \`STATIC_URL\` on another host, a storage of its own such as that of a bucket.
- \`STATICFILES_STORAGE\` in Django 5.1 and later, which takes no notice of it.
- \`DEBUG\` on; no app with static files.

Not decided: a \`DEBUG\` that only a dashboard knows, commands that cannot be followed.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: python
    buildCommand: pip install -r requirements.txt && python manage.py migrate
    startCommand: gunicorn mysite.wsgi --timeout 120
    healthCheckPath: /
\`\`\`

\`\`\`text file=requirements.txt
Django==5.2.7
gunicorn==23.0.0
whitenoise==6.9.0
\`\`\`

\`\`\`python file=manage.py
import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
execute_from_command_line(sys.argv)
\`\`\`

\`\`\`python file=mysite/wsgi.py
import os
from django.core.wsgi import get_wsgi_application

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
application = get_wsgi_application()
\`\`\`

\`\`\`python file=mysite/settings.py
ALLOWED_HOSTS = ['.onrender.com']
INSTALLED_APPS = ['django.contrib.staticfiles']
MIDDLEWARE = ['whitenoise.middleware.WhiteNoiseMiddleware']
STATICFILES_DIRS = ['assets']
STATIC_ROOT = 'staticfiles'
STORAGES = {'staticfiles': {'BACKEND': 'whitenoise.storage.CompressedManifestStaticFilesStorage'}}
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: python
    buildCommand: pip install -r requirements.txt && python manage.py collectstatic --noinput && python manage.py migrate
    startCommand: gunicorn mysite.wsgi --timeout 120
    healthCheckPath: /
\`\`\`

\`\`\`text file=requirements.txt
Django==5.2.7
gunicorn==23.0.0
whitenoise==6.9.0
\`\`\`

\`\`\`python file=manage.py
import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
execute_from_command_line(sys.argv)
\`\`\`

\`\`\`python file=mysite/wsgi.py
import os
from django.core.wsgi import get_wsgi_application

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
application = get_wsgi_application()
\`\`\`

\`\`\`python file=mysite/settings.py
ALLOWED_HOSTS = ['.onrender.com']
INSTALLED_APPS = ['django.contrib.staticfiles']
MIDDLEWARE = ['whitenoise.middleware.WhiteNoiseMiddleware']
STATICFILES_DIRS = ['assets']
STATIC_ROOT = 'staticfiles'
STORAGES = {'staticfiles': {'BACKEND': 'whitenoise.storage.CompressedManifestStaticFilesStorage'}}
\`\`\`

## Sources

- Django, How to deploy static files: https://docs.djangoproject.com/en/stable/howto/static-files/deployment/
- Django, ManifestStaticFilesStorage: https://docs.djangoproject.com/en/stable/ref/contrib/staticfiles/#manifeststaticfilesstorage
- Django 5.1 release notes: https://docs.djangoproject.com/en/stable/releases/5.1/#features-removed-in-5-1
- WhiteNoise, Using WhiteNoise with Django: https://whitenoise.readthedocs.io/en/stable/django.html
- Render, Deploy a Django app: https://render.com/docs/deploy-django
`,"untrusted-origin":`<!-- generated -->

# untrusted-origin

CSRF_TRUSTED_ORIGINS lacks the host of the service.

- Severity: warning
- Leads to: 403
- Judges: each service
- Fix: safe (\`--fix\`)

<!-- /generated -->

## What it finds

A web service that starts Django 4 or later with the admin, where \`CSRF_TRUSTED_ORIGINS\` lacks the service's own https
origin and Django does not see that requests come by https.

## Why it matters

A browser sends the page's origin with each form, \`https://shop.onrender.com\`. Django compares it with its own, for which
it takes the scheme of the request. Behind an edge that passes requests on as plain http that is \`http\`, so the two differ,
and Django answers each form with 403: "CSRF verification failed", also for the login of the admin.

## How to fix it

Either tell Django of https:

\`\`\`python
SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')
\`\`\`

or list the origin, with its scheme, which the fix does:

\`\`\`python
CSRF_TRUSTED_ORIGINS = ['https://' + os.environ.get('RENDER_EXTERNAL_HOSTNAME', 'localhost')]
\`\`\`

## When it stays silent

- An entry fits: \`https://shop.onrender.com\`, \`https://*.onrender.com\`, one made of the platform's variables.
- \`SECURE_PROXY_SSL_HEADER\` names \`X-Forwarded-Proto\`, or gunicorn or uvicorn takes the scheme from the edge:
  \`FORWARDED_ALLOW_IPS=*\`, which Render sets for its Python runtime but not for images.
- Django before 4.0, which does not compare origins; no \`CsrfViewMiddleware\`; no admin.

Not decided: entries that only a dashboard knows, and domains of your own.

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: python
    buildCommand: pip install -r requirements.txt && python manage.py collectstatic --noinput && python manage.py migrate
    startCommand: hypercorn mysite.asgi:application --bind 0.0.0.0:$PORT --keep-alive 120
    healthCheckPath: /
\`\`\`

\`\`\`text file=requirements.txt
Django==5.2.7
hypercorn==0.17.3
whitenoise==6.9.0
\`\`\`

\`\`\`python file=mysite/asgi.py
import os
from django.core.asgi import get_asgi_application

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
application = get_asgi_application()
\`\`\`

\`\`\`python file=manage.py
import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
execute_from_command_line(sys.argv)
\`\`\`

\`\`\`python file=mysite/settings.py
ALLOWED_HOSTS = ['.onrender.com']
INSTALLED_APPS = ['django.contrib.admin', 'django.contrib.auth', 'django.contrib.contenttypes']
MIDDLEWARE = ['whitenoise.middleware.WhiteNoiseMiddleware', 'django.middleware.csrf.CsrfViewMiddleware']
STATIC_ROOT = 'staticfiles'
\`\`\`

### Clean

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: python
    buildCommand: pip install -r requirements.txt && python manage.py collectstatic --noinput && python manage.py migrate
    startCommand: hypercorn mysite.asgi:application --bind 0.0.0.0:$PORT --keep-alive 120
    healthCheckPath: /
\`\`\`

\`\`\`text file=requirements.txt
Django==5.2.7
hypercorn==0.17.3
whitenoise==6.9.0
\`\`\`

\`\`\`python file=mysite/asgi.py
import os
from django.core.asgi import get_asgi_application

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
application = get_asgi_application()
\`\`\`

\`\`\`python file=manage.py
import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
execute_from_command_line(sys.argv)
\`\`\`

\`\`\`python file=mysite/settings.py
ALLOWED_HOSTS = ['.onrender.com']
INSTALLED_APPS = ['django.contrib.admin', 'django.contrib.auth', 'django.contrib.contenttypes']
MIDDLEWARE = ['whitenoise.middleware.WhiteNoiseMiddleware', 'django.middleware.csrf.CsrfViewMiddleware']
STATIC_ROOT = 'staticfiles'
CSRF_TRUSTED_ORIGINS = ['https://*.onrender.com']
\`\`\`

## Sources

- Django, CSRF_TRUSTED_ORIGINS: https://docs.djangoproject.com/en/stable/ref/settings/#csrf-trusted-origins
- Django 4.0 release notes, CSRF: https://docs.djangoproject.com/en/stable/releases/4.0/#csrf
- Django, SECURE_PROXY_SSL_HEADER: https://docs.djangoproject.com/en/stable/ref/settings/#secure-proxy-ssl-header
- Render, Default environment variables: https://render.com/docs/environment-variables
`,"wrong-publish-path":`<!-- generated -->

# wrong-publish-path

A static site publishes a folder that its build does not make.

- Severity: error
- Leads to: 404
- Judges: each service
- Fix: safe (\`--fix\`)

<!-- /generated -->

## What it finds

A static site whose publish directory is not the folder that its build writes the pages to: \`build\` where Vite writes to
\`dist\`, \`dist\` where Create React App writes to \`build\`, \`dist/shop\` where Angular writes to \`dist/shop/browser\`, the
root's \`dist\` where a workspace writes to its own.

The build command is followed through scripts and folders to the programs it runs, and each builder's own default and
configuration say where it writes to. What later commands copy, move or remove counts, and so does what an install builds
(\`postinstall\`, \`prepare\`).

A publish directory that is neither in the repository nor made by anything is reported, too.

## Why it matters

There is nothing to serve: the deploy fails because the folder is not there, or every address answers 404.

## How to fix it

Publish the folder that the message names. The path starts at the \`rootDir\` of the service:

\`\`\`yaml
buildCommand: npm ci && npm run build
staticPublishPath: dist
\`\`\`

\`--fix\` does so where the build writes pages to one folder only, and its configuration can be read.

## When it stays silent

- A leading \`./\` or \`/\`, and a slash at the end: they mean nothing.
- A path from the root of the repository, where the service has a \`rootDir\`: the documentation of Render says both.
- A folder of the repository that is published as it is, also without an \`index.html\`.
- Folders to which the build moves or copies the pages, and those a variable such as \`BUILD_PATH\` names.

Not decided, and reported as such: a builder or script that is not known, a configuration that names its folder in a way
that is not read, and folders below the one a builder writes to. Where a builder writes to by default is on the page
[what builders make](https://github.com/lint-deploy/lint-deploy/blob/main/docs/builders.md).

## Examples

### Flagged

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: static
    buildCommand: npm ci && npm run build
    staticPublishPath: build
    routes:
      - type: rewrite
        source: /*
        destination: /index.html
\`\`\`

\`\`\`json file=package.json
{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "^7.1.0" } }
\`\`\`

\`\`\`html file=index.html
<script type="module" src="/src/main.js"></script>
\`\`\`

\`\`\`js file=src/main.js
document.body.append('Welcome');
\`\`\`

### Clean: the configuration names the folder

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: static
    buildCommand: npm ci && npm run build
    staticPublishPath: ./build
\`\`\`

\`\`\`json file=package.json
{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "^7.1.0" } }
\`\`\`

\`\`\`js file=vite.config.js
export default { build: { outDir: 'build' } };
\`\`\`

\`\`\`html file=index.html
<script type="module" src="/src/main.js"></script>
\`\`\`

\`\`\`js file=src/main.js
document.body.append('Welcome');
\`\`\`

### Clean: nothing is built

\`\`\`yaml file=render.yaml
services:
  - type: web
    name: shop
    runtime: static
    staticPublishPath: public
\`\`\`

\`\`\`html file=public/index.html
<h1>Welcome</h1>
\`\`\`

## Sources

- Render, Static sites: https://render.com/docs/static-sites
- Render, Blueprint specification: https://render.com/docs/blueprint-spec
- Vite, Build options: https://vite.dev/config/build-options.html
- Create React App, Advanced configuration: https://create-react-app.dev/docs/advanced-configuration/
- Angular, Build system: https://angular.dev/tools/cli/build-system-migration
`};var Ve=[{rule:es,page:O["dev-server"]},{rule:rs,page:O["disallowed-host"]},{rule:is,page:O["ignored-port"]},{rule:ls,page:O["invalid-config"]},{rule:us,page:O["loopback-bind"]},{rule:hs,page:O["lost-sigterm"]},{rule:ys,page:O["low-gunicorn-timeout"]},{rule:Ss,page:O["missing-dependency"]},{rule:ks,page:O["missing-health-check"]},{rule:Rs,page:O["missing-spa-rewrite"]},{rule:Ds,page:O["missing-start-target"]},{rule:Ls,page:O["region-mismatch"]},{rule:Fs,page:O["short-keep-alive"]},{rule:Ms,page:O["ssl-redirect-loop"]},{rule:Is,page:O["stale-db-connection"]},{rule:Gs,page:O["unapplied-migrations"]},{rule:Hs,page:O["uncaught-error"]},{rule:Us,page:O["unserved-health-check"]},{rule:Ks,page:O["unserved-static"]},{rule:Js,page:O["untrusted-origin"]},{rule:zs,page:O["wrong-publish-path"]}];var Tl=1;function Xs(e,t){if(e.trim()==="")return{is:"read",baseline:{entries:[]}};let n=he(e,t),r=xe(n,"version");if(r?.is!=="number"||r.value!==Tl)return{is:"wrong",problem:{at:r?.at??q(t),message:"This is no baseline that this version of lint-deploy reads. --update-baseline writes one."}};let s=xe(n,"findings"),i=(s?.is==="array"?s.items:[]).map(c=>{let[d,l,u]=[B(c,"fingerprint"),B(c,"rule"),B(c,"file")];return d===void 0||l===void 0||u===void 0?{at:c.at,message:"An entry has a fingerprint, a rule and a file."}:{fingerprint:d,rule:l,file:u,found:B(c,"found")??""}}),a=i.find(c=>"message"in c);return a?{is:"wrong",problem:a}:{is:"read",baseline:{entries:i.filter(c=>"fingerprint"in c)}}}var Ge=["runtime","root","buildCommand","preDeployCommand","startCommand","dockerfile","dockerContext","healthCheckPath","publishPath","region","plan"],Lt=["web","static","private","worker","cron"],le={rules:new Map,ignores:[],services:[],files:[]};function Ft(e,t){let n={file:e.file,range:t.range};switch(t.is){case"scalar":return{is:"scalar",value:t.value,at:n};case"list":return{is:"list",items:t.items.map(r=>Ft(e,r)),at:n};case"map":return{is:"map",entries:t.entries.map(({key:r,keyRange:s,value:o})=>({key:r,keyAt:{file:e.file,range:s},value:Ft(e,o)})),at:n}}}function Mt(e){let{at:t}=e;switch(e.is){case"object":return{is:"map",entries:Array.from(e.members,([r,s])=>({key:r,keyAt:s.key,value:Mt(s.value)})),at:t};case"array":return{is:"list",items:e.items.map(Mt),at:t};case"null":return{is:"scalar",value:null,at:t};default:return{is:"scalar",value:e.value,at:t}}}function It(e){switch(e.is){case"scalar":return e.value;case"list":return e.items.map(It);case"map":return Object.fromEntries(e.entries.map(({key:t,value:n})=>[t,It(n)]))}}function Wt(e,t){return e?.is==="map"?e.entries.findLast(n=>n.key===t):void 0}function L(e,t){return Wt(e,t)?.value}function we(e){return e?.is==="scalar"&&typeof e.value=="string"?e.value:void 0}function be(e){return(e?.is==="list"?e.items:e?[e]:[]).flatMap(n=>{let r=we(n);return r===void 0?[]:[{value:r,at:n.at}]})}function nr(e,t){let n=e,r;for(let s of t){let o=Wt(n,s),i=o?.value??(n.is==="list"?n.items[Number(s)]:void 0);if(!i)break;n=i,r=o?.keyAt}return{node:n,...r&&{key:r}}}var ce=["error","warning","note"];function oe(e,t){return ce.indexOf(e.severity)-ce.indexOf(t.severity)}var Pl=["off",...ce],He={type:"string",minLength:1},Cl={runtime:"The runtime, as the platform names it: node, python, docker \u2026",root:"The folder it is built and run in, relative to the root of the repository.",buildCommand:"The command that builds it.",preDeployCommand:"The command that runs before each deploy.",startCommand:"The command that starts it; with Docker, the command in place of the image\u2019s own.",dockerfile:"The path of its Dockerfile, relative to the root of the repository.",dockerContext:"The folder its image is built in, relative to the root of the repository.",healthCheckPath:"The path its health check asks for.",publishPath:"The folder a static site is served from.",region:"The region it runs in, as the platform names it.",plan:"Its plan, as the platform names it."};function Qs({rules:e,platforms:t,id:n}){let r=e.map(s=>s.id);return{$schema:"http://json-schema.org/draft-07/schema#",$id:n,title:"Configuration of lint-deploy (lint-deploy.yaml, or the key lint-deploy of package.json)",...Ye({$schema:{description:"The address of this schema, for editors.",type:"string"},extends:{description:"Configuration files of the same repository that this one adds to, relative to it.",...mt(He)},platform:{description:"The platform of services that no platform file declares.",enum:t},rules:{description:"What is asked of each rule.",...Ye(Object.fromEntries(e.map(s=>[s.id,Al(s)])))},ignores:{description:"Findings that are not to be reported.",type:"array",items:_l(r)},services:{description:"What a dashboard says of services, by the name of the service.",type:"object",additionalProperties:Nl()}})}}function Ye(e,t=[]){return{type:"object",additionalProperties:!1,...t.length>0&&{required:t},properties:e}}function mt(e){return{if:{type:"array"},then:{type:"array",minItems:1,items:e},else:e}}function Al({title:e,options:t={}}){let n=Object.entries(t),r={description:"Its severity, or off.",enum:Pl},s=Ye({severity:r,...n.length>0&&{options:Ye(Object.fromEntries(n.map(([o,i])=>[o,Dl(i)])))}});return{description:`${e}.`,if:{type:"object"},then:s,else:r}}function Dl({type:e,oneOf:t,...n}){return e==="strings"?{...n,type:"array",items:t?{enum:t}:He}:{...n,type:e,...t&&{enum:t}}}function _l(e){return{...Ye({rule:{description:"The rule, or a list of them.",...mt({enum:e})},path:{description:"The file or folder of the finding, or a glob pattern such as services/**; or a list of them.",...mt(He)},service:{description:"The name of the service, or a list of them.",...mt(He)},reason:{description:"Why these findings are not to be reported.",type:"string",pattern:"\\S"},until:{description:'The last day on which it holds, such as "2026-12-31".',type:"string",pattern:"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"}},["reason"]),anyOf:[{required:["rule"]},{required:["path"]},{required:["service"]}]}}function Nl(){return Ye({kind:{description:"What it does for the platform. Needed for a service that nothing else shows.",enum:Lt},...Object.fromEntries(Ge.map(e=>[e,{description:Cl[e],...He}])),domains:{description:"Its own domains.",...mt(He)},env:{description:"The variables that are set: NAME where the value stays out of the repository, or NAME=value.",type:"array",items:{description:"A variable is NAME or NAME=value.",type:"string",pattern:"^[A-Za-z_][A-Za-z0-9_]*(=|$)"}}})}function Zs(e){let t=e.map(({root:r})=>r),n=t.map(r=>we(L(r,"platform"))).findLast(r=>r!==void 0);return{...n!==void 0&&{platform:n},rules:Fl(t),ignores:t.flatMap(r=>Ll(L(r,"ignores")).map(Wl)),services:Vl(t),files:e.map(({file:r})=>r)}}function rr(e){return e?.is==="map"?e.entries:[]}function Ll(e){return e?.is==="list"?e.items:[]}function Fl(e){let t=new Map;for(let{key:n,value:r}of e.flatMap(s=>rr(L(s,"rules")))){let s=t.get(n),o=Ml(we(r)??we(L(r,"severity")))??s?.severity,i={...s?.options,...Il(L(r,"options"))};t.set(n,{...o!==void 0&&{severity:o},options:i})}return t}function Ml(e){return[...ce,"off"].find(t=>t===e)}function Il(e){return Object.fromEntries(rr(e).flatMap(({key:t,value:n})=>n.is==="list"?[[t,be(n).map(r=>r.value)]]:n.is==="scalar"&&n.value!==null?[[t,n.value]]:[]))}function Wl(e){let t=r=>be(L(e,r)).map(({value:s})=>s),n=we(L(e,"until"));return{at:e.is==="map"?e.entries[0]?.keyAt??e.at:e.at,rules:t("rule"),paths:t("path").map(r=>r.replace(/^\.?\/+/,"")),services:t("service"),reason:we(L(e,"reason"))?.trim()??"",...n!==void 0&&{until:n}}}function Vl(e){let t=new Map;for(let n of e.flatMap(r=>rr(L(r,"services")))){let r=t.get(n.key),s=Hl(n);t.set(n.key,r?Gl(r,s):s)}return[...t.values()]}function Gl(e,t){return{...e,...t,values:{...e.values,...t.values},domains:[...e.domains,...t.domains],env:[...e.env.filter(({key:n})=>!t.env.some(r=>r.key===n)),...t.env]}}function Hl({key:e,keyAt:t,value:n}){let r=Lt.find(o=>o===we(L(n,"kind"))),s=Ge.flatMap(o=>{let i=L(n,o),a=we(i);return i&&a!==void 0?[[o,G(a,i.at)]]:[]});return{name:e,at:t,...r&&{kind:r},values:Object.fromEntries(s),domains:be(L(n,"domains")).map(o=>G(o.value,o.at)),env:be(L(n,"env")).map(Yl)}}function Yl({value:e,at:t}){let[,n=e,r]=/^([^=]*)=([^]*)$/.exec(e)??[];return r===void 0?{key:n,value:{is:"unknown",why:"it is set in the dashboard",at:t},at:t}:{key:n,value:G(r,t),at:t}}function ql(e,t){let n=e.length<4?1:Math.max(2,Math.floor(e.length/3));return t.map(r=>({candidate:r,far:Pt(e,r)})).filter(({far:r})=>r<=n).sort((r,s)=>r.far-s.far)[0]?.candidate}function je(e,t){let n=ql(e,t);return n===void 0?"":` Did you mean ${n}?`}async function eo(e,t){let{violationsOf:n}=await import("./schema-validator-OXR4XGNI.js"),r=n(t,It(Bl(e)));return[...sr(e),...r.map(o=>Ul(e,o)),...tu(e)].sort((o,i)=>o.at.range.start.offset-i.at.range.start.offset)}function Bl(e){return e.is!=="map"?e:{...e,entries:e.entries.filter(({value:t})=>t.is!=="scalar"||t.value!==null)}}function Ul(e,t){let{path:n,keyword:r,detail:s}=t,{node:o}=nr(e,n);return{at:(r==="additionalProperties"?nr(e,[...n,s]).key:void 0)??Kl(o),message:Jl(t,o)}}function Kl(e){return e.is==="map"?e.entries[0]?.keyAt??e.at:e.at}function Jl(e,t){let{path:n,keyword:r,detail:s,allowed:o,description:i}=e,a=or(n);switch(r){case"additionalProperties":return zl(n,s,o);case"enum":return Xl(n,t,o);case"type":return`${a} takes ${Zl(o)}, not ${to(t)}.${eu(o,t)}`;case"required":return`${a} has no ${s}.${s==="reason"?" Say in a sentence why the findings are not to be reported.":""}`;case"anyOf":return`${a} names no rule, path or service.`;case"minimum":return`${a} takes ${s} at least.`;case"maximum":return`${a} takes ${s} at most.`;case"minLength":case"minItems":return`${a} is empty.`;default:return`${a} cannot be read. ${i}`}}function zl(e,t,n){let r=je(t,n);return e.length===1&&e[0]==="rules"?`There is no rule "${t}".${r||" lint-deploy rules lists them."}`:`"${t}" is no key of ${or(e)}.${r||` Its keys are ${n.join(", ")}.`}`}function Xl(e,t,n){let r=t.is==="scalar"?String(t.value):"",s=je(r,n);return e[0]==="ignores"&&e[2]==="rule"&&t.is==="scalar"?`There is no rule "${r}".${s||" lint-deploy rules lists them."}`:`${or(e)} takes ${no(n)}; not ${to(t)}.${s}`}function or(e){return e.length===0?"the configuration":e.reduce((t,n)=>/^\d+$/.test(n)?`${t}[${n}]`:t===""?n:`${t}.${n}`,"")}var Ql={string:"text",object:"keys with values",array:"a list",integer:"a whole number",number:"a number",boolean:"true or false"};function Zl(e){return no(e.map(t=>Ql[t]??t))}function to(e){return e.is==="map"?"keys with values":e.is==="list"?"a list":e.value===null?"nothing":typeof e.value=="string"?`"${e.value}"`:String(e.value)}function eu(e,t){return t.is==="scalar"&&t.value!==null&&typeof t.value!="string"&&e.includes("string")?` Put it in quotes: "${String(t.value)}".`:""}function no(e){return e.length<2?e.join(""):`${e.slice(0,-1).join(", ")} or ${e.at(-1)??""}`}function sr(e){if(e.is==="scalar")return[];if(e.is==="list")return e.items.flatMap(sr);let t=new Set;return e.entries.flatMap(({key:n,keyAt:r,value:s})=>{let o=t.has(n)?[{at:r,message:`"${n}" is written twice here.`}]:[];return t.add(n),[...o,...sr(s)]})}function tu(e){let t=L(e,"ignores");return(t?.is==="list"?t.items:[]).flatMap(r=>be(L(r,"path"))).filter(({value:r})=>r!==""&&!Ur(r)).map(({value:r,at:s})=>({at:s,message:`The pattern "${r}" is not matched: it is too long, or has groups, ranges or too many wildcards.`}))}var Vt="lint-deploy.yaml",ir="lint-deploy",ro=20;async function so(e,t,n){let r=n===void 0?nu(e):{is:"found",file:n};if(r.is==="none")return{is:"read",settings:le};if(r.is==="wrong")return{is:"wrong",problems:[r.problem]};let s={files:e,schema:Qs(t),documents:new Map,problems:[]};return await oo(r.file,q(r.file),[],s),s.problems.length>0?{is:"wrong",problems:s.problems}:{is:"read",settings:Zs([...s.documents].map(([o,i])=>({file:o,root:i})))}}function nu(e){let t=s=>e.lookup(s).is==="file",n=ru(e);if(t(Vt)){if(!n)return{is:"found",file:Vt};let s=`The configuration stands in ${Vt} and here. Keep one of them.`;return{is:"wrong",problem:{at:n,message:s}}}let r=["lint-deploy.yml",".lint-deploy.yaml",".lint-deploy.yml"].find(t);return r!==void 0?{is:"wrong",problem:{at:q(r),message:`The configuration is called ${Vt}.`}}:n?{is:"found",file:"package.json"}:{is:"none"}}function ru(e){let t=e.read("package.json");if(t.is!=="text"||!t.text.includes(`"${ir}"`))return;let n=he(t.text,"package.json");return n?.is==="object"?n.members.get(ir)?.key:void 0}async function oo(e,t,n,r){let{problems:s,documents:o}=r;if(n.includes(e)){let a=[...n.slice(n.indexOf(e)),e].join(" \u2192 ");s.push({at:t,message:`The configuration extends itself: ${a}.`});return}if(o.has(e))return;if(o.size+n.length>=ro){s.push({at:t,message:`The configuration extends more than ${ro} files.`});return}let i=await su(e,t,r);if(i){s.push(...await eo(i,r.schema));for(let{value:a,at:c}of be(Wt(i,"extends")?.value)){let d=qr(X(e),a);d===void 0?s.push({at:c,message:`"${a}" is outside the repository. Only files of the repository can be extended.`}):await oo(d,c,[...n,e],r)}o.set(e,i)}}async function su(e,t,{files:n,problems:r}){let s=n.read(e);if(s.is!=="text"){r.push({at:t,message:s.is==="missing"?`There is no file ${e}.`:`${e} ${s.why}.`});return}if(e.endsWith(".json"))return ou(e,s.text,r);let o=await Tt(e,s.text);for(let{message:a,range:c}of o.problems)r.push({at:{file:e,range:c},message:a});if(o.problems.length>0)return;let[i]=o.documents;return i?Ft(o,i):{is:"map",entries:[],at:q(e)}}function ou(e,t,n){let r=he(t,e),s=e==="package.json"||e.endsWith("/package.json")?xe(r,ir):r;return s||n.push({at:q(e),message:`${e} holds no configuration.`}),s&&Mt(s)}var Gt=["unreadable-file","unparsed-file"];function Ht(e){return e.platformFiles.filter(({partial:t})=>t).map(({file:t,at:n,problems:r})=>r.find(i=>i.problem==="unread"&&i.reason==="unreadable")?{id:"unreadable-file",level:"error",message:`${t} cannot be read.`,at:n}:{id:"unparsed-file",level:"note",message:`${t} was not read to its end, so its services are not judged.`,at:n})}function io(e,t,n,r){let s=new Set(n.entries.map(({fingerprint:c})=>c)),o=(c,d)=>s.has(t[d]??""),i=e.findings.filter(o).map(c=>({finding:c,suppression:{by:"baseline"}})),a=iu(e)?au(t,n,r).length:0;return{...e,findings:e.findings.filter((c,d)=>!o(c,d)),suppressed:[...e.suppressed,...i],notifications:[...e.notifications,...a>0?[cu(a)]:[]]}}function iu({complete:e,notifications:t}){return e&&!t.some(({id:n})=>Gt.includes(n))}function ao(e,t,n){let r=e.map(({finding:o,fingerprint:i})=>({fingerprint:i,rule:o.rule,file:o.at.file,found:o.message.found})),s=t.entries.filter(({rule:o})=>!n.includes(o));return{entries:[...r,...s].sort(du)}}function au(e,{entries:t},n){let r=new Set(e);return t.filter(({fingerprint:s,rule:o})=>n.includes(o)&&!r.has(s))}function cu(e){return{id:"stale-baseline",level:"warning",message:e===1?"An entry of the baseline fits no finding any more. --update-baseline removes it.":`${e} entries of the baseline fit no finding any more. --update-baseline removes them.`}}function du(e,t){return ar(e.file,t.file)||ar(e.rule,t.rule)||ar(e.fingerprint,t.fingerprint)}function ar(e,t){return e===t?0:e<t?-1:1}var lu=3,uu=2e3,fu=new Set(["node_modules","bower_components","vendor","venv","site-packages","__pycache__"]),pu=new Set(["example","sample","template","fixture","test"].flatMap(e=>[e,`${e}s`]));function*Yt(e){let t=[""],n=uu;for(let r=0;r<=lu&&t.length>0;r++)yield t,n-=t.length,t=t.flatMap(s=>mu(e,s)).slice(0,n)}function mu(e,t){return e.list(t).filter(n=>n.is==="directory"&&!n.link&&hu(n.name)).map(({name:n})=>U(t,n))}function hu(e){return e.startsWith(".")||fu.has(e)?!1:!e.toLowerCase().split(/[-_. ]/).some(t=>pu.has(t))}function co(e,t){for(let n of Yt(e)){let r=n.flatMap(s=>yu(e,s,t));if(r.length>0)return r}return[]}var gu=[["Procfile",wu],["Dockerfile",bu],["package.json",vu],["manage.py",Su]];function yu(e,t,n){for(let[r,s]of gu){let o=e.lookup(U(t,r));if(o.is!=="file")continue;let{path:i}=o,a=e.read(i);if(a.is!=="text")continue;let c=s({platform:n,folder:t,file:i,text:a.text});if(c.length>0)return c}return[]}function wu(e){return Kr(e.text,e.file).filter(({process:t})=>t!=="release").map(({process:t,processAt:n,command:r,commandAt:s})=>qt(e,t==="web"?"web":"worker",n,{name:G(t,n),startCommand:G(r,s)}))}function bu(e){let t=lo(e),n={runtime:G("docker",t),dockerfile:G(e.file,t)};return[qt(e,"web",t,n)]}function vu(e){let t=he(e.text,e.file),n=xe(t,"scripts","start");if(n?.is!=="string")return[];let r=xe(t,"name"),s={runtime:G("node",n.at),startCommand:G("npm start",n.at)};return[qt(e,"web",n.at,{...s,...r?.is==="string"&&B(r)!==""&&{name:G(r.value,r.at)}})]}function Su(e){let t=lo(e);return[qt(e,"web",t,{runtime:G("python",t)})]}function qt(e,t,n,r){let s={is:"unknown",why:"it may be set in the dashboard",at:n};return{platform:e.platform,kind:t,name:G(e.folder===""?"the repository":e.folder,n),inferred:!0,at:n,file:e.file,entry:n.range,runtime:s,root:G(e.folder,n),buildCommand:s,startCommand:s,preDeployCommand:s,dockerfile:{is:"absent",at:n},dockerContext:{is:"absent",at:n},image:{is:"absent",at:n},healthCheckPath:s,shutdownDelay:s,publishPath:s,region:s,plan:s,domains:[],env:[],groups:[],disks:[],routes:[],refusedRoutes:[],...r}}function lo({file:e,text:t}){let[n=""]=t.split(/\r\n|\n|\r/,1);return me(e,t).location(0,n.length)}function fo(e,t,n){let r=new Map,s=[],o=[];for(let a of t){let c=ku(a,e,r);c?r.set(c,uo(c,a,o)):a.kind?s.push(uo(Eu(a,a.kind,n),a,o)):o.push(xu(a,e))}let i=a=>r.get(a)??a;return{services:[...e.map(i),...s],serviceFor:i,notifications:o}}function ku({name:e,kind:t,values:n},r,s){let o=r.filter(l=>!s.has(l)),i=o.find(l=>k(l.name)===e);if(i)return i;let a=$e((n.root?.value??"").replace(/^\/+/,"")),[c,...d]=o.filter(l=>l.inferred&&k(l.root)===a&&(t===void 0||t===l.kind));return d.length===0?c:void 0}function xu({name:e,at:t},n){let r=n.flatMap(o=>k(o.name)??[]),s=je(e,r)||" One that no file shows needs a kind, such as web.";return{id:"unknown-service",level:"warning",message:`There is no service "${e}".${s}`,at:t}}function uo(e,t,n){let r=o=>e.inferred||o.is!=="known"||o.from.by!=="written",s={};for(let o of Ge){let i=t.values[o];i&&r(e[o])?s[o]=i:i&&n.push(po(o,e,i.at))}return{...e,...s,...e.inferred&&{name:{is:"known",value:t.name,at:t.at,from:{by:"written"}}},domains:[...e.domains,...t.domains],env:Ru(e,t,n)}}function Ru(e,{env:t},n){let r=new Map(e.env.map(s=>[s.key,s]));for(let s of t){let o=r.get(s.key);o===void 0||o.value.is==="unknown"?r.set(s.key,{...s,...o?.reference&&{reference:o.reference}}):s.value.is==="known"&&n.push(po(s.key,e,s.at))}return[...r.values()]}function po(e,t,n){return{id:"setting-without-effect",level:"warning",message:`${e} has no effect here: ${t.file} sets it.`,...n&&{at:n}}}function Eu({name:e,at:t},n,r){let s={is:"unknown",why:"it may be set in the dashboard",at:t},o={is:"absent",at:t};return{platform:r,kind:n,name:{is:"known",value:e,at:t,from:{by:"written"}},inferred:!0,at:t,file:t.file,entry:t.range,runtime:s,root:o,buildCommand:s,startCommand:s,preDeployCommand:s,dockerfile:o,dockerContext:o,image:o,healthCheckPath:s,shutdownDelay:s,publishPath:s,region:s,plan:s,domains:[],env:[],groups:[],disks:[],routes:[],refusedRoutes:[]}}function $(e){let t=new WeakMap;return n=>{let r=t.get(n);if(r!==void 0)return r;let s=e(n);return t.set(n,s),s}}function mo({repository:e,surroundingsOf:t}){let n=new WeakMap,r=$(async o=>{let{launch:i}=await import("./launch-IMAO3W4F.js"),a=await i(e,o,t(o));for(let c of a.processes)n.set(c,o);return a}),s=$(async o=>{let{serviceOutputs:i}=await import("./service-IPEUBYZN.js");return i(e,o,t(o))});return{launch:r,outputs:s,targets:$(async o=>{if(k(o.runtime)==="docker"){let{containerTargetFaults:a}=await import("./container-HVD53ADY.js");return a(e,o,t(o))}let{targetFaults:i}=await import("./targets-NPSFMLGN.js");return i(e,o,t(o))}),dependencies:$(async o=>{let{dependencyFaults:i}=await import("./dependencies-MFSZHNCP.js");return i(e,o,t(o))}),ran:$(async o=>{let{ranCommands:i}=await import("./ran-DEOUUHND.js");return i(e,o,await r(o),t(o))}),sourceOf:async(o,i)=>{let{builtFrom:a}=await import("./built-from-J5T6HT4U.js"),c=n.get(o);return(c&&await s(c))?.sourceOf(i)??a(e,i)}}}function ho({repository:e,services:t},n,r){return{engines:$(async s=>{let{enginesOf:o}=await import("./engines-A2DGJF5K.js");return o(e,await n.launch(s))}),migrations:$(async s=>{let{migrationsOf:o}=await import("./migrations-U7EJNLWD.js"),i=t.filter(c=>c!==s&&c.elsewhere===void 0),a=await Promise.all(i.map(c=>n.ran(c)));return o(e,await n.ran(s),a,await r.django(s))})}}function wo(e,t){let{allowedHosts:n,trustedOrigins:r,sslRedirect:s,file:o}=t;return{allowHost:i=>go(e,o,n,i,""),trustOrigin:i=>go(e,o,r,i,"'https://' + "),trustForwardedScheme:()=>{let i=s.statements.at(-1),a=i&&e.read(i.file);if(a?.is!=="text"||a.lossy||!i)return;let c=bo(a.text,i);return c&&[Bt(a.text,i.file,c,["SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')"])]}}}function go(e,t,{name:n,value:r,statements:s},o,i){let a=s.at(-1),c=e.read(a?.file??t);if(c.is!=="text"||c.lossy)return;let{text:d}=c;if(!a){let S=`${n} = [${i}os.environ.get('${o}', 'localhost')]`,V={indent:"",end:d.length,unfinished:/[^\n]$/.test(d)};return r.is==="absent"?yo(d,t,V,[S]):void 0}let l=r.is==="known"?r.value.kind:void 0,u=bo(d,a);if(!u||l!=="list"&&l!=="tuple")return;let p=`${i}os.environ['${o}']`,m=l==="list"?`${n}.append(${p})`:`${n} += (${p},)`,b=u.indent.includes("	")?"	":"    ";return yo(d,a.file,u,[`if os.environ.get('${o}'):`,`${b}${m}`])}function bo(e,{range:t}){let n=e.lastIndexOf(`
`,t.start.offset-1)+1,r=e.slice(n,t.start.offset);if(!/^[ \t]*$/.test(r))return;let s=e.indexOf(`
`,t.end.offset),o=s<0?e.length:s+1;if(/^[ \t]*(?:#.*)?\r?\n?$/.test(e.slice(t.end.offset,o)))return{indent:r,end:o,unfinished:s<0}}var $u=/^import[ \t]+(?:[\w.]+[ \t]*,[ \t]*)*os[ \t]*(?:,|\r?$|#)/m;function Bt(e,t,{indent:n,end:r,unfinished:s},o){let i=e.includes(`\r
`)?`\r
`:`
`,a=o.map(c=>`${n}${c}${i}`).join("");return{at:me(t,e).location(r,r),text:`${s?i:""}${a}`}}function yo(e,t,n,r){if($u.test(e.slice(0,n.end)))return[Bt(e,t,n,r)];let s=ju(e,n.end);if(s===void 0)return[Bt(e,t,n,["import os",...r])];let o=e.includes(`\r
`)?`\r
`:`
`;return[{at:me(t,e).location(s,s),text:`import os${o}`},Bt(e,t,n,r)]}function ju(e,t){return/^(?:import|from(?![ \t]+__future__))[ \t]+[\w.]+/m.exec(e.slice(0,t))?.index}function vo({repository:e,surroundingsOf:t},n){let r=$(async s=>{let{djangoOf:o}=await import("./django-HJU7H6CM.js");return o(e,s,await n.launch(s),t(s))});return{django:r,publicHost:$(s=>zr(s,t(s).facts)),staticFiles:$(async s=>{let o=await r(s);if(o?.is!=="settings")return;let{staticFiles:i}=await import("./static-files-D25IWS57.js");return i(e,o,await n.launch(s),await n.ran(s))}),djangoEdits:s=>wo(e,s)}}var So={vite:{package:"vite",since:[[4,5,6],[5,4,12],[6,0,9]],configurations:/^vite\.config\.[cm]?[jt]s$/,allowing:/allowedHosts/},"webpack-dev-server":{package:"webpack-dev-server",since:[],configurations:/^webpack(?:\.[\w.-]+)?\.[cm]?[jt]s$/,allowing:/allowedHosts|allowed-hosts|disableHostCheck|disable-host-check/}};function ko(e,{program:t,folder:n,environment:r}){let s=Object.hasOwn(So,t.name)?So[t.name]:void 0;if(!s)return!1;let{words:o}=t;if(o.some(d=>d===void 0||s.allowing.test(d)||d==="-c"||d.startsWith("--config")))return!1;let i=Jr(e,n),a=B(i?.json,"devDependencies",s.package)??B(i?.json,"dependencies",s.package);return s.since.length>0&&!Ou(a,s.since)||r.variable("__VITE_ADDITIONAL_SERVER_ALLOWED_HOSTS").is==="set"?!1:e.list(n).map(({name:d})=>d).filter(d=>s.configurations.test(d)).every(d=>{let l=e.read(U(n,d));return l.is==="text"&&!s.allowing.test(l.text)&&!/from\s*['"]\.{1,2}\/|require\(['"]\.{1,2}\//.test(l.text)})}function Ou(e,t){let[,n,r,s]=/^[\^~]?(\d+)\.(\d+)\.(\d+)$/.exec(e??"")??[];if(n===void 0||r===void 0||s===void 0)return!1;let o=[Number(n),Number(r),Number(s)],i=t.find(([a])=>a===o[0]);return i?o[1]!==i[1]?o[1]>i[1]:o[2]>=i[2]:o[0]>Math.max(...t.map(([a])=>a))}function xo({repository:e},t){let n=$(async s=>{let{nodeProgram:o}=await import("./program-HHZH76BD.js");return o(e,s,t.sourceOf)}),r=$(async s=>{let{processRoutes:o}=await import("./routes-4HX4CV2D.js");return o(e,s,n)});return{routes:r,sockets:$(async s=>{let{socketsOf:o}=await import("./sockets-RNVGS24Z.js");return o(e,s,{nodeProgramOf:n,sourceOf:t.sourceOf})}),served:$(async s=>{let{served:o}=await import("./served-G5PULLQB.js");return o(s,await t.launch(s),r)}),uncaught:$(async s=>{let{uncaughtOf:o}=await import("./uncaught-AAVPANYW.js"),i=await n(s);return i?.is==="run"?o(i.run):void 0}),shutdown:$(async s=>{let{shutdownOf:o}=await import("./shutdown-AN2MYZPC.js");return o(e,s,await t.launch(s))}),refusesHosts:$(s=>ko(e,s)),gunicorn:$(async s=>{let{gunicornSettings:o}=await import("./sockets-ACWBFFSL.js");return o(e,s)})}}function Ro({repository:e,surroundingsOf:t}){return{publishing:$(async n=>{let{publishing:r}=await import("./publishing-FSY7THKI.js");return r(e,n,t(n))}),clientRouting:$(async n=>{let{clientRouting:r}=await import("./routing-7W64ZLTI.js");return r(e,n,t(n).facts.rewrite?.notRead??[])})}}function Eo(e,t,n){let r=e.filter(({platform:o})=>o===t.platform),s=[...r.filter(({file:o})=>o===t.file),...r.filter(({file:o})=>o!==t.file)];for(let o of s){let i=Tu(o,n).find(({name:a})=>k(a)===n.name);if(i)return i}}function Tu(e,{to:t}){return t==="service"?[...e.services,...e.stores]:t==="store"?e.stores:[]}async function Ut(e,t,n=[]){let r=[],s=new Map,o=[];for(let l of t)try{let u=await l.read(e);r.push(...u.files),s.set(l,u.edits)}catch(u){o.push($o(l,u))}let i=r.flatMap(l=>l.services),a=r.length===0?Pu(e,t[0],o):[],c=fo([...i,...a],n,t[0].facts.id),d=r.map(l=>({...l,services:l.services.map(c.serviceFor)}));return{deployment:Cu(e,t,d,s,c.services),notifications:[...o,...c.notifications]}}function Pu(e,t,n){try{return co(e,t.facts.id)}catch(r){return n.push($o(t,r)),[]}}function $o(e,t){let n=t instanceof Error?t.message:String(t);return{id:"reader-crash",level:"error",message:`The reader of ${e.facts.title} files stopped with an error: ${n}. This is a fault in lint-deploy.`}}function Cu(e,t,n,r,s){let o=({platform:d})=>t.find(l=>l.facts.id===d)??t[0],i={repository:e,services:s,surroundingsOf:({platform:d})=>({facts:o({platform:d}).facts,groups:n.filter(l=>l.platform===d).flatMap(({groups:l})=>l)})},a=mo(i),c=vo(i,a);return{platformFiles:n,services:s,facts:d=>o(d).facts,edits:d=>r.get(o(d))??Au,resolve:(d,l)=>Eo(n,d,l),...a,...xo(i,a),...Ro(i),...c,...ho(i,a,c)}}var Au={addIndexRewrite:()=>{},setHealthCheckPath:()=>{},setPublishPath:()=>{},setRegion:()=>{},setRoot:()=>{}};function jo(e){let t=new Set;return{repository:{lookup:n=>e.lookup(n),list:n=>e.list(n),read(n){let r=e.read(n);return r.is==="text"&&t.add(n),r}},read:()=>[...t]}}var ht="lint-deploy-ignore",Du=[{start:"#"}],Oo=[{start:"//"},{start:"/*",end:"*/"}],To=[{start:"<!--",end:"-->"}],_u=[[/\.(?:[cm]?[jt]sx?|jsonc|json5)$/i,Oo],[/\.(?:vue|svelte|astro)$/i,[...Oo,...To]],[/\.(?:html?|xml|md|svg)$/i,To],[/\.json$/i,[]],[/(?:)/,Du]];function Po(e,t){let n=_u.find(([c])=>c.test(e))?.[1]??[];if(n.length===0||!t.includes(ht))return[];let r=me(e,t),s=t.split(/\r\n|\n|\r/),o=Mu(s,n),i=[],a=0;for(let c=t.indexOf(ht);c>=0;c=t.indexOf(ht,c+ht.length)){let{line:d,column:l}=r.position(c);if(d===a)continue;a=d;let u=s[d-1]??"",p=Nu(u.slice(0,l-1),n);if(!p)continue;let m=Lu(u.slice(l-1),p.end),b=Fu(m);if(!b)continue;let S=p.alone?[d,o[d-1]??d+1]:[d];i.push({at:r.location(c,c+m.length),...b,lines:S})}return i}function Nu(e,t){let n=e.trimEnd(),r=t.find(({start:o})=>n.endsWith(o));if(!r)return;let s=n.slice(0,-r.start.length);if(!(s!==""&&!/[\s;{}()]$/.test(s)))return{...r,alone:s.trim()===""}}function Lu(e,t){let n=t===void 0?-1:e.indexOf(t);return(n<0?e:e.slice(0,n)).trimEnd()}function Fu(e){let t=e.slice(ht.length);if(/^[\w-]/.test(t))return;let n=t.indexOf(":");return{rules:(n<0?t:t.slice(0,n)).split(/[\s,]+/).filter(s=>s!==""),reason:n<0?"":t.slice(n+1).trim()}}function Mu(e,t){let n=[],r=e.length+1;for(let s=e.length-1;s>=0;s-=1){n[s]=r;let o=(e[s]??"").trimStart();t.some(({start:i})=>o.startsWith(i))||(r=s+1)}return n}function Kt(e,t){let n=t&&Iu(t),r=n?.steps??(t?.processes.length===0?t.gaps[0]?.steps:void 0)??[];if(r.length===0)return Wu(e);let s=r.map(({words:o,at:i})=>({words:Vu(o),at:i}));return[...s,...n?Gu(n,s.at(-1)?.words??""):[]]}function Iu(e){let t=Ct(e);return t!==void 0&&t!=="undecided"?t:e.processes.length===1?e.processes[0]:void 0}function Wu(e){let t=e.kind==="static"?e.buildCommand:e.startCommand;return t.is==="known"?[{words:t.value,at:t.at}]:[]}function Vu(e){let t=e.indexOf("`")+1,n=e.lastIndexOf("`");return t>0&&n>t?e.slice(t,n):e}function Gu({program:{target:e}},t){let n=e.is==="file"?k(e.path):void 0;return n===void 0||t.includes(ae(n))?[]:[{words:n,at:q(n)}]}function Co(e){let t=new Map,n=new Map;for(let s of e){let o=Hu(s,e);!o||Yu(t,o,s)||(t.set(s,o),n.set(o,[...n.get(o)??[],s]))}let r=s=>({...s.finding,explains:(n.get(s)??[]).map(r)});return e.filter(s=>!t.has(s)).map(r)}function Hu(e,t){let n=e.explainedBy;if(n)return t.find(({finding:r})=>r.rule!==e.finding.rule&&qu(r.at,n))}function Yu(e,t,n){for(let r=t;r;r=e.get(r))if(r===n)return!0;return!1}function qu(e,t){return e.file===t.file&&e.range.start.offset<=t.range.end.offset&&t.range.start.offset<=e.range.end.offset}function gt(e,t){return Ao(e.at.file,t.at.file)||e.at.range.start.offset-t.at.range.start.offset||Ao(e.rule,t.rule)}function Ao(e,t){return e===t?0:e<t?-1:1}async function _o(e,t,n){let r=[...n.comments.flatMap(l=>Ku(l,n.known)),...Ju(n)],s=[...Bu(n),...await Uu(n)],o=new Set,i=[],a=l=>{let u=s.filter(b=>Do(b,l));for(let b of u)o.add(b);let p=l.explains.flatMap(a),[m]=u;return m?(i.push({finding:{...l,explains:p},suppression:m.suppression}),[]):[{...l,explains:p}]},c=e.flatMap(a);for(let l of s)t.some(u=>Do(l,u))&&o.add(l);let d=s.filter(l=>!o.has(l)&&zu(l,n)).map(Xu);return{findings:c,suppressed:i.sort((l,u)=>gt(l.finding,u.finding)),notifications:[...r,...d]}}function Do(e,t){return(e.rules.length===0||e.rules.includes(t.rule))&&e.matches(t)}function Bu({comments:e,known:t}){return e.filter(({rules:n,reason:r})=>r!==""&&n.length>0).map(({rules:n,reason:r,at:s,lines:o})=>({rules:n.filter(i=>t.includes(i)),matches:i=>i.at.file===s.file&&o.includes(i.at.range.start.line),suppression:{by:"comment",reason:r,at:s}})).filter(({rules:n})=>n.length>0)}async function Uu({settings:e,today:t=""}){let n=e.filter(({until:r})=>r===void 0||r>=t);return Promise.all(n.map(async({rules:r,paths:s,services:o,reason:i,at:a})=>{let c=s.length===0?()=>!0:await Br(s);return{rules:r,matches:({at:d,service:l})=>c(d.file)&&(o.length===0||l!==void 0&&o.includes(l.name)),suppression:{by:"settings",reason:i,at:a}}}))}function Ku({rules:e,reason:t,at:n},r){if(e.length===0)return[{id:"ignore-without-rule",level:"warning",message:"This ignore names no rule, so it ignores nothing. Write: lint-deploy-ignore <rule>: <reason>.",at:n}];let s=e.find(i=>!r.includes(i));return s!==void 0?[{id:"ignore-of-unknown-rule",level:"warning",message:`There is no rule "${s}" to ignore.${je(s,r)}`,at:n}]:t!==""?[]:[{id:"ignore-without-reason",level:"warning",message:`This ignore gives no reason, so it ignores nothing. Write: lint-deploy-ignore ${e.join(", ")}: <reason>.`,at:n}]}function Ju({settings:e,today:t=""}){return e.flatMap(({until:n,at:r})=>n===void 0||n>=t?[]:[{id:"expired-ignore",level:"warning",message:`This ignore held until ${n}, so it ignores nothing any more.`,at:r}])}function zu({rules:e},{ran:t,known:n}){return(e.length===0?n:e).every(r=>t.includes(r))}function Xu({suppression:{at:e},rules:t}){return{id:"unused-ignore",level:"warning",message:`This ignore fits no finding${t.length===0?"":` of ${t.join(", ")}`} any more. Remove it.`,at:e}}function qe(e,t){return{name:k(e.name)??"(unnamed)",kind:e.kind,platform:t.facts(e).title,at:e.at}}async function Jt(e,t,n){if(e.kind!=="static")try{return await t.launch(e)}catch(r){let s=r instanceof Error?r.message:String(r);n.push({id:"launch-crash",level:"error",message:`The start command could not be followed because of an error: ${s}. This is a fault in lint-deploy; the other results stand.`,at:e.at});return}}async function No(e,{processes:t},n,r){let s=new Map;for(let o of t)try{s.set(o,await n.sockets(o))}catch(i){let a=i instanceof Error?i.message:String(i),c=`What ${o.program.name} listens on could not be read because of an error: ${a}. This is a fault in lint-deploy; the other results stand.`;r.push({id:"sockets-crash",level:"error",message:c,at:e.at})}return s}async function Fo(e){let{rules:t,platforms:n,settings:r=le,onProgress:s=()=>{}}=e,{repository:o,read:i}=jo(e.repository);s({phase:"platform files"});let{deployment:a,notifications:c}=await Ut(o,n,r.services),d={findings:[],undecided:[],notifications:[...c,...Ht(a)]};await Qu(t,a,r,d,s),s({phase:"services"});let l=[];for(let m of a.services)l.push(await of(m,a,d.notifications));s({phase:"ignores"});let u=Co(d.findings).sort(gt),p=await _o(u,d.undecided,Zu(e,o,i(),d));return s({phase:"done",filesRead:i().length}),{findings:p.findings,suppressed:p.suppressed,undecided:d.undecided.sort(gt),notifications:[...d.notifications,...p.notifications],services:l,platformFiles:a.platformFiles.map(({file:m})=>m),complete:d.notifications.every(({level:m})=>m!=="error")}}async function Qu(e,t,n,r,s){let o=new Set(t.platformFiles.filter(c=>c.partial).map(({file:c})=>c)),i=async(c,d,l)=>ef(r,c,n,d,l);for(let c of t.platformFiles){let d=sf(c,t);for(let l of e){if(l.scope!=="platformFile")continue;let u=p=>l.appliesTo(c)?l.check(c,t,p):Lo;await i(l,{at:c.at,serviceAt:d},u)}}let a=t.services.length;for(let[c,d]of t.services.entries()){if(o.has(d.file))continue;let l=qe(d,t);s({phase:"rules",service:l.name,done:c,total:a});for(let u of e){if(u.scope!=="service")continue;let p=m=>u.appliesTo(d)?u.check(d,t,m):Lo;await i(u,{at:d.at,serviceAt:()=>l},p)}}}function Zu({rules:e,settings:t=le,knownRules:n,inlineIgnores:r=!0,today:s},o,i,a){let c=e.map(({id:S})=>S),d=new Set(a.notifications.map(({rule:S})=>S)),l=[...i,...a.findings.map(({finding:S})=>S.at.file)],p=[...new Set((r?l:[]).flatMap(S=>{let V=o.lookup(S);return V.is==="file"?[V.path]:[]}))].sort().flatMap(S=>{let V=o.read(S);return V.is==="text"?Po(S,V.text):[]}),m=n??c,b=m.filter(S=>t.rules.get(S)?.severity==="off"||c.includes(S));return{comments:p,settings:t.ignores,ran:a.notifications.some(({id:S})=>Gt.includes(S))?[]:b.filter(S=>!d.has(S)),known:m,...s!==void 0&&{today:s}}}var Lo=[];async function ef(e,t,n,{at:r,serviceAt:s},o){let i=n.rules.get(t.id),a=i?.severity==="off"?void 0:i?.severity,c=Object.entries(t.options??{}).map(([d,l])=>[d,l.default]);try{for await(let d of o({...Object.fromEntries(c),...i?.options})){let l=s(d.at);if(d.is==="undecided")e.undecided.push(nf(t,d,l));else{let u=d.fixes?.filter(({edits:m})=>!m.some(b=>n.files.includes(b.at.file))),p={...d,...u&&{fixes:u},...a&&{severity:a}};e.findings.push(tf(t,p,l))}}}catch(d){e.notifications.push(rf(t,r,d))}}function tf(e,t,n){return{finding:{rule:e.id,severity:t.severity??e.severity,statuses:t.statuses??e.statuses,message:t.message,at:t.at,trail:t.trail??[],fixes:t.fixes??[],...t.label!==void 0&&{label:t.label},facts:t.facts??{},explains:[],...n&&{service:n}},...t.explainedBy&&{explainedBy:t.explainedBy}}}function nf(e,t,n){return{rule:e.id,why:t.why,at:t.at,...n&&{service:n}}}function rf(e,t,n){let r=n instanceof Error?n.message:String(n);return{id:"rule-crash",level:"error",rule:e.id,message:`The rule ${e.id} stopped with an error here: ${r}. This is a fault in lint-deploy; the other results stand.`,at:t}}function sf({services:e},t){return({range:n})=>{let r=e.find(({entry:s})=>s.start.offset<=n.start.offset&&n.end.offset<=s.end.offset);return r&&qe(r,t)}}async function of(e,t,n){let r=await Jt(e,t,n);return{...qe(e,t),inferred:e.inferred,chain:Kt(e,r)}}function Mo(e,t,n){let r=new Set(n),s=i=>r.has(t[i]??""),o=e.findings.filter((i,a)=>s(a));return{...e,findings:e.findings.filter((i,a)=>!s(a)),suppressed:[...e.suppressed,...o.map(i=>({finding:i,suppression:{by:"base"}}))]}}function Io(e,t){let r={id:"no-base",level:"warning",message:`All findings are reported, not the new ones only, because ${t}.`};return{...e,notifications:[...e.notifications,r]}}function Wo(e,t,n,r,s){let{runtime:o,root:i,buildCommand:a,preDeployCommand:c,startCommand:d,dockerfile:l,dockerContext:u}=e,{image:p,healthCheckPath:m,publishPath:b,region:S,plan:V}=e,g=n&&Ct(n),x=(j,Y)=>({...df(j,Y,s),...cf(r.get(j))});return{...t,inferred:e.inferred,...e.elsewhere!==void 0&&{elsewhere:e.elsewhere},chain:Kt(e,n),settings:{runtime:o,root:i,buildCommand:a,preDeployCommand:c,startCommand:d,dockerfile:l,dockerContext:u,image:p,healthCheckPath:m,publishPath:b,region:S,plan:V},routes:e.routes,refusedRoutes:e.refusedRoutes,folder:n?.folder,processes:n?.processes.map(j=>x(j,af(j,g)))??[],before:n?.before.map(j=>x(j,"no"))??[],gaps:n?.gaps??[],...n?.ends&&{ends:n.ends}}}function af(e,t){if(t!=="undecided")return e===t?"yes":"no";let{role:n}=e.program;return n==="worker"||n==="task"?"no":"undecided"}function cf(e){return{sockets:(e?.sockets??[]).map(({server:t,host:n,port:r,keepAlive:s,at:o,conditional:i})=>({server:t,host:n,port:r,keepAlive:s,at:o,conditional:i===!0})),openSockets:e?.gaps??[]}}function df(e,t,n){let{program:r,folder:s,steps:o,at:i,conditional:a}=e;return{program:r,folder:s,steps:o,at:i,conditional:a,server:t,variables:uf(e,n)}}var lf=/\$\{?([A-Z_][A-Z0-9_]*)|\b([A-Z_][A-Z0-9_]*)=/g;function uf({environment:e,steps:t,at:n},r){let o=[...t.map(a=>a.at),n].map(a=>ff(a,r)).flatMap(a=>[...a.matchAll(lf)]);return[...new Set(o.flatMap(([,a,c])=>a??c??[]))].sort().map(a=>({name:a,variable:e.variable(a)}))}function ff({file:e,range:t},n){let r=n.read(e);return r.is==="text"?r.text.slice(t.start.offset,t.end.offset):""}async function Vo(e,t,n=le){let r=await Ut(e,t,n.services),{deployment:s}=r,o=[...r.notifications,...Ht(s)],i=[];for(let a of s.services){let c=await Jt(a,s,o),d=c?await No(a,c,s,o):new Map;i.push(Wo(a,qe(a,s),c,d,e))}return{services:i,platformFiles:s.platformFiles.map(({file:a})=>a),notifications:o,complete:o.every(({level:a})=>a!=="error")}}var ie="https://render.com/docs",de=`${ie}/blueprint-spec`,Go="https://render.com/schema/render.yaml.json",Ho=`${ie}/environment-variables`,pf=["IS_PULL_REQUEST","RENDER_CPU_COUNT","RENDER_DISCOVERY_SERVICE","RENDER_GIT_BRANCH","RENDER_GIT_COMMIT","RENDER_GIT_REPO_SLUG","RENDER_INSTANCE_ID","RENDER_SERVICE_ID","RENDER_SERVICE_NAME","RENDER_SERVICE_TYPE"];function C(e,t,n,r={}){return{name:e,value:t,when:n,source:Ho,...r}}var mf=[C("RENDER","true","always"),C("PORT","10000","run",{kinds:["web"]}),...pf.map(e=>C(e,void 0,"always")),C("RENDER_EXTERNAL_HOSTNAME",void 0,"always",{kinds:["web","static"]}),C("RENDER_EXTERNAL_URL",void 0,"always",{kinds:["web","static"]}),C("RENDER_WEB_CONCURRENCY",void 0,"run"),C("WEB_CONCURRENCY",void 0,"run"),C("NODE_ENV","production","run",{runtimes:["node"]}),C("NODE_MODULES_CACHE",void 0,"always",{runtimes:["node"]}),C("GUNICORN_CMD_ARGS","--preload --access-logfile - --bind=0.0.0.0:10000","run",{runtimes:["python"]}),C("FORWARDED_ALLOW_IPS","*","run",{runtimes:["python"]}),C("CI","true","build",{runtimes:["python"]}),C("RAILS_ENV","production","always",{runtimes:["ruby"]}),C("RAILS_SERVE_STATIC_FILES",void 0,"always",{runtimes:["ruby"]}),C("RAILS_LOG_TO_STDOUT",void 0,"always",{runtimes:["ruby"]}),C("PASSENGER_PORT","10000","run",{runtimes:["ruby"]}),C("ROCKET_PORT","10000","run",{runtimes:["rust"]}),C("ROCKET_ENV","prod","run",{runtimes:["rust"]}),C("MIX_ENV","prod","always",{runtimes:["elixir"]}),C("GO111MODULE",void 0,"always",{runtimes:["go"]}),C("GOPATH",void 0,"always",{runtimes:["go"]})],Be={id:"render",title:"Render",healthCheck:{key:"healthCheckPath",accepts:"2xx or 3xx within 5 seconds",statuses:[200,399],failing:"A new version that does not pass within 15 minutes is cancelled, and the one before stays.",source:`${ie}/health-checks`,without:"Without it, an open port alone passes a deploy."},rewrite:{source:`${ie}/redirects-rewrites`,notRead:["_redirects","404.html","netlify.toml","vercel.json","static.json"]},privateNetwork:{source:`${ie}/private-network`},answerLimit:{seconds:6e3,source:`${ie}/render-vs-heroku-comparison`},port:{variable:"PORT",default:1e4,reserved:[18012,18013,19099],otherwise:"Render has to find the other port by itself; where it does not, the deploy fails or requests get 502.",finds:!0,source:`${ie}/web-services#port-binding`},edge:{idleTimeout:75e3,advised:12e4,source:"https://render.com/tutorials/when-deploys-go-wrong/runtime-errors"},publicHost:{suffix:".onrender.com",hostVariable:"RENDER_EXTERNAL_HOSTNAME",urlVariable:"RENDER_EXTERNAL_URL",nameVariable:"RENDER_SERVICE_NAME",source:Ho},injected:mf,shutdown:{key:"maxShutdownDelaySeconds",most:300,source:`${ie}/deploys`},installs:{kinds:["static"],unless:"SKIP_INSTALL_DEPS",source:"https://render.com/docs/static-sites"},sourceFolder:{value:"/opt/render/project/src",source:`${ie}/disks`}},K={source:de,region:"oregon",plan:"starter",databasePlan:"basic-256mb",dockerfilePath:"./Dockerfile",dockerContext:".",maxShutdownDelaySeconds:"30"},Yo=["elixir","go","node","python","ruby","rust"],qo=["/","/opt","/opt/render","/opt/render/project","/opt/render/project/src","/home","/home/render","/etc","/etc/secrets"],Bo=["starter","standard","pro","pro plus"],F={freeKinds:{says:"Only web services can be free.",source:de},freeDisk:{says:"A free service has no disk.",source:`${ie}/free`},diskInstances:{says:"A service with a disk runs as one instance.",source:`${ie}/disks`},mountPath:{says:"a folder of its own: Render needs this one itself",source:`${ie}/disks`},databaseDiskSize:{says:"1 or a multiple of 5",source:de},healthCheck:{says:"Only web services have a health check by path.",source:de},containerStart:{says:"A container starts with the command of its image, or with dockerCommand.",source:de},oneSource:{says:"A variable takes its value from one source.",source:de},oneReference:{says:"A variable takes over either a property or another variable.",source:de},syncInGroup:{says:"Render takes no notice of it in a group.",source:de},postgresOnly:{says:"Databases of a Blueprint are Postgres, which a MongoDB driver cannot talk to.",source:de},buildSource:{says:"The build source says what is built and from where.",source:Go},oneBuildSource:{says:"A build source is either built from git or a prebuilt image.",source:Go}},Uo=[{type:"workflow",key:"region",source:de},{type:"redis",key:"ipAllowList",source:de}];function Xt(e){let t=[],n=(r,s)=>{if(r.is==="list")return{...r,items:r.items.map((c,d)=>n(c,[...s,d]))};if(r.is==="scalar")return r;let o=new Map,i=new Map;for(let c of r.entries){let d=o.get(c.key)??c,l=i.get(c.key);l&&t.push({path:s,entry:c,first:d}),o.set(c.key,d),i.set(c.key,l&&s.length===0?hf(l,c):c)}let a=[...i.values()].map(c=>({...c,value:n(c.value,[...s,c.key])}));return{...r,entries:a}};return{root:n(e,[]),repeats:t}}function hf(e,t){if(e.value.is!=="list"||t.value.is!=="list")return t;let n={...e.value,items:[...e.value.items,...t.value.items]};return{...e,value:n}}function Qt(e,t){if(e.is==="list")return{...e,items:e.items.map(r=>Qt(r,t))};if(e.is==="map")return{...e,entries:e.entries.map(r=>gf(r,t))};let n=t.values.get(e.range.start.offset);return n===void 0?e:{...e,value:n,text:n}}function gf(e,t){let n=t.keys.get(e.keyRange.start.offset)??e.key;return{...e,key:n,value:Qt(e.value,t)}}function zt(e){return e.is==="scalar"?e.value:e.is==="list"?e.items.map(zt):Object.fromEntries(e.entries.filter(({value:t})=>!N(t)).map(({key:t,value:n})=>[t,zt(n)]))}function Zt(e,t){let n={node:e};for(let r of t)n=n&&cr(n.node,r);return n}function cr(e,t){if(typeof t=="number"){let r=e.is==="list"?e.items[t]:void 0;return r&&{node:r,holder:e}}let n=e.is==="map"?e.entries.find(({key:r})=>r===t):void 0;return n&&{node:n.value,entry:n,holder:e}}function Ue(e){return e.entries.find(({merged:t})=>!t)??e.entries[0]}var Ko=["services","databases","envVarGroups","buildSources"];function dr(e,t){return yf(t).flatMap(({node:n,path:r})=>Ko.flatMap(s=>wf(e,n,r,s)))}function yf(e){let t=A(f(e,"projects")).map((r,s)=>({node:r,path:`projects/${s}`})),n=t.flatMap(({node:r,path:s})=>A(f(r,"environments")).map((o,i)=>({node:o,path:`${s}/${i}`})));return[{node:e,path:""},...t,...n,{node:f(e,"ungrouped"),path:"ungrouped"}]}function wf(e,t,n,r){return A(f(t,r)).flatMap(s=>{if(s.is!=="map")return[];let o=Jo(s),i=yt(s,r);return[{file:e,kind:i,node:s,name:o,list:`${n}/${r}`,owner:zo(i,o),place:tn(s)}]})}function yt(e,t){if(t==="databases")return"database";if(t==="envVarGroups")return"group";if(t==="buildSources")return"buildSource";let n=w(f(e,"type"));return n==="keyvalue"||n==="redis"?"keyvalue":n==="cron"||n==="workflow"?n:n==="static"||Je(e)==="static"?"static":n==="pserv"?"private":n==="web"||n==="worker"?n:void 0}function en(e,t){let n=w(f(e,"buildSource"));return n===void 0?void 0:t.find(r=>r.kind==="buildSource"&&r.name===n)}function Re({node:e},t){return f(f(e,"git"),t)}function Je(e){return w(f(e,"runtime"))??w(f(e,"env"))}function wt({file:e,range:t},{file:n,node:r}){let{offset:s}=t.start;return e===n.file&&r.range.start.offset<=s&&s<r.range.end.offset}function ze(e){return e?.is==="scalar"&&e.value===!1}function w(e){return e?.is==="scalar"&&!N(e)?ve(e):void 0}function ve(e){return typeof e.value=="string"?e.value:e.text}function Jo(e){return w(f(e,"name"))}var Xe={web:"web service",static:"static site",private:"private service",worker:"worker",cron:"cron job",workflow:"workflow",keyvalue:"key value store",database:"database",group:"environment group",buildSource:"build source"};function zo(e,t){let n=e===void 0?"service":Xe[e];return t===void 0?n:`${n} \`${t}\``}function Oe(e,t){return{...e,owner:Xo(t,e.owner)}}function Xo(e,t){let n=w(f(e,"key"));return n===void 0?`variable of the ${t}`:`variable \`${n}\` of the ${t}`}function Te(e,t){let n=e,r="",s;for(let o of t){let i=cr(n,o);if(!i)return"";if(n=i.node,typeof o=="string")s=o;else{if(s==="envVars"&&r!=="")return Xo(n,r);s!==void 0&&bf(s)&&(r=n.is==="map"?zo(yt(n,s),Jo(n)):"",s=void 0)}}return s===void 0?r:r===""?`entry \`${s}\``:`\`${s}\` of the ${r}`}function bf(e){return Ko.some(t=>t===e)}function tn(e){let t=f(e,"name");return t?.is==="scalar"&&!N(t)?Ke(t.range):Ue(e)?.keyRange??Ke(e.range)}function Ke({start:e,end:t}){return e.line===t.line?{start:e,end:t}:{start:e,end:{offset:e.offset+1,line:e.line,column:e.column+1}}}function E(e,t){return{file:e.file,range:t}}function M(e,t){return E(e,Ke(t))}function Z(e,t,n){return{at:E(e,t),text:n}}function lr({text:e}){return/\r\n|\n|\r/.exec(e)?.[0]??`
`}function bt(e,t){if(t.flow)return e.text.startsWith("{",t.range.start.offset)?", ":void 0;let n=t.entries.find(({keyRange:{start:r},colon:s})=>{let o=e.text.slice(r.offset-r.column+1,r.offset);return s!==void 0&&/^ *(?:- +)*$/.test(o)});return n&&lr(e)+" ".repeat(n.keyRange.start.column-1)}function Qe(e,{colon:t,value:n}){return t!==void 0&&!e.properties&&!n.properties}function nn(e,t){if(t.style!=="plain"||t.properties||t.range.start.line!==t.range.end.line)return[];let n=e.text.slice(t.range.start.offset,t.range.end.offset);return[{title:`Quote ${n}`,safety:"safe",edits:[Z(e,t.range,`"${n}"`)]}]}function Qo(e){let t=new Set,n=new Set(e.flatMap(({problem:r,at:s})=>r==="unknown-key"?[s.range.start.offset]:[]));return e.filter(r=>{if(r.problem!=="unknown-key"&&n.has(r.at.range.start.offset))return!1;let s="key"in r?r.key:"",o=`${r.problem} ${s} ${r.at.range.start.offset}`;return t.has(o)?!1:(t.add(o),!0)})}var vf=[/(?:^|[^a-z0-9])your[-_](?:own[-_])?(?:account|actual|api|app|backend|bucket|client|company|database|db|domain|email|frontend|github|host|key|name|openai|org|password|project|real|render|repo|secret|server|service|site|stripe|token|url|user)/i,/(?:^|[^a-z])change[-_ ]?me(?:$|[^a-z])/i,/(?:^|[^a-z])replace[-_ ](?:me|this|with)(?:$|[^a-z])/i,/^<[a-z][a-z0-9 _-]*>$/i],Zo=60;function ei(e,t){return xf(e).flatMap(({key:n,node:r,owner:s})=>{if(r?.is!=="scalar"||N(r))return[];let o=ve(r).slice(0,1e3);if(!rn(o))return[];if(t.some(({name:a})=>a!==void 0&&rn(a)&&o.includes(a)))return[];let i=o.length>Zo?`${o.slice(0,Zo)}\u2026`:o;return[{problem:"placeholder",key:n,value:i,at:M(e.file,r.alias??r.range),owner:s,fixes:[],effect:"none"}]})}function rn(e){return vf.some(t=>t.test(e))||Sf.test(e.slice(kf(e)))}var Sf=/<[a-z][a-z0-9_-]*>/i;function kf(e){let t=e.indexOf("://");return t<0?e.length:t}function xf(e){let{node:t,owner:n}=e;return[{key:"repo",node:f(t,"repo"),owner:n},{key:"image",node:f(f(t,"image"),"url"),owner:n},{key:"domain",node:f(t,"domain"),owner:n},...A(f(t,"domains")).map(r=>({key:"domains",node:r,owner:n})),...A(f(t,"routes")).map(r=>({key:"destination",node:f(r,"destination"),owner:n})),...A(f(t,"envVars")).map(r=>({key:"value",node:f(r,"value"),owner:Oe(e,r).owner}))]}function ti(e,t){return[...Rf(e),...si(e),...Of(e,t),...Pf(e),...Cf(e),...Af(e),...Df(e),..._f(e),...Nf(e),...ei(e,t)]}function ni(e){let t=new Map;return e.flatMap(n=>{if(n.name===void 0)return[];let r=`${n.list} ${n.name}`,s=t.get(r);return s?[{...D(n,n.place),problem:"duplicate-name",name:n.name,first:E(s.file,s.place)}]:(t.set(r,n),[])})}function ri(e){return[...sn(e,"previewsEnabled","generation"),...sn(e,"previewsExpireAfterDays","expireAfterDays"),...si(e)]}function D({file:e,owner:t},n,r=[]){return{at:M(e,n),owner:t,fixes:r}}function T(e,t){let n=Q(e,t);return n&&!N(n.value)?n:void 0}function Rf(e){let{kind:t}=e;return t==="keyvalue"?Ef(e):t==="group"||t==="database"||t==="buildSource"?[]:[...$f(e),...jf(e),...sn(e,"pullRequestPreviewsEnabled","generation"),...sn(e,"previewPlan","plan")]}function sn(e,t,n){let r=f(e.node,t),s=r?.is==="scalar"&&r.style==="plain"?r:void 0,o=typeof s?.value=="boolean"?s.value?"automatic":"'off'":s?.text;return on(e,t,o===void 0?`previews.${n}`:`previews: { ${n}: ${o} }`)}function on(e,t,n,r=[]){let s=T(e.node,t);return s?[{...D(e,s.keyRange,r),problem:"deprecated",key:t,replacement:n,effect:"none"}]:[]}function Ef(e){let t=T(e.node,"type");if(t?.value.is!=="scalar"||t.value.value!=="redis")return[];let{value:n}=t,s=n.style!=="block"&&Qe(e.node,t)&&T(e.node,"ipAllowList")!==void 0?[{title:"Write keyvalue",safety:"safe",edits:[Z(e.file,n.range,"keyvalue")]}]:[];return[{...D(e,n.alias??n.range,s),problem:"deprecated",key:"type",value:"redis",replacement:"keyvalue",effect:"none"}]}function $f(e){let t=T(e.node,"env");if(t?.value.is!=="scalar")return[];let n=T(e.node,"runtime")||!Qe(e.node,t)?[]:[{title:"Rename env to runtime",safety:"safe",edits:[Z(e.file,t.keyRange,"runtime")]}];return on(e,"env","runtime",n)}function jf(e){let t=T(e.node,"autoDeploy"),n=t?.value;if(!(t&&n?.is==="scalar"&&typeof n.value=="boolean"&&Qe(e.node,t)&&t.keyRange.start.line===n.range.start.line&&!T(e.node,"autoDeployTrigger")))return on(e,"autoDeploy","autoDeployTrigger");let s=`autoDeployTrigger: ${n.value===!0?"commit":"'off'"}`,o=[Z(e.file,{start:t.keyRange.start,end:n.range.end},s)];return on(e,"autoDeploy","autoDeployTrigger",[{title:`Write ${s}`,safety:"safe",edits:o}])}function si(e){let{node:t}=e;return[["autoDeployTrigger",f(t,"autoDeployTrigger")],["persistenceMode",f(t,"persistenceMode")],["generation",f(f(t,"previews"),"generation")]].flatMap(([r,s])=>s?.is==="scalar"&&s.style==="plain"&&s.value==="off"?[{...D(e,s.range,nn(e.file,s)),problem:"unquoted",key:r,value:"off",reads:"true or false",effect:"none"}]:[])}function Of(e,t){let{kind:n,node:r,place:s}=e;return n==="static"&&!T(r,"staticPublishPath")?[{...D(e,s),problem:"missing-key",key:"staticPublishPath",allowed:[],effect:"unclear"}]:!(n==="web"||n==="private"||n==="worker"||n==="cron")||T(r,"startCommand")?[]:Yo.includes(Tf(r,t)??"")?[{...D(e,s),problem:"missing-key",key:"startCommand",allowed:[]}]:[]}function Tf(e,t){if(w(f(e,"buildSource"))===void 0)return Je(e);let n=en(e,t);return n&&w(Re(n,"runtime"))}function Pf(e){let{kind:t,node:n}=e,r=f(n,"plan");if(r?.is!=="scalar"||r.value!=="free")return[];let s=D(e,r.alias??r.range);return t==="worker"||t==="private"||t==="cron"?[{...s,problem:"conflict",key:"plan: free",other:`type: ${t==="private"?"pserv":t}`,because:F.freeKinds.says}]:t!=="web"||!T(n,"disk")?[]:[{...s,problem:"conflict",key:"plan: free",other:"disk",because:F.freeDisk.says}]}function Cf(e){let t=T(e.node,"disk");if(!t)return[];let n=f(t.value,"mountPath"),r=[],s=w(n);if(n?.is==="scalar"&&s!==void 0&&qo.includes(s.replace(/(?<=.)\/$/,""))){let a=F.mountPath.says;r.push({...D(e,n.range),problem:"out-of-limit",key:"mountPath",value:s,limit:a})}let o=F.diskInstances.says,i=f(e.node,"numInstances");return i?.is==="scalar"&&typeof i.value=="number"&&i.value>1&&r.push({...D(e,t.keyRange),problem:"conflict",key:"disk",other:"numInstances",because:o}),T(e.node,"scaling")&&r.push({...D(e,t.keyRange),problem:"conflict",key:"disk",other:"scaling",because:o}),r}function Af(e){let t=f(e.node,"scaling"),n=f(t,"minInstances"),r=f(t,"maxInstances");return n?.is!=="scalar"||r?.is!=="scalar"?[]:typeof n.value!="number"||typeof r.value!="number"||n.value<=r.value?[]:[{...D(e,n.range),problem:"out-of-limit",key:"minInstances",value:n.text,limit:`at most maxInstances (${r.value})`}]}function Df(e){let{kind:t,node:n}=e,r=[],s=(i,a)=>{let c=T(n,i);c&&r.push({...D(e,c.keyRange),problem:"ignored",key:i,because:a,effect:"none"})};(t==="private"||t==="worker")&&s("healthCheckPath",F.healthCheck.says);let o=Je(n);return t!=="static"&&(o==="docker"||o==="image")&&s("startCommand",F.containerStart.says),r}function _f(e){if(e.kind!=="database")return[];let t=[],n=f(e.node,"plan"),r=w(n);if(n&&r!==void 0&&Bo.includes(r)){let o=K.databasePlan,i=`Take \`${o}\` or a larger plan; a database that exists keeps its own.`;t.push({...D(e,n.alias??n.range),problem:"deprecated",key:"plan",value:r,replacement:o,keptOnly:!0,effect:"none",remedy:i})}let s=f(e.node,"diskSizeGB");return s?.is==="scalar"&&typeof s.value=="number"&&s.value>1&&s.value%5!==0&&t.push({...D(e,s.range),problem:"out-of-limit",key:"diskSizeGB",value:s.text,limit:F.databaseDiskSize.says}),t}function Nf(e){let t=A(f(e.node,"envVars"));return[...t.flatMap(r=>{let s=Oe(e,r);return[...e.kind==="group"?Mf(s,r):Ff(s,r),...If(s,r),...Wf(s,r)]}),...Lf(e,t)]}function Lf(e,t){let n=new Map;return t.flatMap(r=>{let s=Q(r,"key"),o=w(s?.value);if(!s||o===void 0||s.merged||r.alias||s.value.alias)return[];let{range:i}=s.value,a=n.get(o);return a?[{...D(e,i),problem:"repeated-variable",key:o,first:M(e.file,a),effect:"unclear"}]:(n.set(o,i),[])})}function oi(e){return e?.is==="scalar"&&e.value===!0}function Ff(e,t){let n=[T(t,"value"),oi(f(t,"generateValue"))?T(t,"generateValue"):void 0,ze(f(t,"sync"))?T(t,"sync"):void 0],[r,s]=n.filter(o=>o!==void 0).sort((o,i)=>o.keyRange.start.offset-i.keyRange.start.offset);return!r||!s?[]:[{...D(e,s.keyRange),problem:"conflict",key:s.key,other:r.key,because:F.oneSource.says,effect:"unclear"}]}function Mf(e,t){let n=T(t,"sync");if(!n||!ze(n.value)||T(t,"value")||oi(f(t,"generateValue")))return[];let r=w(f(t,"key"))??"the variable",s=`${F.syncInGroup.says} So ${r} is not declared.`;return[{...D(e,n.keyRange),problem:"ignored",key:"sync: false",because:s,effect:"lost",remedy:"Declare it in `envVars` of each service, or set it in the dashboard."}]}function If(e,t){let n=T(t,"fromService");if(n?.value.is!=="map")return[];let r=T(n.value,"property"),s=T(n.value,"envVarKey");if(!r&&!s){let o=["property","envVarKey"];return[{...D(e,n.keyRange),problem:"missing-key",key:"property",allowed:o,effect:"unclear"}]}return!r||!s?[]:[{...D(e,s.keyRange),problem:"conflict",key:"envVarKey",other:"property",because:F.oneReference.says,effect:"unclear"}]}function Wf(e,t){let n=w(f(t,"key")),r=T(t,"fromDatabase"),s=w(f(r?.value,"property"));return n===void 0||!r||!/mongo/i.test(n)||!s?.startsWith("connection")?[]:[{...D(e,r.keyRange),problem:"conflict",key:"fromDatabase",other:n,because:F.postgresOnly.says,effect:"unclear"}]}var an="render.yaml",Vf=[an,"render.yml"];function ii(e){let t=[...Yt(e)].flat().flatMap(n=>Gf(e,n));return t.filter(({file:n},r)=>t.findIndex(s=>s.file===n)===r)}function Gf(e,t){let n=new Set(e.list(t).map(({name:i})=>i)),r=Vf.find(i=>n.has(i));if(r===void 0)return[];let s=U(t,r),o=e.lookup(s);return[{file:o.is==="file"?o.path:s,name:r,atRoot:t===""}]}var ai=["type: rewrite","source: /*","destination: /index.html"];function ci(e){let t=n=>e.find(({file:r,node:s})=>r.file===n.file&&s.range.start.offset===n.entry.start.offset&&!s.properties);return{addIndexRewrite:n=>{let r=t(n);return r&&Yf(r.file,r.node)},setHealthCheckPath:(n,r)=>{let s=t(n);return s&&cn(s.file,s.node,"healthCheckPath",r)},setPublishPath:(n,r)=>{let s=t(n);return s&&cn(s.file,s.node,"staticPublishPath",r)},setRegion:(n,r)=>{let s=t(n);return s&&cn(s.file,s.node,"region",r)},setRoot:(n,r)=>{let s=t(n);return s&&cn(s.file,s.node,"rootDir",r)}}}function cn(e,t,n,r){let s=Hf(r),o=Q(t,n);if(!o||o.merged)return ui(e,t,n,s,()=>` ${s}`);let{value:i,colon:a}=o;if(!(a===void 0||i.properties&&!i.alias))return di(i)?[Ze(e,a+1,` ${s}`)]:i.is!=="scalar"||i.style==="block"?void 0:[Z(e,i.alias??i.range,s)]}function Hf(e){return/^[a-z/][\w/.~-]*$/i.test(e)?e:JSON.stringify(e)}function Yf(e,t){let n=Q(t,"routes"),r=i=>li(qf(e)).map(a=>i+a).join("");if(!n)return ui(e,t,"routes",`[${dn()}]`,r);let{value:s,colon:o}=n;if(!(o===void 0||s.properties)){if(di(s)){let i=t.flow?void 0:bt(e,t);return i===void 0?void 0:[Ze(e,o+1,r(i))]}return N(s)?[Z(e,s.range,`[${dn()}]`)]:s.is==="list"?Bf(e,s):void 0}}function di(e){return N(e)&&!e.alias&&e.range.start.offset===e.range.end.offset}function li(e){return ai.map((t,n)=>`${e}${n===0?"- ":"  "}${t}`)}function dn(){return`{ ${ai.join(", ")} }`}function qf(e){for(let t of e.documents)if(t.is==="map"){for(let{keyRange:n,value:r}of t.entries)if(r.is==="list"&&!r.flow)return" ".repeat(Math.max(0,r.range.start.column-n.start.column))}return"  "}function Bf(e,t){let n=t.items.at(-1);if(t.flow)return n?[Ze(e,(n.alias??n.range).end.offset,`, ${dn()}`)]:[Z(e,t.range,`[${dn()}]`)];if(fi(e,t))return;let r=li(" ".repeat(t.range.start.column-1));return[Ze(e,ur(e,t.range.end.offset),r.map(s=>lr(e)+s).join(""))]}function ui(e,t,n,r,s){let i=t.entries.filter(({merged:c})=>!c).at(-1)?.value;if(!i)return;let a=bt(e,t);if(a!==void 0){if(t.flow)return[Ze(e,(i.alias??i.range).end.offset,`${a}${n}: ${r}`)];if(!fi(e,t))return[Ze(e,ur(e,t.range.end.offset),`${a}${n}:${s(a)}`)]}}function fi({text:e},t){let n=t;for(;n&&n.is!=="scalar"&&!n.alias;)n=n.is==="map"?n.entries.filter(({merged:r})=>!r).at(-1)?.value:n.items.at(-1);return n?.is!=="scalar"||n.style!=="block"?!1:e.slice(n.range.start.offset,ur({text:e},n.range.start.offset)).includes("+")}function Ze(e,t,n){return{at:E(e,e.lines.range(t,t)),text:n}}function ur({text:e},t){let n=e.slice(t).search(/[\r\n]/);return n<0?e.length:t+n}var Uf=["maxmemoryPolicy","persistenceMode"],mi=["redis","keyvalue"],Kf=["connectionPool","databaseName","diskSizeGB","highAvailability","postgresMajorVersion","readReplicas","storageAutoscalingEnabled","user"],Jf=["database","group","buildSource"];function hi(e,t){let n=Qf(t),r=t.filter(s=>s.kind==="database"&&zf(s,n));return r.length===0?e:e.flatMap(s=>{let o=r.find(a=>wt(s.at,a));if(o)return Xf(s,o)?[{...s,remedy:pi(o)}]:[];if(s.problem!=="wrong-reference"||s.expected!==Xe.keyvalue)return[s];let i=r.find(a=>wt(s.actual,a));return[i?{...s,remedy:pi(i)}:s]})}function zf(e,t){return Kf.some(n=>f(e.node,n))?!1:gi(e)!==void 0||e.name!==void 0&&t.has(e.name)}function gi({node:e}){let t=Uf.find(n=>f(e,n));return t!==void 0?Q(e,t):mi.includes(w(f(e,"type")))?Q(e,"type"):void 0}function Xf({at:e},t){return gi(t)?.keyRange.start.offset===e.range.start.offset}function Qf(e){let t=e.flatMap(({node:o})=>A(f(o,"envVars"))),n=o=>t.flatMap(i=>f(i,o)??[]),r=o=>w(f(o,"name")),s=new Set([...n("fromDatabase").map(r),...e.filter(({kind:o})=>!Jf.includes(o)).map(({name:o})=>o)]);return new Set(n("fromService").filter(o=>mi.includes(w(f(o,"type")))).flatMap(o=>r(o)??[]).filter(o=>!s.has(o)))}function pi({name:e}){return`${e===void 0?"This":`\`${e}\``} is a key value store: declare it under \`services\` as \`type: keyvalue\`.`}function wi(e,t,n){if(n===void 0||rn(n))return;let r=bi(n);return r!==void 0&&(Zf(e,r)||np(e,r)||sp(e,t))?void 0:n}function bi(e){let t=e.trim().toLowerCase().split(/[/:]/).filter(s=>s!==""),n=t.at(-2),r=t.at(-1)?.replace(/\.git$/,"");return n===void 0||r===void 0||r===""?void 0:{owner:n,name:r}}function Zf(e,{owner:t,name:n}){let r=he(fr(e,"package.json"),"package.json"),s=bi(B(r,"repository")??B(r,"repository","url")??"");return[B(r,"name"),...ep(fr(e,"pyproject.toml"))].includes(n)||s?.owner===t&&s.name===n}function ep(e){let t="";return e.split(`
`).flatMap(n=>{if(n.startsWith("[")&&(t=n.slice(0,n.lastIndexOf("]")+1)),t!=="[project]"&&t!=="[tool.poetry]")return[];let r=/^name\s*=\s*["']([^"']*)["']/.exec(n)?.[1];return r===void 0?[]:[r]})}var tp=["git clone %","deploy?repo=%","%/actions","%/issues","%/blob/","%/tree/","%/releases"];function np(e,{owner:t,name:n}){let r=e.list(".").find(i=>i.is==="file"&&/^readme(\.|$)/i.test(i.name)),s=r?fr(e,r.name):"";return/^#\s+(.*)$/m.exec(s)?.[1]?.trim()===n?!0:[`https://github.com/${t}/${n}`,`git@github.com:${t}/${n}`,`https://gitlab.com/${t}/${n}`].some(i=>tp.some(a=>rp(s,a.replace("%",i))))}function rp(e,t){for(let n=e.indexOf(t);n>=0;n=e.indexOf(t,n+1)){let r=e.slice(n+t.length,n+t.length+5);if(!/^[\w-]/.test(r)&&(!r.startsWith(".")||/^\.(git\b|\s|$)/.test(r))||t.endsWith("/"))return!0}return!1}function sp(e,{node:t}){let n=yi(w(f(t,"rootDir"))),r=yi(w(f(t,"dockerfilePath")));return n!==""&&e.lookup(n).is==="directory"?!0:r.includes("/")&&e.lookup(r).is==="file"}function yi(e){return(e??"").replace(/^(\.?\/)+/,"").replace(/\/+$/,"").replace(/^\.$/,"")}function fr(e,t){let n=e.read(t);return n.is==="text"?n.text.toLowerCase():""}function vi({file:e,node:t}){let n=w(f(t,"staticPublishPath"))??"",r=[],s=[];for(let o of A(f(t,"routes"))){let i=E(e,(o.is==="map"?Ue(o)?.keyRange:void 0)??o.range),[a,c,d]=["type","source","destination"].map(l=>w(f(o,l)));(a==="redirect"||a==="rewrite")&&c!==void 0&&d!==void 0?r.push({type:a,source:c,destination:d,matches:op(c),leadsTo:cp(d,n),at:i}):s.push({at:i})}return{routes:r,refusedRoutes:s}}function op(e){let t=e.trim();return ip.test(t)?"all":ap.test(t)?"literal-pattern":t==="/"?"root":"some"}var ip=/^\/?(?:\*{1,2}|:\w+\*)$/,ap=/^\^?\/?\(?\.[*+]\)?\$?$/;function cp(e,t){let n=e.trim();return dp.test(n)?"index":lp(n,t)?"nowhere":"other"}var dp=/^(?:\.?\/)?(?:index\.html)?$/;function lp(e,t){if(e.startsWith("/")&&e.includes("*"))return!0;let n=t.split("/").filter(s=>s!==""&&s!=="."),r=e.replace(/^\.?\//,"");return n.some((s,o)=>r===`${n.slice(o).join("/")}/index.html`)}function Si(e,t,n){return t.flatMap(r=>{let{kind:s}=r;return s!==void 0&&fp(s)?[pp(e,r,s,n)]:[]})}function ki(e){return e.flatMap(t=>{let{kind:n,file:r,node:s}=t;if(n!=="database"&&n!=="keyvalue")return[];let o=E(r,t.place),i=n==="database"?K.databasePlan:K.plan;return[{kind:n==="database"?"postgres":"keyvalue",name:J(r,f(s,"name"),o),at:o,file:r.file,entry:s.range,region:Pe(J(r,f(s,"region"),o),K.region),plan:Pe(J(r,f(s,"plan"),o),i)}]})}function xi(e){return e.flatMap(t=>{if(t.kind!=="group")return[];let n=E(t.file,t.place);return[{name:J(t.file,f(t.node,"name"),n),at:n,env:Ri(t)}]})}var up=new Set(["web","static","private","worker","cron","workflow"]);function fp(e){return up.has(e)}function pp(e,t,n,r){let{file:s,node:o}=t,i=E(s,t.place),a=en(o,r),c=V=>J(s,f(o,V),i),d=V=>a?J(a.file,Re(a,V),i):c(V),l=gp(t,a,i),u=l.is==="known"&&(l.value==="docker"||l.value==="image"),p=l.is==="known"&&l.value==="docker",m=wi(e,a??t,mp(t,a)),b=d("dockerfilePath"),S=a?J(a.file,Re(a,"baseDir"),i):c("dockerContext");return{platform:Be.id,kind:n,name:c("name"),inferred:!1,at:i,file:s.file,entry:o.range,...m!==void 0&&{elsewhere:m},runtime:l,root:a?J(a.file,Re(a,"rootDir"),i):c("rootDir"),buildCommand:d("buildCommand"),startCommand:c(u?"dockerCommand":"startCommand"),preDeployCommand:c("preDeployCommand"),dockerfile:p?Pe(b,K.dockerfilePath):b,dockerContext:p?Pe(S,K.dockerContext):S,image:J(s,f(hp(t,a),"url"),i),healthCheckPath:c("healthCheckPath"),shutdownDelay:Pe(c("maxShutdownDelaySeconds"),K.maxShutdownDelaySeconds),publishPath:c("staticPublishPath"),region:n==="static"?c("region"):Pe(c("region"),K.region),plan:n==="static"||n==="workflow"?c("plan"):Pe(c("plan"),K.plan),domains:vp(s,o),env:Ri(t),groups:bp(t),disks:Sp(t),...vi(t)}}function J(e,t,n){if(!t||N(t))return{is:"absent",at:n};let r=E(e,t.range);return t.is!=="scalar"?{is:"unknown",why:`it is written as a ${t.is}`,at:r}:{is:"known",value:ve(t),at:r,from:{by:"written"}}}function Pe(e,t){return e.is!=="absent"?e:{is:"known",value:t,at:e.at,from:{by:"default",of:Be.title,source:K.source}}}function mp({node:e},t){return w(t?Re(t,"repo"):f(e,"repo"))}function hp({node:e},t){return t?f(t.node,"image"):f(e,"image")}function gp(e,t,n){let{file:r,node:s}=e,o=w(f(s,"buildSource"));if(t){let c=f(t.node,"image"),d=c?{value:"image",range:c.range}:void 0;return d?{is:"known",value:d.value,at:E(t.file,d.range),from:{by:"written"}}:J(t.file,Re(t,"runtime"),n)}if(o!==void 0)return{is:"unknown",why:`the build source ${o} is not declared here`,at:n};let i=J(r,f(s,"runtime")??f(s,"env"),n);return i.is==="absent"&&w(f(s,"type"))==="static"&&Je(s)===void 0?{is:"known",value:"static",at:n,from:{by:"written"}}:i}function Ri({file:e,node:t,kind:n}){return A(f(t,"envVars")).flatMap(r=>{let s=f(r,"key"),o=w(s);if(s===void 0||o===void 0)return[];let i=E(e,s.range),a=yp(e,r,i);if(n==="group"&&a.is==="unknown"&&ze(f(r,"sync")))return[];let c=wp(e,r);return[{key:o,value:a,at:i,...c&&{reference:c}}]})}function yp(e,t,n){let r=f(t,"value");return r?J(e,r,n):ze(f(t,"sync"))?{is:"unknown",why:"it is set in the dashboard",at:n}:f(t,"generateValue")?{is:"unknown",why:"Render generates it",at:n}:f(t,"fromDatabase")?{is:"unknown",why:"it is taken from a database",at:n}:f(t,"fromService")?{is:"unknown",why:"it is taken from another service",at:n}:{is:"unknown",why:"the file gives it no value",at:n}}function wp(e,t){let n=f(f(t,"fromDatabase"),"name"),r=w(n);if(n&&r!==void 0)return{to:"store",name:r,at:E(e,n.range)};let s=f(t,"fromService"),o=f(s,"name"),i=w(o);if(!o||i===void 0)return;let a=w(f(s,"type"));return{to:"service",name:i,at:E(e,o.range),...a!==void 0&&{kind:a}}}function bp({file:e,node:t}){return A(f(t,"envVars")).flatMap(n=>{let r=f(n,"fromGroup"),s=w(r);return r&&s!==void 0?[{to:"group",name:s,at:E(e,r.range)}]:[]})}function vp(e,t){let n=f(t,"domain");return[...n?[n]:[],...A(f(t,"domains"))].filter(s=>!N(s)).map(s=>J(e,s,E(e,s.range)))}function Sp({file:e,node:t}){let n=f(t,"disk");return(n?.is==="list"?n.items:n?[n]:[]).flatMap(s=>{if(s.is!=="map")return[];let o=Ue(s),i=E(e,o?.keyRange??s.range);return[{mountPath:J(e,f(s,"mountPath"),i),at:i}]})}var Ei={web:["web","static"],static:["static"],pserv:["private"],worker:["worker"],cron:["cron"],workflow:["workflow"],redis:["keyvalue"],keyvalue:["keyvalue"]};function $i(e,t){let n=new Set;return e.flatMap(r=>kp(r,t)).filter(r=>{let s="name"in r?`${r.problem} ${r.name}`:"";return n.has(s)?!1:(n.add(s),!0)})}function kp(e,t){let n=f(e.node,"buildSource");return[...pr(e,t,n,["buildSource"]),...A(f(e.node,"envVars")).flatMap(r=>[...pr(Oe(e,r),t,f(f(r,"fromDatabase"),"name"),["database"]),...xp(Oe(e,r),t,f(r,"fromService"))])]}function xp(e,t,n){let r=w(f(n,"type")),s=r!==void 0&&Object.hasOwn(Ei,r)?Ei[r]:void 0;return pr(e,t,f(n,"name"),s??Rp)}var Rp=["web","static","private","worker","cron","workflow","keyvalue"];function pr(e,t,n,r){let s=w(n),[o]=r;if(n?.is!=="scalar"||s===void 0||o===void 0)return[];let i=t.filter(u=>u.name===s&&u.kind!=="group");if(i.some(u=>u.kind===void 0||r.includes(u.kind)))return[];let a={at:M(e.file,n.alias??n.range),owner:e.owner,fixes:[],name:s},c=r.length>2?"service":Xe[o],[d]=i;if(d?.kind===void 0)return[{...a,problem:"unresolved-reference",to:c,effect:"unclear"}];let l=E(d.file,d.place);return[{...a,problem:"wrong-reference",expected:c,got:Xe[d.kind],actual:l}]}var ji={buildcmd:["buildCommand"],build:["buildCommand"],cidr:["source"],cron:["schedule"],customdomain:["domain"],customdomains:["domains"],destinationpath:["destination"],disksize:["sizeGB","diskSizeGB"],dockerfile:["dockerfilePath"],environment:["envVars"],environmentvariables:["envVars"],fromkeyvalue:["fromService"],frompostgres:["fromDatabase"],fromredis:["fromService"],headerrules:["headers"],health:["healthCheckPath"],healthcheck:["healthCheckPath"],healthcheckurl:["healthCheckPath"],instances:["numInstances"],ipwhitelist:["ipAllowList"],language:["runtime"],name:["key"],postgresversion:["postgresMajorVersion"],publishdir:["staticPublishPath"],publishdirectory:["staticPublishPath"],publishpath:["staticPublishPath"],redirects:["routes"],repository:["repo"],rewrites:["routes"],root:["rootDir"],rootdirectory:["rootDir"],size:["sizeGB"],start:["startCommand"],startcmd:["startCommand"],staticpath:["staticPublishPath"],username:["user"],variables:["envVars"],backgroundworker:["worker"],bun:["node"],cronjob:["cron"],dockerimage:["image"],golang:["go"],javascript:["node"],nodejs:["node"],private:["pserv"],privateservice:["pserv"],py:["python"],python3:["python"],valkey:["keyvalue"],webservice:["web"]};function un(e,t){let n=ln(e);return(Object.hasOwn(ji,n)?ji[n]?.find(s=>t.includes(s)):void 0)??t.find(s=>ln(s)===n)??Ep(n,t)}var Oi={fromkeyvalue:"Write `fromService` with `type: keyvalue`, `name` and `property`.",fromredis:"Write `fromService` with `type: keyvalue`, `name` and `property`.",disk:"Write one `disk` with `name`, `mountPath` and `sizeGB`.",domains:"Write `domains` with a list of host names.",envVars:"Write `envVars` with a list of entries, each with `key` and `value`.",fromDatabase:"Write `fromDatabase` with `name` and `property`.",fromService:"Write `fromService` with `type`, `name` and `property`.",headers:"Write `headers` with a list of entries, each with `path`, `name` and `value`.",healthCheckPath:"Write `healthCheckPath` with a path such as `/health`.",image:"Write `image` with `url`.",ipAllowList:"Write `ipAllowList` with a list of entries, each with `source`.",routes:"Write `routes` with a list of entries, each with `type`, `source` and `destination`.",scaling:"Write `scaling` with `minInstances` and `maxInstances`."};function Ti(e,t){return[ln(e),t].map(n=>Object.hasOwn(Oi,n)?Oi[n]:void 0).find(Boolean)}function ln(e){return e.toLowerCase().replace(/[-_\s]/g,"")}function Ep(e,t){if(e.length<4||e.length>40)return;let n=e.length<8?1:2,r=t.map(i=>({name:i,away:Pt(e,ln(i))})).filter(({away:i})=>i<=n).sort((i,a)=>i.away-a.away),[s,o]=r;return s&&s.away!==o?.away?s.name:void 0}var $p=3;async function Ai(e,t){let n=await import("./schema-validator-ZMRCJVOR.js"),{root:r,repeats:s}=Xt(t),o={keys:new Map,values:new Map},i=[];for(let a=1;;a++){let{root:c,found:d,unfit:l}=Op(e,Qt(r,o),n,o.keys),u=a<$p?d.filter(({correction:p})=>p):[];if(u.length===0){let p=s.map(b=>Cp(e,c,b)),m=i.map(b=>jp(b,l));return{root:c,problems:[...p,...m,...d.map(({problem:b})=>b)]}}for(let{correction:p}of u)p&&o[p.of].set(p.offset,p.to);i.push(...u.map(({problem:p})=>p))}}function jp(e,t){let n=t.get(e.at.range.start.offset);if(n===void 0||e.problem!=="unknown-key"||e.meant===void 0)return e;let r=n?Ti(e.key,e.meant):void 0;return{...e,fixes:[],...r!==void 0&&{remedy:r}}}function Op(e,t,n,r){let s={file:e,root:t,placeOfKey:n.placeOfKey,valuesOfKey:n.valuesOfKey},o=new Map,i=Tp(n.violationsOf(zt(t))).flatMap(a=>{let{path:c,keyword:d}=a,l=Pp(t,c,r);if(!l)return Ap(s,a);let u=l.depth===0||l.depth===1&&d==="type";return o.set(l.offset,u||o.get(l.offset)===!0),[]});return{root:t,found:i,unfit:o}}function Tp(e){let t=new Set,n=e.filter(({keyword:r})=>r==="type");return[...e.filter(({keyword:r})=>r!=="type"),...n].filter(({path:r,keyword:s,detail:o})=>{let i=["type","enum","const"].includes(s)?"value":`${s} ${o}`,a=`${r.join("/")} ${i}`;return t.has(a)?!1:(t.add(a),!0)})}function Pp(e,t,n){for(let r=1;r<=t.length;r++){let s=Zt(e,t.slice(0,r))?.entry?.keyRange.start.offset;if(s!==void 0&&n.has(s))return{offset:s,depth:t.length-r}}}function Cp(e,t,{path:n,entry:r,first:s}){return{problem:"repeated-key",key:r.key,first:E(e,Ke(s.keyRange)),at:M(e,r.keyRange),owner:Te(t,n),fixes:[],...r.value.is==="list"&&s.value.is==="list"&&{remedy:"Merge both lists into one."}}}var Pi={type:Di,enum:Ci,const:Ci,required:Mp,additionalProperties:Vp,"false schema":Up,minimum:fn,maximum:fn,maxItems:fn,minProperties:fn};function Ap(e,t){let n=Zt(e.root,t.path),r=Object.hasOwn(Pi,t.keyword)?Pi[t.keyword]:void 0,s=n&&r?.(e,t,n);return s?[s]:[]}function mn({file:e,root:t},{path:n},r){return{at:M(e,Dp(r)),owner:Te(t,hr(n)),fixes:[]}}function hr(e){let t=e.findLastIndex(n=>typeof n=="string");return e.slice(0,Math.max(0,t))}function Dp({node:e,entry:t}){return e.is==="scalar"?e.alias??(N(e)&&t?t.keyRange:e.range):e.alias?e.alias:t?.keyRange??(e.is==="map"?tn(e):e.range)}function hn(e){return e.findLast(t=>typeof t=="string")??""}var gr={string:"text",number:"a number",integer:"a whole number",boolean:"true or false",object:"a map of keys",array:"a list"};function Di(e,t,n){let{node:r,entry:s}=n,o=hn(t.path),i=mn(e,t,n);if(r.is==="scalar"&&!N(r)&&t.allowed.includes("string"))return _i(e,t,n,r);if(o==="env"&&s&&r.is!=="scalar")return mr(e,t,s,["envVars","runtime"],"envVars");let a=t.allowed.map(c=>gr[c]??c).join(" or ");return{problem:{...i,problem:"wrong-type",key:o,expected:a,got:gn(r)}}}function _i(e,t,n,r){return{problem:{...mn(e,t,n),problem:"unquoted",key:hn(t.path),value:ve(r),reads:gr[typeof r.value]??"",effect:"none",fixes:nn(e.file,r)}}}function gn(e){return e.is==="list"?"a list":e.is==="map"?"a map of keys":N(e)?"nothing":typeof e.value=="string"?"text":gr[typeof e.value]??""}function Ci(e,t,n){let{file:r}=e,{node:s}=n,o=hn(t.path),i=mn(e,t,n);if(s.is!=="scalar")return Di(e,{...t,allowed:["string"]},n);let a=ve(s),c=Ni(t.allowed,o,n.holder);if(typeof s.value!="string"&&c.includes(a))return _i(e,t,n,s);if(o==="plan"&&a==="free")return;let d=o==="plan"||o==="previewPlan",l=d?{effect:"unclear"}:{},u=Lp.find(b=>b.key===o&&b.value===a);if(u)return{problem:{...i,problem:"refused-value",key:o,value:a,allowed:c,...u.rest(e,n)}};let p=un(a,c);if(p===void 0){let b=d?{remedy:Np(c)}:{};return{problem:{...i,problem:"refused-value",key:o,value:a,allowed:c,...l,...b}}}let m=s.style==="block"||s.properties?[]:[Li(`Write ${p}`,[Z(r,s.range,p)])];return{problem:{...i,problem:"refused-value",key:o,value:a,allowed:c,meant:p,...l,fixes:m},correction:{of:"values",offset:s.range.start.offset,to:p}}}function Ni(e,t,n){let r=w(f(n,"type"));return r===void 0||r==="web"||t!=="runtime"&&t!=="env"?e:e.filter(o=>o!=="static")}var _p=15;function Np(e){return e.length>_p?`Take a plan that ${K.source} lists.`:`Take one of the plans: ${e.map(t=>`\`${t}\``).join(", ")}.`}function Li(e,t){return{title:e,safety:"unsafe",because:"What was meant is a guess from the spelling.",edits:t}}var Lp=[{key:"type",value:"static",rest:Fp},...["postgres","postgresql","database","pg","psql"].map(e=>({key:"type",value:e,rest:()=>({remedy:"Declare a Postgres database under `databases`.",fixes:[]})}))];function Fp({file:e},{node:t,holder:n}){let r="Write `type: web` with `runtime: static`.",s=Q(n,"type");if(!s||t.is!=="scalar"||t.style==="block"||n?.is!=="map")return{remedy:r,fixes:[]};let o=bt(e,n);if(o===void 0||!Qe(n,s))return{remedy:r,fixes:[]};let i=f(n,"runtime")??f(n,"env")?"":`${o}runtime: static`;return{remedy:r,fixes:[{title:"Declare it as a static site",safety:"safe",edits:[Z(e,t.range,`web${i}`)]}]}}function Mp(e,t,n){let{root:r,file:s}=e,{node:o,entry:i}=n,a=t.detail,c=t.allowed.length>0?t.allowed:e.valuesOfKey(a),d=Ni(c,a,o),l=typeof t.path.at(-1)=="number"&&o.is==="map"?tn(o):i?.keyRange??o.range,u=Wp(o,a)?{effect:"unclear"}:{};return{problem:{problem:"missing-key",key:a,allowed:d,at:M(s,l),owner:Te(r,t.path),fixes:[],...u,...Ip(a)}}}function Ip(e){return e==="ipAllowList"?{remedy:"Add `ipAllowList: []`, which lets no one in from outside Render, or list who may connect."}:{}}function Wp(e,t){let n=w(f(e,"type"));return Uo.some(r=>r.key===t&&r.type===n)}function Vp(e,t,n){let{file:r,root:s}=e,o=t.detail,i=Q(n.node,o);if(!i)return;let a=M(r,i.keyRange),c=Te(s,t.path),d=Fi(t.path);if(d){let m=pn.includes(o)&&pn.find(b=>b!==o&&f(n.node,b));if(m)return{problem:{problem:"conflict",key:o,other:m,because:F.oneSource.says,at:a,owner:c,fixes:[],effect:"unclear"}}}let l=d?void 0:e.placeOfKey(o);if(l!==void 0)return{problem:{problem:"misplaced-key",key:o,belongs:l,at:a,owner:c,fixes:[],...Bp(n.node,l)}};if(Gp(n.node,t.path,o)){let{problem:m}=mr(e,t,i,t.allowed,void 0);return{problem:{...m,remedy:`Remove it. ${F.healthCheck.says}`}}}let u=d?Hp(t,n.node):t.allowed,p=un(o,u)??(o==="env"?Yp(i,u):void 0);return mr(e,t,i,u,p)}function Gp(e,t,n){if(t.at(-2)!=="services"||un(n,["healthCheckPath"])===void 0)return!1;let r=yt(e,"services");return r!==void 0&&r!=="web"}function Hp({path:e,allowed:t},n){return!e.includes("envVarGroups")&&!pn.some(s=>f(n,s))?[...new Set([...t,...pn])]:t}var pn=["value","generateValue","sync","fromDatabase","fromService","fromGroup"];function Yp({value:e},t){let n=e.is==="scalar"?"runtime":"envVars";return t.includes(n)?n:void 0}function Fi(e){return e.at(-2)==="envVars"&&typeof e.at(-1)=="number"}function qp(e){return e.includes("routes")||e.includes("headers")}function Bp(e,t){return yt(e,"services")==="static"&&t==="a web service, private service or worker"?{effect:"unclear",remedy:"Remove it."}:{}}function mr(e,t,n,r,s){let{file:o,root:i}=e,a=Zt(i,t.path),c=a?.entry===n?a.holder:a?.node,d=s!==void 0&&!Q(c,s),l={problem:"unknown-key",key:n.key,allowed:r,at:M(o,n.keyRange),owner:Te(i,a?.entry===n?hr(t.path):t.path),fixes:d&&n.colon!==void 0?[Li(`Write ${s}`,[Z(o,n.keyRange,s)])]:[],...d&&{meant:s},...Fi(t.path)&&{effect:"unclear"},...!d&&qp(t.path)&&{effect:"lost"}};return d?{problem:l,correction:{of:"keys",offset:n.keyRange.start.offset,to:s}}:{problem:l}}function Up(e,t,{entry:n,holder:r}){if(!n)return;let{file:s,root:o}=e,[i,a]=f(r,"buildSource")?["buildSource",F.buildSource.says]:["image",F.oneBuildSource.says],c=M(s,n.keyRange);return{problem:{problem:"conflict",key:n.key,other:i,because:a,at:c,owner:Te(o,hr(t.path)),fixes:[]}}}function fn(e,t,n){let{keyword:r,detail:s}=t,o=r==="minimum"?`at least ${s}`:r==="maximum"?`at most ${s}`:r==="maxItems"?`at most ${s} items`:"not empty",i=n.node.is==="scalar"?ve(n.node):gn(n.node);return{problem:{...mn(e,t,n),problem:"out-of-limit",key:hn(t.path),value:i,limit:o}}}var Ii={facts:Be,read:Kp};async function Kp(e){let t=[];for(let r of ii(e)){let s=await Xp(e,r);s&&t.push(rm(s,t))}let n=t.flatMap(({resources:r})=>r);return{files:t.map(r=>Jp(e,r,n)),edits:ci(n)}}function Jp(e,t,n){let{file:r,partial:s,resources:o,problems:i}=t,a=[...o.flatMap(c=>ti(c,n)),...$i(o,n)];return{platform:Be.id,file:r,at:q(r),partial:s,services:Si(e,o,n),stores:ki(o),groups:xi(o),problems:s?i:hi(Qo([...i,...ni(o),...a]),n).toSorted(zp)}}function zp(e,t){return e.at.range.start.offset-t.at.range.start.offset}async function Xp(e,t){let{file:n,name:r,atRoot:s}=t,o=e.read(n);if(o.is!=="text")return Zp(n,o);if(!s&&!Qp(o.text))return;let i=await Tt(n,o.text),a=[...em(i),...r===an?[]:[tm(n)]],[c]=i.documents,d=i.problems.length>0;if(c?.is!=="map")return{file:n,partial:d,resources:[],problems:d?a:[...a,nm(i,c)]};if(d)return{file:n,partial:d,resources:dr(i,Xt(c).root),problems:a};let l=await Ai(i,c);return{file:n,partial:d,resources:dr(i,l.root),problems:[...a,...l.problems,...ri({file:i,node:l.root,owner:""})]}}function Qp(e){return/^["']?(?:services|databases|envVarGroups|projects|ungrouped|buildSources)["']?[ \t]*:/m.test(e)}function Zp(e,t){let n=q(e),r=t.is==="unreadable"?"unreadable":"refused";return{file:e,partial:!0,resources:[],problems:[t.is==="tooLarge"?Wi(t.why,n):{problem:"unread",reason:r,why:t.why,at:n,owner:"",fixes:[]}]}}function Wi(e,t){return{problem:"unread",reason:"too-large",why:e,at:t,owner:"",fixes:[]}}function em(e){let t=e.problems.map(({message:s,range:o,limit:i})=>{let a=E(e,o);return i!==void 0?Wi(`holds more than ${i}`,a):{problem:"syntax",why:s,at:a,owner:"",fixes:[]}}),n=e.documents[1];return n?[...t,{problem:"syntax",why:"A second YAML document starts here. A Blueprint is one document.",at:M(e,n.range),owner:"",fixes:[]}]:t}function tm(e){return{problem:"file-name",expected:an,at:q(e),owner:"",fixes:[],effect:"none"}}function nm(e,t){let n=t?M(e,t.range):q(e.file);return{problem:"wrong-type",key:"",expected:"a map with keys such as services",got:t?gn(t):/^[ \t]*#/m.test(e.text)?"only comments":"nothing",at:n,owner:"",fixes:[]}}function rm(e,t){let n=new Set(t.flatMap(({resources:s})=>s.map(Mi))),r=e.resources.filter(s=>s.name!==void 0&&n.has(Mi(s)));return r.length===0?e:{...e,resources:e.resources.filter(s=>!r.includes(s)),problems:e.problems.filter(({at:s})=>!r.some(o=>wt(s,o)))}}function Mi({kind:e,name:t}){return`${e==="database"||e==="group"||e==="buildSource"?e:"service"} ${t??""}`}var yn={name:"lint-deploy",version:"0.1.0",homepage:"https://github.com/lint-deploy/lint-deploy#readme",bugs:"https://github.com/lint-deploy/lint-deploy/issues"};var Vi=yn.homepage.replace(/#.*$/,""),et={version:yn.version,home:Vi,issues:yn.bugs,configSchema:`${Vi.replace("https://github.com/","https://raw.githubusercontent.com/")}/main/schema/lint-deploy.json`};function _(e,t){return`${t}/${e}`.split("/").filter(r=>r!==""&&r!==".").join("/")}function yr(e){return{source:t=>{let n=e.read(t);return n.is==="text"?n.text:void 0},utf8Source:t=>{let n=e.read(t);if(!(n.is!=="text"||n.encoding!=="utf-8"||n.lossy))return n.bom?`\uFEFF${n.text}`:n.text}}}import{createHash as om}from"node:crypto";var vt=100,wn=37,br=2**32,[im,wr,Gi,am]=[9,10,13,32],cm=65535,Hi=Array.from({length:vt}).reduce(e=>Ui(e,0,0),{high:0,low:1});function Bi(e){let{units:t,starts:n}=dm(e),r=new Map,s=[],o={high:0,low:0};for(let i=0;i<t.length;i+=1){if(o=Ui(o,t[i]??0,t[i-vt]??0),n[s.length]!==i-vt+1)continue;let a=lm(o),c=(r.get(a)??0)+1;r.set(a,c),s.push(`${a}:${c}`)}return s}function dm(e){let t=new Uint16Array(e.length+vt),n=[0],r=0,s=!1;for(let o=0;o<e.length;o+=1){let i=e.charCodeAt(o),a=i===am||i===im||s&&i===wr;if(s=i===Gi,a)continue;let c=i===wr||i===Gi;t[r]=c?wr:i,r+=1,c&&n.push(r)}return t[r]=cm,{units:t.subarray(0,r+vt),starts:n}}function Ui({high:e,low:t},n,r){return r===0?Yi(e*wn,t*wn+n):Yi(e*wn-Hi.high*r,t*wn+n-Hi.low*r)}function Yi(e,t){let n=Math.floor(t/br);return{high:qi(e+n),low:qi(t)}}function qi(e){return e-Math.floor(e/br)*br}function lm({high:e,low:t}){return e===0?t.toString(16):e.toString(16)+t.toString(16).padStart(8,"0")}function Ki(e){let t=new Map;return e.map(n=>{let r=um(n),s=(t.get(r)??0)+1;return t.set(r,s),`${r}:${s}`})}function um({finding:e,path:t,line:n}){let r=Object.entries(e.facts).sort(([o],[i])=>o<i?-1:1),s=JSON.stringify([e.rule,t,e.service?.name??null,n.trim(),r]);return om("sha256").update(s).digest("hex").slice(0,32)}function tt(e){return/^["'`]?(?:\$\{|\$\(|\$[A-Z_][A-Z0-9_]*["'`]?$|\{|<|%[(s]|\[|\*+$|[\^~]\d+\.|•)/.test(e)}var fm=new Set(["password","passwd","passphrase","pwd","secret","secrets","apikey","credentials"]),pm=new Set("name url uri path file dir id length len size min max count expiry expires expiration ttl timeout lifetime age field label reset header type policy rounds algorithm required enabled change forgot".split(" ")),mm=/(?:password|passwd|passphrase|secret|apikey|secretkey|privatekey|accesskey|authkey|^(?:auth|access|api|bearer|refresh|session|bot)?token)$/,hm=/^(?:db|database|pg|sql|mysql|postgres|redis|mongo|smtp|mail|ftp|ssh|user|root|admin|login|auth|basic)pass$/,gm=new Set("api private secret access signing signature encryption auth master account service stripe license deploy ssh rsa jwt session cookie app webhook admin".split(" "));function Ce(e){let t=e.replace(/([a-z0-9])([A-Z])/g,"$1_$2").toLowerCase().split(/[^a-z]+/).filter(r=>r!==""),n=t.at(-1);return n===void 0||pm.has(n)?!1:n==="key"?gm.has(t.at(-2)??""):n==="pass"||hm.test(n)||mm.test(n)||t.some(r=>fm.has(r))}function Qi(e){return new Sr(e).read()}var Ji=new Set(["key","name","displayName","description","title","label","fromDatabase","fromService","fromGroup"]),zi=/(["']?)([^\s"'#:,[\]{}&*!|>%@`][^"':#\r\n]{0,63}?)\1[ \t]*:(?:[ \t]+|(?=[\r\n]|$))/y,ym=/(?:-[ \t]+)*/y,wm=/(?:[&!][^\s,[\]{}]*[ \t]+)*/y,bm=/[|>][\w+-]*[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|$)/y,vr=/[^\r\n]*/y,Xi=/"[^"\\]*(?:\\[\s\S][^"\\]*)*"|'[^']*(?:''[^']*)*'/y,vm=/#[#\t ]*[\w-]{1,64}[ \t]*:[ \t]+/y,Sm=/(?:[^\s,[\]{}:]|:(?![\s,[\]{}]))+/y,km=/^(?:\$\{[^{}]*\}|\$\([^()]*\)|\$[A-Z_][A-Z0-9_]*|\{\{[^{}]*\}\}|<[^<>]*>|true|false|null|~|-)?$/i,xm=/^\*([^\s,[\]{}]+)$/,Sr=class{constructor(t){this.text=t}text;#n=[];#r=[];#e=[];#d=new Map;#s;#l=!1;read(){let t=0;for(;t<this.text.length;){let n=this.#h(t),r=/\r\n|\n|\r/g;r.lastIndex=n,t=r.exec(this.text)?r.lastIndex:this.text.length}return this.#p(-1),this.#n}#h(t){let n=t+this.#t(/[ \t]*/y,t),r=n+this.#t(vr,n),s=n-t;if(n===r)return r;if(this.#s!==void 0&&s>this.#s)return this.#o({start:n,end:r}),r;if(this.#s=void 0,this.text[n]==="#"){let i=this.#t(vm,n);return i>0&&s>=(this.#e.at(-1)?.column??0)&&this.#c({start:n+i,end:r}),r}this.#p(s);let o=n+this.#t(ym,n);return this.#g(o,r,o-t,o>n)}#g(t,n,r,s){if(this.text[t]==="{"||this.text[t]==="[")return this.#u(t,n);zi.lastIndex=t;let o=zi.exec(this.text),i=this.#e.at(-1);if(!o)return this.#y(i,{start:t,end:n}),n;(s||!i||i.column<r)&&this.#f(r);let a=this.#e.at(-1);return a&&(a.key=o[2]??""),this.#w(t+o[0].length,n,r)}#y(t,n){t?.key!=="key"?this.#o(n):t.isSecret?this.#c(n):this.#a(t,this.text.slice(n.start,n.end))}#w(t,n,r){let s=t+this.#t(wm,t);if(this.text[s]==="{"||this.text[s]==="[")return this.#u(s,n);if(this.#t(bm,s)>0)return this.#s=r,n;let o=this.#b(s,n,r)??this.#v(s,n),i=/&([^\s,[\]{}]+)/.exec(this.text.slice(t,s))?.[1];i!==void 0&&this.#d.set(i,o);let a=this.#e.at(-1);return a?.key==="key"&&this.#a(a,this.text.slice(o.start,o.end)),this.#o(o),Math.max(o.end,n)}#b(t,n,r){let s=this.#t(Xi,t);if(s===0)return;let o={start:t+1,end:t+s-1};if(o.end<n)return o;let i=this.text.slice(n,o.end).matchAll(/[\r\n]([ \t]*)(?![ \t\r\n])/g);for(let[,a=""]of i)if(a.length<=r)return;return o}#v(t,n){let r=this.text.slice(t,n).split(/[ \t]#/,1)[0]??"";return{start:t,end:t+r.trimEnd().length}}#u(t,n){let r=this.#e.length,s=this.#l?n:this.text.length,o=0,i=t;for(;i<s;){let a=this.text.charAt(i);if((a==="{"||a==="[")&&(o+=1),a==="{"&&this.#f(-1),a==="}"&&this.#e.length>r&&this.#i(),(a==="}"||a==="]")&&(o-=1),a===","&&this.#e.length>r&&this.#S(),i="{}[],:".includes(a)?i+1:this.#k(i,r),o<=0)return i+this.#t(vr,i)}for(;this.#e.length>r;)this.#i();return this.#l=!0,n}#S(){let t=this.#e.at(-1);t&&(t.key="")}#k(t,n){let r=this.#t(/\s+/y,t);if(r>0)return t+r;if(this.text[t]==="#")return t+this.#t(vr,t);let s=this.#t(Xi,t),o=s||this.#t(Sm,t)||1,i=s>0?{start:t+1,end:t+s-1}:{start:t,end:t+o};return this.#x(i,n,t+o),t+o}#x(t,n,r){let s=this.#e.length>n?this.#e.at(-1):void 0,o=this.text.slice(t.start,t.end),i=r+this.#t(/[ \t]*/y,r);if(s?.key===""&&this.text[i]===":"){s.key=o;return}s?.key==="key"&&this.#a(s,o),this.#o(t)}#f(t){let n=this.#e.at(-1),r=n!==void 0&&(n.isOther||Ji.has(n.key));this.#e.push({column:t,isSecret:!1,held:this.#r.length,key:"",isOther:r})}#p(t){for(;(this.#e.at(-1)?.column??-1)>t;)this.#i()}#i(){let t=this.#e.pop();if(!t?.isSecret){this.#e.length===0&&(this.#r.length=0);return}for(let n of this.#r.splice(t.held))this.#n.push(this.#R(n))}#R(t){let n=xm.exec(this.#m(t))?.[1];return(n===void 0?void 0:this.#d.get(n))??t}#a(t,n){let r=/^["']?([\w.-]{1,64})["']?(?:\s|$)/.exec(n.slice(0,256).trim())?.[1];r!==void 0&&Ce(r)&&(t.isSecret=!0)}#o(t){let n=this.#e.at(-1);!n||n.isOther||Ji.has(n.key)||this.#c(t)}#c(t){km.test(this.#m(t))||this.#r.push(t)}#m({start:t,end:n}){return this.text.slice(t,Math.min(n,t+128)).trim()}#t(t,n){return t.lastIndex=n,t.exec(this.text)?.[0].length??0}};var Rm="\u2022";function ee(e){return vn(e,Zi(e))}function bn(e,t){return vn(t,kr(e,t))}function kr(e,t){let n=Zi(t);return/\.ya?ml$/i.test(e)?ea([...n,...Qi(t)]):n}function vn(e,t){let n="",r=0;for(let{start:s,end:o}of t)n+=e.slice(r,s)+e.slice(s,o).replace(/[^\r\n\t ]/g,Rm),r=o;return n+e.slice(r)}function Zi(e){return ea([...$m(e),...Am(e),...Fm(e)])}function ea(e){let t=[];for(let{start:n,end:r}of e.toSorted((s,o)=>s.start-o.start)){let s=t.at(-1);s&&n<=s.end?s.end=Math.max(s.end,r):t.push({start:n,end:r})}return t}var Em=[/(:\/\/[^\s/@:'"`]{0,256}:(?!\d{1,5}[/?#]))([^\s'"`@]{1,256}(?:@[^\s'"`@/]{1,256}){0,3})(?=@)/dg,/(?<![\w-])((?:AKIA|ASIA))([0-9A-Z]{16})(?![0-9A-Z])/dg,/(?<![\w-])(gh[pousr]_|github_pat_|glpat-|npm_|rnd_|whsec_|dop_v1_|hf_|shpat_)([\w-]{16,})/dg,/(?<![\w-])([sr]k_(?:live|test)_)(\w{8,})/dg,/(?<![\w-])(sk-(?:proj-|ant-|or-)?)([A-Za-z0-9][\w-]{19,})/dg,/(?<![\w-])(xox[a-z]-)([\w-]{8,})/dg,/(hooks\.slack\.com\/services\/)([\w/]{8,})/dg,/(?<![\w-])(AIza)([\w-]{30,})/dg,/(?<![\w-])(SG\.)([\w-]{16,}\.[\w-]{16,})/dg,/(?<![\w-])(eyJ)([\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?)/dg,/(django-insecure-)([^\s'"`]{8,})/dg,/(-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----)([\s\S]*?)(?=-----END|$(?![\s\S]))/dg];function*$m(e){for(let t of Em)for(let n of e.matchAll(t)){let r=nt(n,2);r&&!tt(e.slice(r.start,r.end))&&(yield r)}}var jm=[/(?<![\w.-])([\w.-]{1,64})["']?\]?\??[ \t]*(?::[ \t]*(?:string|str|String|any|bytes)[ \t]*=|!?={1,3}>?|:)[ \t]*/g,/(?<![\w.-])([\w.-]{1,64})["']?\]?[ \t]*(?:\|\||\?\?|or(?= ))[ \t]*(?=["'`])/g,/\([ \t]*["']([\w.-]{1,64})["'][ \t]*,[ \t]*(?:default[ \t]*=[ \t]*)?(?=["'`])/g,/(?<![\w.-])(--[\w-]{1,64})[ \t]+(?!-)/g],Om=3,Tm=1024,ta=/(["'`])((?:(?!\1)[^\\\r\n]|\\[^\r\n]|\1\1){1,1024})/dy,na=/[^\s,;"'`)}\]]{1,1024}/dy,Pm=/(?!["'`])\S{1,1024}/dy,Cm=/[^\s#"'`][^\r\n]{0,1023}/dy;function*Am(e){for(let t of jm){let n=0;for(let r of e.matchAll(t)){if(r.index<n||!Ce(r[1]??""))continue;let s=Dm(e,r.index,r.index+r[0].length);!s||s.end-s.start<Om||(n=s.end,yield s)}}}function Dm(e,t,n){let r=e.slice(Math.max(0,t-64),t);if(/\?[ \t]*["']$/.test(r))return;let s=/(?:^|[\r\n])[ \t]*(?:-[ \t]+|export[ \t]+|ENV[ \t]+|ARG[ \t]+)?["']?$/.test(r),o=nt(St(ta,e,n),2);if(o){let c=e.slice(o.start,o.end);return!(s||e[o.end]===e[n]||c.length>=Tm)||tt(c)||_m.test(c)?void 0:o}let i=e.slice(t,n).trimEnd().endsWith(":");if(i&&!s&&!/[{,(]\s*$|[{,]\s*["']$/.test(r))return;let a=s&&i?ra(e,n):nt(St(s?Pm:na,e,n),0);return a&&!Im(e.slice(a.start,a.end))?a:void 0}function ra(e,t){let r=St(Cm,e,t)?.[0]?.split(/[ \t]#/,1)[0]?.trimEnd();return r===void 0?void 0:{start:t,end:t+r.length}}var _m=/^(?:string|number|boolean|object|function|undefined)$/,Nm=/(?<![\w-])(?:key|name)["']?[ \t]*:[ \t]*["']?([\w.-]{1,64})["']?[ \t]*,?[ \t]*(?:#[^\r\n]{0,200})?(?:\r\n|\n|\r)?[ \t]*["']?value["']?[ \t]*:[ \t]*/g,Lm=/(?<![\w-])value["']?[ \t]*:[ \t]*([^\r\n]{1,256})(?:\r\n|\n|\r)[ \t]*["']?(?:key|name)["']?[ \t]*:[ \t]*["']?([\w.-]{1,64})/dg;function*Fm(e){for(let t of e.matchAll(Nm)){if(!Ce(t[1]??""))continue;let n=t.index+t[0].length,r=nt(St(ta,e,n),2)??(/[\r\n]/.test(t[0])?ra(e,n):nt(St(na,e,n),0));r&&!tt(e.slice(r.start,r.end))&&(yield r)}for(let t of e.matchAll(Lm)){let n=nt(t,1);n&&Ce(t[2]??"")&&!tt(e.slice(n.start,n.end))&&(yield n)}}function St(e,t,n){return e.lastIndex=n,e.exec(t)}function nt(e,t){let n=e?.indices?.[t];return n&&{start:n[0],end:n[1]}}var Mm=/^(?:(?:true|false|null|undefined|none|nil|string|str|number|boolean|bool|int|any|unknown|bytes|optional|new|await|async|function|lambda|require|~)(?![\w-])|(?:process|import|os|req|request|config|settings|this|self|ctx|env|Deno|Bun)\.|[{[(<!|>*&])/i;function Im(e){if(tt(e)||Mm.test(e)||/^[\w.$?]+[([]/.test(e))return!0;let t=/^[A-Za-z_$][\w$.?]*(?=[;,]?$|\s*(?:\?\?|\|\|))/.exec(e)?.[0];return t!==void 0&&Ce(t)}var Wm=3,sa=8,xr=4096,ia=200;function W(e,{source:t}){let n=new Map,r=o=>{let i=n.get(o);if(i)return i;let a=t(o)??"",c=Array.from(a.matchAll(/&([^\s,[\]{}]+)/g),({index:l,1:u=""})=>[u,l]),d={text:a,secrets:kr(o,a),anchors:new Map(c)};return n.set(o,d),d},s=({file:o,range:i})=>Hm(r(o),i.start.offset);return{...e,findings:e.findings.map(o=>Rr(o,s)),suppressed:e.suppressed.map(o=>({...o,finding:Rr(o.finding,s)})),undecided:e.undecided.map(o=>({...o,why:s(o.at)(o.why)})),notifications:e.notifications.map(o=>o.at?{...o,message:s(o.at)(o.message)}:o)}}function Rr(e,t){let n=t(e.at),{label:r,message:s,trail:o,fixes:i,facts:a,explains:c}=e;return{...e,...r!==void 0&&{label:n(r)},message:Vm(s,n),trail:o.map(({at:d,words:l})=>({at:d,words:t(d)(n(l))})),fixes:i.map(d=>Gm(d,n)),facts:Object.fromEntries(Object.entries(a).map(([d,l])=>[d,typeof l=="string"?n(l):l])),explains:c.map(d=>Rr(d,t))}}function Vm({found:e,effect:t,remedy:n},r){return{found:r(e),effect:r(t),remedy:r(n)}}function Gm(e,t){let n=t(e.title);return e.safety==="unsafe"?{...e,title:n,because:t(e.because)}:{...e,title:n}}function Hm({text:e,secrets:t,anchors:n},r){let[s,o]=oa(e,r),i=Array.from(e.slice(s,o).matchAll(/\*([^\s,[\]{}]+)/g),([,l=""])=>n.get(l)),d=[[s,o],...i.flatMap(l=>l===void 0?[]:[oa(e,l)])].flatMap(([l,u])=>Ym(e,t,l,u)).flatMap(l=>e.slice(l.start,Math.min(l.end,l.start+xr)).split(/[\s"'`\\]+/)).filter(l=>l.length>=Wm).slice(0,ia);return l=>d.reduce(Bm,l)}function oa(e,t){let n=Math.max(0,t-xr),r=/[^\r\n]*$/.exec(e.slice(n,t))?.[0].length??0,s=/^[^\r\n]*/.exec(e.slice(t,t+xr))?.[0].length??0;return[t-r,t+s]}function Ym(e,t,n,r){let s=[],o=r;for(let i=qm(t,n);s.length<ia;i+=1){let a=t[i];if(!a||a.start>o&&/\S/.test(e.slice(o,a.start)))break;s.push(a),o=Math.max(o,a.end)}return s}function qm(e,t){let n=0,r=e.length;for(;n<r;){let s=n+r>>1;(e[s]?.end??t)>t?r=s:n=s+1}return n}function Bm(e,t){let n=t.slice(0,sa),r=e;for(let s=e.indexOf(n);s>=0;s=e.indexOf(n,s+1)){let o=s;for(;o<e.length&&e[o]===t[o-s];)o+=1;let i=!/\w/.test(e.charAt(s-1))&&!/\w/.test(e.charAt(o));(t.length>=sa||i)&&(r=vn(r,[{start:s,end:o}]))}return r}var Er=new RegExp("(?![\\t\\n])\\p{Cc}|[\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]|(?!(?<=\\p{Extended_Pictographic})\\uFE0F)\\p{Default_Ignorable_Code_Point}|(?<=##)\\[|(?<=(?:^|\\s):):(?=[a-z][a-z-]{2,40}(?:\\s|::|$))","giu");function H(e){return e.replaceAll(`\r
`,`
`).replace(Er,Sn)}function te(e){return e.replace(Er,Sn).replace(/[\t\n]/g,Sn)}function aa(e){return new Map(Array.from(e.matchAll(Er),t=>[t.index,Sn(t[0])]))}function Sn(e){return`\\u{${(e.codePointAt(0)??0).toString(16).toUpperCase()}}`}var Um=1e3,ca=300;function kn({source:e,uriPrefix:t}){let n=new Map,r=o=>(n.has(o)||n.set(o,Jm(o,e(o))),n.get(o)),s=o=>Km(_(o,t));return{uri:s,physical:o=>({artifactLocation:{uri:s(o.file)},...Xm(o,r(o.file))}),lineText:o=>{let i=r(o.file),a=i?.spans[o.range.start.line-1];return a&&i.shown.slice(a.start,a.end)}}}function Km(e){return e.split("/").map(t=>encodeURIComponent(t.replace(new RegExp("\\p{Cs}","gu"),"\uFFFD"))).join("/")}function Jm(e,t){if(t!==void 0)return{lines:me(e,t),spans:zm(t),shown:bn(e,t)}}function zm(e){let t=[],n=0;for(let r of e.matchAll(/\r\n|\n|\r/g))t.push({start:n,end:r.index}),n=r.index+r[0].length;return[...t,{start:n,end:e.length}]}function xn({start:e,end:t}){return{startLine:e.line,startColumn:e.column,endLine:t.line,endColumn:t.column}}function Xm(e,t){if(!t)return{region:Qm(e.range)};let n=Zm(e.range,t),r=eh(n,t),s=r.start.offset<n.start.offset||r.end.offset>n.end.offset;return{region:da(n,t),...s&&{contextRegion:da(r,t)}}}function Qm({start:e,end:t}){let n=t.line===e.line&&t.column>e.column;return xn({start:e,end:n?t:{...e,column:e.column+1}})}function Zm(e,t){let n=$r(t,e.start.line),r=Math.min(e.start.offset,n.end),s=Math.min(e.end.offset,n.end);return r<s?t.lines.range(r,s):r<n.end?t.lines.range(r,r+1):t.lines.range(Math.max(n.start,r-1),r)}function eh({start:e,end:t},n){let r=$r(n,Math.max(1,e.line-1)),s=$r(n,Math.min(n.spans.length,e.line+1));return n.lines.range(Math.max(r.start,e.offset-ca),Math.min(s.end,t.offset+ca))}function $r({spans:e},t){return e[t-1]??e.at(-1)??{start:0,end:0}}function da(e,{shown:t}){let n=xn(e);return e.end.offset-e.start.offset>Um?n:{...n,snippet:{text:H(t.slice(e.start.offset,e.end.offset))}}}function jr(e,t,n){return Ki(e.map(r=>({finding:r,path:_(r.at.file,n),line:t(r.at)??""})))}function rt(e,{source:t}){let{findings:n}=W(e,{source:t});return jr(n,kn({source:t,uriPrefix:""}).lineText,"")}import{createHash as Yh}from"node:crypto";import{join as qh}from"node:path";import{closeSync as Eh,constants as Pr,fstatSync as $h,lstatSync as ya,openSync as jh,readdirSync as Oh,readlinkSync as Th,readSync as Ph,realpathSync as Ch}from"node:fs";import{dirname as Ah,isAbsolute as ha,join as Dh,relative as _h,sep as Nh}from"node:path";import{spawnSync as rh}from"node:child_process";import{existsSync as sh}from"node:fs";import{dirname as la,join as oh}from"node:path";var th={EACCES:"permission denied",EPERM:"permission denied",ENOENT:"it does not exist",ENAMETOOLONG:"its name is too long",ENOTDIR:"its folder is a file",EISDIR:"it is a folder",EROFS:"the disk is read-only",ENOSPC:"the disk is full"};function kt(e,t={}){let n=Rn(e);return n!==void 0?t[n]??th[n]??n:e instanceof Error?e.message:String(e)}function Rn(e){return e instanceof Error&&"code"in e&&typeof e.code=="string"?e.code:void 0}function st(e,t,n=134217728){let r=la(process.execPath),{error:s,status:o,stdout:i,stderr:a}=rh("git",["-C",e,...ih,...t],{cwd:r,env:ch(),stdio:["ignore","pipe","pipe"],timeout:2e4,killSignal:"SIGKILL",maxBuffer:n,windowsHide:!0});return s!==void 0?{is:Rn(s)==="ENOBUFS"?"tooMuch":"failed",why:lh(s)}:o!==0?{is:"failed",why:`git refused: ${uh(a.toString())||"it gave no reason"}`}:{is:"answered",output:i}}function xt(e){if(sh(oh(e,".git")))return!0;let t=la(e);return t!==e&&xt(t)}var ih=["--no-pager","--no-replace-objects","-c","core.fsmonitor=false","-c","core.hooksPath=/dev/null"],ah=["GIT_DIR","GIT_WORK_TREE","GIT_INDEX_FILE","GIT_COMMON_DIR","GIT_PREFIX"];function ch(){let e=Object.entries(process.env).filter(([t])=>!ah.includes(t));return{...Object.fromEntries(e),GIT_OPTIONAL_LOCKS:"0",GIT_NO_LAZY_FETCH:"1",GIT_ALLOW_PROTOCOL:"none",LC_ALL:"C"}}var dh={ENOENT:"git is not installed",ETIMEDOUT:`git took longer than ${2e4/1e3} seconds`,ENOBUFS:"git lists too many files"};function lh(e){return dh[Rn(e)??""]??`git did not run: ${kt(e)}`}function uh(e){return(e.split(`
`).find(n=>n.startsWith("fatal: "))??e.split(`
`,1)[0]??"").replace(/^fatal: /,"").trim()}function ua(e){if(!xt(e))return{is:"none"};let t=st(e,fh);if(t.is!=="answered")return{is:"failed",why:t.why};let{output:n}=t;return n.length===0?{is:"none"}:{is:"listed",files:Or(mh(n.toString()))}}var fh=["ls-files","-z","-t","--stage","--cached","--others","--exclude-standard","--"],ph={100755:"executable",16e4:"submodule"};function Or(e){let t=new Map,n=new Set;for(let{path:r,is:s}of e)gh(t,r,s),s==="submodule"&&n.add(r);return{folder:r=>yh(n,r)?void 0:t.get(r)??new Map}}function mh(e){return e.split("\0").flatMap(t=>hh(t)??[])}function hh(e){if(e.startsWith("? "))return e.endsWith("/")?void 0:{path:e.slice(2),is:"untracked"};let t=e.indexOf("	");if(t!==-1)return{path:e.slice(t+1),is:ph[e.slice(2,8)]??"file"}}function gh(e,t,n){let[r,s]=[t,n];for(;;){let o=X(r),i=e.get(o);if(i!==void 0){i.set(ae(r),s);return}if(e.set(o,new Map([[ae(r),s]])),o==="")return;[r,s]=[o,"directory"]}}function yh(e,t){if(e.size===0)return!1;for(let n=t;n!=="";n=X(n))if(e.has(n))return!0;return!1}function fa(e,t,n){let r=new Set(e.map(o=>o.name)),s=[...t.keys()].flatMap(o=>{let i=r.has(o)?void 0:n(o);return i===void 0?[]:[{name:o,is:i}]});return[...e.filter(o=>t.has(o.name)),...s]}function Tr(e,t){let n=new Map,r=0,s=()=>{for(let[o,{weight:i}]of n){if(r<=e)return;n.delete(o),r-=i}};return(o,i)=>{let a=n.get(o);if(a!==void 0)return a.value;let c=i(),d=t(c);return n.set(o,{value:c,weight:d}),r+=d,s(),c}}var wh=[{encoding:"utf-8",bytes:[239,187,191]},{encoding:"utf-16le",bytes:[255,254]},{encoding:"utf-16be",bytes:[254,255]}];function pa(e){let t=wh.find(o=>o.bytes.every((i,a)=>e[a]===i)),n=t?.encoding??"utf-8",r=bh(n,e),s=r??new TextDecoder(n).decode(e);if(!s.includes("\0"))return{is:"text",text:s,encoding:n,bom:t!==void 0,lossy:r===void 0}}function bh(e,t){try{return new TextDecoder(e,{fatal:!0}).decode(t)}catch{return}}var ne={missing:{is:"missing",why:"does not exist"},outside:{is:"outside",why:"is outside the repository"},special:{is:"special",why:"is neither a file nor a folder, or is a link that leads nowhere"},directory:{is:"directory",why:"is a folder"},tooLarge:{is:"tooLarge",why:"is larger than 1 MB"},binary:{is:"binary",why:"is not text"}},it=ne.tooLarge,at=ne.special;function ct(e){let t=Tr(5e5,s=>(s.is==="folder"?s.folder.entries.size:0)+1),n=Tr(67108864,s=>(s.is==="text"?s.text.length:0)+1),r={source:e,listing:s=>t(s,()=>xh(e,s))};return{lookup:s=>Sh(r,s),list:s=>kh(r,s),read:s=>{let o=ot(r,s);return o.is==="nowhere"?o.unread:o.is==="folder"?ne.directory:n(o.path,()=>vh(e,o.path))}}}function vh(e,t){let n=e.bytes(t);return n.is==="bytes"?pa(n.bytes)??ne.binary:n}function Sh(e,t){let n=ot(e,t);if(n.is==="folder")return{is:"directory",path:n.path};if(n.is==="file")return{is:"file",path:n.path,executable:e.source.executable(n.path)};if(n.unread.is==="outside")return{is:"outside"};if(n.unread.is!=="missing")return{is:"special"};let r=Rh(e,t);return r===void 0?{is:"missing"}:{is:"missing",otherCase:r}}function kh(e,t){let n=ot(e,t);if(n.is!=="folder")return[];let r=e.listing(n.path);return r.is==="nowhere"?[]:Array.from(r.folder.entries,([s,o])=>{if(o!=="link")return{name:s,is:o};let i=ot(e,U(n.path,s)).is;return{name:s,is:i==="folder"?"directory":i==="file"?"file":"special",link:!0}})}function xh(e,t){let n=e.list(t);if(n.is!=="entries")return{is:"nowhere",unread:n};let r=n.entries.filter(a=>a.name!==".git").sort((a,c)=>a.name<c.name?-1:1),s=new Map(r.map(a=>[a.name,a.is])),o;return{is:"folder",folder:{entries:s,inOtherCase:a=>(o??=new Map(r.map(c=>[c.name.toLowerCase(),c.name]).reverse()),o.get(a.toLowerCase()))}}}function ot(e,t){let n=$e(t);if(n===void 0)return{is:"nowhere",unread:ne.outside};let r=ma(n,!1),s="",o=0;for(let i=r.pop();i!==void 0;i=r.pop()){if(i.name===".."){if(s==="")return{is:"nowhere",unread:ne.outside};s=X(s);continue}let a=e.listing(s);if(a.is==="nowhere")return a;let c=U(s,i.name);switch(a.folder.entries.get(i.name)){case void 0:return{is:"nowhere",unread:i.ofLink?ne.special:ne.missing};case"special":return{is:"nowhere",unread:ne.special};case"file":{let d=r.pop();return d===void 0?{is:"file",path:c}:{is:"nowhere",unread:d.ofLink?ne.special:ne.missing}}case"directory":s=c;break;case"link":{let d=e.source.linkTarget(c);if(d===void 0)return{is:"nowhere",unread:ne.outside};if(++o>40)return{is:"nowhere",unread:ne.special};for(let l of ma(d,!0))r.push(l)}}}return{is:"folder",path:s}}function ma(e,t){return e.split("/").filter(r=>r!==""&&r!==".").reverse().map(r=>({name:r,ofLink:t}))}function Rh(e,t){let n="";for(let r of $e(t)?.split("/")??[]){let s=ot(e,n),o=s.is==="folder"?e.listing(s.path):void 0;if(o?.is!=="folder")return;let i=o.folder.entries.has(r)?r:o.folder.inOtherCase(r);if(i===void 0)return;n=U(n,i)}return ot(e,n).is==="nowhere"?void 0:n}function Lh(e,t={}){let n=Ch.native(e);if(!ya(n).isDirectory())throw new Error(`${e} is not a folder`);return ct(Mh(n,Fh(n,t.notice)))}function Fh(e,t){let n;return()=>(n===void 0&&(n=ua(e),n.is==="failed"&&t?.(`Files that git ignores are read too, because ${n.why}.`)),n.is==="listed"?n.files:void 0)}function Mh(e,t){let n=r=>Dh(e,r);return{list(r){let s=Ih(n(r));if(s.is!=="entries")return s;let o=t()?.folder(r);if(o===void 0)return s;let i=a=>{let c=ba(n(U(r,a)));return c&&wa(c)};return{is:"entries",entries:fa(s.entries,o,i)}},linkTarget:r=>Wh(n(r)),bytes:r=>Cr(n(r)),executable(r){let s=t()?.folder(X(r))?.get(ae(r));return s==="executable"||s==="file"?s==="executable":Hh(n(r))}}}function wa(e){return e.isFile()?"file":e.isDirectory()?"directory":e.isSymbolicLink()?"link":"special"}function Ih(e){try{return{is:"entries",entries:Oh(e,{withFileTypes:!0}).map(n=>({name:n.name,is:wa(n)}))}}catch(t){return{is:"unreadable",why:`is in a folder that cannot be listed (${kt(t)})`}}}function ba(e){try{return ya(e)}catch{return}}function Wh(e){try{let t=Th(e),n=ha(t)?_h(Ah(e),t):t;return ha(n)?void 0:n.replaceAll(Nh,"/")}catch{return}}var Vh=Pr.O_RDONLY|Pr.O_NOFOLLOW|Pr.O_NONBLOCK;function Cr(e){let t;try{t=jh(e,Vh);let n=$h(t);return n.isFile()?n.size>1048576?it:{is:"bytes",bytes:Gh(t,n.size)}:at}catch(n){return{is:"unreadable",why:`cannot be read (${kt(n)})`}}finally{t!==void 0&&Eh(t)}}function Gh(e,t){let n=new Uint8Array(t),r=0;for(;r<t;){let s=Ph(e,n,r,t-r,null);if(s===0)break;r+=s}return n.subarray(0,r)}function Hh(e){if(process.platform==="win32")return;let t=ba(e)?.mode;return t===void 0?void 0:(t&73)!==0}function Bh(e,t,n={}){if(!xt(e))return{is:"failed",why:"this is no work tree of git"};let r=va(e,["rev-parse","--verify","--quiet","--end-of-options",`${t}^{commit}`]);if(r.is!=="known")return{is:"failed",why:r.why??`git has no commit ${t} here`};let s=va(e,["merge-base",r.id,"HEAD"]),o=st(e,["ls-tree","-r","-z",s.is==="known"?s.id:r.id]);return o.is!=="answered"?{is:"failed",why:o.why}:{is:"opened",repository:ct(zh(e,Uh(o.output.toString()),n))}}function va(e,t){let n=st(e,t);if(n.is==="answered"){let r=n.output.toString().trim();return/^[0-9a-f]{40,64}$/.test(r)?{is:"known",id:r}:{is:"unknown"}}return n.why.endsWith("it gave no reason")?{is:"unknown"}:{is:"unknown",why:n.why}}function Uh(e){return e.split("\0").flatMap(t=>{let n=t.indexOf("	"),[r="",,s=""]=t.slice(0,Math.max(n,0)).split(" ");return n===-1||s===""?[]:[{path:t.slice(n+1),is:Kh[r]??"file",object:s,link:r===Jh}]})}var Kh={100755:"executable",16e4:"submodule"},Jh="120000";function zh(e,t,{notice:n}){let r=Or(t),s=new Map(t.map(a=>[a.path,a])),o=!1,i=a=>{o||n?.(`Some files of the commit to compare with cannot be read, because ${a}.`),o=!0};return{list(a){return{is:"entries",entries:Array.from(r.folder(a)??[],([d,l])=>l==="directory"||l==="submodule"?{name:d,is:"directory"}:{name:d,is:s.get(a===""?d:`${a}/${d}`)?.link?"link":"file"})}},linkTarget(a){let c=Sa(e,s.get(a),i),d=c.is==="bytes"?new TextDecoder().decode(c.bytes):"/";return d.startsWith("/")?void 0:d},bytes:a=>Sa(e,s.get(a),i),executable:a=>r.folder(X(a))?.get(ae(a))==="executable"}}function Sa(e,t,n){if(!t)return at;let r=t.link?void 0:Xh(e,t);if(r)return{is:"bytes",bytes:r};let s=st(e,["cat-file","blob",t.object],1048576);return s.is==="answered"?{is:"bytes",bytes:s.output}:s.is==="tooMuch"?it:(n(s.why),{is:"unreadable",why:`cannot be read (${s.why})`})}function Xh(e,{path:t,object:n}){let r=Cr(qh(e,t));if(r.is!=="bytes")return;let s=Yh(n.length===64?"sha256":"sha1");return s.update(`blob ${r.bytes.length}\0`).update(r.bytes),s.digest("hex")===n?r.bytes:void 0}function Qh(e){let t=new Map,n=new Map([["",new Map]]);for(let[r,s]of Object.entries(e)){let o=$e(r);if(o===void 0||o==="")throw new Error(`not a path of a file: ${r}`);let i=Zh(s);t.set(o,i),ka(n,o,i.is)}return ct(eg(t,n))}function Zh(e){return typeof e=="string"?{is:"file",bytes:new TextEncoder().encode(e),executable:void 0}:e instanceof Uint8Array?{is:"file",bytes:e,executable:void 0}:"link"in e?{is:"link",target:e.link}:{is:"file",bytes:typeof e.content=="string"?new TextEncoder().encode(e.content):e.content,executable:e.executable}}function ka(e,t,n){let r=X(t);r!==""&&ka(e,r,"directory");let s=e.get(r);s===void 0&&e.set(r,s=new Map);let o=ae(t);if((s.get(o)??n)!==n)throw new Error(`both a file and a folder: ${t}`);s.set(o,n)}function eg(e,t){return{list(n){return{is:"entries",entries:Array.from(t.get(n)??[],([r,s])=>({name:r,is:s}))}},linkTarget(n){let r=e.get(n);return r?.is==="link"&&!r.target.startsWith("/")?r.target:void 0},bytes(n){let r=e.get(n);return r?.is!=="file"?at:r.bytes.length>1048576?it:{is:"bytes",bytes:r.bytes}},executable(n){let r=e.get(n);return r?.is==="file"?r.executable:void 0}}}var tg=/[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]|(?<=##)\[/gu;function ue(e){return`${JSON.stringify(e,void 0,2).replace(tg,ng)}
`}function ng(e){return Array.from({length:e.length},(t,n)=>`\\u${e.charCodeAt(n).toString(16).padStart(4,"0")}`).join("")}function h(e){return H(ee(e))}function En(e){return Object.fromEntries(Object.entries(e).map(([t,n])=>[t,typeof n=="string"?h(n):n]))}function $n(e,t){let n=`${e}: `;return ee(n+t).slice(n.length)}function jn(e){let t=ee(e.map(r=>r??"").join(" ")),n=0;return e.map(r=>{if(r===void 0){n+=1;return}let s=t.slice(n,n+r.length);return n+=r.length+1,s})}function rg({entries:e}){return ue({version:1,findings:e.map(({fingerprint:t,rule:n,file:r,found:s})=>({fingerprint:t,rule:n,file:r,found:h(s)}))})}var ja=ac(Ea(),1);var ag=new RegExp("[\\u1100-\\u115F\\u2E80-\\u303E\\u3041-\\uA4CF\\uA960-\\uA97C\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFE30-\\uFE6F\\uFF00-\\uFF60\\uFFE0-\\uFFE6\\u{20000}-\\u{3FFFD}]|\\p{Emoji_Presentation}","u"),cg=new RegExp("\\p{M}","u");function Pn(e){return e>=" "&&e<="~"?1:cg.test(e)?0:ag.test(e)?2:1}function re(e){let t=0;for(let n of e)t+=Pn(n);return t}function Rt(e,t){return re(e)<=t?e:`${$a(e,t-1)[0]??""}\u2026`}function Ee(e,t){let r=H(e).split(/\s+/).filter(s=>s!=="").flatMap(s=>$a(s,t)).map(s=>({text:s}));return fe(r," ",t).map(H)}function fe(e,t,n){let r=[],s="",o=0;for(let[i,{text:a,paint:c}]of e.entries()){let d=re(a),l=i===e.length-1?0:re(t.trimEnd());o>0&&o+re(t)+d+l>n&&(r.push((s+t).trimEnd()),s="",o=0),o>0&&(s+=t,o+=re(t)),s+=c?c(a):a,o+=d}return o>0&&r.push(s),r}function $a(e,t){let n=[],r="",s=0;for(let o of e){let i=Pn(o);s>0&&s+i>t&&(n.push(r),r="",s=0),r+=o,s+=i}return r!==""&&n.push(r),n}var dg=100,Oa=24,lg=72,dt=class{constructor(t,n){this.context=t;this.width=Math.max(Oa,Math.min(dg,n.width)),this.verbose=n.verbose,this.colours=ja.default.createColors(n.colour)}context;width;verbose;colours;#n=new Map;severity(t){let{bold:n,red:r,yellow:s,cyan:o}=this.colours,i={error:r,warning:s,note:o}[t];return a=>n(i(a))}place(t){return Dn(t,this.context)}prose(t,n){return Se(Ee(ee(t),this.width-n),n)}source(t){let n=this.#n.get(t);if(n)return n;let r=this.context.source(t),s=r===void 0?[]:bn(t,r).split(/\r\n|\n|\r/);return this.#n.set(t,s),s}};function Se(e,t){return e.map(n=>" ".repeat(t)+n)}function Cn(e,t){let{bold:n,dim:r}=t.colours,{file:s,range:o}=e.at,i=De(s,t.context),a="inferred"in e&&e.inferred,c=`${e.kind} on ${te(e.platform)}`,d=[{text:te(ee(e.name)),paint:n}];a?d.push({text:`${c} (inferred from ${i})`}):d.push({text:c},{text:`${i}:${o.start.line}`});let l="chain"in e?e.chain.map(({words:u})=>({text:ug(u,t),paint:r})):[];return[...Ae(fe(d," \xB7 ",t.width-2)),...Se(Ae(fe(l," \u2192 ",t.width-4)),2)]}function ug(e,t){let n=Dr(H(ee(e)));return Rt(n,Math.min(lg,t.width-4))}function Dr(e){return e.replace(/\\\n/g," ").split(`
`).map(n=>n.trim().split(/\s+/).join(" ")).filter(n=>n!=="").reduce((n,r)=>`${n}${/(?:[;&|]|^)$/.test(n)?" ":"; "}${r}`,"").trim()}function Ae(e){return e.map((t,n)=>n===0?t:`  ${t}`)}function An(e,t){let n=e.filter(({level:s})=>t.verbose||s!=="note");if(n.length===0)return[];let r=n.flatMap(({level:s,id:o,at:i,message:a})=>{let c=i?[{text:t.place(i)}]:[],d=[{text:s,paint:t.severity(s)},{text:te(o)},...c];return["",..._r(d,t),...t.prose(a,4)]});return[t.colours.bold("About this run"),...r]}function _r(e,t){return Se(Ae(fe(e,"  ",t.width-4)),2)}function I(e,t){return`${e} ${t}${e===1?"":"s"}`}function De(e,t){return te(ee(_(e,t.uriPrefix)))}function Dn({file:e,range:t},n){return`${De(e,n)}:${t.start.line}:${t.start.column}`}function _e(e,t,n){let r=Math.max(...e.map(({left:o})=>re(o)))+2,s=n.width-t-r>=Oa;return e.flatMap(({left:o,right:i})=>{let a=" ".repeat(t)+n.colours.dim(o);if(!s)return[a,...n.prose(i,t+2)];let c=" ".repeat(r-re(o)),[d="",...l]=Ee(ee(i),n.width-t-r);return[`${a}${c}${d}`,...Se(l,t+r)]})}function Et(e,t){return e.map(({at:n,words:r})=>({left:t.place(n),right:r}))}function Nr({suppressed:e}){let t=(...n)=>e.filter(({suppression:r})=>n.includes(r.by)).length;return{ignored:t("comment","settings"),inBaseline:t("baseline"),notNew:t("base")}}function lt(e){let{ignored:t,inBaseline:n,notNew:r}=Nr(e);return[...t>0?[`${t} ignored`]:[],...n>0?[`${n} in the baseline`]:[],...r>0?[`${r} not new`]:[]]}function _n(e){switch(e.by){case"baseline":return"It is in the baseline.";case"base":return"It is not new.";default:return e.reason}}var fg=10,Lr={error:"error",warning:"warning",note:"notice"};function pg(e,t){let n=W(e,t),s=[...n.notifications.filter(({level:d})=>d!=="note").toSorted(mg).map(gg),...n.findings.toSorted(oe).map(hg)],o=new Map,[i,a]=[[],[]];for(let d of s){let l=o.get(d.kind)??0;o.set(d.kind,l+1),(l<fg?i:a).push(d)}return[...i.toSorted(Ta).map(d=>yg(d,t)),...a.toSorted(Ta).map(d=>vg(d,t)),Sg(n)].map(d=>`${d}
`).join("")}function mg(e,t){return oe({severity:e.level},{severity:t.level})}function Ta(e,t){let n=Object.values(Lr);return n.indexOf(e.kind)-n.indexOf(t.kind)}function hg({rule:e,severity:t,statuses:n,message:r,at:s}){let{found:o,effect:i,remedy:a}=r,c=n.length>0?` (${n.join(", ")})`:"";return{kind:Lr[t],title:`${e}${c}`,message:`${o} ${i} ${a}`,at:s}}function gg({id:e,level:t,message:n,at:r}){return{kind:Lr[t],title:e,message:n,...r&&{at:r}}}function yg({kind:e,title:t,message:n,at:r},{uriPrefix:s}){let i=[...r?wg(r,s):[],["title",h(`lint-deploy: ${t}`)]].map(([a,c])=>`${a}=${bg(String(c))}`).join(",");return`::${e} ${i}::${Pa(h(n))}`}function wg({file:e,range:{start:t,end:n}},r){let s=[["file",_(e,r)],["line",t.line]];return t.line!==n.line?s:[...s,["endLine",n.line],["col",t.column],["endColumn",n.column]]}function Pa(e){return e.replaceAll("%","%25").replaceAll("\r","%0D").replaceAll(`
`,"%0A")}function bg(e){return Pa(e).replaceAll(":","%3A").replaceAll(",","%2C")}function vg({kind:e,title:t,message:n,at:r},{uriPrefix:s}){let o=r?`${_(r.file,s)}:${r.range.start.line}:${r.range.start.column}: `:"";return H(h(`${o}${e} ${t}: ${n}`).split(/\s+/).join(" "))}function Sg(e){let{findings:t,services:n,complete:r}=e;return`lint-deploy: ${[...[`${t.length===0?"No problems found":I(t.length,"problem")} in ${I(n.length,"service")}`,...lt(e)],...r?[]:["the run is incomplete"]].join(" \xB7 ")}`}function Nn({homepage:e},t){return`${e.replace("https://github.com/","https://raw.githubusercontent.com/")}/main/schema/${t}.json`}function Ln(e){let t=r=>_(r,e),n=({file:r,range:s})=>({file:t(r),start:Ca(s.start),end:Ca(s.end)});return{path:t,place:n,label:({name:r,kind:s,platform:o,at:i})=>({name:h(r),kind:s,platform:o,at:n(i)}),step:({words:r,at:s})=>({words:h(r),at:n(s)}),notification:({id:r,level:s,message:o,at:i,rule:a})=>({id:r,level:s,message:h(o),...i&&{at:n(i)},...a!==void 0&&{rule:a}})}}function Ca({line:e,column:t,offset:n}){return{line:e,column:t,offset:n}}var kg=1;function xg(e,t){let n=W(e,t),r=Eg(t);return ue({$schema:Nn(t,"report"),version:kg,tool:{name:"lint-deploy",version:t.version,rules:t.rules.map(({id:s})=>s)},complete:n.complete,summary:Rg(n),platformFiles:n.platformFiles.map(r.path),services:n.services.map(r.summary),findings:n.findings.map(r.finding),suppressed:n.suppressed.map(r.suppressed),undecided:n.undecided.map(r.undecided),notifications:n.notifications.map(r.notification)})}function Rg({findings:e,suppressed:t,services:n,undecided:r}){let s=o=>e.filter(i=>i.severity===o).length;return{errors:s("error"),warnings:s("warning"),notes:s("note"),services:n.length,undecided:r.length,...Nr({suppressed:t}),safelyFixable:e.filter(({fixes:o})=>o.some(({safety:i})=>i==="safe")).length}}function Eg({uriPrefix:e}){let t=Ln(e),{place:n,label:r,step:s}=t,o=({at:c,text:d})=>({at:n(c),text:d}),i=c=>({title:h(c.title),safety:c.safety,...c.safety==="unsafe"&&{because:h(c.because)},edits:c.edits.map(o)}),a=c=>({rule:c.rule,severity:c.severity,statuses:c.statuses,message:{found:h(c.message.found),effect:h(c.message.effect),remedy:h(c.message.remedy)},at:n(c.at),...c.service&&{service:r(c.service)},facts:En(c.facts),trail:c.trail.map(s),fixes:c.fixes.map(i),explains:c.explains.map(a)});return{...t,finding:a,summary:c=>({...r(c),inferred:c.inferred,chain:c.chain.map(s)}),suppressed:({finding:c,suppression:d})=>({by:d.by,..."at"in d&&{reason:h(d.reason),at:n(d.at)},finding:a(c)}),undecided:({rule:c,why:d,at:l,service:u})=>({rule:c,why:h(d),at:n(l),...u&&{service:r(u)}})}}function $g(e,t){let n=W(e,t),r=jg(n,t),s=r.flatMap(i=>i.cases),o={name:"testsuites",attributes:{name:"lint-deploy",...Aa(s),time:$t(t.durationMs)},children:r.map(i=>({name:"testsuite",attributes:{name:i.name,...Aa(i.cases),time:$t(0)},children:i.cases}))};return`<?xml version="1.0" encoding="UTF-8"?>
${La(o,"")}`}function jg(e,t){let{services:n,findings:r,notifications:s}=e,o=t.includeSuppressed?e.suppressed:[],i=p=>Og(p,t),a=p=>Tg(p,t),c=(p,m)=>m.service?.name===p?.name&&m.service?.at.range.start.offset===p?.at.range.start.offset,d=p=>[...r.filter(m=>c(p,m)).map(i),...o.filter(({finding:m})=>c(p,m)).map(a)],l=s.filter(({level:p})=>p==="error").map(Cg),u=[...d(void 0),...l];return[...n.map(p=>{let m=d(p);return{name:h(p.name),cases:m.length>0?m:[Pg(p,t)]}}),...u.length>0?[{name:"lint-deploy",cases:u}]:[]]}function Og(e,t){let{severity:n,message:r}=e,s=h(`${r.found} ${r.effect} ${r.remedy}`),o=n==="note"?{name:"system-out",attributes:{},text:s}:{name:"failure",attributes:{message:h(r.found),type:n},text:`${Na(e,t)}
${s}`};return _a(e,t,o)}function Tg({finding:e,suppression:t},n){let r=h(_n(t));return _a(e,n,{name:"skipped",attributes:{message:r}})}function _a(e,t,n){let{rule:r,at:s,service:o}=e;return{name:"testcase",attributes:{name:`${r} (${Na(e,t)})`,classname:h(o?.name??"lint-deploy"),file:h(_(s.file,t.uriPrefix)),time:$t(0)},children:[n]}}function Pg(e,{uriPrefix:t}){let n=h(_(e.at.file,t));return{name:"testcase",attributes:{name:"no findings",classname:h(e.name),file:n,time:$t(0)}}}function Cg({id:e,message:t}){return{name:"testcase",attributes:{name:e,classname:"lint-deploy",time:$t(0)},children:[{name:"error",attributes:{message:h(t),type:e}}]}}function Na({at:e},{uriPrefix:t}){return h(`${_(e.file,t)}:${e.range.start.line}`)}function Aa(e){let t=n=>e.filter(({children:r=[]})=>r.some(s=>s.name===n)).length;return{tests:e.length,failures:t("failure"),errors:t("error"),skipped:t("skipped")}}function $t(e){return(e/1e3).toFixed(3)}function La({name:e,attributes:t,children:n=[],text:r},s){let o=Object.entries(t).flatMap(([a,c])=>c===void 0?[]:[` ${a}="${Da(String(c))}"`]),i=`${s}<${e}${o.join("")}`;return r!==void 0?`${i}>${Da(r)}</${e}>
`:n.length===0?`${i}/>
`:`${i}>
${n.map(a=>La(a,`${s}  `)).join("")}${s}</${e}>
`}function Da(e){return e.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot;").replaceAll(`
`,"&#10;").replaceAll("	","&#9;").replace(/[\uFFFE\uFFFF]/g,"\uFFFD")}var Fr=1e6,Ag=2e3;function Dg(e,t){let n=W(e,t),r=["## lint-deploy","",...Lg(n),""],s=Mr(Fg(n),Fr/4,m=>`| \u2026 and ${I(m,"other")} | | | |`),o=s.length>0?[..._g,...s,""]:[],i=n.notifications.filter(({level:m})=>m!=="note").map(m=>Ig(m,t)),a=Mr(i,Fr/8,m=>`- \u2026 and ${I(m,"other")}`),c=[...r,...o,...a.length>0?[...a,""]:[]],d=n.findings.toSorted(oe).map(m=>Mg(m,t)),l=Fr-Ag-Wa(c),u=Mr(d,l,m=>`| \u2026 | and ${I(m,"more finding")} | | |`),p=u.length>0?[...Ng,...u,""]:[];return[...c,...p].join(`
`)}var _g=["| Service | Errors | Warnings | Notes |","| --- | ---: | ---: | ---: |"],Ng=["| Severity | Rule | Place | Finding |","| --- | --- | --- | --- |"];function Lg(e){let{findings:t,services:n,undecided:r,complete:s}=e,a=[`${ce.map(c=>({severity:c,count:Ia(t,c)})).filter(c=>c.count>0).map(c=>`**${I(c.count,c.severity)}**`).join(", ")||"No problems found"} in ${I(n.length,"service")}`];return r.length>0&&a.push(`${r.length} not decided`),a.push(...lt(e)),s||a.push("the run is incomplete"),[a.join(" \xB7 ")]}function Ia(e,t){return e.filter(n=>n.severity===t).length}function Fg({services:e,findings:t}){let n=o=>t.filter(i=>i.service?.name===o.name&&i.service.at.file===o.at.file&&i.service.at.range.start.offset===o.at.range.start.offset),r=t.filter(({service:o})=>!o),s=[...new Set(r.map(({at:o})=>o.file))];return[...e.map(o=>Fa(`${Fn(o.name)} (${o.kind})`,n(o))),...s.map(o=>Fa(Fn(o),r.filter(({at:i})=>i.file===o)))]}function Fa(e,t){return`| ${[e,...ce.map(n=>String(Ia(t,n)))].join(" | ")} |`}function Mg({severity:e,rule:t,statuses:n,at:r,message:s},{homepage:o,uriPrefix:i}){let{found:a,effect:c,remedy:d}=s,l=`[${t}](${o}/blob/main/rules/${t}/README.md)`,u=n.length>0?` ${n.join(", ")}`:"",p=Fn(`${_(r.file,i)}:${r.range.start.line}`);return`| ${e} | ${l}${u} | ${p} | ${Va(`${a} ${c} ${d}`)} |`}function Ig({level:e,message:t,at:n},{uriPrefix:r}){let s=n?` ${Fn(`${_(n.file,r)}:${n.range.start.line}`)}`:"";return`- ${e}${s} ${Va(t)}`}function Mr(e,t,n){let r=0,s=e.findIndex(o=>(r+=Wa([o]))>t);return s<0?[...e]:[...e.slice(0,s),n(e.length-s)]}function Wa(e){return e.reduce((t,n)=>t+Buffer.byteLength(n)+1,0)}function Va(e){let t=h(e).split("`"),n=t.length%2===0?t.pop()??"":void 0;return t.map((s,o)=>o%2===1?`<code>${Ir(s)}</code>`:Ma(s)).join("")+(n===void 0?"":Ma(`\`${n}`))}function Fn(e){return`<code>${Ir(h(e))}</code>`}function Ma(e){return Ir(e).replace(/&#(?:64|35);(?=\w)/g,"$&&#8203;")}function Ir(e){return e.replace(/[&<>|\\`*_[\]~@#$!^{}]|:(?=\/\/)|(?<=www)\./gi,t=>`&#${t.charCodeAt(0)};`).replace(/\s+/g," ")}var Wg={error:"ERROR",warning:"WARNING",note:"INFO"};function Vg(e,t){let{findings:n}=W(e,t),r=Hg(t);return ue({source:{name:"lint-deploy",url:t.homepage},diagnostics:n.toSorted(oe).map(s=>Gg(s,t,r))})}function Gg(e,{uriPrefix:t,homepage:n},r){let{rule:s,severity:o,message:i,at:a}=e,c=({start:l,end:u})=>({start:{line:l.line,column:r(a.file,l)},end:{line:u.line,column:r(a.file,u)}}),d=e.fixes.flatMap(({safety:l,edits:[u,...p]})=>l==="safe"&&u&&p.length===0&&u.at.file===a.file?[{range:c(u.at.range),text:u.text}]:[]);return{message:h(`${i.found} ${i.effect} ${i.remedy}`),location:{path:_(a.file,t),range:c(a.range)},severity:Wg[o],code:{value:s,url:`${n}/blob/main/rules/${s}/README.md`},...d.length>0&&{suggestions:d}}}function Hg({source:e}){let t=new Map;return(n,{offset:r,column:s})=>{t.has(n)||t.set(n,e(n));let o=t.get(n);return o===void 0?s:Buffer.byteLength(o.slice(r-s+1,r))+1}}var Yg={error:"error",warning:"warning",note:"recommendation"};function Ha(e,t){let n=e.page.replace(/<!--.*?-->\n?/gs,"").trim(),r=`${e.title}.`;return{id:e.id,name:qg(e.id),shortDescription:{text:Ga(r)},fullDescription:{text:Ga(Bg(n)??r)},help:{text:Ya(n)||r,markdown:n||r},helpUri:`${t}/blob/main/rules/${e.id}/README.md`,defaultConfiguration:{level:e.severity},properties:{tags:["deployment",...e.statuses.map(s=>`http-${s}`)],precision:"high","problem.severity":Yg[e.severity]}}}function qg(e){return e.split("-").map(t=>t.charAt(0).toUpperCase()+t.slice(1)).join("")}function Ga(e){return e.length<=1024?e:`${e.slice(0,1023)}\u2026`}function Bg(e){let[,t]=/^## [^\n]*\n+([^\n#](?:[^\n]|\n(?!\n))*)/m.exec(e)??[];return t&&Ya(t).replaceAll(`
`," ")}function Ya(e){return e.replace(/^(?:#{1,6} +|```.*\n?)/gm,"").replace(/\[([^\]\n]*)\]\([^)\n]*\)/g,"$1").replace(/\*\*|`/g,"").trim()}var Wr=5e3;function Ug(e,t){let n=W(e,t),r={context:t,places:kn(t),ruleIndex:new Map(t.rules.map(({id:o},i)=>[o,i]))},s={$schema:"https://json.schemastore.org/sarif-2.1.0.json",version:"2.1.0",runs:[Kg(n,r)]};return ue(s)}function Kg(e,t){let{version:n,homepage:r,rules:s,sarifCategory:o}=t.context,i=oy(e,t);return{tool:{driver:{name:"lint-deploy",version:n,semanticVersion:n,informationUri:r,rules:s.map(a=>Ha(a,r))}},...o&&{automationDetails:{id:o.replace(/\/*$/,"/")}},invocations:[sy(e,i)],columnKind:"utf16CodeUnits",newlineSequences:[`\r
`,`
`,"\r"],results:Jg(e,t)}}function Jg({findings:e,suppressed:t},n){let r=n.context.includeSuppressed?t:[],s=new Map(r.map(({finding:i,suppression:a})=>[i,a])),o=[...e.toSorted(oe),...s.keys()].slice(0,Wr);return Xg(o,n).map((i,a)=>{let c=o[a],d=c&&s.get(c);return d?{...i,suppressions:[zg(d,n)]}:i})}function zg(e,{places:t}){return{kind:e.by==="comment"?"inSource":"external",status:"accepted",justification:h(_n(e)),..."at"in e&&{location:{physicalLocation:t.physical(e.at)}}}}function Xg(e,t){let{context:n,places:r}=t,s=Qg(n),o=jr(e,r.lineText,n.uriPrefix);return e.map((i,a)=>{let c=s(i),d={...c!==void 0&&{primaryLocationLineHash:c},"lintDeploy/v1":o[a]??""};return{...Zg(i,t),partialFingerprints:d}})}function Qg({utf8Source:e}){let t=new Map;return({at:n})=>{if(!t.has(n.file)){let r=e(n.file);t.set(n.file,r===void 0?[]:Bi(r))}return t.get(n.file)?.[n.range.start.line-1]}}function Zg(e,{places:t,ruleIndex:n}){let{rule:r,severity:s,message:o,at:i,trail:a,fixes:c}=e,d=n.get(r),l=a.map((u,p)=>({id:p+1,...qa(u,t)}));return{ruleId:r,...d!==void 0&&{ruleIndex:d},level:s,message:jt(`${o.found} ${o.effect} ${o.remedy}`),locations:[{physicalLocation:t.physical(i)}],...l.length>0&&{relatedLocations:l,codeFlows:[ey(e,t)]},...c.length>0&&{fixes:c.map(u=>ny(u,t))},properties:ty(e,t)}}function ey({trail:e,at:t,message:n},r){return{threadFlows:[{locations:[...e,{at:t,words:n.found}].map(o=>({location:qa(o,r)}))}]}}function qa({at:e,words:t},n){return{physicalLocation:n.physical(e),message:jt(t)}}function ty({service:e,statuses:t,facts:n,explains:r},s){return{...e&&{service:h(e.name),kind:e.kind,platform:e.platform},statuses:t,facts:En(n),...r.length>0&&{explains:r.map(({rule:o,severity:i,message:a,at:c})=>({rule:o,severity:i,message:h(a.found),uri:s.uri(c.file),startLine:c.range.start.line}))}}}function ny(e,t){let n=[...new Set(e.edits.map(({at:s})=>s.file))],r=e.safety==="unsafe"?`${e.title}. Unsafe: ${e.because}`:e.title;return{description:jt(r.endsWith(".")?r:`${r}.`),artifactChanges:n.map(s=>ry(s,e.edits,t)),properties:{safety:e.safety}}}function ry(e,t,n){return{artifactLocation:{uri:n.uri(e)},replacements:t.filter(({at:r})=>r.file===e).map(({at:r,text:s})=>({deletedRegion:xn(r.range),insertedContent:{text:s}}))}}function sy(e,t){return{executionSuccessful:e.complete||e.platformFiles.length>0||e.services.length>0,...t.length>0&&{toolExecutionNotifications:t}}}function oy(e,t){return[...iy(e.findings.length),...e.notifications.map(n=>Ba(n,t)),...e.undecided.map(n=>ay(n,t))]}function iy(e){if(e<=Wr)return[];let t=`Only the ${Wr} worst of ${e} findings are listed: code scanning keeps no more.`;return[{descriptor:{id:"result-limit"},level:"warning",message:jt(t)}]}function Ba({id:e,level:t,message:n,at:r,rule:s},o){return{descriptor:{id:e},level:t,message:jt(n),...r&&{locations:[{physicalLocation:o.places.physical(r)}]},...s!==void 0&&{associatedRule:cy(s,o)}}}function ay({rule:e,why:t,at:n,service:r},s){return{...Ba({id:"not-decided",level:"note",message:t,at:n,rule:e},s),...r&&{properties:{service:h(r.name),platform:r.platform}}}}function cy(e,{ruleIndex:t}){let n=t.get(e);return{id:e,...n!==void 0&&{index:n}}}function jt(e){return{text:h(e).replace(/[[\]\\]/g,"\\$&")}}var Ua=4;function Ka(e,t,n,r){let s=e[t.start.line-1];if(s===void 0)return[];let o=String(t.start.line),i=t.end.line===t.start.line?t.end.column-1:s.length,a=ly(dy(s),t.start.column-1,i,r.width-o.length-3),c=n===""?"":` ${n}`,d="^".repeat(a.marked),l=re(o+c)+3+a.before+a.marked<=r.width;return[`${r.gutter(`${o} \u2502`)} ${a.text}`.trimEnd(),`${r.gutter(`${" ".repeat(o.length)} \u2502`)} ${" ".repeat(a.before)}${r.marker(d+(l?c:""))}`]}function dy(e){let t=aa(e),n=[],r=0,s=0;for(let o of e){let i=o==="	"?" ".repeat(Ua-s%Ua):t.get(r)??o,a=i===o?Pn(o):i.length;n.push({offset:r,shown:i,width:a}),s+=a,r+=o.length}return n}function ly(e,t,n,r){let s=Vr(e),o=Vr(e.filter(({offset:p})=>p<t)),i=o+Vr(e.filter(({offset:p})=>p>=t&&p<n)),c=s<=r||i<r?0:Math.max(0,Math.min(o-Math.floor(r/4),s-r)),d=s-c<=r?s:c+r-1,l={text:c>0?"\u2026":"",before:c>0?1:0,marked:0},u=0;for(let{offset:p,shown:m,width:b}of e){let S=u>=(c>0?c+1:0)&&u+b<=d;u+=b,S&&(l.text+=m,p<t?l.before+=b:p<n&&(l.marked+=b))}return d<s&&(l.text+="\u2026"),{...l,marked:Math.max(1,l.marked)}}function Vr(e){return e.reduce((t,{width:n})=>t+n,0)}function uy(e,t,n){let r=W(e,t);return(n.quiet?fy(r,t):py(r,new dt(t,n),t)).map(o=>`${o}
`).join("")}function fy(e,t){return[...e.notifications.filter(({level:r})=>r==="error").map(({at:r,id:s,message:o})=>`${r?`${Dn(r,t)}: `:""}error ${s}: ${Ja(o)}`),...[...e.findings].filter(({severity:r})=>r!=="note").sort((r,s)=>Qa(r.at.file,s.at.file)||oe(r,s)).map(({at:r,severity:s,rule:o,message:i})=>`${Dn(r,t)}: ${s} ${o}: ${Ja(`${i.found} ${i.effect} ${i.remedy}`)}`)]}function Ja(e){return H(ee(e)).split(/\s+/).join(" ").trim()}function py(e,t,n){return[...my(e).filter(({findings:s})=>s.length>0||t.verbose).map(s=>hy(s,t)),xy(t.verbose?e.undecided:[],t),An(e.notifications,t),Ry(e,t,n)].filter(s=>s.length>0).flatMap((s,o)=>o===0?s:["",...s])}function my({services:e,findings:t}){let n=new Map,r=(s,o)=>{let i=o?.at.range.start.offset??-1,a=[s,i,o?.name??""].join("\0"),c=n.get(a)??{file:s,offset:i,findings:[],...o&&{service:o}};return n.set(a,c),c};for(let s of e)r(s.at.file,s);for(let s of t)r((s.service??s).at.file,s.service).findings.push(s);for(let s of n.values())s.findings.sort(oe);return[...n.values()].sort((s,o)=>Qa(s.file,o.file)||s.offset-o.offset)}function Qa(e,t){return e===t?0:e<t?-1:1}function hy({file:e,service:t,findings:n},r){let s=t?Cn(t,r):[r.colours.bold(De(e,r.context))];for(let o of n)s.push("",...gy(o,r));return n.length===0&&s.push("  No problems found."),s}function gy(e,t){let{found:n,effect:r}=e.message,{dim:s}=t.colours,o={width:t.width-6,gutter:s,marker:t.severity(e.severity)},i=te(e.label??""),a=Ka(t.source(e.at.file),e.at.range,i,o);return[...yy(e,t),...t.prose(`${n} ${r}`,4),...Se(a,6),...wy(e,t),...by(e,t),...vy(e,t)]}function yy({severity:e,rule:t,at:n,statuses:r},s){let{bold:o}=s.colours,i=[{text:e,paint:s.severity(e)},{text:te(t),paint:o}],a={text:s.place(n)},c=r.join(", "),d=za([...i,a],c,s);return d!==void 0?[d]:[za(i,c,s)??`  ${Gr(i)}`,`    ${a.text}`]}function za(e,t,n){let r=e.map(({text:o})=>o).join("  "),s=n.width-2-re(r)-t.length;return t===""?s<0?void 0:`  ${Gr(e)}`:s<2?void 0:`  ${Gr(e)}${" ".repeat(s)}${n.colours.bold(t)}`}function Gr(e){return e.map(({text:t,paint:n})=>n?n(t):t).join("  ")}function wy({trail:e},t){return e.length===0||e.length===1&&!t.verbose?[]:["    How it gets there:",..._e(Et(e,t),6,t)]}function by({explains:e},t){if(e.length===0)return[];let r=`Also leads to: ${e.flatMap(Za).map(({rule:s,at:o})=>`${te(s)} (${t.place(o)})`).join(", ")}`.split(" ").map(s=>({text:s}));return Se(Ae(fe(r," ",t.width-6)),4)}function Za(e){return[e,...e.explains.flatMap(Za)]}function vy({message:e,fixes:t},n){let r=n.prose(`Fix: ${e.remedy}`,4),s=t.some(({safety:a})=>a==="safe"),[o="",...i]=s?Sy(r,"(--fix)",n):[...r,...ky(e.remedy,t,n)];return[o.replace("Fix:",()=>n.colours.green("Fix:")),...i]}function Sy(e,t,n){let r=`${e.at(-1)??""}  ${t}`;return re(r)<=n.width?[...e.slice(0,-1),r]:[...e,`    ${t}`]}function ky(e,t,n){let r=t.find(({safety:i})=>i==="unsafe");if(r?.safety!=="unsafe")return[];let s=Xa(r.title),o=e.replaceAll("`","")===s;return n.prose(`With --fix=unsafe: ${o?"":`${s} `}${Xa(r.because)}`,4)}function Xa(e){let t=e.replace(/^[a-z]/,n=>n.toUpperCase());return/[.!?]$/.test(t)?t:`${t}.`}function xy(e,t){if(e.length===0)return[];let n=e.flatMap(({rule:r,at:s,why:o,service:i})=>{let a=i?[{text:te(ee(i.name))}]:[],c=[{text:te(r)},{text:t.place(s)},...a];return["",..._r(c,t),...t.prose(o,4)]});return[t.colours.bold("Not decided"),...n]}function Ry(e,t,n){let{findings:r,undecided:s,complete:o}=e,i=[Ey(e,n)],a=r.filter(({fixes:l})=>l.some(({safety:u})=>u==="safe")).length,c=r.filter(({fixes:l})=>l.length>0).length-a;a>0&&i.push(`${a} fixable with --fix`),c>0&&i.push(`${c} ${a>0?"more":"fixable"} with --fix=unsafe`),s.length>0&&i.push(`${s.length} not decided${t.verbose?"":" (--verbose)"}`),i.push(...lt(e)),o||i.push("the run is incomplete"),i.push($y(n.durationMs));let d=i.map(l=>Ee(l,t.width).map(u=>({text:u})));return fe(d.flat()," \xB7 ",t.width)}function Ey({findings:e,services:t,platformFiles:n},r){let s=ce.map(d=>({severity:d,count:e.filter(l=>l.severity===d).length})).filter(({count:d})=>d>0),o=`No problems found by ${I(r.rules.length,"rule")}`,i=s.map(({severity:d,count:l})=>I(l,d)).join(", ")||o,[a]=n;if(t.length>0)return`${i} in ${I(t.length,"service")}`;if(a===void 0)return e.length>0?i:"Nothing to lint: no platform file and no service was found";let c=n.length===1?De(a,r):I(n.length,"platform file");return`${i} in ${c}, no services`}function $y(e){return e<1e3?`${Math.round(e)} ms`:`${(e/1e3).toFixed(1)} s`}var Mn=["runtime","root","buildCommand","preDeployCommand","startCommand","dockerfile","dockerContext","image","healthCheckPath","publishPath","region","plan"];var jy=1;function Oy(e,t){let n=Ty(t.uriPrefix);return ue({$schema:Nn(t,"trace"),version:jy,tool:{name:"lint-deploy",version:t.version},complete:e.complete,platformFiles:e.platformFiles.map(n.path),services:e.services.map(n.service),notifications:e.notifications.map(n.notification)})}function Ty(e){let{path:t,place:n,label:r,step:s,notification:o}=Ln(e),i=(g,x)=>{let j=({value:Y,at:z,from:Vn})=>({is:"known",value:x(Y),at:n(z),from:Py(Vn)});switch(g.is){case"known":return j(g);case"oneOf":return{is:"oneOf",values:g.values.map(j)};case"absent":return{is:"absent",at:n(g.at)};case"unknown":return{is:"unknown",why:h(g.why),at:n(g.at)}}},a=(g,x=h)=>i(g,x),c=g=>{switch(g.is){case"file":case"folder":return{is:g.is,path:a(g.path)};case"module":{let{module:x,attribute:j,call:Y,folders:z}=g;return{is:"module",module:a(x),attribute:a(j),call:Y,...z&&{folders:z.map(h)}}}case"none":return{is:"none"}}},d=({name:g,words:x,role:j,target:Y})=>({name:h(g),words:jn(x).map(z=>z===void 0?null:h(z)),role:j,target:c(Y)}),l=({name:g,variable:x})=>({name:h(g),is:x.is,at:n(x.at),...x.is==="set"&&{value:a(x.value,j=>h($n(g,j)))}}),u=({why:g,at:x})=>({why:h(g),at:n(x)}),p=({server:g,host:x,port:j,keepAlive:Y,at:z,conditional:Vn})=>({server:h(g),at:n(z),conditional:Vn,host:a(x),port:i(j,Number),keepAlive:i(Y,Hr=>Number.isFinite(Hr)?Hr:-1)}),m=g=>({program:d(g.program),server:g.server,conditional:g.conditional,folder:h(g.folder),at:n(g.at),steps:g.steps.map(s),variables:g.variables.map(l),sockets:g.sockets.map(p),openSockets:g.openSockets.map(u)}),b=({kind:g,name:x,path:j,otherCase:Y,available:z})=>({kind:g,name:h(x),path:h(j),...Y!==void 0&&{otherCase:h(Y)},available:z.map(h)}),S=g=>({why:h(g.why),at:n(g.at),steps:g.steps.map(s),...g.missing&&{missing:b(g.missing)}});return{path:t,service:g=>({...r(g),inferred:g.inferred,...g.elsewhere!==void 0&&{elsewhere:h(g.elsewhere)},chain:g.chain.map(s),...g.folder!==void 0&&{folder:h(g.folder)},processes:g.processes.map(m),before:g.before.map(m),gaps:g.gaps.map(S),...g.ends&&{ends:u(g.ends)},settings:Object.fromEntries(Mn.map(x=>[x,a(g.settings[x])])),routes:g.routes.map(({type:x,source:j,destination:Y,at:z})=>({type:x,source:h(j),destination:h(Y),at:n(z)})),refusedRoutes:g.refusedRoutes.map(({at:x})=>({at:n(x)}))}),notification:o}}function Py(e){switch(e.by){case"written":return{by:e.by};case"default":return{by:e.by,of:e.of,source:e.source};case"platform":return{by:e.by,platform:e.platform};case"variable":return{by:e.by,name:e.name}}}var Cy=40,Ay=500;function Dy(e,t,n){let r=new dt(t,{...n,verbose:!0});return[...e.services.map(i=>_y(i,r)),An(e.notifications,r),Xy(e,r)].filter(i=>i.length>0).flatMap((i,a)=>a===0?i:["",...i]).map(i=>`${i}
`).join("")}function _y(e,t){let n=e.before.flatMap(s=>tc(s,t)),r=[...e.kind==="static"?[]:[Ny(e,t)],In("Runs first and ends",n,t),Hy(e,t),In("What is set",_e(qy(e,t),4,t),t)];return[...Cn(e,t),...r.flat()]}function In(e,t,n){return t.length===0?[]:["",`  ${n.colours.bold(e)}`,...t]}function Ny({kind:e,processes:t,gaps:n,ends:r},s){let o=t.flatMap(c=>tc(c,s));r?o.push(...s.prose(`The start command ends: ${r.why} (${s.place(r.at)}).`,4)):t.length===0&&o.push(...s.prose(Ly(n,s),4)),(e==="web"||e==="private")&&t.some(({server:c})=>c==="undecided")&&o.push(...s.prose("Not decided: which of these answers requests.",4));let i=t.length>1?t.find(({server:c})=>c==="yes"):void 0;return i&&o.push(...s.prose(`The one that answers requests is ${i.program.name}.`,4)),In(r?"Starts":e==="cron"||e==="workflow"?"Runs":"Stays running",o,s)}function Ly(e,t){let[n]=e;return n?ec(n)?`Not decided: ${n.why} (${t.place(n.at)}).`:"Not decided: the way there ends early.":"Nothing."}function ec({steps:e}){return e.length===0}function tc(e,t){let n=rc(jn(e.program.words).map(i=>i??"\u2026").join(" ")),[r="",...s]=Se(Ae(Ee(n,t.width-6)),4),o=[{left:"program",right:My(e)},...Iy(e.program.target,t),{left:"folder",right:Gn(e.folder)},...e.variables.map(({name:i,variable:a})=>Gy(i,a,t)),...e.sockets.flatMap(i=>Wy(i,t)),...e.openSockets.map(({why:i,at:a})=>({left:"not decided",right:`${i} (${t.place(a)})`}))];return[t.colours.bold(r),...s,..._e(Et(e.steps,t),6,t),..._e(e.conditional?[...o,{left:"when",right:"not decided: on a condition"}]:o,6,t)]}var Fy={server:"a server","dev-server":"a server made for development",worker:"a worker, which opens no port",task:"ends by itself",runtime:"what it does depends on the code it runs",unknown:"not a program that lint-deploy knows"};function My({program:{name:e,role:t}}){return`${e}: ${Fy[t]}`}function Iy(e,t){switch(e.is){case"file":return[{left:"runs",right:pe(e.path,t)}];case"folder":return[{left:"serves",right:pe(e.path,t)}];case"module":{let{module:n,attribute:r,call:s}=e,o=r.is==="absent"?[]:[{left:"object",right:pe(r,t)}],i=s?[{left:"calls it",right:"the object is a function that makes the app"}]:[];return[{left:"module",right:pe(n,t)},...o,...i]}case"none":return[]}}function Wy({server:e,host:t,port:n,keepAlive:r,at:s,conditional:o},i){let a=o?", on a condition that is not decided":"";return[{left:"listens",right:`${e} (${i.place(s)})${a}`},{left:"host",right:pe(t,i)},{left:"port",right:n.is==="absent"?"any that is free":pe(n,i,String)},...r.is==="absent"?[]:[{left:"idle limit",right:pe(r,i,Vy)}]]}function Vy(e){return Number.isFinite(e)?`${e/1e3} s`:"none"}function Gy(e,t,n){let r=Rt(te(e),Cy);switch(t.is){case"set":return{left:r,right:pe(t.value,n,s=>$n(e,s))};case"unset":return{left:r,right:"not set, unless the dashboard sets it"};case"unknown":return{left:r,right:"not decided: the dashboard or a file may set it"}}}function Hy({gaps:e,processes:t,before:n},r){let s=t.length===0?e.filter(a=>!ec(a)):e,o=new Set([...t,...n].map(({at:a})=>r.place(a))),i=s.flatMap(({why:a,at:c,steps:d,missing:l})=>{let u=l?.otherCase===void 0?"":`; there is ${l.otherCase}, in another letter case`,p={left:r.place(c),right:`${a}${u}`};return o.has(p.left)?[p]:[...Et(d,r),p]});return In("Not followed further",_e(i,4,r),r)}var nc={runtime:"runtime",root:"root folder",buildCommand:"build command",preDeployCommand:"pre-deploy command",startCommand:"start command",dockerfile:"Dockerfile",dockerContext:"Docker context",image:"image",healthCheckPath:"health check",publishPath:"published folder",region:"region",plan:"plan"},Yy={healthCheckPath:["web"],publishPath:["static"]};function qy(e,t){let{settings:n,kind:r}=e,s=e.elsewhere===void 0?[]:[{left:"code",right:`in another repository, ${e.elsewhere}`}],o=Mn.filter(a=>{let{is:c}=n[a];return Yy[a]?.includes(r)??c!=="absent"}),i=o.filter(a=>n[a].is!=="unknown");return[...s,...i.map(a=>({left:nc[a],right:By(a,n[a],t)})),...Ky(e,t),...Uy(e,o,t)]}function By(e,t,n){return pe(t,n,e==="root"?Gn:void 0)}function Uy({settings:e},t,n){let r=new Map;for(let s of t){let o=e[s];if(o.is!=="unknown")continue;let i=`${o.why} (${n.place(o.at)})`;r.set(i,[...r.get(i)??[],nc[s]])}return[...r].map(([s,o])=>({left:"not decided",right:`${o.join(", ")}: ${s}`}))}function Ky({kind:e,routes:t,refusedRoutes:n,platform:r},s){return e==="static"&&t.length+n.length===0?[{left:"routes",right:"none"}]:[...t.map(o=>({left:o.type,right:`${Jy(o)} (${s.place(o.at)})`})),...n.map(({at:o})=>({left:"route",right:`${r} refuses it (${s.place(o)})`}))]}function Jy({source:e,destination:t}){return`${e} \u2192 ${t}`}function pe(e,t,n=String){switch(e.is){case"known":{let r=rc(n(e.value));return`${r===""?"empty":r} (${zy(e.from,t.place(e.at))})`}case"oneOf":return`not decided, one of: ${e.values.map(r=>pe(r,t,n)).join(", ")}`;case"absent":return"not set";case"unknown":return`not decided: ${e.why} (${t.place(e.at)})`}}function rc(e){return Rt(Dr(H(e)),Ay)}function zy(e,t){switch(e.by){case"written":return t;case"default":return`${e.of}'s default, ${e.source}`;case"platform":return`${e.platform} sets it`;case"variable":return`from the variable ${e.name}, ${t}`}}function Xy({services:e,platformFiles:t},n){let[r]=t;if(e.length===0)return n.prose(r===void 0?"No platform file and no service was found.":`No services in ${De(r,n.context)}.`,0);let s=e.filter(({gaps:a})=>a.length>0).length,o=[I(e.length,"service")];s>0&&o.push(`${I(s,"start command")} not followed to the end`);let i=o.flatMap(a=>Ee(a,n.width).map(c=>({text:c})));return fe(i," \xB7 ",n.width)}var sc=Ve.map(({rule:e,page:t})=>({id:e.id,title:e.title,severity:e.severity,statuses:e.statuses,page:t})),Wn=[Ii],Qy=Wn.map(({facts:e})=>e.id),Zy={rules:Ve.map(({rule:e})=>e),platforms:Qy,id:et.configSchema};async function h$(e,t={}){let{settings:n=le,inlineIgnores:r,today:s,baseline:o,onProgress:i}=t,a=tw(t.rules,n),c=performance.now(),d=await Fo({repository:e,rules:a.map(({rule:u})=>u),platforms:oc(n),settings:n,knownRules:sc.map(({id:u})=>u),...r!==void 0&&{inlineIgnores:r},...s!==void 0&&{today:s},...i&&{onProgress:i}}),l={version:et.version,homepage:et.home,rules:sc.filter(({id:u})=>a.some(({rule:p})=>p.id===u)),...yr(e),uriPrefix:"",durationMs:performance.now()-c};return o?ew({report:d,context:l},o):{report:d,context:l}}function g$(e,t){return so(e,Zy,t)}function y$(e,t){return Xs(e,t)}function ew({report:e,context:t},n){let r=t.rules.map(({id:s})=>s);return{report:io(e,rt(e,t),n,r),context:t}}function w$({report:e,context:t},n){if("why"in n)return{report:Io(e,n.why),context:t};let r=rt(n.report,n.context);return{report:Mo(e,rt(e,t),r),context:t}}function b$({report:e,context:t},n={entries:[]}){let r=rt(e,t),s=e.findings.map((i,a)=>({finding:i,fingerprint:r[a]??""})),o=t.rules.map(({id:i})=>i);return ao(s,n,o)}async function v$(e,{settings:t=le}={}){return{trace:await Vo(e,oc(t),t),context:{version:et.version,homepage:et.home,source:yr(e).source,uriPrefix:""}}}function oc({platform:e}){let t=Wn.find(({facts:n})=>n.id===e)??Wn[0];return[t,...Wn.filter(n=>n!==t)]}function tw(e=[],{rules:t}){if(e.length===0)return Ve.filter(({rule:r})=>t.get(r.id)?.severity!=="off");let n=e.find(r=>!Ve.some(({rule:s})=>s.id===r));if(n!==void 0)throw new RangeError(`There is no rule "${n}".`);return Ve.filter(({rule:r})=>e.includes(r.id))}export{ce as a,je as b,iu as c,et as d,_ as e,ee as f,bn as g,H as h,te as i,rt as j,kt as k,Lh as l,Bh as m,Qh as n,rg as o,Ea as p,Rt as q,pg as r,xg as s,$g as t,Dg as u,Vg as v,Ug as w,uy as x,Oy as y,Dy as z,sc as A,Qy as B,h$ as C,g$ as D,y$ as E,ew as F,w$ as G,b$ as H,v$ as I};
