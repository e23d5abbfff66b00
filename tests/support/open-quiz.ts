import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { makeQuiz, type Quiz } from "@/tests/support/factories-quiz"

/** The quiz is open to a student who has taken a stance and read. */
async function readAndStood(quiz: Quiz): Promise<void> {
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
}

/** A quiz, and students who may sit it: the text has its marks, stances are taken. */
export async function openQuiz(...options: Parameters<typeof makeQuiz>): Promise<Quiz> {
  const quiz = await makeQuiz(...options)
  await giveText(quiz)
  await readAndStood(quiz)
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
