/** What the dialogs load when a letter is to be made: one chunk. */
export { letterBytes, letterCopies, makeLetter } from "./make-letter";
