import type { Page } from "@playwright/test"
import type { Pool } from "pg"
import type { Scene } from "@/tests/shots/scene"

/** The states every page is shown in. */
export const pageStates = ["full", "empty", "error"] as const
export type PageState = (typeof pageStates)[number]

/** Arranges the database for one picture; what it answers with puts everything back. */
export type Staging = (db: Pool, scene: Scene) => Promise<() => Promise<void>>

export type Shot = {
  state: PageState
  /** What is to be seen, where a page has more pictures of a state than one: "quiz reopened". */
  called?: string
  /** The user name of who is looking; null: nobody is signed in. */
  as: (scene: Scene) => string | null
  path: (scene: Scene) => string
  staged?: Staging
  /** What is done on the page before the picture. */
  act?: (page: Page, scene: Scene) => Promise<void>
  /** The status the page must answer with; 200 unless told. */
  status?: number
  /** A table that is missing while the picture is taken, so that the page fails on the server. */
  breaks?: string
  /** Taken once more as it comes out of a printer. */
  print?: boolean
}

export type PageEntry = {
  /** The file below app/, such as "teach/classes/page.tsx". */
  page: string
  shots: readonly Shot[]
  /** Why this page cannot be empty; every other page has a picture of it. */
  neverEmpty?: string
}

/** What is wrong with the list: pages without an entry, entries without a page, entries without a state. */
export function findGaps(pageFiles: readonly string[], entries: readonly PageEntry[]): string[] {
  const listed = new Map(entries.map((entry) => [entry.page, entry]))
  const unlisted = pageFiles.filter((file) => !listed.has(file)).map((file) => `app/${file}: no entry`)
  const stale = entries
    .filter((entry) => !pageFiles.includes(entry.page))
    .map((entry) => `app/${entry.page}: listed, but there is no such page`)
  return [...unlisted, ...stale, ...entries.flatMap(missingStates)]
}

function missingStates(entry: PageEntry): string[] {
  return pageStates
    .filter((state) => !entry.shots.some((shot) => shot.state === state))
    .filter((state) => !(state === "empty" && entry.neverEmpty))
    .map((state) => `app/${entry.page}: no picture of state "${state}"`)
}
