export { deskText, LONGEST_REMARK, parseDesk } from "./file";
export { isNoted, recall, type Recalled } from "./match";
export { DESK_STATES, NO_NOTE, type DeskEntry, type DeskFile, type DeskNote, type DeskState, type DeskSubject } from "./types";
