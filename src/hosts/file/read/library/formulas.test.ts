import { excelFormula } from "./open-formula";
import { a1Formula } from "./r1c1";

test.each([
  ["of:=SUM([.A1:.B2];[$Sheet2.C1])", "=SUM(A1:B2,Sheet2!C1)"],
  ["of:=[$'附件1 表'.$B$3]/[.C$4]", "='附件1 表'!$B$3/C$4"],
  ["of:=SUM([$一月.A1:.B2])+SUM([$一月.A1:$三月.B2])", "=SUM(一月!A1:B2)+SUM('一月:三月'!A1:B2)"],
  ["of:=IF([.A1]>2;\"[.A1];~!\";\"\"\"\")", "=IF(A1>2,\"[.A1];~!\",\"\"\"\")"],
  ["of:=SUM({1;2|3;4})", "=SUM({1,2;3,4})"],
  ["of:=RANK([.A1];[.B1]~[.B3:.B4])", "=RANK(A1,(B1,B3:B4))"],
  ["of:=[.A1:.B1]![.B1:.B4]", "=A1:B1 B1:B4"],
  ["of:=SUM([.A:.A])+SUM([.$2:.$3])", "=SUM(A:A)+SUM($2:$3)"],
  ["of:=[.#REF!]+[$Sheet2.#REF!]+#N/A", "=#REF!+#REF!+#N/A"],
  ["of:=COM.MICROSOFT.CONCAT([.A1])", "=CONCAT(A1)"],
  ["oooc:=[.A1]", "=A1"],
  ["[.A1]+1", "=A1+1"],
  ["msoxl:=SUM(A1;B1)", "=SUM(A1;B1)"],
  ["of:=['file:///D:/%E5%8F%B0%E8%B4%A6/b''s.ods'#$'第一 表'.$A$1:.B2]", "='[b''s.ods]第一 表'!$A$1:B2"],
  ["of:=['file:///D:/b.ods'#$Sheet1.A1]+'D:\\b.xls'#$总数", "='[b.ods]Sheet1'!A1+[b.xls]!总数"],
  ["of:=([.A1]+1)~[.B1]", "=?"],
  ["of:=[$Sheet1]", "=?"],
  ["foo:=1", "=?"]
])("%s of an .ods is %s", (open, excel) => expect(excelFormula(open)).toBe(excel));

test.each([
  ["=SUM(R1C:R[-1]C)", "=SUM(B$1:B4)"],
  ["=RC[-1]/R2C3", "=A5/$C$2"],
  ["=SUM(C1)+SUM(C[1]:C4)+SUM(R)+SUM(R1:R3)+C", "=SUM($A:$A)+SUM(C:$D)+SUM(5:5)+SUM($1:$3)+B:B"],
  ["=IF(RC1=\"R1C1\",'R1C1 表'!R1C1,R1C1!R[1]C)", "=IF($A5=\"R1C1\",'R1C1 表'!$A$1,R1C1!B6)"],
  ["=LOG10(R1C1)+RC_1+C.x(R1C1)+率R1", "=LOG10($A$1)+RC_1+C.x($A$1)+率R1"],
  ["='[b.xls]Sheet1'!R1C2+[C.xls]R!RC", "='[b.xls]Sheet1'!$B$1+[C.xls]R!B5"],
  ["=R[-5]C[-2]", "=XFD1048576"]
])("%s in B5 is %s", (r1c1, a1) => expect(a1Formula(r1c1, 5, 2)).toBe(a1));
