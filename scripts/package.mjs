/** `npm run package`: builds what is stale and puts what is handed out into output/. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildWhenStale } from "./build.mjs";
import { buildOptions, LOCAL_ADDRESS } from "./build/options.cjs";
import { packagesOf } from "./build/packages.cjs";
import { root, setup } from "./setup.mjs";

const OUTPUT = join(root, "output");

setup();
buildWhenStale();

const { dist, address } = buildOptions();
mkdirSync(OUTPUT, { recursive: true });
for (const [name, bytes] of Object.entries(packagesOf(dist))) {
  writeFileSync(join(OUTPUT, name), bytes);
  console.log(`${(bytes.length / 1024).toFixed(0).padStart(6)} KB  output/${name}`);
}
if (address === LOCAL_ADDRESS) {
  console.log(`\n加载项是按本机地址 ${LOCAL_ADDRESS} 构建的；要分发加载项，请把 ADDIN_URL 设成网页将来的地址，再运行一次。`);
  console.log(`The add-in was built for this machine (${LOCAL_ADDRESS}); to hand it out, set ADDIN_URL to where it will be served and run this again.`);
}
