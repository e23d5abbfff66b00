import { describe, expect, it } from "vitest"
import {
  addGroup,
  makeGroups,
  moveStudent,
  placeStudents,
  removeGroup,
  renameGroup,
  undoGroups,
} from "@/lib/classroom/server/arrange-groups"
import { loadGroups } from "@/lib/classroom/server/load-groups"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { allowed, expectRefusal } from "@/tests/integration/people/expect-refusal"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeClass, makeUser, makeViewer, viewerFor } from "@/tests/support/factories"

useTestDatabase()

const now = new Date()

async function classroom(students: number) {
  const teacher = await makeUser("teacher")
  const room = await makeClass(teacher.id)
  const enrolments: string[] = []
  for (let count = 0; count < students; count += 1)
    enrolments.push((await enrol(room.id, (await makeUser("student")).id)).id)
  const viewer = await viewerFor(teacher)
  const groups = async () => (await loadGroups(viewer, room.id)).groups
  return { teacher, room, viewer, enrolments, classId: room.id, groups }
}

const sizes = (groups: readonly { members: readonly string[] }[]) =>
  groups.map(({ members }) => members.length)

describe("the groups of a class", () => {
  it("are made of everybody who is in it, once each, and made anew, and the old ones kept aside", async () => {
    const { room, viewer, enrolments, classId, groups } = await classroom(7)
    const gone = await enrol(room.id, (await makeUser("student")).id, "student", { leftAt: now })
    allowed(await makeGroups(viewer, { classId, by: "size", count: 3 }, now))
    const first = await groups()
    expect(first.map(({ name }) => name)).toEqual(["Group 1", "Group 2", "Group 3"])
    expect(sizes(first)).toEqual([3, 2, 2])
    expect(first.flatMap(({ members }) => members).sort()).toEqual([...enrolments].sort())
    allowed(await makeGroups(viewer, { classId, by: "number", count: 2 }, now))
    expect(sizes(await groups())).toEqual([4, 3])
    expect(await database().group.count({ where: { classId, removedAt: { not: null } } })).toBe(3)
    expect(await database().groupMember.count({ where: { enrolmentId: gone.id } })).toBe(0)
    const events = await database().event.findMany({ where: { classId, kind: "groups.made" } })
    expect(events.map(({ data }) => data)).toEqual([
      { groups: 3, students: 7 },
      { groups: 2, students: 7 },
    ])
  })

  it("take 300 students at once, and one alone", async () => {
    const big = await classroom(0)
    const people = Array.from({ length: 300 }, (_, at) => ({
      id: newId(),
      role: "student" as const,
      displayName: `student ${at}`,
      userName: `many.${at}.${big.room.publicId}`,
    }))
    await database().user.createMany({ data: people })
    await database().enrolment.createMany({
      data: people.map(({ id }) => ({
        id: newId(),
        classId: big.classId,
        userId: id,
        role: "student" as const,
      })),
    })
    allowed(await makeGroups(big.viewer, { classId: big.classId, by: "size", count: 4 }, now))
    expect(sizes(await big.groups())).toEqual(Array.from({ length: 75 }, () => 4))
    const small = await classroom(1)
    allowed(await makeGroups(small.viewer, { classId: small.classId, by: "size", count: 4 }, now))
    expect(sizes(await small.groups())).toEqual([1])
    const empty = await classroom(0)
    expectRefusal(
      await makeGroups(empty.viewer, { classId: empty.classId, by: "size", count: 4 }, now),
      "conflict",
      "people.nobodyToGroup",
    )
  })

  it("are changed by hand, a student being in one at most, and every change can be undone and done again", async () => {
    const { room, viewer, enrolments, classId, groups } = await classroom(4)
    const [asma = "", bilal = ""] = enrolments
    expectRefusal(await undoGroups(viewer, { classId }, now), "conflict", "people.nothingToUndo")
    allowed(await makeGroups(viewer, { classId, by: "number", count: 2 }, now))
    const made = await groups()
    const [one, two] = made
    if (!one || !two) throw new Error("no groups")
    const from = one.members.includes(asma) ? one : two
    const to = from === one ? two : one
    const moved = { classId, enrolmentId: asma, groupId: to.id }
    const steps = [
      () => moveStudent(viewer, moved, now),
      () => moveStudent(viewer, { ...moved, groupId: null }, now),
      () => placeStudents(viewer, { classId, enrolmentIds: [asma, bilal] }, now),
      () => renameGroup(viewer, { classId, groupId: one.id, name: "Herons" }, now),
      () => addGroup(viewer, { classId }, now),
      () => removeGroup(viewer, { classId, groupId: two.id }, now),
      () => makeGroups(viewer, { classId, by: "number", count: 2 }, now),
    ]
    for (const step of steps) {
      const before = sorted(await groups())
      allowed(await step())
      const after = sorted(await groups())
      expect(after).not.toEqual(before)
      allowed(await undoGroups(viewer, { classId }, now))
      expect(sorted(await groups())).toEqual(before)
      allowed(await undoGroups(viewer, { classId }, now))
      expect(sorted(await groups())).toEqual(after)
    }
    await expect(
      database().groupMember.create({ data: { enrolmentId: asma, groupId: one.id } }),
    ).rejects.toMatchObject({ code: "P2002" })
    expect(room.id).toBe(classId)
  })

  it("are as the second of two teachers at once leaves them, nobody twice", async () => {
    const { viewer, enrolments, classId, groups } = await classroom(6)
    allowed(await makeGroups(viewer, { classId, by: "number", count: 3 }, now))
    const [one] = await groups()
    const acts = enrolments.map((enrolmentId) =>
      moveStudent(viewer, { classId, enrolmentId, groupId: one?.id ?? null }, now),
    )
    for (const act of await Promise.all(acts)) allowed(act)
    expect(sizes(await groups())).toEqual([6, 0, 0])
  })

  it("keep somebody's place while they are away, and count them not", async () => {
    const { viewer, enrolments, classId, groups } = await classroom(2)
    const [asma = "", bilal = ""] = enrolments
    allowed(await makeGroups(viewer, { classId, by: "number", count: 2 }, now))
    await database().enrolment.update({ where: { id: asma }, data: { leftAt: now } })
    const newcomer = await enrol(classId, (await makeUser("student")).id)
    allowed(await placeStudents(viewer, { classId, enrolmentIds: [newcomer.id] }, now))
    const together = (await groups()).find(({ members }) => members.includes(newcomer.id))
    expect([...(together?.members ?? [])].sort()).toEqual([asma, newcomer.id].sort())
    expect(together?.members).not.toContain(bilal)
  })
})

