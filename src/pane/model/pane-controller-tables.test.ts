import { PROTECTED, checkedPane, said } from "../../../test/support/pane-session";
import { say } from "../../messages";
import type { ToldTable } from "../../told";

const TOLD: ToldTable = { name: "附件2", kind: "roster", headRows: 2, columns: [{ head: "人员", holds: "text", role: "name" }, { head: "#月", holds: "sign", role: "mark" }] };

test("a table that is looked at is shown; what the user says of it is kept, checked with, and can be taken back", async () => {
  const { session, controller } = await checkedPane();
  await controller.study({ sheet: "附件2", range: "A2:C9" });
  expect(controller.snapshot().studied).toEqual({ sheet: "附件2", range: "A2:C9" });
  expect(await controller.inquire({ kind: "preview", stored: session.stored })).toMatchObject({ file: "preview" });
  await controller.tellTable("附件2", TOLD);
  expect(session.stored.settings.profiles).toEqual([TOLD]);
  expect(controller.snapshot()).toMatchObject({ studied: null, notice: { intent: "success", offers: { settings: {} } } });
  expect(said(controller)).toEqual(["已按“附件2”的说明重新核查。说明随文件保存。"]);
  expect(session.calls).toEqual(["go 附件2 2 1 to 9 3", "inquire preview", "keep", "label nothing", "check zh"]);
  await controller.changeSettings({});
  expect(session.stored.settings).toEqual({});
  expect(controller.snapshot().notice).toBeNull();
});

test("what is told anew stands in place of what was told under the name; null takes it back", async () => {
  const { session, controller } = await checkedPane();
  await controller.tellTable("附件2", TOLD);
  await controller.tellTable("附件2", { ...TOLD, name: "到岗表" });
  expect(session.stored.settings.profiles?.map(({ name }) => name)).toEqual(["到岗表"]);
  await controller.tellTable("到岗表", null);
  expect(session.stored.settings).toEqual({});
});

test("a file of profiles joins what the workbook keeps, in its order", async () => {
  const { session, controller } = await checkedPane();
  await controller.tellTable("附件2", TOLD);
  await controller.takeProfiles([{ ...TOLD, name: "b" }, { ...TOLD, headRows: 1 }]);
  expect(session.stored.settings.profiles?.map(({ name, headRows }) => `${name} ${headRows}`)).toEqual(["b 2", "附件2 1"]);
});

test("a question that cannot be answered is told, and the answer is null", async () => {
  const { session, controller } = await checkedPane();
  session.refusals.set("inquire", PROTECTED);
  expect(await controller.inquire({ kind: "preview", stored: session.stored })).toBeNull();
  expect(controller.snapshot().notice).toMatchObject({ intent: "error", sentences: [say("excel-access-denied")] });
});

test("a check that fails after a table was told is said, not covered by what went well", async () => {
  const { session, controller } = await checkedPane();
  session.refusals.set("check", PROTECTED);
  await controller.tellTable("附件2", TOLD);
  expect(session.stored.settings.profiles).toEqual([TOLD]);
  expect(controller.snapshot()).toMatchObject({ outdated: true, notice: { intent: "error", sentences: [say("excel-access-denied")] } });
});
