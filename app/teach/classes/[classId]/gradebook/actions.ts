"use server"

import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"
import type { CellView } from "@/lib/results/gradebook/cell-view"
import {
  type CellInput,
  cellInput,
  gradebookSettingsInput,
  setOverrideInput,
  takeBackOverrideInput,
} from "@/lib/results/gradebook/gradebook-input"
import { openCell } from "@/lib/results/server/open-cell"
import { saveGradebookSettings } from "@/lib/results/server/save-gradebook-settings"
import { setOverride } from "@/lib/results/server/set-override"
import { takeBackOverride } from "@/lib/results/server/take-back-override"

export const openCellAction = runAction<CellInput, CellView>(cellInput, openCell)
export const setOverrideAction = refreshing(runAction(setOverrideInput, setOverride))
export const takeBackOverrideAction = refreshing(runAction(takeBackOverrideInput, takeBackOverride))
export const saveGradebookSettingsAction = refreshing(
  runAction(gradebookSettingsInput, saveGradebookSettings),
)
