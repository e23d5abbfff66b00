import type { PageEntry, Staging } from "@/tests/shots/page-entry"
import { administrator, forbiddenTo, teacher } from "@/tests/shots/shot-makers"

const path = () => "/admin/status"

/** The database was used by a newer Colloquy. */
const newerDatabase: Staging = async (db) => {
  await db.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '9999_x', now())`,
  )
  return async () => {
    await db.query(`DELETE FROM _prisma_migrations WHERE id = 'x'`)
  }
}

/** How the server is, for its administrators. */
export const statusPages: readonly PageEntry[] = [
  {
    page: "admin/status/page.tsx",
    neverEmpty: "There is always the server that answers.",
    shots: [
      { state: "full", as: administrator, path },
      { state: "full", called: "something wrong", as: administrator, path, staged: newerDatabase },
      { state: "full", called: "a check that fails", as: administrator, path, breaks: "_prisma_migrations" },
      forbiddenTo(teacher, path),
    ],
  },
]
