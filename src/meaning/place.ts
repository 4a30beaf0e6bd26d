import { say, type Sentence } from "../messages";
import type { OwnWords } from "../tables/indicators/types";

/** Whose value a cell of an indicator table is: one area's (or that of some areas together), the total's, or the station's, where nothing tells areas apart. */
export type Place = { readonly kind: "area"; readonly name: string } | { readonly kind: "total" } | { readonly kind: "station" };

export const TOTAL: Place = { kind: "total" };
export const STATION: Place = { kind: "station" };

/** The place of a row that is no total, by its label; a row without a label is taken for the station's. */
export function areaPlace(label: string): Place {
  return label === "" ? STATION : { kind: "area", name: label };
}

/** The row of a fingerprint: 「电访@片区1」, 「电访@合计」, 「电访」. */
export function placeKey(name: string, place: Place): string {
  if (place.kind === "station") return name;
  return `${name}@${place.kind === "total" ? "合计" : place.name}`;
}

/** 完成量, or what the table itself calls it (实绩). */
export function roleLabel(role: "target" | "done" | "rate", words: OwnWords = {}): Sentence {
  const word = words[role];
  return word ? say("label-word", { word }) : say(`label-${role}`);
}

/** 「专业个案 · 接案」片区1 的完成百分比. */
export function cellLabel(name: string, place: Place, role: "target" | "done" | "rate", words?: OwnWords): Sentence {
  const column = roleLabel(role, words);
  // A row that the station has no indicator for is named "/".
  const shown = name === "" ? "/" : name;
  if (place.kind === "total") return say("label-total", { name: shown, column });
  return place.kind === "area" ? say("label-area", { name: shown, area: place.name, column }) : say("label-station", { name: shown, column });
}

/** 「片区1」的投入社工人数. */
export function staffLabel(place: Place): Sentence {
  if (place.kind === "total") return say("label-staff-total");
  return say("label-station", { name: place.kind === "area" ? place.name : "/", column: say("label-staff") });
}
