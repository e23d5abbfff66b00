"use client"

import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { type OptionShares, OptionsEditor } from "@/components/quiz/editor/options-editor"
import type { SingleContent, SingleKey } from "@/lib/quiz/types/single/shapes"

/** Options, and which is right where the level leaves that to say: not for a poll. Others may earn a part of the points. */
export function SingleEditor(props: TypeEditorProps) {
  const { item, change } = props
  const { shares: given, ...key } = (item.key ?? {}) as Partial<SingleKey>
  if (item.type !== "single") return <OptionsEditor {...props} />
  const changePart: typeof change = (part) => {
    const next = { ...key, ...(part.key as object | undefined) } as Partial<SingleKey>
    const left = (part.content as SingleContent | undefined)?.options.map(({ id }) => id)
    // Only options that are still there, and the right one has no share beside the whole.
    const kept = Object.entries(given ?? {}).filter(
      ([id]) => id !== next.answer && (!left || left.includes(id)),
    )
    change(given ? { ...part, key: { ...next, shares: Object.fromEntries(kept) } } : part)
  }
  const shares: OptionShares = {
    isOn: given !== undefined,
    of: (id) => (id === key.answer ? null : (given?.[id] ?? 0)),
    onToggle: (isOn) => change({ key: isOn ? { ...key, shares: {} } : key }),
    onChange: (id, percent) => change({ key: { ...key, shares: { ...given, [id]: percent } } }),
  }
  return <OptionsEditor {...props} change={changePart} shares={shares} />
}
