import { render, type Language } from "../messages";
import { personLabel } from "../meaning/roster-labels";
import type { CertificateGroup } from "../tables/roster/types";
import { hashText } from "../values/hash";
import { normalise } from "../values/text";
import type { CellAddress } from "../workbook";
import type { CheckResult } from "./check";

/** A person of a roster (社工), the name as a hash. */
export interface StationPerson {
  /** null where the roster names nobody. */
  readonly name: string | null;
  /** The name is one that persons bear, and no label that any roster may have (社工01). */
  readonly isPersonal: boolean;
  readonly no: number | null;
  /** For the user: 序号5（第10行）. */
  readonly label: string;
  /** The cell of 序号, or of the name. */
  readonly at: CellAddress;
  /** What each month counts, 0, 0.5 or 1: "2024-09". */
  readonly months: readonly { readonly key: string; readonly value: number }[];
  /** What 备注 says of joining and leaving; the month is null where nothing tells it. */
  readonly events: readonly { readonly kind: "join" | "leave"; readonly month: string | null }[];
  /** The month in which the contract begins. */
  readonly contractFrom: string | null;
  /** 合同期限 as it begins and ends, "YYYY-MM-DD"; the cell that says so. */
  readonly contract: { readonly start: string | null; readonly end: string | null; readonly at: CellAddress } | null;
  /** 持证, 非持证. */
  readonly group: CertificateGroup | null;
  /** 备注, for remarks that name another station. */
  readonly remark: string;
}

/** The persons of the roster that the evaluation uses: plain data without a name, to hold two workbooks against each other. */
export function peopleOf({ evaluation }: CheckResult, language: Language): StationPerson[] {
  const roster = evaluation.used?.roster;
  if (!roster) return [];
  return evaluation.people.map(({ months }, index): StationPerson => {
    const { name, no, noAt, nameAt, remark, contract, group } = roster.persons[index]!;
    const plain = normalise(name);
    return {
      name: plain === "" ? null : hashText(plain), isPersonal: /^[\p{Script=Han}·]{2,8}$/u.test(plain) && !/社工|空缺|待定|姓名/.test(plain),
      no, label: render(personLabel(roster, index), language), at: noAt ?? nameAt,
      months: months.map(({ month, value }) => ({ key: month, value })), events: remark.events.map(({ kind, month }) => ({ kind, month })),
      contractFrom: contract.start?.slice(0, 7) ?? null, group, contract: contract.at && { start: contract.start, end: contract.end, at: contract.at }, remark: remark.text.trim()
    };
  });
}
