import { createRequire as __lintDeployCreateRequire } from 'node:module';import { fileURLToPath as __lintDeployToPath } from 'node:url';import { dirname as __lintDeployDirname } from 'node:path';const require = __lintDeployCreateRequire(import.meta.url);const __filename = __lintDeployToPath(import.meta.url);const __dirname = __lintDeployDirname(__filename);
import{b,d as x,e as A}from"./chunk-QFKDL7FY.js";import{B as F,c,e as v}from"./chunk-Z7DYEMKD.js";import"./chunk-JGL34R2U.js";import{g as S,j as p}from"./chunk-SXRVDTW5.js";import{a as m}from"./chunk-SUZXGSGW.js";import{b as $,d,e as k,s as I,w as O}from"./chunk-NNKFMB4O.js";import"./chunk-4TCCP3UW.js";import"./chunk-7XRM246R.js";import"./chunk-UDCFF75F.js";import"./chunk-WF4TQBPV.js";import{existsSync as G}from"node:fs";import{dirname as g,join as _,resolve as Z}from"node:path";var N="main";function E(t){if(!k(t))return N;let e=T(t,"refs/remotes/origin/HEAD")?.replace(/^origin\//,"");return e!==void 0?e:(d(t,["config","--get","remote.origin.url"]).is==="answered"?void 0:T(t,"HEAD"))??N}function T(t,e){let n=d(t,["symbolic-ref","--quiet","--short",e]),r=n.is==="answered"?n.output.toString().trim():"";return/^[A-Za-z][\w./-]*$/.test(r)&&!/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(r)?r:void 0}var H=c.home.replace("https://github.com/",""),R=`v${c.version}`,P=R.replace(/\..*$/,""),q=t=>`name: lint-deploy
on:
  push:
    branches: [${t}]
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
      - uses: ${H}@${P}
        with:
          only-changed: new
`,J=`repos:
  - repo: ${c.home}
    rev: ${R}
    hooks:
      - id: lint-deploy
`,M=`# yaml-language-server: $schema=${c.configSchema}
# What lint-deploy cannot know, and what you accept: ${c.home}/blob/main/docs/configuration.md
services:
#  api:
#    healthCheckPath: /health
#    env: [DATABASE_URL, NODE_ENV=production]
rules:
#  missing-health-check: error
ignores:
#  - rule: missing-health-check
#    service: legacy
#    reason: It is switched off in January.
`,h="lint-deploy.yaml";function j(t){return[{path:".github/workflows/lint-deploy.yml",what:"a workflow for GitHub",text:q(t)},{path:".pre-commit-config.yaml",what:"a hook for pre-commit",text:J},{path:h,what:"a configuration, empty as yet",text:M}]}import{lstatSync as X,mkdirSync as z,writeFileSync as K}from"node:fs";import{dirname as V,join as l}from"node:path";function L(t,e){return U(l(t,e))!==void 0}function C(t,e,n){let r=e.split("/").slice(0,-1),i=r.map((o,a)=>r.slice(0,a+1).join("/")).find(o=>U(l(t,o))?.isSymbolicLink());if(i!==void 0)return`${i} is a link`;try{z(V(l(t,e)),{recursive:!0}),K(l(t,e),n,{flag:"wx"});return}catch(o){return $(o,{EEXIST:"something has this name already"})}}function U(t){try{return X(t)}catch{return}}async function Ft({path:t,yes:e},n){let{cwd:r,stdout:i,ask:o}=n,a=x(Z(r,t),t);if(Q(a,t),!e&&!o)throw new p("init asks before it writes, and there is no terminal to ask on. --yes agrees to all of it.");let w=I(a,{notice:S(n)}),y=await b(w,{root:a,cwd:r}),{report:D}=await F(w,{settings:y});i.write(Y(D,t));let W=j(E(a)).filter(s=>{let f=et(s,a,y);return f!==void 0&&i.write(f),f===void 0}),u=[];for(let s of W)(e||await rt(s,o))&&u.push(s);let B=u.flatMap(s=>{let f=C(a,s.path,s.text);return i.write(f===void 0?`Wrote ${s.path}.
`:`${s.path} is not written: ${f}.
`),f??[]});return u.length===0&&i.write(`Nothing was written.
`),B.length>0?m.failed:m.clean}function Q(t,e){if(!G(_(t,".git"))){for(let n=g(t);n!==g(n);n=g(n))if(G(_(n,".git")))throw new p(`${e} is a folder of a repository: name its top, where workflows and hooks count.`)}}function Y({services:t,findings:e},n){if(t.length===0)return`${A(n)}

`;let r=e.length===1?"1 finding":`${e.length} findings`;return["What it understood:",...t.map(tt),"",`${r} now. lint-deploy shows them.`,"",""].join(`
`)}function tt({name:t,kind:e,at:n,chain:r}){let i=r.map(o=>o.words).join(" \u2192 ")||"what it runs is not known";return O(v(`  ${t}, ${e}, ${n.file}:${n.range.start.line}: ${i}`))}function et(t,e,{files:n}){if(L(e,t.path))return nt(t);if(!(t.path!==h||n.length===0))return`The configuration in ${n.join(", ")} stays as it is.
`}function nt({path:t,text:e}){if(t!==".pre-commit-config.yaml")return`${t} is there already and stays as it is.
`;let n=e.split(`
`).slice(1).join(`
`);return`${t} is there already and stays as it is. The entry for it:

${n}
`}async function rt({path:t,what:e,text:n},r){let i=n.trimEnd().replace(/^/gm,"  "),o=await r?.(`
${i}

Write ${t}, ${e}? [y/N] `);return/^y(?:es)?$/i.test(o?.trim()??"")}export{Ft as runInit};
