/**
 * Where tests run: in Node itself, not in a context of their own. In such a context every global name is looked up through a proxy, which makes
 * whatever computes a third slower, and each of hundreds of files would load the message catalogue, the rules and React anew (runtime.cjs keeps them).
 * After a file what it left behind is taken away: its globals, variables of the environment, what it replaced. The state of modules stays; a file
 * that needs them untouched has the comment "@jest-environment node" at its beginning.
 */
const { LegacyFakeTimers, ModernFakeTimers } = require("@jest/fake-timers");
const { ModuleMocker } = require("jest-mock");
const { initializeGarbageCollectionUtils } = require("jest-util");

/** By project: the environment of all its files that this worker runs. */
const environments = new Map();

module.exports = class OneRealm {
  constructor({ projectConfig }) {
    const before = environments.get(projectConfig.id);
    if (before) return before.begin();
    environments.set(projectConfig.id, this);
    this.global = globalThis;
    initializeGarbageCollectionUtils(globalThis, "off");
    this.moduleMocker = new ModuleMocker(globalThis);
    const timerConfig = { idToRef: (id) => ({ id, ref() { return this; }, unref() { return this; } }), refToId: (timer) => timer?.id };
    this.fakeTimers = new LegacyFakeTimers({ config: projectConfig, global: globalThis, moduleMocker: this.moduleMocker, timerConfig });
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    this.begin();
  }

  begin() {
    this.before = { keys: new Set(Reflect.ownKeys(globalThis)), console: globalThis.console, exit: process.exit, exitCode: process.exitCode, variables: { ...process.env } };
    return this;
  }

  setup() {}

  /** After a file. */
  teardown() {
    const { keys, console, exit, exitCode, variables } = this.before;
    this.fakeTimersModern.useRealTimers();
    for (const key of Reflect.ownKeys(globalThis)) if (!keys.has(key)) Reflect.deleteProperty(globalThis, key);
    globalThis.console = console;
    Object.assign(process, { exit, exitCode });
    for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
    Object.assign(process.env, variables);
  }

  exportConditions() {
    return ["node", "node-addons"];
  }

  /** Nothing runs in it; runtime.cjs compiles for Node itself. */
  getVmContext() {
    return globalThis;
  }
};
