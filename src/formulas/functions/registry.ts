import { arrayFunctions } from "./array";
import { conditionalFunctions } from "./conditional";
import { dateFunctions } from "./date";
import { informationFunctions } from "./information";
import { logicalFunctions } from "./logic";
import { lookupFunctions } from "./lookup";
import { mathFunctions } from "./math";
import { referenceFunctions } from "./reference";
import type { FunctionSpec } from "./spec";
import { statisticalFunctions } from "./statistics";
import { subtotalFunctions } from "./subtotal";
import { textFunctions } from "./text";
import { widthFunctions } from "./text-width";
import { workdayFunctions } from "./workdays";

/** Every function that can be computed, by its name in capitals. */
export const FUNCTIONS: ReadonlyMap<string, FunctionSpec> = new Map(
  [
    mathFunctions, statisticalFunctions, conditionalFunctions, subtotalFunctions, logicalFunctions, lookupFunctions,
    referenceFunctions, arrayFunctions, textFunctions, widthFunctions, dateFunctions, workdayFunctions, informationFunctions
  ].flatMap((table) => Object.entries(table))
);

/** Functions whose value may change though no cell did, or whose reads only computing can tell. */
export const VOLATILE: ReadonlySet<string> = new Set(["TODAY", "NOW", "RAND", "RANDBETWEEN", "OFFSET", "INDIRECT", "CELL"]);
