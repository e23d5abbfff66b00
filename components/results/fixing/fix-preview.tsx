import { useTranslations } from "next-intl"
import { ApplyFix } from "@/components/results/fixing/apply-fix"
import type { Apply, Place, PreviewView } from "@/components/results/fixing/fixing-shapes"
import { Signed } from "@/components/results/fixing/signed"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { displayPoints } from "@/lib/quiz/score-display"
import type { Fix } from "@/lib/results/fixing/fix-input"

type FixPreviewProps = { preview: PreviewView; fix: Fix; place: Place; here: string; apply: Apply }

/** What a change would do to every student's score. Nothing of it is done yet. */
export function FixPreviewView({ preview, fix, place, here, apply }: FixPreviewProps) {
  const words = useTranslations("results.fixing")
  return (
    <section id="preview" aria-labelledby="preview-title" className="mt-8 max-w-read scroll-mt-4">
      <h2 id="preview-title" className="font-semibold text-17">
        {words("preview")}
      </h2>
      <Summary preview={preview} />
      {preview.lines.length > 0 && <Lines preview={preview} />}
      <ApplyFix
        fix={fix}
        place={place}
        here={here}
        basedOn={preview.basedOn}
        count={preview.lines.length}
        action={apply}
      />
    </section>
  )
}

function Summary({ preview }: { preview: PreviewView }) {
  const words = useTranslations("results.fixing")
  const { lines, same, gained, lost, possible, keptNames, openAttempts } = preview
  const up = lines.filter(({ change }) => change.numerator > 0).length
  return (
    <div className="mt-1 grid gap-1 text-ink-2">
      <p>
        {words("changes", { count: lines.length })}{" "}
        {up > 0 && words("gained", { count: up, points: displayPoints(gained) })}{" "}
        {lines.length > up && words("lost", { count: lines.length - up, points: displayPoints(lost) })}{" "}
        {words("same", { count: same })}
      </p>
      {possible.before !== possible.after && <p>{words("possible", possible)}</p>}
      {keptNames.length > 0 && (
        <p dir="auto">{words("kept", { count: keptNames.length, names: keptNames.join(", ") })}</p>
      )}
      {openAttempts > 0 && <p>{words("openAttempts", { count: openAttempts })}</p>}
    </div>
  )
}

function Lines({ preview: { lines, possible } }: { preview: PreviewView }) {
  const words = useTranslations("results.fixing")
  return (
    <DataTable caption={words("lines")} className="mt-3">
      <thead>
        <tr>
          <HeaderCell>{words("student")}</HeaderCell>
          <HeaderCell numeric>{words("before", { possible: possible.before })}</HeaderCell>
          <HeaderCell numeric>{words("after", { possible: possible.after })}</HeaderCell>
          <HeaderCell numeric>{words("change")}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.enrolmentId}>
            <RowHeader dir="auto">
              {line.displayName}
              {line.hasLeft && <span className="ms-2 font-normal text-13 text-ink-3">{words("left")}</span>}
            </RowHeader>
            <Cell numeric>{displayPoints(line.before)}</Cell>
            <Cell numeric className="font-semibold">
              {displayPoints(line.after)}
            </Cell>
            <Cell numeric>
              <Signed points={line.change} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
