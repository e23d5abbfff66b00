import { describe, expect, it } from "vitest"
import { handOutPassword } from "@/lib/classroom/server/hand-out-password"
import { hashPassword } from "@/lib/classroom/server/hash-password"
import { beginLink, findByIdentity, linkIdentity, unlinkIdentity } from "@/lib/classroom/server/identities"
import { beginSecondFactor, confirmSecondFactor } from "@/lib/classroom/server/second-factor"
import { database } from "@/lib/platform/database"
import { allowed, expectRefusal } from "@/tests/integration/people/expect-refusal"
import { appCode } from "@/tests/support/authenticator"
import { useTestDatabase } from "@/tests/support/database"
import { makeUser, viewerFor } from "@/tests/support/factories"
import { failBeforeCommit } from "@/tests/support/failing-statement"

useTestDatabase()

const now = new Date()
const password = "quiet kestrel on a wire"
const provider = "https://login.x.example"
let made = 0
const newSubject = () => ({ provider, subject: `subject-${++made}` })

async function makeTeacher() {
  const user = await makeUser("teacher", { passwordHash: await hashPassword(password) })
  return { user, viewer: await viewerFor(user) }
}

describe("a provider's sign-in", () => {
  it("is nobody's until its owner links it, and then theirs at that provider alone", async () => {
    const { user, viewer } = await makeTeacher()
    const identity = newSubject()
    expectRefusal(await findByIdentity(identity), "unauthenticated", "people.identityUnknown")
    allowed(await linkIdentity(viewer.sessionId, identity, now))
    allowed(await linkIdentity(viewer.sessionId, identity, now))
    expect(allowed(await findByIdentity(identity))).toEqual({ userId: user.id })
    expectRefusal(
      await findByIdentity({ ...identity, provider: "https://evil.example" }),
      "unauthenticated",
      "people.identityUnknown",
    )
  })

  it("opens no account that was closed", async () => {
    const { user, viewer } = await makeTeacher()
    const identity = newSubject()
    allowed(await linkIdentity(viewer.sessionId, identity, now))
    await database().user.update({ where: { id: user.id }, data: { disabledAt: now } })
    expectRefusal(await findByIdentity(identity), "forbidden", "people.accountClosed")
    expectRefusal(
      await linkIdentity(viewer.sessionId, newSubject(), now),
      "unauthenticated",
      "people.linkLate",
    )
  })

  it("belongs to the first of two who link it at once", async () => {
    const [one, other] = [await makeTeacher(), await makeTeacher()]
    const identity = newSubject()
    const answers = await Promise.all([
      linkIdentity(one.viewer.sessionId, identity, now),
      linkIdentity(other.viewer.sessionId, identity, now),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const refused = answers.find(({ ok }) => !ok)
    if (refused) expectRefusal(refused, "conflict", "people.identityTaken")
  })

  it("goes when a new password is handed out: whoever had the old one may have linked it", async () => {
    const { user, viewer } = await makeTeacher()
    const identity = newSubject()
    allowed(await linkIdentity(viewer.sessionId, identity, now))
    await handOutPassword({ userId: user.id, actorId: null })
    expectRefusal(await findByIdentity(identity), "unauthenticated", "people.identityUnknown")
  })
})

describe("linking, and ending a link", () => {
  it("is forbidden without the password, and to a session that has ended", async () => {
    const { viewer } = await makeTeacher()
    const identity = newSubject()
    allowed(await linkIdentity(viewer.sessionId, identity, now))
    expectRefusal(await beginLink(viewer, { current: "wrong" }, now), "invalid", "people.passwordWrong")
    expectRefusal(
      await unlinkIdentity(viewer, { provider, current: "wrong" }, now),
      "invalid",
      "people.passwordWrong",
    )
    expect(allowed(await beginLink(viewer, { current: password }, now))).toEqual({
      sessionId: viewer.sessionId,
    })
    await database().session.deleteMany({ where: { id: viewer.sessionId } })
    expectRefusal(
      await linkIdentity(viewer.sessionId, newSubject(), now),
      "unauthenticated",
      "people.linkLate",
    )
    expect(await database().identity.count({ where: { userId: viewer.userId } })).toBe(1)
  })

  it("ends one's own link and nobody else's", async () => {
    const [one, other] = [await makeTeacher(), await makeTeacher()]
    const [mine, theirs] = [newSubject(), newSubject()]
    allowed(await linkIdentity(one.viewer.sessionId, mine, now))
    allowed(await linkIdentity(other.viewer.sessionId, theirs, now))
    allowed(await unlinkIdentity(one.viewer, { provider, current: password }, now))
    expectRefusal(await findByIdentity(mine), "unauthenticated", "people.identityUnknown")
    allowed(await findByIdentity(theirs))
  })

  it("is done whole or not at all", async () => {
    const [one, other] = [await makeTeacher(), await makeTeacher()]
    const [mine, theirs] = [newSubject(), newSubject()]
    await failBeforeCommit({
      rehearse: () => linkIdentity(other.viewer.sessionId, theirs, now),
      act: () => linkIdentity(one.viewer.sessionId, mine, now),
    })
    allowed(await findByIdentity(theirs))
    expectRefusal(await findByIdentity(mine), "unauthenticated", "people.identityUnknown")
    allowed(await linkIdentity(one.viewer.sessionId, mine, now))
    const end = ({ viewer }: typeof one) => unlinkIdentity(viewer, { provider, current: password }, now)
    await failBeforeCommit({ rehearse: () => end(other), act: () => end(one) })
    expectRefusal(await findByIdentity(theirs), "unauthenticated", "people.identityUnknown")
    allowed(await findByIdentity(mine))
  })

  it("asks for the second step where one is on", async () => {
    const { viewer } = await makeTeacher()
    const { secret } = allowed(await beginSecondFactor(viewer, { current: password }, now))
    allowed(await confirmSecondFactor(viewer, { code: appCode(secret, now) }, now))
    const later = new Date(now.getTime() + 30_000)
    expectRefusal(
      await beginLink(viewer, { current: password }, later),
      "unauthenticated",
      "people.secondStepWrong",
    )
    allowed(await beginLink(viewer, { current: password, code: appCode(secret, later) }, later))
  })
})
