import { build, writeXlsx, FAMILIES, ROSTER_FAMILIES, type Spec } from "../generator";
import { SEEDED_ERRORS } from "../generator/errors";
import { seed, specLabel } from "./measure";
import { measurable } from "./plan";
import { readWorkbook } from "../../src/hosts/file";
import { cellName, keyToRowColumn, type Workbook } from "../../src/workbook";
const diff=(a:Workbook,b:Workbook,label:string,out:string[])=>{
 const names=(w:Workbook)=>w.sheets.map(s=>s.name).join();
 if(names(a)!==names(b)) out.push(label+" sheets");
 if(JSON.stringify(a.names.map(n=>[n.name,n.formula,n.sheet]))!==JSON.stringify(b.names.map(n=>[n.name,n.formula,n.sheet]))) out.push(label+" names "+JSON.stringify(a.names.slice(0,1))+JSON.stringify(b.names.slice(0,1)));
 if(a.calculation!==b.calculation) out.push(label+" calc"); if(a.externalLinks.join()!==b.externalLinks.join()) out.push(label+" ext "+b.externalLinks.join());
 for(const s of a.sheets){const t=b.sheets.find(x=>x.name===s.name);if(!t)continue;
  if(JSON.stringify(s.merges)!==JSON.stringify(t.merges))out.push(label+" merges");
  if([...s.hiddenRows].join()!==[...t.hiddenRows].join()||[...s.hiddenColumns].join()!==[...t.hiddenColumns].join())out.push(label+" hidden");
  for(const k of new Set([...s.cells.keys(),...t.cells.keys()])){const x=s.cells.get(k),y=t.cells.get(k);const f=(z:typeof x)=>JSON.stringify(z&&[z.value,z.formula,z.text,z.format]);if(f(x)!==f(y)){const {row,column}=keyToRowColumn(k);out.push(`${label} ${s.name}!${cellName(row,column)} ${f(x)} READ ${f(y)}`)}}}
};
(async()=>{const out:string[]=[];let n=0;
 const specs:Spec[]=[];for(const f of [...Object.keys(FAMILIES),"wild"])for(let i=0;i<6;i++)specs.push({kind:"indicators",family:f,rate:"mixed",total:"mixed",seed:900+i});
 for(const f of [...Object.keys(ROSTER_FAMILIES),"wild"])for(let i=0;i<3;i++)specs.push({kind:"whole",family:f,rate:"mixed",total:"mixed",seed:900+i});
 for(const spec of specs){const b=build(spec);for(const inlineStrings of [true,false]){n++;diff(b.draft.toWorkbook(),await readWorkbook(writeXlsx(b.draft,{inlineStrings,sharedFormulas:inlineStrings!==(spec.seed%2===0)})),specLabel(spec),out)}}
 for(const e of SEEDED_ERRORS)for(const spec of measurable(e).slice(0,3)){const s=seed(e,spec);if(!s)continue;n++;diff(s.built.draft.toWorkbook(),await readWorkbook(writeXlsx(s.built.draft,{inlineStrings:false,sharedFormulas:true})),e.id+" "+specLabel(spec),out)}
 console.log(n,"packages",out.length,"differences");console.log(out.slice(0,25).join("\n"));})();
