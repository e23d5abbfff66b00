import { describe, expect, it } from "vitest"
import type { Refusal } from "@/lib/access/refusal"
import { threadInput } from "@/lib/discussion/input"
import { takeBackPost } from "@/lib/discussion/server/change-own-post"
import { editPost } from "@/lib/discussion/server/edit-post"
import { loadCitablePosts } from "@/lib/discussion/server/load-citable-posts"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { hidePost } from "@/lib/discussion/server/moderate-post"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { searchDiscussion } from "@/lib/discussion/server/search-discussion"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "../../support/database"
import { makeUser, viewerFor } from "../../support/factories"
import { makeDiscussion, makePost } from "../../support/factories-discussion"

useTestDatabase()

const codeOf = (decision: { ok: true } | { ok: false; refusal: Refusal }) =>
  decision.ok ? "ok" : decision.refusal.code.replace("discussion.", "")

const source = {
  title: "Votes of March 2022",
  address: "https://example.org/votes",
  publisher: "A library",
  published: "2022",
}

async function prepare() {
  const room = await makeDiscussion({ students: 3, prompts: ["Is it fair?", "Can it be?"] })
  const [ada, ben, cem] = room.students
  const [prompt, other] = room.prompts
  if (!ada || !ben || !cem || !prompt || !other) throw new Error("no room")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  const cited = await makePost({ ...at, enrolmentId: ada.enrolment.id }, { body: "Secret words of Ada." })
  const own = await makePost({ ...at, enrolmentId: ben.enrolment.id }, { body: "Ben was here first." })
  const elsewhere = await makePost({ ...at, promptId: other.id, enrolmentId: ada.enrolment.id })
  const viewers = {
    ada: await viewerFor(ada.user),
    ben: await viewerFor(ben.user),
    cem: await viewerFor(cem.user),
  }
  return { room, at, cited, own, elsewhere, ...viewers, staff: await viewerFor(room.teacher) }
}

const now = () => new Date()
const answer = { move: "claim" as const, side: null, body: "A second point.", sentenceIds: [] as string[] }

describe("a post that cites a post and a source", () => {
  it("shows the first words of the one and the address of the other, and is found by the source’s words", async () => {
    const { at, ben, cited } = await prepare()
    const cites = { postIds: [cited.publicId, cited.publicId], sources: [source] }
    const kept = await postAnswer(ben, { ...at, ...answer, ...cites, clientKey: newRandomId() }, now())
    if (!kept.ok) throw new Error(kept.refusal.code)
    const view = await loadThread(ben, threadInput.parse({ ...at, postId: kept.value.id }), now())
    const post = view.ok && view.value.thread?.window.posts.find(({ id }) => id === kept.value.id)
    expect(post).toMatchObject({
      citedPosts: [{ id: cited.publicId, seq: 1, excerpt: "Secret words of Ada." }],
      sources: [source],
    })
    const found = await searchDiscussion(ben, { assignmentId: at.assignmentId, find: "library votes" }, now())
    expect(found.ok && found.value.posts.map(({ id }) => id)).toEqual([kept.value.id])
  })

  it("loses the words of a post that is hidden or taken back, for everybody", async () => {
    const { at, ben, ada, staff, cited, own } = await prepare()
    const cites = { postIds: [cited.publicId, own.publicId] }
    const kept = await postReply(
      ben,
      {
        parentId: cited.publicId,
        move: "evidence",
        body: "See there.",
        sentenceIds: [],
        ...cites,
        clientKey: newRandomId(),
      },
      now(),
    )
    expect(codeOf(kept)).toBe("ok")
    await hidePost(staff, { postId: cited.publicId, reason: "Names somebody." }, now())
    await takeBackPost(ben, { postId: own.publicId }, now())
    await makePost({
      ...at,
      enrolmentId: (await database().enrolment.findFirstOrThrow({ where: { userId: ben.userId } })).id,
    })
    for (const viewer of [ada, ben, staff]) {
      const view = await loadThread(viewer, threadInput.parse(at), now())
      expect(JSON.stringify(view)).not.toContain("Secret words")
      expect(JSON.stringify(view)).not.toContain("Ben was here first")
      const posts = view.ok ? (view.value.thread?.window.posts ?? []) : []
      const post = posts.find(({ citedPosts }) => citedPosts.length > 0)
      expect(post?.citedPosts.map(({ author, excerpt }) => [author, excerpt])).toEqual([
        [null, null],
        [null, null],
      ])
    }
    const offered = await loadCitablePosts(ben, { ...at, find: "" }, now())
    expect(JSON.stringify(offered)).not.toContain("Secret words")
  })

  it("cites nothing of another thread, nothing hidden, and nothing before its writer’s own first post", async () => {
    const { at, ben, cem, staff, cited, elsewhere } = await prepare()
    const post = (viewer: typeof ben, postIds: string[]) =>
      postAnswer(viewer, { ...at, ...answer, postIds, clientKey: newRandomId() }, now())
    expect(codeOf(await post(ben, [elsewhere.publicId]))).toBe("citedPostGone")
    expect(codeOf(await post(ben, [newRandomId()]))).toBe("citedPostGone")
    expect(codeOf(await post(cem, [cited.publicId]))).toBe("citedPostGone")
    await hidePost(staff, { postId: cited.publicId, reason: "Names somebody." }, now())
    expect(codeOf(await post(ben, [cited.publicId]))).toBe("citedPostGone")
  })

  it("keeps no address but of the web, and says which source is at fault", async () => {
    const { at, ben } = await prepare()
    const sources = [source, { ...source, address: "javascript:alert(1)" }]
    const refused = await postAnswer(ben, { ...at, ...answer, sources, clientKey: newRandomId() }, now())
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: "discussion.sourceAddress", field: "sources.1.address" },
    })
    const kept = await database().sourceCitation.count({ where: { post: { thread: at } } })
    expect(kept).toBe(0)
  })

  it("offers posts to nobody for whom the thread is shut, in the same words whether there are any", async () => {
    const { at, cem, ben, elsewhere } = await prepare()
    const stranger = await viewerFor(await makeUser("teacher"))
    const shut = await loadCitablePosts(cem, { ...at, find: "" }, now())
    expect(codeOf(shut)).toBe("noSuchThread")
    expect(await loadCitablePosts(stranger, { ...at, find: "" }, now())).toEqual(shut)
    expect(await loadCitablePosts(ben, { ...at, promptId: newRandomId(), find: "" }, now())).toEqual(shut)
    expect(JSON.stringify(await loadCitablePosts(ben, { ...at, find: "" }, now()))).not.toContain(
      elsewhere.publicId,
    )
    const one = await loadCitablePosts(ben, { ...at, find: "2" }, now())
    expect(one.ok && one.value.map(({ seq }) => seq)).toEqual([2])
  })
})

