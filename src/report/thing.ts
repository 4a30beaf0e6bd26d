import { render, renderWhole, say, type Datum, type Language, type MessageId, type Sentence } from "../messages";

/** What sentences call the thing that they are about. */
const SUBJECTS = ["label", "person", "item", "first", "area", "party", "cell"] as const;

/** How a heading names what sentences name in their way. */
const HEADINGS: Partial<Record<MessageId, MessageId>> = {
  "label-station": "thing-station", "label-area": "thing-area", "label-total": "thing-total", "label-own": "thing-own",
  "label-person-total": "thing-person-total", "label-person-senior": "thing-person-senior"
};

/** What a finding's message is about: as the sentence names it, and for a heading. */
export function thingOf({ data }: Sentence, language: Language): { label: string; thing: string } {
  const subject = SUBJECTS.map((name): Datum | undefined => data[name]).find((datum): datum is Sentence => typeof datum === "object" && "id" in datum);
  if (!subject) return { label: "", thing: "" };
  const heading = HEADINGS[subject.id];
  return { label: render(subject, language), thing: renderWhole(heading ? say(heading, subject.data) : subject, language) };
}
