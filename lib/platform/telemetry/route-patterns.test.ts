import { describe, expect, it } from "vitest"
import { buildRouteTree, NO_ROUTE, patternOf, projectRoutes } from "./route-patterns"

const tree = buildRouteTree([
  "/",
  "/a/[assignmentId]",
  "/a/[assignmentId]/read",
  "/teach/lessons/new",
  "/teach/lessons/[lessonId]",
  "/teach/[place]/new/old",
  "/set-up/[token]",
  "/api/auth/[...nextauth]",
])

describe("the pattern of a path", () => {
  it.each([
    ["/", "/"],
    ["/a/123", "/a/[assignmentId]"],
    ["/a/123/", "/a/[assignmentId]"],
    ["/a/123/read", "/a/[assignmentId]/read"],
    ["/teach/lessons/new", "/teach/lessons/new"],
    ["/teach/lessons/other", "/teach/lessons/[lessonId]"],
    ["/teach/lessons/new/old", "/teach/[place]/new/old"],
    ["/set-up/s3cr3t", "/set-up/[token]"],
    ["/api/auth/callback/credentials", "/api/auth/[...nextauth]"],
    ["/_next/static/chunks/1.js", "/_next"],
    ["/a", NO_ROUTE],
    ["/a/123/read/more", NO_ROUTE],
    ["/wp-login.php", NO_ROUTE],
    ["/set-up/s3cr3t/%2e%2e", NO_ROUTE],
  ])("%s is %s", (path, pattern) => expect(patternOf(tree, path)).toBe(pattern))

  it("finds the routes and files of this project", () => {
    const routes = projectRoutes()
    expect(patternOf(routes, "/api/attempts/1/responses")).toBe("/api/attempts/[attemptId]/responses")
    expect(patternOf(routes, "/unsubscribe/1")).toBe("/unsubscribe/[token]")
    expect(patternOf(routes, "/icon.svg")).toBe("(file)")
    expect(patternOf(routes, "/livez")).toBe("/livez")
  })
})
