import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { makeDiscussion, type Student } from "./factories-discussion"

// Straight to the tables, as in factories.ts.

/** A group of a class with these members; its id. */
export async function makeGroup(
  classId: string,
  name: string,
  members: readonly Student[] = [],
): Promise<string> {
  const create = members.map(({ enrolment }) => ({ enrolmentId: enrolment.id }))
  return (await database().group.create({ data: { id: newId(), classId, name, members: { create } } })).id
}

/** Each group of the class has its own thread, or the class has one again. */
export async function holdInGroups(assignmentId: string, byGroups = true): Promise<void> {
  const where = { assignmentId }
  await database().discussionRules.upsert({
    where,
    create: { assignmentId, byGroups },
    update: { byGroups },
  })
}

/** Two groups of two, a fifth student in none, and a discussion that is held in groups. */
export async function makeGroupedDiscussion(options: Parameters<typeof makeDiscussion>[0] = {}) {
  const room = await makeDiscussion({ students: 5, ...options })
  const [one, mate, other, third, alone] = room.students
  const [prompt] = room.prompts
  if (!one || !mate || !other || !third || !alone || !prompt) throw new Error("no people")
  const herons = await makeGroup(room.class.id, "Herons", [one, mate])
  const kites = await makeGroup(room.class.id, "Kites", [other, third])
  await holdInGroups(room.assignment.id)
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  return { room, at, herons, kites, one, mate, other, third, alone }
}
