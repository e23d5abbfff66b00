import type { Viewer } from "@/lib/access/viewer"
import { addWatchWord } from "@/lib/discussion/server/change-watch-list"
import { database } from "@/lib/platform/database"
import type { User } from "@/lib/platform/generated/client"
import { setGradingRules } from "@/lib/results/server/set-grading-rules"
import { enrol, makeSession, makeUser, viewerFor } from "@/tests/support/factories"
import { makeAlias, makeDiscussion, makeStance, openText } from "@/tests/support/factories-discussion"
import { makeGroup } from "@/tests/support/factories-groups"
import { everyItem } from "@/tests/support/factories-item-types"
import { cookieOf, storeItems } from "@/tests/support/factories-quiz"
import { longItems } from "@/tests/support/long-items"
import { ONLOOKER, PARTS, type Plan, SHUT } from "./plan"
import type { Variation } from "./variation"

// Not the factories' running names, which the comparison masks.
const names = ["Amina", "Bilal", "Chand", "Dania", "Emre"]
const birds = ["Grey Owl", "Blue Heron", "Red Kite", "Wood Lark", "Marsh Tit"]
const beasts = ["Sea Otter", "Pine Marten", "Red Fox", "Blue Hare", "Field Vole"]

const HOUR = 3_600_000

/** A post of the sitting, by the place in which it was made. */
export type MadePost = { id: string; part: number; parent: MadePost | null }

/** The class of a sitting in one database, with whoever is in it; `now` moves on as things happen. */
export async function makeScene(plan: Plan, variation: Variation, now: Date) {
  const hours = (count: number) => new Date(now.getTime() + count * HOUR)
  const { postNames, holdsGrades, ...rules } = plan.rules
  const dates = { opensAt: hours(-24), dueAt: hours(48), closesAt: hours(72) }
  const prompts = ["One?", "Two?"]
  const assignment = { ...dates, ...plan.policy, postNames }
  const room = await makeDiscussion({ students: PARTS, prompts, stanceStatement: "He is right.", assignment })
  const { id: assignmentId } = room.assignment
  const assistant = await makeUser("assistant", { displayName: "Mr Ortega" })
  await enrol(room.class.id, assistant.id, "assistant")
  await database().discussionRules.create({ data: { assignmentId, ...rules } })
  const sentenceIds = room.sentences.map(({ id }) => id)
  const items = await storeItems(room.lesson, itemsOf(plan, sentenceIds, variation), room.teacher.id)
  const people = await peopleOf([...room.students.map(({ user }) => user), room.teacher, assistant])
  const scene = {
    plan,
    variation,
    room,
    items,
    sentenceIds,
    assignmentId,
    assistant,
    prompts: room.prompts.map(({ id }) => id),
    people,
    posts: [[], []] as [MadePost[], MadePost[]],
    /** What was answered to each part's own programs, in order. */
    told: room.students.map(() => [] as string[]),
    now,
  }
  await settleClass(scene, holdsGrades)
  return scene
}

export type Scene = Awaited<ReturnType<typeof makeScene>>

type Person = { viewer: Viewer; cookie: string }

/** Each with one session, and its cookie. */
async function peopleOf(users: readonly User[]): Promise<Map<string, Person>> {
  const people = new Map<string, Person>()
  for (const user of users) {
    const cookie = await cookieOf((await makeSession(user.id)).token)
    people.set(user.id, { viewer: await viewerFor(user), cookie })
  }
  return people
}

function itemsOf(plan: Plan, sentenceIds: readonly string[], { key }: Variation) {
  const all = everyItem(sentenceIds, key)
  const [long] = longItems()
  const chosen = new Set(plan.items.map((at) => at % all.length))
  const asked = all.filter((_, at) => chosen.has(at))
  return long ? [...asked, long] : asked
}

const publicIdOf = (seed: number): string => (0x1000_0000 + (seed % 0x1000_0000)).toString(16)

/** Names, pseudonyms, groups, what is watched for, and what everybody said before and after reading. */
async function settleClass(scene: Scene, holds: boolean): Promise<void> {
  const { room, assignmentId, variation, plan } = scene
  // Chance, and in some files: no id that the comparison would mask.
  await database().class.update({ where: { id: room.class.id }, data: { publicId: publicIdOf(plan.seed) } })
  for (const [at, { user, enrolment }] of room.students.entries()) {
    await database().user.update({ where: { id: user.id }, data: { displayName: names[at] } })
    await openText(assignmentId, enrolment.id)
    await standAtFirst(scene, at)
  }
  await database().enrolment.updateMany({ where: { classId: room.class.id }, data: { createdAt: scene.now } })
  for (const [part, player] of variation.players.entries())
    for (const [at, promptId] of scene.prompts.entries()) {
      const enrolmentId = room.students[player]?.enrolment.id ?? ""
      await makeAlias({ assignmentId, promptId, enrolmentId }, (at === 0 ? birds : beasts)[part] ?? "")
    }
  if (plan.rules.byGroups) await makeGroups(scene)
  const teacher = teacherOf(scene)
  await addWatchWord(teacher, { classId: room.class.id, word: "aardvark", note: "zebra" }, scene.now)
  if (holds) await setGradingRules(teacher, { assignmentId, holds })
}

/** Those who change places are in one group. */
async function makeGroups({ room }: Scene): Promise<void> {
  await makeGroup(room.class.id, "Herons", room.students.slice(0, 4))
  await makeGroup(room.class.id, "Kites", room.students.slice(4))
}

/** Where those who look on stand is no secret to themselves: it is the same in both. */
async function standAtFirst({ room, assignmentId, plan, variation }: Scene, student: number): Promise<void> {
  const userId = room.students[student]?.user.id ?? ""
  const said = plan.stances[student]
  for (const [moment, place] of [
    ["before_reading", said?.before ?? null],
    ["after_reading", said?.after ?? null],
  ] as const)
    await makeStance({ userId, assignmentId }, { moment, position: standing(variation, student, place) })
}

/** From -2 to 2, or null; in the other database one place on. */
export function standing({ stands }: Variation, student: number, place: number | null): number | null {
  if (place === null) return stands && !looksOn(student) ? 1 : null
  return ((place + (looksOn(student) ? 0 : stands)) % 5) - 2
}

const looksOn = (student: number): boolean => student === ONLOOKER || student === SHUT

const personOf = ({ people }: Scene, userId: string): Person => {
  const person = people.get(userId)
  if (!person) throw new Error("nobody of the sitting")
  return person
}

export const teacherOf = (scene: Scene): Viewer => personOf(scene, scene.room.teacher.id).viewer

/** The student with this place in the class. */
export function studentAt(scene: Scene, at: number) {
  const student = scene.room.students[at]
  if (!student) throw new Error(`There is no student ${at}`)
  return { ...student, ...personOf(scene, student.user.id) }
}

/** The student who plays this part in the discussion. */
export const playerOf = (scene: Scene, part: number) =>
  studentAt(scene, scene.variation.players[part] ?? part)
