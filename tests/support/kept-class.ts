import type { Viewer } from "@/lib/access/viewer"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { newRandomId } from "@/lib/platform/ids"
import { enrol, makeUser, makeViewer, viewerFor } from "./factories"
import { makeDiscussion, makePost } from "./factories-discussion"

/** One student has written what another one may report; a third has not posted. Two teachers and an assistant. */
export async function makeKeptClass() {
  const room = await makeDiscussion({ students: 3 })
  const [author, reporter, third] = room.students
  const [prompt] = room.prompts
  if (!author || !reporter || !third || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  const post = await makePost(
    { ...at, enrolmentId: author.enrolment.id },
    { body: "canary", alias: "Blue Heron" },
  )
  const other = await makePost({ ...at, enrolmentId: reporter.enrolment.id }, { alias: "Red Kite" })
  const assistant = await makeUser("assistant")
  await enrol(room.class.id, assistant.id, "assistant")
  const second = await makeUser("teacher", { displayName: "Mr Ortega" })
  const secondEnrolment = await enrol(room.class.id, second.id, "teacher")
  const viewers = {
    author: await viewerFor(author.user),
    reporter: await viewerFor(reporter.user),
    third: await viewerFor(third.user),
    teacher: await viewerFor(room.teacher),
    second: await viewerFor(second),
    assistant: await viewerFor(assistant),
  }
  const rows = { author, reporter, third }
  return {
    room,
    at,
    classId: room.class.id,
    post,
    other,
    about: { postId: post.publicId },
    rows,
    secondEnrolment,
    ...viewers,
  }
}

/** Somebody of every part in the school who is not in the class. */
export const strangers = () =>
  Promise.all((["student", "teacher", "assistant", "administrator"] as const).map((role) => makeViewer(role)))

type At = { assignmentId: string; promptId: string }

/** A post at the top, sent now unless told. */
export const answer = (
  viewer: Viewer,
  at: At,
  more: { now?: Date; clientKey?: string; body?: string } = {},
) => {
  const { now = new Date(), clientKey = newRandomId(), body = "I think so too." } = more
  return postAnswer(viewer, { ...at, move: "claim", side: null, body, clientKey, sentenceIds: [] }, now)
}

export const reply = (viewer: Viewer, parentId: string, now = new Date()) =>
  postReply(
    viewer,
    { parentId, move: "challenge", body: "Is he?", clientKey: newRandomId(), sentenceIds: [] },
    now,
  )

type Decided = { ok: true } | { ok: false; refusal: { kind: string; code: string } }

/** "ok", or the kind and the code of a refusal. */
export const codeOf = (decision: Decided): string =>
  decision.ok ? "ok" : `${decision.refusal.kind} ${decision.refusal.code.replace("discussion.", "")}`
