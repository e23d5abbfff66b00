import { readFileSync } from "node:fs"
import path from "node:path"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { LessonPlan } from "@/lib/lesson/exchange/lesson-plan"
import {
  importLesson as importUseCase,
  type LessonFileInput,
  planLesson,
} from "@/lib/lesson/server/import-lesson"
import { now } from "@/lib/platform/clock"
import { newId } from "@/lib/platform/ids"
import { type Command, type Given, type Outcome, type Say, textOf } from "./command"
import { itemName, toldFault } from "./lesson-faults"
import { actingPerson } from "./operator"

/** `colloquy import-lesson FILE`. */
export const importLesson: Command = {
  name: "import-lesson",
  word: "importLesson",
  options: { rest: { type: "boolean" }, as: { type: "string" }, "dry-run": { type: "boolean" } },
  positionals: [1, 1],
  needsDatabase: () => true,
  async run(given, say) {
    const file = given.positionals[0] ?? ""
    const bytes = readOptional(file)
    if (!bytes) return refuse("missing", "cli.noFile", { params: { file } })
    const person = await actingPerson(textOf(given, "as"))
    if (!person.ok) return person
    const source = { bytes, fileName: path.basename(file) }
    const planned = await planLesson(person.value, source)
    if (!planned.ok) return planned
    if (planned.value.state === "faulty") {
      const faults = planned.value.faults.map(toldFault)
      const lines = faults.map(({ where, reason }) => `- ${where}: ${reason}`)
      return allow({
        value: { faults, lessonId: null },
        lines: [say("importLesson.faulty"), ...lines],
        failed: true,
      })
    }
    return carryOut(person.value, { source, given, say, ...planned.value })
  },
}

function readOptional(file: string): Uint8Array | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

type Work = {
  source: LessonFileInput
  given: Given
  say: Say
  plan: LessonPlan
  alike: { slug: string } | null
}

async function carryOut(person: Viewer, { source, given, say, plan, alike }: Work): Promise<Outcome> {
  const isDry = given.values["dry-run"] === true
  const isHeld = !isDry && plan.leftOut.length > 0 && given.values.rest !== true
  const made: Decision<{ lessonId: string; slug: string } | null> =
    isDry || isHeld
      ? allow(null)
      : await importUseCase(person, { ...source, requestId: newId(), rest: true }, now())
  if (!made.ok) return made
  const last = made.value
    ? say("importLesson.saved", { slug: made.value.slug })
    : say(isHeld ? "importLesson.needsRest" : "importReading.dry")
  return allow({
    value: {
      ...reportOf(plan),
      alike: alike?.slug ?? null,
      lessonId: made.value?.lessonId ?? null,
      slug: made.value?.slug ?? null,
    },
    lines: [...linesOf(plan, say), ...(alike ? [say("importLesson.alike", { slug: alike.slug })] : []), last],
    failed: isHeld,
  })
}

const reportOf = ({ leftOut, ...plan }: LessonPlan) => ({
  ...plan,
  leftOut: leftOut.map(({ faults, ...item }) => ({ ...item, faults: faults.map(toldFault) })),
})

function linesOf({ title, questions, leftOut, evidence }: LessonPlan, say: Say): string[] {
  const missing = evidence.missing.length
  return [
    say("importLesson.counts", { title, questions, leftOut: leftOut.length }),
    say("importLesson.evidence", { attached: evidence.attached, missing }),
    ...evidence.missing.map((item) => `! ${itemName(item)}`),
    ...leftOut.flatMap((item) =>
      item.faults.map(toldFault).map(({ where, reason }) => `- ${where}: ${reason}`),
    ),
  ]
}
