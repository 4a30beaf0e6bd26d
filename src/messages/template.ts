/** 新建标准表: what the options of new standard tables can be refused for. */
export const template = {
  "template-bad-station": ["请填写社工站名称（不超过 {max} 个字），例如“广州市甲街社工站”。", "Give the station's name (at most {max#character})."],
  "template-bad-period": [
    "评估期“{start} 至 {end}”不对：两个日期都要写成 2025-07-01 的样子，开始日期不能晚于结束日期。",
    "The period “{start} to {end}” is not right: write both days as 2025-07-01, the first not after the last."
  ],
  "template-too-many-months": ["评估期有 {months} 个月，标准表最多 {max} 个月。请缩短评估期，或分成两个工作簿。", "The period has {months#month}; the tables take {max}. Shorten it or make two workbooks."],
  "template-bad-areas": ["请填写 1 到 {max} 个服务片区的名称。", "Give the names of 1 to {max#area}."],
  "template-too-many-cards": ["指标卡最多 {max} 张。", "At most {max#indicator card}."],
  "template-bad-name": ["名称“{name}”是空的，或超过了 {max} 个字。", "The name “{name}” is empty or longer than {max#character}."],
  "template-name-twice": ["名称“{name}”出现了两次，每个名称只能用一次。", "The name “{name}” stands there twice; use each once."],
  "template-bad-headcount": ["协议要求社工数要填 1 到 {max} 之间的整数。", "The headcount is a whole number from 1 to {max}."],
  "template-bad-share": ["持证社工比例要在 0% 到 100% 之间。", "The share of certified staff lies between 0% and 100%."]
} as const;
