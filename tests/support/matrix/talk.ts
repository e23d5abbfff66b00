import { v4 } from "uuid"
import { appealAct } from "@/lib/discussion/server/appeal-act"
import { hidePost } from "@/lib/discussion/server/moderate-post"
import { database } from "@/lib/platform/database"
import type { Post } from "@/lib/platform/generated/client"
import { viewerFor } from "@/tests/support/factories"
import { makePost } from "@/tests/support/factories-discussion"
import type { Room } from "./world"

/** Posts of the student and of the classmate at the first prompt, one for everything that can be done with a post. By public id. */
export async function makeTalk(room: Room, assignmentId: string) {
  const prompts = await database().prompt.findMany({
    where: { lessonVersionId: room.lesson.lessonVersionId },
    orderBy: { position: "asc" },
  })
  const promptId = prompts[0]?.id ?? ""
  const at = { assignmentId, promptId }
  const mine = (options: Parameters<typeof makePost>[1] = {}) =>
    makePost({ ...at, enrolmentId: room.enrolments.student }, options)
  const theirs = (options: Parameters<typeof makePost>[1] = {}) =>
    makePost({ ...at, enrolmentId: room.enrolments.classmate }, options)
  const own = await mine()
  const peer = await theirs({ body: "It is not." })
  const restated = await theirs({
    parentId: own.id,
    move: "challenge",
    restatement: { body: "He is right." },
  })
  const rewordable = await mine({
    parentId: peer.id,
    move: "challenge",
    restatement: { body: "It is one-sided.", answer: "not_quite", meant: "It is not neutral." },
  })
  const held = await mine({ body: "This one waits." })
  await change(held, { state: "held", heldAt: new Date(), seq: null })
  const returned = await mine({ body: "This one was given back." })
  await change(returned, { state: "returned", returnedAt: new Date() })
  await database().postReturn.create({
    data: { id: v4(), postId: returned.id, reason: "Say why.", returnedById: room.people.teacher.id },
  })
  const gone = await mine({ body: "This one was taken back." })
  await change(gone, { state: "deleted", deletedAt: new Date() })
  const hidden = await hide(room, await mine({ body: "This one is hidden." }))
  const appealed = await hide(room, await mine({ body: "So is this." }))
  const appealId = await appeal(room, appealed)
  const worried = await mine({ body: "Nobody would miss me." })
  await database().postReport.create({
    data: {
      id: v4(),
      postId: worried.id,
      enrolmentId: room.enrolments.classmate,
      kind: "worried",
      reason: "",
    },
  })
  const revealId = v4()
  const reveal = { aliasId: own.aliasId, reason: "To help.", revealedById: room.people.teacher.id }
  await database().nameReveal.create({ data: { id: revealId, ...reveal } })
  const noticeId = await notify(room.people.student.id, restated)
  const posts = { own, peer, restated, rewordable, held, returned, gone, hidden, appealed, worried }
  const publicIds = Object.fromEntries(Object.entries(posts).map(([name, post]) => [name, post.publicId]))
  return {
    promptId,
    otherPromptId: prompts[1]?.id ?? "",
    posts: publicIds as Record<keyof typeof posts, string>,
    appealId,
    revealId,
    noticeId,
  }
}

const change = (
  post: Post,
  data: Partial<Pick<Post, "state" | "heldAt" | "returnedAt" | "deletedAt" | "seq">>,
) => database().post.update({ where: { id: post.id }, data })

/** Hidden by the co-teacher, who may not decide about it afterwards. */
async function hide(room: Room, post: Post): Promise<Post> {
  const coTeacher = await viewerFor(room.people.coTeacher)
  const done = await hidePost(coTeacher, { postId: post.publicId, reason: "Off the point." }, new Date())
  if (!done.ok) throw new Error(done.refusal.code)
  return post
}

async function appeal(room: Room, post: Post): Promise<string> {
  const student = await viewerFor(room.people.student)
  const done = await appealAct(student, { postId: post.publicId, words: "It is on the point." }, new Date())
  if (!done.ok) throw new Error(done.refusal.code)
  return (await database().moderationAct.findFirstOrThrow({ where: { postId: post.id, kind: "hidden" } })).id
}

async function notify(userId: string, post: Post): Promise<string> {
  const made = await database().notice.create({ data: { userId, kind: "answered", postId: post.id } })
  return String(made.id)
}
