import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ownTerms } from "@/lib/lesson/own-terms"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { itemTypeOf } from "@/lib/quiz/item-types"
import type { Rubric } from "@/lib/quiz/rubric"
import { acceptLateSaves } from "@/lib/quiz/server/accept-late-saves"
import { reopenAttempt } from "@/lib/quiz/server/reopen-attempt"
import { saveResponses } from "@/lib/quiz/server/save-responses"
import { submitAttempt } from "@/lib/quiz/server/submit-attempt"
import { type Fix, fixKinds } from "@/lib/results/fixing/fix-input"
import { newestStanding } from "@/lib/results/fixing/history"
import { answerAppeal } from "@/lib/results/server/answer-appeal"
import { loadFixRow } from "@/lib/results/server/fix-store"
import { saveGrade } from "@/lib/results/server/save-grade"
import { useTestDatabase } from "@/tests/support/database"
import { viewerFor } from "@/tests/support/factories"
import { firstKey, makeQuiz, type Quiz, quizItems, startQuiz } from "@/tests/support/factories-quiz"
import { optionOf } from "@/tests/support/factories-results"
import { fixingOf } from "@/tests/support/fixing"
import { itemsInPlaces } from "@/tests/support/items-in-places"

useTestDatabase()

const LONG = 3
const WORDS = ["silence", "noise", "trade"]

/** A choice, a word, a pair and an answer that a teacher reads. */
const itemsOf: typeof quizItems = (sentenceIds, choice) => [
  ...quizItems(sentenceIds, choice).slice(0, 3),
  ...itemsInPlaces(sentenceIds, choice).slice(LONG),
]

type Act =
  | { act: "fix"; item: number; kind: Fix["kind"]; pick: number }
  | { act: "undo"; item: number }
  | { act: "grade"; student: number; level: number }
  | { act: "credit"; student: number; item: number }
  | { act: "answerAgain"; student: number; item: number; pick: number }
  | { act: "late"; student: number; item: number; pick: number }

const small = fc.nat(2)
const student = fc.nat(1)
// Mostly what can get in each other's way: another key for an answer that a teacher has scored.
const item = fc.constantFrom(0, 0, 0, 1, 1, 1, 2, LONG)
const kind = fc.constantFrom(...fixKinds, "rekey" as const, "rekey" as const, "accept" as const)
const is = <T extends string>(name: T) => fc.constant(name)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: is("fix"), item, kind, pick: small }) },
  { weight: 2, arbitrary: fc.record({ act: is("undo"), item }) },
  { weight: 3, arbitrary: fc.record({ act: is("credit"), student, item: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ act: is("grade"), student, level: small }) },
  { weight: 1, arbitrary: fc.record({ act: is("answerAgain"), student, item, pick: small }) },
  { weight: 1, arbitrary: fc.record({ act: is("late"), student, item, pick: small }) },
)

class Play {
  private saveNumber = 1
  constructor(
    private readonly quiz: Quiz,
    private readonly sittings: readonly { attemptId: string; tokenHash: Buffer }[],
  ) {}

  static async begin(): Promise<Play> {
    const quiz = await makeQuiz({ releasePolicy: "by_teacher" }, firstKey, itemsOf)
    const sittings = await Promise.all(quiz.students.map(({ id }) => startQuiz(quiz, id)))
    const play = new Play(quiz, sittings)
    for (const at of sittings.keys()) await play.handIn(at, [0, 1, 2, LONG], at)
    return play
  }

  private teacher = () => viewerFor(this.quiz.teacher)
  private itemId = (item: number) => this.quiz.items[item]?.itemId ?? ""
  private attemptId = (at: number) => this.sittings[at]?.attemptId ?? ""

  private valueOf(item: number, pick: number): object {
    if (item === 1) return { text: WORDS[pick] ?? "" }
    if (item === LONG) return { text: `In my own words, ${pick}.`, sentences: [] }
    const option = optionOf(this.quiz, item, pick)
    return item === 0 ? { option } : { option, sentences: [this.quiz.sentenceIds[pick]] }
  }

