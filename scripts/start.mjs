/** `npm start`: sets up and builds what is missing, checks the sample workbook, then serves the product on this machine. */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildWhenStale } from "./build.mjs";
import { serve } from "./serve.mjs";
import { root, run, setup, stop } from "./setup.mjs";

const SAMPLE = "samples/lianhe.xlsx";
const PROGRAM = join(resolve(root, process.env.DIST || "dist"), "cli.js");
const COPY = "output/lianhe.核查.xlsx";
const ERRORS_FOUND = 1;

setup();
buildWhenStale();

console.log(`\n核查示例工作簿 ${SAMPLE}\n`);
if (run(process.execPath, [PROGRAM, "check", SAMPLE]) > ERRORS_FOUND) stop("The sample workbook could not be checked.");

mkdirSync(join(root, "output"), { recursive: true });
if (run(process.execPath, [PROGRAM, "summarize", SAMPLE, "-o", COPY]) > ERRORS_FOUND) stop(`${COPY} could not be written.`);

const address = await serve();
console.log(`\n网页版 / browser page:      ${address}`);
console.log(`Excel 任务窗格 / task pane:  ${address}taskpane.html`);
console.log("按 Ctrl+C 停止 / Ctrl+C stops the server");
