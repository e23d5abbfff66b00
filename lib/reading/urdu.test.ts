import { describe, expect, it } from "vitest"
import { urduLang } from "./urdu"

describe("urduLang", () => {
  it("knows Urdu by letters that its neighbours lack", () => {
    expect(urduLang("غیر جانبداری کا مطلب خاموشی نہیں ہے۔")).toBe("ur")
    expect(urduLang('<p dir="auto">ہم خاموش نہیں رہیں گے</p>')).toBe("ur")
  })

  it("leaves a page's own language to words that only quote some", () => {
    expect(urduLang("He calls it خاموشی نہیں and I do not see what he means by that.")).toBeUndefined()
  })

  it("leaves Persian, Arabic and everything else alone", () => {
    expect(urduLang("بی‌طرفی به معنای سکوت نیست.")).toBeUndefined()
    expect(urduLang("الحياد لا يعني الصمت.")).toBeUndefined()
    expect(urduLang("Silence is a side.")).toBeUndefined()
    expect(urduLang(null)).toBeUndefined()
  })
})
