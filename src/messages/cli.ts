/** The command line's usage, batches and new tables; what it says of one workbook stands in faces.ts. */
export const cli = {
  "cli-usage": [
    `社工站核表

  node dist/cli.js check 文件或文件夹… [--format text|json] [--with 工作簿.xlsx] [--comments 副本.docx] [--mid 中期工作簿]
      核查工作簿，列出每一处问题；评估报告（.docx，或 .txt）的表和文字一起核对。--with 指定报告对照的工作簿
      （不写时按社工站和评估期在这批文件里找）；--comments 另存一份在有问题的句子上加了批注的副本；
      --mid 把末期的工作簿与中期的对照
  node dist/cli.js summarize 文件或文件夹… [-o 输出.xlsx]
      核查后给每个文件另存一份带“核查汇总”工作表的副本（默认存为 原名.核查.xlsx；-o 只用于一个文件）
  node dist/cli.js compare 文件或文件夹… -o 对照.xlsx
      核查多个工作簿，写一份对照表：各站一行、全部问题、按规则汇总
  node dist/cli.js fix 文件或文件夹… -o 输出 [--only 规则…] [--fingerprint 指纹…] [--dry-run] [--format text|json]
      把试过可行的修正写进另存的副本，列出改前和改后；原文件不动（多个文件时 -o 是文件夹；--dry-run 只列出不写）
  node dist/cli.js letters 文件或文件夹… -o 文件夹 [--format docx|xlsx|txt] [--until 2025-04-15] [--by 核查人] [--names] [--language zh|en]
      给每个有问题的社工站写一份整改清单（Word、Excel 或纯文本）；社工以序号表示，--names 写姓名
  node dist/cli.js review 原来的 新的 [--format text|json]
      复核：把重新报送的工作簿（或文件夹）与原来的对照，列出改好没有、还改了什么
  node dist/cli.js profile 工作簿 -o 方案.json
      把在这个工作簿里说明过的表（识别方案）另存成文件，核查别的工作簿时用 --settings 带上
  node dist/cli.js template -o 标准表.xlsx --station 社工站名称 [--start 2025-07-01 --end 2025-12-31]
          [--areas 片区1,片区2] [--headcount 20] [--certified 50%] [--cards 党建-微心愿,志愿服务]
      新建一份空白标准表，公式、下拉选项和打印设置都已做好

check、summarize、compare、fix、letters、review 都可以加：
  --settings 设置.json   按这份设置核查
  --agreements 清单.xlsx 协议清单（站名、人数、持证比例、起止、经费各一列）：按清单的人数和比例核查，并与工作簿对照
  --jobs 数量            同时核查几个工作簿（默认按电脑核数）
check、compare 还可以加：
  --cache 文件           把核查结果记在这个文件里，再运行时只核查改动过的工作簿；中途按 Ctrl+C 停下，再运行一次接着做
文件名可以用 * 和 ?；文件夹包括其中的子文件夹。

退出码（fix 按修正后的副本）：0 没有错误；1 有错误；2 用法或设置不对；3 有文件读不了、写不了，或里面没有可核查的表
review：0 原有问题都已处理、没有新问题；1 还有没处理的或新出现的；2 有文件读不了或用法不对`,
    `hebiao

  node dist/cli.js check FILE-OR-FOLDER... [--format text|json] [--with WORKBOOK.xlsx] [--comments COPY.docx] [--mid MID-TERM]
  node dist/cli.js summarize FILE-OR-FOLDER... [-o OUT.xlsx]
  node dist/cli.js compare FILE-OR-FOLDER... -o OUT.xlsx
  node dist/cli.js fix FILE-OR-FOLDER... -o OUT [--only RULE...] [--fingerprint F...] [--dry-run] [--format text|json]
  node dist/cli.js letters FILE-OR-FOLDER... -o FOLDER [--format docx|xlsx|txt] [--until DAY] [--by NAME] [--names] [--language zh|en]
  node dist/cli.js review OLD NEW [--format text|json]
  node dist/cli.js profile WORKBOOK -o PROFILES.json
  node dist/cli.js template -o OUT.xlsx --station NAME [--start DAY --end DAY] [--areas A,B] [--headcount N] [--certified 50%] [--cards A,B]

check, summarize, compare, fix, letters and review also take --settings FILE, --agreements LIST.xlsx and --jobs N; check and compare --cache FILE, by which a second run checks only what changed and goes on where one was stopped. Names may hold * and ?; folders include their folders.

Exit codes (of fix: of the mended copy): 0 no error, 1 errors found, 2 wrong usage or settings, 3 a file cannot be read or written or holds no known table
review: 0 settled, 1 something is open, still wrong or new, 2 a file cannot be read, or wrong usage`
  ],
  "cli-review-needs": ["review 要写两个文件或两个文件夹：原来的在前，新的在后。", "review needs two files or two folders: the earlier, then the new."],
  "cli-cache-file": ["记结果的文件 {file} 打不开，或不能写。", "The file of results {file} can't be opened or written."],
  "cli-cache-foreign": ["{file} 不是本工具记结果的文件，没有动它。请换一个文件名。", "{file} is no file of results of ours and was left alone. Choose another name."],
  "cli-cache-used": ["{count} 个工作簿没有改动，用上次的结果。", "{count#workbook has|workbooks have} not changed; what was found last time is used."],
  "cli-stopped": ["已停止：核查了 {done}/{count} 个。", "Stopped: {done} of {count} were checked."],
  "cli-stopped-cache": ["已停止：核查了 {done}/{count} 个，结果记在 {file}，再运行一次同样的命令接着做。", "Stopped: {done} of {count} were checked and are kept in {file}; the same command goes on."],
  "cli-progress": ["正在核查：{done}/{count}", "Checking: {done}/{count}"],
  "cli-one-output": ["-o 只能用于一个文件。多个文件时不写 -o，副本存在各自的文件旁边。", "-o is for one file. Without it each copy is written beside its file."],
  "cli-compare-output": ["请用 -o 写出对照表存到哪里，例如 -o 对照.xlsx。", "Say with -o where the comparison goes, for example -o out.xlsx."],
  "cli-output-foreign": ["{file} 已经有了，而且不是对照表，没有覆盖。请换一个文件名。", "{file} exists and is no comparison of ours; it was left alone. Choose another name."],
  "cli-compared": ["对照表已写入 {file}", "Wrote the comparison to {file}"],
  "cli-duplicates": ["有 {count} 组疑似重复报送，见对照表的“说明”一列。", "{count#group looks|groups look} submitted twice; see the column of remarks."],
  "cli-fix-output": ["请用 -o 写出修正后的副本存到哪里（多个文件时写文件夹），或加 --dry-run 只看不写。", "Say with -o where the mended copy goes (a folder for several), or add --dry-run."],
  "cli-fix-folder": ["修正多个文件时 -o 要写文件夹，“{file}”是文件。", "For several files -o is a folder; {file} is a file."],
  "cli-fix-same-name": ["有两个文件会存成同一个名字：{file}。请分开修正。", "Two files would be written as {file}. Mend them apart."],
  "cli-fix-exists": ["{file} 已经有了，没有覆盖。请换一个文件名或文件夹。", "{file} exists and was left alone. Choose another name or folder."],
  "cli-fix-rule": ["没有“{rule}”这条规则。规则的编号见 docs/rules/，或 check --format json 里的 rule。", "There is no rule {rule}. See docs/rules/, or rule in the output of check --format json."],
  "cli-fix-fingerprint": ["“{fingerprint}”不是指纹。指纹是 check --format json 里的 fingerprint，16 位。", "{fingerprint} is no fingerprint; see fingerprint in the output of check --format json."],
  "cli-fix-unknown": ["没有找到可以修正的这些问题：{fingerprints}", "Nothing to mend was found of: {fingerprints}"],
  "cli-fix-count": ["修正 {count} 处", "{count} mended"],
  "cli-fix-would": ["可以修正 {count} 处（没有写文件）", "{count} could be mended (nothing was written)"],
  "cli-fix-none": ["没有可以直接修正的问题", "nothing can be mended directly"],
  "cli-fix-written": ["已另存为 {file}", "Written to {file}"],
  "cli-fix-refused": ["没有改动", "Not changed"],
  "cli-fix-left": ["修正后", "Then"],
  "cli-letters-output": ["请用 -o 写出整改清单存到哪个文件夹，例如 -o 整改清单。", "Say with -o into which folder the letters go, for example -o letters."],
  "cli-letters-folder": ["letters 的 -o 要写文件夹，“{file}”是文件。", "-o of letters is a folder; {file} is a file."],
  "cli-letters-format": ["整改清单没有“{format}”这种格式，请写 docx、xlsx 或 txt。", "Letters are docx, xlsx or txt, not {format}."],
  "cli-language": ["语言只有 zh 和 en，没有“{language}”。", "The language is zh or en, not {language}."],
  "cli-day": ["选项“{option}”的值“{value}”不是日期，请写成 2025-04-15。", "The value {value} of option {option} is no day such as 2025-04-15."],
  "cli-letter-written": ["{file} → {letter}（{asked}）", "{file} → {letter} ({asked})"],
  "cli-letter-none": ["{file}：没有要整改的，没有写清单", "{file}: nothing to mend, no letter"],
  "cli-letter-no-workbook": ["{file}：没有找到它说的工作簿，正文没能与表核对，没有写清单", "{file}: the workbook that it speaks of was not found, its sentences were not held against tables; no letter"],
  "cli-letters-total": ["写了 {written} 份整改清单；{clean} 个工作簿没有要整改的；{failed} 个没能写", "{written#letter} written; {clean#workbook has|workbooks have} nothing to mend; {failed} could not be written"],
  "cli-number": ["选项“{option}”的值“{value}”不对，要填数字。", "The value {value} of option {option} is no proper number."],
  "cli-template-needs": ["template 要写出 -o 文件名.xlsx 和 --station 社工站名称。", "template needs -o FILE.xlsx and --station NAME."],
  "cli-template-files": ["template 不读文件，“{file}”是多余的。新表存到哪里用 -o 写。", "template reads no file; {file} is too much. Use -o for where to write."],
  "cli-profile-needs": ["请写一个工作簿，并用 -o 写出识别方案存到哪里，例如 profile 附件.xlsx -o 方案.json。", "Name one workbook and say with -o where its profiles go, for example profile book.xlsx -o profiles.json."],
  "cli-profile-exists": ["{file} 已经有了，没有覆盖。请换一个文件名。", "{file} exists and was left alone. Choose another name."],
  "cli-profile-none": ["{file} 里没有说明过任何一张表是什么，没有可写的识别方案。", "Nothing was told of the tables of {file}; there is no profile to write."],
  "cli-profile-written": ["{count} 个识别方案已存为 {file}，核查别的工作簿时用 --settings 带上它。", "Wrote {count#profile} to {file}; give it to other checks with --settings."],
  "cli-template-exists": ["{file} 已经有了，没有覆盖。请换一个文件名。", "{file} exists and was left alone. Choose another name."],
  "cli-template-written": ["标准表已存为 {file}。公式格已锁定，只需填写有底色的格子。", "Wrote the standard tables to {file}. Formulas are locked; fill in the tinted cells."]
} as const;
