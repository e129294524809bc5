import { createRequire as __lintDeployCreateRequire } from 'node:module';import { fileURLToPath as __lintDeployToPath } from 'node:url';import { dirname as __lintDeployDirname } from 'node:path';const require = __lintDeployCreateRequire(import.meta.url);const __filename = __lintDeployToPath(import.meta.url);const __dirname = __lintDeployDirname(__filename);
import{a as Me}from"./chunk-L2T7I43M.js";import{a as Ie,b as $e,c as ne}from"./chunk-Q57FYZ3S.js";import{c as Oe,f as Re,g as Q,h as ee,i as _e}from"./chunk-VUSSQUYH.js";import{a as ze,b as Ee,d as J}from"./chunk-BDLP7YSS.js";import{c as Pe}from"./chunk-5FNU3O3Q.js";import{a as B}from"./chunk-JTWS6Y5O.js";import{e as Se}from"./chunk-F5UDCHWB.js";import{d as je,i as ve}from"./chunk-M2MR5RMU.js";import{c as xe}from"./chunk-SCJ4RVCZ.js";import{a as E,b as G,c as j}from"./chunk-TSWZRGOU.js";import{a as qe}from"./chunk-YPH2D2XT.js";import{a as Le}from"./chunk-KQAEEVKM.js";import"./chunk-EIIGKZI4.js";import"./chunk-WRXSWL7N.js";import"./chunk-4FIDEOSJ.js";import{a as ke,b as T}from"./chunk-ZHAKAE73.js";import{c as Y}from"./chunk-DBDO3DNC.js";import{c as we,d as P,e as I,g as be}from"./chunk-QWXGPTMW.js";import{a as Z,b as u,c as $,d as W}from"./chunk-I7ILA4XV.js";import{b as x,c as v,e as h}from"./chunk-I4OWIK2V.js";import"./chunk-ELJHYZJF.js";import"./chunk-XMYPCNPC.js";import{a as A,b as D}from"./chunk-SKAUTUF2.js";import{a as he}from"./chunk-IKSPVCJP.js";import"./chunk-WF4TQBPV.js";var Ce={tsc:["typescript"],tsserver:["typescript"],nest:["@nestjs/cli"],ng:["@angular/cli"],next:["next"],nuxt:["nuxt","nuxi","nuxt-edge","@nuxt/cli"],nuxi:["nuxi","nuxt","@nuxt/cli"],"vue-cli-service":["@vue/cli-service"],vue:["@vue/cli"],"react-scripts":["react-scripts","react-scripts-ts"],craco:["@craco/craco"],webpack:["webpack","webpack-cli"],"webpack-dev-server":["webpack-dev-server"],rspack:["@rspack/cli"],rsbuild:["@rsbuild/core"],babel:["@babel/cli","babel-cli"],"babel-node":["@babel/node","babel-cli"],swc:["@swc/cli"],"swc-node":["@swc-node/register"],"ts-node":["ts-node"],"ts-node-esm":["ts-node"],"ts-node-script":["ts-node"],"ts-node-transpile-only":["ts-node"],"ts-node-dev":["ts-node-dev"],tsnd:["ts-node-dev"],remix:["@remix-run/dev"],"remix-serve":["@remix-run/serve"],"react-router":["@react-router/dev"],"react-router-serve":["@react-router/serve"],"svelte-kit":["@sveltejs/kit"],"solid-start":["solid-start"],gatsby:["gatsby","gatsby-cli"],parcel:["parcel","parcel-bundler"],eleventy:["@11ty/eleventy"],docusaurus:["@docusaurus/core"],ember:["ember-cli"],gulp:["gulp","gulp-cli"],grunt:["grunt-cli","grunt"],quasar:["@quasar/cli","@quasar/app-vite","@quasar/app-webpack","@quasar/app"],ionic:["@ionic/cli"],expo:["expo","@expo/cli","expo-cli"],electron:["electron"],"electron-forge":["@electron-forge/cli"],"electron-builder":["electron-builder"],sls:["serverless"],serverless:["serverless"],"run-s":["npm-run-all","npm-run-all2"],"run-p":["npm-run-all","npm-run-all2"],"npm-run-all":["npm-run-all","npm-run-all2"],conc:["concurrently"],"cross-env-shell":["cross-env"],dotenv:["dotenv-cli"],dotenvx:["@dotenvx/dotenvx"],"env-cmd":["env-cmd"],"sequelize-cli":["sequelize-cli"],sequelize:["sequelize-cli"],"typeorm-ts-node-commonjs":["typeorm"],"typeorm-ts-node-esm":["typeorm"],"mikro-orm":["@mikro-orm/cli"],strapi:["@strapi/strapi","strapi"],medusa:["@medusajs/cli","@medusajs/medusa","@medusajs/medusa-cli"],keystone:["@keystone-6/core","@keystone-next/keystone"],payload:["payload"],directus:["directus"],rw:["@redwoodjs/core","@redwoodjs/cli"],"rw-server":["@redwoodjs/api-server"],"rw-api-server":["@redwoodjs/api-server"],cedar:["@cedarjs/core","@cedarjs/cli"],ncc:["@vercel/ncc","@zeit/ncc"],fastify:["fastify-cli"],"graphql-codegen":["@graphql-codegen/cli"],"http-server":["http-server"],sirv:["sirv-cli"],ws:["local-web-server"],"pm2-runtime":["pm2"],"pm2-docker":["pm2"],tailwindcss:["tailwindcss","@tailwindcss/cli"],postcss:["postcss-cli"],uglifyjs:["uglify-js"],prettier:["prettier"],biome:["@biomejs/biome"],playwright:["playwright","@playwright/test"],cap:["@capacitor/cli"],storybook:["storybook","@storybook/cli"],"start-storybook":["@storybook/react","@storybook/vue"],tsr:["@tanstack/router-cli"],eslint:["eslint"],coffee:["coffeescript","coffee-script"],lit:["@lit/localize-tools"],moleculer:["moleculer-cli"],"moleculer-runner":["moleculer"],adonis:["@adonisjs/cli"],del:["del-cli"],trash:["trash-cli"],cpx:["cpx","cpx2"],copyfiles:["copyfiles"],copyup:["copyfiles"],"resolve-tspaths":["resolve-tspaths"],esno:["esno"],esmo:["esno"],"react-app-rewired":["react-app-rewired"],"json-server":["json-server"],"relay-compiler":["relay-compiler"],rescript:["rescript"]},In=new Set(["vite","astro","tsx","tsup","tsdown","esbuild","rollup","turbo","nx","lerna","vinxi","vitepress","vuepress","hexo","preact","preact-cli","snowpack","microbundle","unbuild","pkgroll","wrangler","vercel","nodemon","serve","pm2","forever","micro","probot","sails","live-server","browser-sync","supervisor","concurrently","cross-env","rimraf","shx","cpy-cli","mkdirp","ncp","wait-on","wait-port","npm-watch","prisma","drizzle-kit","knex","typeorm","migrate-mongo","node-pg-migrate","db-migrate","zenstack","tsc-alias","tsconfig-paths","tscpaths","ttsc","tspc","vue-tsc","svelte-check","jiti","vite-node","sass","node-sass","less","stylus","terser","browserify","svgo","nodemon","node-dev","ntl","np","jest","vitest","mocha","cypress","husky","patch-package","is-ci","standard","xo","c8","nyc","gts","sucrase","sucrase-node","bob","waspc","node-red","blitz","vike","rspress","rslib","farm","modern"]);function U(n){let e=Object.hasOwn(Ce,n)?Ce[n]:void 0;return e?[...new Set([...e,n])]:In.has(n)?[n]:void 0}var Ne={typescript:/^(?:ts-node|ts-node-dev|@nestjs\/cli|typescript-eslint|@typescript-eslint\/.*|ts-loader|ts-jest|vue-tsc|gts|@angular\/.*|svelte-check|svelte2tsx|@sveltejs\/package|fork-ts-checker-webpack-plugin|tsdx|dts-cli|@redwoodjs\/.*|@cedarjs\/.*|@vue\/cli-plugin-typescript|@rollup\/plugin-typescript|rollup-plugin-typescript2|tsd|@microsoft\/.*|@remix-run\/dev|@graphql-codegen\/.*|react-scripts-ts|@medusajs\/.*|@strapi\/.*|ttypescript|ts-patch|@tsconfig\/.*|@adonisjs\/.*|@docusaurus\/.*|expo|gatsby|nuxt.*|@nuxt\/.*|@motiajs\/.*|@wasp.*)$/,webpack:/^(?:react-scripts|@angular\/.*|@vue\/cli-service|next|gatsby|webpack-cli|laravel-mix|@nestjs\/cli|@docusaurus\/.*|@craco\/craco|.*webpack.*|@storybook\/.*|nuxt.*)$/,"webpack-dev-server":/^(?:react-scripts|@angular\/.*|@vue\/cli-service|gatsby|@docusaurus\/.*)$/,vite:/^(?:@sveltejs\/.*|@vitejs\/.*|@analogjs\/.*|astro|nuxt.*|@nuxt\/.*|vitepress|vitest|vinxi|@solidjs\/start|solid-start|@remix-run\/dev|@react-router\/dev|@tanstack\/.*|vike|vite-.*|@angular\/.*|@qwik\..*|@builder\.io\/qwik.*|electron-vite|@quasar\/app-vite|slidev|@slidev\/cli|wxt|histoire|laravel-vite-plugin|@strapi\/.*|@storybook\/.*|@redwoodjs\/.*|@crxjs\/.*|@docusaurus\/.*|ladle|@farmfe\/.*|unplugin.*|rolldown.*|@tailwindcss\/vite|@medusajs\/.*|storybook|@vue\/cli-service)$/,esbuild:/^(?:vite|tsx|tsup|vitest|astro|@sveltejs\/.*|@vitejs\/.*|nuxt.*|esbuild-.*|@angular\/.*|drizzle-kit|wrangler|@remix-run\/.*|vike|vinxi|@react-router\/.*|@storybook\/.*|storybook|esno|vite-.*|@swc-node\/.*|pkgroll|unbuild|serverless.*|@strapi\/.*|@redwoodjs\/.*|miniflare|@tanstack\/.*|estrella|bundle-require|keystone|@keystone-6\/core)$/,rollup:/^(?:vite|tsup|vitest|astro|@sveltejs\/.*|@rollup\/.*|rollup-.*|nuxt.*|unbuild|microbundle|vite-.*|@vitejs\/.*|ng-packagr|@angular\/.*|vike|vinxi)$/,tailwindcss:/^(?:@tailwindcss\/.*|@nuxtjs\/tailwindcss|@astrojs\/tailwind|daisyui|flowbite.*|@nextui-org\/.*|react-scripts|tw-.*|tailwind.*)$/,sass:/^(?:@angular\/.*|@strapi\/.*|gatsby-plugin-sass)$/},$n=new Set(["rimraf","mkdirp","eslint","prettier","jest","terser","less","uglify-js","svgo","is-ci","node-gyp","babel","@babel/cli","sucrase","nyc","c8","jiti","mocha","playwright","storybook","graphql-codegen","nx"]),Rn=new Set(["express","fastify","koa","@hapi/hapi","restify","polka","@nestjs/core","@nestjs/common","hono","elysia","mongoose","mongodb","pg","mysql","mysql2","sequelize","knex","@prisma/client","typeorm","drizzle-orm","better-sqlite3","sqlite3","redis","ioredis","bull","bullmq","agenda","amqplib","kafkajs","connect-redis","cors","helmet","morgan","cookie-parser","express-session","express-rate-limit","express-validator","compression","multer","passport","passport-local","passport-jwt","passport-google-oauth20","connect-mongo","bcrypt","bcryptjs","jsonwebtoken","nodemailer","stripe","razorpay","cloudinary","twilio","socket.io","openai","@anthropic-ai/sdk","@google/generative-ai","groq-sdk","firebase-admin","@supabase/supabase-js","node-cron","swagger-ui-express","swagger-jsdoc","joi","ejs","pug","express-handlebars","hbs","discord.js","telegraf","node-telegram-bot-api","puppeteer","body-parser","express-async-handler","express-mongo-sanitize","@apollo/server","apollo-server","apollo-server-express","graphql-yoga","web-push","winston","@sendgrid/mail"]);function Fe(n){return!Rn.has(n)}function Ae(n,e){if($n.has(n))return!0;let t=Object.hasOwn(Ne,n)?Ne[n]:void 0;if(!t)return!1;for(let o of e)if(t.test(o))return!0;return!1}var _n=[["npm-shrinkwrap.json",We],["package-lock.json",We],["bun.lock",Mn],["yarn.lock",Cn],["pnpm-lock.yaml","nothing"],["bun.lockb","nothing"]],Ge={npm:["package-lock.json","npm-shrinkwrap.json"],pnpm:["pnpm-lock.yaml"],berry:["yarn.lock"]},De=new WeakMap;function Be(n,e,t){let o=De.get(n);o||De.set(n,o=new Map);let s=`${t}\0${e}`;return o.has(s)||o.set(s,En(n,e,t)),o.get(s)}var zn={npm:/^(?:npm-shrinkwrap|package-lock)\.json$/,yarn:/^yarn\.lock$/,berry:/^yarn\.lock$/,pnpm:/^pnpm-lock\.yaml$/,bun:/^(?:bun\.lockb?|package-lock\.json|yarn\.lock|pnpm-lock\.yaml)$/};function En(n,e,t){for(let[o,s]of _n){let i=h(e,o);if(zn[t]?.test(o)!==!0||n.lookup(i).is!=="file")continue;let r=d=>({is:"unread",why:`${i} ${d}`,at:D(i)});if(s==="nothing")return r("does not tell which programs are installed");let a=n.read(i);if(a.is!=="text")return r(a.why);let l=s(a.text,i);return l?{is:"read",file:i,packages:new Map(l.map(d=>[d.name,d]))}:r("cannot be read")}}function We(n,e){let t=Z(n,e),o=u(t,"packages");if(o?.is==="object")return[...o.members].flatMap(([i,{value:r}])=>{let[,a]=/^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(i)??[];return a===void 0?[]:[{name:a,bins:Je(a,u(r,"bin")),development:Te(u(r,"dev"))}]});let s=u(t,"dependencies");return s?.is!=="object"?t?.is==="object"&&t.members.size>0?[]:void 0:[...s.members].map(([i,{value:r}])=>({name:i,bins:void 0,development:Te(u(r,"dev"))}))}function Mn(n,e){let t=u(Z(n,e),"packages");if(t?.is==="object")return[...t.members].flatMap(([o,{value:s}])=>{if(s.is!=="array"||/^(?:@[^/]+\/)?[^/]+\/./.test(o))return[];let i=s.items.find(r=>r.is==="object");return[{name:o,bins:Je(o,u(i,"bin")),development:void 0}]})}function Cn(n){return[...new Set(Array.from(n.matchAll(/^"?((?:@[^/\s"]+\/)?[^@\s",:]+)@[^\n]*:[ \t]*$/gm),([,t=""])=>t))].map(t=>({name:t,bins:void 0,development:void 0}))}function Je(n,e){return e?.is==="object"?[...e.members.keys()]:e?.is==="string"?[n.slice(n.lastIndexOf("/")+1)]:[]}function Te(n){return n?.is==="boolean"&&n.value}var Ue=["dependencies","optionalDependencies","peerDependencies"];async function He(n,e,t){let o=[];for(let i of e){let r=i.global?void 0:await Fn(n,i);r&&o.push(r)}let s=t?o.map(i=>({...i,install:Nn(i,o)})):o;return new te(n,e,s.filter(({install:i})=>!i.prunes))}function Nn({install:n,root:e},t){let o=t.filter(s=>s.root===e&&s.install.names.length===0).at(-1)?.install;return!o||o.conditional||o.manager==="bun"||typeof o.omission!="object"?n:{...o,prunes:n.prunes,names:n.names}}async function Fn(n,e){let t=P(n,e.folder);if(t){for(let o of I(t.folder)){let s=we(n,o);if(!s)continue;let i=await be(n,o);if(i.length>0&&!i.some(a=>a.folder===o)&&(o===t.folder||i.some(a=>a.folder===t.folder)))return{install:e,packages:[s,...i],root:o}}return{install:e,packages:[t],root:t.folder}}}var te=class{constructor(e,t,o){this.repository=e;this.all=t;this.scopes=o}repository;all;scopes;get installs(){return this.all.filter(({names:e,global:t,prunes:o})=>e.length===0&&!t&&!o)}program(e,t){let o=U(e)??(this.#i(e,t)?[e]:void 0);if(!o)return;let s=this.all.find(i=>i.global&&i.names.some(r=>o.includes(r)||r==="?"));return s?{is:"yes",by:s.names[0]??e,at:s.at}:this.#e(o,t,e)}package(e,t){return this.#e([e],t,void 0)}get failing(){return this.scopes.flatMap(({install:e,root:t})=>{let o=e.locked&&e.names.length===0?Ge[e.manager]:void 0;return!o||e.conditional?[]:I(t).some(s=>o.some(i=>this.repository.lookup(h(s,i)).is!=="missing"))?[]:[{install:e,folder:t,needs:o,instead:An[e.name]??`${e.manager==="berry"?"yarn":e.manager} install`}]})}#e(e,t,o){let s=I(t).map(c=>h(c,"node_modules")).find(c=>this.repository.lookup(c).is!=="missing");if(s!==void 0)return R(`${s} is in the repository`,s);let i=I(t).map(c=>h(c,".pnp.cjs")).find(c=>this.repository.lookup(c).is==="file");if(i!==void 0)return R(`${i} tells where packages are`,i);let r=this.scopes.filter(c=>Dn(c,t)),[a]=r;if(!a)return{is:"no",lack:this.#s(e,t)};let l=this.#r(r,e,t),d=r.map(c=>this.#n(c,e,o));return d.find(({is:c})=>c==="yes")??d.find(({is:c})=>c==="unknown")??l??d.find(c=>c.is==="no"&&c.lack.is==="omitted")??d[0]??R("its install is not read",a.root)}#n(e,t,o){let{install:s,packages:i}=e,r=s.names.find(m=>t.includes(m)||m==="?");if(r!==void 0)return r==="?"?{is:"unknown",why:`what \`${s.name}\` adds cannot be read`,at:s.at}:{is:"yes",by:r,at:s.at};let a;for(let m of t)for(let y of i){let b=H(y,m);if(b&&b.list!=="devDependencies")return{is:"yes",by:m,at:b.at};if(b&&(a??={name:m,listed:b}),y.name===m)return{is:"yes",by:m,at:Jn(y)}}let l=o===void 0?void 0:i.find(({json:m})=>Bn(m,o));if(l)return R(`${l.file} has a program of this name`,l.file);let{omission:d}=s;if(a&&d===void 0)return{is:"yes",by:a.name,at:a.listed.at};if(a&&d==="unknown")return{is:"unknown",why:`whether \`${s.name}\` leaves out what is listed for development depends on a variable`,at:s.at};let c=this.#t(e,t,o);if(c)return c;let[p=""]=t;if(!a||d===void 0||d==="unknown")return{is:"no",lack:Tn(e,p)};let{listed:g}=a;return{is:"no",lack:{is:"omitted",package:a.name,listedAt:g.at,list:g.list,install:s,omission:d}}}#t(e,t,o){let{install:s,packages:i,root:r}=e,a=Be(this.repository,r,s.manager);if(s.manager==="pnpm")return this.#o(r);if(a?.is==="read")return Wn(a,e,t,o);if(a)return{is:"unknown",why:a.why,at:a.at};let l=s.omission!==void 0,d=i.flatMap(p=>Gn(p,!l)),c=p=>o===void 0?Fe(p):Ae(p,d);if(t.some(c))return R(`another package may bring ${t[0]??"it"}, and there is no lockfile that tells`,h(r,"package.json"))}#o(e){for(let t of[".npmrc","pnpm-workspace.yaml"]){let o=h(e,t),s=this.repository.read(o);if(s.is==="text"&&/hoist|nodeLinker|node-linker/i.test(s.text))return R(`${o} puts more packages into the top folder`,o)}}#s(e,t){let[o=""]=e,s=P(this.repository,t),i=s&&e.find(a=>H(s,a)),r=this.scopes.filter(a=>this.#n(a,e,void 0).is==="yes");return r.length>0&&i===void 0?{is:"other-folder",package:o,folders:[...new Set(r.map(({root:a})=>a))]}:{is:"no-install",package:i??o,folder:s?.folder??t,listedIn:i===void 0?void 0:s?.file,others:this.scopes.length>0}}#r(e,t,o){let s=P(this.repository,o),i=s&&t.find(r=>H(s,r));if(!(!s||i===void 0||e.some(({packages:r})=>r.some(a=>a.file===s.file))))return{is:"no",lack:{is:"no-install",package:i,folder:s.folder,listedIn:s.file,others:!0}}}#i(e,t){let o=P(this.repository,t);return[...this.scopes.flatMap(i=>i.packages),...o?[o]:[]].some(i=>H(i,e)!==void 0)}},An={"npm ci":"npm install","pnpm ci":"pnpm install"};function Dn({root:n,packages:e,install:t},o){let s=i=>i===""||o===i||o.startsWith(`${i}/`);return s(n)||t.names.length>0&&s(t.folder)||e.some(i=>s(i.folder))}function Wn({packages:n,file:e},{install:t},o,s){let i={file:e,range:{start:_,end:_}},r=o.flatMap(c=>n.get(c)??[]),a=s===void 0?[]:[...n.values()].filter(({bins:c})=>c?.includes(s)===!0),l=[...r.filter(({bins:c})=>s===void 0||c===void 0||c.length>0),...a],[d]=l;if(d){if(t.omission===void 0||l.some(({development:c})=>c===!1))return{is:"yes",by:d.name,at:i};if(l.some(({development:c})=>c===void 0))return{is:"unknown",why:`${e} does not tell whether ${d.name} is for development only`,at:i}}}var _={offset:0,line:1,column:1};function Tn({packages:n,root:e},t){let o=n[0]?.file??h(e,"package.json");return{is:"not-listed",package:t,file:o,line:`"${t}": "\u2026"`}}function H({json:n},e){for(let t of[...Ue,"devDependencies"]){let o=u(n,t),s=o?.is==="object"?o.members.get(e):void 0;if(s)return{list:t,at:s.key}}}function Gn({json:n},e){return[...Ue,...e?["devDependencies"]:[]].flatMap(t=>{let o=u(n,t);return o?.is==="object"?[...o.members.keys()]:[]})}function Bn(n,e){let t=u(n,"bin");return t?.is==="object"&&t.members.has(e)}function Jn({file:n}){return{file:n,range:{start:_,end:_}}}function R(n,e){return{is:"unknown",why:n,at:{file:e,range:{start:_,end:_}}}}var Ke={npm:{install:["install","i","in","ins","inst","isntall","add","ci","clean-install","install-clean","cit","it"],add:[],prune:["prune"],valued:["--omit","--include","--only","--also","-w","--workspace","--loglevel","--registry","--cache"],folder:["--prefix","-C"]},yarn:{install:["install",""],add:["add","global"],prune:[],valued:["--network-timeout","--cache-folder","--registry","--mutex","--modules-folder","--network-concurrency"],folder:["--cwd"]},pnpm:{install:["install","i","add","ci"],add:[],prune:["prune"],valued:["--filter","-F","--store-dir","--registry","--reporter","--loglevel"],folder:["-C","--dir","--prefix"]},bun:{install:["install","i","add","a","ci"],add:[],prune:[],valued:["--omit","--filter","-F","-c","--config","--registry","--backend"],folder:["--cwd"]}};function Ve(n,e){let[t="",...o]=n.words,s=Object.hasOwn(Ke,t)?Ke[t]:void 0;if(!s||t!=="yarn"&&o.length===0)return;let i=E(o,[...s.valued,...s.folder]),[r="",...a]=i.operands;if(t==="yarn"&&(r==="workspace"||r==="workspaces")&&a.includes("focus"))return Hn(n,i);let d=s.prune.includes(r);if(!s.install.includes(r)&&!s.add.includes(r)&&!d)return;let c=d?[]:[...a,...i.rest??[]].flatMap(L=>L===void 0?"?":Kn(L)),p=Un(t,n,e),g=c.length>0?Vn(n,i,s):n.folder,{at:m,steps:y,conditional:b}=n;return{name:r===""?t:`${t} ${r}`,manager:p,folder:g,names:r==="global"?c.slice(1):c,global:r==="global"||j(i,"-g","--global")||G(i,"--location").value==="global",omission:Yn(p,i,n,e),locked:Xn(p,r,i),prunes:d,at:m,steps:y,conditional:b}}function Un(n,{folder:e},t){if(n==="npm"||n==="pnpm"||n==="bun")return n;let o=P(t,e);return o&&!je(t,o)?"berry":"yarn"}function Hn({at:n,steps:e,folder:t,conditional:o},s){let i=j(s,"--production");return{name:"yarn workspaces focus",manager:"berry",folder:t,names:[],global:!1,omission:i?{by:"option",text:"--production",at:n}:void 0,locked:!1,prunes:!1,at:n,steps:e,conditional:o}}function Kn(n){if(/^(?:\.|\/|file:|git|https?:|github:)/.test(n))return"?";let[,e]=/^((?:@[^/@]+\/)?[^/@]+)(?:@.*)?$/.exec(n)??[];return e??"?"}function Vn({folder:n},e,t){let o=G(e,...t.folder).value;return o===void 0?n:x(n,o)??n}function Xn(n,e,t){switch(n){case"npm":return["ci","clean-install","install-clean","cit"].includes(e);case"pnpm":return e==="ci"||j(t,"--frozen-lockfile")&&G(t,"--frozen-lockfile").value!=="false";case"berry":return j(t,"--immutable");default:return!1}}function Yn(n,e,{at:t,environment:o,folder:s},i){if(n==="berry")return;let r=Zn(n,e);if(r.includes)return;if(r.omits!==void 0)return{by:"option",text:r.omits,at:t};let a=Qn(n,o);if(a!==void 0)return a==="includes"?void 0:a;let l=n==="npm"?et(i,s):void 0;return l!==void 0?l==="includes"?void 0:l:n==="bun"?void 0:nt(o)}function Zn(n,e){let t=(...l)=>l.flatMap(d=>(e.values.get(d)??[]).flatMap(c=>c??[])),s=["--production","--prod",...n==="pnpm"||n==="bun"?["-P","-p"]:[]].find(l=>e.values.has(l)),i=s!==void 0&&t(s).at(-1)==="false",r=i||j(e,"--no-production","--dev")||t("--include","--also").some(l=>l.startsWith("dev"));if(s!==void 0&&!i)return{includes:r,omits:s};if(t("--omit").includes("dev"))return{includes:r,omits:"--omit=dev"};let a=t("--only").find(l=>l.startsWith("prod"));return{includes:r,omits:a===void 0?void 0:`--only=${a}`}}function Qn(n,e){if(n==="bun")return;let t=r=>{for(let a of[`npm_config_${r}`,`NPM_CONFIG_${r.toUpperCase()}`]){let l=e.variable(a);if(l.is!=="set")continue;let d=l.value.is==="known"?l.value.value:void 0;return{name:a,text:d,at:l.at}}},o=t("include");if(o)return o.text===void 0?"unknown":/\bdev\b/.test(o.text)?"includes":void 0;let s=t("production");if(s)return s.text===void 0?"unknown":s.text==="true"?{by:"variable",text:`${s.name}=true`,at:s.at}:"includes";let i=t("omit");if(i)return i.text===void 0?"unknown":/\bdev\b/.test(i.text)?{by:"variable",text:`${i.name}=dev`,at:i.at}:void 0}function et(n,e){for(let t of I(e)){let o=h(t,".npmrc"),s=n.read(o);if(s.is!=="text")continue;if(/^[ \t]*include(?:\[\])?[ \t]*=[ \t]*"?dev\b/m.test(s.text)||/^[ \t]*production[ \t]*=[ \t]*false\b/m.test(s.text))return"includes";let[i]=/^[ \t]*(?:omit(?:\[\])?[ \t]*=[ \t]*"?dev\b|production[ \t]*=[ \t]*true\b)/m.exec(s.text)??[];if(i!==void 0){let r={offset:0,line:1,column:1};return{by:"setting",text:i.trim(),at:{file:o,range:{start:r,end:r}}}}}}function nt(n){let e=n.variable("NODE_ENV");if(e.is!=="unset")return e.is==="unknown"||e.value.is!=="known"?"unknown":e.value.value==="production"?{by:"variable",text:"NODE_ENV=production",at:e.at}:void 0}var f={requirements:[],projects:[],files:[],doubts:[]};function k(n){return{requirements:n.flatMap(e=>e.requirements),projects:n.flatMap(e=>e.projects),files:[...new Set(n.flatMap(e=>e.files))],doubts:n.flatMap(e=>e.doubts)}}function w(n){return n.toLowerCase().replace(/[-_.]+/g,"-")}var tt=50;function Xe(n,e,t){return new oe(n).read(e,t)}var oe=class{constructor(e){this.repository=e}repository;#e=new Set;read(e,t){if(this.#e.has(e))return f;if(this.#e.add(e),this.#e.size>tt)return M(`${e} is one of too many files that include each other`,t);let o=this.repository.read(e);if(o.is!=="text")return M(`${e} ${o.why}`,o.is==="missing"?t:D(e));let s=A(e,o.text),i=ot(o.text).map(({text:r,offset:a})=>this.#n(r,e,s.location(a,a+r.length)));return k([{...f,files:[e]},...i])}#n(e,t,o){let s=e.replace(/(?:^|\s)#.*$/,"").trim().replace(/\s--hash[=\s].*$/s,"");if(s==="")return f;if(s.length>it)return M(`a line of ${t} is too long`,o);let[,i="",r=""]=/^(-{1,2}[\w-]+)(?:[ \t]*=[ \t]*|[ \t]+|(?<=^-[a-z]))(.*)$/.exec(s)??[];switch(i){case"-r":case"--requirement":{let a=x(v(t),r.trim());return a===void 0?M(`${r} is outside the repository`,o):this.read(a,o)}case"-e":case"--editable":return q(r.trim(),v(t),o);case"":return s.startsWith("-")?f:q(s,v(t),o);default:return f}}};function ot(n){let e=[],t=0,o;for(let s of n.split(/(?<=\n)/)){let i=s.replace(/[\r\n]+$/,""),r=i.endsWith("\\"),a=r?i.slice(0,-1):i;o=o?{...o,text:`${o.text} ${a}`}:{text:a,offset:t},(!r||o.text.length>st)&&(e.push(o),o=void 0),t+=s.length}return o&&e.push(o),e}var st=2e4,it=2e3;function M(n,e){return{...f,doubts:[{why:n,at:e}]}}function q(n,e,t){let o=n.replace(/^(["'])(.*)\1$/,"$2"),s=se(o,t);if(s!==void 0)return s==="never"?f:{...f,requirements:[s]};let[,i="",r=""]=/^(?:file:(?:\/\/)?)?([^[\]#;@]+?)(?:\[([\w.,\s-]+)\])?(?:\s*;.*)?$/.exec(o)??[],a=i===""||i.includes(":")?void 0:x(e,i);if(a!==void 0&&!/\.(?:whl|zip|tar\.gz|tgz)$/.test(i))return{...f,projects:[{folder:a,extras:Ye(r),at:t}]};let[,l]=/[#&]egg=([\w.-]+)/.exec(o)??[],[,d]=/(?:^|\/)([A-Za-z0-9][\w.]*)-\d[^/]*\.whl(?:#.*)?$/.exec(o)??[],c=l??d??(/\/([\w.-]+?)(?:\.git)?(?:@[^/]*)?(?:#.*)?$/.exec(o)??[])[1];return c===void 0?M(`\`${o.slice(0,60)}\` does not name a package`,t):{...f,requirements:[{name:w(c),extras:[],at:t,maybe:!1}]}}function se(n,e){let[,t,o="",s=""]=/^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)[ \t]*(?:\[([^\]]*)\])?[ \t]*((?:@|===?|[<>!~]=?|\(|;|,|--).*)?$/s.exec(n)??[];if(t===void 0)return;let i=rt(s);return i!==void 0&&at(i)?"never":{name:w(t),extras:Ye(o),at:e,maybe:!1}}function rt(n){let e=n.startsWith("@")?n.search(/\s;/):n.indexOf(";");return e===-1?void 0:n.slice(n.indexOf(";",e)+1).replace(/\s--.*$/s,"")}function at(n){return/\bor\b/.test(n)?!1:n.split(/\band\b/).some(e=>{let[,t="",o="",s=""]=/^[\s(]*(\w+)\s*(==|!=|<=?|>=?|~=|in|not in)\s*["']([^"']*)["'][\s)]*$/.exec(e)??[],i=dt[t];if(i!==void 0&&o==="==")return s!==i;if(i!==void 0&&o==="!=")return s===i;if(!t.startsWith("python_")||!o.startsWith("<"))return!1;let[r=0,a=0]=s.split(".").map(Number);return r<3||r===3&&a<=lt})}var lt=7,dt={sys_platform:"linux",platform_system:"Linux",os_name:"posix",implementation_name:"cpython",platform_python_implementation:"CPython"};function Ye(n){return n.split(",").flatMap(e=>e.trim()===""?[]:[w(e.trim())])}var ct=`
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
django-cloudinary-storage | cloudinary_storage | | requests
cloudinary-storage | cloudinary_storage
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
`,pt=new Set(["gunicorn","whitenoise","dj-database-url","python-decouple","django-environ","django-cors-headers","uwsgi","django-crispy-forms","crispy-bootstrap5","crispy-bootstrap4","django-storages","django-cloudinary-storage","djangorestframework-simplejwt","django-filter","django-allauth","django-jazzmin","django-debug-toolbar","flask-cors","flask-login","flask-migrate","flask-bcrypt","flask-jwt-extended","flask-socketio","flask-mail","flask-wtf","flask-sqlalchemy","flask-limiter","flask-session","flask-restful","waitress","daphne","hypercorn","drf-yasg","drf-spectacular","djoser","psycopg2-binary","mysqlclient","celery","django-redis","channels","django-import-export","django-extensions","django-tailwind","django-ckeditor","django-browser-reload","streamlit","gradio","granian","uvicorn-worker","cloudinary","channels-redis","django-widget-tweaks"]),en=new Map(ct.trim().split(`
`).map(n=>{let[e="",t="",o="",s=""]=n.split("|").map(r=>r.trim()),i=t==="-"?[]:t===""?[e.replaceAll("-","_")]:t.split(" ");return[e,{name:e,modules:i,programs:Ze(o),needs:Ze(s)}]}));function Ze(n){return n===""?[]:n.split(" ")}function nn(n){return on(e=>e.modules.includes(n))}function tn(n){return on(e=>e.programs.includes(n))}function on(n){return[...[...en.values()].filter(n).map(({name:t})=>t)].sort((t,o)=>Number(o.endsWith("-binary"))-Number(t.endsWith("-binary")))}var ie=/api|serv|web|asgi|mcp|llm|agent|flow|chain|lit|ui|http|chat|ray|model|studio|rag|haystack|autogen|crew|prefect|dagster|chroma|label|phoenix|adk|star|shiny|notebook/,Qe={uvicorn:ie,starlette:ie,fastapi:ie,"fastapi-cli":/fastapi/,flask:/flask|dash|superset|airflow|mlflow|connexion|api|functions|flow|chain|bot|server|web/,django:/django|drf|wagtail|channels|cms|oscar|mezzanine|^dj|saleor|health|rest|social|graphene|psql|geo/,redis:/redis|celery|rq|cache|queue|task|job|worker|session|limit|saq|huey|dramatiq|channels|llama|mem|haystack|superset|airflow|ray|feast|bot|pubsub|broker|lock/,celery:/celery|airflow|superset|flower/,pymongo:/mongo|motor|beanie|odm|langchain|store|db/,djangorestframework:/rest|drf|django|api|wagtail|saleor/,pillow:/image|pil|plot|pdf|qr|django|torch|vision|chart|draw|gui|media|photo|thumb|barcode|office|doc|pptx|stream|matplot|wagtail|ocr|face|transform|web|ml|ai|learn|seaborn|wordcloud|captcha|sorl|wand|easy|model|bot|sdk|code|report/};function sn(n,e){if(pt.has(e))return;let t=Object.hasOwn(Qe,e)?Qe[e]:void 0;return n.find(o=>!t||t.test(o))}var ut=1e4;function rn(n){let e=new Set,t=new Set,o=n.flatMap(({name:r,extras:a})=>[r,...a.map(l=>`${r}[${l}]`)]),s=new Set(o),i=new Set;for(let r=o.pop();r!==void 0&&i.size<ut;r=o.pop()){if(i.has(r))continue;i.add(r);let[,a="",l]=/^([^[]*)(?:\[(.*)\])?$/.exec(r)??[];e.add(a);let d=en.get(r);(d?d.needs.includes("?"):s.has(r))&&t.add(a),o.push(...(d?.needs??[]).filter(c=>c!=="?")),l!==void 0&&o.push(a)}return{names:e,open:[...t]}}function an(n){return n==="uvicorn"?"uvicorn[standard]":w(n)}function ln(n,e,t){let o=k(e.map(r=>r.listing)),s=rn(o.requirements),i=r=>r.length===0?void 0:ft({repository:n,installs:e,folder:t,listing:o,...s},r);return{program:r=>i(tn(r)),module:r=>i(nn(r)),installs:e}}function ft(n,e){let{installs:t,listing:o,names:s,open:i}=n,[r=""]=e,[a]=t;if(!a)return{is:"no",lack:{is:"no-install",package:r,folder:n.folder,listedIn:kt(n,e),others:!1}};let l=o.requirements.filter(y=>e.includes(y.name)),d=l.find(({maybe:y})=>!y)??l[0];if(d?.maybe===!0)return{is:"unknown",why:`${d.name} is installed with an extra only`,at:d.at};if(d)return{is:"yes",by:d.name,at:d.at};let c=e.find(y=>s.has(y));if(c!==void 0)return{is:"yes",by:c,at:a.at};let[p]=o.doubts;if(p)return{is:"unknown",...p};let g=ht(n,e);if(g==="listed")return{is:"unknown",why:`a lockfile has ${r}, but which group it is for is not read`,at:a.at};let m=g==="no-lock"?sn(i,r):void 0;return m!==void 0?{is:"unknown",why:`\`${m}\` may bring ${r}`,at:a.at}:{is:"no",lack:mt(n,a,r)}}function mt({listing:n},e,t){let o=an(t),s=n.files.find(i=>!/(?:^|\/)(?:dev|test)/.test(i))??n.files[0];return s===void 0?{is:"not-listed",package:t,file:"",line:o}:{is:"not-listed",package:t,file:s,line:s.endsWith(".toml")&&e.manager!=="poetry"?`"${o}",`:gt(s,e,t,o)}}function gt(n,{manager:e},t,o){return e==="poetry"&&n.endsWith(".toml")?`${t} = "*"`:n.endsWith("Pipfile")?`${t} = "*"`:o}var yt=["poetry.lock","uv.lock","pdm.lock","Pipfile.lock","pylock.toml"];function ht({repository:n,installs:e,listing:t,folder:o},s){if(!e.some(({manager:a})=>a!=="pip"&&a!=="hatch"))return"no-lock";let i=new Set([o,...e.map(a=>a.folder),...t.files.map(v)]),r="no-lock";for(let a of[...i].flatMap(l=>yt.map(d=>h(l,d)))){let l=n.read(a);if(l.is==="missing")continue;if(l.is!=="text")return"listed";let d=Array.from(l.text.matchAll(/^(?:name = "([^"]+)"|[ ]{8}"([^"]+)": \{)/gm),([,c,p])=>w(c??p??""));if(s.some(c=>d.includes(c)))return"listed";r="not-listed"}return r}function kt({repository:n,folder:e},t){for(let o of["requirements.txt","pyproject.toml","Pipfile"]){let s=h(e,o),i=n.read(s);if(i.is!=="text")continue;let r=i.text.toLowerCase().split(/[^\w.-]+/).map(w);if(t.some(a=>r.includes(a)))return s}}async function re(n,e){let t=he(n);if(t!==void 0)return{is:"failed",why:"nests too deep",at:A(e,n).location(t,t)};let{readToml:o}=await import("./toml-parser-SGOBUV24.js");return o(n,e)}async function N(n,e,t){let o=[];for(let[s,i]of wt){let r=h(e,s),a=n.read(r);a.is==="text"?o.push({...await i(a.text,r,t),files:[r]}):a.is!=="missing"&&o.push(z(`${r} ${a.why}`,r))}return o.length===0?z(`${e||"the root of the repository"} has no list of dependencies`,h(e,"pyproject.toml")):k(o)}async function ae(n,e,t){let o=h(e,"Pipfile"),s=n.read(o);if(s.is!=="text")return z(`${o} ${s.why}`,o);let i=await re(s.text,o);if(i.is==="failed")return{...f,doubts:[{why:`${o} ${i.why}`,at:i.at}]};let r=["packages",...t?["dev-packages"]:[]].map(a=>V(u(i.value,a)));return{...k(r),files:[o]}}var wt=[["pyproject.toml",bt],["setup.cfg",async(n,e,t)=>Lt(n,e,t)],["setup.py",Pt]];function z(n,e){let t={offset:0,line:1,column:1};return{...f,doubts:[{why:n,at:{file:e,range:{start:t,end:t}}}]}}async function bt(n,e,{main:t,extras:o,groups:s}){let i=await re(n,e);if(i.is==="failed")return{...f,doubts:[{why:`${e} ${i.why}`,at:i.at}]};let r=i.value,a=[];t&&(a.push(C(u(r,"project","dependencies"))),a.push(V(u(r,"tool","poetry","dependencies"),o)),W(u(r,"project","dynamic")).includes("dependencies")&&a.push(vt(r,e))),a.push(...K(u(r,"project","optional-dependencies")).map(([d,c])=>o==="all"||o.includes(w(d))||s(d,!0)?C(c):f));let l=[...K(u(r,"dependency-groups")).map(([d,c])=>[d,cn(r,c,0)]),...K(u(r,"tool","pdm","dev-dependencies")).map(([d,c])=>[d,C(c)]),...K(u(r,"tool","poetry","group")).map(([d,c])=>[d,V(u(c,"dependencies")),dn(u(c,"optional"))]),["dev",V(u(r,"tool","poetry","dev-dependencies"))],["dev",C(u(r,"tool","uv","dev-dependencies"))],["dev",C(u(r,"tool","rye","dev-dependencies"))]];return a.push(...l.flatMap(([d,c,p=!1])=>s(d,p)?c:[])),k(a)}function dn(n){return n?.is==="boolean"&&n.value}var jt=10;function cn(n,e,t){return e.is!=="array"||t>jt?f:k(e.items.map(o=>{let s=$(o,"include-group"),i=s===void 0?void 0:u(n,"dependency-groups",s);return i?cn(n,i,t+1):pn(o)}))}function vt(n,e){let t=W(u(n,"tool","setuptools","dynamic","dependencies","file"));return z(`its dependencies are in ${t.length>0?t.join(", "):"no table of it"}`,e)}function C(n){return n?.is==="array"?k(n.items.map(pn)):f}function pn(n){return n.is==="string"?q(n.value,"",n.at):f}function V(n,e="all"){return n?.is!=="object"?f:k([...n.members].map(([t,{key:o,value:s}])=>{if(t==="python")return f;let i=dn(u(s,"optional")),r=$(s,"path"),a=$(s,"markers"),l=`${t}${xt(W(u(s,"extras")))}${a===void 0?"":` ; ${a}`}`,d=se(l,o);if(d===void 0||d==="never")return f;let c=d.maybe||i&&e!=="all"||r!==void 0&&s.is==="object";return i&&e!=="all"&&e.length===0?f:{...f,requirements:[{...d,maybe:c}]}}))}function xt(n){return n.length===0?"":`[${n.join(",")}]`}function K(n){return n?.is==="object"?[...n.members].map(([e,{value:t}])=>[e,t]):[]}function Lt(n,e,{main:t,extras:o}){let s=xe(n,e).filter(({section:i,key:r})=>i==="options"?t&&r==="install_requires":i==="options.extras_require"&&(o==="all"||o.includes(w(r))));return k(s.map(({value:i,at:r})=>/^(?:file|attr):/.test(i)?{...f,doubts:[{why:`its dependencies are in ${i}`,at:r}]}:k(qt(i).map(a=>q(a,"",r)))))}function qt(n){return n.split(/[;\n]|\s(?=[A-Za-z])/).flatMap(e=>e.trim()===""?[]:[e.trim().replace(/\s+/g,"")])}async function Pt(n,e,{main:t}){if(!t)return f;let{body:o}=await ze(n,e),s=o.flatMap(l=>l.is==="expression"&&l.value.is==="call"?[l.value]:[]).at(-1),i=s?.arguments.find(({name:l})=>l==="install_requires")?.value;if(!i)return s?f:z(`${e} is not read`,e);let r=St(i);if(!r)return z(`the dependencies in ${e} are not a plain list`,e);let a={offset:0,line:1,column:1};return k(r.map(l=>q(l,"",{file:e,range:{start:a,end:a}})))}function St(n){if(n.is!=="list"&&n.is!=="tuple")return;let e=n.items.map(t=>t.is==="string"?t.value:void 0);return e.every(t=>t!==void 0)?e:void 0}var Ot=["-r","--requirement","-c","--constraint","-e","--editable","-t","--target","-i","--index-url","--extra-index-url","-f","--find-links","--prefix","--root","--python","-p","--only-binary","--no-binary","--timeout","--retries","--trusted-host","--cache-dir","--platform","--python-version","--upgrade-strategy","--proxy","--progress-bar","--extra","--group","--index-strategy","--src","--config-settings","-C"],It=["--with","--without","--only","-E","--extras","--extra","--group","--no-group","--only-group","-G","-p","--python","--package","--no-extra","--categories","--index","-i","--no-install-package","--without-group"];async function le(n,e){let t=$t(n)??Rt(n);if(!t)return;let{at:o,steps:s,conditional:i,folder:r}=n,a=await t.listing(e);return{name:t.name,manager:t.manager,folder:r,listing:a,at:o,steps:s,conditional:i}}function $t({words:n,folder:e,at:t}){let[o,s,i]=n,r=o==="uv"&&s==="pip",a=r?i:o==="pip-sync"?"sync":s;if(o!=="pip"&&o!=="pip-sync"&&!r||a!=="install"&&a!=="sync")return;let l=n.slice(r?3:o==="pip-sync"?1:2),d=r?`uv pip ${a}`:o==="pip-sync"?"pip-sync":"pip install";return{name:d,manager:r?"uv":"pip",listing:async p=>{let g=E(l,Ot);if(g.operands.includes(void 0))return k([de(`what \`${d}\` installs depends on a variable`,t),await m()]);return m();async function m(){let y=[...X(g,"-r","--requirement"),...a==="sync"?g.operands:[]],b=[...a==="sync"?[]:g.operands,...X(g,"-e","--editable")],L=[...y.map(S=>fn(p,e,S,t)),...b.flatMap(S=>S===void 0?[]:q(S,e,t))];return mn(p,k(L))}}}}function fn(n,e,t,o){let s=t===void 0?void 0:x(e,t);if(t===void 0||s===void 0)return de("which file it installs from cannot be told",o);let[,i]=/^(.*?)\/?(?:pyproject\.toml|setup\.py|setup\.cfg)$/.exec(s)??[];return i!==void 0?{...f,projects:[{folder:i,extras:[],at:o}]}:Xe(n,s,o)}async function mn(n,e){let t=await Promise.all(e.projects.map(({folder:o,extras:s})=>N(n,o,{main:!0,extras:s,groups:()=>!1})));return k([e,...t])}function Rt({words:n,folder:e,at:t}){let[o="",s="",...i]=n,r=`${o} ${s}`,a=E(i,It),l=(c,p)=>({name:r,manager:c,listing:async g=>mn(g,await N(g,un(g,e),p))}),d=c=>({name:r,manager:c,listing:async p=>{let g={main:!0,extras:[],groups:()=>!0},m=c==="pipenv"?await ae(p,e,!0):await N(p,un(p,e),g);return k([m,...a.operands.flatMap(y=>y===void 0?de("what it adds depends on a variable",t):q(y,e,t))])}});switch(o){case"poetry":return s==="install"||s==="sync"?l("poetry",zt(a)):s==="add"?d("poetry"):void 0;case"uv":return s==="run"?void 0:s==="sync"?l("uv",Et(a)):s==="add"?d("uv"):void 0;case"pdm":return["install","sync","update"].includes(s)?l("pdm",Mt(a)):s==="add"?d("pdm"):void 0;case"rye":case"hatch":return s==="sync"||s==="env"||s==="run"?l(o,_t):void 0;case"pipenv":return Ct(r,s,a,e,t);default:return Nt(n,e)}}var _t={main:!0,extras:"all",groups:()=>!0};function un(n,e){let t=e;for(;n.lookup(h(t,"pyproject.toml")).is!=="file";){if(t==="")return e;t=t.includes("/")?t.slice(0,t.lastIndexOf("/")):""}return t}function zt(n){let e=O(n,"--only"),t=O(n,"--without"),o=O(n,"--with"),s=j(n,"--no-dev"),i=j(n,"--all-groups");return{main:e.length===0||e.includes("main"),extras:j(n,"--all-extras")?"all":O(n,"-E","--extras"),groups:(r,a)=>e.length>0?e.includes(w(r)):t.includes(w(r))||s&&r==="dev"?!1:i||!a||o.includes(w(r))}}function Et(n){let e=O(n,"--group","--only-group"),t=O(n,"--no-group"),o=j(n,"--no-dev")||j(n,"--no-default-groups");return{main:!j(n,"--only-group","--only-dev"),extras:j(n,"--all-extras")?"all":O(n,"--extra"),groups:i=>t.includes(w(i))?!1:e.includes(w(i))||j(n,"--all-groups")||i==="dev"&&!o}}function Mt(n){let e=O(n,"-G","--group","--with"),t=j(n,"--prod","--production","--no-dev"),o=e.includes("all");return{main:!0,extras:o?"all":e,groups:(s,i)=>!t&&(!i||o||e.includes(w(s)))}}function Ct(n,e,t,o,s){if(!(e!=="install"&&e!=="sync"))return{name:n,manager:"pipenv",listing:async i=>{let r=X(t,"-r","--requirements").map(d=>fn(i,o,d,s)),a=t.operands.flatMap(d=>d===void 0?[]:q(d,o,s)),l=r.length>0?[]:[await ae(i,o,j(t,"--dev","-d"))];return k([...l,...r,...a])}}}function Nt(n,e){let[t,o,s]=n;if(t!=="python"||o!=="setup.py"||s!=="install"&&s!=="develop")return;let i={main:!0,extras:[],groups:()=>!1};return{name:`python setup.py ${s}`,manager:"pip",listing:r=>N(r,e,i)}}function X({values:n},...e){return e.flatMap(t=>n.get(t)??[])}function O(n,...e){return X(n,...e).flatMap(t=>(t??"").split(/[\s,]+/).flatMap(o=>o===""||o===":all"?o===""?[]:["all"]:w(o)))}function de(n,e){return{...f,doubts:[{why:n,at:e}]}}async function ce(n,e,t,{settled:o}){let s=[],i=[],r;for(let a of e){let l=Ve(a,n),d=l?void 0:await le(a,n);l&&s.push(l),d&&i.push(d);for(let c of a.callers){let p=await le({...a,...c,words:Ft(c.words)},n);p&&i.push(p)}!l&&!d&&(r??=Wt(n,a))}return{node:await He(n,s,o),python:ln(n,i,t),doubt:r}}function Ft(n){let[e,t,...o]=n;return e==="hatch"&&t==="run"?["hatch","env","create"]:e!=="uv"||t!=="run"||o.includes("--no-sync")||o.includes("--no-project")?[]:["uv","sync",...o.slice(0,o.findIndex(i=>i?.startsWith("-")!==!0)).filter(i=>i!=="--")]}var At=new Set(["apt-get","apt","apk","yum","dnf","brew","nix","conda","mamba","micromamba","make","just","docker","mise","asdf","nvm","volta","xargs","find","env","timeout","sh","bash","eval","rake","mvn","mvnw","gradle","gradlew","tar","unzip","rsync","cp","mv","ln"]);function Dt(n){return/install|setup|\.sh\b/i.test(n)&&!/python-poetry\.org|astral\.sh|rustup\.rs|bun\.(?:sh|com)|pnpm\.io|volta\.sh/.test(n)}function Wt(n,{words:e,at:t,folder:o}){let[s]=e;if((s==="curl"||s==="wget")&&e.some(c=>c===void 0||Dt(c)))return{why:`what \`${s}\` fetches may install anything`,at:t};if(s===void 0)return{why:"a program of the build depends on a variable",at:t};if(["cp","mv","ln","rsync"].includes(s)&&!e.some(c=>c===void 0||/node_modules|venv|site-packages/.test(c)))return;if(At.has(s))return{why:`what \`${s}\` installs is not known`,at:t};let i=ve(e);if(!i)return U(s)?void 0:{why:`whether \`${s}\` installs something is not known`,at:t};if(i.role!=="runtime"&&!s.includes("/"))return;let r=e.slice(1).find(c=>c!==void 0&&/\.(?:[cm]?[jt]s|py|rb)$/.test(c)),a=s.includes("/")?s:r;if(a===void 0)return;let l=x(o,a),d=l===void 0?void 0:n.read(l);if(!(d?.is==="text"&&!/install/i.test(d.text)))return{why:`whether ${a} installs something is not known`,at:t}}var Tt=[["yarn.lock","yarn"],["pnpm-lock.yaml","pnpm"],["bun.lockb","bun"],["bun.lock","bun"]];function gn(n,e,t,o){if(e.inferred)return Gt(n,e,o);let{installs:s}=t.facts;if(!s?.kinds.includes(e.kind))return[];let i=ke(e,t,"build"),r=i.variable(s.unless);if(r.is==="set"&&r.value.is==="known"&&r.value.value==="true")return[];let a=c=>n.lookup(h(o,c)).is==="file",{at:l}=e,d=hn(o,i,l);return[...a("package.json")?[d(yn(n,o),"install")]:[],...a("requirements.txt")?[d("pip","install","-r","requirements.txt")]:[]]}function yn(n,e){return Tt.find(([t])=>n.lookup(h(e,t)).is==="file")?.[1]??"npm"}function hn(n,e,t){return(...o)=>({words:o,folder:n,environment:e,at:t,steps:[],conditional:!1,callers:[]})}function Gt(n,{at:e},t){let o=hn(t,T(e),e),s=n.list(t).flatMap(({name:a,is:l})=>l==="file"?[a]:[]),i=n.list(h(t,"requirements")).flatMap(({name:a})=>`requirements/${a}`),r=[...s,...i].filter(a=>/^(?:requirements.*|requirements\/.*)\.(?:txt|in)$/.test(a));return[...s.includes("package.json")?[o(yn(n,t),"install")]:[],...r.map(a=>o("pip","install","-r",a)),...s.includes("pyproject.toml")?[o("uv","sync","--all-extras","--all-groups")]:[],...s.includes("Pipfile")?[o("pipenv","install","--dev")]:[]]}import{isBuiltin as Kt}from"node:module";function kn(n){let{imports:e,file:t}=n,o=Jt(n),i=/\.[cm]?tsx?$/.test(t)?Bt(n):void 0;return e.filter(({by:r,at:a,locals:l,specifier:d})=>r==="call"?o.has(a.range.start.offset):r==="export"||l.length===0||!i||i.has(d))}function Bt(n){return new Set(Me(n,n.bindings).map(({specifier:e})=>e))}function Jt({program:n}){let e=new Set;return Le(n.ast.program,t=>{let{node:o}=t;if(o.type!=="CallExpression"||o.callee.type!=="Identifier"||o.callee.name!=="require")return;let[s]=o.arguments;s&&Ht(t)&&e.add(s.start??0)}),e}var Ut=new Set(["FunctionDeclaration","FunctionExpression","ArrowFunctionExpression","ObjectMethod","ClassMethod","ClassPrivateMethod","ClassProperty","IfStatement","ConditionalExpression","LogicalExpression","TryStatement","SwitchStatement","ForStatement","WhileStatement","CatchClause"]);function Ht(n){for(let e=n;e;e=e.parent)if(Ut.has(e.node.type))return!1;return!0}var Vt=500;async function wn(n,e){let t=P(n,v(e)),o=t?.folder??v(e),s=Se(n,{folder:o,root:o,aliases:[]}),i=new Map,r=[{file:e,steps:[]}],a=new Set([e]);for(let l=r.shift();l&&a.size<=Vt;l=r.shift())for(let d of await Xt(s,l.file))if(d.is==="package"){if(d.name===$(t?.json,"name")||i.has(d.name))continue;i.set(d.name,{name:d.name,at:d.at,steps:l.steps,folder:v(l.file)})}else if(!a.has(d.file)){a.add(d.file);let c={at:d.at,words:`${l.file} imports ${d.file}`};r.push({file:d.file,steps:[...l.steps,c]})}return[...i.values()]}async function Xt(n,e){let t=await n.module(e);if(t.is!=="module")return[];let o=[];for(let{specifier:s,at:i}of kn(t)){if(Kt(s)||/^(?:#|[\w+-]+:|bun$|electron$|virtual)/.test(s))continue;let r=await n.resolve(e,s);r.is==="file"&&o.push({is:"file",file:r.file,at:i}),r.is==="external"&&Yt(r.name)&&o.push({is:"package",name:r.name,at:i})}return o}function Yt(n){return/^(?:@[\w.~-]+\/)?[\w.-][\w.~-]*$/.test(n)}function bn(n){let e=new Set(Ie(n));return F(n,e)}function F(n,e){return n.flatMap(t=>{if(!e.has(t))return[];switch(t.is){case"import":return t.modules.map(o=>({module:o.name,level:0,names:[],at:o}));case"fromImport":{let{module:o,level:s,names:i}=t;return[{module:o,level:s,names:i==="*"?[]:Zt(i),at:t}]}case"try":return t.handlers.some(({error:o})=>jn(o))?F(t.finally,e):[...F(t.body,e),...F(t.otherwise,e)];case"with":return t.items.some(({value:o})=>eo(o))?[]:F(t.body,e);default:return[]}})}function Zt(n){return n.map(({name:e})=>e)}var Qt=new Set(["ImportError","ModuleNotFoundError","Exception","BaseException"]);function jn(n){return n===void 0?!0:n.is==="tuple"||n.is==="list"?n.items.some(jn):(n.is==="name"||n.is==="attribute")&&Qt.has(n.name)}function eo(n){if(n.is!=="call")return!1;let{callee:e}=n;return(e.is==="name"||e.is==="attribute")&&e.name==="suppress"}function vn({body:n},e){let t=[];Oe(n,i=>{if(i.is!=="call"||i.callee.is!=="attribute"||i.callee.name!=="setdefault")return!0;let[r,a]=i.arguments.map(l=>l.value);return r?.is==="string"&&r.value==="DJANGO_SETTINGS_MODULE"&&a?.is==="string"&&t.push({module:a.value,at:a}),!0});let o=e.variable("DJANGO_SETTINGS_MODULE");if(o.is!=="set"||t.length===0)return t;let s=o.value.is==="known"?o.value.value:void 0;return s===void 0?[]:t.slice(0,1).map(({at:i})=>({module:s,at:i}))}var no=new Set(["INSTALLED_APPS","MIDDLEWARE"]);function xn(n){return $e(n).names.some(({name:t})=>t==="INSTALLED_APPS")?n.body.flatMap(t=>{let o=t.is==="assign"?t.targets[0]:t.is==="augmentedAssign"?t.target:void 0;return o?.is!=="name"||t.is!=="assign"&&t.is!=="augmentedAssign"?[]:!no.has(o.name)||!t.value?[]:pe(t.value).map(s=>({name:s.value.split(".")[0]??"",at:s}))}):[]}function pe(n){switch(n.is){case"list":case"tuple":return n.items.flatMap(e=>e.is==="string"?[e]:[]);case"binary":return n.operator==="+"?[...pe(n.left),...pe(n.right)]:[];default:return[]}}var to=500;async function fe(n,e){let{target:t}=e.program,o=oo(e),s=new ue(n,o,e);return t.is==="module"&&t.module.is==="known"&&s.named(t.module.value,[]),t.is==="file"&&t.path.is==="known"&&(s.file(t.path.value,[]),s.folders.unshift(v(t.path.value))),s.run()}function oo({folder:n,environment:e,program:t}){let o=e.variable("PYTHONPATH"),s=o.is==="set"&&o.value.is==="known"?o.value.value:"",i=t.target.is==="module"?t.target.folders??[]:[];return[...new Set([...i,...Re({folder:n,pythonPath:s,srcLayout:!0}).folders])]}var ue=class{constructor(e,t,o){this.repository=e;this.process=o;this.folders=[...t]}repository;process;folders;#e=new Map;#n=new Set;#t=[];file(e,t){this.#n.has(e)||this.#n.size>=to||(this.#n.add(e),this.#t.push({file:e,steps:t}))}named(e,t){let o=e.split(".");for(let s=1;s<=o.length;s++){let i=Q(this.repository,this.folders,o.slice(0,s).join("."));(i.is==="file"||i.is==="package")&&this.file(i.path,t)}}async run(){for(let e=this.#t.shift();e;e=this.#t.shift()){let t=await Ee(this.repository,e.file);if(t.is==="program"){for(let o of bn(t.body))this.#o(t,o,e.steps);for(let{name:o,at:s}of xn(t))this.#i(o,t,s,e.steps);for(let{module:o,at:s}of vn(t,this.process.environment))this.named(o,[...e.steps,{at:J(t,s),words:`${t.file} names the settings ${o}`}])}}return[...this.#e.values()]}#o(e,{module:t,level:o,names:s,at:i},r){let a=o>0?this.#r(e,o,t):this.#s(t);if(a==="outside"){this.#i(t.split(".")[0]??"",e,i,r);return}let l=c=>{let p=c.is==="namespace"?void 0:c.path;p!==void 0&&this.file(p,[...r,{at:J(e,i),words:`${e.file} imports ${p}`}])};a.forEach(l);let d=a.at(-1);for(let c of d?s:[]){let p=d&&ee(this.repository,d,c);p&&p.is!=="unknown"&&l(p)}}#s(e){let t=e.split("."),o=[];for(let s=1;s<=t.length;s++){let i=Q(this.repository,this.folders,t.slice(0,s).join("."));if(i.is==="external")return"outside";if(i.is!=="file"&&i.is!=="package"&&i.is!=="namespace")break;o.push(i)}return o}#r({file:e},t,o){let s=x(v(e),"../".repeat(t-1));if(s===void 0)return[];let i=_e(this.repository,s),r=[i];for(let a of o===""?[]:o.split(".")){let l=ee(this.repository,i,a);if(!l||l.is==="unknown")return r;i=l,r.push(i)}return r}#i(e,t,o,s){if(this.#e.has(e)||e==="")return;ne(this.repository,`${e}.py`,"file").length>0||ne(this.repository,e,"directory").length>0||this.#e.set(e,{name:e,at:J(t,o),steps:s,folder:v(t.file)})}};function qn(n){let{words:e,folder:t,at:o,steps:s,callers:i}=n,r=[...i,{words:e,folder:t,at:o,steps:s}];return r.flatMap((a,l)=>{let d=r[l-1];if(d&&io(d.words))return[];let c=d&&so.has(d.words[0]??"")?"python":"anywhere";return ro(a.words).map(({what:p,name:g})=>({what:p,name:g,from:c,folder:a.folder,at:a.at,steps:a.steps}))})}var so=new Set(["poetry","uv","pdm","pipenv","hatch","rye"]);function io([n="",e="",...t]){switch(n){case"npx":case"bunx":case"pnpx":case"uvx":case"pipx":return![e,...t].some(o=>o==="--no-install"||o==="--no");case"npm":case"bun":return e==="exec"||e==="x";case"pnpm":case"yarn":return e==="dlx";case"uv":return e==="tool"||e==="run"&&t.some(o=>o?.startsWith("--with")===!0);default:return!1}}function ro(n){let[e,...t]=n;if(e===void 0||e.includes("/"))return[];let o={what:"program",name:e};switch(e){case"python":return ao(t);case"gunicorn":return[o,...lo(t)];case"node":case"tsx":case"ts-node":return[...e==="node"?[]:[o],...co(t)];default:return[o]}}function ao(n){let e=n.findIndex(o=>o==="-m"||o?.startsWith("-")!==!0);if(n[e]!=="-m")return/(?:^|\/)manage\.py$/.test(n[e]??"")?[{what:"module",name:"django"}]:[];let[t=""]=(n[e+1]??"").split(".");return t===""?[]:[{what:"module",name:t}]}var Ln={gevent:"gevent",gevent_wsgi:"gevent",gevent_pywsgi:"gevent",eventlet:"eventlet",tornado:"tornado"};function lo(n){let e=n.findIndex(i=>i==="-k"||i==="--worker-class"),t=n.find(i=>/^(?:--worker-class=|-k.)/.test(i??"")),o=e===-1?t?.replace(/^(?:--worker-class=|-k=?)/,""):n[e+1];if(o===void 0)return[];let s=Object.hasOwn(Ln,o)?Ln[o]:o.includes(".")?o.split(".")[0]:void 0;return s===void 0?[]:[{what:"module",name:s}]}var me=new Set(["-r","--require","--import","--loader","--experimental-loader"]);function co(n){let e=n.findIndex((o,s)=>o?.startsWith("-")!==!0&&!me.has(n[s-1]??"")),t=e===-1?n:n.slice(0,e);return t.flatMap((o,s)=>{let[,i="",r]=/^(--[\w-]+)=(.*)$/.exec(o??"")??[],a=r!==void 0&&me.has(i)?r:me.has(o??"")?t[s+1]:void 0;return a===void 0||/^(?:[./]|[\w+]+:)/.test(a)?[]:[{what:"module",name:`npm:${a.split("/").slice(0,a.startsWith("@")?2:1).join("/")}`}]})}async function Zs(n,e,t){if(e.elsewhere!==void 0)return[];if(["docker","image"].includes(Y(e.runtime)??""))return[];let o=a=>n.lookup(a).is==="directory",s=qe(n,e).filter(o),i,r;for(let a of s){let l=await po(n,e,t,a);if(i??=l,!uo(l))continue;let d=await Sn(n,e,t,l);(!r||Pn(d)<Pn(r))&&(r=d)}return r??(i?Sn(n,e,t,i):[])}function Pn(n){return n.filter(e=>e.is!=="undecided").length}async function po(n,e,t,o){let s={folder:o,surroundings:t};return{folder:o,build:await B(n,e,e.buildCommand,{...s,subject:"the build"}),hook:await B(n,e,e.preDeployCommand,{...s,subject:"the pre-deploy command"}),start:await B(n,e,e.startCommand,{...s,subject:"the start command"})}}function uo({build:n,hook:e,start:t}){return[n,e,t].every(o=>o?.gaps.every(({missing:s})=>!s)??!0)}async function Sn(n,e,t,{folder:o,build:s,hook:i,start:r}){if((e.buildCommand.is==="unknown"||e.buildCommand.is==="oneOf")&&!e.inferred)return[];let l=gn(n,e,t,o),d=await ce(n,[...l,...s?.commands??[]],o,{settled:!1}),c=await ce(n,[...l,...s?.commands??[],...i?.commands??[],...r?.commands??[]],o,{settled:!0}),p=new ge(e,s),g=[["build",s,d],["pre-deploy",i,d],["start",r,c]];for(let[m,y,b]of g)if(y){p.failing(m,b,y);for(let L of y.commands){let{fatal:S,conditional:On}=L.weight;if(!(!S||On||fo(L,b)))for(let ye of qn(L))p.want(m,ye,mo(b,ye),b)}}if(e.inferred&&/(?:^|\/)manage\.py$/.test(e.file)&&await yo(n,e,c,p),r&&e.kind!=="static"){let m=await Pe(n,{...e,root:{is:"known",value:o||".",at:e.at,from:{by:"written"}}},t);await go(n,m,c,p)}return p.all()}function fo({steps:n,folder:e},{node:t}){return n.some(({words:o})=>o.startsWith("the script prepare runs "))&&t.installs.some(o=>o.manager==="yarn"&&o.omission!==void 0&&o.folder===e)}function mo({node:n,python:e},{what:t,name:o,from:s,folder:i,at:r}){if(t==="module")return o.startsWith("npm:")?n.package(o.slice(4),i):e.module(o);let a=[s==="python"?void 0:n.program(o,i),e.program(o)],[l,d]=a.filter(c=>c!==void 0);return!l||!d?l:[l,d].find(({is:c})=>c==="yes")??{is:"unknown",why:`\`${o}\` may be a program of npm or of Python`,at:r}}async function go(n,{processes:e},t,o){for(let s of e){if(s.conditional)continue;let i=ho.has(s.program.name),{target:r}=s.program,a=r.is==="file"?Y(r.path):void 0;if(i)for(let l of await fe(n,s))o.want("start",{...l,what:"module",steps:[...s.steps,...l.steps]},t.python.module(l.name),t);else if(a!==void 0&&/\.[cm]?[jt]s$/.test(a)&&ko.has(s.program.name))for(let l of await wn(n,a))o.want("start",{...l,what:"module",steps:[...s.steps,...l.steps]},t.node.package(l.name,l.folder),t)}}async function yo(n,{file:e,at:t},o,s){let i=T(t),a={name:"manage.py",words:["manage.py"],role:"runtime",target:{is:"file",path:{is:"known",value:e,at:t,from:{by:"written"}}}};for(let l of await fe(n,{program:a,folder:v(e),environment:i,steps:[],at:t,conditional:!1}))s.want("start",{...l,what:"module"},o.python.module(l.name),o)}var ho=new Set(["python","gunicorn","uvicorn","hypercorn","daphne","waitress-serve","granian","uwsgi","manage.py","flask","fastapi","celery"]),ko=new Set(["node","tsx","ts-node","nodemon","ts-node-dev","babel-node","bun","esno","vite-node","swc-node"]),ge=class{constructor(e,t){this.service=e;this.build=t}service;build;#e=new Map;#n=[];#t=new Set;#o=new Set;want(e,{what:t,name:o,at:s,steps:i},r,a){if(!r||r.is==="yes")return;let l=o.replace(/^npm:/,""),d=this.#s(a,r);if(d!==void 0){this.#t.has(d)||this.#n.push({is:"undecided",name:l,why:d,at:s,steps:i}),this.#t.add(d);return}if(r.is!=="no")return;let{lack:c}=r;if(this.service.inferred&&c.is!=="not-listed")return;let p=c.is==="not-listed"?{line:c.line}:{},g={what:t,name:l,package:c.package,...p,phase:e,at:s,steps:i},m=wo(c,s),y=this.#e.get(m);if(y){y.wants.some(S=>S.name===l)||y.wants.push(g);return}if(this.#o.has(c.package)&&c.is==="not-listed")return;this.#o.add(c.package);let b=this.service.buildCommand.is==="known"?this.service.buildCommand.at:void 0,L=bo(c,g,b);this.#e.set(m,{is:"missing",lack:c,wants:[g],phase:e,build:b,...L})}failing(e,{node:t},{commands:o}){for(let s of t.failing){let{at:i,steps:r}=s.install;o.some(l=>l.at===i&&l.weight.fatal&&!l.weight.conditional)&&this.#n.push({is:"failing",failing:s,phase:e,at:i,steps:r})}}all(){return[...this.#e.values(),...this.#n]}#s({doubt:e},t){return t.is==="unknown"?t.why:t.lack.is==="omitted"?void 0:this.build?.gaps[0]?.why??e?.why}};function wo(n,{file:e,range:t}){switch(n.is){case"no-install":return`${n.is} ${n.folder} ${String(n.listedIn?.endsWith("package.json")??!1)}`;case"omitted":return`${n.is} ${n.install.at.file} ${n.install.at.range.start.offset}`;case"other-folder":return`${n.is} ${n.package}`;case"not-listed":return`${n.is} ${n.file} ${e} ${t.start.line}`}}function bo(n,{at:e,steps:t},o){return n.is==="omitted"?{at:n.install.at,steps:n.install.steps}:n.is==="no-install"&&o?{at:o,steps:[]}:{at:e,steps:t}}export{Zs as dependencyFaults};
