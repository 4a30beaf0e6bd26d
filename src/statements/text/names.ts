/** Stretches of a plain text in which digits are no numbers of a statement: names, dates, addresses, numbers of lists and attachments. */
const NAMES: readonly RegExp[] = [
  /《[^》]*》/gu, /〔[^〕]*〕\d*号?/gu, /【[^】]*】/gu,
  // A quoted name: “126”, “99公益日”. What is quoted at length is a sentence.
  /“[^”，。；]{1,24}”/gu,
  // Days, months and years; a number of months (5个月) is none.
  /(?:\d{2,4}年)?\d{1,2}月(?!份?[，、]?(?:以上|左右))(?:\d{1,2}(?![\d.]*(?:人次|人|名|个|场|节|户|份|小时|%))[日号]?)?(?:份)?/gu, /\d{4}[./-]\d{1,2}(?:[./-]\d{1,2})?/gu, /(?:19|20)\d{2}年(?:度)?/gu, /\d{4}-\d{4}(?:年)/gu,
  /第\d+/gu, /^\d{1,2}(?:\.\d{1,2}){1,2}(?=[\u4e00-\u9fff])(?![万亿元倍年分]|小时|公里|平方|个百分点)/gu, /^（\d{1,2}）/gu, /^(?:批注：)?\d{1,2}(?:[.、．）](?!\d)|(?=[\u4e00-\u9fff])(?![个名位人户份支场次节条篇封面元年月天家类件处]|项(?!目)))/gu, /(?:附件|附表|附录|(?<!代)表|图|第)\d+(?:-\d+)*/gu,
  /\d+(?:号|楼|室|栋|弄|巷|届|路)(?!文件)/gu, /片区\d{1,2}(?![\d.%个名位人户份支场次节条])/gu, /24小时/gu, /\d{1,2}：\d{2}/gu, /\d{7,}(?![\d.]*[元%万])/gu, /(?<![共等])\d+类/gu, /[A-Za-z]+-?\d+|\d+[A-Za-z]+/gu, /\d+-\d+%(?:以上)?/gu, /\d+岁/gu
];

/** Tells whether a position lies in such a stretch. */
export function maskOf(text: string): (at: number) => boolean {
  const masked = new Uint8Array(text.length);
  for (const pattern of NAMES) for (const match of text.matchAll(pattern)) masked.fill(1, match.index, match.index + match[0].length);
  return (at) => masked[at] === 1;
}
