export * from "./types";
export { evaluate } from "./evaluate";
export { agreementMonths, guessPhase, monthsCounted, monthWeight } from "./months";
export { gradeOf } from "./scores";
