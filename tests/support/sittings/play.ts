import { takeBackPost } from "@/lib/discussion/server/change-own-post"
import { editPost } from "@/lib/discussion/server/edit-post"
import { hidePost } from "@/lib/discussion/server/moderate-post"
import { database } from "@/lib/platform/database"
import { drawAlike } from "../draw-alike"
import { actInDiscussion } from "./discussion-acts"
import { listen } from "./ears"
import type { Act, ActKind, Plan } from "./plan"
import { actInQuiz } from "./quiz-acts"
import { playerOf, type Scene, teacherOf } from "./scene"
import { actOnPost, actOnWork } from "./staff-acts"
import type { Variation } from "./variation"

const inQuiz: readonly ActKind[] = ["start", "save", "submit"]
const onPosts: readonly ActKind[] = [
  "hide",
  "show",
  "letThrough",
  "giveBack",
  "takeWorry",
  "rule",
  "clearFlags",
]
const onWork: readonly ActKind[] = [
  "grade",
  "override",
  "gradeDiscussion",
  "extend",
  "reopen",
  "release",
  "releaseGrades",
]

const isAboutPosts = ({ kind }: Act): boolean =>
  !inQuiz.includes(kind) && !onWork.includes(kind) && kind !== "lastStance"

/** An act and its moment, in minutes from the beginning; `draw` is what chance follows from. */
type Timed = { act: Act; minute: number; draw: number }

/** What happens in one database, in the order of time. Where the posts at the first question are the secret, those differ. */
export function timeline(plan: Plan, { secret, isOther }: Pick<Variation, "secret" | "isOther">): Timed[] {
  const acts = timed(plan.acts, 0)
  if (secret !== "gated" || !isOther) return acts
  const common = acts.filter(({ act }) => act.question === 1 || !isAboutPosts(act))
  const others = timed(plan.otherActs.filter(isAboutPosts), 1_000).map(({ act, ...when }) => ({
    act: { ...act, question: 0 as const },
    ...when,
  }))
  return [...common, ...others].sort((one, other) => one.minute - other.minute)
}

function timed(acts: readonly Act[], first: number): Timed[] {
  let minute = 0
  return acts.map((act, at) => {
    minute += act.minutes
    return { act, minute, draw: first + at }
  })
}

/** When everything has happened, in either database: the day that a page begins with is no secret of theirs. */
const lastMinute = (plan: Plan, { secret }: Variation): number =>
  Math.max(...[false, true].map((isOther) => timeline(plan, { secret, isOther }).at(-1)?.minute ?? 0))

/** Everything happens, act by act, at its moment; `setClock` takes the process's clock along. */
export async function play(scene: Scene, setClock: (now: Date) => void): Promise<void> {
  const began = scene.now.getTime()
  const hear = listen(scene)
  const comeTo = (minute: number) => {
    scene.now = new Date(began + minute * 60_000)
    setClock(scene.now)
  }
  for (const { act, minute, draw } of timeline(scene.plan, scene.variation)) {
    comeTo(minute)
    drawAlike(scene.plan.seed * 7_919 + draw)
    await perform(scene, act)
    await hear()
  }
  comeTo(lastMinute(scene.plan, scene.variation))
  if (scene.variation.secret === "hidden") await cover(scene)
  await hear()
}

async function perform(scene: Scene, act: Act): Promise<void> {
  if (inQuiz.includes(act.kind)) return actInQuiz(scene, act)
  if (onWork.includes(act.kind)) return actOnWork(scene, act)
  if (onPosts.includes(act.kind)) return actOnPost(scene, act)
  return actInDiscussion(scene, act)
}

/** Whatever still stands of the words that are the secret is hidden, taken back or put otherwise. */
async function cover(scene: Scene): Promise<void> {
  const { variation, now } = scene
  const teacher = teacherOf(scene)
  for (const [at, { id, part }] of scene.posts.flat().entries()) {
    const stored = await database().post.findUniqueOrThrow({
      where: { publicId: id },
      include: { wordings: true },
    })
    const words = [stored.body, ...stored.wordings.map(({ body }) => body)]
    if (stored.state !== "visible" || !words.some((one) => variation.hidden.includes(one))) continue
    const author = playerOf(scene, part).viewer
    if (at % 3 === 0) await takeBackPost(author, { postId: id }, now)
    if (at % 3 === 1) await editPost(author, { postId: id, body: "What stands now." }, now)
    // What could not be taken back or changed any more is hidden, as is what is covered that way.
    if (at % 3 === 2 || (await stillSays(id, variation)))
      await hidePost(teacher, { postId: id, reason: variation.hidden[1] ?? "" }, now)
  }
}

async function stillSays(publicId: string, { hidden }: Variation): Promise<boolean> {
  const { body, state, wordings } = await database().post.findUniqueOrThrow({
    where: { publicId },
    include: { wordings: true },
  })
  return state === "visible" && [body, ...wordings.map((one) => one.body)].some((one) => hidden.includes(one))
}
