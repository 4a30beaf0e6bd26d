/** `npm run excel`: serves dist/ over https and opens Excel with the add-in. Needs Windows or Mac; docs/development.md has the other ways. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { buildWhenStale } from "./build.mjs";
import { CERTIFICATE_ARGUMENTS, PORT, certificateFiles, otherWays, reasonAgainst, sideloadArguments } from "./excel-ways.cjs";
import { serve } from "./serve.mjs";
import { root, setup, stop } from "./setup.mjs";

const MANIFEST = join(root, "manifest.xml");

/** Runs npx beside the server, which must go on answering; resolves with whether it succeeded. It may ask the user something. */
function npx(args) {
  return new Promise((resolve) => {
    const child = spawn("npx", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
    child.on("error", () => resolve(false));
    child.on("exit", (code) => resolve(code === 0));
  });
}

/** The certificate to serve with: the user's own (TLS_CERT, TLS_KEY), or Microsoft's for developers, installed when missing. */
async function certificate() {
  const { TLS_CERT, TLS_KEY } = process.env;
  if (TLS_CERT && TLS_KEY) return { cert: TLS_CERT, key: TLS_KEY };
  const files = certificateFiles(homedir());
  const installed = (await npx(CERTIFICATE_ARGUMENTS)) && existsSync(files.cert) && existsSync(files.key);
  return installed ? files : stop([
    "没有得到本机证书，Excel 不加载没有证书的地址。请检查网络后再试，或用 TLS_CERT、TLS_KEY 指定自己的证书。",
    "No certificate for this machine, and Excel loads nothing without one. Try again with a network, or name your own with TLS_CERT and TLS_KEY."
  ].join("\n"));
}

const reason = reasonAgainst(process.platform);
if (reason) stop(reason);
setup();
buildWhenStale();

const tls = await certificate();
const address = await serve({ port: PORT, exactly: true, tls }).catch((error) => stop(error.code === "EADDRINUSE"
  ? `端口 ${PORT} 被占用，请先关闭占用它的程序。 / Port ${PORT} is in use; close the program that uses it.`
  : error.message));
console.log(`\nExcel 任务窗格 / task pane:  ${address}taskpane.html`);
if (!(await npx(sideloadArguments(MANIFEST)))) {
  console.log("\n没有能自动打开 Excel，请用下面的办法加载。 / Excel could not be opened by itself; load the add-in this way:\n");
  console.log(otherWays(process.platform, MANIFEST, homedir()));
}
console.log("\n按 Ctrl+C 停止 / Ctrl+C stops the server");
