import { randomBytes } from "node:crypto"
import { encode } from "next-auth/jwt"
import { fakeNeutrality } from "@/lib/lesson/content/fake-neutrality"
import { installLesson } from "@/lib/lesson/server/install-lesson"
import { database, pool } from "@/lib/platform/database"
import { settings } from "@/lib/platform/environment"
import { newId } from "@/lib/platform/ids"
import { hashToken } from "@/lib/platform/session-cookie"
import { PLAIN_COOKIE } from "@/lib/platform/session-cookie-names"
import { fillGradebook } from "@/tests/support/big-gradebook"
import { makeClass, makeViewer } from "@/tests/support/factories"
import { call } from "./http-client"
import { type Measurement, measure, type Stack } from "./measure"

export type BenchGradebook = {
  path: string
  /** Of the first assignment, as its staff see it. */
  assignmentPath: string
  cookie: string
  students: number
  works: number
}

/** A class whose every student has handed in a quiz of ten items in every assignment, and its teacher signed in. */
export async function makeBenchGradebook(size: { students: number; works: number }): Promise<BenchGradebook> {
  const teacher = await makeViewer("teacher")
  const room = await makeClass(teacher.userId)
  const tenItems = { ...fakeNeutrality, slug: "gradebook-ten", items: fakeNeutrality.items.slice(0, 10) }
  const installed = await installLesson(teacher, tenItems, new Date())
  if (!installed.ok) throw new Error(`the lesson could not be installed: ${installed.refusal.code}`)
  const { lessonVersionId } = installed.value
  await fillGradebook(pool(), {
    classId: room.id,
    teacherId: teacher.userId,
    lessonVersionId,
    ...size,
    handedIn: 100,
  })
  const first = await database().assignment.findFirstOrThrow({
    where: { classId: room.id },
    select: { id: true },
  })
  return {
    path: `/teach/classes/${room.publicId}/gradebook`,
    assignmentPath: `/teach/assignments/${first.id}`,
    cookie: await signedIn(teacher.userId),
    ...size,
  }
}

async function signedIn(userId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url")
  const expiresAt = new Date(Date.now() + 86_400_000)
  const tokenHash = new Uint8Array(hashToken(token))
  await database().session.create({ data: { id: newId(), tokenHash, userId, expiresAt } })
  const claims = { sub: userId, sessionToken: token }
  return `${PLAIN_COOKIE}=${await encode({ token: claims, secret: settings().NEXTAUTH_SECRET, maxAge: 86_400 })}`
}

type Run = { port: number; gradebook: BenchGradebook; stack: Stack; operations: number }

/** W5a to W5c: the results of one quiz, how its questions did, and the gradebook. */
export async function openStaffPages(run: Run): Promise<Measurement[]> {
  const { path, assignmentPath, students } = run.gradebook
  return [
    await openPage(run, {
      key: "W5a",
      name: `W5a quiz results of ${students} attempts`,
      path: assignmentPath,
    }),
    await openPage(run, {
      key: "W5b",
      name: `W5b item statistics of ${students} attempts`,
      path: `${assignmentPath}/items`,
    }),
    await openPage(run, { key: "W5c", name: `W5c gradebook of ${students} students`, path }),
  ]
}

/** W5d: the gradebook is opened. */
export async function openGradebook(run: Run): Promise<Measurement> {
  const { port, gradebook } = run
  const { path, cookie, students, works } = gradebook
  const whole = await call(port, { path, cookie, headers: { "accept-encoding": "identity" } })
  const rows = whole.body.match(/<tr data-id=/g)?.length ?? 0
  if (rows !== students) throw new Error(`the gradebook answered ${whole.status} with ${rows} students`)
  return openPage(run, { key: "W5d", name: `W5d gradebook, ${students} x ${works}`, path })
}

type Opened = { key: string; name: string; path: string }

/** Four at once: a school has few teachers who look at the same kind of page in the same second. */
function openPage(
  { port, gradebook: { cookie }, stack, operations }: Run,
  { key, name, path }: Opened,
): Promise<Measurement> {
  return measure({
    key,
    name,
    stack,
    operations,
    atOnce: 4,
    run: async () => {
      const reply = await call(port, { path, cookie })
      return { ok: reply.status === 200, bytes: reply.bytes, said: `${reply.status}` }
    },
  })
}
