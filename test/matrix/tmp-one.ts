import { seed, parseSpec } from "./measure";
import { build } from "../generator";
import { SEEDED_ERRORS } from "../generator/errors";
import { check } from "../../src/report/check";
import { cellName, keyToRowColumn, isError } from "../../src/workbook";
const [label, id, dump]=process.argv.slice(2);
const spec=parseSpec(label!); const e=SEEDED_ERRORS.find((x)=>x.id===id);
const s=e?seed(e,spec):{built:build(spec),outcome:null};
if(!s){console.log("n/a");process.exit()}
console.log(s.outcome?.detail, s.outcome?.accept.slice(0,6));
for(const f of check(s.built.draft.toWorkbook(),(s.built.settings??{}) as never)?.findings??[]) { const m=/^([A-Z]+)(\d+)$/.exec(f.cell)!; const c=[...m[1]!].reduce((n,ch)=>n*26+ch.charCodeAt(0)-64,0);
 console.log(f.severity,f.rule,f.sheet,f.cell,s.built.draft.formula({sheet:f.sheet,row:+m[2]!,column:c}),f.actual,"→",f.expected, JSON.stringify(f.message).slice(0,300));}
if(dump) for(const sh of s.built.draft.toWorkbook().sheets){console.log("=====",sh.name,sh.merges.length);for(const r of sh.rows())console.log(r,sh.columns(r).map(c=>{const x=sh.cell(r,c)!;return cellName(r,c)+"="+(x.formula??JSON.stringify(isError(x.value)?x.value.error:x.value))+(x.formula?"→"+x.text:"")}).join(" | "))}
