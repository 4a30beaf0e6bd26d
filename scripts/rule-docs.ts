/** `npm run rule-docs`: writes the rules' pages (docs/rules/, src/rules/pages/*.json) from the rules and their examples; with --check it fails when they differ. */
import { ruleFiles, staleRuleFiles, writeRuleFiles } from "../test/rule-pages/files";

const files = ruleFiles();
if (process.argv.includes("--check")) {
  const stale = staleRuleFiles(files);
  console.log(stale.length === 0 ? `${files.size} files of the rules are up to date` : `out of date, run npm run rule-docs:\n${stale.join("\n")}`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  writeRuleFiles(files);
  console.log(`${files.size} files of the rules written`);
}
