import type { Shot } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"

type Where = Pick<Shot, "as" | "path">

/** The page of somebody who may not see it. */
export const forbiddenTo = (as: Shot["as"], path: Shot["path"]): Shot => ({
  state: "error",
  as,
  path,
  status: 403,
})

/** The page of something that is not there. */
export const missingFor = (as: Shot["as"], path: Shot["path"]): Shot => ({
  state: "error",
  as,
  path,
  status: 404,
})

/** The page as it fails when a table is gone. */
export const brokenWithout = (breaks: string, { as, path }: Where): Shot => ({
  state: "error",
  as,
  path,
  breaks,
})

export const nobody = () => null
export const teacher = (scene: Scene) => scene.teacher
export const newTeacher = (scene: Scene) => scene.newTeacher
export const administrator = (scene: Scene) => scene.administrator
export const student = (scene: Scene) => scene.student
export const newStudent = (scene: Scene) => scene.newStudent
export const strayStudent = (scene: Scene) => scene.strayStudent

/** The address of something that is not there. */
export const nowhere =
  (place: string, rest = "") =>
  (scene: Scene) =>
    `/teach/${place}/${scene.nowhere}${rest}`

export const ONE_FORM = "It is one form."
