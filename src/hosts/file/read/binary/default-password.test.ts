import { createHash } from "node:crypto";
import { readWorkbook } from "../../index";
import { double, formula8, le, record8, text8, xlsStream } from "../../testing/binary";
import { recordAt } from "./biff8-records";

const hash = (name: "md5" | "sha1", ...parts: readonly (readonly number[])[]): number[] => [...createHash(name).update(Uint8Array.from(parts.flat())).digest()];
const SALT = Array.from({ length: 16 }, (_, i) => 200 - i);
const VERIFIER = Array.from({ length: 16 }, (_, i) => 7 * i);
const words = (password: string): number[] => [...password].flatMap((letter) => le(letter.charCodeAt(0), 2));

function rc4(key: readonly number[], count: number): number[] {
  const s = Array.from({ length: 256 }, (_, i) => i);
  let j = 0;
  s.forEach((_, i) => {
    j = (j + s[i]! + key[i % key.length]!) % 256;
    [s[i], s[j]] = [s[j]!, s[i]!];
  });
  let i = (j = 0);
  return Array.from({ length: count }, () => {
    i = (i + 1) % 256;
    j = (j + s[i]!) % 256;
    [s[i], s[j]] = [s[j]!, s[i]!];
    return s[(s[i]! + s[j]!) % 256]!;
  });
}

/** What Excel 97 writes into FILEPASS and takes for the keys, and what Excel 2007 does. */
const KINDS = {
  "of Excel 97": (password: string) => {
    const base = hash("md5", ...Array.from({ length: 16 }, () => [...hash("md5", words(password)).slice(0, 5), ...SALT])).slice(0, 5);
    const keyOf = (block: number) => hash("md5", base, le(block, 4));
    const mixed = [...VERIFIER, ...hash("md5", VERIFIER)].map((byte, at) => byte ^ rc4(keyOf(0), 32)[at]!);
    return { keyOf, filepass: [1, 0, 1, 0, 1, 0, ...SALT, ...mixed] };
  },
  "of Excel 2007": (password: string) => {
    const base = hash("sha1", SALT, words(password));
    const keyOf = (block: number) => hash("sha1", base, le(block, 4)).slice(0, 16);
    const mixed = [...VERIFIER, ...hash("sha1", VERIFIER)].map((byte, at) => byte ^ rc4(keyOf(0), 36)[at]!);
    const header = [...le(4, 4), ...le(0, 4), ...le(0x6801, 4), ...le(0x8004, 4), ...le(128, 4), ...le(1, 4), ...le(0, 8), 0, 0];
    return { keyOf, filepass: [1, 0, 4, 0, 2, 0, ...le(4, 4), ...le(header.length, 4), ...header, ...le(16, 4), ...SALT, ...mixed.slice(0, 16), ...le(20, 4), ...mixed.slice(16)] };
  }
};

function encrypted(kind: keyof typeof KINDS, password: string): Uint8Array {
  const { filepass, keyOf } = KINDS[kind](password);
  const numbers = Array.from({ length: 200 }, (_, row) => record8(0x203, ...le(row, 2), 0, 0, 0, 0, ...double(row + 0.5))).flat();
  const stream = xlsStream([{ name: "表", records: [...numbers, ...formula8(0, 1, 7, [0x1e, 7, 0])] }], [...record8(0x2f, ...filepass), ...record8(0xfc, ...le(1, 4), ...le(1, 4), ...text8("协议量"))]);
  const given = Uint8Array.from(stream);
  let isOpen = true;
  for (let record = recordAt(given, 0); record; record = recordAt(given, record.next)) {
    if (record.id === 0x2f) isOpen = false;
    if (isOpen || record.id === 0x2f || record.id === 0x809) continue;
    for (let at = record.next - record.data.length; at < record.next; at++) stream[at] = given[at]! ^ rc4(keyOf(at >> 10), 1024)[at % 1024]!;
  }
  return stream;
}

test.each(Object.keys(KINDS) as (keyof typeof KINDS)[])("an .xls encrypted in the way %s with the password that Excel asks nobody for is read", async (kind) => {
  const [sheet] = (await readWorkbook(encrypted(kind, "VelvetSweatshop"))).sheets;
  expect([1, 60, 200].map((row) => sheet!.cell(row, 1)!.value)).toEqual([0.5, 59.5, 199.5]);
  expect(sheet!.cell(1, 2)!.formula).toBe("=7");
  await expect(readWorkbook(encrypted(kind, "其他"))).rejects.toMatchObject({ code: "encrypted" });
});

test.each([[[0, 0, 1, 2, 3, 4]], [[1, 0, 1, 0, 1, 0, 9]], [[1, 0, 4, 0, 2, 0, ...le(4, 4), ...le(9_999_999, 4)]], [[]]])("a note of a password that makes no sense still says that there is one: %j", async (filepass) => {
  await expect(readWorkbook(xlsStream([{ name: "表" }], record8(0x2f, ...filepass)))).rejects.toMatchObject({ code: expect.stringMatching(/encrypted/) });
});
