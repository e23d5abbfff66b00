import { database } from "@/lib/platform/database"
import { ONLOOKER, PARTS, SHUT } from "./plan"
import { type Scene, studentAt, teacherOf } from "./scene"

/** Somebody from whom the secret is kept: a student by part, or staff. */
export type Reader = { name: string; userId: string; part: number | null }

/** Somebody who must not learn the secret of this sitting, as things stand: another one from seed to seed. Null: nobody. */
export async function readerOf(scene: Scene): Promise<Reader | null> {
  const readers = await readersOf(scene)
  return readers[scene.plan.seed % readers.length] ?? null
}

async function readersOf(scene: Scene): Promise<Reader[]> {
  const { secret } = scene.variation
  if (secret === "key" || secret === "score")
    return (await unreleased(scene)).map((part) => student(scene, part))
  if (secret === "gated") return [student(scene, SHUT)]
  const peers = [student(scene, ONLOOKER), student(scene, SHUT)]
  if (secret === "hidden") return peers
  const assistant = { name: "the assistant", userId: scene.assistant.id, part: null }
  const teacher = { name: "the teacher", userId: teacherOf(scene).userId, part: null }
  const seesNames = secret === "author" && scene.plan.rules.postNames !== "sealed"
  return seesNames ? [...peers, assistant] : [...peers, assistant, teacher]
}

const student = (scene: Scene, part: number): Reader => ({
  name: `student ${part}`,
  userId: studentAt(scene, part).user.id,
  part,
})

/** At most two are looked through: whoever handed something in and waits for it, before whoever did not. */
async function unreleased(scene: Scene): Promise<number[]> {
  const waiting: [part: number, handedIn: number][] = []
  for (let part = 0; part < PARTS; part += 1) {
    const { knows, handedIn } = await standingOf(scene, part)
    if (!knows) waiting.push([part, handedIn])
  }
  return waiting
    .sort(([, one], [, other]) => other - one)
    .slice(0, 2)
    .map(([part]) => part)
}

/**
 * Whether a student may have been shown their results, in words of its own: the app's rule is what is tested. An open
 * attempt shuts them; before that nothing was handed in; then a teacher's word or the moment of the policy opens them.
 */
async function standingOf(scene: Scene, part: number): Promise<{ knows: boolean; handedIn: number }> {
  const { assignmentId, now } = scene
  const { enrolment } = studentAt(scene, part)
  const assignment = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } })
  const attempts = await database().attempt.findMany({ where: { assignmentId, enrolmentId: enrolment.id } })
  const isOver = (until: Date | null, grace: number) =>
    until !== null && now.getTime() > until.getTime() + grace * 60_000
  const open = attempts.filter(
    ({ state, deadlineAt, graceMinutes }) => state === "open" && !isOver(deadlineAt, graceMinutes),
  )
  const handedIn = attempts.length - open.length
  if (open.length > 0 || handedIn === 0) return { knows: false, handedIn }
  const isDone = handedIn >= assignment.attemptsAllowed
  const moments = { after_due: assignment.dueAt, after_close: assignment.closesAt, by_teacher: null }
  const { releasePolicy } = assignment
  const due = releasePolicy === "on_submit" ? (isDone ? now : assignment.closesAt) : moments[releasePolicy]
  return { knows: assignment.releasedAt !== null || (due !== null && due <= now), handedIn }
}
