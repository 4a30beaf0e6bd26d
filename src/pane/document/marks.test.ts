import { segmentsOf } from "./marks";
import type { ReportedStatement, SentenceFinding } from "../../report/statement-types";

const place = (text: string, quote: string) => ({ paragraph: 0, start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote });
const drawn = (text: string, statements: [string, ReportedStatement["verdict"]][], findings: string[] = []): [string, string | null, boolean][] =>
  segmentsOf(text, statements.map(([quote, verdict]) => ({ place: place(text, quote), kind: "count", verdict })), findings.map((quote) => ({ rule: "report-x", sheet: null, place: place(text, quote) }) as unknown as SentenceFinding))
    .map((segment) => [segment.text, segment.verdict, segment.finding !== null]);

test("of a statement the numbers are drawn, of what was not understood too", () => {
  expect(drawn("完成小组35个，175 节，见97号文。", [["小组35个", "agrees"], ["175 节", "contradicts"]])).toEqual([
    ["完成小组", null, false], ["35", "agrees", false], ["个，", null, false], ["175", "contradicts", false], [" 节，见", null, false], ["97", "unread", false], ["号文。", null, false]
  ]);
});

test("a statement in Chinese numerals is drawn as a whole; percent signs belong to their number", () => {
  expect(drawn("划分为三个片区，稳岗率80.00 %", [["三个片区", "agrees"]])).toEqual([["划分为", null, false], ["三个片区", "agrees", false], ["，稳岗率", null, false], ["80.00 %", "unread", false]]);
});

test("the number of an item in a list is no statement", () => {
  expect(drawn("1.配备 2 名", [])).toEqual([["1.配备 ", null, false], ["2", "unread", false], [" 名", null, false]]);
});

test("what contradicts wins over what agrees; a finding's words lead to it", () => {
  expect(drawn("共16名社工", [["16名", "agrees"], ["共16名社工", "contradicts"]], ["共16名"])).toEqual([["共", null, true], ["16", "contradicts", true], ["名", null, true], ["社工", null, false]]);
});
