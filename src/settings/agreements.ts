import { normalise } from "../values/text";
import type { Agreement, SettingsInput, SettingsValues } from "./types";

/** The agreement of a station in a list of many; null where the list has none, or several that could be it. */
export function agreementOf(agreements: readonly Agreement[], station: string | null): Agreement | null {
  if (station === null) return null;
  for (const key of [normalise, stationCore]) {
    const wanted = key(station);
    const found = wanted === "" ? [] : agreements.filter((agreement) => key(agreement.station) === wanted);
    if (found.length > 0) return found.length === 1 ? found[0]! : null;
  }
  return null;
}

/** What sets a station's name apart: 联和 of 广州市黄埔区联和街“双百工程”社工服务站, of 联和街道 and of 联和街社工站. */
export function stationCore(name: string): string {
  const plain = normalise(name).replace(/"[^"]*"/g, "").replace(/双百(?:工程)?/g, "").replace(/^(?:广东省)?(?:广州市|广州)?/, "").replace(/^\p{Script=Han}{2}区(?=\p{Script=Han}{2})/u, "");
  const place = plain.replace(/(?:社会工作|社工)(?:综合)?(?:服务)?(?:中心|总站|站|点)?$/, "");
  const core = place.replace(/(?:街道办事处|街道办|街道|街|镇人民政府|镇政府|镇)$/, "");
  return core.length >= 2 ? core : place;
}

/** What the agreement sets of a check. */
export function settingsOfAgreement(agreement: Agreement | null): SettingsValues {
  const { headcount, certifiedShare } = agreement ?? {};
  return { ...(headcount !== undefined && { headcount }), ...(certifiedShare !== undefined && { certifiedShare }) };
}

/** The agreements without what `kept` sets itself: the user has set it anew. */
export function withoutSet(agreements: readonly Agreement[], kept: SettingsInput): readonly Agreement[] {
  return agreements.map((agreement) => Object.fromEntries(Object.entries(agreement).filter(([key]) => key === "station" || !(key in kept))) as unknown as Agreement);
}
