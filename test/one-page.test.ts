import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { ONE_PAGE, onePage, compressed } = jest.requireActual<{
  ONE_PAGE: string;
  onePage: (page: { html: string; icon: Buffer; scripts: string[]; lazy: string[]; notices: string }) => string;
  compressed: (script: string) => string;
}>("../scripts/build/one-page.cjs");
const { packagesOf } = jest.requireActual<{ packagesOf: (dist: string) => Record<string, Uint8Array> }>("../scripts/build/packages.cjs");

const HTML = '<head><meta http-equiv="Content-Security-Policy" content="old"><link rel="icon" href="assets/icon.png"><script defer src=index.js></script></head><body></body>';

function pageOf(...scripts: string[]): { html: string; inside: string[]; policy: string } {
  const html = onePage({ html: HTML, icon: Buffer.from("icon"), scripts, lazy: ["later()"], notices: "a --> b" });
  return {
    html, inside: [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script]) => script!),
    policy: /content="([^"]*)"/.exec(html)![1]!
  };
}

describe("the page in one file", () => {
  test("holds what it loads at once and later, the later first, and asks for nothing", () => {
    const { html, inside } = pageOf("first()", "second()");
    expect(inside.slice(1)).toEqual(["later()", "first()", "second()"]);
    expect(html).not.toMatch(/\ssrc=|href="(?!data:)/);
  });

  test("lets its own scripts run, each by its hash, and nothing else", () => {
    const { inside, policy } = pageOf("first()");
    const hashes = inside.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
    expect(policy).toContain(`script-src ${hashes.join(" ")};`);
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/'self'|unsafe-eval|https?:|\*/);
    expect(policy.match(/'unsafe-inline'/g)).toHaveLength(1);
  });

  test("no text of a script ends it, nor does one of the notices end theirs; $ is a letter like others", () => {
    const { html, inside } = pageOf('say("</script><!--$&")');
    expect(inside.at(-1)).toBe('say("<\\/script>\\x3c!--$&")');
    expect(html).toContain("a --&gt; b");
  });

  test("a text that is needed later is kept compressed, and is itself again", () => {
    const text = "要'\"`\\n".repeat(99);
    const script = compressed(`push([[185],{2199(e){e.exports=${JSON.stringify(text)}}}]);`);
    const [, base64] = /^push\(\[\[185\],\{2199\(e\)\{e\.exports=hebiaoText\("([^"]+)"\)\}\}\]\);$/.exec(script)!;
    expect(inflateSync(Buffer.from(base64!, "base64")).toString()).toBe(text);
    expect(() => compressed("push([[185],{2199(e){e.exports=1}}]);")).toThrow();
  });
});

describe("what is handed out", () => {
  let dist: string;
  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), "hebiao-dist-"));
    mkdirSync(join(dist, "assets"));
    for (const name of [ONE_PAGE, "cli.js", "index.html", "assets/icon.png"]) writeFileSync(join(dist, name), name);
  });
  afterEach(() => rmSync(dist, { recursive: true, force: true }));

  test("is the page, the folder of the add-in, the command line and their checksums", () => {
    const packages = packagesOf(dist);
    const named = (name: string): string => Buffer.from(packages[name]!).toString("latin1");
    expect(Object.keys(packages)).toEqual([ONE_PAGE, "社工站核表-加载项.zip", "社工站核表-命令行.zip", "SHA256SUMS"]);
    expect(named("社工站核表-加载项.zip")).toMatch(/dist\/assets\/icon\.png[^]*dist\/index\.html/);
    expect(named("社工站核表-加载项.zip")).not.toContain("cli.js");
    expect(named("社工站核表-命令行.zip")).not.toContain("index.html");
    for (const zip of ["社工站核表-加载项.zip", "社工站核表-命令行.zip"]) expect(named(zip)).toContain("LICENSE");
    const sums = Buffer.from(packages["SHA256SUMS"]!).toString();
    expect(sums.split("\n")[0]).toBe(`${createHash("sha256").update(ONE_PAGE).digest("hex")}  ${ONE_PAGE}`);
  });

  test("has the same bytes whenever it is packed", () => {
    const first = packagesOf(dist);
    jest.useFakeTimers({ now: new Date(2031, 5, 1) });
    try {
      for (const [name, bytes] of Object.entries(packagesOf(dist))) expect([name, Buffer.from(bytes).equals(Buffer.from(first[name]!))]).toEqual([name, true]);
    } finally {
      jest.useRealTimers();
    }
  });
});
