import { afterQuizPages } from "@/tests/shots/after-quiz-pages"
import { classPages } from "@/tests/shots/class-pages"
import { fixPages } from "@/tests/shots/fix-pages"
import { keepingPages } from "@/tests/shots/keeping-pages"
import { lessonFilePages } from "@/tests/shots/lesson-file-pages"
import { libraryPages } from "@/tests/shots/library-pages"
import { noticePages } from "@/tests/shots/notice-pages"
import type { PageEntry } from "@/tests/shots/page-entry"
import { publicPages } from "@/tests/shots/public-pages"
import { resultPages } from "@/tests/shots/result-pages"
import { statusPages } from "@/tests/shots/status-pages"
import { studentPages } from "@/tests/shots/student-pages"

/** Every page of the app. Written by hand: a page that is missing here makes `npm run shots` fail. */
export const pages: readonly PageEntry[] = [
  ...publicPages,
  ...studentPages,
  ...classPages,
  ...libraryPages,
  ...lessonFilePages,
  ...resultPages,
  ...afterQuizPages,
  ...fixPages,
  ...keepingPages,
  ...noticePages,
  ...statusPages,
]
