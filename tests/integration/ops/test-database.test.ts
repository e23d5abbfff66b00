import { describe, expect, it } from "vitest"
import { database, pool } from "@/lib/platform/database"
import { useTestDatabase } from "../../support/database"

useTestDatabase()

describe("a test database", () => {
  it("has every table and nothing in it", async () => {
    expect(await database().user.count()).toBe(0)
  })

  it("is the same through Prisma and through the pool", async () => {
    await database().school.create({ data: { name: "Hillside", timeZone: "Asia/Karachi", locale: "en" } })
    const rows = await pool().query<{ name: string }>('SELECT name FROM "School"')
    expect(rows.rows).toEqual([{ name: "Hillside" }])
  })
})
