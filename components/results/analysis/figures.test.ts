import { describe, expect, it } from "vitest"
import { correlationText, pointsText } from "./figures"

describe("correlationText", () => {
  it.each([
    [0.484, ".48"],
    [-0.31, "−.31"],
    [-0.001, ".00"],
    [1, "1.00"],
    [-1, "−1.00"],
    [0, ".00"],
  ])("writes %d as %s", (r, text) => expect(correlationText(r)).toBe(text))
})

describe("pointsText", () => {
  it.each([
    [24, "24"],
    [24.26, "24.3"],
    [-0.5, "-0.5"],
  ])("writes %d as %s", (points, text) => expect(pointsText(points)).toBe(text))
})
