import { workbookFor, type Paired } from "./pairing";
import { documentOfText } from "../hosts/document";

const book = (station: string | null, start: string, end: string): Paired => ({ station, period: { start, end, months: 6 } });
const NOTHING: Paired = { station: null, period: null };
const report = documentOfText("广州市白鹤洞街社工服务站\n中期评估报告\n评估期为2024年 9 月 10 日至2025年2月28日。");
const OWN = book("广州市白鹤洞街社工站", "2024-09-10", "2025-02-28");
const EARLIER = book("广州市白鹤洞街社工站", "2023-09-10", "2024-02-28");
const OTHER = book("广州市联和街“双百工程”社工站", "2024-09-10", "2025-02-28");

test.each<[string, Paired, Paired[], Paired | "none" | "several"]>([
  ["by what its text says", NOTHING, [OTHER, EARLIER, OWN], OWN],
  ["by what its tables say", book("荔湾区白鹤洞街社工服务站", "2024-09-10", "2025-02-28"), [OTHER, EARLIER, OWN], OWN],
  ["none of another station", NOTHING, [OTHER], "none"],
  ["none of another period", OWN, [EARLIER], "none"],
  ["none that does not say its station", NOTHING, [book(null, "2024-09-10", "2025-02-28")], "none"],
  ["none of two", OWN, [OWN, { ...OWN }], "several"]
])("the workbook of a report is found %s", (_, own, candidates, found) => {
  expect(workbookFor(report, own, candidates)).toBe(found);
});
