import { ClashesList } from "@/components/lesson/clashes-list"
import type { Clock } from "@/components/lesson/instant"
import { type ClashStudent, findClashes } from "@/lib/lesson/find-clashes"
import { instantAt } from "@/lib/lesson/school-time"

/** Of the fields as they are typed now: what a clash depends on. */
export type TypedTerms = {
  classIds: readonly string[]
  opensAt: string
  dueAt: string
  closesAt: string
  timeLimitMinutes: number | null
  attemptsAllowed: number
  coolDownMinutes: number
}

type AssignClashesProps = {
  typed: TypedTerms
  classes: readonly { classId: string; granted: readonly Omit<ClashStudent, "exception">[] }[]
  clock: Clock
}

/** Says while the form is filled in whom these dates would cut off. Dates that are not yet complete say nothing. */
export function AssignClashes({ typed, classes, clock }: AssignClashesProps) {
  const [opensAt, dueAt, closesAt] = [typed.opensAt, typed.dueAt, typed.closesAt].map(
    (local) => instantAt(local, clock.timeZone)?.instant,
  )
  if (!opensAt || !dueAt || !closesAt || closesAt <= opensAt || typed.classIds.length === 0) return null
  // Who is in two of the classes is named once.
  const students = new Map(
    classes
      .filter(({ classId }) => typed.classIds.includes(classId))
      .flatMap(({ granted }) => granted.map((student) => [student.id, { ...student, exception: null }])),
  )
  const terms = { ...typed, opensAt, dueAt, closesAt }
  return <ClashesList clashes={findClashes(terms, [...students.values()])} clock={clock} place="assign" />
}

/** What the form holds now, as the rule takes it. */
export function readTypedTerms(form: FormData): TypedTerms {
  const text = (name: string) => String(form.get(name) ?? "")
  const minutes = text("timeLimitMinutes").trim()
  return {
    classIds: form.getAll("class").map(String),
    opensAt: text("opensAt"),
    dueAt: text("dueAt"),
    closesAt: text("closesAt"),
    timeLimitMinutes: minutes === "" ? null : Number(minutes),
    attemptsAllowed: Number(text("attemptsAllowed") || 1),
    coolDownMinutes: Number(text("coolDownMinutes") || 0),
  }
}