describe("editing what a post says beside its words", () => {
  const argument = { move: "question" as const, side: null, sentenceIds: [], postIds: [], sources: [source] }

  it("changes it until somebody has answered, and marks the post", async () => {
    const { at, ben, ada, cited } = await prepare()
    const reply = { parentId: cited.publicId, move: "support" as const, body: "Yes.", sentenceIds: [] }
    const kept = await postReply(ben, { ...reply, clientKey: newRandomId() }, now())
    if (!kept.ok) throw new Error(kept.refusal.code)
    const postId = kept.value.id
    expect(codeOf(await editPost(ben, { postId, body: "Yes.", argument }, now()))).toBe("ok")
    const read = async () => {
      const view = await loadThread(ada, threadInput.parse(at), now())
      return view.ok ? view.value.thread?.window.posts.find(({ id }) => id === postId) : undefined
    }
    expect(await read()).toMatchObject({ move: "question", sources: [source], isEdited: true })
    expect(await database().postRevision.count()).toBe(0)
    await postReply(ada, { ...reply, parentId: postId, clientKey: newRandomId() }, now())
    const again = { postId, body: "Yes.", argument: { ...argument, sources: [] } }
    expect(codeOf(await editPost(ben, again, now()))).toBe("editAnswered")
    expect(codeOf(await editPost(ben, { postId, body: "Yes, and no.", argument }, now()))).toBe("ok")
    expect(await read()).toMatchObject({ sources: [source], html: '<p dir="auto">Yes, and no.</p>' })
  })

  it("is forbidden to everybody else", async () => {
    const { at, ada, cem, staff, own } = await prepare()
    const edit = { postId: own.publicId, body: own.body, argument: { ...argument, move: "claim" as const } }
    expect(codeOf(await editPost(ada, edit, now()))).toBe("notYours")
    expect(codeOf(await editPost(staff, edit, now()))).toBe("notYours")
    expect(codeOf(await editPost(cem, edit, now()))).toBe("noSuchPost")
    const view = await loadThread(ada, threadInput.parse(at), now())
    expect(JSON.stringify(view)).not.toContain("example.org")
  })
})
