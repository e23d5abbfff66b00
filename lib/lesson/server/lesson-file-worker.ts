import "server-only"
import { readLessonFile } from "@/lib/lesson/exchange/read-lesson-file"
import { answerSealed } from "@/lib/platform/answer-sealed"
import { newId, newRandomId } from "@/lib/platform/ids"

answerSealed((file: Parameters<typeof readLessonFile>[0]) =>
  readLessonFile(file, { newSentenceId: newId, newOptionId: newRandomId }),
)
