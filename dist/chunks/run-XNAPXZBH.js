import { createRequire as __lintDeployCreateRequire } from 'node:module';import { fileURLToPath as __lintDeployToPath } from 'node:url';import { dirname as __lintDeployDirname } from 'node:path';const require = __lintDeployCreateRequire(import.meta.url);const __filename = __lintDeployToPath(import.meta.url);const __dirname = __lintDeployDirname(__filename);
import{a as u,c as p,f as O,i as v,j as F,k as S}from"./chunk-6WF74S5Q.js";import{C as k,d as c,f as w,i as g,k as y,l as $}from"./chunk-A3UKKHQK.js";import"./chunk-2SBININ4.js";import"./chunk-Y7B6EKYZ.js";import"./chunk-JFOEGXGS.js";import"./chunk-WRXSWL7N.js";import"./chunk-4FIDEOSJ.js";import"./chunk-ZHAKAE73.js";import"./chunk-DBDO3DNC.js";import"./chunk-QWXGPTMW.js";import"./chunk-I7ILA4XV.js";import"./chunk-I4OWIK2V.js";import"./chunk-ELJHYZJF.js";import"./chunk-XMYPCNPC.js";import"./chunk-SKAUTUF2.js";import"./chunk-IKSPVCJP.js";import"./chunk-WF4TQBPV.js";import{existsSync as j}from"node:fs";import{dirname as d,join as N,resolve as X}from"node:path";var C=c.home.replace("https://github.com/",""),b=`v${c.version}`,L=b.replace(/\..*$/,""),D=`name: lint-deploy
on:
  push:
    branches: [main]
  pull_request:
permissions: {}
jobs:
  lint-deploy:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      security-events: write # for code scanning; without it, set upload-sarif to false
    steps:
      - uses: actions/checkout@v7
        with:
          fetch-depth: 2 # for only-changed: new
          persist-credentials: false
      - uses: ${C}@${L}
        with:
          only-changed: new
`,G=`repos:
  - repo: ${c.home}
    rev: ${b}
    hooks:
      - id: lint-deploy
`,H=`# yaml-language-server: $schema=${c.configSchema}
# What lint-deploy cannot know, and what you accept: ${c.home}/blob/main/docs/configuration.md
services: {}
rules: {}
ignores: []
`,x=[{path:".github/workflows/lint-deploy.yml",what:"a workflow for GitHub",text:D},{path:".pre-commit-config.yaml",what:"a hook for pre-commit",text:G},{path:"lint-deploy.yaml",what:"a configuration, empty as yet",text:H}];import{lstatSync as K,mkdirSync as M,writeFileSync as P}from"node:fs";import{dirname as U,join as f}from"node:path";function I(t,e){return T(f(t,e))!==void 0}function E(t,e,n){let r=e.split("/").slice(0,-1),i=r.map((o,a)=>r.slice(0,a+1).join("/")).find(o=>T(f(t,o))?.isSymbolicLink());if(i!==void 0)return`${i} is a link`;try{M(U(f(t,e)),{recursive:!0}),P(f(t,e),n,{flag:"wx"});return}catch(o){return y(o,{EEXIST:"something has this name already"})}}function T(t){try{return K(t)}catch{return}}async function dt({path:t,yes:e},n){let{cwd:r,stdout:i,ask:o}=n,a=F(X(r,t),t);if(_(a,t),!e&&!o)throw new p("init asks before it writes, and there is no terminal to ask on. --yes agrees to all of it.");let h=$(a,{notice:v(n)}),{report:R}=await k(h,{settings:await O(h,{root:a,cwd:r})});i.write(q(R,t));let W=x.filter(s=>I(a,s.path)?(i.write(J(s)),!1):!0),l=[];for(let s of W)(e||await z(s,o))&&l.push(s);let A=l.flatMap(s=>{let m=E(a,s.path,s.text);return i.write(m===void 0?`Wrote ${s.path}.
`:`${s.path} is not written: ${m}.
`),m??[]});return l.length===0&&i.write(`Nothing was written.
`),A.length>0?u.failed:u.clean}function _(t,e){if(!j(N(t,".git"))){for(let n=d(t);n!==d(n);n=d(n))if(j(N(n,".git")))throw new p(`${e} is a folder of a repository: name its top, where workflows and hooks count.`)}}function q({services:t,findings:e},n){if(t.length===0)return`${S(n)}

`;let r=e.length===1?"1 finding":`${e.length} findings`;return["What it understood:",...t.map(B),"",`${r} now. lint-deploy shows them.`,"",""].join(`
`)}function B({name:t,kind:e,at:n,chain:r}){let i=r.map(o=>o.words).join(" \u2192 ")||"what it runs is not known";return g(w(`  ${t}, ${e}, ${n.file}:${n.range.start.line}: ${i}`))}function J({path:t,text:e}){if(t!==".pre-commit-config.yaml")return`${t} is there already and stays as it is.
`;let n=e.split(`
`).slice(1).join(`
`);return`${t} is there already and stays as it is. The entry for it:

${n}
`}async function z({path:t,what:e,text:n},r){let i=n.trimEnd().replace(/^/gm,"  "),o=await r?.(`
${i}

Write ${t}, ${e}? [y/N] `);return/^y(?:es)?$/i.test(o?.trim()??"")}export{dt as runInit};
