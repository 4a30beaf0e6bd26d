import { setFlagsFromString } from "node:v8";
import { serveTasks } from "./pool";
import { runCommand } from "./run";

// V8 compiles what seems to be hot as it checks some dozens of workbooks, over and over, as long as it learns what they may hold. Fifteen times the
// patience costs nothing and saves a third of the work of a folder, which two threads would otherwise spend on compiling beside each other.
setFlagsFromString("--interrupt-budget=1000000");

if (!serveTasks()) {
  // A reader that closes early (| head) is no error of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });

  // The first Ctrl+C ends the run in order; a second one ends it at once.
  const stopping = new AbortController();
  process.once("SIGINT", () => stopping.abort());

  void runCommand(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    coloured: process.stdout.isTTY === true && !process.env.NO_COLOR,
    // One line that is written over; what is read by a program gets none.
    progress: process.stderr.isTTY === true ? (text) => process.stderr.write(`\r\u001b[K${text}`) : null,
    signal: stopping.signal,
    program: __filename.endsWith(".js") ? __filename : null
  }).then((code) => {
    process.exitCode = code;
  });
}
