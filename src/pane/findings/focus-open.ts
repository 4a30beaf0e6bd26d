/** The focus goes to the finding that is open, or to the first one. */
export function focusOpen(): void {
  const head = document.querySelector<HTMLElement>("[data-finding] > [aria-expanded=true]") ?? document.querySelector<HTMLElement>("[data-finding] > button");
  head?.focus({ preventScroll: true });
}
