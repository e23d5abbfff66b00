import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { POST as unsubscribeByMail } from "@/app/api/unsubscribe/[token]/route"
import { loadNoticeSettings, saveNoticeSettings } from "@/lib/discussion/server/notice-settings-store"
import { postReply } from "@/lib/discussion/server/post-reply"
import { sendDigests } from "@/lib/discussion/server/send-digests"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { closeMail } from "@/lib/platform/mail"
import { useTestDatabase } from "../../support/database"
import { viewerFor } from "../../support/factories"
import { makeDiscussion, makePost } from "../../support/factories-discussion"

useTestDatabase()

const HOUR = 3_600_000
type Taken = { to: string[]; text: string }
const post = { mails: [] as Taken[], refuses: false }
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  logger: false,
  onRcptTo: (address, _session, done) =>
    done(post.refuses ? new Error(`no such person: ${address.address}`) : null),
  onData: (stream, session, done) => {
    const parts: Buffer[] = []
    stream.on("data", (part: Buffer) => parts.push(part))
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      post.mails.push({ to, text: readable(Buffer.concat(parts).toString()) })
      done()
    })
  },
})

/** Soft line ends of quoted-printable taken out; the words of these mails are otherwise plain. */
const readable = (text: string): string =>
  text
    .replace(/=\r?\n/g, "")
    .replace(/\r\n[ \t]+/g, " ")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  process.env.MAIL_FROM = "Colloquy <colloquy@example.org>"
  process.env.COLLOQUY_URL = "https://colloquy.example.org"
})
afterEach(async () => {
  post.mails = []
  post.refuses = false
  await database().notice.deleteMany()
})
afterAll(async () => {
  closeMail()
  for (const name of ["SMTP_URL", "MAIL_FROM", "COLLOQUY_URL"]) delete process.env[name]
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

/** Six in the evening of the school's day, and the same hour days later. */
async function evening(days = 0): Promise<Date> {
  const { timeZone } = await database().school.findFirstOrThrow()
  const rows = await database().$queryRaw<{ at: Date }[]>`
    SELECT ((now() AT TIME ZONE ${timeZone})::date + interval '18 hours') AT TIME ZONE ${timeZone} AS at`
  return new Date((rows[0]?.at.getTime() ?? 0) + days * 24 * HOUR)
}

async function answered({ address = true } = {}) {
  const room = await makeDiscussion({ students: 2 })
  const [me, other] = room.students
  const [prompt] = room.prompts
  if (!me || !other || !prompt) throw new Error("no people")
  const email = `${newRandomId()}@example.org`
  if (address) await database().user.update({ where: { id: me.user.id }, data: { email } })
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  const mine = await makePost({ ...at, enrolmentId: me.enrolment.id })
  await makePost({ ...at, enrolmentId: other.enrolment.id })
  const answerer = await viewerFor(other.user)
  const answer = async () => {
    const words = { move: "support" as const, body: "A canary sings.", sentenceIds: [] }
    await postReply(answerer, { parentId: mine.publicId, clientKey: newRandomId(), ...words }, new Date())
  }
  await answer()
  return { me, other, email, mine, answer, viewer: await viewerFor(me.user), prompt }
}

const everything = { inApp: [], byMail: ["answered" as const], digestAt: "17:00", quietFrom: "", quietTo: "" }

describe("the mail of the day", () => {
  it("tells how many answers there are and where, in nobody's words and under nobody's name", async () => {
    const { email, other, prompt, answer } = await answered()
    await answer()
    expect(await sendDigests(await evening())).toEqual({ sent: 1, failed: 0 })
    const [mail] = post.mails
    expect(mail?.to).toEqual([email])
    expect(mail?.text).toContain("Subject: 2 new answers to posts of yours")
    expect(mail?.text).toContain(prompt.text)
    expect(mail?.text).toContain("https://colloquy.example.org/notices")
    expect(mail?.text).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    const aliases = await database().postAlias.findMany({ where: { enrolmentId: other.enrolment.id } })
    for (const secret of ["canary", other.user.displayName, ...aliases.map(({ name }) => name)])
      expect(mail?.text).not.toContain(secret)
  })

  it("goes out once a day, however many processes send, and tells nothing twice", async () => {
    const { answer } = await answered()
    const at = await evening()
    const done = await Promise.all([1, 2, 3, 4].map(() => sendDigests(at)))
    expect(done.reduce((sum, { sent }) => sum + sent, 0)).toBe(1)
    await answer()
    expect(await sendDigests(new Date(at.getTime() + HOUR))).toEqual({ sent: 0, failed: 0 })
    expect(await sendDigests(await evening(1))).toEqual({ sent: 1, failed: 0 })
    expect(post.mails.map(({ text }) => text.includes("1 new answer to a post of yours"))).toEqual([
      true,
      true,
    ])
    expect(await sendDigests(await evening(2))).toEqual({ sent: 0, failed: 0 })
  })

  it("waits for its hour and for the end of quiet hours", async () => {
    const { viewer } = await answered()
    const at = await evening()
    const later = { ...everything, mails: true, digestAt: "19:00" }
    await saveNoticeSettings(viewer, later, at)
    expect((await sendDigests(at)).sent).toBe(0)
    const quiet = { ...everything, mails: true, quietFrom: "17:30", quietTo: "20:00" }
    await saveNoticeSettings(viewer, quiet, at)
    expect((await sendDigests(at)).sent).toBe(0)
    expect((await sendDigests(new Date(at.getTime() + 2 * HOUR))).sent).toBe(1)
  })

  it.each([
    "hidden",
    "read",
    "muted",
    "unsubscribed",
    "left",
    "disabled",
    "demonstration",
    "noAddress",
  ] as const)("is not sent where there is nothing to tell or nobody to tell it: %s", async (why) => {
    const { me, mine, viewer } = await answered({ address: why !== "noAddress" })
    const at = await evening()
    const user = { where: { id: me.user.id } }
    const acts: Record<typeof why, () => Promise<unknown>> = {
      hidden: () =>
        database().post.updateMany({
          where: { threadId: mine.threadId, parentId: { not: null } },
          data: { state: "hidden" },
        }),
      read: () => database().notice.updateMany({ where: { userId: me.user.id }, data: { seenAt: at } }),
      muted: () => saveNoticeSettings(viewer, { ...everything, byMail: [], mails: true }, at),
      unsubscribed: () => saveNoticeSettings(viewer, { ...everything, mails: false }, at),
      left: () => database().enrolment.update({ where: { id: me.enrolment.id }, data: { leftAt: at } }),
      disabled: () => database().user.update({ ...user, data: { disabledAt: at } }),
      demonstration: () => database().user.update({ ...user, data: { demonstration: true } }),
      noAddress: async () => {},
    }
    await acts[why]()
    expect(await sendDigests(at)).toEqual({ sent: 0, failed: 0 })
    expect(post.mails).toEqual([])
  })

  it("is tried again where the server refuses, three times a day, and told the day after at the latest", async () => {
    await answered()
    const at = await evening()
    post.refuses = true
    const tries = []
    for (let count = 0; count < 5; count += 1) tries.push((await sendDigests(at)).failed)
    expect(tries).toEqual([1, 1, 1, 0, 0])
    post.refuses = false
    expect((await sendDigests(at)).sent).toBe(0)
    expect((await sendDigests(await evening(1))).sent).toBe(1)
  })

  it("is sent by nobody where no mail server is set", async () => {
    await answered()
    const url = process.env.SMTP_URL
    delete process.env.SMTP_URL
    expect(await sendDigests(await evening())).toEqual({ sent: 0, failed: 0 })
    process.env.SMTP_URL = url
  })

  it("ends at one press of its link, by whoever holds it; any other link ends nothing", async () => {
    const { viewer } = await answered()
    await sendDigests(await evening())
    const token = /api\/unsubscribe\/([0-9a-f-]{36})/.exec(post.mails[0]?.text ?? "")?.[1] ?? ""
    const press = (of: string, body?: URLSearchParams) =>
      unsubscribeByMail(new Request("http://localhost/", { method: "POST", body }), {
        params: Promise.resolve({ token: of }),
      })
    const oneClick = new URLSearchParams({ "List-Unsubscribe": "One-Click" })
    expect((await press(newRandomId(), oneClick)).status).toBe(404)
    expect((await press("' OR 1=1", oneClick)).status).toBe(404)
    expect((await loadNoticeSettings(viewer)).settings.mails).toBe(true)
    expect((await press(token, oneClick)).status).toBe(200)
    expect((await loadNoticeSettings(viewer)).settings.mails).toBe(false)
    const pressed = await press(token)
    expect([pressed.status, pressed.headers.get("location")]).toEqual([303, `/unsubscribe/${token}?done`])
  })
})
