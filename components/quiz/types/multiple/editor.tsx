"use client"

import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { OptionsEditor } from "@/components/quiz/editor/options-editor"
import type { MultipleContent, MultipleKey } from "@/lib/quiz/types/multiple/shapes"

/** As for one right option, with a box to tick instead. An option that is removed is no longer right either. */
export function MultipleEditor(props: TypeEditorProps) {
  const { item, change } = props
  const key = (item.key ?? {}) as Partial<MultipleKey>
  const answers = key.answers ?? []
  const setAnswers = (list: string[]) => change({ key: { ...key, answers: list } })
  const changePart: typeof change = (part) => {
    const left = (part.content as MultipleContent | undefined)?.options.map(({ id }) => id)
    const gone = left && answers.some((id) => !left.includes(id))
    change(gone ? { ...part, key: { ...key, answers: answers.filter((id) => left.includes(id)) } } : part)
  }
  return (
    <OptionsEditor
      {...props}
      change={changePart}
      hint="severalHint"
      marks={{
        type: "checkbox",
        isRight: (id) => answers.includes(id),
        onPress: (id) =>
          setAnswers(answers.includes(id) ? answers.filter((one) => one !== id) : [...answers, id]),
      }}
    />
  )
}
