import { createContext } from "react";

/** Takes the user to the settings of the agreement. */
export const OpenSettings = createContext<() => void>(() => undefined);