  private async handIn(at: number, items: number[], pick: number) {
    const sitting = this.sittings[at]
    if (!sitting) throw new Error("No such student")
    this.saveNumber += 1
    const responses = items.map((item) => ({
      itemId: this.itemId(item),
      saveNumber: this.saveNumber,
      value: this.valueOf(item, pick),
    }))
    const saved = await saveResponses({ ...sitting, responses })
    if (!saved.ok) throw new Error(saved.refusal.code)
    await submitAttempt({ ...sitting, submitKey: newId(), now: new Date() })
  }

  private fixOf({ item, kind, pick }: Extract<Act, { act: "fix" }>): Fix {
    const named = item === 1 ? { text: WORDS[pick] ?? "" } : { optionIds: [optionOf(this.quiz, 0, pick)] }
    if (kind === "rekey" || kind === "accept") return { kind, named }
    return kind === "points" ? { kind, points: pick + 1 } : { kind }
  }

  /** What may be refused is: the act then leaves everything as it was, which is checked as well. */
  async perform(given: Act): Promise<void> {
    const teacher = await this.teacher()
    if (given.act === "fix") {
      const { look, apply } = fixingOf(this.quiz, given.item)
      const { preview } = await look(this.fixOf(given))
      if (preview) await apply(this.fixOf(given), preview.basedOn)
    } else if (given.act === "undo") await this.undoNewest(given.item)
    else if (given.act === "grade") await this.grade(given)
    else if (given.act === "credit") await this.credit(given)
    else if (given.act === "answerAgain") {
      const attemptId = this.attemptId(given.student)
      await reopenAttempt(teacher, { attemptId, minutes: 15, now: new Date(), ownTerms })
      await this.handIn(given.student, [given.item], given.pick)
    } else {
      this.saveNumber += 1
      const attemptId = this.attemptId(given.student)
      const place = { attemptId, itemId: this.itemId(given.item), saveNumber: this.saveNumber }
      const value = this.valueOf(given.item, given.pick) as object
      await database().responseSave.create({ data: { ...place, value, late: true, savedAt: new Date() } })
      await acceptLateSaves(teacher, { attemptId }, new Date())
    }
  }

  private async grade({ student: at, level }: Extract<Act, { act: "grade" }>) {
    const { rubric } = (this.quiz.items[LONG]?.key ?? { rubric: { criteria: [] } }) as { rubric: Rubric }
    const levels = Object.fromEntries(
      rubric.criteria.map(({ id, levels: all }) => [id, all[level % all.length]?.id ?? ""]),
    )
    const place = {
      assignmentId: this.quiz.assignment.id,
      itemId: this.itemId(LONG),
      attemptId: this.attemptId(at),
    }
    const newest = await database().scoring.findFirst({
      where: { attemptId: place.attemptId, itemId: place.itemId },
      orderBy: { id: "desc" },
    })
    const basedOn = newest ? String(newest.id) : null
    const { attemptId, itemId } = place
    const response = await database().response.findUnique({
      where: { attemptId_itemId: { attemptId, itemId } },
      select: { saveNumber: true },
    })
    const saveNumber = response?.saveNumber ?? null
    const grade = { ...place, levels, comment: "", basedOn, saveNumber, draftNumber: null }
    await saveGrade(await this.teacher(), grade)
  }

  /** A student says that a score is wrong, and the teacher gives all points. */
  private async credit({ student: at, item }: Extract<Act, { act: "credit" }>) {
    const place = { attemptId: this.attemptId(at), itemId: this.itemId(item) }
    await database().appeal.deleteMany({ where: place })
    await database().appeal.create({ data: { ...place, reason: "It is right.", createdAt: new Date() } })
    const { points } = (await fixingOf(this.quiz, item).look()).item
    const judged = {
      ...place,
      assignmentId: this.quiz.assignment.id,
      outcome: "upheld" as const,
      answer: "",
      points,
    }
    await answerAppeal(await this.teacher(), judged, new Date())
  }

