import type { Measure } from "../text/measures";
import { oncePer } from "./once";
import type { Reader } from "./reader";

const PERSONS = new Set(["名", "人", "位"]);

/** 占协议要求配备社工总数（20 人）: the posts of the agreement as the report names them. */
export const statedHeadcount = oncePer(({ lines, measuresOf }: Reader): Measure | null => {
  for (const line of lines) {
    if (line.isNote || line.area !== null) continue;
    for (const measure of measuresOf(line)) {
      const { token, sentence, behind } = measure;
      const lead = line.text.slice(sentence.start, token.start);
      if (token.bound === "exact" && ((/(?:协议|合同)要求的?$/u.test(lead) && /^社工(?!点)/u.test(behind) && PERSONS.has(token.unit)) || (/协议要求(?:每月)?$/u.test(lead) && /^在岗/u.test(behind)) || (token.unit === "个" && (/^协议岗位/u.test(behind) || /协议岗位(?:共|为|有)?$/u.test(measure.before))) || (/以协议要求的$/u.test(lead) && /^为基数/u.test(behind)))) return measure;
      if (PERSONS.has(token.unit) && token.bound === "exact" && /(?:协议|合同)(?:要求|约定|规定|应配)(?:应)?(?:(?:配备|在岗|投入)(?:的)?(?:社工|人员|专职社工)?|(?:的)?(?:社工|专职社工))(?:总?(?:人)?数)?(?:为|是|（|共)?$/u.test(line.text.slice(sentence.start, token.start))) return measure;
    }
  }
  return null;
});
