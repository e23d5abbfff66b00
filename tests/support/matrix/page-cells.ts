import { randomUUID } from "node:crypto"
import { shuffle } from "@/lib/quiz/shuffle"
import { type Actor, actors, cookiesOf, who } from "./actors"
import type { Place } from "./line"
import { expectedSight, type PageLine, pageTable, type Seen } from "./page-table"
import { makeSitting } from "./sittings"
import { type State, states } from "./states"
import { makeRoom, type Room } from "./world"

export type School = {
  room: Room
  places: { state: State; at: Place }[]
  cookies: Record<Actor, string | null>
  /** What stands on pages of the class, and on no other. */
  words: readonly string[]
}

/** A class with everybody in it, in the database of the server under test. All states, or two. */
export async function makeSchool(isLong: boolean): Promise<School> {
  const canary = `canary ${randomUUID().slice(0, 8)}`
  const room = await makeRoom(canary)
  const places: School["places"] = []
  for (const state of isLong ? states : (["released", "notOpen"] as const))
    places.push({ state, at: { room, sitting: await makeSitting(room, state) } })
  return { room, places, cookies: await cookiesOf(room.people), words: [`Class ${canary}`, canary] }
}

export type Door = {
  name: string
  base: string
  headers: Record<string, string>
  /** Only whether words come out, because the status says something else. */
  wordsOnly?: boolean
}

type Cell = { line: PageLine; actor: Actor; state: State; at: Place; expected: Seen }

function cellsOf({ places }: School): Cell[] {
  return pageTable.flatMap((line) =>
    (line.isAboutAssignment ? places : places.slice(0, 1)).flatMap(({ state, at }) =>
      actors.map((actor) => ({ line, actor, state, at, expected: expectedSight(line, actor, state) })),
    ),
  )
}

/** Tries a share of all cells at one door, the same share in every run. Resolves to what was not as the table says. */
export async function findFaults(
  school: School,
  door: Door,
  share: number,
): Promise<{ tried: number; faults: string[] }> {
  const all = cellsOf(school)
  const cells = share === 1 ? all : shuffle(all, 46).slice(0, Math.ceil(all.length * share))
  const faults: string[] = []
  const left = [...cells]
  const work = async () => {
    for (let cell = left.pop(); cell; cell = left.pop()) {
      const fault = await tryCell(school, door, cell)
      if (fault) faults.push(fault)
    }
  }
  await Promise.all([work(), work(), work(), work()])
  return { tried: cells.length, faults: faults.sort() }
}

async function tryCell(
  school: School,
  door: Door,
  { line, actor, state, at, expected }: Cell,
): Promise<string | null> {
  const cookie = school.cookies[actor]
  const params = line.params(at)
  const path = line.route.replace(/\[(\w+)\]/g, (_, name) => params[name] ?? "nothing")
  const headers = { ...door.headers, ...(cookie ? { cookie } : {}) }
  const asked = new URL(path + line.query, door.base)
  const first = await fetch(asked, { headers, redirect: "manual" })
  // Next has data for an open page asked for under a number made of the request's headers.
  const again = new URL(first.headers.get("location") ?? asked, door.base)
  const isSame = again.pathname === asked.pathname && again.searchParams.has("_rsc")
  const reply = isSame ? await fetch(again, { headers, redirect: "manual" }) : first
  const text = await reply.text()
  const where = `${line.route} (${params.lessonId === at.room.draft.lessonId ? "draft" : "as usual"}) by ${actor}, ${state}`
  const isShut = expected === "in" || expected === "no" || expected === "away"
  const leaked = isShut ? wordsIn(text, school, actor) : []
  if (leaked.length > 0) return `${where}: said ${leaked.join(", ")}`
  const seen = sightOf(reply)
  return door.wordsOnly || fits(seen, expected) ? null : `${where}: ${seen}, not ${expected}`
}

/** Whoever is in the class now, and the office: what it is called stands on a page of theirs. */
const KNOW_ITS_NAME: readonly Actor[] = [...who.class, "demoted", ...who.office]

// Neither their own name nor that of their class is a secret to anybody.
function wordsIn(text: string, { words, room }: School, actor: Actor): string[] {
  const [className = ""] = words
  const others = text.replaceAll(room.people[actor].displayName, "")
  const secret = KNOW_ITS_NAME.includes(actor) ? others.replaceAll(className, "") : others
  return words.filter((word) => secret.includes(word))
}

function sightOf(reply: Response): string {
  if (reply.status === 200) return "ok"
  if (reply.status === 403 || reply.status === 404) return "no"
  const to = reply.headers.get("location")
  if (!to || reply.status >= 400) return `status ${reply.status}`
  const { pathname } = new URL(to, "http://here")
  if (pathname === "/sign-in") return "in"
  return pathname === "/account/password" ? "no" : "led"
}

function fits(seen: string, expected: Seen): boolean {
  if (expected === "either") return seen === "ok" || seen === "led"
  if (expected === "away") return seen === "no" || seen === "led"
  return seen === expected
}
