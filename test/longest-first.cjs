/** The order of test files: those that take longest first, so that none of them is left alone at the end while the other processors wait. */
const { default: Sequencer } = require("@jest/test-sequencer");

/** Files of more than ten seconds. On a fresh clone nobody knows how long a file took, and its size does not tell. */
const LONG = [
  "strangers/strangers", "excel/summary", "report/rechecker", "summary/live", "attendance/layouts", "excel/read",
  "web/many-workbooks", "web/accessibility", "browser/accessibility", "browser/excel-pane", "web/told", "web/one-workbook", "browser/in-excel", "browser/tabs", "web/desk", "browser/page", "browser/start-worker",
  "web/review", "web/report", "web/edit", "web/loop", "web/settle", "web/letters",
  "libreoffice/summary", "libreoffice/generator", "libreoffice/document"
];

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const index = LONG.findIndex((name) => path.endsWith(`/${name}.test.ts`));
      return index < 0 ? LONG.length : index;
    };
    return [...super.sort(tests)].sort((a, b) => place(a) - place(b));
  }
};
