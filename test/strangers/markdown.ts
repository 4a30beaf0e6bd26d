import { figuresOf, type Figures, type Judged } from "./judge";

/** docs/strangers.md */
export function strangersDocument(results: readonly Judged[], notes: ReadonlyMap<string, string>): string {
  const layouts = [...notes].map(([layout, note]) => ({ layout, note, figures: figuresOf(results.filter(({ given }) => given.layout === layout)) }));
  const all = figuresOf(results);
  return `# Workbooks of strangers

Written by \`npm run cases -- --write\`; a test compares it with what is measured. The workbooks in \`test/strangers/layouts\` were made by people who had read
what the tables are and never saw how they are read: ${notes.size} layouts, each with clean workbooks and with copies that hold one mistake.
*Wrong* counts errors and warnings at cells that have nothing to do with the mistake; *unread* tables that were not recognised, *unsaid* those of them that no sentence names.

Found: **${all.found} of ${all.mistakes}** mistakes. Clean workbooks: **${all.wrongOnClean} wrong findings in ${all.accusedClean} of ${all.clean}**; unread tables ${all.unread}, unread and unsaid ${all.unsaid}.
Beside a mistake: ${all.wrongElsewhere} wrong findings elsewhere.

| layout | found | wrong on clean | wrong beside a mistake | unread | unsaid |
|---|--:|--:|--:|--:|--:|
${layouts.map(({ layout, note, figures }) => `| ${layout} ${note.replace(/\|/g, "／")} | ${cells(figures)} |`).join("\n")}
`;
}

function cells({ found, mistakes, wrongOnClean, wrongElsewhere, unread, unsaid }: Figures): string {
  return [`${found} of ${mistakes}`, wrongOnClean, wrongElsewhere, unread, unsaid].join(" | ");
}
