/**
 * Runs a TypeScript file of this project: node scripts/run-ts.cjs FILE [args…]
 * With MOVED_LIMIT="path/limits.ts NAME VALUE" that one threshold has another value (`npm run thresholds`).
 */
require("./patient.cjs");
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { resolve } = require("node:path");
const { transformSync } = require("@swc/core");

process.setSourceMapsEnabled(true);

const [movedFile, movedName, movedValue] = (process.env.MOVED_LIMIT ?? "").split(" ");

/** The text of a source file, with the limit that is to be moved. */
function sourceOf(filename) {
  const text = readFileSync(filename, "utf8");
  return movedFile && filename === resolve(movedFile) ? text.replace(new RegExp(`(export const ${movedName} =)[^;]+;`), `$1 ${movedValue};`) : text;
}

for (const extension of [".ts", ".tsx"]) {
  Module._extensions[extension] = (module, filename) => {
    const { code } = transformSync(sourceOf(filename), {
      filename,
      swcrc: false,
      sourceMaps: "inline",
      jsc: {
        parser: { syntax: "typescript", tsx: extension === ".tsx" },
        transform: { react: { runtime: "automatic" } },
        target: "es2022"
      },
      module: { type: "commonjs" }
    });
    module._compile(code, filename);
  };
}

const file = process.argv[2];
if (!file) {
  console.error("usage: node scripts/run-ts.cjs FILE [args…]");
  process.exit(2);
}
process.argv.splice(1, 2, resolve(file));
require(process.argv[1]);
