import { Measurement } from "./measure";
import { runPlan, PUBLISHED } from "./plan";
import { misses } from "./markdown";
import { check } from "../../src/report/check";
import { FAMILIES } from "../generator";
const more=Number(process.argv[2]??0);
const m=new Measurement((w,s)=>[...(check(w,(s??{}) as never)?.findings??[])], {allowedOnClean:["attendance-retention-limit", "attendance-shortage", "score-shortage"]});
for (const family of ["wild", "two-years","standard","formulas","half-months","small","one-mark","page-break","bare","typed","grade-text","score-lines"]) runPlan(m, {...PUBLISHED,more,family});
console.log(misses(m).replace(/.*--only rate-stale-stored.*\n/g,""));
