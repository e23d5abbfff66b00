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

export type BenchGradebook = { path: string; cookie: string; students: number; works: number }

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
  return {
    path: `/teach/classes/${room.publicId}/gradebook`,
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

/** W5d: the gradebook is opened, four at once: a school has few teachers who look at it in the same second. */
export async function openGradebook({ port, gradebook, stack, operations }: Run): Promise<Measurement> {
  const { path, cookie, students, works } = gradebook
  const whole = await call(port, { path, cookie, headers: { "accept-encoding": "identity" } })
  const rows = whole.body.match(/<tr data-id=/g)?.length ?? 0
  if (rows !== students) throw new Error(`the gradebook answered ${whole.status} with ${rows} students`)
  return measure({
    key: "W5d",
    name: `W5d gradebook, ${students} x ${works}`,
    stack,
    operations,
    atOnce: 4,
    run: async () => {
      const reply = await call(port, { path, cookie })
      return { ok: reply.status === 200, bytes: reply.bytes, said: `${reply.status}` }
    },
  })
}
