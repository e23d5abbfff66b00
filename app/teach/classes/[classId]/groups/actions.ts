"use server"

import * as input from "@/lib/classroom/groups/groups-input"
import {
  addGroup,
  makeGroups,
  moveStudent,
  placeStudents,
  removeGroup,
  renameGroup,
  undoGroups,
} from "@/lib/classroom/server/arrange-groups"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const makeGroupsAction = refreshing(runAction(input.makeGroupsInput, makeGroups))
export const addGroupAction = refreshing(runAction(input.groupsInput, addGroup))
export const moveStudentAction = refreshing(runAction(input.moveStudentInput, moveStudent))
export const placeStudentsAction = refreshing(runAction(input.placeStudentsInput, placeStudents))
export const renameGroupAction = refreshing(runAction(input.renameGroupInput, renameGroup))
export const removeGroupAction = refreshing(runAction(input.removeGroupInput, removeGroup))
export const undoGroupsAction = refreshing(runAction(input.groupsInput, undoGroups))
