import { existsSync } from "node:fs"
import path from "node:path"
import { partOf, refuseImport, refusePackage } from "./import-table"
import { type ImportStatement, readSources, type SourceFile } from "./source-files"

/** Something the house does not allow, at a line. */
export type Violation = { place: string; line: number; reason: string }

const isTest = (place: string): boolean => /\.(test|spec)\.tsx?$/.test(place)

/** Every breach of the house's rules about imports and names. Throws when it finds no files: silence would look like order. */
export function checkImports(root: string): Violation[] {
  const files = readSources(root)
  if (files.length === 0) throw new Error(`no source files under ${root}`)
  const known = new Map(files.map((file) => [file.place, file]))
  return [
    ...files.flatMap((file) => checkTable(root, file)),
    ...files.flatMap(checkNames),
    ...files.flatMap(checkServerOnly),
    ...files.flatMap(checkBarrel),
    ...files.flatMap(checkRefresh),
    ...checkCycles(root, known),
  ]
}

function checkTable(root: string, file: SourceFile): Violation[] {
  const from = partOf(file.place)
  if (!from || isTest(file.place)) return []
  return file.imports.flatMap((statement) => {
    const place = resolvePlace(root, file.place, statement.target)
    const to = place === null ? null : partOf(place)
    const withinHouse =
      place && to ? refuseImport(from, to, { ...statement, target: withoutEnding(place) }) : null
    const reason = withinHouse ?? refusePackage(from, place ?? statement.target)
    return reason
      ? [{ place: file.place, line: statement.line, reason: `${reason}: ${statement.target}` }]
      : []
  })
}

const withoutEnding = (place: string): string => place.replace(/\.(tsx?|mjs)$/, "")

/** Where an import of ours leads, as a path from the root; null for packages. */
function resolvePlace(root: string, from: string, target: string): string | null {
  if (!target.startsWith("@/") && !target.startsWith(".")) return null
  const bare = target.startsWith("@/") ? target.slice(2) : path.posix.join(path.posix.dirname(from), target)
  const found = ["", ".ts", ".tsx", ".mjs", "/index.ts"].find(
    (ending) => /\.\w+$/.test(bare + ending) && existsSync(path.join(root, bare + ending)),
  )
  return bare + (found ?? "")
}

const NAMELESS = /(^|\/)(utils?|helpers?|misc|common)(\/|\.(ts|tsx|mjs)$)/

function checkNames({ place }: SourceFile): Violation[] {
  return NAMELESS.test(place) ? [{ place, line: 1, reason: "a room without a name of its own" }] : []
}

function checkServerOnly({ place, text }: SourceFile): Violation[] {
  const kind = partOf(place)?.kind
  if ((kind !== "server" && kind !== "demonstration") || isTest(place)) return []
  const first = text.replace(/^(\s*\/\/[^\n]*\n|\s*\/\*[\s\S]*?\*\/)*/, "").trimStart()
  if (/^import ["']server-only["']/.test(first)) return []
  return [{ place, line: 1, reason: 'server files begin with import "server-only"' }]
}

/** See docs/decisions/0013: in the production build it may do nothing, or undo a change of page. */
function checkRefresh({ place, text }: SourceFile): Violation[] {
  if (!/^(app|components)\//.test(place) || isTest(place)) return []
  const line = text.split("\n").findIndex((one) => /\brouter\.refresh\(/.test(one))
  const reason = "a page is brought again by its action (lib/platform/refreshing), not by router.refresh()"
  return line < 0 ? [] : [{ place, line: line + 1, reason }]
}

function checkBarrel({ place, text, imports }: SourceFile): Violation[] {
  const reExports = imports.filter((statement) => statement.reExport)
  const declares =
    /^\s*(export\s+(default\s+)?)?(async\s+function|function|const|let|class|type|interface|enum)\b/m.test(
      text,
    )
  const onlyPassesOn = reExports.length > 0 && !declares && !isRouteFile(place)
  const named = /(^|\/)index\.(ts|tsx|mjs)$/.test(place)
  return onlyPassesOn || named ? [{ place, line: 1, reason: "a barrel file" }] : []
}

// Next looks for these by name, so that one may be nothing but a door to a function of lib.
const isRouteFile = (place: string): boolean => /^app\/.*\b(route|page|layout)\.tsx?$/.test(place)

/** Cycles of imports that exist when the code runs. Types leave no trace, and two may name each other. */
function checkCycles(root: string, known: ReadonlyMap<string, SourceFile>): Violation[] {
  const done = new Set<string>()
  const found: Violation[] = []
  const visit = (place: string, trail: string[]): void => {
    const at = trail.indexOf(place)
    if (at >= 0) {
      const around = [...trail.slice(at), place].join(" -> ")
      found.push({
        place,
        line: lineOf(known, place, trail[at + 1] ?? place, root),
        reason: `a cycle: ${around}`,
      })
    }
    if (at >= 0 || done.has(place)) return
    for (const statement of known.get(place)?.imports ?? [])
      if (!statement.typeOnly) visitTarget(place, statement, [...trail, place])
    done.add(place)
  }
  const visitTarget = (place: string, statement: ImportStatement, trail: string[]): void => {
    const target = resolvePlace(root, place, statement.target)
    if (target && known.has(target)) visit(target, trail)
  }
  for (const place of known.keys()) visit(place, [])
  return found
}

function lineOf(known: ReadonlyMap<string, SourceFile>, place: string, target: string, root: string): number {
  const statement = known.get(place)?.imports.find((one) => resolvePlace(root, place, one.target) === target)
  return statement?.line ?? 1
}
