import { say, type Sentence } from "../../messages";
import { rosterCells } from "../../meaning/roster-cells";
import { personLabel } from "../../meaning/roster-labels";
import type { Roster, RosterPerson } from "../../tables/roster/types";
import { normalise } from "../../values/text";
import { hashText } from "../../values/hash";
import type { CellAddress } from "../../workbook";
import type { CellView, Line } from "../sitting";
import { line } from "./indicators";
import type { Views } from "./views";

/** The lines of a roster: its heads, each person, the bottom rows. Names of persons are known by hashes only. */
export function rosterLines(roster: Roster, views: Views): Line[] {
  const { months, agreementAt, statedDue, retention } = roster;
  const heads = line({
    sort: "text", keys: ["heads"], label: views.words(say("review-label-heads")), at: months[0]?.head ?? { sheet: roster.sheet, row: roster.rect.top, column: roster.rect.left },
    cells: [
      ...months.flatMap(({ head, key, label }) => views.at(head, `head ${key}`, "label", say("review-label-month", { month: label }), `month ${key}`)),
      ...views.at(agreementAt, "agreement", "text", say("label-agreement")),
      ...views.of(statedDue, "due", "number", say("review-label-due")),
      ...views.of(retention, "retention", "rate", say("label-retention"))
    ]
  });
  return [heads, ...roster.persons.map((_, index) => personLine(roster, index, views)), ...bottomLines(roster, views)].filter(({ cells }) => cells.length > 0);
}

function personLine(roster: Roster, index: number, views: Views): Line {
  const person = roster.persons[index]!;
  const who = personLabel(roster, index);
  const name = normalise(person.name);
  const hash = name === "" ? null : hashText(name);
  const group = person.group ?? "";
  return line({
    sort: "person",
    keys: [...(hash ? [`${hash} ${group} ${person.no ?? ""}`, `${hash} ${group}`, hash] : [])],
    // Under the same number and contract the name was written another way; with another contract it is somebody else in that place.
    places: person.no === null ? [] : [{ of: `no ${person.no} ${normalise(person.contract.text)}`, name: hash ?? "" }, { of: `no ${person.no}`, name: hash ?? "" }],
    label: views.words(who), at: person.noAt ?? person.nameAt, cells: personCells(roster, person, who, hash, views),
    // Between its columns stands what is no remark: the group, a telephone number.
    remarks: views.remarksOf(roster.turned ? [] : [person.row], roster.sheet, { left: roster.rect.right + 1, right: roster.rect.right }, person.remark.text.trim() === "" ? [] : [person.remark.text.trim()])
  });
}

function personCells(roster: Roster, person: RosterPerson, who: Sentence, hash: string | null, views: Views): CellView[] {
  const { columns, months, sheet } = roster;
  const label = (what: Sentence): Sentence => say("review-label-person", { person: who, what });
  const at = (column: number | null): CellAddress | null => (column === null ? null : roster.turned ? { sheet, row: column, column: person.row } : { sheet, row: person.row, column });
  return [
    ...views.at(person.noAt, "no", "no", label(say("review-label-no"))),
    // A name stays where it is: the review says that it was changed, not to what.
    ...views.at(person.nameAt, "name", "label", label(say("review-label-person-name")), `name ${hash ?? ""}`).map((cell) => ({ ...cell, text: "" })),
    ...views.shared(at(columns.type), "group", "text", label(say("review-label-group")), person.group ?? ""),
    ...views.at(at(columns.position), "position", "text", label(say("review-label-position"))),
    ...views.at(person.certificateAt, "certificate", "text", label(say("review-label-certificate"))),
    ...views.at(person.contract.at, "contract", "text", label(say("label-contract"))),
    ...views.at(at(columns.contractEnd), "contract-end", "text", label(say("label-contract"))),
    ...views.at(at(columns.joined), "joined", "text", label(say("review-label-joined"))),
    ...views.at(at(columns.left), "left", "text", label(say("review-label-left"))),
    ...person.marks.flatMap((marks, m) => marks.flatMap((mark, j) => {
      const { key, label: month, columns: own } = months[m]!;
      const kind = own[j]!.kind;
      return views.mark(mark, `mark ${key} ${kind === "other" ? j : kind}`, label(say("review-label-mark", { month, mark: say(`mark-${kind}`) })));
    })),
    ...views.of(person.total, "total", "number", label(say("column-total"))),
    ...views.of(person.senior, "senior", "number", label(say("column-senior"))),
    ...views.at(person.remark.at, "remark", "text", label(say("label-remark")))
  ];
}

/** What stands under the persons: a line each row of sums. */
function bottomLines(roster: Roster, views: Views): Line[] {
  const rows = new Map<string, { label: string; at: CellAddress; cells: CellView[] }>();
  for (const { kind, reading, label, row, column } of rosterCells(roster).all) {
    if (kind === "person") continue;
    const cells = views.of(reading, column, "number", label);
    if (cells.length === 0) continue;
    const known = rows.get(row);
    if (known) known.cells.push(...cells);
    else rows.set(row, { label: views.words(label), at: reading.at, cells });
  }
  return [...rows].map(([row, { label, at, cells }]) => line({ sort: "bottom", keys: [`bottom ${row}`], label, at, cells }));
}
