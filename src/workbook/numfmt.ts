/**
 * The number formatter. Its package.json (4.0.1) names an index.cjs that was not published, so a CommonJS
 * loader such as jest's finds nothing under "numfmt"; the file itself loads everywhere.
 */
export { format, isDateFormat } from "../../../node_modules/numfmt/dist/index.js";
