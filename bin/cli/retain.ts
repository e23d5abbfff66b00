import { allow } from "@/lib/access/refusal"
import { monthsBefore, readMonths } from "@/lib/classroom/keeping/retention"
import { retain as retainYounger } from "@/lib/classroom/server/keeping/retain"
import { now } from "@/lib/platform/clock"
import { type Command, textOf, UsageError } from "./command"
import { countLines } from "./erase-person"

/** `colloquy retain --older-than 24m`: removes old classes, and the people who are left without one. */
export const retain: Command = {
  name: "retain",
  word: "retain",
  options: { "older-than": { type: "string" }, "dry-run": { type: "boolean" } },
  positionals: [0, 0],
  needsDatabase: () => true,
  async run(given, say) {
    const months = readMonths(textOf(given, "older-than") ?? "")
    if (months === null) throw new UsageError(say("retain.howLong"))
    const dryRun = given.values["dry-run"] === true
    const before = monthsBefore(now(), months)
    const retained = await retainYounger(before, { dryRun, now: now() })
    const { classes, people, removed, stays } = retained
    const day = before.toISOString().slice(0, 10)
    return allow({
      value: { dryRun, before: before.toISOString(), ...retained },
      lines: [
        say(dryRun ? "retain.would" : "retain.done", { classes, people, day }),
        ...countLines(removed),
        say("retain.stays", stays),
      ],
    })
  },
}
