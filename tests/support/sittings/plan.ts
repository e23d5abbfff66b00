import fc from "fast-check"

/** Students of a sitting, by the part they play: 0 looks on and takes part, 4 never answers the first question. */
export const PARTS = 5
export const ONLOOKER = 0
/** Has not answered the first question, whose thread therefore stays shut to them. */
export const SHUT = 4
/** Change places where it is the author that is secret. */
export const SWAPPED = [1, 2] as const

const partActs = [
  "start",
  "save",
  "submit",
  "answer",
  "reply",
  "edit",
  "takeBack",
  "putBack",
  "report",
] as const
const laterActs = ["restated", "reword", "resend", "askAgain", "lastStance"] as const
const staffActs = ["hide", "show", "letThrough", "giveBack", "takeWorry", "rule", "clearFlags"] as const
const gradingActs = [
  "grade",
  "override",
  "gradeDiscussion",
  "extend",
  "reopen",
  "release",
  "releaseGrades",
] as const

export type ActKind =
  | (typeof partActs)[number]
  | (typeof laterActs)[number]
  | (typeof staffActs)[number]
  | (typeof gradingActs)[number]

/** Something that somebody does; `target` and `choice` are taken modulo whatever there is to choose from at that time. */
export type Act = {
  kind: ActKind
  /** The part that does it, or that staff do it to. */
  part: number
  /** Of the two questions. */
  question: 0 | 1
  target: number
  choice: number
  /** Since the act before it. */
  minutes: number
}

const often: [ActKind, number][] = [
  ["start", 5],
  ["save", 8],
  ["submit", 4],
  ["answer", 8],
  ["reply", 10],
  ["grade", 4],
  ["hide", 3],
]
const weights = new Map<ActKind, number>(often)
const kind = fc.oneof(
  ...[...partActs, ...laterActs, ...staffActs, ...gradingActs].map((one) => ({
    weight: weights.get(one) ?? 2,
    arbitrary: fc.constant<ActKind>(one),
  })),
)

const number = fc.nat(997)
const act: fc.Arbitrary<Act> = fc.record({
  kind,
  part: fc.nat(PARTS - 1),
  question: fc.constantFrom(0, 1),
  target: number,
  choice: number,
  // Mostly soon, now and then after the time for edits, hours later or after a deadline.
  minutes: fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 2, arbitrary: fc.integer({ min: 16, max: 70 }) },
    { weight: 1, arbitrary: fc.constantFrom(60 * 24, 60 * 49) },
  ),
})

const at = (kind: ActKind, part: number, question: 0 | 1 = 0) =>
  act.map((drawn): Act => ({ ...drawn, kind, part, question, minutes: 1 + (drawn.minutes % 3) }))
const everybody = Array.from({ length: PARTS }, (_, part) => part)

/** Most of these, in some order: by chance alone too little would happen. */
const most = (acts: fc.Arbitrary<Act>[], least: number) =>
  fc.shuffledSubarray(acts, { minLength: least }).chain((some) => fc.tuple(...some))

const openings = fc
  .tuple(
    most(
      everybody.map((part) => at("start", part)),
      PARTS - 1,
    ),
    most(
      everybody.map((part) => at("answer", part, 1)),
      3,
    ),
    most(
      everybody.slice(0, SHUT).map((part) => at("answer", part, 0)),
      2,
    ),
    most(
      everybody.map((part) => at("save", part)),
      3,
    ),
  )
  .map((parts) => parts.flat())
const closings = fc
  .tuple(
    most(
      everybody.map((part) => at("submit", part)),
      2,
    ),
    most(
      everybody.flatMap((part) => [at("grade", part), at("override", part)]),
      4,
    ),
  )
  .map((parts) => parts.flat())
const others = most(
  [1, 2, 3].flatMap((part) => [at("answer", part), at("answer", part)]),
  1,
)

const policy = fc.record({
  releasePolicy: fc.constantFrom("on_submit", "after_due", "after_close", "by_teacher"),
  attemptsAllowed: fc.integer({ min: 1, max: 3 }),
  countedAttempt: fc.constantFrom("newest", "best", "mean"),
  timeLimitMinutes: fc.constantFrom(null, 30, 600),
  graceMinutes: fc.constantFrom(0, 5),
  shuffleItems: fc.boolean(),
  shuffleOptions: fc.boolean(),
  asksConfidence: fc.boolean(),
  itemOrder: fc.constantFrom("free", "one_way"),
  latePercentPerDay: fc.constantFrom(0, 10),
})

const rules = fc.record({
  byGroups: fc.boolean(),
  premoderated: fc.boolean(),
  requiresRestatement: fc.boolean(),
  postNames: fc.constantFrom("pseudonyms", "names", "sealed"),
  holdsGrades: fc.boolean(),
})

/** What one part says of where they stand before and after reading; null: prefers not to say. */
const stances = fc.record({ before: fc.option(fc.nat(4)), after: fc.option(fc.nat(4)) })

const plan = fc.record({
  policy,
  rules,
  stances: fc.array(stances, { minLength: PARTS, maxLength: PARTS }),
  /** Which items of all types there are. */
  items: fc.uniqueArray(number, { minLength: 3, maxLength: 6 }),
  acts: fc
    .tuple(openings, fc.array(act, { minLength: 14, maxLength: 26, size: "max" }), closings)
    .map((parts) => parts.flat()),
  /** What is done at the first question instead, where that is the secret. */
  otherActs: fc
    .tuple(others, fc.array(act, { minLength: 10, maxLength: 18, size: "max" }))
    .map((parts) => parts.flat()),
  /** The question that is looked at from all sides. */
  looksAt: fc.constantFrom<(0 | 1)[]>(0, 1),
})

type Drawn = typeof plan extends fc.Arbitrary<infer T> ? T : never

/** A class, its rules, and what happens in it: plain data, the same for the same seed. */
export type Plan = Drawn & { seed: number }

/** The sitting of a seed. */
export function planOf(seed: number): Plan {
  const [drawn] = fc.sample(plan, { seed, numRuns: 1 })
  if (!drawn) throw new Error("Nothing was drawn")
  return { ...drawn, seed }
}
