export * from "./told";
export { readAgreements, type AgreementList } from "./read";
