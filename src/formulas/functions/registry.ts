import { arrayFunctions } from "./array";
import { conditionalFunctions } from "./conditional";
import { dateFunctions } from "./date";
import { informationFunctions } from "./information";
import { logicalFunctions } from "./logic";
import { lookupFunctions } from "./lookup";
import { mathFunctions } from "./math";
import { numeralFunctions } from "./numerals";
import { referenceFunctions } from "./reference";
import type { FunctionSpec, Trait } from "./spec";
import { statisticalFunctions } from "./statistics";
import { subtotalFunctions } from "./subtotal";
import { textFunctions } from "./text";
import { widthFunctions } from "./text-width";
import { workdayFunctions } from "./workdays";

/** Every function that can be computed, by its name in capitals. */
export const FUNCTIONS: ReadonlyMap<string, FunctionSpec> = new Map(
  [
    mathFunctions, numeralFunctions, statisticalFunctions, conditionalFunctions, subtotalFunctions, logicalFunctions, lookupFunctions,
    referenceFunctions, arrayFunctions, textFunctions, widthFunctions, dateFunctions, workdayFunctions, informationFunctions
  ].flatMap((table) => Object.entries(table))
);

/** What the function of that name looks at beside the values of the cells that so many arguments name; null for nothing. */
export function traitOf(name: string, count: number): Trait | null {
  const { trait = null, traitFrom = 0 } = FUNCTIONS.get(name) ?? {};
  return count >= traitFrom ? trait : null;
}
