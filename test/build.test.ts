import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "..");

interface Options {
  readonly dist: string;
  readonly address: string;
  readonly support: string;
  readonly learnMore: string;
  readonly officeJs: string;
  readonly officeJsBundled: boolean;
}

const { buildOptions, OFFICE_JS, BadOption } = jest.requireActual<{
  buildOptions: (environment: Record<string, string>) => Options;
  OFFICE_JS: Record<string, string>;
  BadOption: new () => Error;
}>("../scripts/build/options.cjs");
const { PAGE_POLICY, panePolicy } = jest.requireActual<{ PAGE_POLICY: string; panePolicy: (officeJs: string) => string }>("../scripts/build/policies.cjs");
const { manifestFor } = jest.requireActual<{
  manifestFor: (source: string, options: Pick<Options, "address" | "support" | "learnMore">, version: string) => string;
}>("../scripts/build/manifest.cjs");
const { copyOfficeJs } = jest.requireActual<{ copyOfficeJs: (folder: string) => void }>("../scripts/build/office-js.cjs");
const excel = jest.requireActual<{
  certificateFiles: (home: string) => { cert: string; key: string };
  otherWays: (platform: string, manifest: string, home: string) => string;
  reasonAgainst: (platform: string) => string | null;
  sideloadArguments: (manifest: string) => string[];
}>("../scripts/excel-ways.cjs");

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "hebiao-build-"));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const sources = (policy: string, directive: string) =>
  policy.split("; ").map((part) => part.split(" ")).find(([name]) => name === directive)?.slice(1);

describe("build options", () => {
  test("without any, the build is for this machine and Microsoft's client", () => {
    expect(buildOptions({})).toEqual({
      dist: join(ROOT, "dist"),
      address: "https://localhost:3000/",
      support: "https://localhost:3000/",
      learnMore: "https://localhost:3000/",
      officeJs: OFFICE_JS["global"],
      officeJsBundled: false
    });
  });

  test("support and learn-more follow the deployment unless they are named", () => {
    const ADDIN_URL = "https://tools.example.org/hebiao";
    expect(buildOptions({ ADDIN_URL })).toMatchObject({ address: `${ADDIN_URL}/`, support: `${ADDIN_URL}/`, learnMore: `${ADDIN_URL}/` });
    expect(buildOptions({ ADDIN_URL, SUPPORT_URL: "https://help.example.org/?a=1&b=2", LEARN_MORE_URL: "https://help.example.org/more" }))
      .toMatchObject({ support: "https://help.example.org/?a=1&b=2", learnMore: "https://help.example.org/more" });
  });

  test.each([
    ["global", OFFICE_JS["global"]],
    ["21vianet", OFFICE_JS["21vianet"]],
    ["bundled", "office-js/office.js"],
    ["https://cdn.example.org/1/office.js", "https://cdn.example.org/1/office.js"]
  ])("OFFICE_JS=%s", (OFFICE_JS_OPTION, address) => {
    expect(buildOptions({ OFFICE_JS: OFFICE_JS_OPTION }).officeJs).toBe(address);
  });

  test.each([
    [{ ADDIN_URL: "http://tools.example.org/" }, /ADDIN_URL must begin with https/],
    [{ ADDIN_URL: "tools.example.org" }, /ADDIN_URL is not an address/],
    [{ ADDIN_URL: "https://tools.example.org/?x" }, /ADDIN_URL must be the address of a folder/],
    [{ ADDIN_URL: "https://me:secret@tools.example.org/" }, /ADDIN_URL must not hold a user name/],
    [{ SUPPORT_URL: "mailto:help@example.org" }, /SUPPORT_URL must begin with https/],
    [{ LEARN_MORE_URL: "javascript:alert(1)" }, /LEARN_MORE_URL must begin with https/],
    [{ OFFICE_JS: "local" }, /OFFICE_JS must be global, 21vianet, bundled or an https address/],
    [{ OFFICE_JS: "http://cdn.example.org/office.js" }, /OFFICE_JS must begin with https/],
    [{ OFFICE_JS: "https://cdn.example.org/client.js" }, /named office\.js/]
  ] as const)("%j is refused with a sentence", (environment, sentence) => {
    expect(() => buildOptions(environment)).toThrow(BadOption);
    expect(() => buildOptions(environment)).toThrow(sentence);
  });

  test("a build with a bad option stops with the sentence and writes nothing", () => {
    const webpack = spawnSync(process.execPath, [join(ROOT, "node_modules", "webpack", "bin", "webpack.js")], {
      cwd: ROOT, encoding: "utf8", env: { ...process.env, ADDIN_URL: "http://tools.example.org/", DIST: scratch }
    });
    expect([webpack.status, webpack.stderr.trim()]).toEqual([1, expect.stringMatching(/^ADDIN_URL must begin with https[^\n]*$/)]);
    expect(readdirSync(scratch)).toEqual([]);
  });
});

