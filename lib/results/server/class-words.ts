import "server-only"
import { createTranslator } from "use-intl/core"
import { loadMessages } from "@/lib/platform/messages"
import type { LessonWords } from "@/lib/results/files/lesson-markdown"
import type { ThreadWords } from "@/lib/results/files/thread-markdown"

type Params = Record<string, string | number>

export type ClassWords = {
  /** Heads, and the words of cells. */
  of: (head: string) => string
  source: (source: string) => string
  itemType: (type: string) => string
  comparison: (from: string, to: string) => string
  lesson: LessonWords
  thread: ThreadWords
  /** Lines of the folder's README. */
  readme: (line: string, params?: Params) => string
}

/** The words of a whole class's export. */
export function classWords(locale: string): ClassWords {
  const translate = createTranslator({ locale: "en", messages: loadMessages(locale) })
  type Key = Parameters<typeof translate>[0]
  const word = (key: string, params?: Params) => translate(key as Key, params)
  const own = (key: string, params?: Params) => word(`results.files.class.${key}`, params)
  return {
    of: (head) => own(`heads.${head}`),
    source: (source) => own(`sources.${source}`),
    itemType: (type) => word(`lesson.itemTypes.${type}`),
    comparison: (from, to) => word(`discussion.summary.questions.${from}_${to}`),
    lesson: { of: (head) => own(`lesson.${head}`) },
    thread: {
      of: (name) => own(`thread.${name}`),
      move: (move) => word(`discussion.moves.${move}`),
      side: (side) => word(`discussion.sidesOfPost.${side}`),
      repliesTo: (number) => own("thread.repliesTo", { number }),
      restating: (state) => own(`thread.restating.${state}`),
      post: (number) => own("thread.post", { number }),
    },
    readme: (line, params) => own(`readme.${line}`, params),
  }
}
