/** `npm run build` → dist/: cli.js for Node, the pages with their scripts, and the manifest of the add-in. */
const { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } = require("node:fs");
const { createHash } = require("node:crypto");
const { join, relative, resolve } = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const { manifestFor } = require("./scripts/build/manifest.cjs");
const { ONE_PAGE, onePageOf } = require("./scripts/build/one-page.cjs");
const { copyOfficeJs } = require("./scripts/build/office-js.cjs");
const { BadOption, buildOptions, OPTIONS_FILE, optionsText } = require("./scripts/build/options.cjs");
const { PAGE_POLICY, panePolicy } = require("./scripts/build/policies.cjs");
const { version } = require("./package.json");

const OPTIONS = optionsOrStop();
const DIST = OPTIONS.dist;
/** Scripts of the worker on their way into the pages; a folder of its own for each folder that is built into. Its name gets into the scripts: it must not tell where this repository lies. */
const WORKER_SOURCE = realFolder(resolve(__dirname, "node_modules", ".cache", "hebiao", createHash("sha256").update(relative(__dirname, DIST)).digest("hex").slice(0, 8)));

/** What a file that holds everything has to hold, too. */
const NOTICES = ["LICENSE", "THIRD-PARTY.md"].map((file) => readFileSync(resolve(__dirname, file), "utf8")).join("\n");

/** A folder as webpack sees it: without links on the way. */
function realFolder(path) {
  mkdirSync(path, { recursive: true });
  return realpathSync(path);
}

function optionsOrStop() {
  try {
    return buildOptions();
  } catch (error) {
    if (!(error instanceof BadOption)) throw error;
    console.error(error.message);
    return process.exit(1);
  }
}

/** Writes what stands beside the pages: icons, manifest, notices, what was asked for, Office.js where that was, and the page in one file. */
class WriteCompanions {
  apply(compiler) {
    compiler.hooks.afterEmit.tap("WriteCompanions", (compilation) => {
      mkdirSync(DIST, { recursive: true });
      cpSync(resolve(__dirname, "assets"), join(DIST, "assets"), { recursive: true });
      const manifest = readFileSync(resolve(__dirname, "manifest.xml"), "utf8");
      writeFileSync(join(DIST, "manifest.xml"), manifestFor(manifest, OPTIONS, version));
      for (const script of ["worker.js", "page-worker.js", "old-formats.js"]) {
        const notice = join(WORKER_SOURCE, `${script}.LICENSE.txt`);
        if (existsSync(notice)) cpSync(notice, join(DIST, `${script}.LICENSE.txt`));
      }
      writeFileSync(join(DIST, OPTIONS_FILE), optionsText(OPTIONS));
      if (OPTIONS.officeJsBundled) copyOfficeJs(join(DIST, "office-js"));
      if (compilation.errors.length === 0) writeFileSync(join(DIST, ONE_PAGE), onePageOf(compilation, "index", DIST, NOTICES));
    });
  }
}

function common(target) {
  return {
    mode: "production",
    devtool: false,
    stats: { preset: "errors-warnings", colors: false },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [{
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: "swc-loader",
        options: {
          jsc: {
            parser: { syntax: "typescript", tsx: true },
            transform: { react: { runtime: "automatic" } },
            target
          }
        }
      }]
    },
    // A fifth of the time of webpack's own choice, for as many bytes.
    optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })] },
    // The sizes that matter are those of what a user waits for; scripts/sizes.mjs holds them.
    performance: { hints: false }
  };
}

const cli = {
  ...common("es2022"),
  name: "cli",
  target: "node20",
  entry: { cli: "./src/cli/index.ts" },
  // One file: what the pages load on demand is part of it.
  output: { path: DIST, filename: "[name].js", compareBeforeEmit: false, asyncChunks: false }
};

/** The scripts that the pages hold as text: start-worker.ts says why. */
const worker = {
  ...common("es2020"),
  name: "worker",
  target: ["webworker", "es2020"],
  entry: { "worker": "./src/pane/background/worker.ts", "page-worker": "./src/web/background/worker.ts" },
  output: { path: WORKER_SOURCE, filename: "[name].js", compareBeforeEmit: false, asyncChunks: false },
  externals: { "@e965/xlsx": "promise self.importOldFormats()" }
};

const oldFormats = {
  ...common("es2020"),
  name: "old-formats",
  target: ["webworker", "es2020"],
  entry: { "old-formats": { import: "@e965/xlsx", library: { type: "var", name: "hebiaoOldFormats" } } },
  output: { path: WORKER_SOURCE, filename: "[name].js", compareBeforeEmit: false }
};

function page(name, options) {
  return new HtmlWebpackPlugin({
    filename: `${name}.html`,
    template: `./src/${options.room}/${name}.ejs`,
    chunks: [name],
    // Not modules: a page opened from a folder may not load those.
    scriptLoading: "defer",
    minify: false,
    templateParameters: options.parameters
  });
}

const IN_EXCEL = { officeJs: OPTIONS.officeJs, contentSecurityPolicy: panePolicy(OPTIONS.officeJs) };

const shared = common("es2020");
const pages = {
  ...shared,
  name: "pages",
  resolve: { ...shared.resolve, alias: { "worker-source": WORKER_SOURCE } },
  module: { rules: [{ include: WORKER_SOURCE, type: "asset/source" }, { test: /\.xlsx$/, type: "asset/inline" }, ...shared.module.rules] },
  dependencies: [worker.name, oldFormats.name],
  target: ["web", "es2020"],
  entry: { index: "./src/web/index.tsx", taskpane: "./src/addin/index.tsx", commands: "./src/addin/ribbon/index.ts" },
  output: {
    path: DIST,
    // Beside the page, wherever that is: the page in one file has no script whose address could tell.
    publicPath: "",
    filename: "[name].[contenthash:8].js",
    chunkFilename: "[name].[contenthash:8].js",
    compareBeforeEmit: false,
    clean: { keep: /^cli\.js/ }
  },
  optimization: {
    ...shared.optimization,
    splitChunks: { cacheGroups: { react: { test: /node_modules.(react|react-dom|scheduler|@fluentui|@griffel|tabster|keyborg|@floating-ui)/, name: "fluent", chunks: "initial" } } }
  },
  plugins: [
    page("index", { room: "web", parameters: { contentSecurityPolicy: PAGE_POLICY } }),
    page("taskpane", { room: "addin", parameters: IN_EXCEL }),
    page("commands", { room: "addin/ribbon", parameters: IN_EXCEL }),
    new WriteCompanions()
  ]
};
module.exports = [cli, worker, oldFormats, pages];
