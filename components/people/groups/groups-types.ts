import type { ActionResult } from "@/components/ui/action-form"

type Act = (input: unknown) => Promise<ActionResult<unknown>>

/** What can be done to the groups of a class; the page hands the actions in. */
export type GroupsActions = {
  make: Act
  add: Act
  move: Act
  place: Act
  rename: Act
  remove: Act
  undo: Act
}

/** What every part of the page may do; without actions for who may only look. */
export type GroupsRoom = { classId: string; actions: GroupsActions | null }
