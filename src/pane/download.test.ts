import { nameBeside } from "./download";

test.each([
  ["lianhe.xlsx", "核查.xlsx", "lianhe.核查.xlsx"],
  ["附件1.2月.xlsm", "核查.xlsm", "附件1.2月.核查.xlsm"],
  ["工作簿", "json", "工作簿.json"],
  [".xlsx", "json", ".xlsx.json"]
])("%s with %s is %s", (file, ending, name) => {
  expect(nameBeside(file, ending)).toBe(name);
});
