import { render, say, type Language, type Sentence } from "../messages";
import { numberText, percentText } from "../values/numbers";
import { contradicted, type AgreementFacts } from "./facts";

/** "人数 18（工作簿按稳岗率推出 20），持证比例 50%，…": what the list says, and what the workbook says otherwise. */
export function agreementText({ headcount, certifiedShare, period, budget }: AgreementFacts, language: Language): string {
  const differing = (agrees: boolean | null, implied: Sentence): Sentence => (agrees === false ? implied : say("agreements-same"));
  const parts = [
    ...(headcount.listed === null ? [] : [say("agreements-headcount", { listed: numberText(headcount.listed), implied: differing(headcount.agrees, say("agreements-headcount-implied", { implied: numberText(headcount.implied ?? 0) })) })]),
    ...(certifiedShare === null ? [] : [say("agreements-share", { listed: percentText(certifiedShare) })]),
    ...(period.listed === null ? [] : [say("agreements-period", { ...period.listed, implied: differing(period.agrees, say("agreements-period-implied", { ...(period.implied ?? { start: "", end: "" }) })) })]),
    ...(budget === null ? [] : [say("agreements-budget", { listed: numberText(budget / 10_000) })])
  ];
  return parts.map((part) => render(part, language)).join(render(say("list-separator"), language));
}

/** "一致", or what is not: "人数、起止不一致"; null where the list says nothing that the workbook could be held to. */
export function verdictText(facts: AgreementFacts, language: Language): string | null {
  const wrong = contradicted(facts);
  if (wrong.length > 0) return render(say("agreements-differ", { what: wrong.map((key) => render(say(`agreements-${key}-name`), language)).join(render(say("list-separator"), language)) }), language);
  return facts.headcount.agrees || facts.period.agrees ? render(say("agreements-agree"), language) : null;
}
