export const settings = {
  "settings-json": ["设置文件不是有效的 JSON", "The settings file is not valid JSON"],
  "settings-unknown": ["设置中没有“{key}”这一项，可用的有：{known}", "The settings have no key \"{key}\"; known are: {known}"],
  "settings-value": ["设置“{key}”的值不可用，应为{allowed}", "The setting \"{key}\" can't be used: it must be {allowed}"],
  "settings-number": [" {from}–{to}", "a number from {from} to {to}"],
  "settings-number-step": [" {from}–{to}，可以有 {step}", "a number from {from} to {to} in steps of {step}"],
  "settings-number-whole": [" {from}–{to} 的整数", "a whole number from {from} to {to}"],
  "settings-boolean": ["true 或 false", "true or false"],
  "settings-one-of": ["以下之一：{words}", "one of: {words}"],
  "settings-date": ["日历中存在的日期，写作 YYYY-MM-DD", "a day of the calendar, written YYYY-MM-DD"],
  "settings-object": ["一个对象 { … }", "an object { … }"],
  "settings-missing": ["一个值", "given"],
  "settings-station": ["社工站的名称", "a station's name"],
  "settings-period": ["开始不晚于结束的时段", "a period that starts before it ends"],
  "settings-weights": ["合计为 100 的四项分值", "four weights that make 100"],
  "settings-grades": ["由高到低的分数线：优秀 > 良好 > 合格", "limits that descend: excellent > good > pass"],
  "settings-part-damaged": ["工作簿里保存的核查设置已损坏，读不出来", "The settings kept in the workbook are damaged and can't be read"]
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
