import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import type { Quiz } from "@/tests/support/factories-quiz"

/** Makes a quiz open to its students in a browser: they have taken a stance and read, and the text has its marks. */
export async function openToStudents(quiz: Quiz): Promise<Quiz> {
  await giveText(quiz)
  for (const [at, enrolment] of quiz.enrolments.entries()) {
    const assignmentId = quiz.assignment.id
    const finished = { sentencesRead: 7, finishedAt: new Date() }
    await database().readingProgress.create({
      data: { assignmentId, enrolmentId: enrolment.id, ...finished },
    })
    const userId = quiz.students[at === 0 ? 0 : 1].id
    const stances = { create: { moment: "before_reading" as const } }
    await database().stanceSubject.create({ data: { id: newRandomId(), userId, assignmentId, stances } })
  }
  return quiz
}

/** The factories' text has plain HTML: here it gets the marks a stored revision has. */
async function giveText(quiz: Quiz): Promise<void> {
  const html = quiz.lesson.sentences
    .map(({ id, paragraph, ordinal, text }) => {
      const span = `<span class="s" data-s="${id}" id="s-${paragraph}-${ordinal}">${text}</span>`
      return `<p data-p="${paragraph}" dir="auto">${span}</p>`
    })
    .join("\n")
  await database().readingRevision.update({ where: { id: quiz.lesson.revisionId }, data: { html } })
}
