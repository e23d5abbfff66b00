import type { PageEntry } from "@/tests/shots/page-entry"
import { brokenWithout, newTeacher, nobody, strayStudent, student } from "@/tests/shots/shot-makers"
import { withAddress } from "@/tests/shots/stagings"

const list = () => "/notices"
const settings = () => "/notices/settings"
const link = () => "/unsubscribe/6f1c1f6e-6d0a-4c61-9d4f-1f5f0a0d7f10"

/** What people are told, and how. */
export const noticePages: readonly PageEntry[] = [
  {
    page: "notices/page.tsx",
    shots: [
      { state: "full", as: student, path: list },
      { state: "full", called: "gone", as: student, path: () => `${list()}?gone` },
      { state: "empty", as: strayStudent, path: list },
      { state: "empty", called: "staff", as: newTeacher, path: list },
      brokenWithout("Notice", { as: student, path: list }),
    ],
  },
  {
    page: "notices/settings/page.tsx",
    neverEmpty: "Everybody has settings.",
    shots: [
      { state: "full", as: student, path: settings },
      { state: "full", called: "with an address", as: student, path: settings, staged: withAddress },
      brokenWithout("NoticeSettings", { as: student, path: settings }),
    ],
  },
  {
    page: "unsubscribe/[token]/page.tsx",
    neverEmpty: "It asks one question.",
    shots: [
      { state: "full", as: nobody, path: link },
      { state: "full", called: "done", as: nobody, path: () => `${link()}?done` },
      { state: "error", as: nobody, path: () => "/unsubscribe/cut-off" },
    ],
  },
]
