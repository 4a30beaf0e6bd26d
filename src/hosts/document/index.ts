export { readDocument } from "./read";
export { documentOfText, documentOfTextFile } from "./plain";
