import { runCommand } from "./run";

/** A reader that closes early (| head) is no error of ours. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

void runCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  coloured: process.stdout.isTTY === true && !process.env.NO_COLOR
}).then((code) => {
  process.exitCode = code;
});
