import { say, type Sentence } from "../messages";
import type { CertificateGroup, Roster } from "../tables/roster/types";
import { columnLetters } from "../workbook";

/** 「序号26（第31行）」: a person without the name. */
export function personLabel(roster: Roster, index: number): Sentence {
  const person = roster.persons[index]!;
  const { column } = person.nameAt;
  if (roster.turned) return person.no === null ? say("label-person-column", { column: columnLetters(column) }) : say("label-person-in-column", { no: person.no, column: columnLetters(column) });
  return person.no === null ? say("label-person-row", { row: person.row }) : say("label-person", { no: person.no, row: person.row });
}

/** A person's key in a fingerprint: the 序号, told apart where it occurs twice; the place in the roster where there is none. */
export function personKey(roster: Roster, index: number): string {
  let keys = known.get(roster);
  if (!keys) known.set(roster, (keys = personKeys(roster)));
  return keys[index]!;
}

const known = new WeakMap<Roster, readonly string[]>();

function personKeys({ persons }: Roster): string[] {
  const seen = new Map<number, number>();
  return persons.map(({ no }, i) => {
    if (no === null) return `person:${i + 1}`;
    const times = (seen.get(no) ?? 0) + 1;
    seen.set(no, times);
    return times === 1 ? `no:${no}` : `no:${no}#${times}`;
  });
}

/** 持证社工, 非持证社工, or 社工 where the roster does not tell. */
export function groupName(group: CertificateGroup | null): Sentence {
  return say(group === null ? "group-all" : `group-${group}`);
}

/** "certified:subtotal" … The row part of the fingerprint of a bottom row; null stands for the whole roster. */
export function groupKey(roster: Roster, group: number | null): string {
  if (group === null) return "all";
  const name = roster.groups[group]!.group ?? "persons";
  const before = roster.groups.slice(0, group).filter((other) => other.group === roster.groups[group]!.group).length;
  return before === 0 ? name : `${name}#${before + 1}`;
}
