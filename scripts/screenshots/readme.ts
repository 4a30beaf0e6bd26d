import type { Harness } from "../../test/browser/harness";
export async function writeReadmePictures(_harness: Harness): Promise<void> {}
