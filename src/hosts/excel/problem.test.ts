import { say } from "../../messages";
import { WorkbookError } from "../../workbook";
import { ExcelProblem, inOurWords } from "./problem";

function fail(error: unknown): Promise<unknown> {
  return inOurWords(() => Promise.reject(error)).catch((thrown: unknown) => thrown);
}

test.each([
  ["AccessDenied", "excel-access-denied"],
  ["InvalidOperationInCellEditMode", "excel-editing"],
  ["RequestPayloadSizeLimitExceeded", "excel-too-large"],
  ["ItemNotFound", "excel-not-found"]
])("%s becomes a sentence of ours", async (code, id) => {
  expect(await fail(Object.assign(new Error("raw text"), { code }))).toMatchObject({ sentence: { id } });
});

test("an unknown refusal names its code, never its raw text", async () => {
  expect(await fail(Object.assign(new Error("raw text"), { code: "Odd" }))).toMatchObject({ sentence: say("excel-failed", { code: "Odd" }) });
  expect(await fail("text")).toMatchObject({ sentence: say("excel-failed-somehow") });
});

test("what is already in our words stays as it is", async () => {
  const workbookError = new WorkbookError("corrupt");
  const problem = new ExcelProblem(say("excel-busy"));
  expect(await fail(workbookError)).toBe(workbookError);
  expect(await fail(problem)).toBe(problem);
});
