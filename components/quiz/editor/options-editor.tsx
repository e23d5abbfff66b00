"use client"

import { Plus, Trash2 } from "lucide-react"
import { useTranslations } from "next-intl"
import { v4 } from "uuid"
import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { ShareField } from "@/components/quiz/editor/share-field"
import { optionLetter } from "@/components/quiz/types/option-list"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { ChoiceMark } from "@/components/ui/choice-mark"
import { FieldError } from "@/components/ui/field-frame"
import { IconButton } from "@/components/ui/icon-button"
import { LongLine } from "@/components/ui/long-line"
import { isKeyed } from "@/lib/quiz/authored-item"
import { FEWEST_OPTIONS, MOST_OPTIONS, type Option } from "@/lib/quiz/options"

type WithOptions = { options: Option[] }
type WithAnswer = { answer?: string }

/** How an author marks what is right: one of the options, or several. */
export type RightMarks = {
  type: "radio" | "checkbox"
  isRight: (optionId: string) => boolean
  onPress: (optionId: string) => void
}

/** What options earn beside all or nothing, where an author wants that; null: all, as the right one does. */
export type OptionShares = {
  isOn: boolean
  of: (optionId: string) => number | null
  onToggle: (isOn: boolean) => void
  onChange: (optionId: string, percent: number) => void
}

type OptionsEditorProps = TypeEditorProps & {
  /** Missing: one is right, and stands in the key as `answer`. */
  marks?: RightMarks
  /** Missing: the type has none. */
  shares?: OptionShares
  hint?: "optionsHint" | "severalHint" | "severalSharesHint" | "trueFalseHint"
  /** Options can be added up to so many. */
  most?: number
}

/** The options of a choice: which is right, their words, and what is said to whoever chose them. */
export function OptionsEditor(props: OptionsEditorProps) {
  const { item, change, problem, readOnly, hint = "optionsHint", most = MOST_OPTIONS } = props
  const { marks = oneRight(props), shares } = props
  const words = useTranslations("quiz.editor")
  const content = item.content as WithOptions
  const keyed = isKeyed(item.level)
  const setOptions = (options: Option[]) => change({ content: { ...content, options } })
  const setText = (id: string, text: string) =>
    setOptions(content.options.map((option) => (option.id === id ? { ...option, text } : option)))
  const setFeedback = (id: string, text: string) => {
    const { [id]: _, ...others } = item.feedback.options ?? {}
    change({ feedback: { ...item.feedback, options: text === "" ? others : { ...others, [id]: text } } })
  }
  const error = problem("options") ?? problem("key")
  return (
    <fieldset className="grid gap-3" disabled={readOnly}>
      <legend className="mb-2 font-semibold">
        {words("options")}
        {keyed && <span className="block font-normal text-13 text-ink-2">{words(hint)}</span>}
      </legend>
      {content.options.map(({ id, text }, at) => (
        <div
          key={id}
          className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 border-rule border-t pt-3"
        >
          <span className="flex min-h-target items-start gap-2 pt-2">
            {keyed && (
              <ChoiceMark
                type={marks.type}
                name="answer"
                checked={marks.isRight(id)}
                onChange={() => marks.onPress(id)}
                aria-label={words("isRight", { letter: optionLetter(at) })}
              />
            )}
            <span aria-hidden className="w-4 text-center font-semibold text-ink-3">
              {optionLetter(at)}
            </span>
          </span>
          <div className="grid gap-2">
            <LongLine
              name={`option-${at}`}
              label={words("optionText", { letter: optionLetter(at) })}
              hideLabel
              value={text}
              maxLength={500}
              onText={(text) => setText(id, text)}
            />
            {keyed && (
              <LongLine
                dense
                name={`feedback-${at}`}
                label={words("optionFeedback", { letter: optionLetter(at) })}
                hideLabel
                optional
                placeholder={words("optionFeedbackPlaceholder")}
                value={item.feedback.options?.[id] ?? ""}
                maxLength={600}
                onText={(text) => setFeedback(id, text)}
              />
            )}
            {keyed && shares?.isOn && <OptionShare {...{ id, at, shares }} />}
          </div>
          <IconButton
            label={words("removeOption", { letter: optionLetter(at) })}
            disabled={content.options.length <= FEWEST_OPTIONS}
            onClick={() => setOptions(content.options.filter((option) => option.id !== id))}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      ))}
      {error && <FieldError id="options-error">{error}</FieldError>}
      {keyed && shares && (
        <Checkbox
          name="shares"
          label={words("optionShares")}
          checked={shares.isOn}
          onChange={(event) => shares.onToggle(event.target.checked)}
        />
      )}
      {content.options.length < most && (
        <div>
          <Button dense onClick={() => setOptions([...content.options, { id: v4(), text: "" }])}>
            <Plus aria-hidden /> {words("addOption")}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

type OptionShareProps = { id: string; at: number; shares: OptionShares }

/** The right one earns everything: that is no field to fill. */
function OptionShare({ id, at, shares }: OptionShareProps) {
  const words = useTranslations("quiz.editor")
  const percent = shares.of(id)
  if (percent === null) return <p className="text-13 text-ink-2">{words("shareAll")}</p>
  const what = words("optionText", { letter: optionLetter(at) })
  return (
    <ShareField
      name={`share-${at}`}
      what={what}
      percent={percent}
      onChange={(next) => shares.onChange(id, next)}
    />
  )
}

function oneRight({ item, change }: TypeEditorProps): RightMarks {
  const key = (item.key ?? {}) as WithAnswer
  return {
    type: "radio",
    isRight: (id) => key.answer === id,
    onPress: (id) => change({ key: { ...key, answer: id } }),
  }
}
