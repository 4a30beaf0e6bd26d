export { FixDialog } from "./FixDialog";
export { IgnoreDialog } from "./IgnoreDialog";
export { KeysDialog } from "./KeysDialog";
export { RuleDialog } from "./RuleDialog";
