import { postHtml } from "@/lib/discussion/posts/post-html"
import { fakeNeutrality } from "@/lib/lesson/content/fake-neutrality"
import { seededRandom } from "@/lib/lesson/content/seeded-random"
import { database, pool } from "@/lib/platform/database"
import { newId, newRandomId } from "@/lib/platform/ids"
import type { BenchSchool } from "./bench-school"

export type BenchThread = {
  promptId: string
  /** The thread's own page. */
  path: string
  /** Public ids, in the order of writing. */
  postIds: readonly string[]
}

type Shape = {
  /** Which of the lesson's questions, from 1. */
  position: number
  posts: number
  /** Posts per conversation: one at the top, and answers to it. */
  conversation: number
}

/**
 * A thread of posts of about 60 words, every third with a sentence cited, by everybody in turn: whoever there are
 * conversations enough for has one of their own at the top, so that the thread is open to them.
 */
export async function makeBenchThread(school: BenchSchool, shape: Shape): Promise<BenchThread> {
  const { assignmentId, lessonVersionId } = school
  const prompt = await database().prompt.findFirstOrThrow({
    where: { lessonVersionId, position: shape.position },
  })
  const threadId = newId()
  const thread = { id: threadId, assignmentId, promptId: prompt.id, lastSeq: shape.posts }
  await database().thread.create({ data: thread })
  const posts = buildPosts(threadId, await nameStudents(school, prompt.id), shape)
  await database().post.createMany({ data: posts })
  await citeSentences(threadId, lessonVersionId)
  const path = `/a/${assignmentId}/discuss/${prompt.id}`
  return { promptId: prompt.id, path, postIds: posts.map(({ publicId }) => publicId) }
}

/** A pseudonym for everybody, and the stance after reading that the discussion asks for: nobody said theirs. */
async function nameStudents({ assignmentId, students }: BenchSchool, promptId: string): Promise<string[]> {
  const users = students.map(({ userId }) => userId)
  await pool().query(
    `INSERT INTO "Stance" ("subjectId", moment)
     SELECT id, 'after_reading' FROM "StanceSubject" WHERE "assignmentId" = $1 AND "userId" = ANY($2::uuid[])
     ON CONFLICT DO NOTHING`,
    [assignmentId, users],
  )
  const named = students.map(({ enrolmentId }, at) => ({
    id: newRandomId(),
    assignmentId,
    promptId,
    enrolmentId,
    name: `Blue Heron ${at + 1}`,
  }))
  await database().postAlias.createMany({ data: named, skipDuplicates: true })
  const aliases = await database().postAlias.findMany({ where: { assignmentId, promptId } })
  const aliasOf = new Map(aliases.map(({ enrolmentId, id }) => [enrolmentId, id]))
  return students.map(({ enrolmentId }) => aliasOf.get(enrolmentId) ?? "")
}

const SENTENCES = fakeNeutrality.reading.paragraphs.flatMap((text) => text.split(/(?<=\.) /))

function buildPosts(threadId: string, aliases: readonly string[], { posts, conversation }: Shape) {
  const random = seededRandom("bench thread")
  const said = () => SENTENCES[Math.floor(random() * SENTENCES.length)] ?? ""
  const ids = Array.from({ length: posts }, () => newId())
  return ids.map((id, at) => {
    const place = at % conversation
    const isOpening = place === 0
    const author = Math.floor(at / conversation) + place * 7
    const body = `${said()} ${said()} ${said()}`
    return {
      id,
      publicId: newRandomId(),
      clientKey: newRandomId(),
      threadId,
      seq: at + 1,
      aliasId: aliases[author % aliases.length] ?? "",
      parentId: isOpening ? null : (ids[at - place] ?? null),
      move: isOpening ? ("claim" as const) : ("challenge" as const),
      side: isOpening ? (["agree", "between", "disagree"] as const)[author % 3] : null,
      body,
      html: postHtml(body),
    }
  })
}

async function citeSentences(threadId: string, lessonVersionId: string): Promise<void> {
  await pool().query(
    `INSERT INTO "Citation" ("postId", position, "revisionId", "sentenceId", quote)
     SELECT po.id, 1, rs."revisionId", rs."sentenceId", rs.text
     FROM "Post" po
     JOIN (SELECT rs.*, row_number() OVER (ORDER BY paragraph, ordinal) - 1 AS at, count(*) OVER () AS of
           FROM "RevisionSentence" rs JOIN "LessonVersion" lv ON lv."revisionId" = rs."revisionId"
           WHERE lv.id = $2) rs ON rs.at = po.seq % rs.of
     WHERE po."threadId" = $1 AND po.seq % 3 = 0`,
    [threadId, lessonVersionId],
  )
}
