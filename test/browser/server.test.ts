import { request } from "node:http";
import { Harness } from "./harness";

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

/** Asks for a path exactly as it is written. */
function ask(path: string, method = "GET"): Promise<{ status: number; type: string }> {
  const { hostname, port } = new URL(harness.address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "" });
    }).on("error", reject).end();
  });
}

test.each([
  ["/", "text/html; charset=utf-8"],
  ["/taskpane.html", "text/html; charset=utf-8"],
  ["/taskpane.html?_host_Info=Excel$Win32$16.01$zh-CN", "text/html; charset=utf-8"],
  ["/commands.html", "text/html; charset=utf-8"],
  ["/manifest.xml", "application/xml; charset=utf-8"],
  ["/cli.js", "text/javascript; charset=utf-8"],
  ["/assets/icon-32.png", "image/png"]
])("%s is served as %s", async (path, type) => {
  expect(await ask(path)).toEqual({ status: 200, type });
});

test.each(["/../package.json", "/%2e%2e/package.json", "/..%2fpackage.json", "/..\\package.json", "/assets", "/%00", "/%E0%A4%A", "/nothing"])(
  "%s is not served", async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

test("only reading is allowed", async () => {
  expect((await ask("/", "POST")).status).toBe(405);
});
