/**
 * The words of the standard tables. They are the content of a Chinese form that stations hand in, the same whatever
 * language the user reads, and therefore no messages.
 */

/** One triple of a block: what its 协议…, 完成… and 百分比 count. */
export interface Leaf {
  readonly target: string;
  readonly done: string;
  readonly rate: string;
}

/** A group of triples under one head (专业个案: 接案, 节数, 结案). */
export interface IndicatorGroup {
  readonly name: string;
  readonly leaves: readonly Leaf[];
}

function leaf(target: string, done: string): Leaf {
  return { target, done, rate: "百分比" };
}

/** The blocks of 附件1-1, each as wide as a landscape page takes. */
/** Under the persons: what to do where there are more of them than rows. */
export const ROWS_RUN_OUT = "注：行不够时，在“审阅”里撤消工作表保护（没有密码），在本组中间插入整行，再把上一行的“序号”和“人员到岗小计”向下填充。";

export const BLOCKS: readonly (readonly IndicatorGroup[])[] = [
  [
    { name: "困难群众和特殊群体建档", leaves: [leaf("协议个数", "完成量")] },
    { name: "电访", leaves: [leaf("协议次数", "完成量")] },
    { name: "入户探访/家访", leaves: [leaf("协议次数", "完成量")] },
    { name: "咨询个案", leaves: [leaf("协议个数", "完成量")] },
    { name: "专业个案", leaves: [leaf("协议接案数", "接案完成数"), leaf("协议节数", "完成节数"), leaf("协议结案数", "结案完成数")] }
  ],
  [
    { name: "专业小组", leaves: [leaf("协议个数", "完成个数"), leaf("协议节数", "完成节数"), leaf("协议人次", "完成人次")] },
    { name: "大型社区活动", leaves: [leaf("协议次数", "完成次数"), leaf("协议人次", "完成人次")] },
    { name: "中小型社区活动", leaves: [leaf("协议次数", "完成次数"), leaf("协议人次", "完成人次")] }
  ]
];

/** 总体服务: two lists side by side. */
export const OVERALL: { readonly category: string; readonly left: readonly string[]; readonly right: readonly string[] } = {
  category: "志愿者",
  left: ["新增志愿者", "新增志愿者骨干", "新增志愿队伍"],
  right: ["社区调研", "介入和解决的社区公共问题"]
};

/** Additional indicators that many agreements name; each is a card of its own. */
export const CARDS: readonly string[] = [
  "党建-微心愿", "党建-大型活动", "党建-共建单位走访维系", "五社联动-个案", "五社联动-小组", "五社联动-大型社区活动",
  "五社联动-资源维系", "五社联动-社区走访", "社区组织培育", "志愿者岗前培训", "志愿服务", "志愿者维系"
];

/** No target was agreed. */
export const NO_TARGET = "/";

export const MARK_HEADS = ["人员到位", "社保购买", "工资发放"] as const;
export const GROUPS = [
  { type: "持证社工", effective: "持证社工有效人次小计" },
  { type: "非持证社工", effective: "非持证社工有效人次小计" }
] as const;
