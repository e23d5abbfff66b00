import { describe, expect, it } from "vitest"
import { describeDevice } from "./device"

describe("describeDevice", () => {
  it.each([
    [
      "Mozilla/5.0 (X11; CrOS x86_64 14541) AppleWebKit/537.36 Chrome/130.0 Safari/537.36",
      "Chrome on ChromeOS",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0",
      "Edge on Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1",
      "Safari on iPhone",
    ],
    ["Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0", "Firefox on Android"],
    ["curl/8.0", null],
    [null, null],
  ])("names %s", (userAgent, expected) => {
    expect(describeDevice(userAgent)).toBe(expected)
  })
})
