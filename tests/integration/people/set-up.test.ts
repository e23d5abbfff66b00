import { describe, expect, it } from "vitest"
import { createUser } from "@/lib/classroom/server/commands"
import { createSetupLink } from "@/lib/classroom/server/create-setup-link"
import { isSetupLinkOpen, setUpSchool } from "@/lib/classroom/server/set-up-school"
import { database } from "@/lib/platform/database"
import { allowed, expectRefusal } from "@/tests/integration/people/expect-refusal"
import { useTestDatabase } from "@/tests/support/database"
import { failBeforeCommit, failStatement } from "@/tests/support/failing-statement"

useTestDatabase()

const now = new Date("2026-03-02T08:00:00Z")
const tomorrow = new Date("2026-03-03T08:00:01Z")
const caller = { userAgent: null, deviceMarks: undefined }
const tokenOf = (path: string | null) => path?.replace("/set-up/", "") ?? ""
const input = (token: string) => ({
  token,
  schoolName: "City School",
  timeZone: "Asia/Karachi",
  displayName: "Rehana Siddiqui",
  userName: "rehana",
  password: "quiet kestrel on a wire",
})

// One story, in order: a database has one school.
describe("setting up a school", () => {
  it("stores only the hash of the link, which stops working after a day or when a newer one is printed", async () => {
    const first = tokenOf(await createSetupLink(now))
    expect(await isSetupLinkOpen(first, now)).toBe(true)
    expect(await isSetupLinkOpen(first, tomorrow)).toBe(false)
    const second = tokenOf(await createSetupLink(now))
    expect(await isSetupLinkOpen(first, now)).toBe(false)
    expect(await isSetupLinkOpen(second, now)).toBe(true)
    expect(JSON.stringify(await database().setupLink.findMany())).not.toContain(second)
  })

  it("keeps the link that stands where the next one could not be made", async () => {
    let standing = ""
    await failBeforeCommit({
      rehearse: async () => {
        standing = tokenOf(await createSetupLink(now))
      },
      act: () => createSetupLink(now),
    })
    expect(await isSetupLinkOpen(standing, now)).toBe(true)
  })

  it("comes before its people: an operator makes nobody without a school", async () => {
    const person = { displayName: "Op Made", role: "teacher" }
    expectRefusal(await createUser(person), "conflict", "people.noSchool")
    expect(await database().user.count()).toBe(0)
  })

  it("is refused without a good link, or with a fault, and makes nothing", async () => {
    const token = tokenOf(await createSetupLink(now))
    expectRefusal(await setUpSchool(caller, input("guess"), now), "missing", "people.setUpLinkUsed")
    expectRefusal(await setUpSchool(caller, input(token), tomorrow), "missing", "people.setUpLinkUsed")
    expectRefusal(
      await setUpSchool(caller, { ...input(token), timeZone: "Mars/Olympus" }, now),
      "invalid",
      "people.timeZoneUnknown",
    )
    expectRefusal(
      await setUpSchool(caller, { ...input(token), password: "eleven char" }, now),
      "invalid",
      "people.passwordTooShort",
    )
    expect(await database().school.count()).toBe(0)
    expect(await isSetupLinkOpen(token, now)).toBe(true)
  })

  it("makes nothing where it fails half-way, and the link still works", async () => {
    const token = tokenOf(await createSetupLink(now))
    // Of its statements, those that the link, the school, its administrator, the log and the session are written by.
    const failAt = async (nth: number) => {
      const failing = failStatement(nth, "refused")
      await expect(setUpSchool(caller, input(token), now)).rejects.toThrow()
      failing.restore()
      expect(await database().school.count()).toBe(0)
      expect(await database().user.count()).toBe(0)
      expect(await isSetupLinkOpen(token, now)).toBe(true)
    }
    for (let nth = 1; nth <= 8; nth++) await failAt(nth)
  })

  it("pressed twice at once makes one school and one administrator", async () => {
    const token = tokenOf(await createSetupLink(now))
    const answers = await Promise.all([
      setUpSchool(caller, input(token), now),
      setUpSchool(caller, input(token), now),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const done = answers.find(({ ok }) => ok)
    if (!done) throw new Error("nobody set the school up")
    expect(allowed(done).person.role).toBe("administrator")
    expect(await database().school.findMany()).toMatchObject([
      { name: "City School", timeZone: "Asia/Karachi" },
    ])
    expect(await database().user.findMany()).toMatchObject([{ userName: "rehana", role: "administrator" }])
    expect(await isSetupLinkOpen(token, now)).toBe(false)
  })

  it("cannot be done again: no further link is made", async () => {
    expect(await createSetupLink(now)).toBeNull()
  })
})