describe("the manifest of a deployment", () => {
  const SOURCE = readFileSync(join(ROOT, "manifest.xml"), "utf8");
  const manifest = () => manifestFor(SOURCE, {
    address: "https://tools.example.org/hebiao/", support: "https://help.example.org/?a=1&b=\"2\"", learnMore: "https://help.example.org/more"
  }, "2.3.4");

  test("names the deployment alone", () => {
    expect(manifest()).not.toContain("localhost");
    expect(manifest()).toContain('<SourceLocation DefaultValue="https://tools.example.org/hebiao/taskpane.html"/>');
    expect(manifest()).toContain("<AppDomain>https://tools.example.org</AppDomain>");
    expect(manifest()).toContain("<Version>2.3.4.0</Version>");
  });

  test("takes the addresses of support and learn more, as XML", () => {
    expect(manifest()).toContain('<SupportUrl DefaultValue="https://help.example.org/?a=1&amp;b=&quot;2&quot;"/>');
    expect(manifest()).toContain('<bt:Url id="LearnMore.Url" DefaultValue="https://help.example.org/more"/>');
  });

  test("is the committed one where nothing is asked for", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect(manifestFor(SOURCE, buildOptions({}), version)).toBe(SOURCE.replace(/<!--[^]*?-->\n/g, ""));
  });

  test("a source without its marks is not built", () => {
    expect(() => manifestFor(SOURCE.replace("LearnMore.Url\" Default", "Other.Url\" Default"), buildOptions({}), "1.0.0")).toThrow(/exactly once/);
  });
});

describe("content security policies", () => {
  test("the browser page may connect to nothing", () => {
    expect(sources(PAGE_POLICY, "connect-src")).toEqual(["'none'"]);
    expect(PAGE_POLICY).not.toMatch(/https?:|unsafe-eval|\*/);
    expect(sources(PAGE_POLICY, "script-src")).toEqual(["'self'"]);
  });

  test.each(["global", "21vianet"])("the pane may reach the place of Office.js (%s) and its own, nothing else", (name) => {
    const policy = panePolicy(OFFICE_JS[name]!);
    const { origin } = new URL(OFFICE_JS[name]!);
    expect(sources(policy, "script-src")).toEqual(["'self'", origin]);
    expect(sources(policy, "connect-src")).toEqual(["'self'", origin]);
    expect(policy.match(/https:[^ ;]*/g)!.every((source) => source === origin)).toBe(true);
    expect(policy).not.toMatch(/unsafe-eval|\*/);
  });

  test("with the bundled copy the pane names no address at all", () => {
    expect(panePolicy(OFFICE_JS["bundled"]!)).not.toContain("https:");
  });
});

