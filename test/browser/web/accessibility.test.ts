import { PAGE_WALKS } from "../../../scripts/screenshots/page-walks";
import { violationsOn } from "../axe";
import { Harness } from "../harness";

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

test.each(PAGE_WALKS.flatMap((walk) => [1280, 800].map((width) => [walk.name, width, walk] as const)))("axe finds nothing in any state of the %s at %i px", async (_, width, walk) => {
  expect(await violationsOn(harness, walk, { width, height: 800 })).toEqual([]);
});
