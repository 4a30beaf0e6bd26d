/** What the dialog loads when tables are to be made: one chunk. */
export { TemplateError } from "../../template";
export { makeTables } from "./make-tables";
