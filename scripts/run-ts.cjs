/** Runs a TypeScript file of this project: node scripts/run-ts.cjs FILE [args…] */
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { resolve } = require("node:path");
const { transformSync } = require("@swc/core");

process.setSourceMapsEnabled(true);

for (const extension of [".ts", ".tsx"]) {
  Module._extensions[extension] = (module, filename) => {
    const { code } = transformSync(readFileSync(filename, "utf8"), {
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
