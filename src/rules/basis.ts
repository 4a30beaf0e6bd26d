/**
 * What a basis rests on. Stated: printed in an evaluation report. Derived: the only simple rule that reproduces every
 * printed figure. Assumed: plausible, not confirmed. Plain: true of any workbook, whatever the evaluation asks for.
 */
export type Standing = "stated" | "derived" | "assumed" | "plain";

/** The rules of the domain (R1 … R20) and the plain reasons that a check may rest on. What they say: messages/rule-texts/basis.ts. */
export const BASIS = {
  R1: "stated", R2: "stated", R3: "stated", R4: "stated", R5: "derived", R6: "derived", R7: "derived", R8: "derived", R9: "stated", R10: "stated",
  R11: "stated", R12: "derived", R14: "stated", R15: "derived", R16: "stated", R17: "stated", R18: "stated", R19: "assumed", R20: "stated",
  arithmetic: "plain", consistency: "plain", excel: "plain", question: "plain"
} as const satisfies Readonly<Record<string, Standing>>;

export type BasisId = keyof typeof BASIS;
