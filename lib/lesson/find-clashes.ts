import {
  type AccommodationFacts,
  type ClassTerms,
  type ExceptionFacts,
  ownTerms,
} from "@/lib/lesson/own-terms"

export type ClashTerms = ClassTerms & {
  opensAt: Date
  /** Minutes between handing in and the next attempt. */
  coolDownMinutes: number
}

export type ClashStudent = {
  /** Unique among the students that are looked at. */
  id: string
  name: string
  accommodation: AccommodationFacts | null
  exception: ExceptionFacts | null
}

/** What a student was promised and the dates do not give. Minutes are whole; `until` is a close that would do. */
export type Clash =
  /** The time limit of everybody is longer than the quiz is open. */
  | { kind: "classCutOff"; minutes: number; window: number; until: Date }
  /** The student's own time is longer than it is open for this student. */
  | { kind: "cutOff"; id: string; name: string; minutes: number; window: number; until: Date }
  /** The date agreed for this assignment comes before the one that the extra days would give. */
  | { kind: "earlierDate"; id: string; name: string; agreed: Date; granted: Date }
  /** With the pause between them, not all attempts of this student fit before the close. */
  | { kind: "attempts"; id: string; name: string; allowed: number; fitting: number; until: Date }

const MINUTE = 60_000

/** Where dates and limits of an assignment take away what students were granted; in order of name, the class's first. */
export function findClashes(terms: ClashTerms, students: readonly ClashStudent[]): Clash[] {
  const ofStudents = [...students]
    .sort((one, other) => one.name.localeCompare(other.name))
    .flatMap((student) => clashesOf(terms, student))
  const { timeLimitMinutes: minutes } = terms
  const window = windowOf(terms.opensAt, terms.closesAt)
  if (minutes === null || minutes <= window) return ofStudents
  return [{ kind: "classCutOff", minutes, window, until: after(terms.opensAt, minutes) }, ...ofStudents]
}

function clashesOf(terms: ClashTerms, { id, name, accommodation, exception }: ClashStudent): Clash[] {
  if (exception?.excused) return []
  const own = ownTerms(terms, accommodation, exception)
  const classCutOff = cutOff(terms.timeLimitMinutes, terms, terms.closesAt)
  const ownCutOff = cutOff(own.timeLimitMinutes, terms, own.closesAt)
  const clashes: Clash[] = []
  // Who is cut off exactly as everybody is, is in the line about everybody.
  const sameAsAll = classCutOff && own.timeLimitMinutes === terms.timeLimitMinutes
  if (ownCutOff && !sameAsAll) clashes.push({ kind: "cutOff", id, name, ...ownCutOff })
  const earlier = earlierDate(terms, { accommodation, exception })
  if (earlier) clashes.push({ kind: "earlierDate", id, name, ...earlier })
  const attempts = accommodation && accommodation.extraAttempts > 0 ? tooManyAttempts(terms, own) : null
  if (attempts) clashes.push({ kind: "attempts", id, name, ...attempts })
  return clashes
}

function cutOff(minutes: number | null, { opensAt }: ClashTerms, closesAt: Date) {
  const window = windowOf(opensAt, closesAt)
  return minutes === null || minutes <= window ? null : { minutes, window, until: after(opensAt, minutes) }
}

function earlierDate(
  terms: ClashTerms,
  { accommodation, exception }: Pick<ClashStudent, "accommodation" | "exception">,
): { agreed: Date; granted: Date } | null {
  if (!accommodation || accommodation.extraDays === 0) return null
  const granted = ownTerms(terms, accommodation, null)
  if (exception?.dueAt && exception.dueAt < granted.dueAt)
    return { agreed: exception.dueAt, granted: granted.dueAt }
  if (exception?.closesAt && exception.closesAt < granted.closesAt)
    return { agreed: exception.closesAt, granted: granted.closesAt }
  return null
}

/** Attempts of full length with the pause between them. Without a time limit an attempt can be as short as one likes. */
function tooManyAttempts({ opensAt, coolDownMinutes }: ClashTerms, own: ClassTerms) {
  if (coolDownMinutes === 0) return null
  const allowed = own.attemptsAllowed
  const length = own.timeLimitMinutes ?? 0
  const needed = allowed * length + (allowed - 1) * coolDownMinutes
  const window = windowOf(opensAt, own.closesAt)
  if (needed <= window) return null
  const fitting = Math.max(1, Math.floor((window + coolDownMinutes) / (length + coolDownMinutes)))
  return { allowed, fitting, until: after(opensAt, needed) }
}

const windowOf = (opensAt: Date, closesAt: Date): number =>
  Math.max(0, Math.floor((closesAt.getTime() - opensAt.getTime()) / MINUTE))

const after = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * MINUTE)
