import { useTranslations } from "next-intl"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { PageLink } from "@/components/ui/page-link"
import { displayPoints } from "@/lib/quiz/score-display"
import type { DiscussionGrade } from "@/lib/results/discussion/discussion-grade"
import { discussionPoints } from "@/lib/results/discussion/discussion-grade"
import {
  type AuthorProfile,
  calledOf,
  type DiscussionProfile,
  groupNames,
} from "@/lib/results/discussion/discussion-profile"
import { discussionHref } from "@/lib/results/discussion/discussion-query"
import type { PostView } from "@/lib/results/discussion/post-views"

type DiscussionTableProps = {
  assignmentId: string
  profile: DiscussionProfile
  namesShown: boolean
  /** By enrolment, the newest first; null for who may not grade. */
  grades: ReadonlyMap<string, readonly DiscussionGrade[]> | null
}

const COLUMNS = ["openings", "replies", "citing", "restated", "confirmed", "across"] as const

/** Each student's part in numbers that open the posts they count. */
export function DiscussionTable({ profile, grades, ...rest }: DiscussionTableProps) {
  const results = useTranslations("results.part")
  const most = Math.max(1, ...profile.students.map(({ heardBy }) => heardBy))
  return (
    <DataTable caption={results("caption")} minWidth="58rem" firstStays data-walk-rows>
      <thead>
        <tr>
          <HeaderCell className={stays}>{results(rest.namesShown ? "student" : "pseudonym")}</HeaderCell>
          {COLUMNS.map((view) => (
            <HeaderCell key={view} numeric>
              {results(view)}
            </HeaderCell>
          ))}
          <HeaderCell>{results("heardBy")}</HeaderCell>
          <HeaderCell numeric>{results("waiting")}</HeaderCell>
          {grades && <HeaderCell numeric>{results("gradeColumn")}</HeaderCell>}
        </tr>
      </thead>
      <tbody>
        {profile.students.map((one) => (
          <StudentLine
            key={one.author.key}
            {...{ one, most, ...rest }}
            question={rest.namesShown ? null : questionOf(one, profile)}
            grade={grades && (grades.get(one.author.key)?.[0] ?? "none")}
          />
        ))}
      </tbody>
    </DataTable>
  )
}

const stays = "max-md:sticky max-md:start-0 max-md:max-w-44 max-md:bg-paper"

type StudentLineProps = {
  one: AuthorProfile
  most: number
  grade: DiscussionGrade | "none" | null
  /** Where the pseudonym stands, for who sees those alone. */
  question: number | null
} & Pick<DiscussionTableProps, "assignmentId" | "namesShown">

/** A pseudonym stands at one question. */
const questionOf = ({ posts: [first] }: AuthorProfile, { prompts }: DiscussionProfile): number | null =>
  prompts.find(({ id }) => id === first?.promptId)?.position ?? null

function StudentLine({ one, most, grade, question, assignmentId, namesShown }: StudentLineProps) {
  const results = useTranslations("results.part")
  const { author, counts, posts, heardBy } = one
  const name = calledOf(author)
  const hrefOf = (only: PostView | null) =>
    discussionHref({ assignmentId, key: author.key }, { only, showsNames: namesShown })
  const number = (count: number, view: PostView, label: string) => (
    <CountLink count={count} href={hrefOf(view)} label={results("opens", { label, count, name })} />
  )
  return (
    <Row id={`student-${author.key}`} className="scroll-mt-4 target:bg-recess">
      <RowHeader className={stays}>
        {posts.length > 0 ? (
          <PageLink href={hrefOf(null)} dir="auto" className="inline-block min-h-6 hover:underline">
            {name}
          </PageLink>
        ) : (
          <span dir="auto">{name}</span>
        )}
        {posts.length === 0 && (
          <span className="ms-2 font-normal text-13 text-ink-3">{results("nothing")}</span>
        )}
        {question !== null && (
          <span className="ms-2 font-normal text-13 text-ink-3">
            {results("question", { position: question })}
          </span>
        )}
        <Groups names={groupNames(posts)} />
        {author.hasLeft && <span className="ms-2 font-normal text-13 text-ink-3">{results("left")}</span>}
      </RowHeader>
      {COLUMNS.map((view) => (
        <Cell key={view} numeric>
          {number(counts[view], view, results(view))}
        </Cell>
      ))}
      <Cell>
        <span className="flex items-center gap-2">
          <HeardBar count={heardBy} most={most} />
          <CountLink
            count={heardBy}
            href={hrefOf("answered")}
            label={`${name}: ${results("heardByLong", { count: heardBy })}`}
          />
        </span>
      </Cell>
      <Cell numeric>{number(counts.waiting, "waiting", results("waiting"))}</Cell>
      {grade && (
        <Cell numeric>
          <GradeCell grade={grade} href={discussionHref({ assignmentId, key: author.key })} one={one} />
        </Cell>
      )}
    </Row>
  )
}

/** In whose threads somebody wrote, where each group has one. */
function Groups({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <span className="ms-2 font-normal text-13 text-ink-2">
      {names.map((name) => (
        <bdi key={name} className="me-2">
          {name}
        </bdi>
      ))}
    </span>
  )
}

function CountLink({ count, href, label }: { count: number; href: string; label: string }) {
  if (count === 0) return <span className="text-ink-3">0</span>
  return (
    <PageLink
      href={href}
      aria-label={label}
      className="inline-block min-h-6 min-w-6 text-accent hover:underline"
    >
      {count}
    </PageLink>
  )
}

const BAR = 84

/** The number stands beside it. */
function HeardBar({ count, most }: { count: number; most: number }) {
  return (
    <svg width={BAR} height="10" aria-hidden className="shrink-0 rtl:-scale-x-100">
      <path d={`M0 9.5H${BAR}`} className="stroke-rule" />
      <rect width={(count / most) * BAR} y="1" height="8" className="fill-ink-3" />
    </svg>
  )
}

type GradeCellProps = { grade: DiscussionGrade | "none"; href: string; one: AuthorProfile }

function GradeCell({ grade, href, one: { author, posts } }: GradeCellProps) {
  const results = useTranslations("results.part")
  if (grade !== "none") {
    const { earned, possible } = discussionPoints(grade)
    return (
      <PageLink href={href} className="inline-block min-h-6 whitespace-nowrap hover:underline">
        {results("points", { earned: displayPoints(earned), possible })}
      </PageLink>
    )
  }
  if (posts.length === 0 || author.hasLeft) return null
  return (
    <PageLink
      href={href}
      className="inline-block min-h-6 whitespace-nowrap text-13 text-ink-3 hover:underline"
    >
      {results("notGraded")}
    </PageLink>
  )
}
