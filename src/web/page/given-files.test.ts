import { chosenFiles, isSubmitted } from "./given-files";

const files = (...paths: string[]): FileList => paths.map((path) => ({ name: path.split("/").pop()!, webkitRelativePath: path })) as unknown as FileList;
const paths = (...given: string[]): string[] => chosenFiles(files(...given), true).map(({ path }) => path);

test("of a folder, workbooks are taken, without lock files, hidden files and our own copies", () => {
  expect(["a.xlsx", "A.XLSM", "b.et", "c.xls", "d.ods", "e.xlsb"].filter((name) => !isSubmitted(name))).toEqual([]);
  expect(["~$a.xlsx", ".a.xlsx", "a.核查.xlsx", "a.checked.xlsm", "a.docx", "xlsx", "notes"].filter(isSubmitted)).toEqual([]);
});

test("paths are told from the folder that holds all files, in an order that people count by", () => {
  expect(paths("2025/中期/10.xlsx", "2025/中期/9.xlsx", "2025/末期/1.xlsx")).toEqual(["末期/1.xlsx", "中期/9.xlsx", "中期/10.xlsx"]);
  expect(paths("2025/中期/10.xlsx", "2025/中期/9.xlsx")).toEqual(["9.xlsx", "10.xlsx"]);
  expect(paths("2025/中期/10.xlsx")).toEqual(["10.xlsx"]);
  expect(paths()).toEqual([]);
});
