import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import type { Violation } from "./check-imports"
import { readSources, type SourceFile } from "./source-files"

type Words = { [key: string]: string | Words }

const FOLDER = "lib/platform/messages/en"
const TRANSLATOR =
  /\b(?:const|let)\s+(?<name>\w+)\s*=\s*(?:await\s+)?(?:getTranslations|useTranslations)\(\s*(?:["'](?<space>[^"']*)["'])?\s*\)/g
const REFUSAL = /\brefuse\(\s*["'][\w-]+["']\s*,\s*["'](?<room>\w+)\.(?<name>\w+)["']/g

/** Every message key and refusal code in the sources that the message files have no sentence for. */
export function checkMessages(root: string): Violation[] {
  const words = readWords(root)
  const files = readSources(root).filter(({ place }) => !/\.(test|spec)\.tsx?$|^tests\//.test(place))
  return files.flatMap((file) => [...checkKeys(file, words), ...checkRefusals(file, words)])
}

function readWords(root: string): Words {
  const files = readdirSync(path.join(root, FOLDER)).filter((name) => name.endsWith(".json"))
  if (files.length === 0) throw new Error(`no message files under ${FOLDER}`)
  return Object.fromEntries(
    files.map((name) => [
      path.basename(name, ".json"),
      JSON.parse(readFileSync(path.join(root, FOLDER, name), "utf8")),
    ]),
  )
}

// A name may be bound twice in a file (page and metadata); a key is missing when no binding has it.
function checkKeys({ place, text }: SourceFile, words: Words): Violation[] {
  const spaces = new Map<string, string[]>()
  for (const { groups } of text.matchAll(TRANSLATOR))
    spaces.set(groups?.name ?? "", [...(spaces.get(groups?.name ?? "") ?? []), groups?.space ?? ""])
  return [...spaces].flatMap(([name, prefixes]) => {
    const use = new RegExp(`\\b${name}(?:\\.(?:rich|markup|raw))?\\(\\s*["']([^"']+)["']`, "g")
    return [...text.matchAll(use)].flatMap((match) => {
      const key = match[1] ?? ""
      if (prefixes.some((prefix) => hasKey(words, prefix ? `${prefix}.${key}` : key))) return []
      return [
        { place, line: lineAt(text, match.index), reason: `no sentence for ${prefixes.join("|")}.${key}` },
      ]
    })
  })
}

function checkRefusals({ place, text }: SourceFile, words: Words): Violation[] {
  return [...text.matchAll(REFUSAL)].flatMap((match) => {
    const key = `${match.groups?.room}.refusals.${match.groups?.name}`
    return hasKey(words, key)
      ? []
      : [{ place, line: lineAt(text, match.index), reason: `no sentence for ${key}` }]
  })
}

function hasKey(words: Words, key: string): boolean {
  let part: Words | string | undefined = words
  for (const name of key.split(".")) part = typeof part === "object" ? part[name] : undefined
  return part !== undefined
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length
