/** Reports as Word files and plain texts: what could not be read, and what the faces say of them. */
export const document = {
  "error-document-none": ["这不是 Word 文件。请选择 .docx 文件，或把报告的文字粘贴进来。", "This is not a Word file. Choose a .docx file, or paste the report's text."],
  "error-document-old": ["这是旧格式的文档（.doc 或 .wps），读不了。请用 Word 或 WPS 打开，另存为 .docx 后再试。", "This is a document in an old format (.doc or .wps). Open it in Word or WPS, save it as .docx and try again."],
  "error-document-pdf": ["这是 PDF，表格和段落在里面已经散开，读不准。请用定稿的 Word 文件（.docx）；只有 PDF 的，可在 Word 里打开并另存为 .docx，或复制文字粘贴进来。", "This is a PDF, in which tables and paragraphs have come apart. Use the Word file (.docx) it was made from; or open it in Word and save it as .docx, or copy its text and paste it."],
  "error-document-other": ["这种文档读不了。请用 Word 或 WPS 打开，另存为 .docx 后再试。", "This kind of document cannot be read. Open it in Word or WPS, save it as .docx and try again."],
  "error-document-encrypted": ["文档有打开密码，无法读取。请在 Word 里取消密码（文件→信息→保护文档）后再试。", "The document has a password. Remove it in Word and try again."],
  "error-document-corrupt": ["文档已损坏或不完整，无法读取。请用 Word 或 WPS 打开并另存为 .docx，或重新索取。", "The document is damaged or incomplete. Open it in Word and save it as .docx again, or ask for it again."],
  "error-document-too-large": ["文档展开后过大，为安全起见没有读取。请删去无关的内容后再试。", "The document is too large when unpacked. Remove what is unrelated and try again."],
  "document-unread-header": ["页眉和页脚没有核查", "headers and footers were not checked"],
  "document-unread-picture": ["图片里的文字和数字没有读取", "text and numbers in pictures were not read"],
  "document-unread-chart": ["图表里的数字没有读取", "numbers in charts were not read"],
  "document-unread-object": ["嵌入的对象（例如嵌入的 Excel 表）没有读取", "embedded objects (an Excel table, for instance) were not read"],
  "document-no-table": ["报告里没有找到能核查的表，只核对了文字", "no table to check was found in the report; only its text was checked"]
} as const;
