import { hashPassword } from "@/lib/classroom/server/hash-password"
import { pool } from "@/lib/platform/database"
import { actionId, callAction } from "./actions"
import type { BenchSchool } from "./bench-school"
import { measure, type Stack } from "./measure"

const PASSWORD = "correct horse battery staple"

/** Gives everybody of a school the same password, hashed as the app hashes it. */
export async function givePasswords(school: BenchSchool): Promise<void> {
  const ids = school.students.map(({ userId }) => userId)
  await pool().query(`UPDATE "User" SET "passwordHash" = $1 WHERE id = ANY($2::uuid[])`, [
    await hashPassword(PASSWORD),
    ids,
  ])
}

/**
 * W1: sixteen sign in at once, each as somebody else, by the sign-in form's own action. Its answer holds the new session and
 * the page it leads to, so that page is in the figure.
 */
export function signInAll(port: number, school: BenchSchool, stack: Stack, operations: number) {
  const id = actionId("signInAction")
  return measure({
    key: "W1",
    name: "W1 sign in, and home",
    stack,
    operations,
    atOnce: 16,
    run: async (index) => {
      const name = school.students[index % school.students.length]?.userName
      const input = { name, password: PASSWORD }
      const reply = await callAction(port, { id, path: "/sign-in", input })
      const session = reply.headers["set-cookie"]?.some((cookie) =>
        cookie.startsWith("next-auth.session-token="),
      )
      const ok = session === true && reply.headers["x-action-redirect"] !== undefined && reply.bytes > 0
      return {
        ok,
        bytes: reply.bytes,
        said: `${reply.status} ${reply.bytes} bytes ${reply.headers["x-action-redirect"]}`,
      }
    },
  })
}
