import { describe, expect, test } from "vitest"
import { decideNoticeSettings, FIRST_NOTICE_SETTINGS, type WrittenNoticeSettings } from "./notice-settings"

const written: WrittenNoticeSettings = {
  inApp: ["answered"],
  byMail: ["answered"],
  mails: true,
  digestAt: "17:00",
  quietFrom: "",
  quietTo: "",
}

describe("how somebody is told", () => {
  test("written as everybody begins is what everybody begins with", () => {
    expect(decideNoticeSettings(written)).toEqual({ ok: true, value: FIRST_NOTICE_SETTINGS })
  })

  test("keeps what is not told, per way", () => {
    expect(decideNoticeSettings({ ...written, byMail: [] })).toMatchObject({
      value: { mutedInApp: [], mutedByMail: ["answered"] },
    })
  })

  test("takes quiet hours over midnight", () => {
    const night = decideNoticeSettings({ ...written, quietFrom: "21:30", quietTo: "07:00" })
    expect(night).toMatchObject({ value: { quiet: { from: 1290, to: 420 } } })
  })

  test.each([
    [{ digestAt: "" }, "discussion.notATimeOfDay", "digestAt"],
    [{ quietFrom: "21:00" }, "discussion.quietNeedsBoth", "quietTo"],
    [{ quietTo: "07:00" }, "discussion.quietNeedsBoth", "quietFrom"],
    [{ quietFrom: "21:00", quietTo: "21:00" }, "discussion.quietIsEmpty", "quietTo"],
  ])("refuses %j and says where", (change, code, field) => {
    expect(decideNoticeSettings({ ...written, ...change })).toMatchObject({
      ok: false,
      refusal: { code, field },
    })
  })
})
