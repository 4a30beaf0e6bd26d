import { chosenFiles, isSubmitted } from "./given-files";

const files = (...paths: string[]): FileList => paths.map((path) => ({ name: path.split("/").pop()!, webkitRelativePath: path })) as unknown as FileList;
const paths = (...given: string[]): string[] => chosenFiles(files(...given), true).map(({ path }) => path);

test("of a folder, workbooks are taken, without lock files, hidden files and our own copies", () => {
  expect(["a.xlsx", "A.XLSM", "b.et", "c.xls", "d.ods", "e.xlsb"].filter((name) => !isSubmitted(name))).toEqual([]);
  expect(["~$a.xlsx", ".a.xlsx", "a.核查.xlsx", "a.checked.xlsm", "a.批注.docx", "a.整改清单.docx", "a.pdf", "a.txt", "xlsx", "notes"].filter(isSubmitted)).toEqual([]);
});

test("paths are told from the folder that holds all files, in an order that people count by", () => {
  expect(paths("2025/中期/10.xlsx", "2025/中期/9.xlsx", "2025/末期/1.xlsx")).toEqual(["末期/1.xlsx", "中期/9.xlsx", "中期/10.xlsx"]);
  expect(paths("2025/中期/10.xlsx", "2025/中期/9.xlsx")).toEqual(["9.xlsx", "10.xlsx"]);
  expect(paths("2025/中期/10.xlsx")).toEqual(["10.xlsx"]);
  expect(paths()).toEqual([]);
});

test("what is left out of a folder is named, but for what nobody put there", () => {
  const given = chosenFiles(files("甲/附件.xlsx", "甲/说明.pdf", "甲/附件.核查.xlsx", "甲/~$附件.xlsx", "甲/.DS_Store", "甲/Thumbs.db"), true);
  expect(given.filter(({ isLeftOut }) => isLeftOut).map(({ path }) => path).sort()).toEqual(["说明.pdf", "附件.核查.xlsx"]);
  expect(chosenFiles(files("报告.docx"), false)[0]!.isLeftOut).toBeUndefined();
});
