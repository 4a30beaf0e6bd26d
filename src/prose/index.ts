export { attendanceChart, indicatorChart, type Chart } from "./charts";
export { attendanceSentences, attendanceTable } from "./attendance";
export { indicatorSentences, indicatorTables } from "./indicators";
export { scoreSentences, scoreTable } from "./scores";
