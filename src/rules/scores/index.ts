import type { Rule } from "../rule";
import { scoreMean } from "./converted";
import { gradeDespiteVeto, scoreGrade } from "./grade";
import { scoreMaximum } from "./maximum";
import { scoreSum } from "./sum";

/** The rules about the score table (评分表) and the score lines. */
export const scoreRules: readonly Rule[] = [scoreMaximum, scoreMean, scoreSum, scoreGrade, gradeDespiteVeto];
