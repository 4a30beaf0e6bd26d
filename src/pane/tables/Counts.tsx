import type { TableCounts } from "../../report/types";
import { useWords } from "../words";
import { toldCounts } from "./draft";

/** 20 人 · 6 个月 · 82 处百分比: how much was read of a table. */
export function Counts({ counts }: { readonly counts: TableCounts }) {
  const words = useWords();
  return <span>{toldCounts(counts).map(({ id, count }) => words(id, { count })).join(" · ")}</span>;
}
