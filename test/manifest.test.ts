import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";

const ROOT = join(__dirname, "..");
const XML = readFileSync(join(ROOT, "manifest.xml"), "utf8");
const PACKAGE = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
const LOCAL = "https://localhost:3000/";
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | null;
  text: string;
}

function elements(): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, parent: open.at(-1) ?? null, text: "" };
    found.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text.trim();
  });
  parser.on("closetag", () => void open.pop());
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(XML).close();
  return found;
}

const ALL = elements();
const named = (name: string) => ALL.filter((element) => element.name === name);
const within = (element: Element, ancestor: Element): boolean =>
  element.parent === ancestor || (element.parent !== null && within(element.parent, ancestor));
const inside = (ancestor: Element, name: string) => named(name).filter((element) => within(element, ancestor));
const resource = (id: string | undefined) => ALL.find(({ attributes }) => attributes["id"] === id)?.attributes["DefaultValue"];

/** Width and height of a picture, of its PNG header. */
function pixels(file: string): [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** What Microsoft's reader makes of it, in a Node of its own: one of its packages is a module, which jest does not load. */
function readByOffice(): { readonly id: string } {
  const script = `require("office-addin-manifest").OfficeAddinManifest.readManifestFile("manifest.xml").then((read) => console.log(JSON.stringify(read)))`;
  return JSON.parse(execFileSync(process.execPath, ["-e", script], { cwd: ROOT, encoding: "utf8" })) as { id: string };
}

test("Microsoft's own reader understands it", () => {
  const read = readByOffice();
  expect(read).toMatchObject({
    officeAppType: "TaskPaneApp",
    hosts: ["Workbook"],
    defaultLocale: "zh-CN",
    displayName: "社工站核表",
    permissions: "ReadWriteDocument",
    version: `${PACKAGE.version}.0`,
    iconUrl: `${LOCAL}assets/icon-32.png`,
    highResolutionIconUrl: `${LOCAL}assets/icon-64.png`,
    supportUrl: LOCAL,
    appDomains: ["https://localhost:3000"],
    defaultSettings: { sourceLocation: `${LOCAL}taskpane.html` }
  });
  expect(read.id).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
});

test("every page and picture that it names is built or stands in assets", () => {
  const addresses = ALL.map(({ attributes }) => attributes["DefaultValue"] ?? "").filter((value) => value.startsWith(LOCAL));
  expect(addresses.length).toBeGreaterThan(20);
  for (const address of addresses) {
    const path = new URL(address).pathname;
    if (path.startsWith("/assets/")) expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
    else expect(["/", "/taskpane.html", "/commands.html"]).toContain(path);
  }
});

test("every icon has every size that Excel asks for, and each picture is as large as it says", () => {
  const icons = named("Icon");
  expect(icons).toHaveLength(3);
  for (const icon of icons) {
    const images = inside(icon, "bt:Image");
    expect(images.map(({ attributes }) => Number(attributes["size"]))).toEqual(SIZES);
    for (const { attributes } of images) {
      const size = Number(attributes["size"]);
      expect(pixels(join(ROOT, new URL(resource(attributes["resid"])!).pathname))).toEqual([size, size]);
    }
  }
  expect(pixels(join(ROOT, "assets", "icon-128.png"))).toEqual([128, 128]);
});

test("the Home tab gets one group: the pane, and a command that needs no pane", () => {
  expect(named("OfficeTab").map(({ attributes }) => attributes["id"])).toEqual(["TabHome"]);
  const [group, ...others] = named("Group");
  expect(others).toEqual([]);
  expect(resource(inside(group!, "Label")[0]!.attributes["resid"])).toBe("社工站核表");
  const controls = inside(group!, "Control").map((control) => [
    resource(inside(control, "Label")[0]!.attributes["resid"]),
    inside(control, "Action")[0]!.attributes["xsi:type"]
  ]);
  expect(controls).toEqual([["打开核表", "ShowTaskpane"], ["一键核查并写汇总", "ExecuteFunction"]]);
});

test("every resource that is named is there, and none is left over", () => {
  const wanted = new Set(ALL.map(({ attributes }) => attributes["resid"]).filter(Boolean));
  const there = ALL.filter(({ name }) => /^bt:(Image|Url|String)$/.test(name)).map(({ attributes }) => attributes["id"]).filter(Boolean);
  expect(new Set(there)).toEqual(wanted);
  expect(there).toHaveLength(wanted.size);
});

test("every Chinese text has its English one, and none is longer than Office shows", () => {
  const chinese = ALL.filter(({ attributes }) => /\p{Script=Han}/u.test(attributes["DefaultValue"] ?? ""));
  expect(chinese.length).toBeGreaterThan(6);
  for (const element of chinese) {
    const [english, ...others] = ALL.filter(({ name, parent }) => /(^|:)Override$/.test(name) && parent === element);
    expect(others).toEqual([]);
    expect(english?.attributes).toMatchObject({ Locale: "en-US", Value: expect.stringMatching(/[A-Za-z]/) as string });
    const limit = element.parent?.name === "bt:LongStrings" || element.name === "Description" ? 250 : 125;
    for (const text of [element.attributes["DefaultValue"]!, english!.attributes["Value"]!]) expect(text.length).toBeLessThanOrEqual(limit);
  }
});

test("asks for the API set that the pane needs", () => {
  expect(named("Set").map(({ attributes }) => attributes)).toEqual([{ Name: "ExcelApi", MinVersion: "1.13" }]);
});
