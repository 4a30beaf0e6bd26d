import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "../../src/hosts/file";

/** A run over a folder of workbooks. */
export interface Batch {
  /** From start to end, that of Node included, in milliseconds. */
  readonly time: number;
  /** Bytes, all workers together. */
  readonly peak: number;
}

/** Tells the peak of memory when the program ends; workers are threads of the same process. */
const PEAK_HOOK = `if (require("node:worker_threads").isMainThread)
  process.on("exit", () => require("node:fs").writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS * 1024)));`;

/** Nothing that is measured takes so long on any machine; what does is stuck. */
const LONGEST = 600_000;

/** Runs the built command line; `scratch` is a folder for what it leaves. Throws when it ends with anything but 0 or 1, or not at all. */
export function runCommandLine(program: string, args: readonly string[], scratch: string): Batch {
  const hook = join(scratch, "peak.cjs");
  const peakFile = join(scratch, "peak.txt");
  writeFileSync(hook, PEAK_HOOK);
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--require", hook, program, ...args], {
    env: { ...process.env, PEAK_FILE: peakFile }, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8", timeout: LONGEST
  });
  const time = performance.now() - start;
  if (status === null) throw new Error(`it did not end within ${LONGEST / 1000} s`);
  if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return { time, peak: Number(readFileSync(peakFile, "utf8")) };
}

/** Opens the files one after the other and does nothing with them; milliseconds. */
export async function openAlone(files: readonly string[]): Promise<number> {
  const start = performance.now();
  for (const file of files) await readWorkbook(new Uint8Array(readFileSync(file)), file);
  return performance.now() - start;
}
