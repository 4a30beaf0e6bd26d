import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";

const ROOT = join(__dirname, "..");
const XML = readFileSync(join(ROOT, "manifest.xml"), "utf8");

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function elements(): Element[] {
  const found: Element[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => found.push({ name, attributes: attributes }));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(XML).close();
  return found;
}

const ALL = elements();

test("every page and picture that it names is built or stands in assets", () => {
  const addresses = ALL.map(({ attributes }) => attributes["DefaultValue"] ?? "").filter((value) => value.startsWith("https://localhost:3000/"));
  expect(addresses.length).toBeGreaterThan(5);
  for (const address of addresses) {
    const path = new URL(address).pathname;
    if (path.startsWith("/assets/")) expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
    else expect(["/", "/taskpane.html"]).toContain(path);
  }
});

test("every resource that a button names is there, and none is left over", () => {
  const named = new Set(ALL.map(({ attributes }) => attributes["resid"]).filter(Boolean));
  const there = ALL.filter(({ name }) => /^bt:(Image|Url|String)$/.test(name)).map(({ attributes }) => attributes["id"]).filter(Boolean);
  expect(new Set(there)).toEqual(named);
});

test("every Chinese text has its English one", () => {
  const overrides = ALL.filter(({ name, attributes }) => /(^|:)Override$/.test(name) && attributes["Locale"] === "en-US").length;
  const chinese = ALL.filter(({ attributes }) => /\p{Script=Han}/u.test(attributes["DefaultValue"] ?? "")).length;
  expect(overrides).toBe(chinese);
});

test("asks for the API set that the pane needs", () => {
  const set = ALL.find(({ name }) => name === "Set");
  expect(set?.attributes).toMatchObject({ Name: "ExcelApi", MinVersion: "1.13" });
});
