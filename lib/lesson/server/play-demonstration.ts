import "server-only"
import { loadDiscussionFacts } from "@/lib/discussion/server/load-discussion-facts"
import { saveMovedBy } from "@/lib/discussion/server/save-moved-by"
import { saveStance } from "@/lib/discussion/server/save-stance"
import type { Moment } from "@/lib/discussion/stance/stance-moments"
import { pick } from "@/lib/lesson/content/demonstration-answers"
import {
  type DemonstrationStage,
  type DemonstrationStudent,
  demonstrationStages,
  demonstrationStudents,
} from "@/lib/lesson/content/demonstration-class"
import { type MadeStance, makeStances } from "@/lib/lesson/content/demonstration-stances"
import { seededRandom } from "@/lib/lesson/content/seeded-random"
import { done } from "@/lib/lesson/server/demonstration-decision"
import type { Clock, DemonstrationGround } from "@/lib/lesson/server/demonstration-ground"
import type { DemonstrationStudentRow } from "@/lib/lesson/server/enrol-demonstration"
import { sitDemonstrationQuiz } from "@/lib/lesson/server/sit-demonstration-quiz"
import {
  writeDemonstrationNotes,
  writeDemonstrationPosts,
} from "@/lib/lesson/server/write-demonstration-posts"
import { database } from "@/lib/platform/database"
import { finishReading } from "@/lib/reading/server/finish-reading"
import { loadRevision } from "@/lib/reading/server/load-revision"

type Stage = DemonstrationGround & {
  student: DemonstrationStudentRow
  made: DemonstrationStudent
  at: Clock
}

const MINUTE = 60_000
/** How long the students' single steps take, in minutes after each began. */
const STEP = { read: 6, finish: 20, quiz: 24, again: 62, reflect: 60 }
/** The first posts are written when everybody has read. */
const FIRST_POST = 26 * 60
const LAST_STANCE = FIRST_POST + 30 * 60

/** All that the demonstration students have done so far, the same for every installation but for its times. */
export async function playDemonstration(
  { assignment, students }: Pick<DemonstrationGround, "assignment" | "students">,
  now: Date,
): Promise<void> {
  const ground = { assignment, students, sentences: await loadSentences(assignment.lessonVersionId) }
  const after: (offset: number) => Clock = (offset) => (minutes) =>
    new Date(Math.min(assignment.opensAt.getTime() + (offset + minutes) * MINUTE, now.getTime()))
  const stages = students.flatMap((student, index) => {
    const made = demonstrationStudents.find((one) => one.userName === student.userName)
    return made ? [{ ...ground, student, made, at: after(10 + index * 7) }] : []
  })
  for (const stage of stages) await playReading(stage, now)
  await writeDemonstrationNotes(ground, after(40))
  await writeDemonstrationPosts(ground, after(FIRST_POST))
  for (const stage of stages.filter(({ made }) => made.stage === "everything"))
    await takeStances({ ...stage, at: after(LAST_STANCE) }, "after_discussion")
}

async function loadSentences(lessonVersionId: string): Promise<DemonstrationGround["sentences"]> {
  const where = { id: lessonVersionId }
  const { revisionId } = await database().lessonVersion.findUniqueOrThrow({ where })
  const revision = await loadRevision(revisionId)
  if (!revision) throw new Error("The first lesson has no text")
  return revision.sentences
}

/** Has this student come as far as that? */
const reached = (stage: DemonstrationStage, wanted: DemonstrationStage): boolean =>
  demonstrationStages.indexOf(stage) >= demonstrationStages.indexOf(wanted)

async function playReading(stage: Stage, now: Date): Promise<void> {
  const { made, student, assignment, sentences, at } = stage
  if (!reached(made.stage, "stance")) return
  await takeStances(stage, "before_reading")
  if (!reached(made.stage, "reading")) return
  await keepPlace(stage)
  if (!reached(made.stage, "read")) return
  done(await finishReading(student.viewer, { assignmentId: assignment.id }, at(STEP.finish)))
  if (!reached(made.stage, "quizOpen")) return
  await sitDemonstrationQuiz({ assignment, sentences, student, made, startedAt: at(STEP.quiz), now })
  if (reached(made.stage, "quiz")) await takeStances(stage, "after_reading")
}

/** Who has not read it all has read about a third. */
async function keepPlace({ made, student, assignment, sentences, at }: Stage): Promise<void> {
  const sentencesRead = reached(made.stage, "read") ? sentences.length : Math.floor(sentences.length * 0.35)
  const sentenceId = sentences[sentencesRead - 1]?.id ?? null
  const where = { assignmentId: assignment.id, enrolmentId: student.enrolmentId }
  await database().readingProgress.createMany({
    data: [{ ...where, sentenceId, sentencesRead, startedAt: at(STEP.read) }],
    skipDuplicates: true,
  })
  await lookUpWords({ where, made, lessonVersionId: assignment.lessonVersionId })
}

/** Every fourth word of the glossary sends about a third of them to it, the others one in ten. */
async function lookUpWords(of: {
  where: { assignmentId: string; enrolmentId: string }
  made: DemonstrationStudent
  lessonVersionId: string
}): Promise<void> {
  const random = seededRandom(`words of ${of.made.userName}`)
  const terms = await database().glossaryTerm.findMany({
    where: { lessonVersionId: of.lessonVersionId },
    orderBy: { position: "asc" },
    select: { id: true },
  })
  const opened = terms.filter((_, at) => random() < (at % 4 === 0 ? 0.35 : 0.1))
  await database().glossaryLookup.createMany({
    data: opened.map(({ id }) => ({ ...of.where, termId: id })),
    skipDuplicates: true,
  })
}

const STANCES: Record<Moment, { made: "before" | "afterReading" | "afterDiscussion"; minutes: number }> = {
  before_reading: { made: "before", minutes: 0 },
  after_reading: { made: "afterReading", minutes: STEP.again },
  after_discussion: { made: "afterDiscussion", minutes: STEP.reflect },
}

/** Takes the stance of one moment. One in six who only posted leaves the second one out, as some students do. */
async function takeStances(stage: Stage, moment: Moment): Promise<void> {
  const { made, student, assignment, at } = stage
  const random = seededRandom(`stances of ${made.userName}`)
  const stances = makeStances(random)
  if (moment === "after_reading" && made.stage === "posted" && random() < 1 / 6) return
  const [own] = await loadDiscussionFacts(student.viewer, assignment.id)
  if (own?.moments.includes(moment)) return
  const { made: name, minutes } = STANCES[moment]
  const about = { assignmentId: assignment.id, moment }
  const { moved } = done(
    await saveStance(student.viewer, { ...about, ...stanceInput(stances[name]) }, at(minutes)),
  )
  if (!moved || moment === "before_reading") return
  const words = stances[name]?.movedBy
  const sentenceId = pick(stage.sentences, random).id
  const by = words ? { kind: "words" as const, words } : { kind: "sentence" as const, sentenceId }
  done(await saveMovedBy(student.viewer, { assignmentId: assignment.id, moment, by }, at(minutes)))
}

const stanceInput = (made: MadeStance) => {
  if (!made) return { declined: true as const }
  const { position, confidence, reason } = made
  return { declined: false as const, position, confidence, reason }
}
