import { findActions } from "./found-actions"
import { findHandlers, knock } from "./knock"
import type { ActionLine } from "./line"
import { type Pressed, press } from "./press"
import type { Asked } from "./route-lines"

/** Who comes: a cookie, and where it is not one of our own pages that asks, the headers of what does. */
export type Comer = { cookie: string | null; headers?: Record<string, string> }

/** Every server action and every route handler of the app, by the names the tables give them. */
export async function findDoors() {
  const [actions, handlers] = [await findActions(), await findHandlers()]

  async function open({ name }: ActionLine, args: unknown[], comer: Comer): Promise<Pressed> {
    const action = actions.get(name)
    if (action) return press(action, args, comer)
    const handler = handlers.get(name)
    if (!handler) throw new Error(`There is no door ${name}`)
    return knock(handler, name, args[0] as Asked, comer)
  }

  return {
    names: [...actions.keys(), ...handlers.keys()],
    isAction: (name: string) => actions.has(name),
    open,
  }
}

export type Doors = Awaited<ReturnType<typeof findDoors>>
