/** `npm run build` → dist/: cli.js for Node, index.html (browser) and taskpane.html (Excel) with their scripts. */
const { cpSync, mkdirSync } = require("node:fs");
const { resolve } = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");

const DIST = resolve(__dirname, "dist");

/**
 * Where the task pane loads Office.js from. The 21Vianet cloud in China has
 * https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js
 */
const OFFICE_JS_URL = process.env.OFFICE_JS_URL || "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** The browser page may reach nothing but its own files; the browser itself enforces that no data leaves. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'"
].join("; ");

/** Copies assets/ beside the pages. */
class CopyAssets {
  apply(compiler) {
    compiler.hooks.afterEmit.tap("CopyAssets", () => {
      mkdirSync(DIST, { recursive: true });
      cpSync(resolve(__dirname, "assets"), resolve(DIST, "assets"), { recursive: true });
    });
  }
}

function common(target) {
  return {
    mode: "production",
    devtool: false,
    stats: { preset: "errors-warnings", assets: true, colors: false },
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
    }
  };
}

const cli = {
  ...common("es2022"),
  name: "cli",
  target: "node20",
  entry: { cli: "./src/cli/index.ts" },
  // One file: what the pages load on demand is part of it.
  output: { path: DIST, filename: "[name].js", compareBeforeEmit: false, asyncChunks: false },
  performance: { hints: false }
};

function page(name, options) {
  return new HtmlWebpackPlugin({
    filename: `${name}.html`,
    template: `./src/${options.room}/${name}.ejs`,
    chunks: [name],
    scriptLoading: "defer",
    minify: false,
    templateParameters: options.parameters
  });
}

const pages = {
  ...common("es2020"),
  name: "pages",
  target: ["web", "es2020"],
  entry: { index: "./src/web/index.tsx", taskpane: "./src/taskpane/index.tsx" },
  output: {
    path: DIST,
    filename: "[name].[contenthash:8].js",
    chunkFilename: "[name].[contenthash:8].js",
    compareBeforeEmit: false,
    clean: { keep: "cli.js" }
  },
  optimization: {
    splitChunks: { cacheGroups: { react: { test: /node_modules.(react|react-dom|scheduler|@fluentui|@griffel|tabster|keyborg|@floating-ui)/, name: "fluent", chunks: "initial" } } }
  },
  // The pages are read from this machine or an intranet; the limits are there to notice a dependency that crept in.
  performance: { hints: "error", maxEntrypointSize: 800_000, maxAssetSize: 800_000 },
  plugins: [
    page("index", { room: "web", parameters: { contentSecurityPolicy: CONTENT_SECURITY_POLICY } }),
    page("taskpane", { room: "taskpane", parameters: { officeJsUrl: OFFICE_JS_URL } }),
    new CopyAssets()
  ]
};

module.exports = [cli, pages];
