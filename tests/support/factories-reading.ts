import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { articleHtml } from "@/lib/reading/article-html"
import type { ImportReadingInput } from "@/lib/reading/input"
import { makeClassroom } from "@/tests/support/factories"
import { makeAssignment, makeLesson } from "@/tests/support/factories-lesson"

/** A corrected draft as the screen sends it. */
export function readingInput(change: Partial<ImportReadingInput> = {}): ImportReadingInput {
  return {
    readingId: newRandomId(),
    title: "The river is not for sale",
    author: "Noor Ahmadi",
    source: null,
    sourceUrl: null,
    publishedOn: null,
    language: "en",
    kind: "opinion",
    deck: null,
    rightsNote: null,
    paragraphs: [
      "The mayor has turned again. Nobody is surprised.",
      "A river belongs to nobody. Or does it?",
    ],
    tasks: ["Express your opinion"],
    ...change,
  }
}

/** A class whose assignment is open, with its text; and a second class with one of its own, where nobody is in both. */
export async function makeReadingRoom() {
  const room = await makeClassroom()
  const lesson = await makeLesson(room.teacher.id, { stanceStatement: null })
  // The lesson's own factory writes plain HTML: here the text is as a stored revision has it.
  const html = articleHtml(lesson.sentences)
  await database().readingRevision.update({ where: { id: lesson.revisionId }, data: { html } })
  const where = {
    classId: room.class.id,
    lessonVersionId: lesson.lessonVersionId,
    createdById: room.teacher.id,
  }
  const assignment = await makeAssignment(where, {})
  const sentenceId = (index: number): string => lesson.sentences[index]?.id ?? ""
  return { ...room, lesson, assignment, sentenceId }
}
