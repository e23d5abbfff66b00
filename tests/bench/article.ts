import type { BenchSchool } from "./bench-school"
import { call } from "./http-client"
import { measure, type Stack } from "./measure"

/** W2: the article is opened, sixteen readers at once, each as somebody else. */
export function openArticle(port: number, school: BenchSchool, stack: Stack, operations: number) {
  return measure({
    key: "W2",
    name: "W2 open the article",
    stack,
    operations,
    atOnce: 16,
    run: async (index) => {
      const student = school.students[index % school.students.length]
      const reply = await call(port, { path: `/a/${school.assignmentId}/read`, cookie: student?.cookie })
      return { ok: reply.status === 200, bytes: reply.bytes, said: `${reply.status}` }
    },
  })
}
