import { describe, expect, it } from "vitest"
import { directDatabaseUrl, hasPooler } from "./connection-urls"

const DATABASE_URL = "postgresql://pooler/school"
const DIRECT_DATABASE_URL = "postgresql://database/school"

describe("the two addresses of the database", () => {
  it("are one where no other is given, or an empty one", () => {
    for (const environment of [
      { DATABASE_URL },
      { DATABASE_URL, DIRECT_DATABASE_URL: " " },
      { DATABASE_URL, DIRECT_DATABASE_URL: DATABASE_URL },
    ]) {
      expect(directDatabaseUrl(environment)).toBe(DATABASE_URL)
      expect(hasPooler(environment)).toBe(false)
    }
  })

  it("are two where a pooler is in between", () => {
    expect(directDatabaseUrl({ DATABASE_URL, DIRECT_DATABASE_URL })).toBe(DIRECT_DATABASE_URL)
    expect(hasPooler({ DATABASE_URL, DIRECT_DATABASE_URL })).toBe(true)
  })

  it("are none where nothing is set", () => {
    expect(directDatabaseUrl({})).toBeUndefined()
    expect(hasPooler({})).toBe(false)
  })
})
