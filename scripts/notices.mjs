/**
 * `npm run notices` writes THIRD-PARTY.md: the packages that dist/ is made of, with the texts of their licences. With --check it
 * writes nothing and fails when the file is out of date. Listed is everything that the dependencies of package.json bring along,
 * except declarations of types: a little more than webpack keeps, never less.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./setup.mjs";

const FILE = join(root, "THIRD-PARTY.md");
const MODULES = "node_modules/";
const LICENCE_FILE = /^(licen[cs]e|copying|notice)(\.|$)/i;

/** What a licence says, for packages that name theirs without carrying its text. */
const STANDARD_TEXTS = {
  MIT: (holder) => readFileSync(join(root, "LICENSE"), "utf8").replace(/^Copyright .*$/m, `Copyright (c) ${holder}`),
  ISC: (holder) => `ISC License

Copyright (c) ${holder}

Permission to use, copy, modify, and/or distribute this software for any
purpose with or without fee is hereby granted, provided that the above
copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY
AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM
LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR
OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR
PERFORMANCE OF THIS SOFTWARE.`
};

function readJson(...path) {
  return JSON.parse(readFileSync(join(root, ...path), "utf8"));
}

/** Where a package finds another one, as Node looks for it: in its own folder first, then in each folder above. */
function resolveFrom(locked, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf(`/${MODULES}`)))) {
    const path = folder ? `${folder}/${MODULES}${name}` : MODULES + name;
    if (locked[path]) return path;
    if (!folder) return null;
  }
}

/** The folders of all packages that the dependencies of `locked[""]` need, as package-lock.json writes them. */
export function shippedFolders(locked) {
  const found = new Set();
  function follow(folder) {
    const { dependencies = {}, optionalDependencies = {} } = locked[folder];
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const path = resolveFrom(locked, folder, name);
      if (path === null && name in optionalDependencies) continue;
      if (path === null) throw new Error(`package-lock.json has no ${name}, which ${folder || "the project"} needs`);
      if (found.has(path) || name.startsWith("@types/")) continue;
      found.add(path);
      follow(path);
    }
  }
  follow("");
  return [...found];
}

function holderOf({ author, name }) {
  return (typeof author === "string" ? author : author?.name) ?? `the authors of ${name}`;
}

/** Many packages of one maker differ in nothing but their name above the text; without it they share one section. */
function withoutTitle(text, name) {
  const start = text.trimStart();
  return start.startsWith(`${name}\n`) || start.startsWith(`${name}\r`) ? start.slice(name.length) : text;
}

/** Name, version, licence and its text of the package in that folder. */
function noticeOf(folder) {
  const about = readJson(folder, "package.json");
  const files = readdirSync(join(root, folder)).filter((file) => LICENCE_FILE.test(file)).sort();
  const carried = files.map((file) => readFileSync(join(root, folder, file), "utf8")).join("\n");
  const standard = STANDARD_TEXTS[about.license]?.(holderOf(about));
  if (!carried && !standard) throw new Error(`${about.name} carries no text of its licence (${about.license}), and scripts/notices.mjs knows none`);
  return {
    id: `${about.name} ${about.version}`,
    licence: about.license,
    carried: carried !== "",
    text: withoutTitle(carried || standard, about.name).replace(/\r\n?/g, "\n").replace(/[ \t]+$/gm, "").trim()
  };
}

function byName(first, second) {
  return first.id < second.id ? -1 : first.id > second.id ? 1 : 0;
}

/** The document: a table of packages, then each text once, with the packages that it is for. */
export function notices(folders) {
  const each = new Map(folders.map((folder) => noticeOf(folder)).map((notice) => [notice.id, notice]));
  const packages = [...each.values()].sort(byName);
  const texts = new Map();
  for (const notice of packages) {
    const group = texts.get(notice.text) ?? [];
    texts.set(notice.text, [...group, notice]);
  }
  const rows = packages.map(({ id, licence }) => `| ${id} | ${licence} |`);
  const sections = [...texts].map(([text, group]) => [
    `## ${group.map(({ id }) => id).join(", ")}`,
    ...(group.every(({ carried }) => carried) ? [] : ["The package carries no text of its licence. This is the licence that it names, with the author that it names."]),
    `\`\`\`\`text\n${text}\n\`\`\`\``
  ].join("\n\n"));
  return `${[
    "# 第三方软件 · Third-party software",
    "本产品使用了下列开源软件，版权归各自的作者，许可证全文附后。本文件由 `npm run notices` 生成。",
    "hebiao is made with the following packages. They belong to their authors; the texts of their licences follow. `npm run notices` writes this file.",
    ["| package | licence |", "|---|---|", ...rows].join("\n"),
    ...sections
  ].join("\n\n")}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const wanted = notices(shippedFolders(readJson("package-lock.json").packages));
  const current = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
  if (!process.argv.includes("--check")) writeFileSync(FILE, wanted);
  else if (current.replace(/\r\n/g, "\n") !== wanted) {
    console.error("THIRD-PARTY.md is out of date; run `npm run notices`.");
    process.exitCode = 1;
  }
}
