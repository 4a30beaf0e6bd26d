/** Loads the modules of test files: where environment.cjs holds, each but once for all files that a worker runs; elsewhere as jest does. */
const { compileFunction } = require("node:vm");
const { default: Runtime } = require("jest-runtime");
const OneRealm = require("./environment.cjs");

/** By environment: what has loaded its modules. */
const runtimes = new WeakMap();

module.exports = class OneRuntime extends Runtime {
  constructor(...given) {
    const [, environment, , , , , testPath, { watch, watchAll }] = given;
    const before = runtimes.get(environment);
    if (before) return before.goOnWith(testPath);
    super(...given);
    if (!(environment instanceof OneRealm)) return;
    this.executor.compile = (code, filename) => compileFunction(code, this.executor.injectedModuleParameters, { filename });
    // Who watches changes modules.
    if (!watch && !watchAll) runtimes.set(environment, this);
  }

  goOnWith(testPath) {
    this.testState.state = "loading";
    this._testPath = this.executor.testPath = this.esmLoader.testPath = testPath;
    return this;
  }

  teardown() {
    if (!runtimes.has(this._environment)) return super.teardown();
    this.restoreAllMocks();
    this.mockState.clear();
    this.testMainModule.reset();
    this.testState.teardown();
    // The file itself with all that it holds, and jest's own modules, which know its tests.
    this.registries.moduleRegistry.delete(this._testPath);
    this.registries.internalModuleRegistry.clear();
  }
};
