import { expect, it } from "vitest"
import { chooseVoice } from "./choose-voice"

const voice = (lang: string, localService = false, isDefault = false) => {
  return { lang, localService, default: isDefault }
}

it.each([
  ["none where there is none", [], "en", null],
  ["none of another language", [voice("en-US", true, true)], "ur", null],
  ["any region of the language", [voice("de-DE"), voice("en_US")], "en-GB", "en_US"],
  ["the same region first", [voice("en-US", true, true), voice("en-GB")], "en-GB", "en-GB"],
  ["one that needs no network", [voice("en-AU"), voice("en-US", true)], "en", "en-US"],
  ["no language that only begins alike", [voice("fil-PH")], "fi", null],
])("takes %s", (_, voices, language, expected) => {
  expect(chooseVoice(voices, language)?.lang ?? null).toBe(expected)
})
