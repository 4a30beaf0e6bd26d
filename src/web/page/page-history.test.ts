import { PageHistory } from "./page-history";

/** A browser's history, and a page that follows it; `leaves` says whether the page goes when Back is pressed. */
function browser(leaves: boolean) {
  const entries: unknown[] = [null];
  let at = 0;
  const told: number[] = [];
  const later: (() => void)[] = [];
  const page: PageHistory = new PageHistory({
    pushState: (state: unknown) => { entries.splice(++at, entries.length, state); },
    go: (by = 0) => void later.push(() => { at += by; page.popped(entries[at]); })
  }, (depth) => {
    told.push(depth);
    if (leaves) page.follow(depth);
  });
  const settle = () => { for (let step = later.shift(); step; step = later.shift()) step(); };
  const press = (by: number) => { at += by; page.popped(entries[at]); settle(); };
  return { page, told, settle, press, where: () => at };
}

test("Back leads from a row to the table, from the table to the start", () => {
  const { page, told, press, where } = browser(true);
  page.follow(1);
  page.follow(2);
  press(-1);
  press(-1);
  expect([told, where()]).toEqual([[1, 0], 0]);
});

test("what is not left is come back to", () => {
  const { page, told, press, where } = browser(false);
  page.follow(1);
  press(-1);
  expect([told, where()]).toEqual([[0], 1]);
});

test("who goes home by a button is at the first entry, and Forward leads nowhere", () => {
  const { page, told, settle, press, where } = browser(true);
  page.follow(2);
  page.follow(0);
  settle();
  expect(where()).toBe(0);
  press(1);
  expect([told, where()]).toEqual([[], 0]);
});

test("what is opened before the browser has gone back has an entry all the same", () => {
  const { page, settle, where } = browser(true);
  page.follow(1);
  page.follow(0);
  page.follow(1);
  settle();
  expect(where()).toBe(1);
});
