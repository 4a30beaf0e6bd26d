import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Runner } from "./runner";
import type { Trial } from "./trial";

const FOLDER = join(__dirname, "cases");
/** Far above what any of them takes; what hung before would not end in hours. */
const runner = new Runner({ time: 50_000, heap: 600 });

afterAll(() => runner.stop());

/** What the fuzzer found once, and nothing may break again. `npm run fuzz -- --keep` adds to them. */
test.each(readdirSync(FOLDER).filter((name) => name.endsWith(".json")))("%s holds", async (name) => {
  const { trial } = JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as { broke: string; trial: Trial };
  expect(await runner.run({ trial })).toEqual({ ending: expect.any(String), ms: expect.any(Number) });
});
