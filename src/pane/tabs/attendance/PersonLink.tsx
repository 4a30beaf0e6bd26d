import { useWords, type Words } from "../../words";
import { Jump } from "../Jump";
import type { TabProps } from "../props";
import { personCell, type Person } from "./people";

interface PersonLinkProps extends Pick<TabProps, "checked" | "goTo"> {
  readonly person: Person;
}

/** 序号 and name of a person, a way to the row. Without a 序号 the row says who it is. */
export function PersonLink({ person, checked, goTo }: PersonLinkProps) {
  const words = useWords();
  const number = personNumber(person, words);
  const name = checked.names.get(`${person.sheet}!${person.row}`) ?? person.name ?? "";
  return (
    <Jump sheet={person.sheet} cell={personCell(checked.report, person)} goTo={goTo}>
      {name ? `${person.no ?? words("attendance-tab-row", { row: person.row })} ${name}` : number}
    </Jump>
  );
}

/** "序号26"; without a 序号 "第31行". */
export function personNumber({ no, row }: Person, words: Words): string {
  return no === null ? words("attendance-tab-row", { row }) : words("attendance-tab-number", { no });
}
