export { build } from "./build";
export type { Built, Size, Spec } from "./built";
export { FAMILIES } from "./layout";
export { ROSTER_FAMILIES } from "./roster-plan";
export { SCORE_FAMILIES } from "./scores";
export { RATE_SPELLINGS, TOTAL_SPELLINGS } from "./spellings";
export { packageVariant, writeXlsx } from "./xlsx";
export { Random } from "./random";
