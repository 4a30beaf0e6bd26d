import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";

/** What each room of src/ may import from; a room not named here is a face and may import everything. */
const MAY_IMPORT = {
  workbook: [],
  messages: [],
  values: ["workbook"],
  hosts: ["workbook", "messages", "values"],
  formulas: ["workbook", "messages", "values"],
  evidence: ["workbook", "values", "formulas"],
  told: ["workbook", "messages", "values"],
  tables: ["workbook", "messages", "values", "formulas", "evidence", "told"],
  settings: ["workbook", "messages", "values", "told"],
  evaluation: ["workbook", "messages", "values", "tables", "settings"],
  meaning: ["workbook", "messages", "values", "tables", "evidence", "evaluation", "settings", "formulas"],
  judgement: ["workbook", "messages", "values", "tables", "evidence", "formulas", "meaning", "settings", "evaluation"],
  statements: ["workbook", "messages", "values", "tables", "evaluation", "settings"],
  rules: ["workbook", "messages", "values", "tables", "evidence", "formulas", "meaning", "settings", "evaluation", "judgement", "statements"],
  report: ["workbook", "messages", "values", "told", "tables", "evidence", "formulas", "meaning", "settings", "evaluation", "judgement", "statements", "rules"],
  summary: ["workbook", "messages", "values", "report"],
  desk: ["workbook", "messages", "values", "settings"],
  agreements: ["workbook", "messages", "values", "settings", "report"],
  comparison: ["workbook", "messages", "values", "report", "desk", "settings", "agreements"],
  letters: ["workbook", "messages", "values", "report", "summary"],
  review: ["workbook", "messages", "values", "tables", "formulas", "meaning", "settings", "report"],
  prose: ["workbook", "messages", "values", "report"],
  template: ["workbook", "messages", "values", "tables", "settings", "evaluation"]
};
/** The faces may import every room above; the pane, which the add-in and the page share, none of the other faces. */
MAY_IMPORT.pane = Object.keys(MAY_IMPORT);
const FACES = ["addin", "web", "cli"];
const ROOMS = [...Object.keys(MAY_IMPORT), ...FACES];

/** The packages that only the hosts may know. */
const HOST_PACKAGES = ["fflate", "@e965/xlsx", "@microsoft/office-js-helpers"];

const oneWay = Object.entries(MAY_IMPORT).map(([room, allowed]) => {
  const forbidden = ROOMS.filter((other) => other !== room && !allowed.includes(other));
  return {
    files: [`src/${room}/**/*.{ts,tsx}`],
    ignores: ["**/*.test.{ts,tsx}"],
    rules: {
      "no-restricted-imports": ["error", {
        paths: room === "hosts" ? [] : HOST_PACKAGES.map((name) => ({ name, message: "Only src/hosts knows file formats and Excel." })),
        patterns: [{ regex: `^(\\.\\./)+(${forbidden.join("|")})(/|$)`, message: `src/${room} may import only: ${allowed.join(", ") || "nothing"}.` }]
      }]
    }
  };
});

/** Rooms that compute a check or what is made of it: they wait for nobody. Whether a promise is forgotten need not be asked where there is none, and costs most of a run. */
const WITHOUT_PROMISES = Object.keys(MAY_IMPORT).filter((room) => room !== "hosts" && room !== "pane");
const PROMISES = [
  ":function[async=true]", "AwaitExpression", "ForOfStatement[await=true]", "ImportExpression", "TSTypeReference[typeName.name='Promise']", "NewExpression[callee.name='Promise']",
  "MemberExpression[object.name='Promise']", "CallExpression[callee.name='fetch']"
].join();

export default tseslint.config(
  { ignores: ["dist/", "output/", "coverage/", "node_modules/"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "eqeqeq": ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-eval": "error",
      "no-param-reassign": ["error", { props: false }],
      "prefer-const": "error",
      "max-lines": ["error", { max: 350, skipBlankLines: true, skipComments: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_$" }]
    }
  },
  {
    files: WITHOUT_PROMISES.map((room) => `src/${room}/**/*.{ts,tsx}`),
    // The rules' pages are loaded when somebody reads one.
    ignores: ["**/*.test.{ts,tsx}", "src/rules/pages/**"],
    rules: {
      "no-restricted-syntax": ["error", { selector: PROMISES, message: "A check is a pure function of the snapshot: nothing here waits." }],
      "@typescript-eslint/no-floating-promises": "off",
      "@typescript-eslint/no-misused-promises": "off",
      "@typescript-eslint/await-thenable": "off"
    }
  },
  ...oneWay,
  {
    files: ["src/**/*.{ts,tsx}"],
    // A command of the ribbon is registered with Office itself.
    ignores: ["src/hosts/excel/**", "src/addin/ribbon/index.ts"],
    rules: { "no-restricted-globals": ["error", { name: "Excel", message: "Only src/hosts/excel knows Excel." }, { name: "Office", message: "Only src/hosts/excel knows Office." }] }
  },
  {
    files: ["src/hosts/excel/**/*.{ts,tsx}", "src/addin/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error"
    }
  },
  {
    files: ["src/cli/**/*.ts", "scripts/**/*.ts", "test/**/*.ts"],
    rules: { "no-console": "off" }
  },
  {
    files: ["**/*.test.{ts,tsx}"],
    rules: { "max-lines": "off" }
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    extends: [tseslint.configs.recommended],
    rules: { "eqeqeq": ["error", "always", { null: "ignore" }], "prefer-const": "error", "@typescript-eslint/no-require-imports": "off" }
  }
);
