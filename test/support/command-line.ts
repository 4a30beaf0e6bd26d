import { runCommand } from "../../src/cli/run";

/** Runs the command line as a user would, for tests: its exit code, and what it says to either stream. */
export async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await runCommand(args, { out: (text) => { out += `${text}\n`; }, err: (text) => { err += `${text}\n`; }, coloured: false, progress: null, program: null });
  return { code, out, err };
}
