import type { ImportStatement } from "./source-files"

export type Room =
  | "classroom"
  | "access"
  | "reading"
  | "quiz"
  | "discussion"
  | "lesson"
  | "results"
  | "platform"

/** Which part of the house a file belongs to. Tests beside the code belong to where they stand. */
export type Part =
  | { kind: "rules"; room: Room }
  | { kind: "server"; room: Room }
  | { kind: "demonstration" | "platform" | "components" | "app" | "bin" | "tests" | "words" }

export function partOf(place: string): Part | null {
  if (place.startsWith("lib/platform/messages/")) return { kind: "words" }
  if (place.startsWith("lib/platform/")) return { kind: "platform" }
  if (/^lib\/lesson\/server\/[\w-]*demonstration[\w-]*\.ts$/.test(place)) return { kind: "demonstration" }
  const room = /^lib\/(\w+)\//.exec(place)?.[1] as Room | undefined
  if (room) return { kind: /^lib\/\w+\/server\//.test(place) ? "server" : "rules", room }
  const top = place.split("/")[0]
  if (top === "app" || top === "components" || top === "bin" || top === "tests") return { kind: top }
  return null
}

/** Of which rooms a room's pure rules may know the types, and of which the rules as well. */
const RULES_MAY: Record<Room, { types: Room[]; rules: Room[] }> = {
  classroom: { types: [], rules: [] },
  access: { types: ["classroom"], rules: [] },
  reading: { types: ["classroom", "access"], rules: [] },
  quiz: { types: ["classroom", "access"], rules: [] },
  discussion: { types: ["classroom", "access"], rules: [] },
  lesson: { types: ["classroom", "access"], rules: ["reading", "quiz", "discussion"] },
  results: { types: ["classroom", "access"], rules: ["reading", "quiz", "discussion", "lesson"] },
  platform: { types: [], rules: [] },
}

/** The rooms whose server side joins others. */
const JOINS: Partial<Record<Room, Room[]>> = {
  lesson: ["reading", "quiz", "discussion"],
  results: ["reading", "quiz", "discussion", "lesson"],
}

/** What brings its own text with it: the one write of another room. */
const BRINGS = new Set(["lib/reading/server/import-reading"])

/** `allow` and `refuse` make the values that every rule answers with; see docs/decisions/0007. */
const isVocabulary = (to: Part, target: string): boolean =>
  to.kind === "rules" && to.room === "access" && target === "lib/access/refusal"

/** Why a file of `from` may not import `to`, or null where the table of docs (house.md) allows it. */
export function refuseImport(from: Part, to: Part, statement: ImportStatement): string | null {
  if (from.kind === "bin" || from.kind === "tests" || to.kind === "words") return null
  if (isVocabulary(to, statement.target)) return null
  if (to.kind === "tests" || to.kind === "bin") return `nothing outside ${to.kind} may import ${to.kind}`
  if (from.kind === "app") return null
  if (to.kind === "app") return "only the front server may import app"
  if (from.kind === "components") return refuseForComponents(to)
  if (to.kind === "components") return "lib may not import components"
  if (from.kind === "platform") return refuseForPlatform(to, statement)
  // It plays people: what it does goes through the use cases of every room, as from a door. See docs/decisions/0007.
  if (from.kind === "demonstration" || to.kind === "demonstration") return null
  if (from.kind === "server") return refuseForServer(from.room, to, statement)
  if (from.kind === "rules") return refuseForRules(from.room, to, statement)
  return null
}

function refuseForComponents(to: Part): string | null {
  if (to.kind === "server") return "components may not import server code"
  if (to.kind === "platform") return "components may not import platform"
  return null
}

// A session is a Viewer and a refusal becomes a status: platform speaks of both and decides nothing.
function refuseForPlatform(to: Part, statement: ImportStatement): string | null {
  if (to.kind === "platform") return null
  const vocabulary = to.kind === "rules" && to.room === "access"
  return vocabulary && statement.typeOnly ? null : "platform may know no room (of access, types)"
}

function refuseForRules(room: Room, to: Part, statement: ImportStatement): string | null {
  if (to.kind === "server") return "pure rules may not import server code"
  if (to.kind === "platform") return "pure rules may not import platform"
  if (to.kind !== "rules" || to.room === room) return null
  const may = RULES_MAY[room]
  if (may.rules.includes(to.room)) return null
  if (may.types.includes(to.room))
    return statement.typeOnly ? null : `lib/${room} may import only types of lib/${to.room}`
  return `lib/${room} may not know lib/${to.room}`
}

function refuseForServer(room: Room, to: Part, statement: ImportStatement): string | null {
  if (to.kind === "platform") return null
  if (to.kind === "server") {
    if (to.room === room) return null
    const joined = JOINS[room]?.includes(to.room)
    if (joined && /\/server\/([\w-]+-)?(store|cache)$/.test(statement.target)) return null
    if (room === "lesson" && BRINGS.has(statement.target)) return null
    if (joined && /\/server\/load-[\w-]+$/.test(statement.target)) return null
    return `lib/${room}/server may not import lib/${to.room}/server${joined ? " but its stores and loaders" : ""}`
  }
  if (to.kind !== "rules" || to.room === room || to.room === "access") return null
  return refuseForRules(room, to, statement)
}

/** Packages that tie code to a framework, a database or a machine. */
const IMPURE =
  /^(next(-auth|-intl)?|react(-dom)?|pg|prisma|@prisma\/.*|pino|rate-limiter-flexible|server-only|@node-rs\/.*)(\/|$)/
/** What of Node is only arithmetic. */
const PURE_NODE = new Set(["node:crypto"])
const DATABASE = /^(pg|prisma|@prisma\/.*)(\/|$)|(^|\/)platform\/generated(\/|$)/

/** Why a file of `from` may not import this package or generated client, or null. */
export function refusePackage(from: Part, target: string): string | null {
  const server = from.kind === "server" || from.kind === "platform"
  if (DATABASE.test(target) && (from.kind === "rules" || from.kind === "components" || from.kind === "app"))
    return "the database and its types stay under server/ and platform/"
  if (from.kind === "components" && target === "server-only") return "components hold nothing server-only"
  if (from.kind !== "rules" || server) return null
  if (IMPURE.test(target)) return `pure rules may not import ${target}`
  if (target.startsWith("node:") && !PURE_NODE.has(target)) return `pure rules may not import ${target}`
  return null
}
