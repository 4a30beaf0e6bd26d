import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { largeWorkbook, writeStations } from "../../../scripts/bench/workbooks";
import { sample } from "../harness";

/** Two hundred submissions in a folder of their own, among them each that makes trouble. */
export interface Submissions {
  readonly folder: string;
  readonly count: number;
  readonly broken: string;
  readonly encrypted: string;
  readonly huge: string;
  /** The same file under two names. */
  readonly twice: readonly [string, string];
}

const COUNT = 200;

export function writeSubmissions(folder: string, count = COUNT): Submissions {
  mkdirSync(join(folder, "中期"), { recursive: true });
  // Most are small: what two hundred rows must prove does not hang on how much stands in each.
  writeStations(join(folder, "中期"), count - 5, (index) => (index % 4 > 0 ? "small" : undefined));
  const names = { broken: "坏文件.xlsx", encrypted: "有密码.xlsx", huge: "很大.xlsx", twice: ["联和.xlsx", "联和（再交）.xlsx"] as const };
  const bytes = readFileSync(sample("lianhe.xlsx"));
  writeFileSync(join(folder, names.broken), bytes.subarray(0, 5000));
  writeFileSync(join(folder, names.encrypted), encryptedContainer());
  writeFileSync(join(folder, names.huge), largeWorkbook(bytes));
  for (const name of names.twice) copyFileSync(sample("lianhe.xlsx"), join(folder, name));
  // What a folder holds beside workbooks is passed over.
  writeFileSync(join(folder, "~$联和.xlsx"), "lock");
  writeFileSync(join(folder, "说明.txt"), "notes");
  return { folder, count, ...names };
}

/** The container that Excel puts a workbook with a password in: its head, and the name of the stream inside. */
function encryptedContainer(): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [..."EncryptedPackage"].forEach((letter, index) => (bytes[1024 + index * 2] = letter.charCodeAt(0)));
  return bytes;
}
