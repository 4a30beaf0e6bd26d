/** The headings of a rule's page. What stands under them: rule-texts/. */
export const rulePages = {
  "rule-page-what": ["查什么", "What it checks"],
  "rule-page-why": ["为什么", "Why"],
  "rule-page-basis": ["依据", "Basis"],
  "rule-page-wrong": ["错误示例", "Wrong"],
  "rule-page-given": ["示例", "Example"],
  "rule-page-right": ["正确示例", "Right"],
  "rule-page-says": ["提示内容", "The check says"],
  "rule-page-mend": ["怎么改", "How to mend it"],
  "rule-page-look": ["怎么办", "What to do"],
  "rule-page-ignore": ["什么时候可以忽略", "When to ignore it"],
  "rule-page-marked": ["这一格", "this cell"],
  "rule-page-hidden": ["已隐藏", "hidden"],
  "rule-page-sheet": ["工作表“{sheet}”的一部分", "Part of the sheet “{sheet}”"],
  "rule-page-row": ["行", "Row"],
  "rule-standing-stated": ["评估文件写明", "stated in the evaluation's papers"],
  "rule-standing-derived": ["按评估报告推定，请按协议核对", "derived from evaluation reports; check the agreement"],
  "rule-standing-assumed": ["按评估报告推定，请按协议核对", "assumed from evaluation reports; check the agreement"],
  "rule-standing-plain": ["不依赖评估规定", "independent of the evaluation's rules"]
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
