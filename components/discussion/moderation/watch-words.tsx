"use client"

import { useTranslations } from "next-intl"
import { ActButton } from "@/components/ui/act-button"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { EmptyState } from "@/components/ui/empty-state"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import type { WatchWordView } from "@/lib/discussion/moderation/watch-list-view"

type Act = (input: unknown) => Promise<ActionResult<unknown>>

type WatchWordsProps = {
  /** Null for the list of the whole school. */
  classId: string | null
  words: readonly WatchWordView[]
  /** Null for whoever only looks. */
  acts: { add: Act; remove: Act } | null
}

/** A list of watched words, and the form that adds to it. */
export function WatchWords({ classId, words: list, acts }: WatchWordsProps) {
  const words = useTranslations("discussion.watch")
  return (
    <div className="grid gap-6">
      {acts && (
        <ActionForm
          action={acts.add}
          values={{ classId }}
          doneMessage={words("added")}
          resetWhenDone
          className="max-w-form"
        >
          <Field name="word" label={words("word")} hint={words("wordHint")} maxLength={120} dir="auto" />
          <Field
            name="note"
            label={words("note")}
            hint={words("noteHint")}
            maxLength={600}
            dir="auto"
            optional
          />
          <SubmitButton className="justify-self-start">{words("add")}</SubmitButton>
        </ActionForm>
      )}
      {list.length === 0 && acts ? (
        <EmptyState title={words("none")}>{words("noneText")}</EmptyState>
      ) : (
        <WordList list={list} remove={acts?.remove ?? null} />
      )}
    </div>
  )
}

function WordList({ list, remove }: { list: readonly WatchWordView[]; remove: Act | null }) {
  const words = useTranslations("discussion.watch")
  return (
    <div>
      <p className="text-13 text-ink-2">{words("list", { count: list.length })}</p>
      <ul className="mt-1 max-w-narrow">
        {list.map(({ id, word, note }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-rule border-t py-2">
            <div className="min-w-0 flex-1">
              <b dir="auto" className="block break-words">
                {word}
              </b>
              {note && (
                <span dir="auto" className="block text-13 text-ink-2">
                  {note}
                </span>
              )}
            </div>
            {remove && (
              <ActButton
                variant="quiet"
                action={remove}
                input={{ wordId: id }}
                label={words("removeOf", { word })}
              >
                {words("remove")}
              </ActButton>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
