export { readDocument } from "./read";
export { documentOfText, documentOfTextFile } from "./plain";
export { withComments, type DocumentComment } from "./write/comments";
