import type { BenchSchool } from "./bench-school"
import { call } from "./http-client"
import { type Measurement, measure } from "./measure"

/** W2: the article is opened, sixteen readers at once, each as somebody else. */
export function openArticle(port: number, school: BenchSchool, stack: number[], operations: number) {
  return measure({
    name: "W2 open the article",
    stack,
    operations,
    atOnce: 16,
    run: async (index) => {
      const student = school.students[index % school.students.length]
      const reply = await call(port, { path: `/a/${school.assignmentId}/read`, cookie: student?.cookie })
      return { ok: reply.status === 200, bytes: reply.bytes, said: `${reply.status}` }
    },
  }) satisfies Promise<Measurement>
}
