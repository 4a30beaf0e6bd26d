/** Unit tests stand beside what they test, whole-workbook tests in test/; what needs dist/, a browser, LibreOffice or ../shared stands apart. */
const APART = ["built", "browser", "libreoffice", "shared"];

const common = {
  rootDir: __dirname,
  setupFiles: ["<rootDir>/scripts/patient.cjs"],
  testEnvironment: "<rootDir>/test/realm/environment.cjs",
  runtime: "<rootDir>/test/realm/runtime.cjs",
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: {
    "^.+\\.(t|j)sx?$": ["@swc/jest", {
      jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } }, target: "es2022" },
      module: { type: "commonjs" }
    }]
  }
};

module.exports = {
  testSequencer: "<rootDir>/test/longest-first.cjs",
  // Far above what any test takes on a busy machine: what hangs fails here in place of hanging the run.
  testTimeout: 240000,
  projects: [
    { ...common, displayName: "unit", roots: ["<rootDir>/src", "<rootDir>/test"], testPathIgnorePatterns: ["/node_modules/", ...APART.map((folder) => `<rootDir>/test/${folder}/`)] },
    ...APART.map((folder) => ({
      ...common, displayName: folder, roots: [`<rootDir>/test/${folder}`], ...(folder === "browser" && { globalSetup: "<rootDir>/test/browser/once.cjs" })
    }))
  ]
};
