/** Joins in-page.ts and what it needs into one script for a page: `node bundle.cjs FOLDER` writes FOLDER/in-page.js. */
const { join } = require("node:path");
const webpack = require("webpack");

webpack({
  mode: "development",
  devtool: false,
  target: ["web", "es2020"],
  entry: join(__dirname, "in-page.ts"),
  output: { path: process.argv[2], filename: "in-page.js" },
  resolve: { extensions: [".ts", ".js"] },
  module: { rules: [{ test: /\.ts$/, exclude: /node_modules/, loader: "swc-loader", options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } } }] }
}, (error, stats) => {
  if (error ?? stats.hasErrors()) {
    console.error(error ?? stats.toString("errors-only"));
    process.exitCode = 1;
  }
});
