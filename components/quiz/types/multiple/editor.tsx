"use client"

import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { OptionsEditor } from "@/components/quiz/editor/options-editor"
import { evenPercent } from "@/lib/quiz/share"
import type { MultipleContent, MultipleKey } from "@/lib/quiz/types/multiple/shapes"

type Shares = Record<string, number>

/** As for one right option, with a box to tick instead. An option that is removed is no longer right either. */
export function MultipleEditor(props: TypeEditorProps) {
  const { item, change } = props
  const { shares: given, ...key } = (item.key ?? {}) as Partial<MultipleKey>
  const answers = key.answers ?? []
  // With shares, what is right is what earns something.
  const keep = (list: string[], shares: Shares | undefined) =>
    shares
      ? { ...key, answers: Object.keys(shares).filter((id) => (shares[id] ?? 0) > 0), shares }
      : { ...key, answers: list }
  const press = (id: string) => {
    const isRight = answers.includes(id)
    const list = isRight ? answers.filter((one) => one !== id) : [...answers, id]
    const percent = isRight ? 0 : evenPercent(list.length)
    change({ key: keep(list, given && { ...given, [id]: percent }) })
  }
  const changePart: typeof change = (part) => {
    const left = (part.content as MultipleContent | undefined)?.options.map(({ id }) => id)
    const isGone = (id: string) => left !== undefined && !left.includes(id)
    if (![...answers, ...Object.keys(given ?? {})].some(isGone)) return change(part)
    const shares = given && Object.fromEntries(Object.entries(given).filter(([id]) => !isGone(id)))
    change({
      ...part,
      key: keep(
        answers.filter((id) => !isGone(id)),
        shares,
      ),
    })
  }
  const even = Object.fromEntries(answers.map((id) => [id, evenPercent(answers.length)]))
  return (
    <OptionsEditor
      {...props}
      change={changePart}
      hint={given ? "severalSharesHint" : "severalHint"}
      marks={{ type: "checkbox", isRight: (id) => answers.includes(id), onPress: press }}
      shares={{
        isOn: given !== undefined,
        of: (id) => given?.[id] ?? 0,
        onToggle: (isOn) => change({ key: keep(answers, isOn ? even : undefined) }),
        onChange: (id, percent) => change({ key: keep(answers, { ...given, [id]: percent }) }),
      }}
    />
  )
}
