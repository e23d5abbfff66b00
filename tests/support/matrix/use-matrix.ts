import { afterAll, beforeAll } from "vitest"
import { useTestDatabase } from "@/tests/support/database"
import { viewerFor } from "@/tests/support/factories"
import { type Actor, cookiesOf } from "./actors"
import { sealRosters } from "./roster-seal"
import { makeSitting, type Sitting } from "./sittings"
import { type State, states } from "./states"
import { beginUndoing, type Undoing } from "./undone"
import { makeRoom, type Room } from "./world"

export type Matrix = {
  room: Room
  other: Room
  /** One assignment of each class in each of the states that were asked for. */
  sittings: Record<State, Sitting>
  otherSittings: Record<State, Sitting>
  cookies: Record<Actor, string | null>
  undone: Undoing["undone"]
}

/** Two classes that are alike, their assignments in these states, and everybody signed in who can be; then every cell is undone. */
export function useMatrix(wanted: readonly State[] = states): () => Matrix {
  useTestDatabase()
  let matrix: Matrix
  let undoing: Undoing
  beforeAll(async () => {
    const [room, other] = [await makeRoom("A"), await makeRoom("B")]
    const [sittings, otherSittings] = [await sit(room, wanted), await sit(other, wanted)]
    await sealRosters(await viewerFor(room.people.teacher), room.class.id)
    const cookies = await cookiesOf(room.people)
    undoing = await beginUndoing()
    matrix = { room, other, sittings, otherSittings, cookies, undone: undoing.undone }
  }, 300_000)
  afterAll(() => undoing?.end())
  return () => matrix
}

async function sit(room: Room, wanted: readonly State[]): Promise<Record<State, Sitting>> {
  const made: Partial<Record<State, Sitting>> = {}
  for (const state of wanted) made[state] = await makeSitting(room, state)
  return made as Record<State, Sitting>
}
