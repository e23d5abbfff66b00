import { createHash } from "node:crypto"
import MagicString from "magic-string"
import { parseSync, visitorKeys } from "oxc-parser"

/**
 * permission: a question to the table of permissions. refusal: a condition on which somebody is refused. release: the gate
 * before keys and scores. transaction: writes that stand or fall together. index: a unique index of the database.
 */
export type GuardKind = "permission" | "refusal" | "release" | "transaction" | "index"

/** A guard of the source; `text` is how it begins, and `id` follows from its file and that, wherever in the file it stands. */
export type Guard = { id: string; kind: GuardKind; text: string }

/** What input is refused for its form says nothing about who may do what; what is out of order is nobody's guard. */
const OTHER_REFUSALS = ["invalid", "too-large", "unavailable"]
const REFUSALS = ["refuse", "refused", "refusedResponse", "refusal"]
const PAGE_REFUSALS = ["notFound", "forbidden", "unauthorized"]

/** A node of the syntax tree, as ESTree says. */
type Node = { type: string; start: number; end: number; [part: string]: unknown }

type Copy = { file: string; text: string; changed: MagicString; guards: Guard[] }

/** The guards of a file, and the file with each of them in a switch (`guard-switch.ts`). No line is added or lost. */
export function instrument(file: string, text: string): { guards: Guard[]; text: string } {
  const { program, errors } = parseSync(file, text)
  const [error] = errors
  if (error) throw new Error(`${file}: ${error.message}`)
  const copy: Copy = { file, text, changed: new MagicString(text), guards: [] }
  walk(program as unknown as Node, copy)
  if (copy.guards.length > 0)
    copy.changed.append('\nimport * as __guards from "@/tests/guards/guard-switch"\n')
  return { guards: copy.guards, text: copy.changed.toString() }
}

function walk(node: Node, copy: Copy): void {
  if (node.type === "CallExpression") guardCall(node, copy)
  if (node.type === "IfStatement" && refuses(node.consequent as Node))
    guardCondition(node.test as Node, { copy, unguarded: false })
  if (node.type === "ConditionalExpression") {
    const refused = [node.consequent, node.alternate].map((branch) => isRefusal(branch as Node))
    if (refused[0] !== refused[1]) guardCondition(node.test as Node, { copy, unguarded: refused[1] === true })
  }
  for (const child of childrenOf(node)) walk(child, copy)
}

function guardCall(node: Node, copy: Copy): void {
  if (isCallOf(node, ["can"])) wrap(node, { copy, kind: "permission" })
  if (isCallOf(node, ["decideRelease"])) wrap(node, { copy, kind: "release" })
  const callee = node.callee as Node
  const [work] = node.arguments as Node[]
  if (callee.type !== "MemberExpression" || (callee.property as Node).name !== "$transaction") return
  if (work?.type !== "ArrowFunctionExpression" && work?.type !== "Identifier") return
  const client = callee.object as Node
  const id = add(node, "transaction", copy)
  copy.changed.appendRight(client.start, `__guards.transaction("${id}", `)
  copy.changed.overwrite(client.end, work.start, ", ")
}

function guardCondition(condition: Node, { copy, unguarded }: { copy: Copy; unguarded: boolean }): void {
  // Its permission is a guard of its own; that a row is not there at all is no permission.
  if (holds(condition, (one) => isCallOf(one, ["can"])) || isAbsence(condition)) return
  const id = add(condition, "refusal", copy)
  const waits = holds(condition, ({ type }) => type === "AwaitExpression")
  const call = waits ? "(await __guards.laterRefusal" : "__guards.refusal"
  copy.changed.appendRight(condition.start, `${call}("${id}", ${unguarded}, ${waits ? "async " : ""}() => (`)
  copy.changed.prependLeft(condition.end, waits ? ")))" : "))")
}

function wrap(node: Node, { copy, kind }: { copy: Copy; kind: "permission" | "release" }): void {
  copy.changed.appendRight(node.start, `__guards.${kind}("${add(node, kind, copy)}", () => `)
  copy.changed.prependLeft(node.end, ")")
}

function add(node: Node, kind: GuardKind, { file, text, guards }: Copy): string {
  const words = text.slice(node.start, node.end).replace(/\s+/g, " ").slice(0, 90)
  const name = `${file}#${createHash("sha256").update(words).digest("hex").slice(0, 8)}`
  const before = guards.filter(({ id }) => id.startsWith(name)).length
  const id = `${name}.${before + 1}`
  guards.push({ id, kind, text: words })
  return id
}

function refuses(statement: Node): boolean {
  const last = statement.type === "BlockStatement" ? (statement.body as Node[]).at(-1) : statement
  if (last?.type === "ReturnStatement") return last.argument !== null && isRefusal(last.argument as Node)
  return last?.type === "ExpressionStatement" && isCallOf(last.expression as Node, PAGE_REFUSALS)
}

function isRefusal(node: Node): boolean {
  if (isCallOf(node, PAGE_REFUSALS)) return true
  if (!isCallOf(node, REFUSALS)) return false
  const [kind] = node.arguments as Node[]
  return !(kind?.type === "Literal" && OTHER_REFUSALS.includes(String(kind.value)))
}

const isCallOf = (node: Node, names: readonly string[]): boolean =>
  node.type === "CallExpression" &&
  (node.callee as Node).type === "Identifier" &&
  names.includes(String((node.callee as Node).name))

const isAbsence = ({ type, operator, argument }: Node): boolean =>
  type === "UnaryExpression" && operator === "!" && /^[a-z]+$/.test(String((argument as Node).name))

const holds = (node: Node, is: (one: Node) => boolean): boolean =>
  is(node) || childrenOf(node).some((child) => holds(child, is))

const childrenOf = (node: Node): Node[] =>
  (visitorKeys[node.type] ?? []).flatMap((key) => (node[key] ?? []) as Node | Node[]).filter(Boolean)
