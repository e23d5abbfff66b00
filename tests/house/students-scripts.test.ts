import path from "node:path"
import { expect, it } from "vitest"
import { byPlace, reached } from "./reached"
import { readSources, type SourceFile } from "./source-files"

const root = path.resolve(import.meta.dirname, "../..")

const isOfTheBrowser = ({ text }: SourceFile): boolean => text.startsWith('"use client"')
const isOfTheServer = ({ text }: SourceFile): boolean => text.startsWith('"use server"')

it("a student's pages send no parser of shapes: the server checks what comes, and zod would be a tenth of the page", () => {
  const files = byPlace(readSources(root))
  const pages = [...files.keys()].filter((place) => /^app\/(?:a|home)\/.*page\.tsx$/.test(place))
  const sent = new Set(pages.flatMap((page) => [...reached(page, files, isOfTheBrowser)]))
  const scripts = [...sent].filter((place) => {
    const file = files.get(place)
    return file && isOfTheBrowser(file)
  })
  expect(scripts).toContain("components/reading/reading-desk.tsx")
  const withParser = scripts.filter((script) => reached(script, files, isOfTheServer).has("zod"))
  // Practice is scored where it is taken, by the rules of every type.
  expect(withParser).toEqual(["components/quiz/practice/practice.tsx"])
})