const sorted = (groups: readonly { id: string; name: string; members: readonly string[] }[]) =>
  groups.map((group) => ({ ...group, members: [...group.members].sort() }))

describe("changing groups is refused", () => {
  it("to assistants, students and strangers, and of another class's student or group", async () => {
    const { viewer, room, enrolments, classId, groups } = await classroom(2)
    allowed(await makeGroups(viewer, { classId, by: "number", count: 1 }, now))
    const before = await groups()
    const [group] = before
    const [enrolmentId = ""] = enrolments
    const groupId = group?.id ?? ""
    const assistant = await makeViewer("assistant")
    await enrol(room.id, assistant.userId, "assistant")
    const student = await makeViewer("student")
    await enrol(room.id, student.userId)
    const stranger = await makeViewer("teacher")
    const acts = (by: typeof viewer) => [
      makeGroups(by, { classId, by: "size", count: 2 }, now),
      addGroup(by, { classId }, now),
      moveStudent(by, { classId, enrolmentId, groupId: null }, now),
      placeStudents(by, { classId, enrolmentIds: [enrolmentId] }, now),
      renameGroup(by, { classId, groupId, name: "Mine" }, now),
      removeGroup(by, { classId, groupId }, now),
      undoGroups(by, { classId }, now),
    ]
    for (const by of [assistant, student])
      for (const act of acts(by)) expectRefusal(await act, "forbidden", "people.notAllowed")
    for (const act of acts(stranger)) expectRefusal(await act, "missing", "people.classMissing")
    const elsewhere = await classroom(1)
    expectRefusal(
      await moveStudent(viewer, { classId, enrolmentId: elsewhere.enrolments[0] ?? "", groupId }, now),
      "missing",
      "people.enrolmentMissing",
    )
    allowed(await makeGroups(elsewhere.viewer, { classId: elsewhere.classId, by: "size", count: 1 }, now))
    const [foreign] = await elsewhere.groups()
    for (const act of [
      moveStudent(viewer, { classId, enrolmentId, groupId: foreign?.id ?? "" }, now),
      renameGroup(viewer, { classId, groupId: foreign?.id ?? "", name: "Mine" }, now),
      removeGroup(viewer, { classId, groupId: foreign?.id ?? "" }, now),
    ])
      expectRefusal(await act, "missing", "people.groupMissing")
    expect(await groups()).toEqual(before)
    expect((await loadGroups(student, classId)).groups).toEqual([])
    expect((await loadGroups(stranger, classId)).groups).toEqual([])
    expect((await loadGroups(assistant, classId)).groups).toEqual(before)
  })

  it("in a class that was put away", async () => {
    const { viewer, classId } = await classroom(2)
    await database().class.update({ where: { id: classId }, data: { archivedAt: now } })
    expectRefusal(
      await makeGroups(viewer, { classId, by: "size", count: 2 }, now),
      "conflict",
      "people.classPutAway",
    )
  })
})
