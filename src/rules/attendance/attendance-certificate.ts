import { personKey, personLabel } from "../../meaning/roster-labels";
import { say } from "../../messages";
import { isCertificate } from "../../tables/roster/certificate-words";
import { normalise } from "../../values/text";
import { finding } from "../finding";
import type { Rule } from "../rule";
import { rosterSubject } from "../views/roster";

/** R20: a certificate that does not fit the group: certified without one, uncertified with one. */
export const attendanceCertificate: Rule = {
  meta: { id: "attendance-certificate", severity: "warning", group: "attendance", title: "attendance-certificate-title", basis: ["R20"] },
  *check({ evaluation }) {
    for (const { roster } of evaluation.rosters) {
      for (const [i, person] of roster.persons.entries()) {
        if (person.certificate === "" || !person.certificateAt || person.group === null) continue;
        const certified = person.group === "certified";
        // Words that nobody has listed are left alone: only what is clearly something else is asked about.
        const unfit = certified ? !isCertificate(person.certificate) && clearlyNone(person.certificate) : isCertificate(person.certificate);
        if (!unfit) continue;
        yield finding(this.meta, person.certificateAt, {
          message: () => say(certified ? "attendance-certificate-lacks" : "attendance-certificate-has", { person: personLabel(roster, i), text: person.certificate.replace(/\s+/g, " ") }),
          basis: say("basis-r20"),
          subject: rosterSubject(personKey(roster, i), "certificate"),
          actual: person.certificate
        });
      }
    }
  }
};

function clearlyNone(text: string): boolean {
  return /专业|培训|学历|学位|本科|大专|专科|硕士|无证|未取得|未持证|备考|在考|^无$|^[-/]+$/.test(normalise(text));
}