  private async undoNewest(item: number): Promise<boolean> {
    const row = await loadFixRow({ userId: this.quiz.teacher.id, ...fixingOf(this.quiz, item).place })
    const newest = newestStanding(row?.batches ?? [])
    return newest ? (await fixingOf(this.quiz, item).undo(newest.batchId)).ok : false
  }

  async undoAll(): Promise<void> {
    for (const item of this.quiz.items.keys()) while (await this.undoNewest(item));
  }

  /** Every row that may never be lost or written over, by what names it. */
  async kept(): Promise<Map<string, string>> {
    const attemptId = { in: this.sittings.map((sitting) => sitting.attemptId) }
    const itemVersionId = { in: this.quiz.items.map((item) => item.itemVersionId) }
    const [saves, scorings, keys, batches] = await Promise.all([
      database().responseSave.findMany({ where: { attemptId } }),
      database().scoring.findMany({ where: { attemptId } }),
      database().itemKey.findMany({ where: { itemVersionId } }),
      database().scoringBatch.findMany({ where: { assignmentId: this.quiz.assignment.id } }),
    ])
    const named = (table: string, rows: readonly { id: bigint | string }[]) =>
      rows.map((row) => [`${table} ${row.id}`, JSON.stringify(row, withoutAcceptance)] as const)
    return new Map([
      ...named("save", saves),
      ...named("score", scorings),
      ...named("key", keys),
      ...named("batch", batches),
    ])
  }

  /** The newest score of each answer beside what the answer is worth by the lesson's own key. */
  async scoresByLesson() {
    const attemptId = { in: this.sittings.map((sitting) => sitting.attemptId) }
    const responses = await database().response.findMany({ where: { attemptId } })
    return Promise.all(
      responses.map(async (response) => {
        const item = this.quiz.items.find(({ itemId }) => itemId === response.itemId)
        const where = { attemptId: response.attemptId, itemId: response.itemId }
        const newest = await database().scoring.findFirst({ where, orderBy: { id: "desc" } })
        const score = item && itemTypeOf(item.type).score(item.key, response.value, item.content)
        const given = await database().scoring.findFirst({
          where: { ...where, source: "teacher", saveNumber: response.saveNumber },
          orderBy: { id: "desc" },
        })
        return { response, newest, given, score }
      }),
    )
  }

  states = () => database().assignmentItem.findMany({ where: { assignmentId: this.quiz.assignment.id } })
}

/** Late answers are marked as accepted: nothing else of a row may ever change. */
const withoutAcceptance = (name: string, value: unknown) =>
  name === "acceptedAt" ? undefined : typeof value === "bigint" ? String(value) : value

describe("no sequence of a teacher's acts", () => {
  it("loses an answer or a grade that was given, and taking every fix back leaves each answer its own score", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 14 }), async (acts) => {
        const play = await Play.begin()
        let kept = await play.kept()
        for (const one of acts) {
          await play.perform(one)
          const now = await play.kept()
          for (const [name, row] of kept)
            expect(now.get(name), `${name} after ${JSON.stringify(one)}`).toBe(row)
          kept = now
          // What a teacher gave for the answer that stands is the score that counts.
          for (const { newest, given } of await play.scoresByLesson())
            if (given) expect(newest?.id, JSON.stringify(one)).toBe(given.id)
        }
        await play.undoAll()
        for (const { newest, given, score, response } of await play.scoresByLesson()) {
          if (score?.state !== "scored" || given) continue
          expect([newest?.numerator, newest?.denominator, newest?.saveNumber]).toEqual([
            score.share.numerator,
            score.share.denominator,
            response.saveNumber,
          ])
        }
        for (const state of await play.states())
          expect(state).toMatchObject({ dropped: false, credited: false, points: null })
      }),
      { numRuns: 8 },
    )
  }, 240_000)
})
