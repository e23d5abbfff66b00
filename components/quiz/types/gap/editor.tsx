"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { v4 } from "uuid"
import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { SaidFields } from "@/components/quiz/editor/said-fields"
import { GapShares } from "@/components/quiz/types/gap/gap-shares"
import { Checkbox } from "@/components/ui/checkbox"
import { cn } from "@/components/ui/cn"
import { TextArea } from "@/components/ui/text-area"
import { isKeyed } from "@/lib/quiz/authored-item"
import { isWholePercent } from "@/lib/quiz/share"
import { carryShares, fillsOf } from "@/lib/quiz/types/gap/fills"
import { hasAnswer } from "@/lib/quiz/types/gap/gap"
import { readGapMarkup, writeGapMarkup } from "@/lib/quiz/types/gap/gap-markup"
import { gapsOf } from "@/lib/quiz/types/gap/gaps"
import { type GapContent, type GapKey, LONGEST_MARKUP } from "@/lib/quiz/types/gap/shapes"

const RULES = { ignoreCase: true, ignoreDiacritics: true }

/** The text with its answers in double brackets; taken apart at once into what students see and what is right. */
export function GapEditor({ item, change, problem, readOnly }: TypeEditorProps) {
  const words = useTranslations("quiz.editor")
  const content = item.content as GapContent
  const key = { ...RULES, gaps: {}, ...(item.key as Partial<GapKey> | null) }
  const [markup, setMarkup] = useState(() => writeGapMarkup(content, key))
  const write = (text: string) => {
    setMarkup(text)
    const { pieces, gaps } = readGapMarkup(text, { before: content, newId: v4 })
    change({ content: { pieces }, key: carryShares(key, { pieces, gaps }) })
  }
  const keyed = isKeyed(item.level)
  const hasShares = key.weighed !== undefined || key.weights !== undefined
  const [isWeighed, setWeighed] = useState(hasShares)
  const weigh = (isOn: boolean) => {
    setWeighed(isOn)
    const { weighed: _, weights: __, ...plain } = key
    if (isOn) return
    change({ key: plain })
    setMarkup(writeGapMarkup(content, plain))
  }
  return (
    <fieldset className="grid gap-4" disabled={readOnly}>
      <TextArea
        name="text"
        label={words("gapText")}
        hint={<GapHint keyed={keyed} />}
        error={problem("text") ?? problem("key")}
        value={markup}
        maxLength={LONGEST_MARKUP}
        rows={5}
        onChange={(event) => write(event.target.value)}
      />
      <FoundGaps content={content} gapKey={keyed ? key : null} />
      {keyed && (
        <>
          <div className="grid gap-2">
            {(["ignoreCase", "ignoreDiacritics"] as const).map((name) => (
              <Checkbox
                key={name}
                name={name}
                label={words(name)}
                checked={key[name]}
                onChange={(event) => change({ key: { ...key, [name]: event.target.checked } })}
              />
            ))}
          </div>
          <Checkbox
            name="weighed"
            label={words("gapShares")}
            checked={isWeighed}
            onChange={(event) => weigh(event.target.checked)}
          />
          {isWeighed && (
            <GapShares
              content={content}
              gapKey={key as GapKey}
              onChange={(next) => {
                change({ key: next })
                setMarkup(writeGapMarkup(content, next))
              }}
            />
          )}
          <SaidFields item={item} change={change} />
        </>
      )}
    </fieldset>
  )
}

function GapHint({ keyed }: { keyed: boolean }) {
  const words = useTranslations("quiz.editor.gapHint")
  const example = (text: string) => <code className="font-semibold">{text}</code>
  return (
    <span className="grid gap-0.5">
      <span>{words(keyed ? "typed" : "typedView")}</span>
      <span>{example(words(keyed ? "typedExample" : "typedViewExample"))}</span>
      <span>{words(keyed ? "chosen" : "chosenView")}</span>
      <span>{example(words("chosenExample"))}</span>
    </span>
  )
}

type FoundGapsProps = { content: GapContent; gapKey: Pick<GapKey, "gaps"> | null }

/** What was made of the brackets, gap by gap, so that a slip shows before it is saved. */
function FoundGaps({ content, gapKey }: FoundGapsProps) {
  const words = useTranslations("quiz.editor")
  const gaps = gapsOf(content)
  if (gaps.length === 0) return null
  return (
    <ol aria-label={words("gapsFound")} className="grid gap-1 text-13">
      {gaps.map((place, at) => {
        const right = gapKey?.gaps[place.gap] ?? []
        const fills = gapKey ? fillsOf(place, gapKey) : []
        const texts = place.options
          ? place.options.map(({ id, text }) => (right.includes(id) ? `${text} ✓` : text))
          : fills.map(({ fill, percent }) => (isWholePercent(percent) ? fill : `${fill} (${percent} %)`))
        const isMissing = gapKey !== null && !hasAnswer(place, gapKey as GapKey)
        return (
          <li key={place.gap} className={cn(isMissing ? "text-wrong" : "text-ink-2")}>
            {words("gapFound", {
              number: at + 1,
              how: place.options ? "chosen" : "typed",
              state: isMissing ? "missing" : gapKey ? "keyed" : "view",
              answers: texts.join(", "),
            })}
          </li>
        )
      })}
    </ol>
  )
}
