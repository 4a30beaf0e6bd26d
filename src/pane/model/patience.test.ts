import { Patience, SILENCE } from "./patience";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function patience(): { patience: Patience; waiting: () => boolean } {
  let told = false;
  return { patience: new Patience((waiting) => (told = waiting)), waiting: () => told };
}

test("silence is told, and that it is over", () => {
  const { patience: own, waiting } = patience();
  const over = own.asked();
  jest.advanceTimersByTime(SILENCE - 1);
  expect(waiting()).toBe(false);
  jest.advanceTimersByTime(1);
  expect(waiting()).toBe(true);
  over();
  expect(waiting()).toBe(false);
  jest.advanceTimersByTime(2 * SILENCE);
  expect(waiting()).toBe(false);
});

test("every answer begins the wait anew", () => {
  const { patience: own, waiting } = patience();
  own.asked();
  jest.advanceTimersByTime(SILENCE - 1);
  own.sign();
  jest.advanceTimersByTime(SILENCE - 1);
  expect(waiting()).toBe(false);
});

test("of two things asked, the one that is left is waited for; an end counts once", () => {
  const { patience: own, waiting } = patience();
  own.asked();
  const over = own.asked();
  over();
  over();
  jest.advanceTimersByTime(SILENCE);
  expect(waiting()).toBe(true);
});
