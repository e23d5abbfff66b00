import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { endSession } from "@/lib/classroom/server/sessions"
import { loadNotices } from "@/lib/discussion/server/load-notices"
import { markNoticesSeen } from "@/lib/discussion/server/mark-notices-seen"
import { saveNoticeSettings } from "@/lib/discussion/server/notice-settings-store"
import { openNotice } from "@/lib/discussion/server/open-notice"
import { postReply } from "@/lib/discussion/server/post-reply"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { tokenHashOf } from "@/lib/platform/session-cookie"
import { useTestDatabase } from "../../support/database"
import { viewerFor } from "../../support/factories"
import { makeDiscussion, makePost } from "../../support/factories-discussion"
import { failBeforeCommit } from "../../support/failing-statement"
import { signedIn, until, useFrontServer } from "../../support/front-server"

useTestDatabase()
const server = useFrontServer()

async function scene() {
  const room = await makeDiscussion({ students: 3 })
  const [me, other, third] = room.students
  const [prompt] = room.prompts
  if (!me || !other || !third || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  const mine = await makePost({ ...at, enrolmentId: me.enrolment.id })
  for (const one of [other, third]) await makePost({ ...at, enrolmentId: one.enrolment.id })
  const viewer = await viewerFor(me.user)
  const answerer = await viewerFor(other.user)
  return { room, me, other, third, at, mine, viewer, answerer }
}

const replyTo = (viewer: Viewer, parentId: string, clientKey = newRandomId()) =>
  postReply(
    viewer,
    { parentId, clientKey, move: "support" as const, body: "That is so.", sentenceIds: [] },
    new Date(),
  )

const idOf = async (viewer: Viewer) => (await loadNotices(viewer))[0]?.id ?? "none"

describe("notices of answers", () => {
  it("tell whoever was answered, once, by the pseudonym that classmates see", async () => {
    const { mine, viewer, answerer, other, third, at } = await scene()
    const key = newRandomId()
    await replyTo(answerer, mine.publicId, key)
    await replyTo(answerer, mine.publicId, key)
    const told = await loadNotices(viewer)
    const alias = await database().postAlias.findFirstOrThrow({
      where: { assignmentId: at.assignmentId, enrolmentId: other.enrolment.id },
    })
    expect(told.map(({ kind, author, isNew }) => [kind, author.name, isNew])).toEqual([
      ["answered", alias.name, true],
    ])
    expect(JSON.stringify(told)).not.toContain(other.user.displayName)
    for (const else_ of [answerer, await viewerFor(third.user)]) expect(await loadNotices(else_)).toEqual([])
  })

  it("tell nobody of an answer to oneself", async () => {
    const { mine, viewer } = await scene()
    await replyTo(viewer, mine.publicId)
    expect(await database().notice.count({ where: { userId: viewer.userId } })).toBe(0)
  })

  it("are not new any more once opened, once the thread was read, or once all were taken as read", async () => {
    const { mine, viewer, answerer, at } = await scene()
    const isNew = async () => (await loadNotices(viewer)).map((notice) => notice.isNew)
    await replyTo(answerer, mine.publicId)
    const opened = await openNotice(viewer, { noticeId: await idOf(viewer) }, new Date())
    const reply = await database().post.findFirstOrThrow({
      where: { threadId: mine.threadId, parentId: { not: null } },
    })
    expect(opened).toEqual({ ok: true, value: { ...at, postId: reply.publicId } })
    expect(await isNew()).toEqual([false])
    await replyTo(answerer, mine.publicId)
    expect(await isNew()).toEqual([true, false])
    await markNoticesSeen(viewer, { upTo: await idOf(viewer) }, new Date())
    expect(await isNew()).toEqual([false, false])
  })

  it("stay new where the person's other pages could not be told that they are not", async () => {
    const [kept, other] = [await scene(), await scene()]
    for (const { answerer, mine } of [kept, other]) await replyTo(answerer, mine.publicId)
    const upTo = { kept: await idOf(kept.viewer), other: await idOf(other.viewer) }
    await failBeforeCommit({
      rehearse: () => markNoticesSeen(other.viewer, { upTo: upTo.other }, new Date()),
      act: () => markNoticesSeen(kept.viewer, { upTo: upTo.kept }, new Date()),
    })
    const areNew = async ({ viewer }: typeof kept) => (await loadNotices(viewer)).map(({ isNew }) => isNew)
    expect([await areNew(kept), await areNew(other)]).toEqual([[true], [false]])
  })

  it("tell nothing of a post that is hidden or taken back, of a thread that is shut, of a class that was left", async () => {
    const { mine, viewer, answerer, me } = await scene()
    await replyTo(answerer, mine.publicId)
    const told = await loadNotices(viewer)
    const noticeId = await idOf(viewer)
    const post = { threadId: mine.threadId, parentId: { not: null } }
    for (const state of ["hidden", "deleted"] as const) {
      await database().post.updateMany({ where: post, data: { state } })
      expect(await loadNotices(viewer)).toEqual([])
      expect(await openNotice(viewer, { noticeId }, new Date())).toMatchObject({ ok: false })
    }
    await database().post.updateMany({ where: post, data: { state: "visible" } })
    expect(await loadNotices(viewer)).toEqual(told)
    await database().post.update({ where: { id: mine.id }, data: { state: "deleted" } })
    expect(await loadNotices(viewer)).toEqual([])
    await database().post.update({ where: { id: mine.id }, data: { state: "visible" } })
    await database().enrolment.update({ where: { id: me.enrolment.id }, data: { leftAt: new Date() } })
    expect(await loadNotices(viewer)).toEqual([])
  })

  it("are each person's own: nobody opens another's or takes them as read", async () => {
    const { mine, viewer, answerer, room } = await scene()
    await replyTo(answerer, mine.publicId)
    const noticeId = await idOf(viewer)
    for (const stranger of [answerer, await viewerFor(room.teacher)]) {
      const refused = await openNotice(stranger, { noticeId }, new Date())
      expect(refused).toMatchObject({ ok: false, refusal: { code: "discussion.noSuchNotice" } })
      await markNoticesSeen(stranger, { upTo: noticeId }, new Date())
    }
    expect((await loadNotices(viewer)).map(({ isNew }) => isNew)).toEqual([true])
  })

  it("are not told in the app where somebody chose so", async () => {
    const { mine, viewer, answerer } = await scene()
    await replyTo(answerer, mine.publicId)
    const written = { mails: true, digestAt: "17:00", quietFrom: "", quietTo: "" }
    await saveNoticeSettings(viewer, { ...written, inApp: [], byMail: ["answered"] }, new Date())
    expect(await loadNotices(viewer)).toEqual([])
    await saveNoticeSettings(viewer, { ...written, inApp: ["answered"], byMail: [] }, new Date())
    expect(await loadNotices(viewer)).toHaveLength(1)
  })
})

describe("the stream of notices", () => {
  const path = "/api/notices/events"

  it("says at once how many are new, and again when one comes; nothing of a hidden one", async () => {
    const { mine, me, answerer } = await scene()
    const stream = await server.hear(path, { cookie: (await signedIn(me.user)).cookie })
    const pulses = () =>
      [...stream.heard.text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? ""))
    await until(() => pulses().length === 1)
    expect(pulses()).toEqual([{ unread: 0, newest: null, isQuiet: false }])
    await replyTo(answerer, mine.publicId)
    await until(() => pulses().length === 2)
    expect(pulses()[1]).toMatchObject({ unread: 1, newest: { kind: "answered" } })
    await database().post.updateMany({
      where: { threadId: mine.threadId, parentId: { not: null } },
      data: { state: "hidden" },
    })
    const again = await server.hear(path, { cookie: (await signedIn(me.user)).cookie })
    await until(() => again.heard.text.includes("data"))
    expect(again.heard.text).toContain('{"unread":0,"newest":null,"isQuiet":false}')
  })

  it("keeps still in quiet hours", async () => {
    const { viewer, me } = await scene()
    const all = { inApp: ["answered" as const], byMail: [], mails: false, digestAt: "17:00" }
    const clock = { timeZone: viewer.school.timeZone, hour: "2-digit", minute: "2-digit" } as const
    const around = (minutes: number) =>
      new Intl.DateTimeFormat("en-GB", clock).format(Date.now() + minutes * 60_000)
    await saveNoticeSettings(viewer, { ...all, quietFrom: around(-60), quietTo: around(60) }, new Date())
    const stream = await server.hear(path, { cookie: (await signedIn(me.user)).cookie })
    await until(() => stream.heard.text.includes("data"))
    expect(stream.heard.text).toContain('"isQuiet":true')
  })

  it("ends at once where somebody signs out, and not for their other device", async () => {
    const { me } = await scene()
    const [here, there] = [await signedIn(me.user), await signedIn(me.user)]
    const streams = await Promise.all([here, there].map(({ cookie }) => server.hear(path, { cookie })))
    for (const { heard } of streams) await until(() => heard.text.includes("data"))
    await endSession((await tokenHashOf(here.cookie)) ?? new Uint8Array())
    await until(() => streams[0]?.heard.isOver === true)
    expect(streams[1]?.heard.isOver).toBe(false)
  })

  it("ends for whoever signed out, and is shut to nobody in particular", async () => {
    const { me, mine, answerer } = await scene()
    const { cookie, sessionId } = await signedIn(me.user)
    const stream = await server.hear(path, { cookie })
    await until(() => stream.heard.text.includes("data"))
    const before = stream.heard.text
    await database().session.delete({ where: { id: sessionId } })
    await replyTo(answerer, mine.publicId)
    await until(() => stream.heard.isOver)
    expect(stream.heard.text).toBe(before)
    expect((await fetch(`${server.base()}${path}`)).status).toBe(401)
  })
})
