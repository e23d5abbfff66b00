import "server-only"
import { headers } from "next/headers"
import { forbidden, redirect } from "next/navigation"
import { cache } from "react"
import type { SchoolRole, Viewer } from "@/lib/access/viewer"
import { loadViewerByToken } from "@/lib/platform/load-viewer-by-token"
import { tokenHashOf } from "@/lib/platform/session-cookie"

/** The token hash of the request being answered, for statements that join "Session" themselves. */
export const sessionTokenHash = cache(
  async (): Promise<Buffer | null> => tokenHashOf((await headers()).get("cookie")),
)

/** Who is asking, once per request; null when nobody is signed in. */
export const loadViewer = cache(async (): Promise<Viewer | null> => {
  const tokenHash = await sessionTokenHash()
  return tokenHash ? loadViewerByToken(tokenHash) : null
})

/**
 * Who is asking, or away to sign in. With `roles`, anyone else sees the forbidden page.
 * `returnTo` is where sign-in leads back to: a path of this site.
 */
export async function requireViewer(roles?: readonly SchoolRole[], returnTo?: string): Promise<Viewer> {
  const viewer = await loadViewer()
  if (!viewer) redirect(signInPath(returnTo ?? (await headers()).get("x-colloquy-path") ?? undefined))
  if (viewer.mustChangePassword) redirect("/account/password")
  if (roles && !roles.includes(viewer.role)) forbidden()
  return viewer
}

const signInPath = (returnTo?: string): string =>
  returnTo && returnTo !== "/" ? `/sign-in?next=${encodeURIComponent(returnTo)}` : "/sign-in"
