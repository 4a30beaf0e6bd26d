/** Puts a text on the clipboard; false where neither way is allowed. To be called from a click or key. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Excel on the web shows the pane in a frame that may not use the clipboard; the older way works there.
    return copySelection(text);
  }
}

/** Puts a table on the clipboard, as what Word pastes and as plain text; false where neither way is allowed. To be called from a click or key. */
export async function copyRich(html: string, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/html": new Blob([html], { type: "text/html" }), "text/plain": new Blob([text], { type: "text/plain" }) })]);
    return true;
  } catch {
    return copyByEvent({ "text/html": html, "text/plain": text });
  }
}

/** The older way, which lets the page say what is copied. */
function copyByEvent(contents: Readonly<Record<string, string>>): boolean {
  let given = false;
  const give = (event: ClipboardEvent): void => {
    event.preventDefault();
    for (const [type, content] of Object.entries(contents)) event.clipboardData?.setData(type, content);
    given = event.clipboardData !== null;
  };
  document.addEventListener("copy", give, { once: true });
  const copied = document.execCommand("copy");
  document.removeEventListener("copy", give);
  return copied && given;
}

function copySelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.style.position = "fixed";
  field.style.opacity = "0";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}
