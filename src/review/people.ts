import { render, type Language } from "../messages";
import { personLabel } from "../meaning/roster-labels";
import type { CheckResult } from "../report/check";
import { hashText } from "../values/hash";
import { normalise } from "../values/text";
import type { SittingPerson } from "./sitting";

/** The persons of the roster that the evaluation uses. */
export function peopleOf({ evaluation }: CheckResult, language: Language): SittingPerson[] {
  const roster = evaluation.used?.roster;
  if (!roster) return [];
  return evaluation.people.map(({ months }, index): SittingPerson => {
    const { name, no, noAt, nameAt, remark, contract } = roster.persons[index]!;
    const plain = normalise(name);
    return {
      name: plain === "" ? null : hashText(plain), no, label: render(personLabel(roster, index), language), at: noAt ?? nameAt,
      months: months.map(({ month, value }) => ({ key: month, value })), events: remark.events.map(({ kind, month }) => ({ kind, month })),
      contractFrom: contract.start?.slice(0, 7) ?? null, remark: remark.text.trim()
    };
  });
}
