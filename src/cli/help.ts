import { product } from '../product.js';

export const HELP = `lint-deploy reads a repository before it is deployed and names, with file and line,
what will make the deployed service answer 502, 503, 500, 404 or 400.
It never runs the repository's code and never touches the network.

Usage
  lint-deploy [path]            lint the repository in this folder (default: .)
  lint-deploy trace [path]      show what is understood of each service, and why: the way
                                from its start command to the program, and its settings
  lint-deploy rules             list the rules
  lint-deploy explain <rule>    show the page of one rule
  lint-deploy init [path]       offer a workflow, a hook and a configuration, and write those
                                that you agree to (all with --yes); what is there stays

Reports
  --format FORMAT[=FILE]        text (default), sarif, json, github (annotations of a
                                workflow), markdown, rdjson (reviewdog) or junit; repeat
                                it for several, such as
                                --format text --format sarif=report.sarif
                                (trace: text or json)
  -o, --output FILE             write the report to FILE instead of standard output
  --uri-prefix FOLDER           put FOLDER before each reported path, where path is a
                                subfolder of the repository
  --sarif-category NAME         the category of the SARIF run
  --include-suppressed          SARIF and JUnit: also list, marked as such, what is ignored
                                or in the baseline
  -q, --quiet                   one line for each error and warning, and nothing else
  -v, --verbose                 also say what could not be decided, and why
  --no-color                    no colours (NO_COLOR and FORCE_COLOR are honoured)
  --stats                       say on standard error what took how long and what was read

Findings
  --fail-on LEVEL               exit with 1 from this level on: error, warning (default),
                                note or never
  --rule ID                     run only this rule; repeat it for several
  --fix                         make the safe fixes, then report what is left
  --fix=unsafe                  also make the fixes that need your review
  --fix-dry-run                 print the safe fixes as a diff, change nothing
                                (with --fix=unsafe, those too); off a terminal, the diff
                                holds the file's own text unmasked

Configuration
  --config FILE                 read this file instead of the repository's lint-deploy.yaml
  --platform NAME               the platform of services that no platform file declares;
                                today there is one, render
  --no-inline-ignores           lint-deploy-ignore comments ignore nothing
  --baseline FILE               leave out the findings that FILE lists
  --update-baseline             write all findings of this run to that file
  --since COMMIT                report only what is new since this branch left COMMIT, which
                                may be a branch or a tag; nothing is checked out

Speed
  --cache                       keep the reports, and give them again to the same command line
                                while nothing that they were made from has changed; a run
                                with --fix, --fix-dry-run, --update-baseline, --since or
                                --stats is always made anew
  --cache-location FOLDER       where to keep them, in place of lint-deploy's folder in your
                                cache folder, on Linux ~/.cache/lint-deploy; what is older
                                than 30 days goes with the next run

  -V, --version                 print the version
  -h, --help                    print this help

Exit status
  0  nothing found at or above --fail-on; trace: done
  1  findings
  2  the command line, the configuration, a file that cannot be read or written, or a
     fault in lint-deploy; what could be found is still reported
  3  nothing to lint: no platform file, and no service could be inferred

Examples
  lint-deploy
  lint-deploy services/api --uri-prefix services/api
  lint-deploy --format sarif=lint-deploy.sarif --fail-on never
  lint-deploy --baseline lint-deploy-baseline.json --update-baseline
  lint-deploy --since main
  lint-deploy trace --format json=trace.json
  lint-deploy --fix-dry-run | git apply --allow-empty

${product.home}
`;
