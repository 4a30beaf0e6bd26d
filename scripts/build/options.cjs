/** The options of a build, from the environment. `docs/development.md`, "Build options", tells what each is for. */
const { resolve } = require("node:path");

const ROOT = resolve(__dirname, "..", "..");

/** Where Microsoft keeps the client of Office.js. "bundled" is a copy beside our own pages, for networks without the internet. */
const OFFICE_JS = {
  "global": "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  "21vianet": "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  "bundled": "office-js/office.js"
};

/** What the committed manifest.xml says, and what Excel on the developer's own machine loads. */
const LOCAL_ADDRESS = "https://localhost:3000/";

/** An address that a build may not use; its message is a sentence for whoever builds. */
class BadOption extends Error {}

/** The address as Excel will take it, or BadOption. */
function httpsAddress(name, text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    throw new BadOption(`${name} is not an address: "${text}". Write it in full, for example https://tools.example.org/hebiao/`);
  }
  if (url.protocol !== "https:") throw new BadOption(`${name} must begin with https:// because Excel loads nothing else: "${text}"`);
  if (url.username || url.password) throw new BadOption(`${name} must not hold a user name or a password: "${text}"`);
  return url;
}

function folderAddress(name, text) {
  const url = httpsAddress(name, text);
  if (url.search || url.hash) throw new BadOption(`${name} must be the address of a folder, without ? and #: "${text}"`);
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/** The address of office.js that an option names: one of the names above, or an address of its own. */
function officeJsAddress(text) {
  const known = OFFICE_JS[text];
  if (known) return known;
  if (!text.includes(":")) throw new BadOption(`OFFICE_JS must be ${Object.keys(OFFICE_JS).join(", ")} or an https address: "${text}"`);
  const { href, pathname } = httpsAddress("OFFICE_JS", text);
  // The client finds its other files by the name of its own script.
  if (!pathname.endsWith("/office.js")) throw new BadOption(`OFFICE_JS must be the address of a file named office.js: "${text}"`);
  return href;
}

/** Reads the options; throws BadOption for one that cannot be used. */
function buildOptions(environment = process.env) {
  const address = folderAddress("ADDIN_URL", environment.ADDIN_URL || LOCAL_ADDRESS);
  return {
    /** The folder that is built into. */
    dist: resolve(ROOT, environment.DIST || "dist"),
    /** Where the built folder will stand, ending in a slash. */
    address,
    support: httpsAddress("SUPPORT_URL", environment.SUPPORT_URL || address).href,
    learnMore: httpsAddress("LEARN_MORE_URL", environment.LEARN_MORE_URL || address).href,
    officeJs: officeJsAddress(environment.OFFICE_JS || "global"),
    officeJsBundled: environment.OFFICE_JS === "bundled"
  };
}

/** Where a built folder tells what it was built for. */
const OPTIONS_FILE = "build-options.json";

/** The options as that file holds them: without the folder, which may be moved. */
function optionsText({ address, support, learnMore, officeJs, officeJsBundled }) {
  return `${JSON.stringify({ address, support, learnMore, officeJs, officeJsBundled }, null, 2)}\n`;
}

module.exports = { BadOption, LOCAL_ADDRESS, OFFICE_JS, OPTIONS_FILE, ROOT, buildOptions, optionsText };
