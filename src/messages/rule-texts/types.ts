/** 中文, English. */
export type Text = readonly [string, string];

/** What the page of a rule says in words. What it rests on and its examples are not written by hand. */
export interface RuleTexts {
  /** 查什么 */
  readonly what: Text;
  /** 为什么 */
  readonly why: Text;
  /** 怎么改 */
  readonly mend: Text;
  /** 什么时候可以忽略 */
  readonly ignore: Text;
}
