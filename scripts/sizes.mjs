/**
 * Prints what the built pages weigh and fails when one is over its budget. The budgets (KB after gzip, scripts/budgets.json) are
 * raised by hand only: whoever adds weight should notice.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { ONE_PAGE } from "./build/one-page.cjs";
import { root } from "./setup.mjs";

const KB = 1024;
const PAGES = ["index.html", "taskpane.html", "commands.html"];
/** Lazy parts with a budget of their own; the rest is counted together. */
const NAMED = ["worker", "page-worker", "old-formats"];
const OTHERS = "other lazy parts";

/** The scripts of its own folder that a page loads at once. */
function scriptsOf(html) {
  return [...html.matchAll(/<script[^>]*\ssrc="?([^">\s]+)"?/g)].map(([, source]) => source).filter((source) => !source.includes("/"));
}

function weigh(folder, files) {
  return files.reduce((sum, file) => {
    const bytes = readFileSync(join(folder, file));
    return { raw: sum.raw + bytes.length, gzip: sum.gzip + gzipSync(bytes).length };
  }, { raw: 0, gzip: 0 });
}

/** What the project allows itself: KB of each page, minutes and MB of `npm test`. */
export function readBudgets() {
  return JSON.parse(readFileSync(join(root, "scripts", "budgets.json"), "utf8"));
}

/** Every part of the built folder with its weight in bytes: what a page loads at once, and what is loaded when needed. */
export function measure(folder) {
  const initial = new Map(PAGES.map((page) => [page, scriptsOf(readFileSync(join(folder, page), "utf8"))]));
  const atOnce = new Set([...initial.values()].flat());
  const lazy = readdirSync(folder).filter((file) => file.endsWith(".js") && file !== "cli.js" && !atOnce.has(file));
  const nameOf = (file) => NAMED.find((name) => file.startsWith(`${name}.`)) ?? OTHERS;
  return [
    ...PAGES.map((page) => ({ part: page, ...weigh(folder, [page, ...initial.get(page)]) })),
    ...[...NAMED, OTHERS].map((part) => ({ part, ...weigh(folder, lazy.filter((file) => nameOf(file) === part)) }))
  ];
}

/** The lines of the table, and the sentences for what is over its budget or has none. */
export function judge(parts, budgets) {
  const lines = ["part".padEnd(20) + "KB raw".padStart(10) + "KB gzip".padStart(10) + "budget".padStart(10)];
  const complaints = [];
  for (const { part, raw, gzip } of parts) {
    const budget = budgets[part];
    lines.push(part.padEnd(20) + (raw / KB).toFixed(1).padStart(10) + (gzip / KB).toFixed(1).padStart(10) + String(budget ?? "-").padStart(10));
    if (budget === undefined) complaints.push(`${part} has no budget in scripts/budgets.json.`);
    else if (gzip / KB > budget) complaints.push(`${part} is ${(gzip / KB).toFixed(1)} KB after gzip, over its budget of ${budget} KB (scripts/budgets.json).`);
  }
  return { lines, complaints };
}

/** The page in one file is copied and sent as it is: its bytes count, in KB. */
function judgeOnePage(folder, budget) {
  const size = statSync(join(folder, ONE_PAGE)).size / KB;
  const line = `${ONE_PAGE}: ${size.toFixed(0)} KB, budget ${budget} KB`;
  return { line, complaints: size > budget ? [`${line}: it is over its budget (scripts/budgets.json).`] : [] };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = resolve(root, process.env.DIST || "dist");
  if (!existsSync(join(folder, "index.html"))) {
    console.error(`${folder} holds no built page; run \`npm run build\` first.`);
    process.exit(1);
  }
  const budgets = readBudgets();
  const { lines, complaints } = judge(measure(folder), budgets["pages, KB after gzip"]);
  const onePage = judgeOnePage(folder, budgets["page in one file, KB"]);
  console.log([...lines, onePage.line].join("\n"));
  for (const complaint of [...complaints, ...onePage.complaints]) console.error(complaint);
  process.exitCode = complaints.length + onePage.complaints.length ? 1 : 0;
}
