import { externalLinksOf } from "./external-links";

test.each<[string, string[]]>([
  ["=[b.xlsx]表!A1", ["b.xlsx"]],
  ["='D:\\台账\\[一 片.xls]Sheet1'!$B$1+[c.et]表!A1", ["一 片.xls", "c.et"]],
  ["='D:\\台账\\b.xls'!总数+c.xlsx!总数+'d 1.xlsm'!表1[完成量]", ["b.xls", "c.xlsx", "d 1.xlsm"]],
  ["=\"[b.xlsx]\"&A1&\"b.xlsx!\"", []],
  ["=表1[完成量]+附件!A1+[1]表!A1", []]
])("%s reads %j", (formula, links) => expect(externalLinksOf([{ cells: new Map([[1, { formula }]]) }])).toEqual(links));
