import { analyseItemsCommand } from "./analyse-items"
import { backup } from "./backup"
import type { Command } from "./command"
import { createUserCommand, resetPasswordCommand } from "./create-user"
import { demo } from "./demo"
import { doctor } from "./doctor"
import { erasePerson } from "./erase-person"
import { exportClass } from "./export-class"
import { exportLesson } from "./export-lesson"
import { exportPerson } from "./export-person"
import { exportQuiz } from "./export-quiz"
import { importLesson } from "./import-lesson"
import { importQuiz } from "./import-quiz"
import { importReading } from "./import-reading"
import { importRoster } from "./import-roster"
import { migrate } from "./migrate"
import { restore } from "./restore"
import { retain } from "./retain"

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
  backup,
  restore,
  exportPerson,
  erasePerson,
  retain,
  demo,
  migrate,
  doctor,
]
