/**
 * V8 compiles what seems to be hot, again and again as long as it learns what may come: in a program that ends after seconds, or a test whose code
 * nobody else runs, that takes a quarter of the time and is worth little. Required before the rest, it waits fifteen times as long.
 */
require("node:v8").setFlagsFromString("--interrupt-budget=1000000");
