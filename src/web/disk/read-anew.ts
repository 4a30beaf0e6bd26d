import { say } from "../../messages";
import type { PaneController } from "../../pane/model/pane-controller";
import { problemOf } from "../../pane/model/problem";
import type { FileSession, GivenAgain } from "../file-session";

/** Reads another state of the opened workbook in its place, checks it, and says so; what has become of the findings stands with the result. */
export async function readAnew(session: FileSession, controller: PaneController, given: GivenAgain): Promise<void> {
  try {
    await session.readAnew(given);
  } catch (error) {
    controller.tellUser("error", problemOf(error));
    return;
  }
  controller.forgetChanges();
  await controller.check();
  if (controller.snapshot().notice === null) controller.tellUser("success", say("disk-read-anew", { file: given.file.name }));
}
