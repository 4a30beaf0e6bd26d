import { strToU8, unzipSync } from "fflate";
import { ZipArchive } from "./zip-archive";

test("what was added comes out again, Chinese names and folders included", () => {
  const archive = new ZipArchive();
  archive.add("中期/联和.核查.xlsx", strToU8("一"));
  archive.add("b.xlsx", strToU8("二"));
  archive.add("B.xlsx", strToU8("三"));
  archive.add("b.xlsx", new Uint8Array());
  const files = unzipSync(Buffer.concat(archive.finish().map((chunk) => Buffer.from(chunk))));
  expect(Object.entries(files).map(([name, content]) => [name, new TextDecoder().decode(content)])).toEqual([
    ["中期/联和.核查.xlsx", "一"], ["b.xlsx", "二"], ["B (2).xlsx", "三"], ["b (3).xlsx", ""]
  ]);
});
