"use client"

import { useCallback, useState } from "react"
import { v4 } from "uuid"
import type { NoteMarkName } from "@/lib/reading/kinds"
import type { NoteView } from "@/lib/reading/notes"

export type NoteState = NoteView & { state: "saved" | "saving" | "failed" }

type Answer = { ok: true; value: NoteView } | { ok: false; message: string }
type Send<I> = (input: I) => Promise<Answer>

/** How notes are kept; a preview keeps them on the page only. */
export type NoteActions = {
  save: Send<{ noteId: string; assignmentId: string; sentenceId: string; mark: NoteMarkName; body: string }>
  remove: Send<{ noteId: string }>
  restore: Send<{ noteId: string }>
}

export type Notes = {
  all: NoteState[]
  /** Why the last change was not kept. */
  refusal: string | null
  /** The note just taken away. */
  removed: NoteState | null
  save: (note: Pick<NoteView, "sentenceId" | "mark" | "body"> & { noteId?: string }) => Promise<void>
  remove: (note: NoteState) => Promise<void>
  restore: () => Promise<void>
}

type Keeping = {
  actions: NoteActions
  assignmentId: string
  /** What to say when the school cannot be reached. */
  offline: string
}

/** A reader's notes: shown at once, then kept; what could not be kept stays and says so. */
export function useNotes(initial: readonly NoteView[], keeping: Keeping): Notes {
  const { actions, assignmentId, offline } = keeping
  const [all, setAll] = useState<NoteState[]>(() => initial.map((note) => ({ ...note, state: "saved" })))
  const [refusal, setRefusal] = useState<string | null>(null)
  const [removed, setRemoved] = useState<NoteState | null>(null)

  const put = useCallback((note: NoteState) => {
    setAll((notes) =>
      notes.some(({ noteId }) => noteId === note.noteId)
        ? notes.map((one) => (one.noteId === note.noteId ? note : one))
        : [...notes, note],
    )
  }, [])
  const drop = useCallback((note: NoteView) => {
    setAll((notes) => notes.filter(({ noteId }) => noteId !== note.noteId))
  }, [])

  const ask = useCallback(
    async (sending: Promise<Answer>): Promise<boolean> => {
      const answer = await sending.catch(() => ({ ok: false as const, message: offline }))
      setRefusal(answer.ok ? null : answer.message)
      return answer.ok
    },
    [offline],
  )

  const save: Notes["save"] = useCallback(
    async ({ noteId = v4(), ...words }) => {
      const note = { noteId, ...words, savedAt: new Date() }
      setRemoved(null)
      put({ ...note, state: "saving" })
      const kept = await ask(actions.save({ noteId, assignmentId, ...words }))
      put({ ...note, state: kept ? "saved" : "failed" })
    },
    [actions, assignmentId, ask, put],
  )
  const remove: Notes["remove"] = useCallback(
    async (note) => {
      drop(note)
      setRemoved(note)
      if (await ask(actions.remove({ noteId: note.noteId }))) return
      put(note)
      setRemoved(null)
    },
    [actions, ask, drop, put],
  )
  const restore: Notes["restore"] = useCallback(async () => {
    if (!removed) return
    if (!(await ask(actions.restore({ noteId: removed.noteId })))) return
    put({ ...removed, state: "saved" })
    setRemoved(null)
  }, [actions, ask, put, removed])

  return { all, refusal, removed, save, remove, restore }
}

/** Keeps nothing: for previews. */
export const unkeptNotes: NoteActions = {
  save: async ({ assignmentId: _, ...note }) => ({ ok: true, value: { ...note, savedAt: new Date() } }),
  remove: async ({ noteId }) => ({ ok: true, value: gone(noteId) }),
  restore: async ({ noteId }) => ({ ok: true, value: gone(noteId) }),
}

const gone = (noteId: string): NoteView => ({
  noteId,
  sentenceId: "",
  mark: "none",
  body: "",
  savedAt: new Date(),
})
