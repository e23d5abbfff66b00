import { rmSync } from "node:fs"
import path from "node:path"
import { allow } from "@/lib/access/refusal"
import { removeDemonstration } from "@/lib/classroom/server/keeping/remove-demonstration"
import { type Command, UsageError } from "./command"
import { countLines } from "./erase-person"

/** `colloquy demo remove`: takes out the demonstration people, their classes and their sign-ins. */
export const demo: Command = {
  name: "demo",
  word: "demo",
  options: { "dry-run": { type: "boolean" } },
  positionals: [1, 1],
  needsDatabase: (given) => given.positionals[0] === "remove",
  async run(given, say) {
    if (given.positionals[0] !== "remove") throw new UsageError(say("demo.removeOnly"))
    const dryRun = given.values["dry-run"] === true
    const removed = await removeDemonstration({ dryRun })
    if (!dryRun)
      rmSync(path.join(process.env.COLLOQUY_DATA ?? ".colloquy", "demo-sign-ins.json"), { force: true })
    const { people, classes, schoolStays } = removed
    return allow({
      value: { dryRun, ...removed },
      lines: [
        say(dryRun ? "demo.would" : "demo.done", { people, classes }),
        ...countLines(removed.removed),
        ...(schoolStays ? [] : [say("demo.nobody")]),
      ],
    })
  },
}
