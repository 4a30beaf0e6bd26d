/** Copies the part of Microsoft's client that Excel asks for beside our pages, for networks that do not reach Microsoft. */
const { cpSync, mkdirSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { ROOT } = require("./options.cjs");

const PACKAGE = join(ROOT, "node_modules", "@microsoft", "office-js");

/**
 * What office.js loads, relative to itself: the file of the host it stands in (Windows, the web, Mac; a browser outside Office
 * gets the mapping table, by which it finds that out) and the strings of the language, English where there are none. It also asks
 * for telemetry/oteljs_agave.js and goes on without it: the usage data that it sends has no way out of an intranet.
 */
const FILES = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-web-16.00.js",
  "excel-mac-16.00.js",
  "o15apptofilemappingtable.js",
  "en-us/office_strings.js",
  "zh-cn/office_strings.js",
  "zh-tw/office_strings.js"
];

/** Copies the files, and the licence that allows it, into `folder`. */
function copyOfficeJs(folder) {
  for (const name of FILES) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(PACKAGE, "dist", name), join(folder, name));
  }
  cpSync(join(PACKAGE, "LICENSE.md"), join(folder, "LICENSE.md"));
}

module.exports = { copyOfficeJs };
