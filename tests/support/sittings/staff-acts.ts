import type { Viewer } from "@/lib/access/viewer"
import { clearPostFlags } from "@/lib/discussion/server/clear-flags"
import { letThrough } from "@/lib/discussion/server/let-through"
import { hidePost, showPost } from "@/lib/discussion/server/moderate-post"
import { returnPost } from "@/lib/discussion/server/return-post"
import { settleRestatement } from "@/lib/discussion/server/settle-restatement"
import { takeWorry } from "@/lib/discussion/server/take-worry"
import { ownTerms } from "@/lib/lesson/own-terms"
import { extendStudent } from "@/lib/lesson/server/extend-student"
import { releaseResults } from "@/lib/lesson/server/release-results"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import type { Rubric } from "@/lib/quiz/rubric"
import { reopenAttempt } from "@/lib/quiz/server/reopen-attempt"
import { loadDiscussionProfile } from "@/lib/results/server/load-discussion-profile"
import { saveDiscussionGrade } from "@/lib/results/server/save-discussion-grade"
import { saveGrade } from "@/lib/results/server/save-grade"
import { releaseGrades } from "@/lib/results/server/set-grading-rules"
import { setOverride } from "@/lib/results/server/set-override"
import { targetOf } from "./discussion-acts"
import { type Act, ONLOOKER, SHUT } from "./plan"
import { newestAttempt } from "./quiz-acts"
import { type Scene, studentAt, teacherOf } from "./scene"

/** What staff do with a post. */
export async function actOnPost(scene: Scene, act: Act): Promise<void> {
  const post = targetOf(scene, act)
  if (!post) return
  const { now, variation } = scene
  const teacher = teacherOf(scene)
  const about = { postId: post.id }
  // An author is told why, so it is no secret of those who look in the end.
  const looks = post.part === ONLOOKER || post.part === SHUT
  const why = { ...about, reason: looks ? "Off the point." : (variation.hidden[0] ?? "") }
  if (act.kind === "hide") await hidePost(teacher, why, now)
  if (act.kind === "show") await showPost(teacher, about, now)
  if (act.kind === "letThrough") await letThrough(teacher, { postIds: [post.id] }, now)
  if (act.kind === "giveBack") await returnPost(teacher, why, now)
  if (act.kind === "takeWorry") await takeWorry(teacher, about, now)
  if (act.kind === "clearFlags") await clearPostFlags(teacher, about, now)
  if (act.kind === "rule") await settleRestatement(teacher, { ...about, number: 1, ruling: "fair" }, now)
}

/** What a teacher does with a student's work. Whatever is refused changes nothing. */
export async function actOnWork(scene: Scene, act: Act): Promise<void> {
  const { assignmentId, now } = scene
  const teacher = teacherOf(scene)
  if (act.kind === "release") return void (await releaseResults(teacher, { assignmentId }, now))
  if (act.kind === "releaseGrades") return void (await releaseGrades(teacher, { assignmentId }, now))
  if (act.kind === "grade") return giveGrade(scene, teacher, act)
  if (act.kind === "override") return override(scene, teacher, act)
  if (act.kind === "gradeDiscussion") return gradeDiscussion(scene, teacher, act)
  const { enrolment } = studentAt(scene, act.part)
  if (act.kind === "reopen") {
    const attemptId = (await newestAttempt(assignmentId, enrolment.id))?.id ?? newRandomId()
    return void (await reopenAttempt(teacher, { attemptId, minutes: 20, now, ownTerms }))
  }
  const more = {
    dueAt: null,
    closesAt: null,
    extraMinutes: act.choice % 60,
    excused: false,
    reason: "Was ill.",
  }
  await extendStudent(teacher, { assignmentId, enrolmentId: enrolment.id, ...more })
}

const levelsOf = ({ criteria }: Rubric, places: readonly number[]): Record<string, string> =>
  Object.fromEntries(
    criteria.map(({ id, levels }, at) => [
      id,
      levels[(places[at % places.length] ?? 0) % levels.length]?.id ?? "",
    ]),
  )

/** The long answer of the student's newest attempt. */
async function giveGrade(scene: Scene, teacher: Viewer, { part, choice }: Act): Promise<void> {
  const { assignmentId, items, variation } = scene
  const item = items.at(-1)
  const attempt = await newestAttempt(assignmentId, studentAt(scene, part).enrolment.id)
  if (!item || !attempt) return
  const where = { attemptId: attempt.id, itemId: item.itemId }
  const answer = await database().response.findFirst({ where })
  const before = await database().scoring.findFirst({
    where: { ...where, source: "teacher" },
    orderBy: { id: "desc" },
  })
  const { rubric } = item.key as { rubric: Rubric }
  await saveGrade(teacher, {
    assignmentId,
    ...where,
    levels: levelsOf(rubric, [choice + variation.graded, choice]),
    comment: variation.comment,
    basedOn: before ? String(before.id) : null,
    saveNumber: answer?.saveNumber ?? null,
    draftNumber: null,
  })
}

async function override(scene: Scene, teacher: Viewer, { part, choice }: Act): Promise<void> {
  const { assignmentId, room, variation, now } = scene
  const enrolmentId = studentAt(scene, part).enrolment.id
  const before = await database().gradeOverride.findFirst({
    where: { assignmentId, enrolmentId },
    orderBy: { id: "desc" },
  })
  const set = {
    kind: "percent" as const,
    value: String((choice % 40) + 50 * variation.graded),
    reason: variation.comment,
  }
  const cell = {
    classId: room.class.id,
    assignmentId,
    enrolmentId,
    basedOn: before ? String(before.id) : null,
  }
  await setOverride(teacher, { ...cell, ...set, reasonShown: choice % 2 === 0 }, now)
}

async function gradeDiscussion(scene: Scene, teacher: Viewer, { part, choice }: Act): Promise<void> {
  const { assignmentId, variation } = scene
  const enrolmentId = studentAt(scene, part).enrolment.id
  const profile = await loadDiscussionProfile(teacher, assignmentId, enrolmentId)
  const grading = profile.ok ? profile.value.grading : null
  if (!grading) return
  const { number, rubric } = grading.current
  const where = { assignmentId, enrolmentId }
  const before = await database().discussionGrade.findFirst({ where, orderBy: { id: "desc" } })
  await saveDiscussionGrade(teacher, {
    ...where,
    rubricNumber: number,
    levels: levelsOf(rubric, [choice + variation.graded, choice, choice + 1]),
    comment: variation.comment,
    basedOn: before ? String(before.id) : null,
  })
}
