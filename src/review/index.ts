export { isSettled, isUnsettled, reviewDocument, reviewPair } from "./review";
export { holdAgainstMid } from "./mid";
export { identify } from "./identify";
export { pairSubmissions, type Pairing, type Submitted } from "./pairing";
export { changedSince, rememberTables, sinceSummary } from "./digest";
export { sittingOf, takeSitting } from "./take";
export type { Sitting } from "./sitting";
export type * from "./types";
