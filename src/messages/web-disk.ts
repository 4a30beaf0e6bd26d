/** The file on disk behind an opened workbook: reading it again, saving into it. */
export const webDisk = {
  "disk-reread": ["重新读取", "Read again"],
  "disk-reread-title": ["在 WPS 或 Excel 里改好、保存后，重新读取这个文件并核查", "Read the file again after it was changed and saved elsewhere, and check it"],
  "disk-read-anew": ["已重新读取“{file}”。忽略、设置和位置都保留。", "“{file}” was read again. What is ignored, the settings and your place are kept."],
  "disk-save": ["存回原文件", "Save into the file"],
  "disk-save-title": ["把改动写回打开的那个文件", "Write the changes into the file that was opened"],
  "disk-save-ask": ["存回原文件？", "Save into the file?"],
  "disk-save-what": ["“{file}”会换成改好的内容，只动改过的地方。文件还开在 WPS 或 Excel 里的话，请先关掉它。浏览器可能会再问一次是否允许。",
    "“{file}” gets the mended content; only what was changed differs. Close it in WPS or Excel first. The browser may ask once more."],
  "disk-save-yes": ["存回", "Save"],
  "disk-cancel": ["取消", "Cancel"],
  "disk-saved": ["已存回“{file}”。", "Saved into “{file}”."],
  "disk-not-allowed": ["浏览器没有得到写入的允许，文件没有动。可以改用“下载”。", "The browser was not allowed to write; the file is as it was. Use “Download” instead."],
  "disk-not-written": ["没能写入“{file}”，多半是 WPS 或 Excel 还开着它。请关掉后再存，或改用“下载”。", "“{file}” could not be written, most likely because another program holds it. Close it there, or use “Download”."],
  "disk-changed": ["“{file}”在磁盘上改过了", "“{file}” has changed on disk"],
  "disk-changed-what": ["这里也有没保存的改动。重新读取就用磁盘上的内容，这里改的格子会丢掉；忽略和设置保留。",
    "There are unsaved changes here, too. Reading again takes what is on disk and drops the cells changed here; what is ignored and the settings are kept."],
  "disk-changed-save": ["打开以后，别的程序改过这个文件。存回会盖掉那些改动。先重新读取，或者用“下载”另存一份。",
    "Another program has changed the file since it was opened. Saving would overwrite that. Read it again first, or download a copy."],
  "disk-keep-mine": ["先留着这里的", "Keep what is here"]
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
