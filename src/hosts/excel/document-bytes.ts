import { say } from "../../messages";
import { ExcelProblem } from "./problem";

const SLICE_SIZE = 4_194_304;

/** The open workbook as the bytes of an .xlsx file, all slices of it. */
export async function readDocumentBytes(): Promise<Uint8Array> {
  const file = await fromCallback<Office.File>((done) => {
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE_SIZE }, done);
  });
  try {
    const bytes = new Uint8Array(file.size);
    let offset = 0;
    for (let index = 0; index < file.sliceCount; index++) {
      const slice = await fromCallback<Office.Slice>((done) => file.getSliceAsync(index, done));
      bytes.set(slice.data as ArrayLike<number>, offset);
      offset += slice.size;
    }
    if (offset !== file.size) throw new ExcelProblem(say("excel-cannot-read"));
    return bytes;
  } finally {
    // Office keeps no more than two files open; one that is not closed blocks the next reading.
    file.closeAsync();
  }
}

function fromCallback<T>(start: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new ExcelProblem(say("excel-cannot-read"), { cause: result.error }));
    });
  });
}
