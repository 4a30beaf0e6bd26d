/** What is handed out, made of a built folder: the page in one file, the add-in's folder and the command line as zips, and the checksums of all. */
const { createHash } = require("node:crypto");
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { zipSync } = require("fflate");
const { ONE_PAGE } = require("./one-page.cjs");
const { ROOT } = require("./options.cjs");

/** Every file of a zip bears the first moment that a zip can name: the same content gives the same bytes, whenever and wherever it is packed. */
const MOMENT = new Date(1980, 0, 1);
/** Of the repository, what goes with both: the paths are kept, so that the documents' links and commands hold. */
const WITH_ALL = ["LICENSE", "THIRD-PARTY.md", "CHANGELOG.md"];

const isOfCommandLine = (name) => name.startsWith("cli.js");

/** The files under a folder by their path in it, with slashes on every system. */
function filesOf(folder, under = "") {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under ? `${under}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesOf(folder, path) : [path];
  });
}

/** A zip of files by their paths: in their order, with nothing of this machine in it. */
function zipOf(contents) {
  const paths = Object.keys(contents).sort();
  return zipSync(Object.fromEntries(paths.map((path) => [path, [contents[path], { level: 9, mtime: MOMENT }]])));
}

function zipOfBuilt(dist, names, documents) {
  return zipOf({
    ...Object.fromEntries(names.map((name) => [`dist/${name}`, readFileSync(join(dist, name))])),
    ...Object.fromEntries([...WITH_ALL, ...documents].map((path) => [path, readFileSync(join(ROOT, path))]))
  });
}

/** The files to hand out by their names; `dist` is a built folder. */
function packagesOf(dist) {
  const built = filesOf(dist);
  const packages = {
    [ONE_PAGE]: readFileSync(join(dist, ONE_PAGE)),
    "社工站核表-加载项.zip": zipOfBuilt(dist, built.filter((name) => name !== ONE_PAGE && !isOfCommandLine(name)), ["docs/install.md", "docs/development.md"]),
    "社工站核表-命令行.zip": zipOfBuilt(dist, built.filter(isOfCommandLine), ["docs/command-line.md"])
  };
  return { ...packages, SHA256SUMS: Buffer.from(sumsOf(packages)) };
}

/** As `sha256sum --check` reads it. */
function sumsOf(packages) {
  return Object.entries(packages).map(([name, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`).join("");
}

module.exports = { packagesOf };
