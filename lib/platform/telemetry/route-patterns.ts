import "server-only"
import { readdirSync } from "node:fs"
import path from "node:path"

/** Every route there is, by the parts of its path. */
export type RouteTree = {
  pattern?: string
  fixed: Map<string, RouteTree>
  /** Below a part in brackets. */
  any?: RouteTree
  /** The pattern of a catch-all that begins here. */
  rest?: string
}

/** What belongs to no route: a stranger's guess, so its path is nobody's to name. */
export const NO_ROUTE = "(none)"
/** What belongs to a file of public/. */
export const FILES = "(file)"
const OWN = ["/livez", "/readyz", "/metrics"]

const emptyTree = (): RouteTree => ({ fixed: new Map() })

/** A tree of patterns such as "/a/[assignmentId]/read" and "/api/auth/[...nextauth]". */
export function buildRouteTree(patterns: readonly string[]): RouteTree {
  const root = emptyTree()
  for (const pattern of patterns) addRoute(root, pattern, pattern)
  return root
}

function addRoute(root: RouteTree, route: string, pattern: string): void {
  let at = root
  for (const part of route.split("/").filter(Boolean)) {
    if (part.startsWith("[...") || part.startsWith("[[...")) {
      at.rest = pattern
      return
    }
    at = childOf(at, part)
  }
  at.pattern = pattern
}

function childOf(tree: RouteTree, part: string): RouteTree {
  if (part.startsWith("[")) {
    tree.any ??= emptyTree()
    return tree.any
  }
  const child = tree.fixed.get(part) ?? emptyTree()
  tree.fixed.set(part, child)
  return child
}

/** The pattern of a path, which holds no id and no token; a fixed part goes before one in brackets, as in Next. */
export function patternOf(tree: RouteTree, pathname: string): string {
  if (pathname.startsWith("/_next/")) return "/_next"
  return find(tree, pathname.split("/").filter(Boolean), 0) ?? NO_ROUTE
}

function find(tree: RouteTree, parts: readonly string[], at: number): string | undefined {
  const part = parts[at]
  if (part === undefined) return tree.pattern
  const fixed = tree.fixed.get(part)
  const found = (fixed && find(fixed, parts, at + 1)) ?? (tree.any && find(tree.any, parts, at + 1))
  return found ?? tree.rest
}

let ofProject: RouteTree | undefined

/** The routes of app/ and the files of public/, read once. */
export function projectRoutes(): RouteTree {
  ofProject ??= readRoutes(process.cwd())
  return ofProject
}

function readRoutes(project: string): RouteTree {
  const tree = buildRouteTree([...OWN, ...filesBelow(path.join(project, "app")).flatMap(routeOf)])
  for (const file of filesBelow(path.join(project, "public"))) addRoute(tree, file, FILES)
  return tree
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.split(path.sep).join("/"))

function routeOf(file: string): string[] {
  const parts = file.split("/")
  const name = parts.pop()
  if (name !== "page.tsx" && name !== "route.ts") return []
  return [`/${parts.filter((part) => !part.startsWith("(")).join("/")}`]
}
