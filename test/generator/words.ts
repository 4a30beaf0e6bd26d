import type { Random } from "./random";

/** The words that station workbooks use, as the domain lists them. */

export interface LeafWords {
  /** The leaf as the domain names it: 接案, 节数 … */
  readonly leaf: string;
  readonly targets: readonly string[];
  readonly dones: readonly string[];
  /** Typical size of a target per area. */
  readonly size: readonly [number, number];
}

export interface GroupWords {
  readonly key: string;
  readonly heads: readonly string[];
  readonly leaves: readonly LeafWords[];
}

const DONES = ["完成量", "完成数", "完成情况", "实际完成"];
export const RATE_WORDS = ["百分比", "完成率", "完成百分比"];

const leaf = (name: string, targets: string[], size: readonly [number, number], dones: readonly string[] = DONES): LeafWords =>
  ({ leaf: name, targets, dones, size });

export const GROUPS: readonly GroupWords[] = [
  { key: "建档", heads: ["困难群众和特殊群体建档"], leaves: [leaf("", ["协议个数", "协议量"], [80, 700])] },
  { key: "电访", heads: ["电访"], leaves: [leaf("", ["协议量", "协议次数", "协议人次"], [300, 2000])] },
  { key: "探访", heads: ["入户探访", "家访", "入户探访/家访"], leaves: [leaf("", ["协议量", "协议次数", "协议人次"], [100, 900])] },
  { key: "咨询", heads: ["咨询个案"], leaves: [leaf("", ["协议量", "协议个数"], [10, 60])] },
  {
    key: "个案", heads: ["专业个案"], leaves: [
      leaf("接案", ["协议接案数"], [10, 40], ["接案完成数", ...DONES]),
      leaf("节数", ["协议节数"], [50, 120]),
      leaf("结案", ["协议结案数"], [6, 10])
    ]
  },
  {
    key: "小组", heads: ["专业小组"], leaves: [
      leaf("个数", ["协议个数"], [3, 12]), leaf("节数", ["协议节数"], [18, 60]), leaf("人次", ["协议人次"], [100, 480])
    ]
  },
  { key: "大型", heads: ["大型社区活动"], leaves: [leaf("次数", ["协议次数"], [2, 8]), leaf("人次", ["协议人次"], [100, 900])] },
  { key: "中小型", heads: ["中小型社区活动"], leaves: [leaf("次数", ["协议次数"], [4, 40]), leaf("人次", ["协议人次"], [140, 1200])] }
];

/** Indicators of the 总体服务 list: as the list names them and as cards may name the same ones. */
export const OVERALL: readonly { readonly name: string; readonly cards: readonly string[]; readonly volunteers: boolean; readonly size: readonly [number, number] }[] = [
  { name: "发展社区志愿者", cards: ["发展社区志愿者"], volunteers: true, size: [50, 200] },
  { name: "发展社区志愿者骨干", cards: ["发展社区志愿者骨干"], volunteers: true, size: [20, 60] },
  { name: "发展志愿者队伍", cards: ["发展志愿者团队", "发展志愿者队伍"], volunteers: true, size: [2, 9] },
  { name: "社区调研", cards: ["社区调研"], volunteers: false, size: [2, 12] },
  { name: "社区社会组织培育", cards: ["社区社会组织培育"], volunteers: false, size: [2, 6] },
  {
    name: "协助街道介入和解决的社区公共问题",
    cards: ["协助街道介入或解决社区公共问题", "协助街道介入和解决的社区公共问题"], volunteers: false, size: [2, 7]
  }
];

/** The names under which a card may repeat the first leaf of a group. */
export const CARD_NAMES: Readonly<Record<string, readonly string[]>> = {
  建档: ["困难群众和特殊群体建档"],
  电访: ["电访"],
  探访: ["入户探访", "家访"],
  咨询: ["咨询个案"],
  个案: ["专业个案"],
  小组: ["专业小组"],
  大型: ["大型活动", "大型社区活动"],
  中小型: ["中小型活动", "中小型社区活动"]
};

/** Cards that have nothing to do with the matrix, however alike some names look. */
export const ADDITIONAL_CARDS: readonly string[] = [
  "党建-微心愿", "党建-大型活动", "党建-中型活动", "党建-组织共建", "五社联动-个案", "五社联动-小组", "五社联动-大型社区活动",
  "五社联动-中小型社区活动", "五社联动-社区教育", "五社联动-工作会议", "五社联动-社区调研", "社区组织培育", "志愿者岗前培训", "志愿服务"
];

export const AREA_SCHEMES: readonly (readonly string[])[] = [
  ["片区1", "片区2", "片区3", "片区4", "党建+五社组", "片区6"],
  ["第一片区", "第二片区", "第三片区", "第四片区", "第五片区", "第六片区"],
  ["东片区", "西片区", "南片区", "北片区", "中片区", "党建+五社组"],
  ["片区一", "片区二", "片区三", "党建+五社组", "片区四", "片区五"],
  ["和平片区", "新村片区", "江畔片区", "党建组", "五社联动组", "老街片区"]
];

export const STATIONS = ["广州市甲街社工站", "广州市乙街“双百工程”社工站", "广州市丙镇社工服务站", "丁街社工服务站"];

/** A word as a tired hand types it into a sheet: with spaces, line breaks, NBSP, ideographic spaces. */
export function messy(word: string, random: Random, probability: number): string {
  if (word.length < 2 || !random.chance(probability)) return word;
  const at = random.int(1, word.length - 1);
  const gap = random.pick(["\n", " ", "  ", "\u00a0", "\u3000", "\r\n"]);
  const text = word.slice(0, at) + gap + word.slice(at);
  return random.chance(0.2) ? ` ${text} ` : text;
}

/** The same text with full-width digits and brackets. */
export function fullWidth(text: string): string {
  return text.replace(/[0-9+\-%().]/g, (ch) => String.fromCharCode(ch.charCodeAt(0) + 0xfee0));
}

/** Heads in other words, the same throughout a block. `leaf` is what the domain calls the leaf, "" where the group has one. */
export const OTHER_WORDS: readonly { readonly target: (leaf: string) => string; readonly done: string; readonly rate: string }[] = [
  { target: (leaf) => `目标${counted(leaf)}`, done: "实际完成", rate: "达成率" },
  { target: (leaf) => `计划${counted(leaf) || "数"}`, done: "完成", rate: "完成比例" },
  { target: (leaf) => `应完成${counted(leaf)}`, done: "实完成", rate: "完成率" },
  { target: (leaf) => (leaf ? `协议指标（${leaf}）` : "协议指标"), done: "已完成", rate: "百分率" },
  { target: (leaf) => (leaf ? `指标${leaf}${leaf.endsWith("案") ? "量" : ""}` : "指标"), done: "实际完成数", rate: "完成度" },
  // Words that nobody has heard of: only their place says what they are.
  { target: (leaf) => (leaf === "节数" ? "节数基准" : `协议${counted(leaf) || "量"}`), done: "完成量", rate: "完成率" }
];

function counted(leaf: string): string {
  return leaf.endsWith("案") ? `${leaf}数` : leaf;
}
