import { showFormula, storeFormula } from "./functions";

/** As a file keeps it, as its user sees it. */
test.each([
  ["SUM(A1:A3)", "=SUM(A1:A3)"],
  ["_xlfn.XLOOKUP(A1,B:B,C:C)", "=XLOOKUP(A1,B:B,C:C)"],
  ["SUM(_xlfn._xlws.FILTER(A1:A3,B1:B3>0))", "=SUM(FILTER(A1:A3,B1:B3>0))"],
  ["_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x*2,_xlpm.y/_xlpm.x)", "=LET(x,A1,y,x*2,y/x)"],
  ["_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.y,_xlpm.y+B1),_xlpm.f(A1))", "=LET(f,LAMBDA(y,y+B1),f(A1))"],
  ["_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlfn.IFS(_xlpm.v>0,1,TRUE,0)))+x", "=MAP(A1:A3,LAMBDA(v,IFS(v>0,1,TRUE,0)))+x"],
  ["_xlfn.SINGLE(A1:A5)/2", "=@A1:A5/2"],
  ["_xlfn.SINGLE(数据!A1:A5)/_xlfn.SINGLE('附件 1'!B:B)", "=@数据!A1:A5/@'附件 1'!B:B"],
  ["_xlfn.SINGLE(INDEX(A:A,MATCH(1,B:B)))", "=@INDEX(A:A,MATCH(1,B:B))"],
  ["_xlfn.SINGLE(A1:A3*2)", "=@(A1:A3*2)"],
  ["SUM(_xlfn.ANCHORARRAY(A1))", "=SUM(A1#)"],
  ["_xlfn.SINGLE(_xlfn.ANCHORARRAY(数据!B2))", "=SINGLE(数据!B2#)"],
  ["表1[[#This Row],[完成量]]/2", "=表1[[#This Row],[完成量]]/2"]
])("%s", (stored, shown) => {
  expect(showFormula(stored)).toBe(shown);
  expect(storeFormula(shown)).toBe(stored);
});

test("texts, sheets and names that look like it stay as they are", () => {
  expect(showFormula('A1&"_xlfn.SINGLE(A1)"')).toBe('=A1&"_xlfn.SINGLE(A1)"');
  expect(storeFormula('="LET(x,1,x)"&x')).toBe('"LET(x,1,x)"&x');
  expect(storeFormula("=x!LET+LET!x")).toBe("x!LET+LET!x");
  expect(storeFormula("=SUM((A1")).toBe("SUM((A1");
});
