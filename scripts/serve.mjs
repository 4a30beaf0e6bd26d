/** Serves dist/ (or the folder DIST) to this machine only. `node scripts/serve.mjs` prints the address; PORT chooses another port than 3000. */
import { createReadStream, readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./setup.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".map": "application/json; charset=utf-8"
};
const FIRST_PORT = 3000;
const PORTS_TRIED = 100;

/** The file of a folder that a request asks for, or null when it points outside it or makes no sense. */
function fileOf(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
  if (path.includes("\0") || path.includes("\\")) return null;
  const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  return file.startsWith(folder + sep) ? file : null;
}

async function answer(folder, request, response) {
  const refuse = (status, headers = {}) => {
    response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...headers });
    response.end(`${status}\n`);
  };
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, { Allow: "GET, HEAD" });
  const file = fileOf(folder, request.url ?? "/");
  const found = file && (await stat(file).catch(() => null));
  if (!found?.isFile()) return refuse(404);
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": found.size,
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff"
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(file).on("error", () => response.destroy()).pipe(response);
}

/** A server that speaks https when it gets the files of a certificate (Excel loads add-ins over https only). */
function createAnyServer(tls, listener) {
  return tls ? createSecureServer({ cert: readFileSync(tls.cert), key: readFileSync(tls.key) }, listener) : createServer(listener);
}

function certificateOfEnvironment() {
  const { TLS_CERT, TLS_KEY } = process.env;
  return TLS_CERT && TLS_KEY ? { cert: TLS_CERT, key: TLS_KEY } : null;
}

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server.address().port));
  });
}

/** Listens on both loopback addresses, so that no other program answers for "localhost" on this port. */
async function listenOnLoopback(tls, listener, port) {
  const v4 = createAnyServer(tls, listener);
  const taken = await listen(v4, port, "127.0.0.1");
  try {
    await listen(createAnyServer(tls, listener), taken, "::1");
  } catch (error) {
    if (error.code === "EADDRINUSE") {
      v4.close();
      throw error;
    }
    // No IPv6 on this machine: the other address is enough.
  }
  return taken;
}

/**
 * Serves a folder on loopback and resolves with the address: on the first free port from the one wanted, or `exactly` on that one.
 * `tls` names the files of a certificate and its key; without it the server speaks http.
 */
export async function serve({ folder = resolve(root, process.env.DIST || "dist"), port: wanted = Number(process.env.PORT || FIRST_PORT), exactly = false, tls = certificateOfEnvironment() } = {}) {
  const listener = (request, response) => {
    answer(folder, request, response).catch(() => response.destroy());
  };
  for (let port = wanted; ; port++) {
    try {
      return `${tls ? "https" : "http"}://localhost:${await listenOnLoopback(tls, listener, port)}/`;
    } catch (error) {
      if (error.code !== "EADDRINUSE" || exactly || port >= wanted + PORTS_TRIED) throw error;
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(await serve());
}
