"use client"

import { Plus, Trash2 } from "lucide-react"
import { useTranslations } from "next-intl"
import { v4 } from "uuid"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FieldError } from "@/components/ui/field-frame"
import { IconButton } from "@/components/ui/icon-button"
import { TextArea } from "@/components/ui/text-area"
import {
  type Criterion,
  FEWEST_LEVELS,
  LONGEST_GUIDELINES,
  MOST_CRITERIA,
  MOST_LEVELS,
  type Rubric,
} from "@/lib/quiz/rubric"
import { blankCriterion } from "@/lib/quiz/types/long/long"

type RubricEditorProps = { rubric: Rubric; error: string | undefined; onChange: (rubric: Rubric) => void }

/** The criteria, each with its levels from the weakest on. */
export function RubricEditor({ rubric: { criteria, guidelines }, error, onChange }: RubricEditorProps) {
  const words = useTranslations("quiz.editor")
  const setCriteria = (list: Criterion[]) =>
    onChange({ criteria: list, ...(guidelines === undefined ? {} : { guidelines }) })
  const setCriterion = (changed: Criterion) =>
    setCriteria(criteria.map((one) => (one.id === changed.id ? changed : one)))
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 font-semibold">
        {words("rubric")}
        <span className="block font-normal text-13 text-ink-2">{words("rubricHint")}</span>
      </legend>
      {criteria.map((criterion, at) => (
        <CriterionEditor
          key={criterion.id}
          criterion={criterion}
          number={at + 1}
          onChange={setCriterion}
          onRemove={
            criteria.length > 1 ? () => setCriteria(criteria.filter(({ id }) => id !== criterion.id)) : null
          }
        />
      ))}
      {error && <FieldError id="rubric-error">{error}</FieldError>}
      {criteria.length < MOST_CRITERIA && (
        <div>
          <Button dense onClick={() => setCriteria([...criteria, blankCriterion(v4)])}>
            <Plus aria-hidden /> {words("addCriterion")}
          </Button>
        </div>
      )}
      <TextArea
        name="guidelines"
        label={words("guidelines")}
        hint={words("guidelinesHint")}
        optional
        rows={4}
        maxLength={LONGEST_GUIDELINES}
        value={guidelines ?? ""}
        onChange={({ target: { value } }) =>
          onChange(value === "" ? { criteria } : { criteria, guidelines: value })
        }
      />
    </fieldset>
  )
}

type CriterionEditorProps = {
  criterion: Criterion
  number: number
  onChange: (criterion: Criterion) => void
  /** Null: the last one stays. */
  onRemove: (() => void) | null
}

function CriterionEditor({ criterion, number, onChange, onRemove }: CriterionEditorProps) {
  const words = useTranslations("quiz.editor")
  const { levels } = criterion
  const setLevels = (list: Criterion["levels"]) => onChange({ ...criterion, levels: list })
  return (
    <fieldset className="grid gap-2 border-rule border-t pt-3">
      <legend className="sr-only">{words("criterion", { number })}</legend>
      <div className="flex items-end gap-2">
        <Field
          name={`criterion-${number}`}
          className="flex-1"
          label={words("criterion", { number })}
          value={criterion.title}
          maxLength={200}
          onChange={(event) => onChange({ ...criterion, title: event.target.value })}
        />
        {onRemove && (
          <IconButton label={words("removeCriterion", { number })} onClick={onRemove}>
            <Trash2 aria-hidden />
          </IconButton>
        )}
      </div>
      {levels.map((level, at) => (
        <LevelLine
          key={level.id}
          level={level}
          at={{ number, level: at + 1 }}
          onChange={(changed) => setLevels(levels.map((one) => (one.id === changed.id ? changed : one)))}
          onRemove={
            levels.length > FEWEST_LEVELS
              ? () => setLevels(levels.filter((one) => one.id !== level.id))
              : null
          }
        />
      ))}
      {levels.length < MOST_LEVELS && (
        <div>
          <Button
            dense
            variant="quiet"
            onClick={() => setLevels([...levels, { id: v4(), text: "", points: nextPoints(levels) }])}
          >
            <Plus aria-hidden /> {words("addLevel", { number })}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

const nextPoints = (levels: Criterion["levels"]): number =>
  Math.min(20, Math.max(-1, ...levels.map(({ points }) => points)) + 1)

type Level = Criterion["levels"][number]

type LevelLineProps = {
  level: Level
  at: { number: number; level: number }
  onChange: (level: Level) => void
  onRemove: (() => void) | null
}

function LevelLine({ level, at, onChange, onRemove }: LevelLineProps) {
  const words = useTranslations("quiz.editor")
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_4.5rem_auto] items-center gap-2">
      <Field
        dense
        name={`level-${at.number}-${at.level}`}
        label={words("levelText", at)}
        hideLabel
        placeholder={words("levelPlaceholder")}
        value={level.text}
        maxLength={300}
        onChange={(event) => onChange({ ...level, text: event.target.value })}
      />
      <Field
        dense
        name={`points-${at.number}-${at.level}`}
        type="number"
        label={words("levelPoints", at)}
        hideLabel
        min={0}
        max={20}
        value={level.points}
        onChange={(event) => onChange({ ...level, points: wholePoints(event.target.valueAsNumber) })}
      />
      <IconButton
        dense
        label={words("removeLevel", at)}
        disabled={onRemove === null}
        onClick={() => onRemove?.()}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </div>
  )
}

const wholePoints = (points: number): number =>
  Number.isFinite(points) ? Math.max(0, Math.min(20, Math.round(points))) : 0
