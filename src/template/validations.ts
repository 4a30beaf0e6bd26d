import type { CellValidation } from "../workbook";
import { NO_TICK, TICK } from "../values/marks";
import { NO_TARGET } from "./words";

type Rule = Omit<CellValidation, "range">;

/** 协议量 and 完成量: whole numbers from 0, or "/" where nothing was agreed. `first` is the first cell of the range. */
export function numberOrSlash(first: string): Rule {
  return {
    rule: { kind: "formula", formula: `=OR(${first}="${NO_TARGET}",AND(ISNUMBER(${first}),N(${first})>=0,N(${first})=INT(N(${first}))))` },
    error: { title: "请填整数或“/”", text: "这里填不小于 0 的整数，不带单位；协议没有要求的填“/”。" }
  };
}

/** 投入社工人数: a person in two areas counts 0.5 in each (R18). */
export function staffNumber(first: string): Rule {
  return {
    rule: { kind: "formula", formula: `=AND(ISNUMBER(${first}),N(${first})>=0,MOD(N(${first})*2,1)=0)` },
    prompt: { title: "投入社工人数", text: "每名社工只算一次；同时负责两个片区的各填 0.5。" },
    error: { title: "请填人数", text: "这里填人数，可以有 0.5，例如 4 或 4.5。" }
  };
}

export const MARK: Rule = {
  rule: { kind: "list", values: [TICK, NO_TICK] },
  error: { title: "请填 √ 或 ——", text: "到位、已购社保、已发工资的填“√”，没有的填“——”。可以从下拉列表中选。" }
};

export const CERTIFICATE_TEXT: Rule = {
  rule: { kind: "formula", formula: "=TRUE" },
  prompt: { title: "岗位资格证/资质", text: "持证社工填证书名称，例如：助理社会工作师、社会工作师。" }
};

/** R14: 符合从业2年以上 lies between 0 and the person's own subtotal. */
export function seniorNumber(own: string, subtotal: string): Rule {
  return {
    rule: { kind: "formula", formula: `=AND(ISNUMBER(${own}),N(${own})>=0,N(${own})<=N(${subtotal}))` },
    error: { title: "请核对", text: "这里填 0 到“人员到岗小计”之间的数：从业满两年的填与小计相同的数，未满的填 0。" }
  };
}

/** The convention by which the locked formulas halve a month (R8). */
export const HALF_REMARK: Rule = {
  rule: { kind: "formula", formula: "=TRUE" },
  prompt: {
    title: "备注", text: "写明入职、离职日期，例如：2025.9.23入职。某月只算半个月时写：9月份计0.5人次，小计会自动减半。"
  }
};
