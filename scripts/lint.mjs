/**
 * `npm run lint`: eslint, which looks again only at what has changed. Some rules ask for the types of other files, so everything is looked
 * at again once the type of anything that a file exports has changed: `npm run typecheck`, to be run before, keeps these.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, runPackage } from "./setup.mjs";

const CACHE = join(root, "node_modules", ".cache", "hebiao");
const TYPES = join(CACHE, "types.json");

/** What all files tell each other of their types, as one short text. */
function typesNow() {
  if (!existsSync(TYPES)) return "unknown";
  const { fileInfos } = JSON.parse(readFileSync(TYPES, "utf8"));
  const signatures = fileInfos.map((info) => info.signature ?? info.version ?? info);
  return createHash("sha256").update(JSON.stringify(signatures)).digest("hex").slice(0, 8);
}

/** The arguments of eslint; what it kept under other types is thrown away. */
export function lintArguments() {
  const kept = `lint-${typesNow()}.json`;
  mkdirSync(CACHE, { recursive: true });
  for (const name of readdirSync(CACHE)) if (name.startsWith("lint-") && name !== kept) rmSync(join(CACHE, name));
  return [".", "--max-warnings", "0", "--cache", "--cache-strategy", "content", "--cache-location", join(CACHE, kept)];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = runPackage("eslint", lintArguments());
