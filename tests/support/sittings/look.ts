import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { everythingOf, type Looking } from "../peer-eyes"
import { quizEyesOf } from "../quiz-eyes"
import { studentPages } from "../student-pages"
import type { Reader } from "./readers"
import { type Scene, studentAt } from "./scene"

/** How many posts are opened, and pressed on, by their ids. */
const MOST_POSTS = 4

/** Every byte that the reader's programs can get now, and what was answered to them meanwhile. */
export async function lookAs(scene: Scene, { userId, part }: Reader): Promise<string> {
  const user = await database().user.findUniqueOrThrow({ where: { id: userId } })
  const looking = lookingAt(scene, part)
  const seen = [await everythingOf(user, looking)]
  if (part === null) return seen.join("\n")
  const { assignmentId, prompts, room, items, now } = scene
  const { viewer, cookie, enrolment } = studentAt(scene, part)
  const place = {
    assignmentId,
    enrolmentId: enrolment.id,
    classId: room.class.id,
    lessonId: room.lesson.lessonId,
  }
  const itemIds = items.map(({ itemId }) => itemId)
  seen.push(await quizEyesOf(viewer, { ...place, itemIds, cookie, now }))
  seen.push(...(await studentPages(cookie, { assignmentId, prompts, posts: looking.posts })))
  return [...seen, ...(scene.told[part] ?? [])].join("\n")
}

/** Others' posts; where there are fewer, ids that nobody has, so that their number is the same in both. */
function lookingAt(scene: Scene, part: number | null): Looking {
  const { assignmentId, prompts, plan, sentenceIds, now } = scene
  const others = scene.posts[plan.looksAt].filter((post) => post.part !== part).map(({ id }) => id)
  const missing = Array.from({ length: MOST_POSTS }, newRandomId)
  return {
    assignmentId,
    promptId: prompts[plan.looksAt] ?? "",
    posts: [...others, ...missing].slice(0, MOST_POSTS),
    sentenceId: sentenceIds[0] ?? null,
    finds: ["think", "aardvark", "zebra"],
    now,
  }
}

/** The rows that are the secret: they must differ between the two databases, or the sitting shows nothing. */
export async function secretRows({ variation, assignmentId, prompts, items }: Scene): Promise<string> {
  const thread = { assignmentId, ...(variation.secret === "gated" ? { promptId: prompts[0] ?? "" } : {}) }
  const posts = { where: { thread }, orderBy: { id: "asc" } } as const
  const rows = {
    key: () => keysOf(items.map(({ itemVersionId }) => itemVersionId)),
    score: () => gradesOf(assignmentId),
    author: async () => (await database().post.findMany({ ...posts, include: WRITER })).map(writerOf),
    gated: () => database().post.findMany({ ...posts, select: { body: true, state: true } }),
    hidden: () =>
      database().post.findMany({ ...posts, select: { body: true, revisions: { select: { body: true } } } }),
    stance: () => stancesOf(assignmentId),
  }
  return JSON.stringify(await rows[variation.secret]())
}

const WRITER = { alias: { select: { name: true, enrolment: { select: { user: true } } } } } as const

const writerOf = ({ alias }: { alias: { name: string; enrolment: { user: { displayName: string } } } }) => [
  alias.name,
  alias.enrolment.user.displayName,
]

const keysOf = (versionIds: string[]) =>
  database().itemKey.findMany({
    where: { itemVersionId: { in: versionIds } },
    select: { key: true, explanation: true },
    orderBy: { id: "asc" },
  })

async function gradesOf(assignmentId: string) {
  const [where, orderBy] = [{ assignmentId }, { id: "asc" }] as const
  const given = { attempt: where, source: "teacher" } as const
  const scorings = await database().scoring.findMany({ where: given, orderBy })
  const shares = await database().discussionGrade.findMany({ where, orderBy })
  const set = await database().gradeOverride.findMany({ where, orderBy })
  return [
    scorings.map(({ numerator, finding }) => [numerator, finding]),
    shares.map(({ numerator, comment }) => [numerator, comment]),
    set.map(({ earnedNumerator, reason }) => [String(earnedNumerator), reason]),
  ]
}

/** Of each person in the order of the class, whose ids are made in it. */
const stancesOf = (assignmentId: string) =>
  database().stance.findMany({
    where: { subject: { assignmentId } },
    select: { position: true, moment: true },
    orderBy: [{ subject: { userId: "asc" } }, { moment: "asc" }],
  })
