export { render, say, type Datum, type Language, type MessageId, type Sentence } from "./sentence";
