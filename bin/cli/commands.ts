import { analyseItemsCommand } from "./analyse-items"
import type { Command } from "./command"
import { createUserCommand, resetPasswordCommand } from "./create-user"
import { doctor } from "./doctor"
import { exportClass } from "./export-class"
import { exportLesson } from "./export-lesson"
import { exportQuiz } from "./export-quiz"
import { importLesson } from "./import-lesson"
import { importQuiz } from "./import-quiz"
import { importReading } from "./import-reading"
import { importRoster } from "./import-roster"
import { migrate } from "./migrate"

/** What `colloquy` can do. A new command is a file and a line. */
export const commands: readonly Command[] = [
  importReading,
  importQuiz,
  exportQuiz,
  exportClass,
  exportLesson,
  importLesson,
  importRoster,
  analyseItemsCommand,
  createUserCommand,
  resetPasswordCommand,
  migrate,
  doctor,
]
