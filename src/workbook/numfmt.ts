/**
 * The number formatter. Its package.json (4.0.1) names an index.cjs and an index.d.cts that were not published, so
 * neither require() nor jest finds anything under "numfmt"; the file itself loads everywhere.
 */
export { addLocale, format, getLocale, isDateFormat } from "../../node_modules/numfmt/dist/index.js";
