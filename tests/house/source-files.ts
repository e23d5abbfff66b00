import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

/** One import, re-export or import() of a file. `line` counts from 1. */
export type ImportStatement = { target: string; line: number; typeOnly: boolean; reExport: boolean }

/** `place` is the path from the project's root, with forward slashes. */
export type SourceFile = { place: string; text: string; imports: ImportStatement[] }

const FOLDERS = ["app", "bin", "components", "lib", "tests"]
const LEFT_OUT = /(^|\/)(generated|node_modules|\.next|\.build)(\/|$)/

/** Every TypeScript and JavaScript source of the project. */
export function readSources(root: string): SourceFile[] {
  return FOLDERS.flatMap((folder) => listFiles(root, folder))
    .filter((place) => /\.(ts|tsx|mjs)$/.test(place) && !place.endsWith(".d.ts"))
    .map((place) => {
      const text = readFileSync(path.join(root, place), "utf8")
      return { place, text, imports: findImports(text) }
    })
}

function listFiles(root: string, folder: string): string[] {
  try {
    return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const place = `${folder}/${entry.name}`
      if (LEFT_OUT.test(place)) return []
      return entry.isDirectory() ? listFiles(root, place) : [place]
    })
  } catch {
    return []
  }
}

const STATEMENT = /^[ \t]*(import|export)\b(?<what>[^"'`;()]*?)\bfrom\s*["'](?<from>[^"']+)["']/gm
const BARE = /^[ \t]*import\s*["'](?<from>[^"']+)["']/gm
const DYNAMIC = /\bimport\(\s*["'](?<from>[^"']+)["']\s*\)/g

/** Imports as the formatter writes them: a statement begins its line. Comments do not count. */
export function findImports(source: string): ImportStatement[] {
  const text = withoutComments(source)
  return [STATEMENT, BARE, DYNAMIC].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const what = match.groups?.what ?? ""
      const start = match.index + match[0].search(/\S/)
      return {
        target: match.groups?.from ?? "",
        line: text.slice(0, start).split("\n").length,
        typeOnly: isTypeOnly(what),
        reExport: match[1] === "export",
      }
    }),
  )
}

function isTypeOnly(what: string): boolean {
  if (/^\s*type\b/.test(what)) return true
  const names = /\{([^}]*)\}/.exec(what)?.[1]?.split(",") ?? []
  const given = names.filter((name) => name.trim() !== "")
  const hasDefault = /^\s*[\w$*]/.test(what)
  return !hasDefault && given.length > 0 && given.every((name) => /^\s*type\s/.test(name))
}

// Blanked, not cut out, so that lines keep their numbers. A "//" after a colon is an address inside a string.
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/(^|[^:"'`])\/\/[^\n]*/g, "$1")
}
