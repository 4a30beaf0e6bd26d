import { Text } from "@fluentui/react-components";
import type { ReportedEvaluation } from "../../../report/types";
import { shareText } from "../../../values/numbers";
import { Fold } from "../../Fold";
import { Section } from "../../Section";
import { useWords, type Words } from "../../words";
import { Facts } from "../Facts";
import { Figures, type Figure } from "../Figures";
import { Status } from "../Status";
import { MonthChart } from "./MonthChart";
import { MonthTable } from "./MonthTable";

type Staffing = NonNullable<ReportedEvaluation["staffing"]>;

/** 人次: due, present and what lies between, by month. */
export function StaffingSection({ staffing, months }: { readonly staffing: Staffing; readonly months: number | null }) {
  const words = useWords();
  const { headcount, due, actual, byMonth, surplus, confirmed } = staffing;
  const product = months === null ? null : words("attendance-tab-due-product", { headcount, months, due });
  const isOpen = surplus < 0 && !confirmed.headcount;
  return (
    <Section title={words("attendance-tab-months")}>
      <Figures figures={[
        { label: words("attendance-tab-due"), value: String(due) },
        { label: words("attendance-tab-actual"), value: String(actual) },
        balance(staffing, words)
      ]} />
      {product && <Text size={200}>{isOpen ? words("figure-default", { figure: product, by: words("figure-default-headcount", { headcount }) }) : product}</Text>}
      <MonthChart months={byMonth} />
      <Fold title={words("attendance-tab-table")}><MonthTable months={byMonth} /></Fold>
    </Section>
  );
}

function balance({ surplus, confirmed }: Staffing, words: Words): Figure {
  if (surplus === 0) return { label: words("attendance-tab-even"), value: "0" };
  return surplus > 0
    ? { label: words("attendance-tab-surplus"), value: String(surplus), tone: "good" }
    : { label: words("attendance-tab-shortage"), value: String(-surplus), tone: confirmed.headcount ? "bad" : "open" };
}

/** Certificates, seniority, who is there at the end, training. */
export function StaffSection({ staffing, seniority }: { readonly staffing: Staffing; readonly seniority: ReportedEvaluation["seniority"] }) {
  const words = useWords();
  const { due, certified, confirmed, atEnd, trainingHours } = staffing;
  const enough = certified.actual >= certified.due;
  const facts: [string, React.ReactNode][] = [
    [words("attendance-tab-certified-due"), words("attendance-tab-certified-product", { all: due, share: shareText(certified.share), due: certified.due })],
    [words("attendance-tab-certified-actual"), (
      <Status kind={enough ? "good" : confirmed.headcount && confirmed.share ? "bad" : "open"}>{`${words("attendance-tab-count", { count: certified.actual })} · ${words(enough ? "attendance-tab-enough" : "attendance-tab-not-enough")}`}</Status>
    )],
    [words("attendance-tab-at-end"), words("attendance-tab-at-end-people", atEnd)]
  ];
  if (seniority) {
    facts.push([words("attendance-tab-senior"), words("attendance-tab-senior-value", { count: seniority.personMonths, share: shareText(seniority.share) })]);
  }
  facts.push([words("attendance-tab-training"), words("attendance-tab-hours", { hours: trainingHours })]);
  return <Section title={words("attendance-tab-staff")}><Facts facts={facts} /></Section>;
}
