import "server-only"
import { pool } from "@/lib/platform/database"

/** What was taken away: a name of ours, such as "students.csv", never a person's or a lesson's. */
export type ExportRecord = {
  actorId: string | null
  classId: string
  assignmentId: string | null
  file: string
}

// Not as the assignment's own event: those make the grids of everybody who follows them come again.
const RECORD = `
  INSERT INTO "Event" (kind, "actorId", "classId", "subjectId", data)
  VALUES ('results.exported', $1, $2, $3, jsonb_build_object('file', $4::text))`

/** Records that something was taken away, with ids alone. */
export async function recordExport({ actorId, classId, assignmentId, file }: ExportRecord): Promise<void> {
  await pool().query(RECORD, [actorId, classId, assignmentId, file])
}

const RECORD_AND_READ = `
  WITH recorded AS (${RECORD})
  SELECT e.id AS "enrolmentId", u.email FROM "Enrolment" e JOIN "User" u ON u.id = e."userId"
  WHERE e."classId" = $2 AND e.role = 'student' AND e.state = 'active'`

/** The same, and the addresses of the class's students by enrolment, for lists that ask for them. */
export async function recordAndLoadEmails(record: ExportRecord): Promise<Map<string, string | null>> {
  const { actorId, classId, assignmentId, file } = record
  const { rows } = await pool().query<{ enrolmentId: string; email: string | null }>(RECORD_AND_READ, [
    actorId,
    classId,
    assignmentId,
    file,
  ])
  return new Map(rows.map(({ enrolmentId, email }) => [enrolmentId, email]))
}
