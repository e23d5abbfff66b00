import { randomUUID } from "node:crypto"
import pg from "pg"
import { inject } from "vitest"
import { closeDatabase } from "@/lib/platform/database"

/**
 * The two-database harness: runs the same in two fresh databases that differ only in a secret, and hands back what
 * each run saw. A reader from whom the secret is kept must see the same bytes in both, once ids and clocks are masked.
 */
export async function inTwoDatabases(run: (variant: 0 | 1) => Promise<string>): Promise<[string, string]> {
  const before = process.env.DATABASE_URL
  try {
    return [await inOne(() => run(0)), await inOne(() => run(1))]
  } finally {
    process.env.DATABASE_URL = before
  }
}

async function inOne(run: () => Promise<string>): Promise<string> {
  const { adminUrl, template } = inject("databaseServer")
  const name = `test_${process.pid}_${randomUUID().slice(0, 8)}`
  await asAdmin(
    adminUrl,
    `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(template)}`,
  )
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  await closeDatabase()
  process.env.DATABASE_URL = url.toString()
  try {
    return maskIds(await run())
  } finally {
    await closeDatabase()
    await asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
  }
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z/g
const MADE_UP_NAME = /\b(student|teacher|assistant|administrator)([ .])\d+\b/g
const PUBLIC_CLASS_ID = /"(classPublicId|publicId)":"[0-9a-f]{8}"/g

/**
 * Each id becomes the number of its first appearance, so that the same id in another place still shows; instants and
 * the factories' running numbers become a dot.
 */
export function maskIds(text: string): string {
  const seen = new Map<string, number>()
  const numberOf = (id: string) => {
    if (!seen.has(id)) seen.set(id, seen.size + 1)
    return `#${seen.get(id)}`
  }
  return text
    .replace(UUID, numberOf)
    .replace(INSTANT, ".")
    .replace(MADE_UP_NAME, "$1$2.")
    .replace(PUBLIC_CLASS_ID, '"$1":"."')
}

/** Where two runs first differ, with what stands around it; null when they are the same byte for byte. */
export function firstDifference([one, other]: readonly [string, string]): string | null {
  if (one === other) return null
  let at = 0
  while (one[at] === other[at]) at += 1
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 80)
  return `at ${at}: …${around(one)}… against …${around(other)}…`
}
