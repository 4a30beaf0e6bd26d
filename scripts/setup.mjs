/** Sets up what the project needs on a machine with nothing but Node: the packages of package-lock.json. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = 20;

/** Stops the program with a sentence for the user. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Runs a program of this project and returns its exit code; its output goes to the terminal. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], ...options });
  if (result.error) {
    console.error(`${command}: ${result.error.message}`);
    return 1;
  }
  return result.status ?? 1;
}

/** The script behind the program of an installed package, for example "webpack" or "jest". */
export function packageScript(name, program = name) {
  const folder = join(root, "node_modules", name);
  const { bin } = readJson(join(folder, "package.json"));
  return join(folder, typeof bin === "string" ? bin : bin[program]);
}

/** Runs the program of an installed package and returns its exit code. */
export function runPackage(name, args, options) {
  return run(process.execPath, [packageScript(name), ...args], options);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** True when every package that package-lock.json asks for is there in that version. */
function packagesInstalled() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = readJson(join(root, "package-lock.json")).packages;
  const installed = readJson(record).packages;
  return Object.entries(wanted).every(([path, entry]) => path === "" || entry.optional || installed[path]?.version === entry.version);
}

/** Installs the packages when they are missing or stale, as package-lock.json has them. Prints npm's output only when it fails. */
export function setup() {
  if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
    stop(`hebiao needs Node.js ${OLDEST_NODE} or newer; this is ${process.version}.`);
  }
  if (packagesInstalled()) return;
  console.log("Installing packages (npm ci) …");
  const npm = spawnSync("npm", ["ci"], {
    cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32"
  });
  if (npm.status !== 0 || !packagesInstalled()) {
    console.error(npm.error?.message ?? `${npm.stdout}${npm.stderr}`);
    stop("The packages could not be installed; see npm's message above. Try again once npm reaches a registry.");
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) setup();
