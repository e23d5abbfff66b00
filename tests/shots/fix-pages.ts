import type { Page } from "@playwright/test"
import { fixedItem, putRight } from "@/tests/shots/fix-stagings"
import type { PageEntry, Shot } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"
import { missingFor, newTeacher, student, teacher } from "@/tests/shots/shot-makers"

const fix =
  (query = "") =>
  (scene: Scene) =>
    `/teach/assignments/${scene.assignmentId}/items/${fixedItem(scene)}/fix${query}`

async function show(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page.getByRole("radio").nth(2).check()
  await page.getByRole("button", { name: "Show what this changes" }).click()
  await page.getByRole("heading", { name: "What this changes" }).waitFor()
}

async function askToUndo(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page.getByRole("button", { name: "Take it back" }).click()
  await page.getByRole("alertdialog").waitFor()
}

/** More pictures of pages that have their line elsewhere. */
export const fixShots = {
  home: [{ state: "full", called: "score put right", as: student, path: () => "/home", staged: putRight }],
  results: [
    {
      state: "full",
      called: "question put right",
      as: student,
      path: ({ assignmentId }) => `/a/${assignmentId}/results`,
      staged: putRight,
    },
  ],
} satisfies Record<string, Shot[]>

export const fixPages: readonly PageEntry[] = [
  {
    page: "teach/assignments/[assignmentId]/items/[itemId]/fix/page.tsx",
    shots: [
      { state: "empty", as: teacher, path: fix() },
      { state: "full", called: "key previewed", as: teacher, path: fix("?do=rekey"), act: show },
      { state: "full", called: "put right before", as: teacher, path: fix(), staged: putRight },
      { state: "full", called: "taking back", as: teacher, path: fix(), staged: putRight, act: askToUndo },
      {
        state: "full",
        called: "only looking at fixes",
        as: (scene) => scene.assistant,
        path: fix(),
        staged: putRight,
      },
      { state: "error", called: "so already", as: teacher, path: fix("?do=points&points=1") },
      missingFor(newTeacher, fix()),
    ],
  },
]
