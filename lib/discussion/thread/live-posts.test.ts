import { describe, expect, it } from "vitest"
import {
  concerns,
  type LivePage,
  leavesAtOnce,
  mergeRead,
  newlyShown,
  showHeld,
  since,
  waiting,
} from "./live-posts"
import type { OwnPostView, PostState, PostView } from "./thread-view"

const own: OwnPostView = {
  body: null,
  editUntil: null,
  mayRearrange: false,
  mayTakeBack: false,
  undoUntil: null,
  hiddenFor: "why",
  returnedFor: null,
  isWaiting: false,
  act: null,
}

const post = (seq: number, state: PostState = "visible", more: Partial<PostView> = {}): PostView => ({
  id: `p${seq}`,
  parentId: null,
  seq,
  author: null,
  answers: null,
  move: "claim",
  side: null,
  state,
  html: null,
  createdAt: 0,
  citations: [],
  citedPosts: [],
  sources: [],
  isNew: false,
  isEdited: false,
  isReported: false,
  own: null,
  restating: null,
  ...more,
})

/** Posts 1 to 4 of a thread of 10; the fourth is gone and unanswered. */
const page: LivePage = { lastSeq: 10, lastChange: 5, seqs: [1, 2, 3, 4], cited: [], drawn: [1, 2, 3] }
const read = (lastChange: number, ...posts: PostView[]) => ({ lastChange, posts })

describe("what changed while a page stood open", () => {
  it("concerns the page where it shows the post, or will", () => {
    expect([1, 4, 5, 10, 11].filter((seq) => concerns(page, seq))).toEqual([1, 4, 11])
  })

  it("is gone at once where others' words were hidden or taken back, and else waits", () => {
    const known = mergeRead([], read(6, post(1, "hidden"), post(2), post(3, "hidden", { own })), page)
    expect(known.map(({ shown, held }) => [shown?.state, held?.state])).toEqual([
      ["hidden", undefined],
      [undefined, "visible"],
      [undefined, "hidden"],
    ])
    expect(waiting(known, [], page)).toEqual({ unread: 0, posts: 0, changed: 2 })
    expect(showHeld(known).map(({ shown, held }) => [shown?.state, held])).toEqual([
      ["hidden", null],
      ["visible", null],
      ["hidden", null],
    ])
    expect(leavesAtOnce(post(1))).toBe(false)
  })

  it("stands as it last was until its reader asks again", () => {
    const shown = showHeld(mergeRead([], read(6, post(2, "visible", { html: "one" })), page))
    const [again] = mergeRead(shown, read(7, post(2, "visible", { html: "two" })), page)
    expect([again?.shown?.html, again?.held?.html]).toEqual(["one", "two"])
  })

  it("is what was read last, in whatever order the answers came", () => {
    const later = mergeRead([], read(8, post(1, "hidden")), page)
    expect(mergeRead(later, read(7, post(1)), page)).toEqual(later)
  })

  it("is left to a page that was made anew", () => {
    const known = showHeld(mergeRead([], read(6, post(2), post(11)), page))
    expect(since(known, page)).toHaveLength(2)
    expect(since(known, { ...page, lastChange: 6 }).map((one) => one.seq)).toEqual([11])
    expect(since(known, { ...page, lastSeq: 11, lastChange: 6 })).toEqual([])
  })
})

describe("new posts", () => {
  it("wait to be asked for, and stand beneath the thread in order of writing", () => {
    expect(waiting([], [9, 11, 12], page)).toEqual({ unread: 2, posts: 2, changed: 0 })
    const known = showHeld(mergeRead([], read(5, post(12), post(11)), page))
    expect(newlyShown(known, page).map((one) => one.seq)).toEqual([11, 12])
    expect(waiting(known, [11, 12], page)).toEqual({ unread: 0, posts: 0, changed: 0 })
  })

  it("that went before anybody saw them are not waited for, and leave no place", () => {
    const known = mergeRead([], read(6, post(11, "deleted")), page)
    expect(waiting(known, [11], page)).toEqual({ unread: 0, posts: 0, changed: 0 })
    expect(newlyShown(showHeld(known), page)).toEqual([])
  })

  it("that go after they were shown keep their place", () => {
    const shown = showHeld(mergeRead([], read(5, post(11)), page))
    const known = mergeRead(shown, read(6, post(11, "hidden")), page)
    expect(newlyShown(known, page).map((one) => one.state)).toEqual(["hidden"])
  })

  it("are also those shown again that the page had no place for", () => {
    const known = mergeRead([], read(6, post(4)), page)
    expect(waiting(known, [], page)).toEqual({ unread: 0, posts: 1, changed: 0 })
    expect(newlyShown(showHeld(known), page).map((one) => one.seq)).toEqual([4])
  })
})
