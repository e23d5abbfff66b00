import { describe, expect, it } from "vitest"
import { schoolFault } from "./school-fields"

describe("schoolFault", () => {
  it.each([
    ["City School", "Asia/Karachi", undefined],
    ["", "Asia/Karachi", "people.schoolNameMissing"],
    ["x".repeat(121), "Asia/Karachi", "people.schoolNameLong"],
    ["City School", "Asia/Atlantis", "people.timeZoneUnknown"],
  ])("of %j in %j finds %s", (schoolName, timeZone, code) => {
    expect(schoolFault({ schoolName, timeZone })?.code).toBe(code)
  })
})
