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

/** A picture is drawn so many times as large, for print. */
const PICTURE_SCALE = 2;

/** Puts a drawing on the clipboard as a picture; false where that is not allowed. To be called from a click or key. */
export async function copyPicture({ svg, width, height }: { readonly svg: string; readonly width: number; readonly height: number }): Promise<boolean> {
  try {
    // Safari wants the promise, not what it gives, while the click is fresh.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": pictureOf(svg, width * PICTURE_SCALE, height * PICTURE_SCALE) })]);
    return true;
  } catch {
    return false;
  }
}

async function pictureOf(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  canvas.getContext("2d")!.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
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