test("the bundled copy of Office.js is unmodified, for Excel only, with its licence", () => {
  copyOfficeJs(scratch);
  const files = readdirSync(scratch, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const origin = join(ROOT, "node_modules", "@microsoft", "office-js");
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name).slice(scratch.length + 1);
    expect(readFileSync(join(scratch, path)).equals(readFileSync(join(origin, name === "LICENSE.md" ? "" : "dist", path)))).toBe(true);
  }
  const names = files.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["LICENSE.md", "office.js", "excel-win32-16.01.js", "excel-web-16.00.js", "excel-mac-16.00.js"]));
  expect(names.filter((name) => /debug|telemetry|oteljs|word|outlook|powerpoint/.test(name))).toEqual([]);
});

describe("npm run excel", () => {
  test("Windows and Mac have an Excel, other systems hear what they can do", () => {
    expect([excel.reasonAgainst("win32"), excel.reasonAgainst("darwin")]).toEqual([null, null]);
    expect(excel.reasonAgainst("linux")).toMatch(/npm start[^]*npm start/);
  });

  test("the sideloading tool is fetched in one version, for Excel on this machine", () => {
    const [yes, tool, ...rest] = excel.sideloadArguments("/a b/manifest.xml");
    expect(yes).toBe("--yes");
    expect(tool).toMatch(/^office-addin-dev-settings@\d+\.\d+\.\d+$/);
    expect(rest).toEqual(["sideload", "/a b/manifest.xml", "desktop", "--app", "excel"]);
  });

  test("the ways by hand name the manifest and what each system needs", () => {
    const windows = excel.otherWays("win32", "C:\\hebiao\\manifest.xml", "C:\\Users\\me");
    expect(windows).toContain("C:\\hebiao\\manifest.xml");
    expect(windows).toMatch(/Trusted Add-in Catalogs/);
    expect(windows).toMatch(/Upload My Add-in/);
    const mac = excel.otherWays("darwin", "/hebiao/manifest.xml", "/Users/me");
    expect(mac).toContain('cp "/hebiao/manifest.xml" "/Users/me/Library/Containers/com.microsoft.Excel/Data/Documents/wef/"');
    expect(mac).not.toMatch(/Trusted Add-in Catalogs/);
  });

  test("the certificate is the one that Microsoft's tool leaves in the user's folder", () => {
    expect(excel.certificateFiles("/folder/of/user")).toEqual({
      cert: join("/folder/of/user", ".office-addin-dev-certs", "localhost.crt"), key: join("/folder/of/user", ".office-addin-dev-certs", "localhost.key")
    });
  });
});

describe("sizes", () => {
  const sizes = () => spawnSync(process.execPath, [join(ROOT, "scripts", "sizes.mjs")], { encoding: "utf8", env: { ...process.env, DIST: scratch } });
  const write = (name: string, bytes: Buffer | string) => writeFileSync(join(scratch, name), bytes);

  beforeEach(() => {
    for (const name of ["index", "taskpane", "commands"]) {
      write(`${name}.html`, `<script async src="https://cdn.example.org/office.js"></script><script defer src=${name}.js></script>`);
      write(`${name}.js`, "1");
    }
    write("社工站核表.html", "1");
  });

  test("small pages pass, and the table names every part", () => {
    const { status, stdout } = sizes();
    expect(status).toBe(0);
    for (const part of ["index.html", "taskpane.html", "commands.html", "worker", "old-formats", "other lazy parts"]) expect(stdout).toContain(part);
  });

  test.each([
    ["index.js", "index.html"], ["commands.js", "commands.html"], ["worker.0a1b2c3d.js", "worker"], ["123.0a1b2c3d.js", "other lazy parts"],
    ["社工站核表.html", "社工站核表.html"]
  ])("too large a %s fails, and names %s", (file, part) => {
    write(file, randomBytes(3_200_000));
    const { status, stderr } = sizes();
    expect([status, stderr.trim().split("\n")]).toEqual([1, [expect.stringMatching(new RegExp(`^${part}.* is .*over its budget`))]]);
  });

  test("an empty folder is not a pass", () => {
    rmSync(join(scratch, "index.html"));
    expect(sizes().status).toBe(1);
  });
});
