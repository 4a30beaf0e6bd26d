import { Random } from "../generator";
import { bookOf, packBook } from "./book";
import { fixesMend } from "./fixes";
import { changedBook, draftOf, fileOf, type Input } from "./input";
import { movesHold, typedIsFound } from "./stations";
import { wholePath, type Ending } from "./whole-path";

/** Tries one input; throws a Violation where a promise is broken. */
export async function tryInput(input: Input): Promise<Ending | "held" | "no place"> {
  if (input.kind === "file") {
    const { bytes, fileName } = fileOf(changedBook(input), input.format, input.damage);
    return wholePath(bytes, fileName);
  }
  const { draft, settings } = draftOf({ mistake: null, ...input });
  switch (input.kind) {
    case "moved":
      await movesHold(draft, settings ?? undefined, input.moves);
      return "held";
    case "mended":
      await fixesMend(packBook(bookOf(draft)), settings ?? undefined);
      return "held";
    case "typed":
      return (await typedIsFound(draft, settings ?? undefined, new Random(input.seed))) ? "held" : "no place";
  }
}
