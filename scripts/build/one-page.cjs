/**
 * The browser page in one file, for whom no server and no folder is to be handed to: every script of the built page, also those
 * that it loads on demand, stands in the page itself. Made of the built files, so that what was tested there is what is handed out.
 */
const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { runInNewContext } = require("node:vm");
const { onePagePolicy } = require("./policies.cjs");

/** What the file is called in the built folder, and when it is handed out. */
const ONE_PAGE = "社工站核表.html";

/** Scripts that hold but a text, which the page makes its worker of: as it is needed a while later, it is kept compressed. */
const TEXTS = /^(?:page-worker|old-formats)\./;

/**
 * In the page: the module whose text was kept compressed; webpack's import() hands on a promise that a module is, as it stands.
 * Browsers know how to do this since 2020 (Chrome 80), Firefox and Safari since 2023.
 */
async function hebiaoText(base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return { default: await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text() };
}

/** A script whose only module exports a text, with the compressed text in its place. */
function compressed(script) {
  const found = /\.exports=(["'`][^]*["'`])(?=\}\}\]\);?\s*$)/.exec(script);
  if (!found) throw new Error("A script that should hold a text alone holds something else.");
  const text = runInNewContext(found[1]);
  // Not at the top: the sizes are read before anything is installed.
  const base64 = Buffer.from(require("fflate").zlibSync(Buffer.from(text), { level: 9 })).toString("base64");
  return script.slice(0, found.index) + `.exports=${hebiaoText.name}("${base64}")` + script.slice(found.index + found[0].length);
}

/** A script as it can stand between two tags: nothing in it ends it, or begins what HTML takes for a comment in one. Both stand in strings only. */
function inlined(script) {
  return script.replace(/<\/(script)/gi, "<\\/$1").replaceAll("<!--", "\\x3c!--").trimEnd();
}

/** As a policy names a script that stands in the page. */
function hashOf(script) {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

/**
 * The page in one file.
 * - `html`: the built page.
 * - `scripts`: those that it loads at once, in their order, and `lazy` those that it may load later. These go first: webpack's
 *   runtime takes what is there when it starts for loaded, and runs none of it before it is needed.
 * - `notices`: the licences of what is in it.
 */
function onePage({ html, icon, scripts, lazy, notices }) {
  const texts = [String(hebiaoText), ...lazy, ...scripts].map(inlined);
  const bodies = texts.map((text) => `<script>${text}</script>`).join("\n");
  const comment = `<!--\n${notices.replaceAll("-->", "--&gt;").replaceAll("--!>", "--!&gt;")}\n-->`;
  const replaced = [
    [/<meta http-equiv="Content-Security-Policy"[^>]*>/, `<meta http-equiv="Content-Security-Policy" content="${onePagePolicy(texts.map(hashOf))}">`],
    [/<link rel="icon"[^>]*>/, `<link rel="icon" type="image/png" href="data:image/png;base64,${icon.toString("base64")}">`],
    [/<\/body>/, `${bodies}\n${comment}\n</body>`]
  ];
  const page = html.replace(/<script[^>]*src=[^>]*><\/script>/g, "");
  return replaced.reduce((text, [pattern, by]) => {
    if (!pattern.test(text)) throw new Error(`The built page has no ${pattern}.`);
    return text.replace(pattern, () => by);
  }, page);
}

/** The files of what an entry of webpack's compilation may load later. A chunk that two entries share would name those of both. */
function laterFiles(group, seen = new Set()) {
  if (seen.has(group)) return [];
  seen.add(group);
  return group.getChildren().flatMap((child) => [...child.getFiles(), ...laterFiles(child, seen)]);
}

/** Reads what a page of webpack's compilation is made of from the built folder, and gives it as one file. */
function onePageOf(compilation, name, folder, notices) {
  const entry = compilation.entrypoints.get(name);
  const isScript = (file) => file.endsWith(".js");
  const atOnce = entry.getFiles().filter(isScript);
  const later = new Set(laterFiles(entry).filter((file) => isScript(file) && !atOnce.includes(file)));
  const read = (file) => readFileSync(join(folder, file), "utf8");
  return onePage({
    html: read(`${name}.html`),
    icon: readFileSync(join(folder, "assets", "icon-32.png")),
    scripts: atOnce.map(read),
    lazy: [...later].sort().map((file) => (TEXTS.test(file) ? compressed(read(file)) : read(file))),
    notices
  });
}

module.exports = { ONE_PAGE, compressed, onePage, onePageOf };
