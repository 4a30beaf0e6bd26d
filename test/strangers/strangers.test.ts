import { readFileSync } from "node:fs";
import { join } from "node:path";
import { judged } from "./judge";
import { layoutNotes, strangersWorkbooks } from "./load";
import { strangersDocument } from "./markdown";

test("what is found in the workbooks of strangers, and wrongly said of them, is what docs/strangers.md says", () => {
  const document = strangersDocument(strangersWorkbooks().map(judged), layoutNotes());
  expect(document).toBe(readFileSync(join(__dirname, "../../docs/strangers.md"), "utf8"));
});
