import { useContext, useEffect, useSyncExternalStore } from "react";
import { PaneController } from "./model/pane-controller";
import type { PaneModel } from "./model/pane-model";
import { usePreferences } from "./preferences-context";
import type { Session } from "./session";
import { LanguageContext } from "./words";

const controllers = new WeakMap<Session, PaneController>();

/** The one controller of a session; it follows what the user prefers. */
export function useController(session: Session): PaneController {
  const language = useContext(LanguageContext);
  const { live } = usePreferences();
  const controller = controllers.get(session) ?? new PaneController(session, { language, live });
  controllers.set(session, controller);
  useEffect(() => controller.choose({ language, live }), [controller, language, live]);
  return controller;
}

/** What the pane shows now. */
export function useModel(controller: PaneController): PaneModel {
  return useSyncExternalStore(controller.subscribe, controller.snapshot);
}
