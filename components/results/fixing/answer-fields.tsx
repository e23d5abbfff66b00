import { useTranslations } from "next-intl"
import type { FixingView } from "@/components/results/fixing/fixing-shapes"
import { ChoiceMark } from "@/components/ui/choice-mark"
import { Field } from "@/components/ui/field"
import { LONGEST_NAMED } from "@/lib/results/fixing/fix-input"
import type { FixQuery } from "@/lib/results/fixing/fix-query"

type AnswerFieldsProps = { kind: "rekey" | "accept"; fixing: FixingView; query: FixQuery }

type Line = { value: string; mark: string; text: string; count: number; isRight: boolean }

/** The options, or what students typed, each with how many did. */
export function AnswerFields({ kind, fixing, query }: AnswerFieldsProps) {
  const words = useTranslations("results.fixing")
  const { namedBy } = fixing.offered
  const isTyped = namedBy === "text"
  const isMany = kind === "rekey" && namedBy === "options"
  const lines = linesOf(fixing, isTyped).filter((line) => kind === "rekey" || !line.isRight)
  const isChosen = ({ value, isRight }: Line) => {
    const chosen = isTyped ? [query.text] : query.optionIds
    return chosen.some((one) => one !== "") ? chosen.includes(value) : isMany && isRight
  }
  return (
    <>
      {lines.length > 0 && (
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-semibold">{words(`which.${isMany ? "many" : kind}`)}</legend>
          {lines.map((line, at) => (
            <label
              key={line.value}
              htmlFor={`answer-${at}`}
              className="flex min-h-8 items-start gap-3 py-1 pointer-coarse:py-2.5"
            >
              <ChoiceMark
                id={`answer-${at}`}
                type={isMany ? "checkbox" : "radio"}
                name={isTyped ? "answer" : "option"}
                value={line.value}
                required={!isTyped && !isMany}
                defaultChecked={isChosen(line)}
              />
              <span className="min-w-0" dir="auto">
                {line.mark && <b className="me-2 font-semibold">{line.mark}</b>}
                {line.text}
                <span className="ms-2 text-13 text-ink-3">{words("count", { count: line.count })}</span>
                {line.isRight && (
                  <span className="ms-2 font-semibold text-13 text-right">{words("isKey")}</span>
                )}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {isTyped && (
        <Field
          name="text"
          label={words(lines.length > 0 ? "orTyped" : `which.${kind}`)}
          optional={lines.length > 0}
          maxLength={LONGEST_NAMED}
          defaultValue={lines.some(isChosen) ? "" : query.text}
        />
      )}
    </>
  )
}

function linesOf({ analysis: { options, texts } }: FixingView, isTyped: boolean): Line[] {
  if (isTyped)
    return texts.map(({ text, count, isRight }) => ({ value: text, mark: "", text, count, isRight }))
  return options.map(({ id, letter, text, count, isKey }) => ({
    value: id,
    mark: letter,
    text,
    count,
    isRight: isKey,
  }))
}
