export { render, renderWhole, say, SpokenError, type Datum, type Language, type MessageId, type Sentence } from "./sentence";
