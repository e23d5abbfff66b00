import path from "node:path"
import pg from "pg"
import { beforeEach } from "vitest"
import { note } from "./guard-switch"
import { nameOf, type Task } from "./test-name"

// Vitest's set-up in an instrumented copy: says which test runs, and notes which unique index refused or was asked.

const root = path.resolve(import.meta.dirname, "../..")

beforeEach(({ task }) => {
  const { filepath } = task.file
  Object.assign(globalThis, {
    colloquyTest: { file: path.relative(root, filepath), name: nameOf(task as unknown as Task) },
  })
})

type Query = (this: pg.Client, ...call: unknown[]) => unknown
type Refused = { code?: string; constraint?: string }

const heard = new WeakSet<pg.Client>()
const query = pg.Client.prototype.query as unknown as Query

pg.Client.prototype.query = function listening(this: pg.Client, ...call: unknown[]) {
  if (!heard.has(this)) {
    heard.add(this)
    const { connection } = this as unknown as { connection: NodeJS.EventEmitter }
    connection.on("errorMessage", ({ code, constraint }: Refused) => {
      if (code === "23505" && constraint) note(`index:${constraint}`)
    })
  }
  const [statement] = call
  const text =
    typeof statement === "string" ? statement : ((statement as { text?: string } | null)?.text ?? "")
  for (const [, table] of text.matchAll(/INSERT INTO (?:"public"\.)?"(\w+)"[^;]*ON CONFLICT/gi))
    note(`conflict:${table}`)
  return query.apply(this, call)
} as unknown as typeof pg.Client.prototype.query
