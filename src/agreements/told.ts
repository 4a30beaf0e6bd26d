export { agreementFacts, contradicted, type AgreementFacts } from "./facts";
export { agreementText, verdictText } from "./text";
