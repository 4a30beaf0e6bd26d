import { PAGE_WALKS } from "../../../scripts/screenshots/page-walks";
import { violationsOn } from "../axe";
import { Harness } from "../harness";

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

test.each(PAGE_WALKS.map((walk) => [walk.name, walk] as const))("axe finds nothing in any state of the %s, at 1280 px and at 800", async (_, walk) => {
  expect(await violationsOn(harness, walk, { width: 1280, height: 800, narrower: 800 })).toEqual([]);
});
