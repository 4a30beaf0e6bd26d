import { say } from "../../messages";
import { SETTINGS_NAMESPACE } from "../../workbook";
import { ask, itemsOf, valueOf } from "./batch";
import { ExcelProblem, sentenceOf } from "./problem";

/**
 * Keeps our settings part in the workbook, in place of an earlier one; null removes it. Two round trips. Rejects when the
 * workbook does not hold afterwards what was asked.
 */
export async function writeSettings(context: Excel.RequestContext, xml: string | null): Promise<void> {
  try {
    const [first, ...others] = await ownParts(context);
    await ask(context, () => {
      if (xml === null) first?.delete();
      else if (first) first.setXml(xml);
      else context.workbook.customXmlParts.add(xml);
      // Several add-ins that wrote at one time may have left more than one.
      for (const other of others) other.delete();
      return () => undefined;
    });
  } catch (error) {
    if (await isKept(context, xml)) return;
    throw new ExcelProblem(say("settings-not-kept", { reason: sentenceOf(error) }), { cause: error });
  }
}

async function ownParts(context: Excel.RequestContext): Promise<readonly Excel.CustomXmlPart[]> {
  return ask(context, () => {
    const parts = context.workbook.customXmlParts.getByNamespace(SETTINGS_NAMESPACE);
    parts.load("items/id");
    return () => itemsOf(parts);
  });
}

/** Whether the part is as asked although Excel reported an error. */
async function isKept(context: Excel.RequestContext, xml: string | null): Promise<boolean> {
  try {
    const [first] = await ownParts(context);
    if (!first || xml === null) return !first && xml === null;
    return xml === await ask(context, () => {
      const present = first.getXml();
      return () => valueOf(present);
    });
  } catch {
    return false;
  }
}
